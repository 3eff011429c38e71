"""`publisher new` and `publisher themes`: what a newcomer begins with."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from publisher.build.build import Options, build_works
from publisher.build.themes import draw_theme, list_themes
from publisher.build.works import find_works
from publisher.cli import app
from publisher.diagnostics import PublisherError
from publisher.layouts import load_theme
from tests.conftest import ROOT


def run(*arguments: str) -> tuple[int, str]:
    done = CliRunner().invoke(app, arguments)
    return done.exit_code, done.output


@pytest.mark.parametrize("kind", ["article", "book", "issue"])
def test_what_is_begun_builds_at_once_without_a_finding(kind: str, tmp_path: Path) -> None:
    code, said = run("new", kind, str(tmp_path / "mine"))
    assert code == 0
    assert said.endswith("mine\n")
    works = find_works([tmp_path / "mine"]).works
    (outcome,) = build_works(works, Options(out=tmp_path / "out"))
    assert [found.code for found in outcome.diagnostics] == []
    assert [output.path.rpartition(".")[2] for output in outcome.outputs] == ["epub", "pdf"]


def test_nothing_is_written_over(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("mine", encoding="utf-8")
    code, said = run("new", "book", str(tmp_path))
    assert code == 2
    assert "BLD007" in said
    assert [path.name for path in tmp_path.iterdir()] == ["note.txt"]


def test_a_theme_is_copied_to_be_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("new", "theme", "ours", "--from", "book")[0] == 0
    theme = load_theme("ours", tmp_path)
    assert theme.folder == tmp_path / "themes" / "ours"
    assert theme.described.name == "ours"
    assert theme.stylesheet("print", "en") == load_theme("book", ROOT).stylesheet("print", "en")
    assert run("new", "theme", "ours")[0] == 2
    assert "CFG004" in run("new", "theme", "other", "--from", "boook")[1]


def test_themes_are_listed_with_a_picture_of_each(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    code, said = run("themes", "--pictures", "pictures")
    names = {path.parent.name for path in (ROOT / "layouts" / "themes").glob("*/theme.toml")}
    assert code == 0
    assert all(f"\n{name} " in f"\n{said}" for name in names)
    assert {path.stem for path in (tmp_path / "pictures").glob("*.png")} == names


def test_a_broken_theme_does_not_keep_the_others_from_the_list(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    run("new", "theme", "ours", "--from", "book")
    broken = tmp_path / "themes" / "broken"
    broken.mkdir()
    (broken / "theme.toml").write_text('name = "broken"\nkind = 3\n', encoding="utf-8")
    code, said = run("themes")
    assert code == 1
    assert all(f"\n{name} " in f"\n{said}" for name in ("article", "ours", "report"))
    assert "CFG002" in said
    assert "broken" in said


def test_a_theme_that_cannot_be_drawn_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    run("new", "theme", "ours", "--from", "book")
    template = tmp_path / "themes" / "ours" / "print" / "publication.html.j2"
    template.write_text("{% if %}", encoding="utf-8")
    (theme,) = [each for each in list_themes(tmp_path).listed if each.name == "ours"]
    with pytest.raises(PublisherError) as caught:
        draw_theme(theme, tmp_path, tmp_path)
    assert [found.code for found in caught.value.diagnostics] == ["LAY001"]


def test_the_next_step_quotes_a_path_with_a_space(tmp_path: Path) -> None:
    _, said = run("new", "article", str(tmp_path / "my work"))
    assert said.endswith(f"next: publisher build '{tmp_path / 'my work'}'\n")


def test_publication_toml_has_a_schema() -> None:
    code, said = run("schema", "publication")
    assert code == 0
    properties = json.loads(said)["$defs"]["PublicationFile"]["properties"]
    assert properties["title"]["description"]
    assert "chapter" in json.dumps(json.loads(said)["$defs"]["PartEntry"])


@pytest.mark.parametrize("command", ["parse", "explain"])
def test_a_description_is_no_source(command: str, tmp_path: Path) -> None:
    run("new", "book", str(tmp_path / "mine"))
    code, said = run(command, str(tmp_path / "mine" / "publication.toml"))
    assert code == 2
    assert "PUB016" in said
