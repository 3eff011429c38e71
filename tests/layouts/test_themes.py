"""Themes of the user's own: how they are found, what they may override, how they fail."""

import shutil
from pathlib import Path

import pytest

from publisher.build.build import Options, build_works
from publisher.build.works import find_works
from publisher.diagnostics import PublisherError, UsageError
from publisher.document.document import Document, Meta
from publisher.document.nodes import Node, Paragraph, Text
from publisher.layouts import load_theme
from publisher.resources import resource_folder
from publisher.span import Span
from tests.conftest import ROOT
from tests.reading import differences, epub_text, pdf_lines, program


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A copy of the first theme, in a project of the user's own."""
    folder = tmp_path / "themes" / "own"
    shutil.copytree(resource_folder("layouts") / "themes" / "article", folder)
    (tmp_path / "a.txt").write_text("H\n\nText.", encoding="utf-8")
    (tmp_path / "a.toml").write_text('language = "en"', encoding="utf-8")
    return folder


def code_and_place(failure: PublisherError) -> tuple[str, str, int]:
    (found,) = failure.diagnostics
    assert found.span
    return found.code, Path(found.span.file).name, found.span.line


def test_a_copied_theme_overrides_a_style_sheet_and_a_token(own: Path) -> None:
    (own / "css").mkdir()
    (own / "css" / "kicker.css").write_text(".kicker { color: var(--accent) }", encoding="utf-8")
    described = (own / "theme.toml").read_text(encoding="utf-8")
    (own / "theme.toml").write_text(described.replace("#8c1a1f", "#123456"), encoding="utf-8")
    sheet = load_theme("own", own.parent.parent).stylesheet("print", "en")
    assert ".kicker { color: #123456 }" in sheet


def test_a_theme_with_an_unknown_token(own: Path) -> None:
    (own / "css").mkdir()
    (own / "css" / "kicker.css").write_text("\n.kicker { color: var(--ink) }", encoding="utf-8")
    with pytest.raises(PublisherError) as caught:
        load_theme("own", own.parent.parent).stylesheet("print", "en")
    assert code_and_place(caught.value) == ("LAY003", "kicker.css", 2)
    (found,) = caught.value.diagnostics
    assert found.span
    assert (found.span.column, found.span.end_column) == (18, 28)


@pytest.mark.parametrize("value", ["var(--ink)", "var(--quiet)"])
def test_a_token_made_of_an_unknown_one_or_of_itself_is_found_in_theme_toml(
    own: Path, value: str
) -> None:
    described = (own / "theme.toml").read_text(encoding="utf-8")
    before, _, after = described.partition('accent = "#8c1a1f"')
    (own / "theme.toml").write_text(
        f'{before}accent = "{value}"{after}'.replace('quiet = "#', 'quiet = "var(--accent) #', 1),
        encoding="utf-8",
    )
    with pytest.raises(PublisherError) as caught:
        load_theme("own", own.parent.parent).stylesheet("print", "en")
    line = {"var(--ink)": before.count("\n") + 1}.get(value)
    found = code_and_place(caught.value)
    assert found[:2] == ("LAY003", "theme.toml")
    assert found[2] == line or value == "var(--quiet)"


@pytest.mark.parametrize(
    ("template", "line"),
    [
        ("{% if %}", 1),
        ("\n\n{{ publication.no_such_thing }}", 3),
        ("{{ undefined_name }}", 1),
        ("\n{{ 1 + publication.title }}", 2),
    ],
)
def test_a_theme_with_a_template_error_fails_its_works_alone(
    own: Path, template: str, line: int
) -> None:
    (own / "print").mkdir()
    (own / "print" / "publication.html.j2").write_text(template, encoding="utf-8")
    root = own.parent.parent
    works = find_works([root / "a.txt"]).works
    (outcome,) = build_works(works, Options(out=root / "out", theme="own", check=False))
    (found,) = outcome.diagnostics
    assert found.code == "LAY001"
    assert found.span
    assert (Path(found.span.file).name, found.span.line) == ("publication.html.j2", line)
    assert not (root / "out").exists() or not list((root / "out").iterdir())


class Unknown(Node, frozen=True, tag="unknown"):
    """A node that no layout knows."""


def test_a_theme_sets_one_element_in_one_medium(own: Path) -> None:
    macro = "{% macro paragraph(node) %}<p class='own'>{{ run(node.children) }}</p>{% endmacro %}"
    for medium in ("epub", "print"):
        (own / medium).mkdir()
        (own / medium / "test.j2").write_text("{{ flow(document.blocks) }}", encoding="utf-8")
    (own / "print" / "blocks").mkdir()
    (own / "print" / "blocks" / "paragraph.j2").write_text(macro, encoding="utf-8")
    document = Document(meta=Meta(), blocks=(Paragraph(children=(Text(text="Words"),)),))
    theme = load_theme("own", own.parent.parent)
    assert theme.render("print/test.j2", document=document) == "<p class='own'>Words</p>"
    assert theme.render("epub/test.j2", document=document) == "<p>Words</p>"


def test_a_node_that_the_layout_has_no_macro_for(own: Path) -> None:
    (own / "epub").mkdir()
    (own / "epub" / "test.j2").write_text("{{ flow(document.blocks) }}", encoding="utf-8")
    span = Span("a.md", 7, 1, 7, 2)
    document = Document(meta=Meta(), blocks=(Unknown(span=span),))  # type: ignore[arg-type]
    with pytest.raises(PublisherError) as caught:
        load_theme("own", own.parent.parent).render("epub/test.j2", document=document)
    assert code_and_place(caught.value) == ("LAY002", "a.md", 7)


def test_what_a_text_holds_is_never_markup(own: Path) -> None:
    (own / "epub").mkdir()
    (own / "epub" / "test.j2").write_text("{{ flow(document.blocks) }}", encoding="utf-8")
    evil = '<script>alert("x")</script> & ]]>'
    document = Document(meta=Meta(), blocks=(Paragraph(children=(Text(text=evil),), id='"x'),))
    markup = load_theme("own", own.parent.parent).render("epub/test.j2", document=document)
    assert "<script" not in markup
    assert 'id="&#34;x"' in markup


def test_what_no_xml_may_hold_is_left_out(own: Path) -> None:
    (own / "epub").mkdir()
    (own / "epub" / "test.j2").write_text("{{ text }}", encoding="utf-8")
    made = load_theme("own", own.parent.parent).render(
        "epub/test.j2", text="a\x00b\x0b\tc\ufffe\ud800é\U0001f600"
    )
    assert made == "ab\tcé\U0001f600"


def test_a_theme_whose_fonts_are_not_there(own: Path) -> None:
    described = (own / "theme.toml").read_text(encoding="utf-8")
    (own / "theme.toml").write_text(
        described.replace('sans = "Source Sans 3"', 'sans = "No Such Sans"'), encoding="utf-8"
    )
    root = own.parent.parent
    with pytest.raises(UsageError) as caught:
        list(build_works(find_works([root / "a.txt"]).works, Options(out=root, theme="own")))
    assert code_and_place(caught.value) == ("FNT002", "theme.toml", 1)


@pytest.mark.parametrize(
    ("before", "after", "code"),
    [
        ('headline-measure = "158mm"', 'headline-measure = "wide"', "CFG002"),
        ('headline-measure = "158mm"\n', "", "LAY003"),
    ],
)
def test_a_token_that_is_needed_before_the_page_is_set(
    own: Path, before: str, after: str, code: str
) -> None:
    described = (own / "theme.toml").read_text(encoding="utf-8")
    assert before in described
    (own / "theme.toml").write_text(described.replace(before, after), encoding="utf-8")
    root = own.parent.parent
    works = find_works([root / "a.txt"]).works
    (outcome,) = build_works(works, Options(out=root / "out", theme="own", check=False))
    assert [found.code for found in outcome.diagnostics] == [code]
    sought = "headline-measure" if code == "CFG002" else "[print.tokens]"
    line = described[: described.index(sought)].count("\n") + 1
    assert [found.span.line for found in outcome.diagnostics if found.span] == [line]


def test_every_palette_reaches_a_contrast_of_seven() -> None:
    for ground, ink, _ in load_theme("article", ROOT).described.palette:
        lighter, darker = sorted((luminance(ground), luminance(ink)), reverse=True)
        assert (lighter + 0.05) / (darker + 0.05) >= 7, (ground, ink)


def luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2, the definition of that name)."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("lines", ["3", "0", "", "1"])
def test_a_theme_says_in_how_many_lines_a_first_letter_stands(own: Path, lines: str) -> None:
    described = (own / "theme.toml").read_text(encoding="utf-8")
    token = f'drop-cap-lines = "{lines}"' if lines else ""
    (own / "theme.toml").write_text(described.replace('drop-cap-lines = "0"', token))
    theme = load_theme("own", own.parent.parent)
    if lines == "1":
        with pytest.raises(PublisherError) as caught:
            theme.stylesheet("epub", "en")
        assert code_and_place(caught.value)[0] == "CFG002"
    else:
        sheet = theme.stylesheet("epub", "en")
        assert theme.drop_cap_lines("print") == int(lines or "0")
        assert ("float: left;\n  margin-right: 0.06em" in sheet) == (lines == "3")


@program("pdfinfo")
def test_a_dropped_letter_is_whole_with_its_word_in_the_pdf(own: Path) -> None:
    described = (own / "theme.toml").read_text(encoding="utf-8")
    dropped = described.replace('drop-cap-lines = "0"', 'drop-cap-lines = "3"')
    (own / "theme.toml").write_text(dropped, encoding="utf-8")
    root = own.parent.parent
    text = "“Harbours keep every form of mark,” she said" + ", and every kind of sheet" * 12
    (root / "a.txt").write_text(f"Headline\n\n{text}.\n\nThe end.\n", encoding="utf-8")
    works = find_works([root / "a.txt"]).works
    (outcome,) = build_works(works, Options(out=root / "out", theme="own"))
    assert [found.code for found in outcome.diagnostics] == []
    assert differences(pdf_lines(root / "out" / "a.pdf"), epub_text(root / "out" / "a.epub")) == []
    assert f"{text}." in epub_text(root / "out" / "a.epub")
