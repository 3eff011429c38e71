"""README and docs: each command in them is run, each link leads somewhere."""

import importlib.util
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from _pytest.mark import ParameterSet

from tests.conftest import ROOT
from tests.sources.docx.cases import STYLED

PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), ROOT / "fonts" / "README.md"])
FENCED = re.compile(r"(?ms)^(`{3,})\w*\n.*?^\1$|`[^`\n]+`")
SHELL = re.compile(r"(?ms)^```sh\n(.*?)^```")
LINK = re.compile(r"\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)")
ELSEWHERE = {
    "script/test": "this very run",
    "-m tests.benchmarks": "takes minutes, and its peers; tests/benchmarks has tests of its own",
}

NOT_IN_THE_HANDBOOK = {"languages.md"}
"""Its rows hold characters of scripts that no bundled font has."""


def commands() -> Iterator[ParameterSet]:
    """Each page that has commands, with them in order: a later one may need an earlier one."""
    for page in PAGES:
        blocks = SHELL.findall(page.read_text(encoding="utf-8"))
        lines = [line.split("  #")[0].strip() for block in blocks for line in block.splitlines()]
        lines = [line for line in lines if line and not any(each in line for each in ELSEWHERE)]
        if lines:
            yield pytest.param(lines, id=str(page.relative_to(ROOT)))


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with the article that the README shows, and what is said beside it."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    article = re.search(r"(?ms)^```text\n(Island.*?)^```", readme)
    sidecar = re.search(r"(?ms)^```toml\n(.*?)^```", readme)
    assert article
    assert sidecar
    (tmp_path / "article.txt").write_text(article[1], encoding="utf-8")
    (tmp_path / "article.toml").write_text(sidecar[1], encoding="utf-8")
    (tmp_path / "harbour.docx").write_bytes(STYLED)
    page = re.search(r"(?ms)^```html\n(.*?)^```", (ROOT / "docs" / "html.md").read_text("utf-8"))
    assert page
    (tmp_path / "page.html").write_text(page[1], encoding="utf-8")
    markdown = (ROOT / "docs" / "markdown.md").read_text(encoding="utf-8")
    example = re.search(r"(?ms)^````markdown\n(.*?)^````", markdown)
    assert example
    (tmp_path / "article.md").write_text(example[1], encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("lines", list(commands()))
def test_every_command_runs(lines: list[str], desk: Path) -> None:
    programs = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    for line in lines:
        done = subprocess.run(
            ["sh", "-ec", line],
            cwd=ROOT if line.startswith((".venv", "script/")) else desk,
            env={**os.environ, "PATH": programs},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, f"{line}\n{done.stdout}{done.stderr}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_leads_somewhere(page: Path) -> None:
    for target in LINK.findall(FENCED.sub("", page.read_text(encoding="utf-8"))):
        assert (page.parent / target).exists(), target


def make() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make", ROOT / "docs" / "make.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_derived_pages_agree_with_the_code() -> None:
    for name, page in make().PAGES.items():
        written = (ROOT / "docs" / name).read_text(encoding="utf-8")
        assert written == page(), f"docs/{name}: .venv/bin/python docs/make.py"


def test_the_handbook_is_built_from_every_page_without_a_warning(tmp_path: Path) -> None:
    """As an EPUB alone, which takes a tenth of the time; `script/build` sets its pages."""
    from publisher.build.build import Options, build_works
    from publisher.build.works import find_works
    from publisher.diagnostics import Severity

    works = find_works([ROOT / "docs"]).works
    (outcome,) = build_works(works, Options(out=tmp_path, to=("epub",)))
    assert not [found for found in outcome.diagnostics if found.severity is not Severity.INFO]
    (output,) = outcome.outputs
    parts = {each.path for each in output.inputs}
    pages = {path.relative_to(ROOT / "docs").as_posix() for path in (ROOT / "docs").rglob("*.md")}
    assert pages - parts == NOT_IN_THE_HANDBOOK


def test_the_finding_in_the_readme_is_what_is_printed(desk: Path) -> None:
    from publisher.assets import read_line
    from publisher.build.check import check_files
    from publisher.diagnostics.excerpt import show

    article = desk / "article.txt"
    text = article.read_text(encoding="utf-8").replace("times,”", "times,“")
    article.write_text(text, encoding="utf-8")
    (found,) = check_files([article]).all_diagnostics
    shown = show(found, read_line).replace(f"{desk}/", "")
    assert shown in (ROOT / "README.md").read_text(encoding="utf-8")
