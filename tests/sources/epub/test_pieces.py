"""Parts of ours that stand in several files, and marks of the pages of another edition."""

from publisher.configuration.metadata import Metadata
from publisher.document import nodes as n
from publisher.document.text import plain, runs
from publisher.sources import Reading, read
from tests.sources.epub.books import chapters

PART = (
    '<body><section class="role-chapter{} of-body starts-recto"{}>{}<div class="text">{}</div>'
    '<section class="notes at-end" epub:type="endnotes">{}</section></section></body>'
)
NOTE = (
    '<aside class="note" id="n{0}" epub:type="footnote" role="doc-footnote"><p>'
    '<a class="note-number" role="doc-backlink" href="#c{0}">{0}</a> Note {0}.</p></aside>'
)
CALL = '<a class="note-call" epub:type="noteref" id="c{0}" href="#n{0}">{0}</a>'
HEAD = '<header class="opening-block"><h1 class="headline short">One</h1></header>'


def reading(*bodies: str) -> Reading:
    return read(chapters(*bodies), Metadata())


def words(block: n.Block) -> list[str]:
    return [plain(run) for run in runs(block)]


def test_a_part_in_several_files_is_one() -> None:
    first = PART.format("", ' id="one"', HEAD, f'<p id="a">A{CALL.format(1)}</p>', NOTE.format(1))
    more = PART.format(
        " continues", "", "", f'<h2 id="b">B</h2><p id="c">C{CALL.format(2)}</p>', NOTE.format(2)
    )
    last = PART.format("", ' id="two"', HEAD, '<p id="d">D</p>', "")
    found = reading(first, more, last)
    assert found.publication
    one, two = (part.document for part in found.publication.parts)
    assert [words(block) for block in one.blocks] == [["A"], ["B"], ["C"]]
    assert [words(block) for note in one.notes.values() for block in note] == [
        ["Note 1."],
        ["Note 2."],
    ]
    assert [words(block) for block in two.blocks] == [["D"]]
    assert len({block.id for block in found.document.blocks}) == len(found.document.blocks)


def test_a_block_that_was_cut_is_one() -> None:
    first = PART.format("", "", HEAD, '<ol class="tight" id="l"><li><p id="p">a</p></li></ol>', "")
    more = PART.format(
        " continues",
        "",
        "",
        '<ol class="tight" start="2"><li><p id="q">b</p></li></ol><p id="r">c</p>',
        "",
    )
    last = PART.format("", "", HEAD, '<ol class="tight" id="m"><li><p id="s">d</p></li></ol>', "")
    blocks = reading(first, more, last).document.blocks
    lists = [block for block in blocks if isinstance(block, n.List)]
    assert [len(one.items) for one in lists] == [2, 1]
    assert [words(block) for block in blocks] == [["One"], ["a", "b"], ["c"], ["One"], ["d"]]


def test_marks_of_pages_are_no_text() -> None:
    mark = '<span epub:type="pagebreak" role="doc-pagebreak" id="{}" title="12">12</span>'
    text = f"<p>A{mark.format('p12')} word.</p>{mark.format('p13')}<p><a href='#p13'>See</a></p>"
    blocks = reading(f"<body>{text}</body>").document.blocks
    assert [words(block) for block in blocks] == [["A word."], ["See"]]
    assert blocks[1].id == "p13"
