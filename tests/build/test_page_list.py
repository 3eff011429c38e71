"""The page list of an EPUB: every page of the PDF, at its first words."""

import io
import random
import zipfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from unittest import mock

import msgspec
import pikepdf
import pytest
from lxml import etree

from publisher.assets import Source, read_source
from publisher.backends.pdf import pages
from publisher.build.build import Options, build_works
from publisher.build.outcome import Outcome
from publisher.build.works import Work, find_works
from publisher.checks.parity import compare_files
from publisher.checks.parity.pdf.printed import read_pages
from publisher.configuration.metadata import Metadata
from publisher.diagnostics import Severity, UsageError
from publisher.sources import read
from tests.build.publications import written
from tests.conftest import CORPUS, ROOT
from tests.print_pages import PageStart, begins_with, letters, page_list, pdf_pages
from tests.sources.epub.test_round_trip import bare

_VOCABULARY = (
    "press house stands extraordinarily uncomfortable surroundings nowadays compositor sorts "
    "galley forme measure spaces between letters proofreader correspondence unwillingness"
).split()


def _words(seed: object, count: int = 15) -> str:
    return " ".join(random.Random(str(seed)).choices(_VOCABULARY, k=count)) + "."


SMALL = {
    "publication.toml": """
title = "Pages"
language = "en-GB"
date = 2026-03-01
parts = ["half-title", "title-page", "contents", "preface.md", "one.md", "two.md", "three.md"]
[isbn]
pdf = "978-0-306-40615-7"
""",
    "preface.md": "# Preface\n\n" + _words("preface", 400),
    "one.md": "# The room\n\n"
    + "\n\n".join(f"{_words(n, 50)}[^{n}]" for n in "abcdefghi")
    # Notes too long for the foot of their page go on at the next one's.
    + "".join(f"\n\n[^{n}]: On {n}. {_words(n + n, 70)}" for n in "abcdefghi"),
    "two.md": "# The ink\n\n"
    + "\n".join(f"- item {n} {_words(n)}" for n in range(40))
    + "\n\n| word | number |\n|---|---|\n"
    + "\n".join(f"| of the row {n} | {n} |" for n in range(60))
    + "\n\n"
    + "\n".join(f"{n}. {_words(-n)}" for n in range(1, 30)),
    "three.md": "# The code\n\n```python\n"
    + "\n".join(f"row_{n} = measure({n})  # of the whole" for n in range(90))
    + "\n```\n\n::: verse\n"
    + "\n".join(f"The {n} line of a song that goes on" for n in range(60))
    + "\n:::\n",
}
"""What pages may begin within: a paragraph, a word, a note, an item, a row, code, verse."""


def _built(work: Work, out: Path, **options: object) -> Outcome:
    (outcome,) = build_works([work], Options(out=out, **options))  # type: ignore[arg-type]
    return outcome


def _errors(outcome: Outcome) -> list[str]:
    return [each.code for each in outcome.diagnostics if each.severity is Severity.ERROR]


def _amiss(epub: Path, pdf: Path) -> list[str]:
    """The labels of pages whose entries are not at their first words, or are not there."""
    found = []
    starts = {start.label: start for start in page_list(epub)}
    for page in pdf_pages(pdf.read_bytes()):
        start = starts.pop(page.label, None)
        if start is None:
            found += [page.label] if letters(page.text) or page.picture else []
        elif not _is_made_anew(start) and not begins_with(page, start):
            found.append(page.label)
    return [*found, *starts]


def _is_made_anew(start: PageStart) -> bool:
    """The contents and the cover of an EPUB have other words than those on paper."""
    return start.href == "nav.xhtml" or start.href.startswith("text/cover.xhtml#")


@pytest.fixture(scope="module")
def everything(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("everything")
    (work,) = find_works([ROOT / "tests" / "works" / "everything"]).works
    outcome = _built(work, out)
    assert outcome.diagnostics == ()
    return out / "everything"


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("small")
    outcome = _built(written(folder / "pages", SMALL), folder)
    assert _errors(outcome) == []
    return folder / "pages"


@pytest.mark.parametrize("name", ["quoin", "harbour-press", "setzkasten"])
def test_each_page_of_the_samples_is_at_its_first_words(built: Path, name: str) -> None:
    assert _amiss(built / f"{name}.epub", built / f"{name}.pdf") == []


def test_each_page_of_a_book_of_everything_is_at_its_first_words(everything: Path) -> None:
    assert _amiss(everything.with_suffix(".epub"), everything.with_suffix(".pdf")) == []
    starts = page_list(everything.with_suffix(".epub"))
    assert [start.label for start in starts][:4] == ["i", "iii", "iv", "v"]
    assert next(start.href for start in starts if start.label == "ix") == "nav.xhtml"


def test_the_page_list_of_a_book_of_everything(
    everything: Path, golden: Callable[[Path, str], None]
) -> None:
    lines = [
        f"{start.label:5}{start.href}\n     … {_line(start.before[-60:])[-30:]} | "
        f"{_line(start.after[:90])[:40]} …\n"
        for start in page_list(everything.with_suffix(".epub"))
    ]
    golden(ROOT / "tests" / "golden" / "page-list" / "everything.txt", "".join(lines))


def _line(text: str) -> str:
    return " ".join(text.split())


def test_each_page_is_at_its_first_words_whatever_it_begins_within(small: Path) -> None:
    assert _amiss(small.with_suffix(".epub"), small.with_suffix(".pdf")) == []
    around = _elements_around_markers(small.with_suffix(".epub"))
    assert {"li", "td", "code", "p", "section"} <= around
    assert not around & {"h1", "h2", "h3", "h4", "h5", "h6", "math", "ruby", "svg"}


def _is_marker(node: etree._Element) -> bool:
    return node.get("role") == "doc-pagebreak"


def _elements_around_markers(epub: Path) -> set[str]:
    found: set[str] = set()
    with zipfile.ZipFile(epub) as archive:
        for name in archive.namelist():
            if name.startswith("EPUB/text/"):
                root = etree.fromstring(archive.read(name))
                for marker in filter(_is_marker, root.iter()):
                    found |= {etree.QName(each).localname for each in marker.iterancestors()}
    return found


@pytest.mark.corpus
@pytest.mark.parametrize("name", ["on-liberty", "the-importance-of-being-earnest"])
def test_each_page_of_a_real_book_is_at_its_first_words(tmp_path: Path, name: str) -> None:
    (work,) = find_works([CORPUS / "books" / name]).works
    outcome = _built(work, tmp_path)
    assert _errors(outcome) == []
    assert _amiss(tmp_path / f"{name}.epub", tmp_path / f"{name}.pdf") == []


def test_entries_are_in_order_and_ids_in_the_book_once(small: Path) -> None:
    with zipfile.ZipFile(small.with_suffix(".epub")) as archive:
        texts = [name for name in archive.namelist() if name.startswith("EPUB/text/")]
        roots = [etree.fromstring(archive.read(name)) for name in texts]
    ids = Counter(node.get("id") for root in roots for node in root.iter() if node.get("id"))
    assert set(ids.values()) == {1}
    labels = [page.label for page in pdf_pages(small.with_suffix(".pdf").read_bytes())]
    listed = [start.label for start in page_list(small.with_suffix(".epub"))]
    assert listed == [label for label in labels if label in listed]
    markers = [
        (node.get("aria-label"), node.get("id"))
        for root in roots
        for node in root.iter()
        if _is_marker(node)
    ]
    hrefs = [start.href for start in page_list(small.with_suffix(".epub"))]
    assert Counter(name for _, name in markers) == Counter(
        href.partition("#")[2] for href in hrefs if "#" in href
    )


def test_the_package_says_whose_pages_they_are(small: Path) -> None:
    with zipfile.ZipFile(small.with_suffix(".epub")) as archive:
        package = etree.fromstring(archive.read("EPUB/content.opf"))
        ncx = etree.fromstring(archive.read("EPUB/toc.ncx"))
    assert _stated(package, "pageBreakSource") == ["urn:isbn:9780306406157"]
    features = _stated(package, "schema:accessibilityFeature")
    assert {"pageBreakMarkers", "pageNavigation"} <= set(features)
    starts = page_list(small.with_suffix(".epub"))
    (listed,) = ncx.iter("{*}pageList")
    words = [one.text for one in listed.iter("{*}text")]
    assert words == ["Pages", *(one.label for one in starts)]
    assert [one.get("src") for one in listed.iter("{*}content")] == [one.href for one in starts]
    heads = {one.get("name"): one.get("content") for one in ncx.iter("{*}meta")}
    assert heads["dtb:totalPageCount"] == str(len(starts))
    assert heads["dtb:maxPageNumber"] == starts[-1].label


def test_an_article_names_its_own_identifier(built: Path) -> None:
    with zipfile.ZipFile(built / "harbour-press.epub") as archive:
        package = etree.fromstring(archive.read("EPUB/content.opf"))
    identifier = package.findtext(".//{http://purl.org/dc/elements/1.1/}identifier")
    assert _stated(package, "pageBreakSource") == [identifier]


def _stated(package: etree._Element, name: str) -> list[str | None]:
    return [one.text for one in package.iter("{*}meta") if one.get("property") == name]


def test_a_reader_of_either_output_gets_the_same(small: Path, everything: Path) -> None:
    for path in (small, everything):
        assert compare_files(path.with_suffix(".epub"), path.with_suffix(".pdf")) == ()


def test_markers_are_no_text_when_the_epub_is_read_back(built: Path, tmp_path: Path) -> None:
    (work,) = find_works([ROOT / "content" / "harbour-press.txt"]).works
    _built(work, tmp_path, to=("epub",))
    one, other = (
        bare(msgspec.to_builtins(read(read_source(path, limit=1 << 24), Metadata()).document))
        for path in (built / "harbour-press.epub", tmp_path / "harbour-press.epub")
    )
    assert page_list(built / "harbour-press.epub")
    assert page_list(tmp_path / "harbour-press.epub") == []
    assert one == other


def test_no_page_is_laid_out_twice_and_bytes_are_the_same(tmp_path: Path) -> None:
    with mock.patch.object(pages, "_laid_out", wraps=pages._laid_out) as asked:
        _built(written(tmp_path / "pages", SMALL), tmp_path / "a", check=False)
    assert asked.call_count == 1
    _built(written(tmp_path / "pages", SMALL), tmp_path / "b", check=False)
    for name in ("pages.epub", "pages.pdf"):
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("pages/publication.toml", SMALL["publication.toml"] + "[epub]\npage_list = false\n"),
        ("publisher.toml", "page_list = false\n"),
    ],
)
def test_a_work_may_do_without(tmp_path: Path, file: str, text: str) -> None:
    written(tmp_path / "pages", SMALL)
    (tmp_path / file).write_text(text, encoding="utf-8")
    (work,) = find_works([tmp_path / "pages"]).works
    assert len(_built(work, tmp_path / "out", check=False).outputs) == 2
    assert page_list(tmp_path / "out" / "pages.epub") == []


def test_pages_that_only_the_pdf_has_are_told(tmp_path: Path) -> None:
    without = SMALL["publication.toml"] + '[epub]\nleave_out = ["preface", "contents"]\n'
    work = written(tmp_path / "pages", SMALL | {"publication.toml": without})
    outcome = _built(work, tmp_path, check=False)
    (found,) = [each for each in outcome.diagnostics if each.code == "PGL001"]
    assert found.severity is Severity.INFO
    assert "preface" not in {start.label for start in page_list(tmp_path / "pages.epub")}


class TestPagesFrom:
    """`--pages-from`: any PDF of the text."""

    @staticmethod
    def without_tags(pdf: Path, target: Path) -> Path:
        with pikepdf.open(pdf) as document:
            del document.Root.StructTreeRoot
            del document.Root.MarkInfo
            document.save(target)
        return target

    def test_a_tagged_pdf_gives_the_page_list_of_the_layout(
        self, small: Path, tmp_path: Path
    ) -> None:
        work = written(tmp_path / "pages", SMALL)
        pdf = small.with_suffix(".pdf")
        outcome = _built(work, tmp_path, to=("epub",), pages_from=pdf)
        assert _errors(outcome) == []
        made, own = page_list(tmp_path / "pages.epub"), page_list(small.with_suffix(".epub"))
        assert [start[:2] for start in made] == [start[:2] for start in own]
        assert _amiss(tmp_path / "pages.epub", pdf) == []
        (output,) = outcome.outputs
        assert any(each.path.endswith("/pages.pdf") for each in output.inputs)

    def test_so_does_one_without_tags(self, small: Path, tmp_path: Path) -> None:
        work = written(tmp_path / "pages", SMALL)
        pdf = self.without_tags(small.with_suffix(".pdf"), tmp_path / "print.pdf")
        outcome = _built(work, tmp_path, to=("epub",), pages_from=pdf)
        assert _errors(outcome) == []
        assert _amiss(tmp_path / "pages.epub", small.with_suffix(".pdf")) == []

    def test_one_of_another_text_is_refused(self, built: Path, tmp_path: Path) -> None:
        work = written(tmp_path / "pages", SMALL)
        outcome = _built(work, tmp_path, to=("epub",), pages_from=built / "setzkasten.pdf")
        assert _errors(outcome) == ["PGL002"]
        assert outcome.outputs == ()

    @pytest.mark.parametrize(
        ("data", "code"),
        [(b"no PDF", "PDF001"), (b"%PDF-1.7\n%%EOF", "PDF001"), (None, "SRC001")],
    )
    def test_what_cannot_be_read_is_told(
        self, tmp_path: Path, data: bytes | None, code: str
    ) -> None:
        work = written(tmp_path / "pages", SMALL)
        pdf = tmp_path / "print.pdf"
        if data:
            pdf.write_bytes(data)
        outcome = _built(work, tmp_path / "out", to=("epub",), pages_from=pdf)
        assert _errors(outcome) == [code]
        assert not (tmp_path / "out" / "pages.epub").exists()

    @pytest.mark.parametrize(
        ("paths", "to", "code"),
        [
            (["content/harbour-press.txt", "content/setzkasten.txt"], ("epub",), "PGL003"),
            (["content/setzkasten.txt"], ("pdf",), "PGL004"),
        ],
    )
    def test_it_is_for_the_epub_of_one_work(
        self, tmp_path: Path, paths: list[str], to: tuple[str, ...], code: str
    ) -> None:
        works = find_works([ROOT / path for path in paths]).works
        options = Options(out=tmp_path, to=to, pages_from=tmp_path / "print.pdf")  # type: ignore[arg-type]
        with pytest.raises(UsageError, match=code):
            list(build_works(works, options))


def test_labels_are_short_lines_whatever_a_pdf_says() -> None:
    said = pikepdf.Dictionary(S=pikepdf.Name.D, P=pikepdf.String('A"\n<' + "x" * 500))
    with pikepdf.new() as document:
        for _ in range(3):
            document.add_blank_page()
        document.Root.PageLabels = pikepdf.Dictionary(
            Nums=pikepdf.Array([0, said, 2, pikepdf.Dictionary()])
        )
        target = io.BytesIO()
        document.save(target)
    labels = [page.label for page in read_pages(Source("print.pdf", target.getvalue())).pages]
    assert labels == ['A"<' + "x" * 37, 'A"<' + "x" * 37, "3"]


def test_a_pdf_is_known_by_what_it_says_of_itself() -> None:
    def known(**stated: str) -> str:
        with pikepdf.new() as document:
            document.add_blank_page()
            with document.open_metadata(set_pikepdf_as_editor=False) as metadata:
                metadata.register_xml_namespace(
                    "http://prismstandard.org/namespaces/basic/3.0/", "prism"
                )
                for name, value in stated.items():
                    metadata[name.replace("_", ":")] = value
            target = io.BytesIO()
            document.save(target)
        return read_pages(Source("print.pdf", target.getvalue())).source

    assert known(prism_isbn="978-0-306-40615-7", dc_title="A") == "urn:isbn:9780306406157"
    assert known(dc_identifier="urn:uuid:1", dc_title="A") == "urn:uuid:1"
    assert known(dc_title="The Case") == "The Case, PDF"
    assert known() == "print.pdf"
