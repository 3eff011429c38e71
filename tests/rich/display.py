"""What stands in it for itself: figures, tables, code, formulas, boxes."""

from publisher.document.nodes import (
    Aside,
    Block,
    Cell,
    CodeBlock,
    Emphasis,
    Figure,
    Heading,
    Image,
    List,
    MathBlock,
    NoteRef,
    Table,
)
from publisher.span import Span
from tests.rich.making import cells, item, p, t

_MATRIX = r"\begin{pmatrix} a & b \\ c & d \end{pmatrix}"


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
