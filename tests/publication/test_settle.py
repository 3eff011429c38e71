"""Settling: numbers, notes, references, links and ids, before a layout prints them."""

import pytest

from publisher.diagnostics import PublisherError
from publisher.document.document import Document, Meta
from publisher.document.ids import Ids
from publisher.document.nodes import (
    Aside,
    Block,
    Blocks,
    Cell,
    CrossRef,
    Figure,
    Heading,
    Image,
    Inlines,
    InlineSpan,
    Link,
    List,
    ListItem,
    MathBlock,
    NoteRef,
    Paragraph,
    Quote,
    Table,
    Text,
)
from publisher.document.text import plain, runs
from publisher.publication.anchors import nodes
from publisher.publication.contents import in_contents, nested
from publisher.publication.settle import Settled, settle
from publisher.publication.settled import DisplayedFormula, NoteCall, PageReference, TaskBox
from publisher.span import Span
from publisher.terms import terms_for


def words(text: str) -> Inlines:
    return (Text(text=text),)


def p(*inlines: object, **fields: str) -> Paragraph:
    return Paragraph(children=inlines, **fields)  # type: ignore[arg-type]


def settled(
    *blocks: Block, notes: dict[str, Blocks] | None = None, language: str = "en"
) -> Settled:
    meta = Meta(title=words("The ferry"), language=language)
    document = Document(meta=meta, blocks=blocks, notes=notes or {})
    return settle(document, prefix="a", terms=terms_for(language), ids=Ids("headline"))


def texts(made: Settled) -> list[str]:
    return [plain(run) for block in made.document.blocks for run in runs(block)]


def codes(made: Settled) -> list[str]:
    return [found.code for found in made.diagnostics]


# --- notes --------------------------------------------------------------------------------


def test_notes_are_numbered_by_their_first_call_and_notes_in_notes_last() -> None:
    made = settled(
        p(NoteRef(note="b"), NoteRef(note="a"), NoteRef(note="b")),
        notes={"a": (p(*words("A"), NoteRef(note="c")),), "b": (p(*words("B")),), "c": (p(),)},
    )
    assert [(note.name, note.number, note.id) for note in made.notes] == [
        ("b", 1, "a-note-1"),
        ("a", 2, "a-note-2"),
        ("c", 3, "a-note-3"),
    ]
    assert [note.calls for note in made.notes] == [
        ("#a-call-1", "#a-call-1-2"),
        ("#a-call-2",),
        ("#a-call-3",),
    ]


def test_a_note_that_calls_itself() -> None:
    made = settled(p(NoteRef(note="a")), notes={"a": (p(NoteRef(note="a")),)})
    assert made.notes[0].calls == ("#a-call-1", "#a-call-1-2")


def test_a_note_that_is_not_called_comes_last_and_is_told() -> None:
    span = Span("a.md", 3, 1, 3, 2)
    lone = Paragraph(children=words("Lone"), span=span)
    made = settled(p(NoteRef(note="b")), notes={"lone": (lone,), "b": (p(),)})
    assert [note.name for note in made.notes] == ["b", "lone"]
    assert [(found.code, found.span) for found in made.diagnostics] == [("LAY008", span)]


def test_a_call_of_no_note_stays_as_words() -> None:
    made = settled(Paragraph(children=(NoteRef(note="x"),), span=Span("a.md", 2)))
    assert texts(made) == ["[x]"]
    assert [(found.code, found.span) for found in made.diagnostics] == [("LAY007", Span("a.md", 2))]


def test_a_call_inside_a_link_stands_behind_it() -> None:
    link = Link(href="https://example.org", children=(*words("a"), NoteRef(note="n")))
    made = settled(p(link, *words(".")), notes={"n": (p(),)})
    (paragraph,) = made.document.blocks
    assert isinstance(paragraph, Paragraph)
    assert [type(node) for node in paragraph.children] == [Link, NoteCall, Text]


# --- references ---------------------------------------------------------------------------


def figure(name: str, caption: str) -> Figure:
    return Figure(images=(Image(src="x.png", alt="x"),), caption=words(caption), id=name)


def test_figures_are_numbered_where_the_text_refers_to_one_by_number() -> None:
    figures = figure("one", "First"), figure("two", "Second")
    assert texts(settled(p(*words("Text")), *figures))[2::2] == ["First", "Second"]
    made = settled(p(CrossRef(target="two")), *figures)
    assert texts(made)[0] == "Figure\u00a02"
    assert texts(made)[2::2] == ["Figure\u00a01 First", "Figure\u00a02 Second"]


@pytest.mark.parametrize(
    ("language", "text"), [("de-AT", "Abbildung\u00a01"), ("fr", "Figure\u00a01")]
)
def test_references_speak_the_language_of_the_text(language: str, text: str) -> None:
    made = settled(p(CrossRef(target="one")), figure("one", "First"), language=language)
    assert texts(made)[0] == text


def test_words_of_another_language_than_the_text_say_so() -> None:
    made = settled(p(CrossRef(target="one")), figure("one", "First"), language="cy")
    languages = {node.language for node in nodes(made.document) if isinstance(node, InlineSpan)}
    assert "en" in languages


def test_headings_and_formulas_are_numbered_where_they_are_referred_to() -> None:
    made = settled(
        Heading(level=1, children=words("One"), id="h1"),
        Heading(level=2, children=words("Two"), id="h2"),
        MathBlock(text="x", id="sum"),
        MathBlock(text="y"),
        p(CrossRef(target="h2"), *words(", "), CrossRef(target="sum")),
    )
    assert texts(made) == ["1 One", "1.1 Two", "Section\u00a01.1, Equation\u00a0(1)"]
    formulas = [b for b in made.document.blocks if isinstance(b, DisplayedFormula)]
    assert [formula.number for formula in formulas] == ["(1)", None]


def test_a_reference_by_title_and_by_page() -> None:
    made = settled(
        Heading(level=1, children=words("One"), id="h"),
        p(CrossRef(target="h", form="title"), CrossRef(target="h", form="page")),
        p(*words("Below"), id="below"),
        p(CrossRef(target="below")),
    )
    title, page, below = (
        node for node in nodes(made.document) if isinstance(node, Link | PageReference)
    )
    assert isinstance(title, Link)
    assert isinstance(page, PageReference)
    assert isinstance(below, Link)
    assert (title.href, plain(title.children)) == ("#h", "One")
    assert (page.target, plain(page.term), plain(page.words)) == ("h", "page\u00a0", "One")
    assert plain(below.children) == "One"  # what has no number is named by its section


def test_a_reference_to_nothing_stays_as_words() -> None:
    made = settled(p(CrossRef(target="x")))
    assert (texts(made), codes(made)) == (["[x]"], ["LAY006"])


# --- links and ids ------------------------------------------------------------------------


@pytest.mark.parametrize("href", ["#nowhere", "javascript:alert(1)", "page.html", ""])
def test_a_link_that_leads_nowhere_is_told_and_stays_as_words(href: str) -> None:
    made = settled(p(Link(href=href, children=words("a"), span=Span("a.md", 4))))
    assert (texts(made), codes(made)) == (["a"], ["LAY005"])
    assert not any(isinstance(node, Link) for node in nodes(made.document))


def test_a_link_in_a_link_is_words() -> None:
    inner = Link(href="https://example.org/2", children=words("b"))
    made = settled(p(Link(href="https://example.org/1", children=(*words("a"), inner))))
    links = [node for node in nodes(made.document) if isinstance(node, Link)]
    assert [plain(link.children) for link in links] == ["ab"]


def test_ids_are_unique_xml_names_and_links_follow_them() -> None:
    made = settled(
        p(*words("a"), id="1 a"),
        p(*words("b"), id="headline"),
        p(*words("c"), id="a-4"),
        p(*words("d")),
        p(Link(href="#1%20a", children=words("e"))),
        p(InlineSpan(children=words("f"), id="1 a")),
    )
    found = [node.id for node in nodes(made.document) if node.id]
    assert found == ["id-1-a", "headline-2", "a-4", "a-1", "a-2", "a-3", "id-1-a-2"]
    (link,) = (node for node in nodes(made.document) if isinstance(node, Link))
    assert link.href == "#id-1-a"
    assert codes(made) == []


def test_an_id_that_stands_twice_is_told_where_something_leads_to_it() -> None:
    twice = Paragraph(children=words("b"), id="x", span=Span("a.md", 9))
    made = settled(p(*words("a"), id="x"), twice, p(Link(href="#x", children=words("c"))))
    assert [(found.code, found.span) for found in made.diagnostics] == [("LAY009", Span("a.md", 9))]


def test_a_language_that_is_no_tag_is_left_out() -> None:
    made = settled(p(InlineSpan(children=words("a"), language="english (uk)")))
    assert not any(node.language for node in nodes(made.document))


# --- blocks -------------------------------------------------------------------------------


def test_a_formula_that_cannot_be_read_is_told_where_it_stands() -> None:
    place = Span("a.md", 5, 1, 5, 9)
    made = settled(MathBlock(text=r"\frac{", span=place))
    assert [(found.code, found.span) for found in made.diagnostics] == [("LAY010", place)]
    (formula,) = made.document.blocks
    assert isinstance(formula, DisplayedFormula)
    assert formula.formula is None


def test_tasks_start_with_their_box() -> None:
    items = (
        ListItem(blocks=(p(*words("a")),), checked=True),
        ListItem(blocks=(), checked=False),
        ListItem(blocks=(p(*words("b")),)),
    )
    made = settled(List(items=items))
    assert texts(made) == ["☑ a", "☐", "b"]
    boxes = [node for node in nodes(made.document) if isinstance(node, TaskBox)]
    assert [box.words for box in boxes] == ["done", "to do"]


def test_an_aside_has_the_title_of_its_role() -> None:
    made = settled(Aside(blocks=(), role="correction"), Aside(blocks=(), role="agency"))
    assert texts(made) == ["Correction"]


def test_an_aside_that_says_what_it_is_gets_no_other_title() -> None:
    made = settled(Aside(blocks=(p(*words("Correction: two masts.")),), role="correction"))
    assert texts(made) == ["Correction: two masts."]


def test_what_is_nested_too_deep_is_told_where_it_stands() -> None:
    place = Span("a.md", 7, 1, 7, 2)
    block: Block = Paragraph(children=words("a"), span=place)
    for _ in range(3000):
        block = Quote(blocks=(block,))
    with pytest.raises(PublisherError) as caught:
        settled(block)
    (found,) = caught.value.diagnostics
    assert (found.code, found.span) == ("LAY011", place)


def test_contents_hold_no_calls_links_and_ids() -> None:
    title = (
        *words("A "),
        Link(href="#x", children=(InlineSpan(children=words("b"), id="y"),)),
        NoteRef(note="n"),
    )
    made = in_contents(title)
    assert plain(made) == "A b"
    assert all(plain((node,)) for node in made)
    assert not any(node.id or isinstance(node, Link | NoteRef) for node in nodes(made))


def test_a_heading_without_words_is_no_entry_but_those_below_it_are() -> None:
    picture = Heading(level=1, children=(Link(href="#x", children=(Image(src="x.png"),)),))
    below = Heading(level=2, children=words("Below"))
    assert [plain(entry.title) for entry in nested([picture, below], "a")] == ["Below"]


def test_a_table_that_no_page_holds_is_told() -> None:
    place = Span("a.md", 3)
    cell = Cell(blocks=(Paragraph(children=words("column")),))
    made = settled(Table(rows=((cell,) * 40,), span=place), Table(rows=((cell,) * 3,)))
    assert [(found.code, found.span) for found in made.diagnostics] == [("LAY012", place)]


def test_an_anchor_in_a_heading_is_nothing_in_the_contents() -> None:
    """EPUB 3.3, 7.2: what stands in the navigation document has words."""
    title = (InlineSpan(children=(), id="top"), Text(text="Head"))
    assert in_contents(title) == (Text(text="Head"),)
