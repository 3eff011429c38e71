"""Warm rows: one process that has built before, and each time an article that is new to it."""

import functools
from collections.abc import Callable
from pathlib import Path
from typing import Any
from unittest import mock

from publisher.backends.pdf import pages, render
from publisher.build.build import Options, build_works
from publisher.build.works import find_works
from publisher.configuration.settings import Format
from publisher.resources import resource_folder
from tests.benchmarks.cold import PANDOC_EPUB, TYPST_PDF, pandoc_epub, write_typst
from tests.benchmarks.timing import Row

WEASYPRINT = "WeasyPrint alone → PDF"
PANDOC_COMMAND = f"{PANDOC_EPUB} (a command each time)"


def build(article: Path, *, to: tuple[Format, ...] = (), check: bool = False) -> None:
    """Builds an article as `publisher build` does, and makes sure that its files are there."""
    works = find_works([article]).works
    options = Options(out=article.with_name("out"), to=to, check=check)
    (outcome,) = build_works(works, options)
    assert outcome.outputs, outcome.diagnostics


def _build(*to: Format, check: bool = False) -> Callable[[Path], Callable[[], object]]:
    return lambda article: functools.partial(build, article, to=to, check=check)


def _weasyprint(article: Path) -> Callable[[], object]:
    """What our PDF backend asks of WeasyPrint for the article: markup, style sheet and fonts."""
    with mock.patch.object(render, "set_pages", wraps=pages.set_pages) as asked:
        build(article, to=("pdf",))
    return lambda: pages.set_pages(*asked.call_args.args).data


def _typst(article: Path) -> Callable[[], object]:
    compiler = _typst_compiler()
    source, target = write_typst(article), article.with_suffix(".pdf")
    return lambda: compiler.compile(input=str(source), output=str(target))


@functools.cache
def _typst_compiler() -> Any:
    import typst

    fonts = [str(resource_folder("fonts"))]
    return typst.Compiler(root="/", font_paths=fonts, ignore_system_fonts=True)


WARM = (
    Row("build, both outputs, EPUBCheck", _build(check=True), (WEASYPRINT,)),
    Row("build, both outputs", _build(), (WEASYPRINT,)),
    Row("build, EPUB", _build("epub"), (PANDOC_COMMAND,)),
    Row("build, PDF", _build("pdf"), (WEASYPRINT, TYPST_PDF)),
    Row(WEASYPRINT, _weasyprint),
    Row(TYPST_PDF, _typst),
    Row(PANDOC_COMMAND, pandoc_epub),
)
