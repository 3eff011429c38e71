"""What books of others say by types, and the parts that they are made of."""

from pathlib import Path

import pytest

from publisher.build.ready import make_ready
from publisher.build.works import find_works
from publisher.configuration.metadata import Metadata
from publisher.configuration.publication import Person
from publisher.document import nodes as n
from publisher.document.text import plain, runs
from publisher.sources import read
from tests.pictures.made import packed, photo
from tests.sources.epub.books import chapters, epub, package, page

POEM = (
    '<section epub:type="z3998:poem"><p><span>A lamp,</span><br/><span class="i2">a wire</span></p>'
    "<p><span>and rain.</span></p></section>"
)
PLAY = (
    '<section epub:type="z3998:drama"><table><tbody>'
    '<tr><td epub:type="z3998:persona">Ada</td><td>Who is it?</td></tr>'
    '<tr><td/><td><i epub:type="z3998:stage-direction">A bell.</i></td></tr>'
    "</tbody></table></section>"
)
LETTER = (
    '<blockquote epub:type="z3998:letter"><p epub:type="z3998:salutation">Dear Ivo,</p>'
    '<p>It rains.</p><p epub:type="z3998:signature">Ada</p></blockquote>'
)


def block_of(markup: str) -> n.Block:
    (block,) = read(chapters(f"<body>{markup}</body>"), Metadata()).document.blocks
    return block


def test_verse_is_lines() -> None:
    verse = block_of(POEM)
    assert isinstance(verse, n.Verse)
    found = [[(plain(line.children), line.indent) for line in one] for one in verse.stanzas]
    assert found == [[("A lamp,", 0), ("a wire", 2)], [("and rain.", 0)]]


def test_a_play_is_turns() -> None:
    play = block_of(PLAY)
    assert isinstance(play, n.Dialogue)
    assert play.role == "drama"
    assert [plain(turn.speaker) for turn in play.turns] == ["Ada", ""]
    assert [plain(run) for turn in play.turns for block in turn.blocks for run in runs(block)] == [
        "Who is it?",
        "A bell.",
    ]


def test_a_letter_has_its_parts() -> None:
    letter = block_of(LETTER)
    assert isinstance(letter, n.Quote)
    assert letter.role == "letter"
    roles = [one.role for one in letter.blocks if isinstance(one, n.Paragraph)]
    assert roles == ["salutation", None, "signature"]


@pytest.mark.parametrize(
    "markup",
    [
        '<section epub:type="z3998:verse"><p>One line.</p><h2>A title</h2><p>Another</p></section>',
        '<section epub:type="z3998:drama"><table><tr><td>1</td><td>2</td><td>3</td></tr>'
        "<tr><td>4</td><td>5</td><td>6</td></tr></table></section>",
    ],
)
def test_what_is_of_another_kind_is_read_as_html(markup: str) -> None:
    blocks = read(chapters(f"<body>{markup}</body>"), Metadata()).document.blocks
    assert not any(isinstance(block, n.Verse | n.Dialogue) for block in blocks)
    words = "".join(plain(run) for block in blocks for run in runs(block))
    assert words in ("One line.A titleAnother", "123456")


NAV = page(
    '<body><nav epub:type="toc"><ol><li><a href="fore.xhtml">Foreword</a></li>'
    '<li><a href="one.xhtml">Part one</a><ol><li><a href="two.xhtml">The lamp</a></li></ol></li>'
    '<li><a href="loi.xhtml">Plates</a></li></ol></nav></body>'
)
BOOK: dict[str, str | bytes] = {
    "OPS/book.opf": package(
        ["title.xhtml", "fore.xhtml", "one.xhtml", "two.xhtml", "loi.xhtml"],
        '<dc:creator id="a">Nora Hale</dc:creator>\n'
        '<meta refines="#a" property="file-as">Hale, Nora</meta>\n'
        '<dc:contributor id="b">Jan Berg</dc:contributor>\n'
        '<meta refines="#b" property="role" scheme="marc:relators">trl</meta>\n'
        "<dc:identifier>urn:isbn:9783161484100</dc:identifier>\n<dc:date>2026-05-03</dc:date>\n"
        '<meta property="belongs-to-collection" id="c">Island books</meta>\n'
        '<meta refines="#c" property="group-position">2</meta>\n'
        '<dc:subject id="s">LAN027000</dc:subject>\n'
        '<meta refines="#s" property="authority">BISAC</meta>\n'
        '<meta refines="#s" property="term">LAN027000</meta>\n',
        '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>'
        '<item id="pic" href="c.png" media-type="image/png" properties="cover-image"/>',
    ),
    "OPS/nav.xhtml": NAV,
    "OPS/title.xhtml": page('<body epub:type="titlepage"><h1>A book</h1></body>'),
    "OPS/fore.xhtml": page('<body epub:type="foreword"><h1>Foreword</h1><p>First.</p></body>'),
    "OPS/one.xhtml": page('<body epub:type="part"><h1>Part one</h1></body>'),
    "OPS/two.xhtml": page(
        '<body epub:type="chapter"><h2>The lamp</h2><h3>Its wire</h3><p>Copper. '
        '<a href="fore.xhtml">First</a></p></body>'
    ),
    "OPS/loi.xhtml": page('<body epub:type="loi"><h1>Plates</h1><p>A lamp, 3</p></body>'),
    "OPS/c.png": packed(photo(), "PNG"),
}


def test_a_book_of_others_is_its_parts() -> None:
    publication = read(epub(BOOK), Metadata()).publication
    assert publication
    found = [
        (part.entry.role, part.depth, plain(part.document.meta.title), len(part.document.blocks))
        for part in publication.parts
    ]
    assert found == [
        ("title-page", 0, "", 0),
        ("contents", 0, "", 0),
        ("foreword", 0, "Foreword", 1),
        ("part", 0, "Part one", 0),
        ("chapter", 1, "The lamp", 2),
        ("appendix", 0, "Plates", 1),
    ]
    heading = publication.parts[4].document.blocks[0]
    assert isinstance(heading, n.Heading)
    assert heading.level == 1


def test_what_a_book_of_others_says_is_kept() -> None:
    publication = read(epub(BOOK), Metadata()).publication
    assert publication
    file = publication.file
    assert file.contributors == (
        Person("Nora Hale", "aut", "Hale, Nora"),
        Person("Jan Berg", "trl"),
    )
    assert (file.isbn.epub, file.bisac) == ("9783161484100", ("LAN027000",))
    assert file.series
    assert (file.series.name, file.series.number) == ("Island books", "2")
    assert file.cover.image == "OPS/c.png"


def test_a_book_of_others_is_built_as_a_book(tmp_path: Path) -> None:
    path = tmp_path / "book.epub"
    path.write_bytes(epub(BOOK).data)
    (tmp_path / "book.toml").write_text('rights = "CC BY 4.0"\n', encoding="utf-8")
    (work,) = find_works([path]).works
    ready = make_ready(work, epoch=None)
    publication = ready.publications["pdf"]
    roles = [part.role for part in publication.parts]
    assert roles == ["title-page", "contents", "foreword", "part", "chapter", "appendix"]
    assert (publication.kind, publication.rights) == ("book", "CC BY 4.0")
    assert ready.themes["pdf"].described.name == "book"
    assert [found.code for found in ready.told if found.code.startswith("IMG")] == []
    assert publication.cover
    assert [found.code for found in publication.diagnostics] == []
