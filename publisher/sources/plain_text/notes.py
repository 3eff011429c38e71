"""What an editor adds to an article: a correction, who else worked on it, its sources."""

from publisher.sources.plain_text.paragraphs import paragraph_end
from publisher.sources.plain_text.sheet import Proposal, Sheet
from publisher.sources.plain_text.words import opening

_CLOSING = 0.6
"""The share of the groups after which an agency's note may stand."""


def note(sheet: Sheet, at: int) -> Proposal | None:
    """A paragraph that opens with the words of a correction, a credit or a source."""
    bare = sheet.lines[at].text.lstrip("([*—–- ")
    for role, openings, anywhere in (
        ("correction", sheet.words.correction, True),
        ("sources", sheet.words.sources, False),
        ("agency", sheet.words.agency, False),
    ):
        word = opening(bare, openings)
        if not word:
            continue
        rest = bare[len(word) :].lstrip()
        late = sheet.group_of[at] >= _CLOSING * (len(sheet.groups) - 1)
        marked = rest[:1] in (":", "：", "–", "—") or role == "agency"
        if rest and marked and (anywhere or late):
            return Proposal(
                role, paragraph_end(sheet, at), "opening-words", 0.95, f"begins with “{word}”"
            )
    return None
