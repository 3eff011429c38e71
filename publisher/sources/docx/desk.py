"""What the reading of one Word file shares: the text so far, and what was found."""

from collections.abc import Iterator

from publisher.diagnostics import Diagnostic, diagnose
from publisher.sources.docx.manuscript import Manuscript
from publisher.sources.docx.package import Package
from publisher.sources.docx.pictures import Pictures
from publisher.sources.docx.styles import Styles
from publisher.span import Span

_LONGEST_EXCERPT = 60


class Desk:
    """Grows as the stories of a file (text, notes, boxes) are read one after the other."""

    def __init__(self, name: str, package: Package, styles: Styles) -> None:
        self.styles = styles
        self.manuscript = Manuscript(name)
        self.pictures = Pictures(package)
        self.diagnostics: list[Diagnostic] = []
        self.notes: dict[tuple[str, str], str] = {}
        self.known_notes: frozenset[tuple[str, str]] = frozenset()
        self._hidden: list[tuple[Span, str]] = []

    def find(self, code: str, place: Span | None = None, **facts: object) -> None:
        """Notes a finding, by default where the text has got to."""
        self.diagnostics.append(diagnose(code, place or self.manuscript.here(), **facts))

    def note(self, kind: str, identifier: str) -> str | None:
        """The name by which the document calls a note, in the order of their first calls.

        None, with a finding, where the file does not hold it.
        """
        if (kind, identifier) not in self.known_notes:
            self.find("DOC010")
            return None
        return self.notes.setdefault((kind, identifier), f"note-{len(self.notes) + 1}")

    def hide(self, text: str) -> None:
        """Leaves out words that the file hides."""
        self._hidden.append((self.manuscript.here(), text))

    def hidden(self) -> Iterator[Diagnostic]:
        """One finding for all hidden words, at the first."""
        text = "".join(words for _, words in self._hidden)
        if text.strip():
            facts = {"count": len(text), "text": excerpt(text)}
            yield diagnose("DOC012", self._hidden[0][0], **facts)


def excerpt(text: str) -> str:
    """The beginning of a text, in quotation marks, for messages."""
    words = " ".join(text.split())
    shown = words if len(words) <= _LONGEST_EXCERPT else words[:_LONGEST_EXCERPT].rstrip() + "…"
    return f"“{shown}”"
