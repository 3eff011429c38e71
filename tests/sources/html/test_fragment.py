# ruff: noqa: E501 (a row of a table is one line)
"""Pieces of HTML to clean blocks: each kind of node, places, what may not survive, nothing lost."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from publisher.diagnostics import PublisherError
from publisher.document.nodes import Blocks, IndexMark, InlineSpan, Paragraph, Table, Text
from publisher.document.text import leaves, plain, runs
from publisher.sources.html.fragment import (
    MOST_STRAYS,
    Fragment,
    Options,
    read_fragment,
    read_inline,
    read_tree,
)
from publisher.span import Span
from tests.sources.html.outline import block_lines, words
from tests.strategies import texts

HERE = Span("page.html")


def fragment(markup: str, options: Options | None = None) -> Fragment:
    return read_fragment(markup, HERE, options or Options())


def lines(blocks: Blocks) -> list[str]:
    return [line for block in blocks for line in block_lines(block)]


BLOCKS = [
    ("<p>One <em>two</em> <strong>three</strong>", ["paragraph: One <emphasis>two</> <strong>three</>"]),
    ("loose<br>words<br><br>and more", ["paragraph: loose⏎words", "paragraph: and more"]),
    ("<h3 id=a>Head</h3>", ["heading 3 #a: Head"]),
    ("<ol start=4><li>a<li>b<ul><li>c</ul></ol>", [
        "list, ordered from 4, tight", "  -", "    paragraph: a", "  -", "    paragraph: b",
        "    list, bulleted, tight", "      -", "        paragraph: c",
    ]),
    ("<ul><li><p>a<li><p>b</ul>", ["list, bulleted, loose", "  -", "    paragraph: a", "  -", "    paragraph: b"]),
    ("<ul><li><input type=checkbox checked> a<li><input type=checkbox> b</ul>", [
        "list, bulleted, tight", "  [x]", "    paragraph: a", "  [ ]", "    paragraph: b",
    ]),
    ("<dl><dt>t<dd>d<dd>e</dl>", ["definition list", "  t", "    paragraph: d", "    paragraph: e"]),
    ("<table><caption>C</caption><tr><th colspan=2>H<tr><td>1<td style='text-align:right' rowspan=2>2</table>", [
        "table, head 1, [none right]: C", "  *2x1 paragraph: H", "  1x1 paragraph: 1 | 1x2 paragraph: 2",
    ]),
    ("<table role=presentation><tr><td><p>a<td><p>b</table>", ["paragraph: a", "paragraph: b"]),
    ("<figure><img src=a.png alt=A><figcaption>Cap <small class=credit>By X</small></figcaption></figure>", [
        "figure: !(a.png 'A')", "  caption: Cap", "  credit: <small>By X</>",
    ]),
    ("<div class='wp-caption'><a href=b><img src=a.png alt=''></a><p class='wp-caption-text'>Cap</div>", [
        "figure: !(a.png '')", "  caption: Cap", "  credit: ",
    ]),
    ("<p><img src=a.png><img src=b.png alt=B></p>", [
        "figure: !(a.png None)!(b.png 'B')", "  caption: ", "  credit: ",
    ]),
    ("<figure><table><tr><td>1<td>2</table><figcaption>Cap</figcaption></figure>", [
        "table, head 0, []: Cap", "  1x1 paragraph: 1 | 1x1 paragraph: 2",
    ]),
    ("<pre><code class='language-py'>if a:\n    b</code></pre>", ["code py: 'if a:\\n    b'"]),
    ("<blockquote><p>Q</p><footer>— <cite>Who</cite></footer></blockquote>", [
        "quote by [— <emphasis>Who</>]", "  paragraph: Q",
    ]),
    ("<aside class=pullquote><p>Q</aside>", ["pull quote: Q"]),
    ("<aside><h2>Box</h2><p>in it</aside>", ["aside: Box", "  paragraph: in it"]),
    ("<details><summary>More</summary>hidden until opened</details>", ["aside: More", "  paragraph: hidden until opened"]),
    ("a<hr>b", ["paragraph: a", "break", "paragraph: b"]),
    ("<math display=block><mi>x</mi><mo>&lt;</mo><script>1</script></math>", [
        'math: x< <math xmlns="http://www.w3.org/1998/Math/MathML" display="block"><mi>x</mi><mo>&lt;</mo></math>',
    ]),
    ("<a href='https://a.b'><h2>Linked</h2><p>too</a>", ["heading 2: [Linked](https://a.b)", "paragraph: [too](https://a.b)"]),
]  # fmt: skip


@pytest.mark.parametrize(("markup", "expected"), BLOCKS)
def test_blocks(markup: str, expected: list[str]) -> None:
    found = fragment(markup)
    assert lines(found.blocks) == expected
    assert [one.code for one in found.diagnostics if one.code != "HTM001"] == []


INLINES = [
    ("a  b\n\tc", "a b c"),
    ("a <b> b </b> c", "a <strong>b </>c"),
    ("H<sub>2</sub>O m<sup>2</sup>", "H<subscript>2</>O m<superscript>2</>"),
    ("<del>a</del><ins>b</ins><mark>c</mark><u>d</u>", "<deleted>a</><inserted>b</><marked>c</><underline>d</>"),
    ("<abbr title='x'>a</abbr>", "<abbreviation>a</>"),
    ("<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>",
     "<ruby>漢<ruby-parenthesis>(</><ruby-text>kan</><ruby-parenthesis>)</></>"),
    ("<q>a <q>b</q></q>", "<inlinespan>\"a <inlinespan>'b'</>\"</>"),
    ("<code>a  b</code> <kbd>c<b>d</b></kbd>", "<inlinecode>a b</> <code>c<strong>d</></>"),
    ("x<a id=k></a>y", "x<inlinespan #k></>y"),
    ("<span style='font-variant: small-caps'>Caps</span>", "<smallcaps>Caps</>"),
    ("<a href=' java\nscript:alert(1)'>a</a>", "a"),
    ("<a href='mailto:a@b.c' title=t>a</a>", "[a](mailto:a@b.c)"),
    ("<img class=emoji src=s.png alt='😀'>!", "😀!"),
    ("i<img src=s.png>j", "i!(s.png None)j"),
    ("<font color=red>a</font><wbr><big>b</big>", "ab"),
    ("<div>a</div><div>b</div>", "a b"),
]  # fmt: skip


@pytest.mark.parametrize(("markup", "expected"), INLINES)
def test_inlines(markup: str, expected: str) -> None:
    assert words(read_inline(markup, HERE).inlines) == expected


def test_index_marks_are_those_of_htmlbook() -> None:
    mark = '<a data-type="indexterm" data-primary=" lamp " data-tertiary="" data-secondary="old">'
    found, *rest = read_inline(f"{mark}a <b>lamp</b></a>", HERE).inlines
    assert isinstance(found, IndexMark)
    assert found.terms == ("lamp", "old")
    assert plain(tuple(rest)) == "a lamp"
    assert read_inline('<a data-type="indexterm"></a>', HERE).inlines == ()


def test_an_abbreviation_keeps_its_title() -> None:
    (found,) = read_inline("<abbr title='HyperText &amp; Co'>HT</abbr>", HERE).inlines
    assert isinstance(found, InlineSpan)
    assert (found.role, found.title) == ("abbreviation", "HyperText & Co")
    (other,) = read_inline("<u title='shown by a pointer'>a</u>", HERE).inlines
    assert isinstance(other, InlineSpan)
    assert other.title is None


def test_language_and_direction() -> None:
    (paragraph,) = fragment("<div lang=fr><p dir=rtl>a <i lang=de>b</i></div>").blocks
    assert (paragraph.language, paragraph.direction) == ("fr", "rtl")
    assert isinstance(paragraph, Paragraph)
    assert paragraph.children[1].language == "de"


@pytest.mark.parametrize(
    "bogus", ["<?xml version='1'?>", "<![if IE]>", "<!x>", "</ 3>", "<!-- c -->"]
)
def test_comments_of_every_kind_are_no_text(bogus: str) -> None:
    found = fragment(f"<p>&lt;?a?>{bogus}b\r\n{bogus}<xmp>{bogus}</xmp>")
    assert lines(found.blocks)[0] == "paragraph: <?a?>b"
    assert lines(found.blocks)[1] == f"code None: {bogus!r}"


def test_anchors_are_valid_and_each_is_there_once() -> None:
    found = fragment("<p id='1 a'>x<p id='1 a'>y<p id=ok><a href='#1 a'>l</a><p id=1-a>z")
    assert [block.id for block in found.blocks] == ["id-1-a", None, "ok", "id-1-a-2"]
    assert lines(found.blocks)[2] == "paragraph #ok: [l](#id-1-a)"
    assert [(one.code, one.span and one.span.column) for one in found.diagnostics] == [
        ("HTM005", 14)
    ]


def test_notes_are_taken_out_of_the_text() -> None:
    found = fragment(
        "<p>Word<sup><a href='#n1'>1</a></sup></p>"
        "<section role=doc-endnotes><h2>Notes</h2><ol><li id=n1>Said. <a href='#r'>↩</a></ol></section>"
    )
    assert lines(found.blocks) == ["paragraph: Word(note n1)"]
    assert {name: lines(note) for name, note in found.notes.items()} == {"n1": ["paragraph: Said."]}
    assert [one.text for one in found.removed] == ["1", "Notes", "↩"]


ACTIVE = [
    ("<script>alert(1)</script>x", "HTM001"),
    ("<p onclick='a()'>x", "HTM001"),
    ("<iframe src='https://a.b'></iframe>x", "HTM001"),
    ("<object data=a></object>x", "HTM001"),
    ("<form action='https://a.b'>x<input name=a><button>Send</button></form>", "HTM001"),
    ("<a href='javascript:alert(1)'>x</a>", "HTM001"),
    ("<a href='data:text/html,<script>1</script>'>x</a>", "HTM001"),
    ("<a href='jav&#x09;ascript:alert(1)'>x</a>", "HTM001"),
    ("x<img src='javascript:1'>", "HTM001"),
    ("<style>p { color: red }</style>x", "HTM002"),
    ("x<img src='https://a.b/c.gif' width=1 height=1>", "HTM002"),
    ("x<img src='https://www.google-analytics.com/collect?v=1'>", "HTM002"),
    ("x<span style='display: none'>secret</span>", "HTM002"),
    ("x<p hidden>secret", "HTM002"),
    ("<svg><script>1</script><text>t</text></svg>x", "HTM003"),
    ("<video src=a.mp4>no video</video>x", "HTM003"),
    ("x<img alt='no address'>", "HTM003"),
]


@pytest.mark.parametrize(("markup", "code"), ACTIVE)
def test_what_acts_is_left_out_and_told(markup: str, code: str) -> None:
    found = fragment(markup)
    assert lines(found.blocks) == ["paragraph: x"]
    first = found.diagnostics[0]
    assert first.code == code
    assert first.span
    assert first.span.line == 1


def test_one_finding_a_kind_with_a_count() -> None:
    (found,) = fragment("<p>x<script></script>\n<script></script><script></script>").diagnostics
    assert found.message.startswith("3 scripts left out")
    assert found.span == Span("page.html", 1, 5, 1, 5)


def test_pictures_inside_the_page_are_handed_on() -> None:
    import base64
    import io

    from PIL import Image

    stream = io.BytesIO()
    Image.effect_noise((20, 20), 50).save(stream, "PNG")
    data = base64.b64encode(stream.getvalue()).decode()
    found = fragment(f"<img src='data:image/png;base64,{data}' alt=A>")
    ((name, content),) = found.embedded.items()
    assert content == stream.getvalue()
    assert lines(found.blocks)[0] == f"figure: !({name} 'A')"
    assert fragment("x<img src='data:image/png;base64,AAAA'>").embedded == {}


def test_places() -> None:
    markup = "<p>One &amp; two\r\n<b>three</b></p>"
    (found,) = read_fragment(markup, Span("a.md", 7, 3)).blocks
    assert isinstance(found, Paragraph)
    assert found.span == Span("a.md", 7, 3, 8, 17)
    texts = [leaf for leaf in leaves(found.children) if isinstance(leaf, Text)]
    assert [(leaf.text, leaf.span) for leaf in texts] == [
        ("One & two ", Span("a.md", 7, 6, 8, 1)),
        ("three", Span("a.md", 8, 4, 8, 9)),
    ]


def test_a_tree_that_was_parsed_already() -> None:
    root = etree.fromstring(
        '<body xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops">\n'
        '<p xml:lang="de">A<!-- c --><script>1</script> <b>B</b> tail<a epub:type="noteref" href="#n">1</a>'
        '</p>\n<aside epub:type="footnote" id="n"><p>N</p></aside><table>stray<tr><td>1</td><td>2</td></tr>'
        "</table></body>"
    )
    found = read_tree(root, "c.xhtml")
    assert lines(found.blocks) == [
        "paragraph: A <strong>B</> tail(note n)",
        "paragraph: stray",
        "table, head 0, []: ",
        "  1x1 paragraph: 1 | 1x1 paragraph: 2",
    ]
    assert lines(found.notes["n"]) == ["paragraph: N"]
    assert found.blocks[0].language == "de"
    assert found.blocks[0].span == Span("c.xhtml", 2, 1, 2, 1)


def test_deep_nesting_is_flattened_and_nothing_in_it_lost() -> None:
    for tag, code in (
        ("div", []),
        ("blockquote", ["HTM006"]),
        ("b", ["HTM006"]),
        ("ul><li", ["HTM006"]),
    ):
        found = fragment(f"<{tag}>" * 3000 + "<p>deep")
        assert text_of(found) == "deep"
        assert [one.code for one in found.diagnostics] == code


def test_too_much_is_refused() -> None:
    with pytest.raises(PublisherError, match="HTM009"):
        fragment("<" * (MOST_STRAYS + 1))
    with pytest.raises(PublisherError, match="HTM009"):
        read_inline("<b>" * 400_000, HERE)


def text_of(found: Fragment) -> str:
    """The words of a fragment, without white space."""
    parts = [
        plain(run)
        for blocks in (found.blocks, *found.notes.values())
        for block in blocks
        for run in runs(block)
    ]
    return re.sub(r"\s+", "", "".join(parts))


TAGS = ["p", "div", "b", "em", "span", "ul", "ol", "li", "table", "tr", "td", "blockquote", "h2", "a",
        "figure", "figcaption", "dl", "dt", "dd", "section", "sup", "aside", "details", "summary"]  # fmt: skip
ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


@st.composite
def markups(draw: st.DrawFn) -> str:
    """Tags that open and close in any order, with words of any script between them."""
    parts = st.one_of(
        st.sampled_from(TAGS).map(lambda tag: f"<{tag}>"),
        st.sampled_from(TAGS).map(lambda tag: f"</{tag}>"),
        st.sampled_from(["<br>", "<hr>", "<img src=a.png>", "<!-- c -->"]),
        texts.map(lambda text: text.replace("\0", "").translate(ESCAPES)),
    )
    return "".join(draw(st.lists(parts, max_size=25)))


@given(markups())
def test_nothing_is_lost(markup: str) -> None:
    from justhtml import JustHTML

    parsed = JustHTML(markup, sanitize=False, fragment=True)
    expected = parsed.root.to_text("", strip=False)
    found = fragment(markup)
    assert sorted(text_of(found)) == sorted(re.sub(r"\s+", "", expected))
    if "<figcaption" not in markup and "<summary" not in markup:
        assert text_of(found) == re.sub(r"\s+", "", expected)


def test_a_row_that_cells_from_above_fill_stays() -> None:
    markup = (
        "<table><tr><td rowspan=2>a</td><td rowspan=2>b</td></tr><tr></tr><tr></tr>"
        "<tr><td>c</td><td>d</td></tr></table>"
    )
    (table,) = fragment(markup).blocks
    assert isinstance(table, Table)
    assert [len(row) for row in table.rows] == [2, 0, 2]


def test_what_stands_for_an_object_is_kept() -> None:
    found = fragment("<object data=a.swf><param name=x><p>Words of it.</p></object><p>After</p>")
    assert lines(found.blocks) == ["paragraph: Words of it.", "paragraph: After"]
    assert [one.code for one in found.diagnostics] == ["HTM001"]


def test_a_picture_that_is_loaded_late_is_shown_once() -> None:
    late = "<img data-src=a.png src='data:image/gif;base64,R0lGODlhAQABAAAAACw=' alt=x>"
    twin = "<noscript><img src={}.png alt=x></noscript>"
    assert lines(fragment(f"<p>{late}{twin.format('a')}</p>").blocks)[0] == "figure: !(a.png 'x')"
    assert len(fragment(f"<p>{late}{twin.format('a')}</p>").blocks) == 1
    assert len(fragment(f"<p>{late}</p>{twin.format('b')}").blocks) == 2


def test_the_foot_of_a_table_comes_last() -> None:
    markup = "<table><tfoot><tr><td>f<td>g<tbody><tr><td>c<td>d<tr><td>e<td>h</table>"
    (table,) = fragment(markup).blocks
    assert isinstance(table, Table)
    assert [plain(run) for run in runs(table)] == ["c", "d", "e", "h", "f", "g"]


@pytest.mark.parametrize("markup", ["<ol start=5><li>a</ol>", "<ol><li value=5>a<li>b</ol>"])
def test_a_list_begins_where_its_first_item_says(markup: str) -> None:
    assert lines(fragment(markup).blocks)[0].startswith("list, ordered from 5")
