"""What has a role: letters, signs, plays, verse; and what is amiss."""

from publisher.document.nodes import (
    Aside,
    Block,
    CodeBlock,
    CrossRef,
    Dialogue,
    Emphasis,
    Heading,
    Image,
    Link,
    NoteRef,
    Paragraph,
    Quote,
    Turn,
    Verse,
    VerseLine,
)
from publisher.span import Span
from tests.rich.making import p, t

ROLES: tuple[Block, ...] = (
    Heading(level=1, children=t("What people say and write")),
    Quote(
        blocks=(p("Whoever prints, prints for somebody."),), attribution=t("Hale"), role="epigraph"
    ),
    Quote(
        blocks=(
            Paragraph(children=t("The quay, 4 May"), role="dateline"),
            Paragraph(children=t("Dear Brandt,"), role="salutation"),
            p("The press stands where the nets used to be."),
            Paragraph(children=t("Yours,"), role="valediction"),
            Paragraph(children=t("A. Hale"), role="signature"),
            Paragraph(children=t("P.S. The cat sleeps on it."), role="postscript"),
        ),
        role="letter",
    ),
    *(
        Quote(blocks=(p("No landing after dark"),), role=role)
        for role in ("sign", "cutting", "telegram", "inscription", "diary", "dedication")
    ),
    Dialogue(
        role="drama",
        turns=(
            Turn((), (Paragraph(children=t("Enter Hale."), role="direction"),)),
            Turn(t("Hale."), (p(Emphasis(children=t("Coughs.")), " Good evening."),)),
            Turn(t("Brandt."), ()),
            Turn((), (Paragraph(children=t("Exit Brandt."), role="direction"),)),
        ),
    ),
    Verse(
        title=t("The press"),
        attribution=t("A harbour song"),
        numbered=2,
        start=3,
        stanzas=(
            (VerseLine(t("It stood beside the sea,")), VerseLine(t("it printed sheets,"), 1)),
            (VerseLine(t("and nobody came to see.")), VerseLine(t("The cat slept."), 2)),
        ),
    ),
    CodeBlock(
        text='def run(sheets):\n    """Print."""\n\n    return sheets > 0  # <all & more>\n\tend',
        syntax="python",
        caption=t("How it runs"),
        start=9,
        marked=(1, 4),
        id="lst-run",
    ),
    CodeBlock(text="x" * 300, syntax="text"),
    p("It is all in ", CrossRef(target="lst-run"), "."),
    Paragraph(children=t("Encore une feuille, imprimée sur le port."), language="fr"),
    *(Aside(blocks=(p("Mind the rollers."),), role=role) for role in ("tip", "warning")),
)

FAULTS: tuple[Block, ...] = (
    p(
        "What leads nowhere stays as words: ",
        Link(href="#nowhere", children=t("a dead link"), span=Span("rich.md", 100, 5, 100, 20)),
        ", ",
        Link(href="javascript:alert(1)", children=t("a script")),
        ", ",
        Link(href="other.html", children=t("a page that is not there")),
        ", ",
        NoteRef(note="missing"),
        ", ",
        CrossRef(target="fig-none"),
        ", ",
        Image(src="none.png", alt="a picture that is not there"),
        ".",
    ),
    Paragraph(id="tab-sales", children=t("A second element with an id that is taken.")),
)
