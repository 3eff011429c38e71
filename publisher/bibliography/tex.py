"""TeX in fields of .bib files to the markup of CSL JSON.

Accents and symbols become characters, `\\emph` and its kin tags; braces that protect capitals
become `<span class="nocase">`.
"""

import functools
import logging
import re

from pylatexenc import latex2text, latexwalker
from pylatexenc.macrospec import LatexContextDb, std_macro

from publisher.bibliography.reference import clean

DEEPEST = 16
"""Braces within one another."""

MOST_MARKS = 400
"""Backslashes, braces and dollars of one field: each takes time, whatever it stands for."""

_TEX = re.compile(r"[\\{}$~%&`'#^_-]")
_TAGS = {
    "emph": "i",
    "mkbibbold": "b",
    "mkbibemph": "i",
    "mkbibsuperscript": "sup",
    "textbf": "b",
    "textit": "i",
    "textsc": "sc",
    "textsl": "i",
    "textsubscript": "sub",
    "textsuperscript": "sup",
}
_SIGNS = {"LaTeX": "LaTeX", "TeX": "TeX", "BibTeX": "BibTeX", "slash": "/"}
_REWRITTEN = (
    (re.compile(r"(?<!\\)([%&])"), r"\\\1"),  # in a .bib file, these are themselves
    (re.compile(r"\$_(?:\{([^{}$]{1,20})\}|(\w))\$"), r"\\textsubscript{\1\2}"),
    (re.compile(r"\$\^(?:\{([^{}$]{1,20})\}|(\w))\$"), r"\\textsuperscript{\1\2}"),
    (re.compile(r"\{\\(?:em|it|itshape)\s+([^{}]*)\}"), r"\\emph{\1}"),
    (re.compile(r"\{\\(?:bf|bfseries)\s+([^{}]*)\}"), r"\\textbf{\1}"),
)

# What it cannot do, it would write to standard error.
logging.getLogger("pylatexenc").addHandler(logging.NullHandler())


class TexError(ValueError):
    """TeX that cannot be read; the message says why."""


def text_of(tex: str, *, protects: bool = False) -> str:
    """The words of `tex`; with `protects`, what stands in braces keeps its capitals.

    Raises TexError for too many marks, where braces are too deep, or it cannot be made out.
    """
    if not _TEX.search(tex):
        return clean(tex)
    if len(re.findall(r"[\\${}]", tex)) > MOST_MARKS:
        raise TexError(f"it has more than {MOST_MARKS} commands and braces")
    depth = 0
    for brace in re.findall(r"(?<!\\)[{}]", tex):
        depth += 1 if brace == "{" else -1
        if depth > DEEPEST:
            raise TexError(f"its braces are deeper than {DEEPEST}")
    for pattern, after in _REWRITTEN:
        tex = pattern.sub(after, tex)
    try:
        walker = latexwalker.LatexWalker(tex, latex_context=_grammar(), tolerant_parsing=True)
        nodes, _, _ = walker.get_latex_nodes()
        return clean("".join(_words(node, protects) for node in nodes))
    except (latexwalker.LatexWalkerParseError, RecursionError) as failure:
        raise TexError("it is no TeX that can be read") from failure


def _words(node: latexwalker.LatexNode, protects: bool) -> str:
    """The words of a node at the top, where braces protect, unless they hold an accent's macro."""
    words = str(_converter().nodelist_to_text([node]))
    if not protects or not words or not isinstance(node, latexwalker.LatexGroupNode):
        return words
    first = next(iter(node.nodelist), None)
    if isinstance(first, latexwalker.LatexMacroNode):
        return words
    return f'<span class="nocase">{words}</span>'


@functools.cache
def _grammar() -> LatexContextDb:
    grammar = latexwalker.get_default_latex_context_db()
    macros = [std_macro(name, False, 1) for name in (*_TAGS, "mkbibquote", "enquote", "url")]
    grammar.add_context_category("references", prepend=True, macros=macros)
    return grammar


@functools.cache
def _converter() -> latex2text.LatexNodes2Text:
    context = latex2text.get_default_latex_context_db()
    macros = [
        *(_wrapping(name, f"<{tag}>", f"</{tag}>") for name, tag in _TAGS.items()),
        *(_wrapping(name, "“", "”") for name in ("mkbibquote", "enquote")),
        _wrapping("url", "", ""),
        *(latex2text.MacroTextSpec(name, words) for name, words in _SIGNS.items()),
    ]
    context.add_context_category("references", prepend=True, macros=macros)
    return latex2text.LatexNodes2Text(latex_context=context, math_mode="text")


def _wrapping(name: str, before: str, after: str) -> latex2text.MacroTextSpec:
    def replacement(node: latexwalker.LatexMacroNode, l2tobj: latex2text.LatexNodes2Text) -> str:
        given = [each for each in getattr(node.nodeargd, "argnlist", ()) if each is not None]
        words = "".join(
            l2tobj.nodelist_to_text(getattr(each, "nodelist", None) or [each]) for each in given
        )
        return f"{before}{words}{after}" if words else ""

    return latex2text.MacroTextSpec(name, simplify_repl=replacement)
