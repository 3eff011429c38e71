"""An article that holds every node of a document, and each in the ways that it comes in."""

import io

from PIL import Image as Pixels

from publisher.configuration.metadata import Metadata
from publisher.document.document import Byline, Dateline, Document, Meta
from publisher.document.nodes import (
    Aside,
    Block,
    Cell,
    Cite,
    CodeBlock,
    CrossRef,
    Definition,
    DefinitionList,
    Dialogue,
    Emphasis,
    Figure,
    Heading,
    Image,
    IndexMark,
    Inline,
    InlineCode,
    InlineMath,
    Inlines,
    InlineSpan,
    LineBreak,
    Link,
    List,
    ListItem,
    MathBlock,
    NoteRef,
    Paragraph,
    PullQuote,
    Quote,
    SmallCaps,
    Strong,
    Subscript,
    Superscript,
    Table,
    Text,
    ThematicBreak,
    Turn,
    Verse,
    VerseLine,
)
from publisher.pictures import Picture
from publisher.publication import Publication, assemble_article
from publisher.span import Span


def t(*parts: str | Inline) -> Inlines:
    """A run: words, and inlines as they are."""
    return tuple(Text(text=part) if isinstance(part, str) else part for part in parts)


def p(*parts: str | Inline) -> Paragraph:
    return Paragraph(children=t(*parts))


def item(*parts: str | Inline, checked: bool | None = None) -> ListItem:
    return ListItem(blocks=(p(*parts),), checked=checked)


def cells(*texts: str | Inline, header: bool = False) -> tuple[Cell, ...]:
    return tuple(Cell(blocks=(p(text),), header=header) for text in texts)


def png(name: str, width: int, height: int, ink: int) -> Picture:
    """A plain picture of one grey, with a frame."""
    pixels = Pixels.new("L", (width, height), ink)
    pixels.paste(ink // 2, (width // 4, height // 4, width * 3 // 4, height * 3 // 4))
    data = io.BytesIO()
    pixels.save(data, "PNG")
    return Picture(name, data.getvalue(), "image/png", width, height)


PICTURES = {
    picture.name: picture
    for picture in (
        png("harbour.png", 900, 500, 190),
        png("press.png", 500, 400, 160),
        png("quay.png", 500, 400, 210),
        png("mark.png", 40, 40, 60),
    )
}

_MATRIX = r"\begin{pmatrix} a & b \\ c & d \end{pmatrix}"
_MATHML = (
    '<math xmlns="http://www.w3.org/1998/Math/MathML"><msup><mi>x</mi><mn>2</mn></msup></math>'
)

INLINES: tuple[Block, ...] = (
    p(
        "The harbour office keeps every form of mark: ",
        Emphasis(children=t("stress")),
        ", ",
        Strong(children=t("weight")),
        ", ",
        Emphasis(children=t("both, ", Strong(children=t("one in the other")))),
        ", ",
        SmallCaps(children=t("Small Capitals")),
        ", water as H",
        Subscript(children=t("2")),
        "O, an area in km",
        Superscript(children=t("2")),
        ", ",
        InlineCode(text="press --run <now>"),
        ", and a ",
        Link(href="https://example.org/a b?q=ü", children=t("link"), title="The archive"),
        ". A note is called here",
        NoteRef(note="first"),
        " and again later on.",
    ),
    p(
        "Edits show: ",
        InlineSpan(role="deleted", children=t("nine")),
        " ",
        InlineSpan(role="inserted", children=t("ten")),
        " copies, ",
        InlineSpan(role="underline", children=t("underlined")),
        ", ",
        InlineSpan(role="marked", children=t("marked")),
        ", ",
        InlineSpan(role="abbreviation", title="Book <Number>", children=t("ISBN")),
        " and ",
        InlineSpan(role="small", children=t("small print")),
        ". Passages have languages: ",
        InlineSpan(language="de", children=t("die Druckerei am Hafen")),
        ", ",
        InlineSpan(language="fr", direction="ltr", children=t("l’imprimerie du port")),
        ". A ruby stands over its base: ",
        InlineSpan(
            role="ruby",
            children=t(
                "press",
                InlineSpan(role="ruby-parenthesis", children=t(" (")),
                InlineSpan(role="ruby-text", children=t("pres")),
                InlineSpan(role="ruby-parenthesis", children=t(")")),
            ),
        ),
        ".",
        IndexMark(terms=("press", "offset")),
        " The sign ",
        Image(src="mark.png", alt="a small square"),
        " ends a story",
        NoteRef(note="first"),
        ", as ",
        Cite(keys=("okafor2021", "brandt2024"), locator="p. 4"),
        " say; see ",
        CrossRef(target="fig-harbour"),
        ", ",
        CrossRef(target="tab-sales"),
        ", ",
        CrossRef(target="eq-sum"),
        ", “",
        CrossRef(target="what it costs", form="title"),
        "” on ",
        CrossRef(target="what it costs", form="page"),
        ", or ",
        Link(href="#tab-sales", children=t("the sales", NoteRef(note="second"))),
        ".",
    ),
    p(
        "An address of two lines:",
        LineBreak(),
        "Harbour Road 4,",
        LineBreak(),
        "Skerry. In a line stand ",
        InlineMath(text=r"a^2 + b^2 = c^2"),
        ", ",
        InlineMath(text="x squared", mathml=_MATHML),
        " and ",
        InlineMath(text=r"\frac{1}{n}"),
        "; the text around them keeps its leading, as a reader would wish it to.",
    ),
)

LISTS: tuple[Block, ...] = (
    Heading(level=1, children=t("Lists, and what they hold")),
    List(
        items=(
            item("a tight list has no space between its items,"),
            ListItem(
                blocks=(
                    p("and may hold another:"),
                    List(
                        ordered=True,
                        start=3,
                        items=(item("starting at three,"), item("going on to four.")),
                    ),
                )
            ),
            item("The last."),
        )
    ),
    List(
        tight=False,
        ordered=True,
        items=(
            ListItem(
                blocks=(
                    p("A loose list has space between its items, for each is a paragraph or more."),
                    p("This is the second paragraph of the first item, which needs its indent."),
                )
            ),
            item("The second item of the loose list."),
        ),
    ),
    List(
        items=(
            item("buy the press", checked=True),
            item("take out the wall", checked=True),
            item("find a compositor", checked=False),
        )
    ),
    DefinitionList(
        items=(
            Definition(
                term=t("Forme"), definitions=((p("Type and blocks locked up for print."),),)
            ),
            Definition(
                term=t("Quoin"),
                definitions=(
                    (p("A wedge that locks a forme."),),
                    (p("The corner of a building."),),
                ),
            ),
        )
    ),
)

QUOTES: tuple[Block, ...] = (
    Heading(level=1, children=t("Voices")),
    Quote(
        blocks=(p("Paper loses less money than silence."), p("We did the sums three times.")),
        attribution=t("Ines Okafor, editor"),
    ),
    p("A pull quote says again, in large, what the text says."),
    PullQuote(children=t("They took out a wall."), attribution=t("The harbour master")),
    Dialogue(
        turns=(
            Turn(speaker=t("Hale:"), blocks=(p("Did you take out the whole wall?"),)),
            Turn(
                speaker=t("Brandt:"),
                blocks=(
                    p("Only the half that was in the way."),
                    p("The other half fell by itself."),
                ),
            ),
            Turn(speaker=t("Hale:"), blocks=(p("And the undertaker?"),)),
        )
    ),
    Verse(
        stanzas=(
            (
                VerseLine(children=t("The press came over on the tide,")),
                VerseLine(children=t("its cylinders in oil,"), indent=1),
                VerseLine(children=t("and four and twenty men beside")),
                VerseLine(children=t("were glad of honest toil."), indent=1),
            ),
            (
                VerseLine(children=t("The keeper rowed to see it run")),
                VerseLine(children=t("and folded it in half."), indent=2),
            ),
        )
    ),
    ThematicBreak(),
    p("After a pause the text goes on without an indent."),
)

FIGURES: tuple[Block, ...] = (
    Heading(level=1, children=t("Pictures", NoteRef(note="third"))),
    p("A picture may be decorative, or one of several."),
    Figure(
        id="fig-harbour",
        images=(Image(src="harbour.png", alt="The harbour from the east"),),
        caption=t("The harbour from the ", Emphasis(children=t("east")), " at low tide."),
        credit=t("Photograph: Tomas Brandt"),
    ),
    Figure(
        images=(
            Image(src="press.png", alt="The press on the quay"),
            Image(src="quay.png", alt=""),
        ),
        caption=t("The press, and the quay that it stood on for two days."),
    ),
    Figure(images=(Image(src="press.png", alt="The press without a caption"),)),
)

TABLES: tuple[Block, ...] = (
    Heading(level=1, id="what it costs", children=t("What it costs")),
    Table(
        id="tab-sales",
        caption=t("Copies sold, by island and quarter."),
        head=2,
        alignments=("left", "right", "right", "center"),
        rows=(
            (
                Cell(blocks=(p("Island"),), header=True, rowspan=2),
                Cell(blocks=(p("Copies"),), header=True, colspan=2),
                Cell(blocks=(p("Boat"),), header=True, rowspan=2),
            ),
            cells("spring", "autumn", header=True),
            (Cell(blocks=(p("Skerry"),), header=True), *cells("1,204", "1,981", "daily")),
            (
                Cell(blocks=(p("Holm"),), header=True),
                *cells("311", "87"),
                Cell(blocks=(p("weekly"),), rowspan=2),
            ),
            (
                Cell(blocks=(p("Long Ness"),), header=True),
                Cell(blocks=(p("not counted"),), colspan=2),
            ),
            cells("All"),
        ),
    ),
    p("A wide table reaches into the margin, and a very wide one onto a page on its side."),
    Table(
        head=1,
        rows=(
            cells("Month", "Paper", "Ink", "Electricity", "Wages", "Boat", "Repairs", "All"),
            cells("January", "1,200", "310", "88", "4,100", "250", "1,015", "6,963"),
            cells("February", "1,150", "290", "91", "4,100", "250", "0", "5,881"),
        ),
    ),
    Table(
        head=1,
        caption=t("The ledger."),
        rows=(
            cells(*(f"Heading of column {number}" for number in range(1, 9))),
            *(
                cells(*(f"An entry of some words, {row}.{number}" for number in range(1, 9)))
                for row in range(1, 5)
            ),
        ),
    ),
    CodeBlock(
        syntax="python",
        text='def run(copies: int) -> str:\n    return str(copies) if copies > 1 else "<one>"',
    ),
)

MATH: tuple[Block, ...] = (
    Heading(level=2, children=t("Formulas of their own")),
    MathBlock(id="eq-sum", text=r"\sum_{k=1}^{n} k = \frac{n(n+1)}{2}"),
    MathBlock(text=_MATRIX),
    p("A formula that cannot be read is printed as it is written:"),
    MathBlock(text=r"\frac{1}{", span=Span("rich.md", 90, 1, 90, 9)),
)

ASIDES: tuple[Block, ...] = (
    Aside(
        title=t("How a press crosses the sea"),
        blocks=(
            p("It is taken apart, oiled and wrapped."),
            List(items=(item("Then it is rowed."),)),
        ),
    ),
    Aside(role="correction", blocks=(p("The paper has been printed since 1921, not 1912."),)),
    Aside(role="sources", blocks=(p("Council survey, 2024; https://example.org/survey"),)),
    Aside(role="agency", blocks=(p("Skerry Press Agency"),)),
)

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
