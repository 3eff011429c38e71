"""Code as layouts print it: lines, each in runs that know what kind of word they are.

The words are told apart by Pygments. A kind is a short name that style sheets go by, of few kinds:
more could not be told apart in one colour.
"""

import difflib
import functools
import re
from collections.abc import Iterator

from pygments.lexer import Lexer
from pygments.lexers import get_all_lexers, get_lexer_by_name
from pygments.token import Token, _TokenType

from publisher.diagnostics import diagnose
from publisher.document.nodes import CodeBlock
from publisher.publication.inlines import Tell
from publisher.publication.settled import CodeLine, CodeRun, Listing
from publisher.span import Span

_MOST, _LONGEST = 20_000, 1_000
"""Characters of a block, and of a line, beyond which Pygments' patterns may take too long: some
look through all that follows, at each line again."""
MOST_IN_ALL = 400_000
"""Characters of all the code of a document, for the same reason."""
_SPACE, _MARK, _WORDS = re.compile(r"\s{300}"), re.compile(r"[^\w\s]+"), 100
"""White space without end, and more words than these without a mark between: no code has them, and
many patterns try to begin anew at each."""
_FAULTS = 50
"""Characters that have no place in a language, from which on code is not in it after all."""
_PLAIN = frozenset(("text", "plain", "plaintext", "none", "txt", "output", "boa"))
"""What is written for code that is in no language, and languages whose patterns take too long."""
_KINDS: dict[_TokenType, str] = {
    Token.Keyword: "k",
    Token.Operator.Word: "k",
    Token.Name.Tag: "k",
    Token.Name.Function: "n",
    Token.Name.Class: "n",
    Token.Name.Decorator: "d",
    Token.Name.Attribute: "a",
    Token.Name.Builtin: "b",
    Token.Literal.String: "s",
    Token.Literal.String.Doc: "c",
    Token.Literal.Number: "m",
    Token.Comment: "c",
    Token.Comment.Preproc: "d",
    Token.Generic.Heading: "n",
    Token.Generic.Subheading: "n",
    Token.Generic.Deleted: "gd",
    Token.Generic.Inserted: "gi",
    Token.Generic.Prompt: "gp",
    Token.Generic.Output: "go",
}
_PIECE, _WORD = 25, 120
"""Words from `_WORD` characters on are parted, for WeasyPrint tries to break at every letter."""
_LONG = re.compile(rf"\S{{{_WORD},}}")
_TAB, _DEEPEST_HANG = 4, 8


def listing(code: CodeBlock, tell: Tell, place: Span | None, *, plain: bool) -> Listing:
    """`code` as lines; their texts, joined by line feeds, are its text.

    `plain`: the document holds more code than is looked through. Found are LAY020 for a language
    that Pygments does not know, LAY021 for code that is too long: both are set without kinds.
    """
    lexer = _lexer(code, tell, place, plain=plain)
    texts = code.text.split("\n")
    lines = _highlighted(code.text, lexer) if lexer else None
    if lines is None or ["".join(run.text for run in line) for line in lines] != texts:
        lines = [(CodeRun("", text),) if text else () for text in texts]
    marked = frozenset(code.marked)
    return Listing(
        **{name: getattr(code, name) for name in code.__struct_fields__},
        lines=tuple(
            CodeLine(
                runs=tuple(piece for run in runs for piece in _pieces(run)),
                number=None if code.start is None else code.start + at,
                marked=at + 1 in marked,
                hang=_hang(text),
            )
            for at, (runs, text) in enumerate(zip(lines, texts, strict=True))
        ),
    )


def _lexer(code: CodeBlock, tell: Tell, place: Span | None, *, plain: bool) -> Lexer | None:
    name = (code.syntax or "").lower()
    if not name or name in _PLAIN:
        return None
    if name not in _names():
        tell(diagnose("LAY020", place, syntax=code.syntax, suggestion=_near(name)))
        return None
    if plain or _is_costly(code.text):
        facts = {"most": f"{_MOST:,}", "longest": f"{_LONGEST:,}", "all": f"{MOST_IN_ALL:,}"}
        tell(diagnose("LAY021", place, **facts))
        return None
    lexer: Lexer = get_lexer_by_name(name, stripnl=False, ensurenl=False)
    return lexer


def _is_costly(text: str) -> bool:
    """Whether patterns may take too long to look through `text`."""
    if len(text) > _MOST or max(map(len, text.split("\n"))) > _LONGEST or _SPACE.search(text):
        return True
    return any(len(words.split()) > _WORDS for words in _MARK.split(text))


@functools.cache
def _names() -> frozenset[str]:
    """Every name that a language goes by, plug-ins left aside: they differ by machine."""
    return frozenset(
        alias for _, aliases, _, _ in get_all_lexers(plugins=False) for alias in aliases
    )


def _highlighted(text: str, lexer: Lexer) -> list[tuple[CodeRun, ...]] | None:
    """The runs of each line; None where the text is in another language than said.

    To stop there bounds the time, too: patterns are slow where they fail.
    """
    lines: list[list[CodeRun]] = [[]]
    faults = 0
    for token, value in lexer.get_tokens(text):
        faults += token is Token.Error
        if faults > _FAULTS:
            return None
        kind = _kind(token)
        for at, part in enumerate(value.split("\n")):
            if at:
                lines.append([])
            if part and lines[-1] and lines[-1][-1].kind == kind:
                lines[-1][-1] = CodeRun(kind, lines[-1][-1].text + part)
            elif part:
                lines[-1].append(CodeRun(kind, part))
    return [tuple(line) for line in lines]


def _kind(token: _TokenType) -> str:
    """The kind of the nearest token above `token` that has one."""
    at: _TokenType | None = token
    while at is not None:
        if at in _KINDS:
            return _KINDS[at]
        at = at.parent
    return ""


def _near(name: str) -> str:
    near = difflib.get_close_matches(name, sorted(_names()), n=3)
    return f"did you mean {' or '.join(near)}?" if near else "docs/markdown.md says which there are"


def _pieces(run: CodeRun) -> Iterator[CodeRun]:
    position = 0
    for word in _LONG.finditer(run.text):
        if word.start() > position:
            yield CodeRun(run.kind, run.text[position : word.start()])
        for at in range(word.start(), word.end(), _PIECE):
            yield CodeRun(f"{run.kind} piece".strip(), run.text[at : min(at + _PIECE, word.end())])
        position = word.end()
    if position < len(run.text):
        yield CodeRun(run.kind, run.text[position:])


def _hang(text: str) -> int:
    """How many steps of two columns a line that is too long goes on from, behind its indent."""
    lead = text[: len(text) - len(text.lstrip(" \t"))].expandtabs(_TAB)
    return min(len(lead) // 2, _DEEPEST_HANG) + 2
