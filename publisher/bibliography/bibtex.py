"""BibTeX and BibLaTeX (.bib) to references: entries, strings and what they inherit.

The syntax is BibTeX's (btxdoc, 1988), types and fields are BibLaTeX's (its manual, 2 and 3).
"""

import logging
import re
from collections.abc import Iterator

import msgspec
from bibtexparser.exceptions import ParserStateException
from bibtexparser.library import Library as Blocks
from bibtexparser.model import Block, DuplicateFieldKeyBlock, Entry, ParsingFailedBlock, String
from bibtexparser.splitter import Splitter

from publisher.bibliography.bibtex_fields import reference_of
from publisher.bibliography.csl import FieldError, Tell
from publisher.bibliography.reference import LONGEST, MOST, Reference, clean
from publisher.diagnostics import PublisherError, diagnose
from publisher.span import Span, whole_file

# What it stumbles over is found in its blocks; it would say it on standard error, too.
logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)

_MONTHS = {
    name: str(number)
    for number, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)
}
_BLOCK = re.compile(r"@\w*[ \t]*[{(]")
_PART = re.compile(r'\s*(?:\{(?P<braced>.*)\}|"(?P<quoted>.*)"|(?P<name>[^\s#"{}]+))\s*', re.DOTALL)
_MARK = re.compile(r'[{}"#]')
_INHERITED = {"title": "booktitle", "subtitle": "booksubtitle", "author": "bookauthor"}
_NOT_INHERITED = frozenset(
    (
        "crossref",
        "entryset",
        "ids",
        "keywords",
        "label",
        "options",
        "shorttitle",
        "sortkey",
        "xdata",
    )
)
_PARENTS = ("crossref", "xdata")
_MOST_PARENTS = 20


class _Entry(msgspec.Struct, frozen=True):
    """An entry as it is written: values still in their braces."""

    key: str
    type: str
    fields: dict[str, str]
    span: Span


def bibtex_references(text: str, name: str, tell: Tell) -> Iterator[Reference]:
    """The references of a .bib file in order; what cannot be read is told with its line.

    Raises PublisherError: BIB001 where the file holds no entry but has text, BIB002 for more than
    `MOST` of them.
    """
    if len(_BLOCK.findall(text)) > MOST:
        raise PublisherError(diagnose("BIB002", whole_file(name), what="more entries", limit=MOST))
    try:
        blocks = Splitter(text).split()
    except ParserStateException as failure:
        raise PublisherError(
            diagnose("BIB001", whole_file(name), reason=str(failure)[:80])
        ) from failure
    strings = _strings(blocks)
    entries = list(_entries(blocks, name, tell))
    if not entries and text.strip() and not blocks.failed_blocks:
        raise PublisherError(diagnose("BIB001", whole_file(name), reason="it holds no entry"))
    by_key: dict[str, _Entry] = {}
    for entry in entries:
        by_key.setdefault(entry.key.lower(), entry)
    for entry in entries:
        if entry.type in ("xdata", "set"):
            continue
        written = _with_parents(entry, by_key, tell)
        values: dict[str, str] = {}
        for field, value in written.items():
            try:
                values[field] = _value(value, strings)
            except FieldError as failure:
                facts = {"field": field[:40], "key": entry.key, "reason": failure}
                tell(diagnose("BIB007", entry.span, **facts))
        yield reference_of(entry.key, entry.type, values, entry.span, tell)


def _entries(blocks: Blocks, name: str, tell: Tell) -> Iterator[_Entry]:
    for block in blocks.blocks:
        line = (block.start_line or 0) + 1
        span = Span(name, line, 1, line, 1)
        entry: Block | None = block
        if isinstance(block, ParsingFailedBlock):
            entry = block.ignore_error_block
            if not isinstance(entry, Entry):
                reason = clean(getattr(block.error, "abort_reason", "") or str(block.error))
                tell(diagnose("BIB003", span, reason=reason[:120]))
                continue
        if not isinstance(entry, Entry):
            continue
        key = clean(entry.key)
        if not key or len(key) > 200:
            tell(diagnose("BIB003", span, reason="it has no key of up to 200 characters"))
            continue
        if isinstance(block, DuplicateFieldKeyBlock):
            for repeated in sorted(block.duplicate_keys):
                reason = "it is there twice, and the first one holds"
                facts = {"field": clean(repeated)[:40], "key": key, "reason": reason}
                tell(diagnose("BIB007", span, **facts))
        fields: dict[str, str] = {}
        for field in entry.fields:
            fields.setdefault(field.key.lower(), str(field.value))
        yield _Entry(key, entry.entry_type.lower(), fields, span)


def _with_parents(entry: _Entry, by_key: dict[str, _Entry], tell: Tell) -> dict[str, str]:
    """The fields of an entry with those of the ones that it refers to (BibLaTeX, appendix B)."""
    fields = dict(entry.fields)
    family = [entry]
    for child in family:  # it grows
        for relation in _PARENTS:
            for wanted in re.findall(r'[^{}",\s]+', child.fields.get(relation, "")):
                parent = by_key.get(wanted.lower())
                if parent is None:
                    reason = f"{clean(wanted)[:40]} is not there"
                    facts = {"field": relation, "key": entry.key, "reason": reason}
                    tell(diagnose("BIB007", entry.span, **facts))
                elif parent not in family and len(family) <= _MOST_PARENTS:
                    family.append(parent)
                    whole = relation == "crossref" and parent.type in _WHOLES
                    for field, value in parent.fields.items():
                        if field not in _NOT_INHERITED:
                            fields.setdefault(
                                _INHERITED.get(field, field) if whole else field, value
                            )
    return fields


_WHOLES = frozenset(
    ("book", "collection", "mvbook", "mvcollection", "proceedings", "mvproceedings", "reference")
)


def _strings(blocks: Blocks) -> dict[str, str]:
    """The values of `@string`, each made of the ones above it; a broken one is not there."""
    strings = dict(_MONTHS)
    for block in blocks.blocks:
        if isinstance(block, String):
            try:
                strings[block.key.lower()] = _value(str(block.value), strings)
            except FieldError:
                continue
    return strings


def _value(written: str, strings: dict[str, str]) -> str:
    """A value without its delimiters: `{…}`, `"…"`, a number, a string's name, joined by `#`."""
    words = []
    for part in _parts(written):
        found = _PART.fullmatch(part)
        if not found:
            raise FieldError("its braces or quotation marks are not closed")
        name = found["name"]
        if name is None:
            words.append(found["braced"] if found["quoted"] is None else found["quoted"])
        elif name.isdecimal():
            words.append(name)
        elif name.lower() in strings:
            words.append(strings[name.lower()])
        else:
            raise FieldError(f"there is no @string {clean(name)[:40]}")
        if sum(map(len, words)) > LONGEST:
            raise FieldError(f"it is longer than {LONGEST} characters")
    return "".join(words)


def _parts(written: str) -> Iterator[str]:
    """The operands of `#`, which counts only outside of braces and quotation marks."""
    depth, quoted, start = 0, False, 0
    for found in _MARK.finditer(written):
        mark = found[0]
        if mark == "{":
            depth += 1
        elif mark == "}":
            depth -= 1
        elif mark == '"' and depth == 0:
            quoted = not quoted
        elif mark == "#" and depth == 0 and not quoted:
            yield written[start : found.start()]
            start = found.end()
    yield written[start:]
