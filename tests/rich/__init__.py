"""An article that holds every node of a document, and each in the ways that it comes in."""

from publisher.configuration.metadata import Metadata
from publisher.document.document import Byline, Dateline, Document, Meta
from publisher.document.nodes import Emphasis
from publisher.publication import Publication, assemble_article
from tests.rich.display import ASIDES, FIGURES, MATH, TABLES
from tests.rich.making import PICTURES, p, png, t
from tests.rich.roles import FAULTS, ROLES
from tests.rich.text import INLINES, LISTS, QUOTES

__all__ = ["PICTURES", "RICH", "png", "rich"]

RICH = Document(
    meta=Meta(
        title=t("Everything a page may hold"),
        standfirst=t("One article with each ", Emphasis(children=t("element")), " that there is."),
        kicker=t("Press"),
        byline=(Byline(text="Nora Hale", name="Nora Hale"),),
        dateline=Dateline(text="Skerry", place="Skerry"),
        language="en-GB",
        date="2026-05-04",
        publication="The Skerry Courant",
        rights="CC BY 4.0",
    ),
    blocks=(
        *INLINES, *LISTS, *QUOTES, *FIGURES, *TABLES, *MATH, *ASIDES, *ROLES, *FAULTS,
    ),
    notes={
        "second": (p("The second note, by its first call."),),
        "first": (
            p("The first note, with ", Emphasis(children=t("stress")), ", called twice."),
            p("It has two paragraphs."),
        ),
        "third": (p("A note that a heading calls."),),
        "never": (p("A note that nothing calls."),),
    },
)  # fmt: skip


def rich() -> Publication:
    """The publication of `RICH`."""
    return assemble_article(RICH, Metadata(), epoch=None, pictures=PICTURES)
