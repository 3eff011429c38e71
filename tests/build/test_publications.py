"""Books and issues: which files make one, in which order, and what keeps them from being made."""

from pathlib import Path

import pytest

from publisher.build.build import Options, build_works
from publisher.build.ready import make_ready
from publisher.build.works import find_works
from publisher.diagnostics import PublisherError, UsageError
from publisher.document.nodes import Link, Paragraph, Table
from publisher.document.text import plain
from publisher.publication import Entry
from publisher.publication.numerals import spelled
from tests.build.publications import BOOK, assembled, found_in, outline, ready, written
from tests.conftest import ROOT

TOML = "publication.toml"
SVG = 'xmlns="http://www.w3.org/2000/svg"'


def with_parts(parts: str) -> dict[str, str]:
    text = f'title = "T"\nlanguage = "en"\n{parts}\n'
    return BOOK | {"publication.toml": text}


def titles(entries: tuple[Entry, ...]) -> list[object]:
    return [
        (plain((*entry.label, *entry.title)), titles(entry.children))
        if entry.children
        else plain((*entry.label, *entry.title))
        for entry in entries
    ]


# --- what is a publication ----------------------------------------------------------------


def test_a_folder_with_a_description_is_one_work_named_after_it(tmp_path: Path) -> None:
    folder = tmp_path / "works" / "press"
    written(folder, BOOK)
    (tmp_path / "works" / "article.txt").write_text("A headline\n\nText.\n", encoding="utf-8")
    assert [work.name for work in find_works([tmp_path / "works"]).works] == ["article", "press"]
    assert [work.name for work in find_works([folder]).works] == ["press"]
    assert [work.name for work in find_works([folder / "publication.toml"]).works] == ["press"]


def test_parts_stand_in_the_order_of_the_description(tmp_path: Path) -> None:
    assert outline(assembled(tmp_path, BOOK)) == [
        ("half-title", "half-title", "Half title"),
        ("title-page", "title-page", "Title page"),
        ("contents", "contents", "Contents"),
        ("preface", "preface", "Preface"),
        ("one", "chapter", "The room"),
        ("two", "chapter", "The ink"),
    ]


def test_a_description_without_parts_takes_the_files_of_its_folder(tmp_path: Path) -> None:
    made = assembled(tmp_path, with_parts(""))
    assert [name for name, _, _ in outline(made)] == [
        *("half-title", "title-page", "copyright-page", "contents"),
        *("one", "preface", "two"),
    ]


def test_a_folder_of_chapters_with_a_book_md(tmp_path: Path) -> None:
    files = {
        "book.md": "---\ntitle: On Ink\nauthor: Ada Marsh\n"
        "language: de\nchapters: [b.md, a.md]\n---\n",
        "a.md": "---\ntitle: Widmung\n---\n\nFür alle.\n",
        "b.md": "# Die Farbe\n\nSie ist schwarz.\n",
    }
    made = assembled(tmp_path, files)
    assert outline(made)[4:] == [("b", "chapter", "Die Farbe"), ("a", "dedication", "Widmung")]
    assert made.parts[5].quiet
    assert (made.title, made.language, made.contributors[0].name) == ("On Ink", "de", "Ada Marsh")


def test_a_book_in_one_file_begins_a_chapter_at_each_first_heading(tmp_path: Path) -> None:
    text = """---
title: On Ink
language: en
---

Before all.

# One

A[^n] B.

## Inside

# Two {#second}

See [one](#one) and [^m].

[^n]: Note of one.
[^m]: Note of two.
"""
    made = assembled(tmp_path, {"book.md": text})
    assert outline(made)[4:] == [
        ("chapter", "chapter", ""),
        ("one", "chapter", "One"),
        ("two", "chapter", "Two"),
    ]
    assert [[note.name for note in part.notes] for part in made.parts[4:]] == [[], ["n"], ["m"]]
    assert titles(made.contents)[-2:] == [("One", ["Inside"]), "Two"]
    assert not made.diagnostics


def test_parts_in_parts_and_a_pattern_of_files(tmp_path: Path) -> None:
    parts = """
[numbering]
parts = "roman"
chapters = "arabic"
[[parts]]
title = "Tools"
parts = ["one.md", "two.md"]
[[parts]]
title = "Words"
[[parts.parts]]
source = "more/*.md"
[[parts]]
source = "preface.md"
role = "appendix"
"""
    files = with_parts(parts) | {"more/b.md": "# B\n\nText.", "more/a.md": "# A\n\n## Below\n\nT."}
    made = assembled(tmp_path, files)
    assert titles(made.contents) == [
        ("Part\xa0ITools", ["Chapter\xa01The room", "Chapter\xa02The ink"]),
        ("Part\xa0IIWords", [("Chapter\xa03A", ["Below"]), "Chapter\xa04B"]),
        "Appendix\xa0APreface",
    ]
    assert [part.depth for part in made.parts] == [0, 1, 1, 0, 1, 1, 0]


def test_an_output_may_do_without_a_part(tmp_path: Path) -> None:
    parts = """
[epub]
leave_out = ["preface"]
[[parts]]
source = "preface.md"
[[parts]]
source = "one.md"
only = "pdf"
[[parts]]
source = "two.md"
"""
    made = ready(tmp_path, with_parts(parts)).publications
    assert [name for name, _, _ in outline(made["pdf"])] == ["preface", "one", "two"]
    assert [name for name, _, _ in outline(made["epub"])] == ["two"]
    assert [found.code for found in made["epub"].diagnostics] == ["LAY005"]


# --- references over parts ----------------------------------------------------------------


def test_references_lead_to_other_parts(tmp_path: Path) -> None:
    files = with_parts(
        '[numbering]\nchapters = "arabic"\n\n[[parts]]\nsource = "one.md"\n'
        '[[parts]]\nsource = "two.md"'
    ) | {
        "one.md": '# The room {#sec-room}\n\n![A plan](p.svg "Plan"){#fig-plan}\n',
        "two.md": "# The ink\n\nSee @sec-room, @fig-plan, [above](one.md#sec-room).\n",
        "p.svg": f'<svg {SVG} width="9" height="9"><path d="M0 0h9"/></svg>',
    }
    made = assembled(tmp_path, files)
    (paragraph,) = made.parts[1].document.blocks
    assert isinstance(paragraph, Paragraph)
    links = [node for node in paragraph.children if isinstance(node, Link)]
    assert [(link.href, plain(link.children)) for link in links] == [
        ("#one", "Chapter\xa01"),
        ("#fig-plan", "Figure\xa01"),
        ("#one", "above"),
    ]


def test_figures_are_numbered_anew_in_each_chapter(tmp_path: Path) -> None:
    table = "| a |\n|---|\n| b |\n\n: A table\n"
    files = with_parts(
        'parts = ["list-of-tables", "one.md", "two.md"]\n'
        '[numbering]\nchapters = "arabic"\nfigures = "chapter"'
    ) | {
        "one.md": f"# One\n\n{table}\n{table}",
        "two.md": f"# Two\n\n{table}",
    }
    made = assembled(tmp_path, files)
    blocks = [block for part in made.parts for block in part.document.blocks]
    captions = [plain(block.caption) for block in blocks if isinstance(block, Table)]
    assert captions == [
        "Table\xa01.1 A table",
        "Table\xa01.2 A table",
        "Table\xa02.1 A table",
    ]
    assert [entry.part for entry in made.tables] == ["one", "one", "two"]


# --- citations ----------------------------------------------------------------------------

BIB = "@book{lund2026, author = {Lund, Ivo}, title = {Ink}, publisher = {H}, year = 2026}\n"


def citing(extra: str, text: str = "[@lund2026, p. 4]") -> dict[str, str]:
    parts = f'{extra}\nparts = ["one.md", "two.md"]'
    return with_parts(parts) | {"two.md": f"# Two\n\nAs {text}.\n", "refs.bib": BIB}


def test_what_is_cited_stands_in_a_bibliography_at_the_end(tmp_path: Path) -> None:
    made = assembled(tmp_path, citing('references = ["refs.bib"]'))
    assert [part.name for part in made.parts] == ["one", "two", "bibliography"]
    (cited,) = made.parts[1].document.blocks
    (entry,) = made.parts[2].document.blocks
    assert isinstance(cited, Paragraph)
    assert isinstance(entry, Paragraph)
    assert plain(cited.children) == "As (Lund 2026, 4)."
    assert plain(entry.children).startswith("Lund, Ivo. 2026.")
    assert not made.diagnostics


def test_a_bibliography_stands_where_the_publication_has_it(tmp_path: Path) -> None:
    extra = 'references = ["refs.bib"]\ncitation_style = "ieee"\n'
    files = citing(extra) | {
        TOML: f'title = "T"\nlanguage = "en"\n{extra}parts = ["two.md", "bibliography", "one.md"]\n'
    }
    made = assembled(tmp_path, files)
    assert [part.name for part in made.parts] == ["two", "bibliography", "one"]
    (entry,) = made.parts[1].document.blocks
    assert isinstance(entry, Paragraph)
    assert plain(entry.children).startswith("[1] I. Lund")


def test_an_article_has_its_own_bibliography(tmp_path: Path) -> None:
    (tmp_path / "refs.bib").write_text(BIB, encoding="utf-8")
    text = "---\ntitle: Ink\nlanguage: de\nbibliography: refs.bib\n---\n\nWie [@lund2026] sagt.\n"
    (tmp_path / "a.md").write_text(text, encoding="utf-8")
    (work,) = find_works([tmp_path / "a.md"]).works
    made = make_ready(work, epoch=None)
    blocks = made.publications["epub"].parts[0].document.blocks
    assert [plain(getattr(block, "children", ())) for block in blocks[:2]] == [
        "Wie (Lund 2026) sagt.",
        "Literaturverzeichnis",
    ]
    assert [source.name.rpartition("/")[2] for source in made.inputs] == ["a.md", "refs.bib"]


@pytest.mark.parametrize(
    ("extra", "text", "found"),
    [
        ('references = ["ref.bib"]', "[@lund2026]", [("PUB015", "publication.toml", 3)]),
        ('references = ["/etc/hosts"]', "[@lund2026]", [("PUB015", "publication.toml", 3)]),
        (
            'references = ["refs.bib"]\ncitation_style = "chicagoo"',
            "[@lund2026]",
            [("BIB009", "publication.toml", 4)],
        ),
        ('references = ["refs.bib"]', "[@lund2025]", [("BIB012", "two.md", 3)]),
        ("", "[@lund2026]", [("BIB015", "two.md", 3)]),
    ],
)
def test_faults_of_citations(
    tmp_path: Path, extra: str, text: str, found: list[tuple[str, str, int]]
) -> None:
    assert found_in(tmp_path, citing(extra, text)) == found


# --- what keeps one from being made -------------------------------------------------------


@pytest.mark.parametrize(
    ("parts", "found"),
    [
        ('parts = ["one.md",\n"tow.md"]', [("PUB001", TOML, 4)]),
        ('parts = ["one.md",\n"no/*.md"]', [("PUB001", TOML, 4)]),
        ('parts = ["one.md",\n"publication.toml"]', [("PUB002", TOML, 4)]),
        ('parts = ["two.md", "one.md",\n"./one.md"]', [("PUB003", TOML, 4)]),
        ('[[parts]]\nrole = "chapter"', [("PUB006", TOML, 4)]),
        ('[[parts]]\nsource = "../../other.md"', [("PUB008", TOML, 4)]),
        ('parts = ["index",\n"index", "one.md"]', [("PUB009", TOML, 3)]),
        ('isbn = { epub = "978-3-16-148410-1" }', [("PUB005", TOML, 3)]),
        ('isbn = { pdf = "978-3-16" }', [("PUB005", TOML, 3)]),
        ('doi = "11.1/x"', [("PUB005", TOML, 3)]),
        ('series = { name = "S", issn = "1234-5678" }', [("PUB005", TOML, 3)]),
        ('bisac = ["LAN02"]', [("PUB011", TOML, 3)]),
        ('thema = ["akd"]', [("PUB011", TOML, 3)]),
        ('[[contributors]]\nname = "A"\nrole = "edtor"', [("PUB004", TOML, 5)]),
        ('theme = "boook"', [("CFG004", TOML, 3)]),
        ('epub = { theme = "magazin" }', [("CFG004", TOML, 3)]),
        ('kind = "issue"', [("PUB012", TOML, 1)]),
        ('titel = "T"', [("CFG001", TOML, 3)]),
        ('[[parts]]\nsuorce = "one.md"', [("CFG001", TOML, 4)]),
        ('[[parts]]\nrole = "chaptre"', [("CFG002", TOML, 4)]),
    ],
)
def test_faults_of_a_description(
    tmp_path: Path, parts: str, found: list[tuple[str, str, int]]
) -> None:
    (tmp_path / "other.md").write_text("# Other", encoding="utf-8")
    assert found_in(tmp_path / "a" / "book", with_parts(parts)) == found


def test_a_part_outside_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "other.md").write_text("# Other", encoding="utf-8")
    files = with_parts('parts = ["../other.md"]')
    assert found_in(tmp_path / "book", files) == [("PUB008", TOML, 3)]


def test_an_unknown_language(tmp_path: Path) -> None:
    files = BOOK | {TOML: 'title = "T"\nlanguage = "english!"\n'}
    assert found_in(tmp_path, files) == [("CFG005", TOML, 2)]


def test_an_empty_folder(tmp_path: Path) -> None:
    assert found_in(tmp_path, {TOML: 'title = "T"\n'}) == [("PUB007", TOML, 1)]


def test_a_book_md_without_a_title_and_one_with_wrong_chapters(tmp_path: Path) -> None:
    one = {"book.md": "---\nauthor: A\n---\n\n# One\n"}
    assert found_in(tmp_path / "a", one) == [("PUB013", "book.md", 1)]
    other = {"book.md": "---\ntitle: A\nchapters: one.md\n---\n"}
    assert found_in(tmp_path / "b", other) == [("MKD005", "book.md", 3)]


def test_a_part_that_cannot_be_read_fails_the_book_and_says_where(tmp_path: Path) -> None:
    files = BOOK | {"two.md": b"# T\n\n\xff\xfe\x00"}
    codes = found_in(tmp_path, files)
    assert codes[-1] == ("PUB010", TOML, 4)
    assert codes[0][1] == "two.md"


def test_a_note_too_long_for_a_foot_is_told(tmp_path: Path) -> None:
    files = BOOK | {"one.md": f"# One\n\nA[^a].\n\n[^a]: {'long ' * 200}\n"}
    assert found_in(tmp_path, files) == [("LAY013", "one.md", 5)]


def test_a_file_of_a_pattern_that_cannot_be_read_is_told_at_the_pattern(tmp_path: Path) -> None:
    files = with_parts('parts = ["one.md",\n"t*.md"]') | {"two.md": b"# T\n\n\xff\xfe\x00"}
    assert found_in(tmp_path, files)[-1] == ("PUB010", TOML, 4)


@pytest.mark.parametrize(
    "page", ["list-of-figures", "list-of-tables", "bibliography", "index", "contributors"]
)
def test_a_page_with_nothing_on_it_is_left_out_and_told(tmp_path: Path, page: str) -> None:
    files = with_parts(f'parts = ["contents", "{page}.md",\n"{page}"]') | {
        f"{page}.md": "# The room\n\nA press.\n"
    }
    assert found_in(tmp_path, files) == [("PUB018", TOML, 4)]
    made = assembled(tmp_path, files)
    assert [part.role for part in made.parts] == ["contents", "chapter"]
    assert titles(made.contents) == ["Contents", "The room"]


def test_a_glossary_without_terms_and_notes_that_nobody_wrote_are_left_out(tmp_path: Path) -> None:
    parts = 'notes = "book"\nparts = ["two.md",\n"notes",\n{ title = "Words", role = "glossary" }]'
    files = with_parts(parts)
    files["two.md"] = "# Two\n\nText.\n"
    assert found_in(tmp_path, files) == [("PUB018", TOML, 5), ("PUB018", TOML, 6)]


def test_a_page_that_has_text_of_its_own_is_never_left_out(tmp_path: Path) -> None:
    files = with_parts('parts = ["one.md", { source = "two.md", role = "index" }]')
    assert [part.role for part in assembled(tmp_path, files).parts] == ["chapter", "index"]


@pytest.mark.parametrize(
    ("parts", "named"),
    [('[[parts]]\ntitle = "Stone"', "“Stone”"), ('[[parts]]\nrole = "preface"', "preface")],
)
def test_a_part_without_a_source_is_called_what_it_is(
    tmp_path: Path, parts: str, named: str
) -> None:
    with pytest.raises(PublisherError) as caught:
        ready(tmp_path, with_parts(parts))
    (found,) = caught.value.diagnostics
    assert (found.code, named in found.message) == ("PUB006", True)
    assert found.span
    assert found.span.line == 4


def test_the_letters_that_no_font_has_are_told_once_a_font(tmp_path: Path) -> None:
    files = with_parts('parts = ["one.md", "two.md"]') | {
        "one.md": "# One\n\nA مم and `ม`.\n\n    ก = ก\n",
        "two.md": "# Two\n\nر and م.\n",
    }
    with pytest.raises(PublisherError) as caught:
        ready(tmp_path, files)
    arabic, thai = caught.value.diagnostics
    assert [found.code for found in (arabic, thai)] == ["FNT001", "FNT001"]
    assert "U+0645" in arabic.message
    assert "U+0631" in arabic.message
    assert "4 times" in arabic.message
    assert "3 times" in thai.message
    assert [each.span.line for each in (arabic, thai) if each.span] == [3, 3]


def test_an_empty_list_of_parts_is_told(tmp_path: Path) -> None:
    assert found_in(tmp_path, with_parts("parts = []")) == [("PUB019", TOML, 3)]


@pytest.mark.parametrize(
    ("language", "labels"),
    [
        ("en-GB", ["Part\xa0One", "Chapter\xa0One", "Chapter\xa0Two"]),
        ("de", ["Teil\xa0eins", "Kapitel\xa0eins", "Kapitel\xa0zwei"]),
        ("mi", ["Part\xa0One", "Chapter\xa0One", "Chapter\xa0Two"]),
    ],
)
def test_numbers_in_words(tmp_path: Path, language: str, labels: list[str]) -> None:
    parts = (
        '[numbering]\nparts = "words"\nchapters = "words"\nfigures = "chapter"\n'
        '[[parts]]\ntitle = "A"\nparts = ["one.md", "two.md"]'
    )
    files = with_parts(parts)
    files[TOML] = files[TOML].replace('"en"', f'"{language}"')
    files["two.md"] = "# Two\n\n| a |\n|---|\n| b |\n\n: C {#tbl-c}\n"
    files["one.md"] = "# One\n\nSee [](#tbl-c) in @tbl-c.\n"
    made = assembled(tmp_path, files)
    assert [plain(part.label) for part in made.parts] == labels
    assert [part.number for part in made.parts] == ["1", "1", "2"]
    assert ["2.1" in plain(entry.title) for entry in made.tables] == [True]


@pytest.mark.parametrize("path", sorted((ROOT / "layouts" / "terms").glob("*.toml")), ids=str)
def test_each_language_of_terms_has_words_for_numbers(path: Path) -> None:
    words = spelled(21, path.stem)
    assert words
    assert not any(character.isdigit() for character in words)
    assert "\u00ad" not in words
    assert path.stem.startswith("en") == (words == "Twenty-One")


def test_front_matter_among_chapters_is_counted_with_them(tmp_path: Path) -> None:
    files = with_parts('parts = ["contents", "one.md", "preface.md", "title-page"]')
    made = assembled(tmp_path, files)
    assert [part.matter for part in made.parts] == ["front", "body", "body", "body"]
    assert made.body_start == "one"


def test_the_other_works_of_a_batch_are_built(tmp_path: Path) -> None:
    written(tmp_path / "works" / "bad", BOOK | {TOML: 'title = "T"\nparts = ["gone.md"]\n'})
    written(tmp_path / "works" / "good", BOOK)
    (tmp_path / "works" / "a.txt").write_text("A headline\n\nText.\n", encoding="utf-8")
    options = Options(out=tmp_path / "out", to=("epub",), check=False)
    outcomes = list(build_works(find_works([tmp_path / "works"]).works, options))
    assert [(each.work, each.failed) for each in outcomes] == [
        ("a", False),
        ("bad", True),
        ("good", False),
    ]
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["a.epub", "good.epub"]


def test_a_chapter_in_another_language_says_so_or_is_surely_told(tmp_path: Path) -> None:
    files = with_parts('parts = ["a.html", "b.txt", "c.txt"]') | {
        "a.html": '<html lang="fr"><body><h1>Titre</h1><p>« Bonjour », dit-il.</p></body></html>',
        "b.txt": "Die Fähre\n\nDie Fähre fährt nicht, weil der Hafen seit gestern gesperrt ist.\n",
        "c.txt": "The ferry\n\nThe ferry does not run, since the harbour has been closed.\n",
    }
    made = assembled(tmp_path, files | {TOML: files[TOML].replace('"en"', '"en-GB"')})
    assert [part.document.meta.language for part in made.parts] == ["fr", "de", "en-GB"]


def test_the_printed_contents_reach_the_chapters_of_divisions(tmp_path: Path) -> None:
    parts = '[[parts]]\ntitle = "One"\nparts = ["one.md", "two.md"]'
    assert assembled(tmp_path, with_parts(parts)).contents_depth == 2


def test_a_page_for_notes_that_stand_elsewhere_is_left_out(tmp_path: Path) -> None:
    files = with_parts('parts = ["one.md", "two.md",\n"notes"]')
    assert found_in(tmp_path, files) == [("PUB017", TOML, 4)]
    assert "notes" not in [name for name, _, _ in outline(assembled(tmp_path, files))]


def test_a_division_in_a_division_and_a_lost_picture_have_no_number(tmp_path: Path) -> None:
    parts = """
[numbering]
parts = "roman"
figures = "chapter"
[[parts]]
title = "Outer"
parts = [{ title = "Inner", parts = ["one.md"] }]
"""
    files = with_parts(parts) | {"one.md": "# One\n\n![gone](gone.png)\n"}
    made = assembled(tmp_path, files)
    assert [plain(part.label) for part in made.parts] == ["Part\xa0I", "", ""]
    assert made.figures == ()


@pytest.mark.parametrize(
    ("parts", "remedy"),
    [
        ('notes = "chapters"', "did you mean chapter?"),
        ('[[parts]]\nrole = "chaptr"', "did you mean chapter?"),
        ('notes = "side"', "known: book, chapter, foot, margin"),
    ],
)
def test_a_value_that_is_none_of_a_few_names_them(tmp_path: Path, parts: str, remedy: str) -> None:
    with pytest.raises(UsageError) as caught:
        ready(tmp_path, with_parts(parts))
    assert remedy in caught.value.diagnostics[0].message


@pytest.mark.parametrize(
    "book",
    [
        {"book/publication.toml": 'title = "A"\npublisher = "Its Own"\nparts = ["one.md"]\n'},
        {"book/book.md": "---\ntitle: A\npublisher: Its Own\nchapters: [one.md]\n---\n"},
    ],
    ids=["publication.toml", "book.md"],
)
def test_what_the_project_says_of_all_works_holds_for_publications(
    tmp_path: Path, book: dict[str, str]
) -> None:
    shared = '[metadata]\npublisher = "All"\nrights = "No rights"\nsubjects = ["Type"]\n'
    files = {"publisher.toml": shared, "book/one.md": "# One\n\nA line of text.\n"}
    made = assembled(tmp_path, book | files)
    assert (made.publisher, made.rights, made.subjects) == ("Its Own", "No rights", ("Type",))
