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
_NUMBER = r"(?:[^\W\d_]{0,3}\d[\w.:]{0,20}(?<![.:])|[ivxlcdmIVXLCDM]{1,12}\b)"
_NUMBERS = rf"{_NUMBER}(?:\s{{0,2}}[-–—,&/]{{1,3}}\s{{0,2}}{_NUMBER}){{0,30}}"
_LABEL = r"(?:[^\W\d_]{1,12}\.?|[§¶]{1,2}|s\.\s?v\.)"
_LOCATOR = re.compile(rf"\{{[^{{}}]{{1,200}}\}}|(?:{_LABEL}\s{{0,2}})?{_NUMBERS}")
_NARRATIVE = re.compile(
    rf"@(\w(?:[\w:.#$%&+?<>~/-]{{0,200}}\w)?)\s\[({_LABEL}\s{{0,2}}{_NUMBERS})\](?![(\[:{{])"
)
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


def locator_end(words: str) -> int:
    """How far `words` begin with a locator: "pp. 3–4" of "pp. 3–4 and passim", in any language."""
    found = _LOCATOR.match(words)
    return found.end() if found else 0


def bare_reference(state: StateInline, silent: bool) -> bool:
    """`@fig-id`, and `@key [p. 4]`.

    Other words behind an `@` are text: people are called so, and mail goes there.
    """
    before = state.src[state.pos - 1] if state.pos else " "
    if before.isalnum() or before in "._-":
        return False
    if found := _BARE.match(state.src, state.pos, state.posMax):
        return _refer(state, silent, found)
    found = _NARRATIVE.match(state.src, state.pos, state.posMax)
    if not found:
        return False
    if not silent:
        state.push("narrative_citation", "", 0).meta = {"key": found[1], "words": found[2]}
    state.pos = found.end()
    return True


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
