"""Colours of themes: each that comes with publisher is legible, and one that is not is told."""

import shutil
from pathlib import Path

import pytest

from publisher.build.build import Options, build_works
from publisher.build.works import find_works
from publisher.checks.contrast import contrast, faint_colours
from publisher.layouts import load_theme, theme_folders
from publisher.resources import resource_folder
from tests.conftest import ROOT


@pytest.mark.parametrize("name", sorted(theme_folders(ROOT)))
def test_every_theme_reaches_wcag_aa(name: str) -> None:
    assert list(faint_colours(load_theme(name, ROOT))) == []


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#ffffff", 21), ("#767676", "#FFFFFF", 4.54), ("#8c1a1f", "#8c1a1f", 1)],
)
def test_the_contrast_of_two_colours(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.01)
    assert contrast(other, one) == contrast(one, other)


@pytest.mark.parametrize(
    ("tokens", "told"),
    [
        ('quiet = "#767676"', []),
        ('quiet = "#777777"', [("#777777", "#ffffff", "4.5")]),
        ('headline-ink = "#949494"', []),
        ('headline-ink = "#959595"', [("#959595", "#ffffff", "3")]),
        ('panel-tint = "#767676"', []),
        ('panel-tint = "#707070"', [("#000000", "#707070", "4.5")]),
        ('band-ground = "#0b4f6c"\non-band-ground = "#ffffff"', []),
        (
            'band-ground = "#0b4f6c"\non-band-ground = "#777777"',
            [("#777777", "#0b4f6c", "4.5")],
        ),
        ('paper = "#707070"', [("#000000", "#707070", "4.5")]),
        ('rule = "0.5pt solid #eeeeee"', []),
    ],
)
def test_which_colours_are_too_faint(
    tmp_path: Path, tokens: str, told: list[tuple[str, str, str]]
) -> None:
    theme = load_theme("own", _with_tokens(tmp_path, tokens))
    found = list(faint_colours(theme))
    assert [each.code for each in found] == ["LAY030"] * len(told)
    for each, (ink, ground, least) in zip(found, told, strict=True):
        assert each.message.startswith(f"{ink} on {ground} has a contrast of ")
        assert f", and {least} is" in each.message
        assert each.span
        assert Path(each.span.file).name == "theme.toml"
        line = (theme.folder / "theme.toml").read_text(encoding="utf-8").splitlines()
        assert line[each.span.line - 1] in tokens.splitlines()


def test_a_build_warns_of_faint_colours(tmp_path: Path) -> None:
    root = _with_tokens(tmp_path, 'accent = "#eeeeee"')
    (root / "a.txt").write_text("H\n\nText.", encoding="utf-8")
    (root / "a.toml").write_text('language = "en"', encoding="utf-8")
    works = find_works([root / "a.txt"]).works
    (outcome,) = build_works(works, Options(out=root / "out", theme="own", check=False))
    assert [found.code for found in outcome.diagnostics] == ["LAY030"]
    assert len(outcome.outputs) == 2


def _with_tokens(root: Path, tokens: str) -> Path:
    """A project with a theme `own` whose colours are those in `tokens` alone."""
    folder = root / "themes" / "own"
    shutil.copytree(resource_folder("layouts") / "themes" / "book", folder)
    text = (folder / "theme.toml").read_text(encoding="utf-8")
    for line in tokens.splitlines():
        name = line.partition(" = ")[0]
        text = "\n".join(each for each in text.splitlines() if not each.startswith(f"{name} = "))
        text = text.replace("[tokens]\n", f"[tokens]\n{line}\n", 1)
    (folder / "theme.toml").write_text(text, encoding="utf-8")
    return root
