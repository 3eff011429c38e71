"""Files of references: what is read of each format, and what is told, at which line."""

import json

import pytest

from publisher.assets import Source
from publisher.bibliography import Date, Library, Name, Reference
from publisher.bibliography.reading import LARGEST, read_references
from publisher.bibliography.reference import MOST
from publisher.diagnostics import PublisherError


def read(text: str, name: str = "a.bib") -> Library:
    return read_references(Source(name, text.encode()))


def one(text: str, name: str = "a.bib") -> Reference:
    library = read(text, name)
    assert not [found for found in library.diagnostics if found.code not in ("BIB005", "BIB006")]
    (reference,) = library.references.values()
    return reference


def told(library: Library) -> list[tuple[str, int]]:
    return [(found.code, found.span.line) for found in library.diagnostics if found.span]


BOOK = '{"id": "a", "type": "book", "title": "T", "author": [{"family": "Lee", "given": "M."}]}'
YAML = """---
references:
- id: a
  type: book
  title: "T"
  author:
  - family: Lee
    given: M.
...
"""
BIBTEX = "@book{a, title = {T}, author = {Lee, M.}}"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f"[{BOOK}]", "a.json"),
        (f'{{"version": 1, "items": [\n{BOOK}\n]}}', "a.JSON"),
        (YAML, "a.yaml"),
        (YAML.replace("---\nreferences:\n", "").replace("...\n", ""), "a.yml"),
        (BIBTEX, "a.bib"),
        (BIBTEX.replace("{a,", "(a,").replace("}}", "})"), "a.bibtex"),
        ("\ufeff" + BIBTEX.replace(" ", "\r\n"), "a.bib"),
    ],
)
def test_the_formats_give_the_same(text: str, name: str) -> None:
    found = one(text, name)
    assert (found.key, found.type, found.fields) == ("a", "book", {"title": "T"})
    assert found.names == {"author": (Name(family="Lee", given="M."),)}


@pytest.mark.parametrize(
    ("text", "field", "words"),
    [
        ("title = {The {TeX} Book}", "title", 'The <span class="nocase">TeX</span> Book'),
        (r"title = {{\"U}ber {\'e}t{\'e}}", "title", "Über été"),
        (r"title = {On \emph{old} \textsc{Lamps}}", "title", "On <i>old</i> <sc>Lamps</sc>"),
        ("title = {Water, H$_2$O}", "title", "Water, H<sub>2</sub>O"),
        ("title = {A}, subtitle = {B}", "title", "A: B"),
        ('title = "A " # {B} # " C"', "title", "A B C"),
        ("title = {50% & more}", "title", "50% & more"),
        ("journaltitle = {J}", "container-title", "J"),
        ("booktitle = {Lights}, booksubtitle = {at Sea}", "container-title", "Lights: at Sea"),
        ("pages = {1--20}", "page", "1-20"),
        ("publisher = house", "publisher", "Harbour Press"),
        ("doi = {10.1/a_b%c}", "DOI", "10.1/a_b%c"),
        ("url = {https://a.example/~b#c}", "URL", "https://a.example/~b#c"),
        ("eprint = {1234.5}, archiveprefix = {arXiv}", "URL", "https://arxiv.org/abs/1234.5"),
        ("langid = {ngerman}", "language", "de"),
        ("number = {7}", "collection-number", "7"),
        ("crossref = {whole}", "publisher", "Quai"),
        ("crossref = {whole}", "container-title", "The whole"),
        ("crossref = {whole}, publisher = {Own}", "publisher", "Own"),
    ],
)
def test_bibtex_fields(text: str, field: str, words: str) -> None:
    library = read(
        '@string{house = "Harbour " # {Press}}\n'
        "@collection{whole, title = {The whole}, publisher = {Quai}}\n"
        f"@incollection{{a, {text}}}\n"
    )
    assert library.references["a"].fields[field] == words


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ada Okafor and Lee, Min-jun", [("Okafor", "Ada"), ("Lee", "Min-jun")]),
        ("{Board of Lights and Horns} and others", ["Board of Lights and Horns"]),
        ("Ludwig van Beethoven", [Name(family="Beethoven", given="Ludwig", dropping="van")]),
        ("de la Cruz, Jr., Ana", [
            Name(family="Cruz", given="Ana", dropping="de la", suffix="Jr."),
        ]),
        ("family=Rijn, given=Jan, prefix=van, useprefix=true", [
            Name(family="Rijn", given="Jan", particle="van"),
        ]),
        (r"{\O}stby, Nils", [("Østby", "Nils")]),
        ("Plato", [Name(family="Plato")]),
    ],
)  # fmt: skip
def test_bibtex_names(text: str, names: list[object]) -> None:
    wanted = [
        Name(literal=name)
        if isinstance(name, str)
        else Name(family=name[0], given=name[1])
        if isinstance(name, tuple)
        else name
        for name in names
    ]
    assert list(one(f"@book{{a, author = {{{text}}}}}").names["author"]) == wanted


@pytest.mark.parametrize(
    ("value", "date"),
    [
        ('{"date-parts": [[2020, 5, 31]]}', Date((2020, 5, 31))),
        ('{"date-parts": [["2020"]], "circa": true}', Date((2020,), circa=True)),
        ('{"date-parts": [[2019, 11], [2020, 1, 3]]}', Date((2019, 11), (2020, 1))),
        ('{"date-parts": [[2020, 5], [2020, 5]]}', Date((2020, 5))),
        ('{"date-parts": [[-44]]}', Date((-44,))),
        ('{"date-parts": [[2020]], "season": 2}', Date((2020,), season=2)),
        ('{"literal": "in a cold spring"}', Date(literal="in a cold spring")),
        ('{"raw": "2020-05"}', Date((2020, 5))),
        ('"2020-05-31"', Date((2020, 5, 31))),
        ('"2020-05-31T10:00:00Z"', Date((2020, 5, 31))),
        ('"1850~"', Date((1850,), circa=True)),
        ('"2001/2003-04"', Date((2001,), (2003,))),
        ('"2020-22"', Date((2020,), season=2)),
        ("987", Date((987,))),
        ("1999", Date((1999,))),
        ('[{"year": 1999, "month": 3}]', Date((1999, 3))),
        ('{"year": "1999"}', Date((1999,))),
    ],
)
def test_dates(value: str, date: Date) -> None:
    text = f'[{{"id": "a", "type": "book", "title": "T", "issued": {value}}}]'
    assert one(text, "a.json").dates == {"issued": date}


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("date = {2001-05/2001-07}", Date((2001, 5), (2001, 7))),
        ("year = 2001, month = may", Date((2001, 5))),
        ("year = {2001}, month = {5}, day = {31}", Date((2001, 5, 31))),
        ("year = {forthcoming}", Date(literal="forthcoming")),
    ],
)
def test_bibtex_dates(text: str, date: Date) -> None:
    assert one(f"@book{{a, title = {{T}}, {text}}}").dates == {"issued": date}


@pytest.mark.parametrize(
    ("text", "name", "code", "line"),
    [
        ("{}", "a.json", "BIB001", 1),
        ("", "a.json", "BIB001", 1),
        (f"[{BOOK},\n {{]", "a.json", "BIB001", 2),
        (f"[{BOOK}\n {BOOK}]", "a.json", "BIB001", 2),
        (f"[{BOOK}", "a.json", "BIB001", 1),
        ('[{"id": ' + "1" * 5000 + "}]", "a.json", "BIB001", 1),
        ("a: b", "a.yaml", "BIB001", 1),
        ("- id: [", "a.yaml", "BIB001", 2),
        ("\n- id: &x a\n- *x", "a.yaml", "BIB001", 2),
        ("- !!python/object:os.system {}", "a.yaml", "BIB001", 1),
        ("- id: \x07", "a.yaml", "BIB001", 1),
        ("no entries here", "a.bib", "BIB001", 1),
        (BIBTEX, "a.ris", "BIB001", 1),
        ("[" * 100_000, "a.json", "BIB002", 1),
        ("[" * 40, "a.yaml", "BIB002", 1),
        ("[" * 100_000, "a.yaml", "BIB001", 1),
        ("x" * (LARGEST + 1), "a.bib", "BIB002", 1),
        ("".join(f"@misc{{{at},}}" for at in range(MOST + 1)), "a.bib", "BIB002", 1),
    ],
    ids=lambda value: str(value)[:30],
)
def test_files_that_cannot_be_read(text: str, name: str, code: str, line: int) -> None:
    with pytest.raises(PublisherError) as failure:
        read(text, name)
    (found,) = failure.value.diagnostics
    assert found.span
    assert (found.code, found.span.file, found.span.line) == (code, name, line)


def test_files_that_are_not_utf_8() -> None:
    with pytest.raises(PublisherError, match="BIB001"):
        read_references(Source("a.bib", b"@book{a, title = {\xe9}}"))


@pytest.mark.parametrize(
    ("text", "name", "codes"),
    [
        (f'[{BOOK},\n 7,\n {{"title": "no id"}}]', "a.json", [("BIB003", 2), ("BIB003", 3)]),
        (f"[{BOOK},\n{BOOK}]", "a.json", [("BIB004", 2)]),
        ('[{"id": 1, "type": "book"}]', "a.json", [("BIB005", 1)]),
        ('[{"id": "a", "title": "T"}]', "a.json", [("BIB006", 1)]),
        ('[{"id": "a", "title": "T", "type": ["book"]}]', "a.json", [("BIB006", 1)]),
        (BOOK.join("[]").replace('"T"', '"T", "issued": 20201'), "a.json", []),
        (BOOK.join("[]").replace('"T"', '"T", "issued": "2020-13-40"'), "a.json", [("BIB007", 1)]),
        (BOOK.join("[]").replace('"T"', '"T", "issued": {}'), "a.json", [("BIB007", 1)]),
        (BOOK.join("[]").replace('"T"', '"T", "volume": [1]'), "a.json", [("BIB007", 1)]),
        (BOOK.join("[]").replace('"M."', "[]"), "a.json", [("BIB007", 1)]),
        (BOOK.join("[]").replace('"T"', '"T", "publsher": "P"'), "a.json", [("BIB008", 1)]),
        (BOOK.join("[]").replace('"T"', '"T", "x-mine": "P"'), "a.json", []),
        (f"{BIBTEX}\n@book{{b, title = {{x\n@book{{c, title = {{C}}}}", "a.bib", [("BIB003", 2)]),
        (f"{BIBTEX}\n{BIBTEX}", "a.bib", [("BIB004", 2)]),
        ("@book{a, author = {L}}", "a.bib", [("BIB005", 1)]),
        ("@boook{a, title = {T}}", "a.bib", [("BIB006", 1)]),
        ("@book{a, title = {T}, title = {U}}", "a.bib", [("BIB007", 1)]),
        ("@book{a, title = {T}, publisher = nowhere}", "a.bib", [("BIB007", 1)]),
        ("@book{a, title = {T}, crossref = {b}}", "a.bib", [("BIB007", 1)]),
        ("@book{a, title = {T}, note = {" + "{" * 50 + "}" * 50 + "}}", "a.bib", [("BIB007", 1)]),
        ("@book{a, title = {T}, note = {" + "x" * 5000 + "}}", "a.bib", [("BIB007", 1)]),
        ("@book{a, title = {T}, note = {" + "\\o" * 500 + "}}", "a.bib", [("BIB007", 1)]),
        ("@book{a, title = {T}, date = {2020-20-20}}", "a.bib", [("BIB007", 1)]),
        ("@book{a, title = {T}, xdata = {b}}\n@xdata{b, note = {N}, xdata = {a}}", "a.bib", []),
    ],
)  # fmt: skip
def test_findings(text: str, name: str, codes: list[tuple[str, int]]) -> None:
    library = read(text, name)
    assert told(library) == codes
    assert len(library.references) >= 1 or codes[0][0] == "BIB003"


def test_several_files_are_one_library() -> None:
    files = [Source("a.bib", BIBTEX.encode()), Source("b.json", f"[{BOOK}]".encode())]
    library = read_references(*files, Source("c.bib", b"@book{c, title = {C}}"))
    assert list(library.references) == ["a", "c"]
    assert [(found.code, found.span and found.span.file) for found in library.diagnostics] == [
        ("BIB004", "b.json")
    ]


def test_nothing_that_no_book_can_hold() -> None:
    rows = [{"id": "a", "type": "book", "title": "A\x00\x0b \ud800\ufdd0\n b"}]
    assert one(json.dumps(rows), "a.json").fields == {"title": "A b"}


def test_strings_that_double_are_cut_short() -> None:
    doubling = "".join(f"@string{{s{at + 1} = s{at} # s{at}}}\n" for at in range(60))
    library = read(f'@string{{s0 = "xxxx"}}\n{doubling}@book{{a, title = s60, note = {{n}}}}')
    assert told(library) == [("BIB007", 62), ("BIB005", 62)]


def test_nothing_is_said_aside(capfd: pytest.CaptureFixture[str]) -> None:
    read(r"@book{a, title = {\emph \unknown \textsuperscript $x}, author = {a, b, c, d, e}}")
    read("@book{a, title = {x\n@book{b, title = {y}}")
    assert capfd.readouterr() == ("", "")
