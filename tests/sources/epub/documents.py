"""Documents of random blocks and inlines, as an output can hold them."""

from hypothesis import strategies as st

from publisher.document import nodes as n
from publisher.document.document import Document, Meta

WORD = st.text("abcdefgäöñéλж中文", min_size=1, max_size=7)
WORDS = st.lists(WORD, min_size=1, max_size=5).map(" ".join)
SYNTAX = st.sampled_from([None, "python", "xml"])
NOTES = ("first", "second")


def text(words: str) -> n.Text:
    return n.Text(text=words)


def run_of(inlines: st.SearchStrategy[n.Inline]) -> st.SearchStrategy[n.Inlines]:
    """Words, then inlines with words between them."""
    parts = st.lists(st.tuples(inlines, WORDS.map(text)), max_size=3)
    return st.tuples(WORDS.map(text), parts).map(
        lambda made: (made[0], *(each for pair in made[1] for each in pair))
    )


LEAVES: st.SearchStrategy[n.Inline] = st.one_of(
    WORDS.map(lambda words: n.InlineCode(text=words)),
    st.sampled_from(NOTES).map(lambda name: n.NoteRef(note=name)),
    st.sampled_from([r"a \cdot b", "x^2", r"\frac{1}{2}"]).map(lambda tex: n.InlineMath(text=tex)),
    st.just(n.LineBreak()),
    st.builds(
        n.IndexMark,
        terms=st.lists(WORDS, min_size=1, max_size=3).map(tuple),
        main=st.booleans(),
    ),
    st.builds(
        n.IndexMark,
        terms=st.tuples(WORDS),
        see=st.tuples(WORDS),
        sort=st.tuples(WORD) | st.just(()),
    ),
    st.just(n.CrossRef(target="mark")) | st.just(n.CrossRef(target="mark", form="title")),
    st.builds(
        n.InlineSpan,
        children=WORDS.map(lambda words: (text(words),)),
        role=st.sampled_from(["citation", "deleted", "highlight", "underline", "keyboard"]),
    ),
    st.builds(
        n.InlineSpan,
        children=WORDS.map(lambda words: (text(words),)),
        role=st.just("abbreviation"),
        title=WORDS,
    ),
    st.builds(
        n.InlineSpan,
        children=WORDS.map(lambda words: (text(words),)),
        language=st.sampled_from(["de", "fr", "he", "ar"]),
    ),
)


def around(inner: st.SearchStrategy[n.Inline]) -> st.SearchStrategy[n.Inline]:
    """An inline that holds others."""
    run = run_of(inner)
    kinds: list[type[n.Emphasis]] = [n.Emphasis, n.Strong, n.SmallCaps, n.Subscript, n.Superscript]  # type: ignore[list-item]
    return st.one_of(*(st.builds(kind, children=run) for kind in kinds))


INLINES = st.recursive(LEAVES, around, max_leaves=4)
RUNS = run_of(INLINES)
PLAIN = WORDS.map(lambda words: (text(words),))
SOME = PLAIN | st.just(())

PARAGRAPHS = st.builds(
    n.Paragraph,
    children=RUNS,
    role=st.sampled_from([None, None, "direction", "salutation", "signature"]),
    language=st.sampled_from([None, None, "fr"]),
)
BREAKS = st.just(n.ThematicBreak())
CODE = st.builds(
    n.CodeBlock,
    text=st.lists(WORDS | st.just("  indented") | st.just(""), min_size=1, max_size=4)
    .map("\n".join)
    .filter(lambda code: bool(code.strip("\n")) and not code.endswith("\n")),
    syntax=SYNTAX,
    caption=SOME,
    start=st.sampled_from([None, 1, 8]),
)
VERSE = st.builds(
    n.Verse,
    stanzas=st.lists(
        st.lists(st.builds(n.VerseLine, children=RUNS, indent=st.integers(0, 8)), min_size=1).map(
            tuple
        ),
        min_size=1,
        max_size=2,
    ).map(tuple),
    title=SOME,
    attribution=SOME,
    numbered=st.sampled_from([0, 2, 5]),
    start=st.just(1),
)
MATH = st.sampled_from(["a = b", r"\sqrt{x}"]).map(lambda tex: n.MathBlock(text=tex))
TABLES = st.integers(1, 3).flatmap(
    lambda width: st.builds(
        n.Table,
        rows=st.lists(
            st.lists(
                st.builds(n.Cell, blocks=st.tuples(st.builds(n.Paragraph, children=PLAIN))),
                min_size=width,
                max_size=width,
            ).map(tuple),
            min_size=2,
            max_size=3,
        ).map(tuple),
        head=st.integers(0, 1),
        alignments=st.sampled_from([(), ("right",) * width, ("none", "center")[:width]]),
        caption=SOME,
    )
)
SIMPLE: st.SearchStrategy[n.Block] = st.one_of(PARAGRAPHS, BREAKS, CODE, VERSE, MATH, TABLES)


def nested(inner: st.SearchStrategy[n.Block]) -> st.SearchStrategy[n.Block]:
    """A block that holds others."""
    blocks = st.lists(inner, min_size=1, max_size=2).map(tuple)
    spoken = st.builds(n.Turn, speaker=PLAIN, blocks=blocks)
    directions = st.builds(
        n.Turn, speaker=st.just(()), blocks=st.tuples(st.builds(n.Paragraph, children=PLAIN))
    )
    return st.one_of(
        st.builds(
            n.List,
            items=st.lists(
                st.builds(n.ListItem, blocks=blocks, checked=st.sampled_from([None, True, False])),
                min_size=1,
                max_size=2,
            ).map(tuple),
            ordered=st.booleans(),
            start=st.just(1),
            tight=st.booleans(),
        ),
        st.builds(
            n.Quote,
            blocks=blocks,
            attribution=SOME,
            role=st.sampled_from([None, "letter", "epigraph", "sign"]),
        ),
        st.builds(
            n.Aside,
            blocks=blocks,
            title=SOME,
            role=st.sampled_from([None, "agency", "sources", "warning"]),
        ),
        st.builds(n.PullQuote, children=PLAIN, attribution=SOME),
        st.builds(
            n.Dialogue,
            turns=st.lists(spoken | directions, min_size=1, max_size=3).map(tuple),
            role=st.sampled_from([None, "drama", "interview"]),
        ),
        st.builds(
            n.DefinitionList,
            items=st.lists(
                st.builds(
                    n.Definition, term=PLAIN, definitions=st.lists(blocks, max_size=2).map(tuple)
                ),
                min_size=1,
                max_size=2,
            ).map(tuple),
        ),
    )


BLOCKS = st.recursive(SIMPLE, nested, max_leaves=5)
HEADINGS = st.builds(n.Heading, level=st.integers(1, 4), children=PLAIN)


def _document(blocks: list[n.Block], notes: list[n.Inlines], language: str) -> Document:
    marked = n.Heading(level=1, children=(text("Marked"),), id="mark")
    called = n.Paragraph(children=tuple(n.NoteRef(note=name) for name in NOTES))
    return Document(
        meta=Meta(title=(text("A title"),), language=language),
        blocks=(called, marked, *blocks),
        notes={
            name: (n.Paragraph(children=note),) for name, note in zip(NOTES, notes, strict=True)
        },
    )


DOCUMENTS = st.builds(
    _document,
    st.lists(BLOCKS | HEADINGS, min_size=1, max_size=6),
    st.lists(PLAIN, min_size=2, max_size=2),
    st.sampled_from(["en-GB", "de"]),
)
