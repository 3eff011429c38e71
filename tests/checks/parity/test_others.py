"""Files of other programs: their roles, marks and habits."""

import pytest
from pikepdf import Array, Dictionary, Name

from publisher.assets import Source
from tests.checks.parity.drawn import Drawing
from tests.checks.parity.making import codes, found, made_epub, made_pdf, read
from tests.sources.epub.books import epub, package, page

BODY = "<h1>A heading</h1><p>A paragraph over two pages.</p>"


def test_roles_of_a_file_of_its_own() -> None:
    drawing = Drawing(["A heading", "A paragraph over"], ["two pages."])
    element = drawing.element
    title = element("Kopf", 0)
    text = element("Absatz", 1, drawing.mark(0, 1))
    pdf = drawing.source(title, text, roles={"Kopf": "Top", "Top": "H1", "Absatz": "P"})
    assert codes(made_epub(BODY), pdf) == []


def test_roles_in_a_name_space() -> None:
    drawing = Drawing(["A heading", "A paragraph over two pages."])
    roles = Dictionary({"/section": Array([Name.H1, Dictionary()])})
    space = drawing.pdf.make_indirect(Dictionary(Type=Name.Namespace, RoleMapNS=roles))
    title = drawing.element("section", 0, NS=space)
    assert codes(made_epub(BODY), drawing.source(title, drawing.element("P", 1))) == []


def test_words_that_stand_for_what_is_drawn() -> None:
    drawing = Drawing(["A h e a d i n g", "A paragraph over", "two pages."])
    title = drawing.element("H1", 0, ActualText="A heading")
    text = drawing.element("P", 1, 2)
    assert codes(made_epub(BODY), drawing.source(title, text)) == []


def test_what_has_no_place_in_the_structure_is_no_text() -> None:
    drawing = Drawing(["A heading", "Page 1 of 1", "A paragraph over two pages."])
    element = drawing.element
    assert codes(made_epub(BODY), drawing.source(element("H1", 0), element("P", 2))) == []


def test_a_note_inside_a_paragraph() -> None:
    drawing = Drawing(["A word", "1", "goes on here.", "The note."])
    element = drawing.element
    note = element("Note", element("Lbl", 1), 3)
    pdf = drawing.source(element("P", 0, note, 2))
    body = '<p>A word goes on here.</p><aside epub:type="footnote"><p>1 The note.</p></aside>'
    assert codes(made_epub(body), pdf) == []


def test_notes_that_nothing_calls_notes() -> None:
    drawing = Drawing(["A word.", "1. The note."])
    pdf = drawing.source(drawing.element("P", 0), drawing.element("P", 1))
    body = '<p>A word.</p><aside epub:type="footnote"><p>1. The note.</p></aside>'
    (difference,) = found(made_epub(body), pdf)
    assert difference.code == "PAR004"
    assert "is a note" in difference.message


def test_figures_in_figures_and_lists_with_labels() -> None:
    drawing = Drawing(["*", "An item", "The caption"])
    element = drawing.element
    inner = element("Figure", Alt="The press")
    caption = element("Caption", 2)
    item = element("LI", element("Lbl", 0), element("LBody", 1))
    pdf = drawing.source(element("L", item), element("Figure", inner), caption)
    body = (
        '<ul><li>An item</li></ul><figure><img src="a.png" alt="The press"/>'
        "<figcaption>The caption</figcaption></figure>"
    )
    assert codes(made_epub(body), pdf) == []


def test_contents_as_a_page_are_no_text_but_contents() -> None:
    """A list of links with the words of bookmarks, leaders and numbers, below a heading."""
    contents = (
        '<h2>Contents</h2><ul><li><a href="#one">One ..... 1</a></li>'
        '<li><a href="#two">Two ..... 2</a></li></ul>'
    )
    body = '<h2 id="one" class="mark">One</h2><p>Text.</p>{}<h2 id="two" class="mark">Two</h2>'
    pdf = made_pdf(contents + body.format('<p style="break-after: page">More.</p>'))
    line = '<li><a href="c0.xhtml#{0}">{0}</a></li>'
    entries = line.format("One") + line.format("Two")
    text = body.format("<p>More.</p>").replace('id="one"', 'id="One"').replace('"two"', '"Two"')
    assert codes(made_epub(text, contents=entries), pdf) == []


def test_a_reference_by_page_is_one_by_title() -> None:
    body = '<p>See {} for more.</p><h2 id="one">What it costs</h2><p>Much.</p>'
    epub_body = body.format('<a href="#one">What it costs</a>')
    pdf_body = body.format('<a href="#one">page 1</a>')
    assert codes(made_epub(epub_body), made_pdf(pdf_body)) == []
    wrong = pdf_body.replace("page 1", "page 7")
    assert codes(made_epub(epub_body), made_pdf(wrong)) == ["PAR002"]


def test_an_index_by_page_is_one_by_place() -> None:
    """Three places in the EPUB, of which two are on one page of the PDF."""
    text = (
        '<p id="a">A press.</p><p>b</p><p>c</p><p>d</p><p id="e">A press, too.</p>'
        '<p style="break-before: page">f</p><p>g</p><p>h</p><p id="i">A last press.</p>'
        "<h2>Index</h2><p>press, {}</p>"
    )
    places = '<a href="#a">1</a>, <a href="#e">2</a>, <a href="#i">3</a>'
    pages = '<a href="#a">1</a>, <a href="#i">2</a>'
    epub, pdf = made_epub(text.format(places)), made_pdf(text.format(pages))
    assert codes(epub, pdf) == codes(pdf, epub) == []
    fewer = made_pdf(text.format('<a href="#a">1</a>'))
    assert codes(epub, fewer) == ["PAR008"]


PLACES = (
    '<p id="a">A press.</p><p>b</p><p>c</p><p>d</p><p id="e">A press, too.</p>'
    '<p style="break-before: page">f</p><p>g</p><p>h</p><p id="i">One more.</p>'
    '<p style="break-before: page">j</p><p>k</p><p>l</p><p id="m">A last press.</p>'
    '<section epub:type="index" role="doc-index"><h2>Index</h2><ul><li>{}</li></ul></section>'
)
UNNAMED = PLACES.replace("section", "div").replace(' epub:type="index" role="doc-index"', "")
BY_PLACE = (
    'press, <a href="#a">1</a>, <a href="#e">2</a>, <a href="#i">3</a>, <a href="#m">4</a>. '
    "<i>see also</i> paper"
)


@pytest.mark.parametrize(
    ("by_page", "expected"),
    [
        ('press, <a href="#a">1</a>, <a href="#i">2</a>, <a href="#m">3</a>. see also paper', []),
        ('press, <a href="#a">1</a>–<a href="#m">3</a>. see also paper', []),
        ('press, <a href="#a">1</a>–<a href="#i">2</a>. see also paper', ["PAR008"]),
        ('press, <a href="#a">1</a>, <a href="#m">3</a>. see also paper', ["PAR008"]),
        ('press. see also <a href="#a">paper</a>', ["PAR002", *["PAR008"] * 5]),
        ('oil, <a href="#a">1</a>–<a href="#m">3</a>. see also paper', ["PAR002"]),
        ('press, <a href="#a">1</a>–<a href="#m">3</a>. see also ink', ["PAR002"]),
        ('press, <a href="#a">1</a>–<a href="#m">3</a>', ["PAR001"]),
        (
            'press, <a href="#a">2</a>, <a href="#i">2</a>, <a href="#m">3</a>. see also paper',
            ["PAR001"],
        ),
    ],
)
def test_an_index_is_compared_by_words_and_places(by_page: str, expected: list[str]) -> None:
    """A page is named once on paper, and a range by its ends; the numbers themselves do not count.

    A number that is not that of the page is told, as it leads a reader of paper astray.
    """
    epub, pdf = made_epub(PLACES.format(BY_PLACE)), made_pdf(PLACES.format(by_page))
    assert codes(epub, pdf) == codes(pdf, epub) == expected


def test_an_entry_of_an_index_that_runs_over_a_page() -> None:
    """What stands on the second page is nothing but numbers."""
    by_page = 'press, <a href="#a">1</a>, <a href="#i">2</a>,<br><a href="#m">3</a>'
    foot = '<p style="break-before: page; height: 94mm; margin: 0">Filled.</p>'
    running = f'{foot}<ul style="margin: 0; orphans: 1; widows: 1">'
    pdf = made_pdf(PLACES.replace("<ul>", running).format(by_page))
    before, after = read(pdf).blocks[-2:]
    assert (before.place.page, after.place.page) == (4, 5)
    assert [link.locator for link in before.links] == ["1", "2", "3"]
    epub = made_epub(PLACES.replace("<ul>", "<p>Filled.</p><ul>").format(BY_PLACE.split(".")[0]))
    assert codes(epub, pdf) == codes(pdf, epub) == []


def test_an_index_that_one_file_alone_calls_one() -> None:
    pages = '<a href="#a">1</a>, <a href="#i">2</a>, <a href="#m">3</a>'
    by_page = UNNAMED.format(f"press, {pages}. see also paper")
    assert codes(made_epub(PLACES.format(BY_PLACE)), made_pdf(by_page)) == []
    assert codes(made_epub(UNNAMED.format(BY_PLACE)), made_pdf(by_page)) == []


def test_numbers_of_an_index_that_nothing_calls_one() -> None:
    """The number of a place is by chance that of the page of another one."""
    front = '<p>z</p><p id="a" style="break-before: page">'.join(UNNAMED.split('<p id="a">'))
    pages = 'press, <a href="#a">2</a>, <a href="#i">3</a>, <a href="#m">4</a>. see also paper'
    pdf = made_pdf(front.format(pages))
    assert codes(made_epub(front.format(BY_PLACE)), pdf) == []
    one_less = front.format(pages.replace('<a href="#i">3</a>, ', ""))
    assert codes(made_epub(front.format(BY_PLACE)), made_pdf(one_less)) == ["PAR008"]


def test_the_lines_of_a_heading_may_be_blocks() -> None:
    lines = "<h1><span>Part I</span> <span{0}>A long</span> <span{0}>title</span></h1><p>Text.</p>"
    pdf = made_pdf(lines.format(' style="display: block"'))
    assert codes(made_epub(lines.format("")), pdf) == []
    assert [block.kind for block in read(pdf).blocks] == ["heading", "passage"]
    wrong = made_epub(lines.format("").replace("A long", "A short"))
    assert codes(wrong, pdf) == ["PAR002"]


def test_a_link_that_runs_over_a_line_is_one() -> None:
    body = f'<p>{"They say that it was " * 3}<a href="#there">the extraordinarily long way{{}}'
    body += ' to the harbour</a>.</p><p>a</p><p>b</p><p>c</p><h2 id="there">There</h2>'
    pdf = made_pdf(body.format(""))
    assert "\u2028" in read(pdf).blocks[0].links[0].words(read(pdf).blocks[0].text)
    assert codes(made_epub(body.format("")), pdf) == []
    cut = body.format('</a> <a href="https://example.org">')
    assert codes(made_epub(cut), pdf) == ["PAR008"]


def test_the_space_behind_the_call_of_a_note() -> None:
    call = '<a href="#n" style="vertical-align: super; font-size: 7pt">1</a>'
    after = f'<p id="h">It ends.{call} <a href="#h">Another</a> begins.</p>'
    note = '<aside class="note" epub:type="footnote" id="n"><p>1 The note.</p></aside>'
    assert codes(made_epub(after + note), made_pdf(after + note)) == []
    joined = made_epub(after.replace("</a> <a", "</a><a") + note)
    assert codes(joined, made_pdf(after + note)) == ["PAR002"]


def test_a_title_page_says_what_the_metadata_say() -> None:
    name = "<dc:creator>Ann Lee</dc:creator>"
    front = '<p>A book</p><p>Ann Lee</p><p style="break-after: page"></p>'
    head = '<meta name="author" content="Ann Lee">'
    assert codes(made_epub(BODY, metadata=name), made_pdf(front + BODY, head=head)) == []


def test_levels_are_those_below_the_highest() -> None:
    """One file has its chapters at level 1, another one below the title."""
    chapters = (
        "<h1>One</h1><p>a</p><h2>In it</h2><p>b</p><h1>Two</h1><p>c</p><h1>Three</h1><p>d</p>"
    )
    lower = chapters.replace("h2", "h3").replace("h1", "h2")
    assert codes(made_epub(chapters), made_pdf(lower)) == []
    assert codes(made_epub(chapters), made_pdf(lower.replace("h3", "h2"))) == ["PAR003"]


def test_an_epub_2_with_named_characters_and_a_cover() -> None:
    text = page("<body><h1>A&nbsp;heading</h1><p>A paragraph over two&#160;pages.</p></body>")
    guide = '<guide><reference type="cover" href="c0.xhtml"/></guide>'
    opf = package(["c0.xhtml", "c1.xhtml"], version="2.0").replace(
        "</package>", f"{guide}</package>"
    )
    cover = page('<body><p><img src="cover.png" alt="Cover"/></p></body>')
    old = epub({"OPS/book.opf": opf, "OPS/c0.xhtml": cover, "OPS/c1.xhtml": text})
    assert codes(old, made_pdf(BODY)) == []
    assert codes(old, old) == []


def test_many_chapters_against_one() -> None:
    parts = [f"<h1>Chapter {number}</h1><p>Its text, number {number}.</p>" for number in range(5)]
    assert codes(made_epub(*parts), made_pdf("".join(parts))) == []
    assert codes(made_epub(*parts[:4]), made_pdf("".join(parts))) == ["PAR001"] * 2


def test_a_link_to_another_chapter() -> None:
    one = '<p>See <a href="c1.xhtml#two">the end</a>.</p><p>More.</p><p>And more.</p>'
    two = '<h1 id="two">The end</h1><p>It is short.</p>'
    joined = one.replace("c1.xhtml", "") + two
    assert codes(made_epub(one, two), made_pdf(joined)) == []
    assert codes(made_epub(one, two), made_epub(joined)) == []


def test_a_paragraph_and_a_table_that_run_over_pages() -> None:
    words = " ".join(f"word{number}" for number in range(400))
    rows = "".join(f"<tr><td>left {at}</td><td>right {at}</td></tr>" for at in range(60))
    table = f"<table><thead><tr><th>One</th><th>Two</th></tr></thead><tbody>{rows}</tbody></table>"
    body = f"<p>{words}</p>{table}<p>After it.</p>"
    assert {block.place.page for block in read(made_pdf(body)).blocks} >= {1, 5}
    assert codes(made_epub(body), made_pdf(body)) == []


def test_words_that_are_divided_at_the_end_of_a_line() -> None:
    body = (
        f"<p>{'An extraordinarily long hyphenation of well-kept and self-evident words. ' * 30}</p>"
    )
    pdf = made_pdf(body)
    assert any("\u00ad" in block.text for block in read(pdf).blocks)
    assert codes(made_epub(body), pdf) == []
    assert codes(made_epub(body.replace("extraordinarily", "extraordinary", 1)), pdf) == ["PAR002"]


def test_a_source_is_read_whatever_its_name() -> None:
    source = made_epub(BODY)
    assert codes(Source("one", source.data), Source("two", made_pdf(BODY).data)) == []


def test_an_old_name_of_a_place() -> None:
    drawing = Drawing(["See it.", "Far.", "Away."], ["A heading"])
    element = drawing.element
    spot = Array([drawing.pdf.pages[1].obj, Name.FitH, 380])
    drawing.pdf.Root.Dests = Dictionary(there=Dictionary(D=spot))
    annotation = drawing.pdf.make_indirect(
        Dictionary(
            Type=Name.Annot,
            Subtype=Name.Link,
            Rect=Array([20, 350, 60, 370]),
            A=Dictionary(S=Name.GoTo, D=Name.there),
        )
    )
    drawing.pdf.pages[0].Annots = Array([annotation])
    reference = Dictionary(Type=Name.OBJR, Obj=annotation)
    link = element("Link", reference, 0)
    pdf = drawing.source(
        element("P", link), element("P", 1), element("P", 2), element("H1", 0, page=1)
    )
    body = '<p><a href="#h">See it.</a></p><p>Far.</p><p>Away.</p><h1 id="h">A heading</h1>'
    assert codes(made_epub(body), pdf) == []
    assert [link.target for block in read(pdf).blocks for link in block.links] == [3]
