"""What holds the code together: which stage may know which, the table of codes, module sizes."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from publisher.diagnostics.catalogue import CATALOGUE
from tests.conftest import ROOT

PACKAGE = ROOT / "publisher"
LAYERS = (
    ("span", "units", "resources", "languages"),
    ("diagnostics",),
    ("assets",),
    ("document",),
    ("configuration",),
    ("targets",),
    ("pictures", "pagination"),
    ("sources", "typography", "terms", "fonts", "formulas", "collation", "bibliography"),
    ("index", "glossary"),
    ("publication",),
    ("layouts",),
    ("cover",),
    ("backends", "checks"),
    ("build",),
    ("cli",),
)
"""Each stage may import the ones above it, and itself. docs/architecture.md says why."""

LONGEST = 340


def modules() -> Iterator[tuple[str, Path]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        stage = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
        if not stage.startswith("__"):
            yield stage, path


def imported_stages(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = {
        node.module
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("publisher.")
    }
    names |= {
        f"publisher.{alias.name}"
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == "publisher"
        for alias in node.names
        if (PACKAGE / alias.name).exists() or (PACKAGE / f"{alias.name}.py").exists()
    }
    return {name.split(".")[1] for name in names}


@pytest.mark.parametrize(("stage", "path"), list(modules()), ids=str)
def test_imports_point_one_way(stage: str, path: Path) -> None:
    level = {name: number for number, names in enumerate(LAYERS) for name in names}
    later = {name for name in imported_stages(path) - {stage} if level[name] >= level[stage]}
    assert later == set()


def test_the_backends_know_nothing_of_each_other() -> None:
    for one, other in (("epub", "pdf"), ("pdf", "epub")):
        for path in (PACKAGE / "backends" / one).glob("*.py"):
            assert f"publisher.backends.{other}" not in path.read_text(encoding="utf-8"), path


def test_every_code_is_given_somewhere_and_shown_in_a_test() -> None:
    sources = [path for _, path in modules() if path.parent.name != "catalogue"]
    code = "\n".join(path.read_text(encoding="utf-8") for path in sources)
    given = set(re.findall(r'"([A-Z]{3}\d{3})"', code))
    shown = set(
        re.findall(
            r"\b[A-Z]{3}\d{3}\b",
            "\n".join(
                path.read_text(encoding="utf-8")
                for path in (ROOT / "tests").rglob("*")
                if path.suffix in (".py", ".md")
            ),
        )
    )
    assert set(CATALOGUE) - given == set()
    assert given - set(CATALOGUE) == set()
    assert set(CATALOGUE) - shown == set()


def test_nothing_is_printed_outside_the_command_line() -> None:
    for stage, path in modules():
        text = path.read_text(encoding="utf-8")
        assert stage == "cli" or not re.search(r"\bprint\(|sys\.std(out|err)\.write", text), path


def test_modules_stay_readable() -> None:
    for _, path in modules():
        lines = path.read_text(encoding="utf-8").count("\n")
        assert lines <= LONGEST, f"{path}: {lines} lines"
