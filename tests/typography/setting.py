"""One paragraph as a document, typeset: what the tests of typography share."""

from publisher.document.document import Document, Meta
from publisher.document.nodes import Inlines, Paragraph, Text
from publisher.document.text import plain
from publisher.span import Span
from publisher.typography import Mode, Typeset, typeset


def place(span: Span, start: int, end: int) -> Span:
    """Characters `start` to `end` of a leaf that stands in one line."""
    column = span.column
    return Span(span.file, span.line, column + start, span.line, column + end)


def leaf(text: str, line: int = 1, column: int = 1) -> Text:
    """Words that stand in a file."""
    return Text(text=text, span=Span("a.txt", line, column, line, column + len(text)))


def set_runs(*runs: Inlines, language: str, mode: Mode = "correct") -> Typeset:
    """Paragraphs of a document in `language`, typeset."""
    blocks = tuple(Paragraph(children=run) for run in runs)
    return typeset(Document(meta=Meta(language=language), blocks=blocks), mode, place)


def set_text(*texts: str, language: str, mode: Mode = "correct") -> Typeset:
    """Paragraphs of one leaf each, typeset."""
    runs = [(leaf(text, line),) for line, text in enumerate(texts, start=1)]
    return set_runs(*runs, language=language, mode=mode)


def words(result: Typeset) -> list[str]:
    """The words of each paragraph."""
    return [plain(getattr(block, "children", ())) for block in result.document.blocks]


def paragraph(result: Typeset) -> str:
    """The words of the only paragraph."""
    (text,) = words(result)
    return text
