"""Blocks beyond CommonMark: tables, tasks, definitions, verse, containers, formulas, notes."""

import pytest

from publisher.document.nodes import (
    Aside,
    CodeBlock,
    DefinitionList,
    Dialogue,
    Figure,
    Heading,
    List,
    MathBlock,
    Paragraph,
    PullQuote,
    Quote,
    Table,
    Verse,
)
from publisher.document.text import plain, runs
from tests.sources.markdown.reading import TITLE, block, blocks, findings, read_markdown


def words(node: object) -> list[str]:
    return [plain(run) for run in runs(node)]  # type: ignore[arg-type]


def test_a_table_with_alignments_and_a_caption() -> None:
    found = block("| a | b \\| c |\n|---|:-:|\n| *d* | |\n| e |\n\n: What *it* says {#tbl-x}\n")
    assert isinstance(found, Table)
    assert (found.head, found.alignments, found.id) == (1, ("none", "center"), "tbl-x")
    assert [[words(cell) for cell in row] for row in found.rows] == [
        [["a"], ["b | c"]],
        [["d"], []],
        [["e"], []],
    ]
    assert plain(found.caption) == "What it says"


def test_tasks() -> None:
    found = block("- [x] done\n- [ ] to do\n- [] neither\n")
    assert isinstance(found, List)
    assert [item.checked for item in found.items] == [True, False, None]
    assert words(found) == ["done", "to do", "[] neither"]


def test_definitions() -> None:
    found = block("Folio\n: The number of a page.\n\n: Its leaf.\n\nSlug\n: A name.\n")
    assert isinstance(found, DefinitionList)
    assert [plain(item.term) for item in found.items] == ["Folio", "Slug"]
    assert [len(item.definitions) for item in found.items] == [2, 1]


def test_verse_after_bars() -> None:
    found = block("| Roses are *red*,\n|   violets\n  blue.\n|\n| Then.\n")
    assert isinstance(found, Verse)
    assert [[plain(line.children) for line in stanza] for stanza in found.stanzas] == [
        ["Roses are red,", "violets blue."],
        ["Then."],
    ]
    assert [line.indent for line in found.stanzas[0]] == [0, 1]


def test_a_row_of_cells_is_no_verse() -> None:
    assert isinstance(block("| a | b |\n"), Paragraph)


def test_bars_in_a_container_of_verse_are_marks() -> None:
    found = block("::: verse\n| One\n|   two\n|\n| three\n:::\n")
    assert isinstance(found, Verse)
    lines = [[(plain(line.children), line.indent) for line in each] for each in found.stanzas]
    assert lines == [[("One", 0), ("two", 1)], [("three", 0)]]


def test_verse_in_a_container() -> None:
    found = block("::: {.verse #song}\nOne\n    two\n\nthree\n:::\n")
    assert isinstance(found, Verse)
    assert [len(stanza) for stanza in found.stanzas] == [2, 1]
    assert (found.stanzas[0][1].indent, found.id) == (2, "song")


def test_a_box_with_its_title_and_language() -> None:
    found = block("::: aside {lang=fr}\n### Titre\n\nTexte.\n:::\n")
    assert isinstance(found, Aside)
    assert (plain(found.title), found.language, found.role) == ("Titre", "fr", None)
    assert words(found) == ["Texte.", "Titre"]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("::: correction\nWe erred.\n:::", "correction"),
        ("::: {.callout-note title='N'}\nWe erred.\n:::", "note"),
        ("> [!NOTE]\n> We erred.", "note"),
    ],
)
def test_boxes_with_a_role(text: str, role: str) -> None:
    found = block(text)
    assert isinstance(found, Aside)
    assert found.role == role
    assert words(found)[0] == "We erred."


def test_containers_in_containers_need_no_longer_fences() -> None:
    outer = block("::: aside\n::: warning\na\n:::\n```\n:::\n```\nb\n::::::\n")
    assert isinstance(outer, Aside)
    assert [type(each) for each in outer.blocks] == [Aside, CodeBlock, Paragraph]


def test_a_container_without_a_meaning_leaves_its_blocks() -> None:
    one, two = blocks("::: {lang=de #x}\nEins.\n\nZwei.\n:::\n")
    assert (one.language, one.id, two.language, two.id) == ("de", "x", "de", None)


def test_a_pull_quote_with_its_source() -> None:
    found = block("::: pull-quote\nA lamp *of* light.\n\n— Ann Lee\n:::\n")
    assert isinstance(found, PullQuote)
    assert (plain(found.children), plain(found.attribution)) == ("A lamp of light.", "Ann Lee")


def test_a_quotation_with_its_source() -> None:
    found = block("> It is *so*.\n>\n> -- Ann\n")
    assert isinstance(found, Quote)
    assert (words(found), found.attribution[0].span and found.attribution[0].span.column) == (
        ["It is so.", "Ann"],
        6,
    )


@pytest.mark.parametrize(
    "text",
    [
        "**Ann:** Why?\n\n**Bo**: So.\n\nAnd so.",
        "Ann: Why?\n\nBo: So.\n\nAnd so.",
        "Ann\n: Why?\n\nBo\n: So.\n\n  And so.",
    ],
)
def test_dialogue(text: str) -> None:
    found = block(f"::: dialogue\n{text}\n:::\n")
    assert isinstance(found, Dialogue)
    assert [plain(turn.speaker) for turn in found.turns] == ["Ann", "Bo"]
    assert [[words(each) for each in turn.blocks] for turn in found.turns] == [
        [["Why?"]],
        [["So."], ["And so."]],
    ]


@pytest.mark.parametrize(
    ("text", "alt", "caption"),
    [
        ("![A lamp](l.png)", "A lamp", ""),
        ('![A lamp](l.png "The new lamp")', "A lamp", "The new lamp"),
        ("![The new lamp](l.png){alt='A lamp' #fig-l}", "A lamp", "The new lamp"),
    ],
)
def test_a_picture_alone_is_a_figure(text: str, alt: str, caption: str) -> None:
    found = block(text)
    assert isinstance(found, Figure)
    assert (found.images[0].alt, plain(found.caption)) == (alt, caption)
    assert found.id == ("fig-l" if "#" in text else None)


def test_a_figure_with_caption_and_credit() -> None:
    found = block(
        "::: {.figure #fig-l}\n![A](a%20b.png)\n\n![B](b.png)\n\n"
        "The *lamps*. [Ann Lee]{.credit}\n:::\n"
    )
    assert isinstance(found, Figure)
    assert [image.src for image in found.images] == ["a b.png", "b.png"]
    assert (plain(found.caption).strip(), plain(found.credit)) == ("The lamps.", "Ann Lee")


@pytest.mark.parametrize(
    "text", ["$$\na = b\n$$ {#eq-a}", "$$a = b$$ {#eq-a}", "{#eq-a}\n\\[\na = b\n\\]"]
)
def test_displayed_formulas(text: str) -> None:
    found = block(text)
    assert isinstance(found, MathBlock)
    assert (found.text, found.id) == ("a = b", "eq-a")


@pytest.mark.parametrize(
    ("info", "syntax"), [("python", "python"), ("{.python #x}", "python"), ("rust {#x}", "rust")]
)
def test_code_and_its_language(info: str, syntax: str) -> None:
    found = block(f"```{info}\nx = 1\n```\n")
    assert isinstance(found, CodeBlock)
    assert (found.text, found.syntax) == ("x = 1", syntax)


def test_attributes_on_a_line_belong_to_the_block_below() -> None:
    found = block("{#intro lang=fr}\nBonjour.\n")
    assert (found.id, found.language) == ("intro", "fr")


def test_headings_have_attributes() -> None:
    (found,) = blocks("## Über *uns* {#about lang=de}\n")
    assert isinstance(found, Heading)
    assert (found.id, found.language, plain(found.children)) == ("about", "de", "Über uns")


def test_notes_in_the_order_of_their_calls() -> None:
    document = read_markdown(
        f"{TITLE}a[^b] c^[In *line*.] d[^e]\n\n[^e]: Last.\n[^b]: First.\n\n    More.\n"
    ).document
    assert list(document.notes) == ["b", "inline-1", "e"]
    assert [words(note) for note in document.notes["b"]] == [["First."], ["More."]]


def test_raw_html_is_cleaned() -> None:
    text = "<p onclick='x()'>A <em>lamp</em>.</p>\n\nB <b>*c*</b> <script>d()</script>e<br>f\n"
    one, two = blocks(text)
    assert words(one) == ["A lamp."]
    assert words(two) == ["B c e\nf"]
    assert {code for code, *_ in findings(TITLE + text)} == {"HTM001"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("![a](file:///etc/passwd)", ("MKD011", 4, 1)),
        ("![a]()", ("MKD012", 4, 1)),
        ("a [b](JaVaScRiPt&#58;c)", ("MKD010", 4, 3)),
        ("![a](b.png){width=50%}", ("MKD013", 4, 1)),
        ("``` rust,ignore\na\n```", ("MKD013", 4, 1)),
        ("[a]{#x}\n[b]{#x}", ("MKD014", 5, 1)),
        ("[a]{#x}\n\n<p id=x>b</p>", ("MKD014", 6, 1)),
        ("::: aside\na", ("MKD015", 4, 1)),
        ("::: figure\na\n:::", ("MKD016", 4, 1)),
        ("::: dialogue\n- a\n:::", ("MKD016", 4, 1)),
        ("::: pull-quote\n- a\n:::", ("MKD016", 4, 1)),
        ("::: spoiler\na\n:::", ("MKD017", 4, 1)),
        ("[a]: b", ("MKD018", 4, 1)),
        ("[a]: b\n\n[a]: c\n\n[a]", ("MKD019", 6, 1)),
        ("a[^b]", ("MKD020", 4, 2)),
        ("a[^b]\n\n[^b]: c\n[^b]: d", ("MKD021", 7, 1)),
        ("a[^b]\n\n[^b]: See[^b].", ("MKD023", 6, 10)),
        ("a[^b]\n\n[^b]: See^[c].", ("MKD023", 6, 10)),
        ("*a **b " * 60 + "b** a*" * 60, ("MKD004", 4, 141)),
        ("a\x07", ("SRC008", 4, 2)),
    ],
)
def test_findings_are_located(text: str, found: tuple[str, int, int]) -> None:
    assert findings(TITLE + text) == [found]
