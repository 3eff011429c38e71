"""manifest.json: every file of an output folder, what it was made from, and with which tools.

No clock time and no absolute path: the manifests of two machines that built the same are equal.
"""

import importlib.metadata
from collections.abc import Sequence
from pathlib import Path

import msgspec

from publisher import __version__
from publisher.assets import read_source, write_whole
from publisher.build.outcome import Output

NAME = "manifest.json"
_LIBRARIES = (
    "deflate",
    "ebooklib",
    "fonttools",
    "jinja2",
    "pikepdf",
    "pillow",
    "uharfbuzz",
    "weasyprint",
)


class Manifest(msgspec.Struct, frozen=True):
    """The content of manifest.json."""

    version: int
    tools: dict[str, str]
    outputs: tuple[Output, ...]


def write_manifest(out: Path, outputs: Sequence[Output]) -> None:
    """Puts the manifest of `outputs` into `out`.

    Entries of earlier builds stay as long as their files are there, so that a folder that was
    filled work by work has one manifest. Raises PublisherError as `write_whole`.
    """
    earlier = _earlier(out)
    written = {output.path: output for output in outputs}
    kept = {
        output.path: output
        for output in earlier.outputs
        if output.path not in written and (out / output.path).is_file()
    }
    tools = tool_versions(pdf=any(path.endswith(".pdf") for path in written))
    if "pango" in earlier.tools and any(path.endswith(".pdf") for path in kept):
        tools.setdefault("pango", earlier.tools["pango"])
    entries = tuple(sorted((kept | written).values(), key=lambda output: output.path))
    data = msgspec.json.encode(Manifest(version=1, tools=tools, outputs=entries))
    write_whole(out / NAME, msgspec.json.format(data, indent=2) + b"\n")


def _earlier(out: Path) -> Manifest:
    path = out / NAME
    if not path.is_file():
        return Manifest(1, {}, ())
    try:
        return msgspec.json.decode(read_source(path, limit=1 << 30).data, type=Manifest)
    except msgspec.DecodeError:
        return Manifest(1, {}, ())  # not a manifest of ours: it is written anew


def tool_versions(*, pdf: bool) -> dict[str, str]:
    """The versions that the bytes of an output depend on, by name.

    Those of a `pdf` depend on Pango, too, the one that the lock file does not pin: it comes with
    the system.
    """
    versions = {"publisher": __version__}
    versions |= {name: importlib.metadata.version(name) for name in _LIBRARIES}
    if pdf:
        from publisher.backends.pdf.pages import pango_version

        versions["pango"] = pango_version()
    return versions
