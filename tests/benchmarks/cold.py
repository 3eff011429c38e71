"""Cold rows: commands in fresh processes, the files that they read already in memory."""

import atexit
import functools
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from publisher.resources import resource_folder
from tests.benchmarks.article import read_article
from tests.benchmarks.timing import Row

PANDOC_EPUB = "pandoc → EPUB"
TYPST_PDF = "typst → PDF"
PANDOC_PDF = "pandoc → HTML → weasyprint → PDF"
PANDOC_BOTH = f"{PANDOC_EPUB}, then {PANDOC_PDF}"

Command = Sequence[str | Path]

_NO_BYTECODE = "PYTHONDONTWRITEBYTECODE"
_TYPST = (
    "import sys, typst; source, target, *fonts = sys.argv[1:]; "
    "typst.compile(source, target, font_paths=fonts, ignore_system_fonts=True)"
)


def pandoc_epub(article: Path) -> Callable[[], object]:
    """Pandoc's own EPUB of an article, with its title page and table of contents."""
    return run_commands(_pandoc(_written(article, ".md"), article.with_suffix(".epub")))


def write_typst(article: Path) -> Path:
    """The article in typst's markup, in a file beside it."""
    return _written(article, ".typ")


def _publisher(*options: str) -> Callable[[Path], Callable[[], object]]:
    def prepare(article: Path) -> Callable[[], object]:
        out = article.with_name("out")
        return run_commands(
            [script("publisher"), "build", article, "--out", out, "--quiet", *options]
        )

    return prepare


def _version(article: Path) -> Callable[[], object]:
    return run_commands([script("publisher"), "--version"])


def _typst(article: Path) -> Callable[[], object]:
    source, target = write_typst(article), article.with_suffix(".pdf")
    return run_commands([sys.executable, "-c", _TYPST, source, target, resource_folder("fonts")])


def _pandoc_pdf(article: Path) -> Callable[[], object]:
    page, pdf = article.with_suffix(".html"), article.with_suffix(".pdf")
    return run_commands(
        _pandoc(_written(article, ".md"), page), [script("weasyprint"), "-q", page, pdf]
    )


def _pandoc_both(article: Path) -> Callable[[], object]:
    calls = pandoc_epub(article), _pandoc_pdf(article)
    return lambda: [call() for call in calls]


def _pandoc(source: Path, target: Path) -> Command:
    import pypandoc

    pandoc: str = pypandoc.get_pandoc_path()
    return [pandoc, "--standalone", "--metadata=lang:en", f"--output={target}", source]


def run_commands(*commands: Command) -> Callable[[], object]:
    """A call that runs the commands, one after the other; it raises where one fails."""
    environment = _with_bytecode(os.environ)

    def run() -> None:
        for command in commands:
            subprocess.run(command, check=True, capture_output=True, env=environment)

    return run


def _with_bytecode(environment: Mapping[str, str]) -> dict[str, str]:
    """`environment`, in which Python keeps what it compiled, whatever the shell says of that."""
    kept = {name: value for name, value in environment.items() if name != _NO_BYTECODE}
    return kept | {"PYTHONPYCACHEPREFIX": str(_bytecode_folder())}


@functools.cache
def _bytecode_folder() -> Path:
    folder = tempfile.TemporaryDirectory(prefix="publisher-bytecode-")
    atexit.register(folder.cleanup)
    return Path(folder.name)


def script(name: str) -> Path:
    """A command of this environment."""
    return Path(sys.executable).with_name(name)


def _written(article: Path, suffix: str) -> Path:
    content = read_article(article.read_text(encoding="utf-8"))
    path = article.with_suffix(suffix)
    path.write_text(content.typst if suffix == ".typ" else content.markdown, encoding="utf-8")
    return path


COLD = (
    Row("publisher --version", _version),
    Row("publisher build, both outputs, EPUBCheck", _publisher(), (PANDOC_BOTH,)),
    Row("publisher build, both outputs", _publisher("--no-check"), (PANDOC_BOTH,)),
    Row("publisher build, EPUB", _publisher("--no-check", "--to", "epub"), (PANDOC_EPUB,)),
    Row("publisher build, PDF", _publisher("--to", "pdf"), (TYPST_PDF, PANDOC_PDF)),
    Row(PANDOC_EPUB, pandoc_epub),
    Row(TYPST_PDF, _typst),
    Row(PANDOC_PDF, _pandoc_pdf),
    Row(PANDOC_BOTH, _pandoc_both),
)
