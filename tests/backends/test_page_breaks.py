"""Where a marker stands: before the first words of its page, in a place that EPUB allows."""

import re

import pytest

from publisher.backends.epub.item import Item
from publisher.backends.epub.page_breaks import Marked, PageTarget, mark_pages
from publisher.layouts import load_theme
from publisher.pagination import PICTURE, Pagination, PrintedPage
from tests.conftest import ROOT

THEME = load_theme("article", ROOT)
BEFORE = "Some forty letters go before what is looked at here."
AFTER = "Some forty letters come after it so that there is a page."


def _document(body: str, name: str = "text/a.xhtml") -> Item:
    markup = (
        '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n'
        '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops">'
        f"<head><title>No text</title></head><body>{body}</body></html>"
    )
    return Item(name, markup.encode())


def _marked(*bodies: str, pages: tuple[str, ...]) -> Marked:
    printed = tuple(PrintedPage(str(number), text) for number, text in enumerate(pages, start=1))
    documents = [_document(body, f"text/{at}.xhtml") for at, body in enumerate(bodies)]
    return mark_pages(documents, Pagination("urn:isbn:9780306406157", printed), THEME)


def _shown(item: Item) -> str:
    """The body of a document, each marker as its label in brackets."""
    body = item.data.decode().partition("<body>")[2].removesuffix("</body></html>")
    marker = r'<span id="page-\d+" epub:type="pagebreak" role="doc-pagebreak" aria-label="(\d+)">'
    return re.sub(f"{marker}</span>", r"[\1]", body)


@pytest.mark.parametrize(
    ("body", "second"),
    [
        ("<p>One two |three four.</p>", "three four."),
        ("<p>One two.</p>\n<p>|Three four.</p>", "Three four."),
        # A word that the page before began stays whole: the marker is behind it.
        ("<p>One extraordinary |man, two.</p>", "ordinary man, two."),
        ("<p>One extraordinary, |“man” two.</p>", "ordinary, “man” two."),
        ("<p>One extraordinary—|and two.</p>", "ordinary—and two."),
        ("<p>One extraordinary.|</p>\n<p>Man and two.</p>", "ordinary. Man and two."),
        ("<p>One well-known |man, two.</p>", "known man, two."),
        ("<p>A <em>very well</em>-known |man, two.</p>", "known man, two."),
        ("<p>One e\u0301cole\u0301 |man two.</p>", "\u0301 man two."),
        # Marks that begin a page are its own.
        ("<p>One two</p>\n<p>|“Three four.”</p>", "“Three four.”"),
        ("<p>Un deux |«\u00a0Trois quatre\u00a0».</p>", "«\u00a0Trois quatre\u00a0»."),
        ("<p>One two |— three four.</p>", "— three four."),
        ("<p>One two—|“three four.”</p>", "“three four.”"),
        ("<p>One two |(<em>three</em> four).</p>", "(three four)."),
        ("<p>One two |&amp; three four.</p>", "& three four."),
        ("<p>&lt;One> two &amp; |three four &gt; five.</p>", "three four > five."),
        # No marker in a heading, nor in an element in a line that it could stand before.
        ("<p>One.</p>\n|<h2>Two <em>three</em></h2><p>four</p>", "Two three four"),
        ("<p>One.</p><h2>Two three</h2>|<p>Four.</p>", "three Four."),
        ("<p>One <a href='#x'>two</a> |<em><b>three</b> four</em>.</p>", "three four."),
        ("<p>One <em>two |three</em> four.</p>", "three four."),
        # Inside items, cells, lines of verse and of code, captions.
        ("<ul><li>One.</li>\n<li>|Two three.</li></ul>", "Two three."),
        ("<dl><dt>One</dt><dd>|two three</dd></dl>", "two three"),
        ("<table><tr><td>One</td><td>|two three</td></tr></table>", "two three"),
        ("<table><caption>|One two</caption><tr><td>three</td></tr></table>", "One two three"),
        ("<p><span>One,</span><br/>|<span>two three</span></p>", "two three"),
        ("<pre><code><span>one\n</span>|<span>two three</span></code></pre>", "two three"),
        ("<figure><img src='x' alt='y'/><figcaption>|One two</figcaption></figure>", "One two"),
        ("<aside><p>1 |A note that goes on.</p></aside>", "A note that goes on."),
        # What may hold no marker has it before.
        ("<p>One |<ruby>漢<rt>kan</rt></ruby> two.</p>", "漢kan two."),
        ("<p>One two <span aria-hidden='true'>3</span>|three four.</p>", "three four."),
        # Scripts without spaces: a page begins with any letter.
        ("<p>吾輩は猫である。|名前はまだ無い。</p>", "名前はまだ無い。"),
        ("<p>吾輩は猫であ|る。名前はまだ無い。</p>", "る。名前はまだ無い。"),
        ("<p>สวัสดี|ชาวโลกทั้งหลาย</p>", "ชาวโลกทั้งหลาย"),
        ("<p>אחת שתיים |שלוש ארבע.</p>", "שלוש ארבע."),
    ],
)
def test_a_marker_stands_before_the_first_words_of_its_page(body: str, second: str) -> None:
    body = f"<p>{BEFORE}</p>{body}<p>{AFTER}</p>"
    first = re.sub(r"<[^>]*>", " ", body)  # what is said of the first page need not end there
    marked = _marked(body.replace("|", ""), pages=(BEFORE + first[:0], f"{second} {AFTER}"))
    assert _shown(marked.documents[0]).replace("[1]", "", 1) == body.replace("|", "[2]")
    assert marked.left_out == ()


@pytest.mark.parametrize(
    ("body", "second"),
    [
        ("<figure>|<img src='x' alt='y'/><figcaption>One</figcaption></figure>", f"{PICTURE} One"),
        ("<p>One |<math><mi>x</mi></math> two.</p>", f"{PICTURE} two."),
        ("<p>|<svg role='img'><title>y</title></svg></p><p>One</p>", f"{PICTURE} One"),
    ],
)
def test_a_page_may_begin_with_a_picture(body: str, second: str) -> None:
    body = f"<p>{BEFORE}</p>{body}<p>{AFTER}</p>"
    marked = _marked(body.replace("|", ""), pages=(BEFORE, f"{second} {AFTER}"))
    assert _shown(marked.documents[0]).replace("[1]", "", 1) == body.replace("|", "[2]")


def test_pages_lead_to_the_documents_that_they_begin_in() -> None:
    marked = _marked(
        f"<p>{BEFORE}</p>", f"<h1>Two</h1><p>{AFTER}</p>", pages=(BEFORE, "Two" + AFTER)
    )
    assert [target.href for target in marked.targets] == [
        "text/0.xhtml#page-1",
        "text/1.xhtml#page-2",
    ]
    assert _shown(marked.documents[1]) == f"[2]<h1>Two</h1><p>{AFTER}</p>"


def test_blank_pages_have_no_entry_and_pages_without_a_place_are_told() -> None:
    pages = (BEFORE, " ", "Nothing of this is in the book.", AFTER)
    marked = _marked(f"<p>{BEFORE} {AFTER}</p>", pages=pages)
    assert [target.label for target in marked.targets] == ["1", "4"]
    assert marked.left_out == ("3",)


def test_ids_are_like_no_other() -> None:
    body = f"<p id='page-1'>{BEFORE}</p><p id='page-2'>{AFTER}</p>"
    marked = _marked(body, pages=(BEFORE, AFTER))
    assert [target.href for target in marked.targets] == [
        "text/0.xhtml#page-1-2",
        "text/0.xhtml#page-2-2",
    ]


def test_labels_become_ids_and_stay_as_they_are() -> None:
    pages = (
        PrintedPage('A"<&>', BEFORE),
        PrintedPage("§", AFTER),
        PrintedPage("%", "More" + AFTER),
    )
    document = _document(f"<p>{BEFORE}</p><p>{AFTER}</p><p>More{AFTER}</p>")
    marked = mark_pages([document], Pagination("x", pages), THEME)
    hrefs = [target.href for target in marked.targets]
    assert hrefs == ["text/a.xhtml#page-A-", "text/a.xhtml#page--", "text/a.xhtml#page---2"]
    assert b'aria-label="A&#34;&lt;&amp;&gt;"' in marked.documents[0].data


@pytest.mark.parametrize(
    ("label", "kind", "number"),
    [
        ("12", "normal", 12),
        ("xii", "front", None),
        ("A-1", "special", None),
        ("0", "special", None),
    ],
)
def test_the_ncx_tells_kinds_of_pages(label: str, kind: str, number: int | None) -> None:
    target = PageTarget(label, "a.xhtml#b")
    assert (target.kind, target.number) == (kind, number)


def test_what_is_hidden_is_no_text() -> None:
    body = f"<nav hidden='hidden'><p>{AFTER}</p></nav><p>{BEFORE}</p><p>{AFTER}</p>"
    marked = _marked(body, pages=(BEFORE, AFTER))
    assert (
        _shown(marked.documents[0])
        == body.replace(f"<p>{BEFORE}", f"<p>[1]{BEFORE}")[: -len(f"{AFTER}</p>")]
        + f"[2]{AFTER}</p>"
    )


def test_nothing_is_changed_without_pages_of_its_text() -> None:
    marked = _marked(f"<p>{BEFORE}</p>", pages=("Another book altogether, of other words.",))
    assert marked.documents == (_document(f"<p>{BEFORE}</p>", "text/0.xhtml"),)
    assert marked.targets == ()
