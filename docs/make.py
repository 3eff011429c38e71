"""Writes the pages of docs/ that are derived from the code: `.venv/bin/python docs/make.py`."""

import re
import typing
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from publisher.checks.epub.catalogue import CHECKS as CHECKS_ON_EPUBS
from publisher.checks.preflight import RULES
from publisher.checks.source import CHECKS
from publisher.configuration.metadata import Contributor, Lines, Metadata
from publisher.configuration.publication import (
    Accessibility,
    Cover,
    Differences,
    EpubDifferences,
    Isbn,
    Numbering,
    PartEntry,
    Periodical,
    Person,
    PublicationFile,
    Role,
    Series,
)
from publisher.configuration.settings import Checks, Fonts, Limits, Settings, Structure
from publisher.diagnostics.catalogue import CATALOGUE, Entry
from publisher.languages import NEUTRAL
from publisher.publication.roles import TRAITS
from publisher.targets import EpubRules, Origin, PdfRules, Target, load_target
from publisher.typography.table import Table, rows_of, table_for, tags

HERE = Path(__file__).parent
_HEAD = "| code | severity | finding | remedy |"
FAMILIES = {
    "SRC": "Reading a source",
    "TXT": "What the lines of a plain text are",
    "MKD": "Markdown",
    "HTM": "HTML pages",
    "DOC": "Word documents",
    "NWS": "News formats and feeds",
    "EBK": "EPUB files read as sources",
    "PUB": "Books and issues",
    "TYP": "Typography",
    "LNT": "What is amiss in a source",
    "IMG": "Pictures",
    "BIB": "References and citations",
    "CFG": "Configuration and environment",
    "LAY": "Layouts and themes",
    "FNT": "Fonts",
    "EPB": "EPUB files",
    "ELT": "What is amiss in an EPUB, whoever made it",
    "PDF": "PDF files",
    "PRE": "PDF files against a target",
    "PGL": "Page lists",
    "PAR": "Two files side by side",
    "BLD": "Building",
    "IDX": "Index, glossary, abbreviations",
    "TGT": "Targets",
}


def diagnostics_page() -> str:
    """Every code with its severity, wording and remedy."""
    lines = [
        "# Diagnostics",
        "",
        "Made from `publisher/diagnostics/catalogue/`. An **error** stops the output of its",
        "work, a **warning** is a defect that a reader may see, an **info** is a choice made for",
        "you.",
        "Words in braces are filled in. A code never changes its meaning.",
    ]
    for family, title in FAMILIES.items():
        lines += [
            "",
            f"## {title}",
            "",
            "| code | severity | finding | remedy |",
            "|---|---|---|---|",
        ]
        lines += [
            f"| {code} | {entry.severity} | {_finding(entry)} | {_typed(_cell(entry.help))} |"
            for code, entry in CATALOGUE.items()
            if code.startswith(family)
        ]
    return "\n".join(lines) + "\n"


def configuration_page() -> str:
    """Every key of publisher.toml and NAME.toml with its type and default."""
    lines = [
        "# Configuration",
        "",
        "Made from `publisher/configuration/`. All keys may be left out; unknown ones are errors,",
        "with a suggestion.",
        "",
        "## publisher.toml",
        "",
        "The nearest one holds, from the folder of what is built upwards. `[tool.publisher]` in a",
        "pyproject.toml is read like it.",
        "",
        *_table(Settings),
        "",
        "### [structure]",
        "",
        *_table(Structure),
        "",
        "### [checks]",
        "",
        *_table(Checks),
        "",
        "### [fonts]",
        "",
        *_table(Fonts),
        "",
        "### [limits]",
        "",
        *_table(Limits),
        "",
        "## NAME.toml, and [metadata]",
        "",
        "`article.toml` describes `article.txt`; `[metadata]` in publisher.toml holds what all",
        "works share. Of a book or an issue it says the language, the dates, the publisher, the",
        "rights, the description, the subjects, the source and the citation style.",
        "",
        *_table(Metadata),
        "",
        "### A table in `byline`",
        "",
        *_table(Contributor),
        "",
        "### A table in `[[lines]]`",
        "",
        "What some lines of a plain text are; it goes before every rule. `publisher explain FILE",
        "--accept` writes these tables ([plain text](plain-text.md#the-last-word)).",
        "",
        *_table(Lines),
    ]
    return "\n".join(lines) + "\n"


_TABLES: dict[str, type[msgspec.Struct]] = {
    "A table in `parts`": PartEntry,
    "A table in `contributors`": Person,
    "[periodical]": Periodical,
    "[series]": Series,
    "[isbn]": Isbn,
    "[cover]": Cover,
    "[numbering]": Numbering,
    "[epub]": EpubDifferences,
    "[pdf]": Differences,
    "[accessibility]": Accessibility,
}


def publication_page() -> str:
    """Every key of publication.toml with its type and default, and every role of a part."""
    lines = [
        "# The keys of publication.toml",
        "",
        "Made from `publisher/configuration/publication.py`. Unknown keys are errors, with a",
        "suggestion. [Publications](publications.md) explains them by what one wants from them.",
        "",
        *_table(PublicationFile),
    ]
    for title, struct in _TABLES.items():
        lines += ["", f"## {title}", "", *_table(struct)]
    lines += [
        "",
        "## Roles",
        "",
        "What stands in front of the text and behind it, where a part starts on paper, and which",
        "pages are made without a source.",
        "",
        "| role | place | starts on | page |",
        "|---|---|---|---|",
    ]
    for role, trait in TRAITS.items():
        page = "made" if trait.made else "from a source"
        lines.append(f"| `{role}` | {_MATTER[trait.matter]} | {_STARTS[trait.start]} | {page} |")
    return "\n".join(lines) + "\n"


_MATTER = {"front": "front", "body": "text", "back": "back"}
_STARTS = {"recto": "a right-hand page", "page": "a page", "running-on": "the same page"}


def _table(struct: type[msgspec.Struct]) -> Iterator[str]:
    yield "| key | value | default | meaning |"
    yield "|---|---|---|---|"
    hints = typing.get_type_hints(struct, include_extras=True)
    for field in msgspec.structs.fields(struct):
        kind, meta = typing.get_args(hints[field.name])
        default = _shown(field.default)
        yield f"| `{field.name}` | {_kind(kind)} | {default} | {_cell(meta.description)} |"


_KINDS = {str: "text", bool: "true or false", int: "number", float: "number"}


def _kind(kind: object) -> str:
    if kind == Role:
        return "a [role](#roles)"
    if typing.get_origin(kind) is typing.Annotated:
        return _kind(typing.get_args(kind)[0])
    if typing.get_origin(kind) is typing.Literal:
        return ", ".join(f'`"{value}"`' for value in typing.get_args(kind))
    arguments = [part for part in typing.get_args(kind) if part not in (type(None), ...)]
    if typing.get_origin(kind) is tuple:
        return f"list of {_kind(arguments[0])}"
    if arguments:
        return " or ".join(map(_kind, arguments))
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        return "table"
    return _KINDS.get(kind, "date") if isinstance(kind, type) else "text"


def _shown(default: object) -> str:
    if default is msgspec.NODEFAULT:
        return "required"
    if default is None or default == () or isinstance(default, msgspec.Struct):
        return ""
    return f"`{msgspec.json.encode(default).decode()}`"


_TYPED = re.compile(
    r"""pip\ install\ ('[^']*'|\w+)  # a command
    | \w+\ =\ ("[^"]*"|\w+)        # a key and its value
    | \[[\w…]*\]\{[^}]*\}          # words in brackets with attributes
    | \\\w+\{[^}]*\}              # a command of TeX
    """,
    re.VERBOSE,
)


def _typed(text: str) -> str:
    """A remedy with what is typed in it as code, so that no typography touches its marks."""
    text = text.replace("{{", "{").replace("}}", "}")
    return _TYPED.sub(r"`\g<0>`", text)


def _cell(text: str) -> str:
    # A page names U+FFFD, which no font has to draw; "[^" would call a note, "<" begin an element.
    for character, written in (("|", "\\|"), ("\ufffd", "U+FFFD"), ("[^", "\\[^"), ("<", "\\<")):
        text = text.replace(character, written)
    return text


def _finding(entry: Entry) -> str:
    """What is found, without the place on a page that a message ends with."""
    return _cell(entry.message.removesuffix("{place}"))


TABLE_MARKS = ("<!-- made by docs/make.py -->\n", "<!-- end -->\n")
"""What stands around the table of a page that is written otherwise by hand."""


def _with_table(name: str, rows: Iterable[str]) -> str:
    """The page of that name with `rows` as its table."""
    head, _, rest = (HERE / name).read_text(encoding="utf-8").partition(TABLE_MARKS[0])
    tail = rest.partition(TABLE_MARKS[1])[2]
    table = "\n".join(rows)
    return f"{head}{TABLE_MARKS[0]}\n{table}\n\n{TABLE_MARKS[1]}{tail}"


def checks_page() -> str:
    """docs/checks.md with its table: every check, its codes and findings, what --fix does."""
    rows = ["| check | code | severity | finding | fixed |", "|---|---|---|---|---|"]
    for name, check in CHECKS.items():
        for code in check.codes:
            entry = CATALOGUE[code]
            fixed = check.fixed.get(code, "")
            finding = _cell(entry.message)
            rows.append(f"| `{name}` | {code} | {entry.severity} | {finding} | {fixed} |")
    return _with_table("checks.md", rows)


def checking_epubs_page() -> str:
    """docs/checking-epubs.md with its table: every check on EPUBs, its codes, who asks for it."""
    rows = ["| check | code | severity | finding | asked for by |", "|---|---|---|---|---|"]
    for name, check in CHECKS_ON_EPUBS.items():
        asked = check.asked_by if check.default else f"{check.asked_by}; off by default"
        for code in check.codes:
            entry = CATALOGUE[code]
            rows.append(
                f"| `{name}` | {code} | {entry.severity} | {_cell(entry.message)} | {asked} |"
            )
    return _with_table("checking-epubs.md", rows)


def preflight_page() -> str:
    """docs/preflight.md with its table: every code, what of a target it goes by, who asks."""
    rows = ["| code | finding | of the target | asked for by |", "|---|---|---|---|"]
    for rule in RULES.values():
        values = ", ".join(f"`{value}`" for value in rule.target)
        for code in rule.codes:
            row = (code, _finding(CATALOGUE[code]), values, rule.asked_by)
            rows.append(f"| {' | '.join(row)} |")
    return _with_table("preflight.md", rows)


def print_targets_page() -> str:
    """docs/print-targets.md with its table: every rule of a PDF, and what it means."""
    return _with_table("print-targets.md", _table(PdfRules))


def languages_page() -> str:
    """What typography does in each language, with the works that it is taken from."""
    named = sorted((tag for tag in tags() if tag != NEUTRAL), key=lambda tag: table_for(tag).name)
    lines = [
        "# Languages",
        "",
        "Made from `publisher/typography/languages/`, a table a language; "
        "[typography](typography.md) tells what is done",
        "with it. A tag takes the nearest table along it: fr-BE that of fr, en-GB that of en, zh-TW"
        " that of zh-Hant, no that of nb.",
        "A language without one has only its spaces bound (TYP007). `·` stands for a no-break"
        " space, `¦` for a narrow one.",
        "",
        "| language | tag | quotation | within it | also right | dash | years | number | "
        "hyphenation |",
        "|---|---|---|---|---|---|---|---|---|",
        *(_language_row(table_for(tag)) for tag in named),
        "",
        "Hyphenation: the fewest letters of a word, before and after the hyphen, and the patterns:"
        " pyphen’s, or, for",
        "fi and tr, ours, which know syllables but not the bounds of compounds.",
        "",
        "## Sources",
    ]
    for tag in named:
        lines += ["", f"### {table_for(tag).name} ({tag})", ""]
        lines += [f"- {source}" for source in _sources(tag)]
    return "\n".join(lines) + "\n"


def _language_row(table: Table) -> str:
    space = table.quote_space
    outer = f"{table.outer[0]}{space}…{space}{table.outer[1]}"
    cells = (
        table.name,
        f"`{table.tag}`",
        outer,
        "…".join(table.inner),
        " ".join("…".join(pair) for pair in table.alternates),
        f"a{table.dash}b" if table.dash else "by hand",
        f"1998{table.range}1999",
        f"4{table.group}700{table.decimal}5",
        _divided(table),
    )
    shown = (cell.replace("\u00a0", "·").replace("\u202f", "¦") for cell in cells)
    return f"| {' | '.join(map(_cell, shown))} |"


def _divided(table: Table) -> str:
    rows = table.hyphenation
    if not rows.dictionary:
        return "none"
    return f"{rows.word}, {rows.left}, {rows.right}: {rows.dictionary}"


def _sources(tag: str) -> Iterator[str]:
    sources = rows_of(tag)["sources"]
    assert isinstance(sources, list)
    for source in sources:
        yield f"{source['work']}: {', '.join(source['rows'])}."


def targets_page() -> str:
    """Each rule of an EPUB: what it says, its value in each target, and why."""
    root = HERE.parent
    targets = [load_target(name, root) for name in ("generic", "apple", "kobo", "kindle")]
    lines = [
        "# The rules of targets",
        "",
        "Made from `publisher/targets/`; [targets](targets.md) tells what they are for. A target",
        "that is not named has the value of `generic`.",
    ]
    for name, (kind, meaning) in _rules():
        lines += ["", f"## {name}", "", f"{meaning} Value: {kind}.", ""]
        lines += ["| target | value | why | source |", "|---|---|---|---|"]
        lines += [_rule_row(target, name) for target in targets if name in _own_reasons(target)]
    lines += ["", "## Sources", ""]
    origins = {key: origin for target in targets for key, origin in target.sources.items()}
    lines += [_origin_row(key, origin) for key, origin in origins.items()]
    return "\n".join(lines) + "\n"


def _rules() -> Iterator[tuple[str, tuple[str, str]]]:
    for name, hint in typing.get_type_hints(EpubRules, include_extras=True).items():
        kind, meta = typing.get_args(hint)
        table = typing.get_origin(kind) is dict
        yield name, ("table of text" if table else _kind(kind), _cell(meta.description))


def _own_reasons(target: Target) -> set[str]:
    """The rules that a target does not have from its base."""
    if target.base is None:
        return set(target.because)
    base = load_target(target.base, HERE.parent)
    return {name for name, why in target.because.items() if base.because.get(name) != why}


def _rule_row(target: Target, rule: str) -> str:
    reason, value = target.because[rule], getattr(target.epub_rules, rule)
    cells = (
        f"`{target.name}`",
        f"`{msgspec.json.encode(value).decode()}`",
        reason.why,
        ": ".join(filter(None, (reason.source, reason.at))),
    )
    return f"| {' | '.join(map(_cell, cells))} |"


def _origin_row(key: str, origin: Origin) -> str:
    address = f" <{origin.address}>" if origin.address else ""
    return f"- {key}: {origin.title}{address}, read on {origin.read}."


PAGES = {
    "diagnostics.md": diagnostics_page,
    "configuration.md": configuration_page,
    "publication-keys.md": publication_page,
    "checks.md": checks_page,
    "checking-epubs.md": checking_epubs_page,
    "preflight.md": preflight_page,
    "print-targets.md": print_targets_page,
    "languages.md": languages_page,
    "target-rules.md": targets_page,
}

if __name__ == "__main__":
    for name, page in PAGES.items():
        (HERE / name).write_text(page(), encoding="utf-8")
