"""What all tests share: the corpus, a built set of sample works, golden files."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
CORPUS = ROOT.parent / "shared" / "corpus"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="write what the tests get as golden files"
    )


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if not CORPUS.is_dir():
        absent = pytest.mark.skip(reason=f"the corpus is not there ({CORPUS})")
        for item in items:
            if item.get_closest_marker("corpus"):
                item.add_marker(absent)


@pytest.fixture(scope="session", autouse=True)
def _quiet_environment() -> None:
    """The same environment for each test, whatever the shell's."""
    for name in ("SOURCE_DATE_EPOCH", "NO_COLOR", "FORCE_COLOR"):
        os.environ.pop(name, None)


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The folder of the corpus; tests that use it are marked `corpus`."""
    return CORPUS


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """Compares a text with a golden file, or writes it there with --update-golden."""

    def compare(path: Path, text: str) -> None:
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        assert text == path.read_text(encoding="utf-8"), f"{path} (renew: --update-golden)"

    return compare


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the sample works of content/, built and checked once a session."""
    from publisher.build.build import Options, build_works
    from publisher.build.works import find_works
    from publisher.diagnostics import Severity

    out = tmp_path_factory.mktemp("dist")
    for outcome in build_works(find_works([ROOT / "content"]).works, Options(out=out)):
        worse = [found for found in outcome.diagnostics if found.severity is not Severity.INFO]
        assert not worse
    return out
