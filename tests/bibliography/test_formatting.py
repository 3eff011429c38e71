"""Citations one by one: what is cited how, and what is told."""

import pytest

from publisher.bibliography import Date, Name, Reference, find_style
from publisher.bibliography.formatting import (
    MOST_CITATIONS,
    MOST_WORKS,
    Formatted,
    format_citations,
)
from publisher.bibliography.styles import read_style
from publisher.diagnostics import PublisherError
from publisher.document.nodes import Cite, CiteItem
from publisher.document.text import plain
from publisher.span import Span
from tests.bibliography.sample import cite, library, written

APA = find_style("apa")
NOTES = find_style("chicago-notes-bibliography")
IBID = find_style("chicago-notes-bibliography-subsequent-ibid")
IEEE = find_style("ieee")


def work(key: str, *authors: str, year: int = 2000, **fields: str) -> Reference:
    names = {"author": tuple(Name(family=name, given="A.") for name in authors)}
    dates = {"issued": Date((year,))}
    words = {
        "title": f"Of {key}",
        **{name.replace("_", "-"): each for name, each in fields.items()},
    }
    return Reference(key=key, type="book", fields=words, names=names, dates=dates)


def of(*works: Reference) -> dict[str, Reference]:
    return {each.key: each for each in works}


def apa(*cites: Cite, language: str = "en-US") -> list[str]:
    done = format_citations(library().references, APA, language, cites)
    return [plain(each.text) for each in done.citations]


@pytest.mark.parametrize(
    ("items", "words"),
    [
        (["sand1902"], "(Sand, 1902)"),
        ([CiteItem("sand1902", "p. 3")], "(Sand, 1902, p. 3)"),
        ([CiteItem("sand1902", "pp. 3-4, 7")], "(Sand, 1902, pp. 3–4, 7)"),
        ([CiteItem("sand1902", "33")], "(Sand, 1902, p. 33)"),
        ([CiteItem("sand1902", "xii")], "(Sand, 1902, p. xii)"),
        ([CiteItem("sand1902", "chap. 3")], "(Sand, 1902, Chapter 3)"),
        ([CiteItem("sand1902", "§ 3")], "(Sand, 1902, Section 3)"),
        ([CiteItem("sand1902", "since 1990")], "(Sand, 1902, since 1990)"),
        ([CiteItem("sand1902", "S. 3")], "(Sand, 1902, S. 3)"),
        ([CiteItem("sand1902", prefix="see ", suffix=" and on")], "(see Sand, 1902 and on)"),
        ([CiteItem("sand1902", mode="suppress_author")], "(1902)"),
        ([CiteItem("sand1902", "p. 3", mode="narrative")], "Sand (1902, p. 3)"),
        ([CiteItem("article", mode="narrative")], "Okafor & Brandt (2021)"),
        (["thesis", "sand1902"], "(Ångström, 1999; Sand, 1902)"),
        (["sand1902", "article"], "(Okafor & Brandt, 2021; Sand, 1902)"),
        ([CiteItem("sand1902"), CiteItem("article", prefix="also ")],
            "(Sand, 1902; also Okafor & Brandt, 2021)"),
        (["nowhere"], "[nowhere]"),
        ([CiteItem("nowhere", "p. 3", prefix="see ")], "[see nowhere, p. 3]"),
        (["sand1902", CiteItem("nowhere", "p. 3")], "(Sand, 1902; [nowhere, p. 3])"),
    ],
)  # fmt: skip
def test_clusters(items: list[CiteItem | str], words: str) -> None:
    assert apa(cite(*items)) == [words]


def test_a_citation_that_has_only_keys() -> None:
    assert apa(Cite(keys=("sand1902", "thesis"), locator="p. 4")) == [
        "(Ångström, 1999, p. 4; Sand, 1902)"
    ]


def test_locators_are_read_in_the_language_of_the_work() -> None:
    assert apa(cite(CiteItem("sand1902", "S. 3")), language="de") == ["(Sand, 1902, S. 3)"]
    assert apa(cite(CiteItem("sand1902", "p. 3")), language="de") == ["(Sand, 1902, S. 3)"]
    assert apa(cite(CiteItem("sand1902", "Kap. 3")), language="de") == ["(Sand, 1902, Kapitel 3)"]


@pytest.mark.parametrize(
    ("language", "words", "codes"),
    [
        ("en-GB", "edited by", []),
        ("de-AT", "herausgegeben von", []),
        ("fr", "édité par", []),
        ("zh-TW", "編輯", []),
        ("und", "edited by", []),
        ("tlh", "edited by", ["BIB011"]),
    ],
)
def test_languages(language: str, words: str, codes: list[str]) -> None:
    style = find_style("chicago-author-date")
    done = format_citations(library().references, style, language, [cite("chapter")])
    assert [found.code for found in done.diagnostics] == codes
    (entry,) = done.bibliography.entries
    assert words in plain(entry.children)


def test_numbers_follow_the_text() -> None:
    done = format_citations(
        library().references, IEEE, "en", [cite("thesis"), cite("article", "thesis")]
    )
    assert [plain(each.text) for each in done.citations] == ["[1]", "[1], [2]"]
    assert [(plain(each.label), each.key) for each in done.bibliography.entries] == [
        *(("[1]", "thesis"), ("[2]", "article")),
    ]


def test_notes_say_more_the_first_time() -> None:
    cites = [cite(CiteItem("sand1902", f"p. {page}")) for page in (1, 1, 2)]
    done = format_citations(library().references, IBID, "en-US", [*cites, cite("thesis"), cites[0]])
    assert done.notes
    assert [plain(each.text) for each in done.citations] == [""] * 5
    assert [plain(each.note) for each in done.citations] == [
        "Ottilie Marie Sand, The Lamps of the Coast, 2nd ed. (Harbour Press, 1902), 1.",
        "Ibid.",
        "Ibid., 2.",
        "Siv Ångström, “Fog Signals after 1945” (PhD thesis, University of Visby, 1999).",
        "Sand, The Lamps of the Coast, 1.",
    ]


def test_narrative_notes_keep_the_author_in_the_text() -> None:
    items = cite(CiteItem("sand1902", "p. 1", mode="narrative"))
    (done,) = format_citations(library().references, NOTES, "en", [items]).citations
    assert plain(done.text) == "Ottilie Marie Sand"
    assert "Sand" not in plain(done.note)


def test_years_tell_works_apart() -> None:
    works = of(work("a", "Lee"), work("b", "Lee"), work("c", "Lee", year=2001))
    done = format_citations(works, APA, "en", [cite("b"), cite("a"), cite("c")])
    assert [plain(each.text) for each in done.citations] == [
        *("(Lee, 2000b)", "(Lee, 2000a)", "(Lee, 2001)"),
    ]
    assert [plain(each.children)[:18] for each in done.bibliography.entries] == [
        *("Lee, A. (2000a). O", "Lee, A. (2000b). O", "Lee, A. (2001). Of"),
    ]


@pytest.mark.parametrize(
    ("language", "order"),
    [
        ("en", ["Ångström", "Éloi", "Lee", "Østby", "Zola"]),
        ("sv", ["Éloi", "Lee", "Zola", "Ångström", "Østby"]),
        ("da", ["Éloi", "Lee", "Zola", "Østby", "Ångström"]),
    ],
)
def test_names_are_sorted_by_language(language: str, order: list[str]) -> None:
    works = of(*(work(f"k{at}", name) for at, name in enumerate(reversed(order))))
    done = format_citations(works, APA, language, [], uncited=list(works))
    found = [plain(each.children).partition(",")[0] for each in done.bibliography.entries]
    assert [name for name in found if name != "Østby"] == [
        name for name in order if name != "Østby"
    ]
    assert language != "da" or found == order


def test_keys_that_no_reference_has() -> None:
    span = Span("a.md", 3, 4, 3, 9)
    missing = Cite(keys=("sand192",), span=span)
    done = format_citations(library().references, APA, "en", [missing], uncited=["zzz", "film"])
    assert [(found.code, found.span) for found in done.diagnostics] == [
        ("BIB012", None), ("BIB012", span),
    ]  # fmt: skip
    assert "sand1902" in done.diagnostics[1].help
    assert [entry.key for entry in done.bibliography.entries] == ["film"]


def test_works_are_links_to_their_entries() -> None:
    works = of(work("a:b/c", "Lee"), work("a-b-c", "Ek"))
    done = format_citations(works, APA, "en", [cite("a:b/c", "a-b-c")])
    assert written(done.citations[0].text) == (
        "([Ek, 2000](#ref-a-b-c); [Lee, 2000](#ref-a-b-c-2))"
    )
    assert [entry.anchor for entry in done.bibliography.entries] == ["ref-a-b-c", "ref-a-b-c-2"]


def test_keys_differ_by_case() -> None:
    works = of(work("lee", "Lee"), work("Lee", "Ek"))
    done = format_citations(works, APA, "en", [cite("lee"), cite("Lee")])
    assert [plain(each.text) for each in done.citations] == ["(Lee, 2000)", "(Ek, 2000)"]


def test_a_style_without_a_bibliography() -> None:
    style = find_style("chicago-notes")
    done = format_citations(library().references, style, "en", [cite("sand1902")])
    assert [found.code for found in done.diagnostics] == ["BIB014"]
    assert done.bibliography.entries == ()
    assert "#ref" not in written(done.citations[0].note)


def test_a_work_that_a_style_cannot_set_is_there_by_its_title() -> None:
    text = """<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
    <citation><layout><number variable="volume" form="long-ordinal"/></layout></citation>
    <bibliography><layout><text term="no-such" strip-periods="true"/><names variable="author">
    <name et-al-min="x"/></names></layout></bibliography></style>"""
    style = read_style("odd", text.encode(), "odd.csl")
    works = of(work("a", "Lee"), work("b", "Ek", title=""))
    done = format_citations(works, style, "en", [cite("a"), cite("b")])
    assert [found.code for found in done.diagnostics] == ["BIB013", "BIB013"]
    assert [plain(each.text) for each in done.citations] == ["[a]", "[b]"]
    assert [plain(each.children) for each in done.bibliography.entries] == ["Of a", "[b]"]


@pytest.mark.parametrize(
    "odd",
    [
        '<text variable="title" font-style="wavy"/>',
        '<text variable="title" vertical-align="up"/>',
        '<text variable="title" text-case="wavy" display="x" strip-periods="no"/>',
        "<text/>",
        '<number variable="volume" form="x"/>',
        '<number variable="volume" form="roman"/>',
        '<names variable="author"><name and="x" et-al-min="y"/></names>',
        '<names variable="author"><name form="x"/><et-al term="y"/></names>',
        '<date variable="issued" form="x"/>',
        '<date variable="issued"><date-part name="x"/><date-part name="month"/></date>',
        '<label variable="x" form="y"/>',
        "<choose><else-if/><if/></choose>",
        '<choose><if position="x" is-numeric="y" locator="z" type="book">a</if></choose>',
        "<citation/><style/><unknown>x</unknown>",
        '<text term="it\'s"/>',
    ],
)
def test_odd_styles(odd: str) -> None:
    layouts = "".join(
        f"<{section}><layout font-style='{look}'><text variable='note'/>{odd}</layout></{section}>"
        for section, look in (("citation", "wavy"), ("bibliography", "italic"))
    )
    text = f'<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0">{layouts}</style>'
    style = read_style("odd", text.encode(), "odd.csl")
    works = of(work("a", "Lee", "Ek", volume="9" * 12), work("b", note="Noted."))
    done = format_citations(works, style, "en", [cite("a", CiteItem("b", "p. 3"))])
    assert len(done.bibliography.entries) == 2
    assert len(plain(done.citations[0].text)) < 200


def test_limits() -> None:
    works = of(*(work(f"k{at}") for at in range(MOST_WORKS + 1)))
    with pytest.raises(PublisherError, match="BIB002"):
        format_citations(works, APA, "en", [], uncited=list(works))
    with pytest.raises(PublisherError, match="BIB002"):
        format_citations({}, APA, "en", [cite("a")] * (MOST_CITATIONS + 1))


def test_one_run_leaves_nothing_to_the_next(capfd: pytest.CaptureFixture[str]) -> None:
    def run(language: str) -> Formatted:
        keys = list(library().references)
        return format_citations(library().references, NOTES, language, [cite(*keys)])

    first = run("en-US")
    run("fr")
    assert run("en-US") == first
    assert capfd.readouterr() == ("", "")
