"""Its running text: inlines, lists, and what people say."""

from publisher.document.nodes import (
    Block,
    Cite,
    CrossRef,
    Definition,
    DefinitionList,
    Dialogue,
    Emphasis,
    Heading,
    Image,
    IndexMark,
    InlineCode,
    InlineMath,
    InlineSpan,
    LineBreak,
    Link,
    List,
    ListItem,
    NoteRef,
    PullQuote,
    Quote,
    SmallCaps,
    Strong,
    Subscript,
    Superscript,
    ThematicBreak,
    Turn,
    Verse,
    VerseLine,
)
from tests.rich.making import item, p, t

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
