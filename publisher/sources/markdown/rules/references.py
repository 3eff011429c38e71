"""References: note calls, citations, cross-references and index entries.

Note calls and citations are Pandoc's, cross-references by `@fig-…` Quarto's, index entries
LaTeX's, which both of them hand on.
"""

import re

from markdown_it.rules_inline import StateInline

_NOTE = re.compile(r"\[\^([^\s\[\]]{1,200})\]")
_CITATION = re.compile(r"\[([^\[\]@]{0,200}@[^\[\]]{1,1000})\](?![(\[])")
_ENTRY = re.compile(
    r"(?P<before>(?:|.*\s))(?P<minus>-?)@(?P<key>\w(?:[\w:.#$%&+?<>~/-]*\w)?)(?P<rest>.*)",
    re.DOTALL,
)
_NUMBERED = re.compile(r"(?:fig|tbl|sec|eq|lst)-[\w-]*\w")
_BARE = re.compile(rf"@({_NUMBERED.pattern})")
_ANCHOR = re.compile(r"\[#([^\s\[\]{}]{1,200})\](?![(\[])")
# Braces may stand in it, as in "lamp|see{light}" and "lamp@\emph{lamp}", two deep.
_BRACED = r"\{(?:[^{}\n]|\{[^{}\n]{0,200}\}){0,300}\}"
_INDEX = re.compile(rf"\\index\{{((?:[^{{}}\n]|{_BRACED}){{1,1000}})\}}")


def note_call(state: StateInline, silent: bool) -> bool:
    """`[^name]`; a name that no note has is marked, so that it can be reported."""
    found = _NOTE.match(state.src, state.pos, state.posMax)
    if not found:
        return False
    if not silent:
        known = f":{found[1]}" in state.env.get("footnotes", {}).get("refs", ())
        state.push("note_call" if known else "missing_note", "", 0).content = found[1]
    state.pos = found.end()
    return True


def citation(state: StateInline, silent: bool) -> bool:
    """`[@key]`, `[see @key, p. 4; @other]`, `[-@key]`; `[@fig-id]` is a cross-reference."""
    found = _CITATION.match(state.src, state.pos, state.posMax)
    entries = [_ENTRY.fullmatch(part) for part in found[1].split(";")] if found else []
    if found is None or None in entries:
        return False
    if not silent:
        state.push("citation", "", 0).meta = {"entries": entries, "start": state.pos + 1}
    state.pos = found.end()
    return True


def is_numbered(key: str) -> bool:
    """Whether a key names a figure, table, section, equation or listing of the document."""
    return _NUMBERED.fullmatch(key) is not None


def bare_reference(state: StateInline, silent: bool) -> bool:
    """`@fig-id`. Other words behind an `@` are text: people are called so, and mail goes there."""
    before = state.src[state.pos - 1] if state.pos else " "
    found = _BARE.match(state.src, state.pos, state.posMax)
    if not found or before.isalnum() or before in "._-":
        return False
    return _refer(state, silent, found)


def anchor_reference(state: StateInline, silent: bool) -> bool:
    """`[#id]`, where something in the document has that id in braces."""
    found = _ANCHOR.match(state.src, state.pos, state.posMax)
    if not found or found[1] not in state.env["ids"]:
        return False
    return _refer(state, silent, found)


def _refer(state: StateInline, silent: bool, found: re.Match[str]) -> bool:
    if not silent:
        state.push("cross_reference", "", 0).content = found[1]
    state.pos = found.end()
    return True


def index_entry(state: StateInline, silent: bool) -> bool:
    r"""`\index{main!sub}`, whatever makeindex makes of what is in the braces."""
    found = _INDEX.match(state.src, state.pos, state.posMax)
    if not found:
        return False
    if not silent:
        state.push("index_entry", "", 0).content = found[1]
    state.pos = found.end()
    return True
