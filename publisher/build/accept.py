"""What was inferred from a source, written down beside it: the user's to correct from then on."""

from collections.abc import Iterator, Sequence

import msgspec
import tomlkit
from tomlkit.items import AoT

from publisher.assets import read_source, write_whole
from publisher.build.prepare import ReadWork
from publisher.build.works import Work, sidecar
from publisher.configuration.metadata import Lines
from publisher.configuration.settings import shown
from publisher.sources import FORMATS, plain_text


def accept_reading(work: Work, read: ReadWork) -> str:
    """Writes what was inferred from `work` into its NAME.toml, whose path is given back.

    That is its language, an encoding that was guessed at, and for a plain text the roles of its
    lines. What else stands there stays, comments too; its `[[lines]]` tables are written anew.
    Raises PublisherError as `write_whole` does.
    """
    path = sidecar(work)
    # Bytes that are no UTF-8 can stand in a comment, and go back as they came.
    text = read_source(path, limit=1_000_000).data.decode(errors=_KEPT) if path.is_file() else ""
    table = tomlkit.parse("".join(_head(read)) + text)
    table.pop("lines", None)
    if FORMATS[work.source.suffix.lower()] == "plain_text":
        lines = plain_text.accepted(read.reading)
        if lines:
            table["lines"] = _tables(lines)
    write_whole(path, tomlkit.dumps(table).encode(errors=_KEPT))
    return shown(path.resolve())


_KEPT = "surrogateescape"


def _head(read: ReadWork) -> Iterator[str]:
    """What goes before all tables of the file."""
    if read.given.language is None:
        yield f'language = "{read.reading.language.value}"\n'
    if read.reading.encoding.rule == "likeliest":
        yield f'encoding = "{read.reading.encoding.value}"\n'


def _tables(entries: Sequence[Lines]) -> AoT:
    tables = tomlkit.aot()
    for entry in entries:
        table = tomlkit.table()
        table.update(msgspec.to_builtins(entry))
        tables.append(table)
    return tables
