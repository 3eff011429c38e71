"""`publisher targets`, and `publisher build --target`."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from publisher.cli import app
from publisher.targets import EpubRules, PdfRules, target_files
from tests.conftest import ROOT

ARTICLE = "Ships at night\n\nNo harbour is lit for ships that do not come.\n"
BOOK = 'title = "Ships"\nlanguage = "en"\nparts = ["a.txt"]\n%s'


def run(*arguments: object) -> tuple[int, str]:
    done = CliRunner().invoke(app, [str(each) for each in arguments])
    return done.exit_code, done.output


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with an article and a book in which it is a chapter."""
    (tmp_path / "content" / "book").mkdir(parents=True)
    (tmp_path / "publisher.toml").write_text("check = false\n", encoding="utf-8")
    for name in ("article.txt", "book/a.txt"):
        (tmp_path / "content" / name).write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "content/book/publication.toml").write_text(BOOK % "", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def outputs(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.suffix != ".json")


def test_targets_are_listed_and_explained() -> None:
    code, said = run("targets")
    assert code == 0
    listed, _, advice = said.partition("\n\n")
    assert [line.split()[0] for line in listed.splitlines()] == sorted(target_files(ROOT))
    assert "publisher check FILE.pdf --target kdp" in " ".join(advice.split())
    code, said = run("targets", "kobo")
    assert code == 0
    for rule in EpubRules.__struct_fields__:
        assert f"\n{rule} = " in said
    assert "github.com/kobolabs/epub-spec; read 2026-" in said


def test_programs_read_the_rules_with_their_sources() -> None:
    code, said = run("targets", "kindle", "screen", "--format", "json")
    assert code == 0
    kindle, screen = json.loads(said)
    assert {key: kindle[key] for key in ("name", "format", "default", "base")} == {
        "name": "kindle",
        "format": "epub",
        "default": False,
        "base": "generic",
    }
    (depth,) = [rule for rule in kindle["rules"] if rule["rule"] == "navigation_depth"]
    assert depth["value"] == 2
    assert depth["source"]["read"].startswith("2026-")
    assert screen["default"]
    assert [rule["rule"] for rule in screen["rules"]] == list(PdfRules.__struct_fields__)


def test_an_unknown_target_is_wrong_usage(desk: Path) -> None:
    for arguments in (("targets", "kobbo"), ("build", "--target", "kobbo")):
        code, said = run(*arguments)
        assert code == 2
        assert "error[TGT001]" in said
        assert "did you mean kobo?" in said


CHOICES = [
    (("--target", "kobo"), ["article.kobo.epub"]),
    (("--target", "kobo", "--target", "apple"), ["article.apple.epub", "article.kobo.epub"]),
    (("--target", "generic"), ["article.epub"]),
    (("--target", "screen"), ["article.pdf"]),
    (("--target", "kobo", "--to", "pdf"), ["article.kobo.epub", "article.pdf"]),
    (("--target", "kobo", "--to", "epub"), ["article.kobo.epub"]),
    (("--to", "epub"), ["article.epub"]),
    ((), ["article.epub", "article.pdf"]),
]


@pytest.mark.parametrize(("arguments", "names"), CHOICES, ids=lambda each: " ".join(each))
def test_targets_and_formats_say_what_is_built(
    arguments: tuple[str, ...], names: list[str], desk: Path
) -> None:
    code, said = run("build", "content/article.txt", "--out", "out", *arguments)
    assert (code, outputs(desk / "out")) == (0, names), said
    manifest = json.loads((desk / "out/manifest.json").read_text(encoding="utf-8"))
    for output in manifest["outputs"]:
        usual = {"article.epub": "generic", "article.pdf": "screen"}
        named = usual.get(output["path"]) or output["path"].split(".")[1]
        assert output["target"] == named


def test_a_project_names_its_targets_and_a_publication_its_own(desk: Path) -> None:
    (desk / "publisher.toml").write_text(
        'check = false\nto = ["epub"]\ntargets = ["kobo", "generic"]\n', encoding="utf-8"
    )
    assert run("build", "content/article.txt", "content/book", "--out", "out")[0] == 0
    names = ["article.epub", "article.kobo.epub", "book.epub", "book.kobo.epub"]
    assert outputs(desk / "out") == names
    (desk / "content/book/publication.toml").write_text(
        BOOK.replace("parts", 'targets = ["kindle", "screen"]\nparts') % "", encoding="utf-8"
    )
    assert run("build", "content/book", "--out", "own")[0] == 0
    assert outputs(desk / "own") == ["book.kindle.epub"]  # the project builds no PDFs
    assert run("build", "content/book", "--out", "asked", "--target", "apple")[0] == 0
    assert outputs(desk / "asked") == ["book.apple.epub"]


def test_an_unknown_target_of_one_work_stops_that_work_alone(desk: Path) -> None:
    (desk / "content/book/publication.toml").write_text(
        BOOK % 'targets = ["kindel"]\n', encoding="utf-8"
    )
    code, said = run("build", "content", "--to", "epub", "--out", "out")
    assert code == 2
    assert "content/book/publication.toml:4:12" in said
    assert "did you mean kindle?" in said
    assert outputs(desk / "out") == ["article.epub"]


def test_what_an_earlier_build_left_is_told_by_the_name_of_its_target(desk: Path) -> None:
    source = desk / "content/article.txt"
    assert run("build", source, "--target", "kobo", "--out", "out")[0] == 0
    source.write_bytes(b"")
    code, said = run("build", source, "--target", "kobo", "--out", "out", "--format", "json")
    assert code == 1
    found = [each["file"] for each in json.loads(said)["diagnostics"] if each["code"] == "BLD005"]
    assert found == ["out/article.kobo.epub"]


def test_a_source_is_not_written_over_by_a_target_of_its_name(desk: Path) -> None:
    assert run("build", "content/article.txt", "--target", "kobo", "--out", "content")[0] == 0
    source = (desk / "content/article.kobo.epub").read_bytes()
    both = ("content/article.txt", "content/article.kobo.epub")
    code, said = run("build", *both, "--target", "kobo", "--out", "content")
    assert code == 1
    assert "BLD006" in said
    assert (desk / "content/article.kobo.epub").read_bytes() == source


@pytest.mark.parametrize("name", ["kdp", "offset", "archive"])
def test_no_file_gets_the_name_of_a_target_that_it_does_not_deserve(desk: Path, name: str) -> None:
    code, said = run("build", "content", "--out", "out", "--target", name)
    assert code == 2
    assert "TGT005" in said
    assert f"publisher check FILE.pdf --target {name}" in said
    assert not (desk / "out").exists() or outputs(desk / "out") == []


def test_a_target_that_cannot_be_made_is_told_where_it_is_named(desk: Path) -> None:
    (desk / "publisher.toml").write_text('check = false\ntargets = ["kdp"]\n', encoding="utf-8")
    code, said = run("build", "content/article.txt", "--out", "out")
    assert code == 2
    assert "TGT005" in said
    assert "publisher.toml:2" in said
