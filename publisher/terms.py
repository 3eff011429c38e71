"""The words that layouts put on a page themselves, by language: layouts/terms/<tag>.toml."""

import functools
import tomllib
from pathlib import Path

import msgspec

from publisher.languages import fallbacks
from publisher.resources import resource_folder

_DEFAULT = "en"


class Terms(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words in the language `language`, which is English where the wanted one has no table.

    `figure`, `table`, `equation`, `listing`, `section`, `page` and `note` go before a number;
    `to_call` is the link from a note back to its call; `done` and `to_do` tell the items of a list
    of tasks; `correction` to `caution` are the titles of boxes; `continued` stands over a table or
    a text that goes on from the page before.
    """

    language: str
    contents: str
    cover: str
    title_page: str
    landmarks: str
    begin: str
    figure: str
    table: str
    equation: str
    listing: str
    section: str
    page: str
    note: str
    to_call: str
    done: str
    to_do: str
    correction: str
    sources: str
    tip: str
    important: str
    warning: str
    caution: str
    continued: str
    summary_text: str
    summary_navigation: str
    summary_images_described: str
    summary_images_undescribed: str
    summary_no_images: str

    def foreign_to(self, language: str) -> str | None:
        """The language of these words, where a text in `language` must say that they have one."""
        same = fallbacks(language)[1:2] == fallbacks(self.language)[1:2]
        return None if same else self.language


@functools.cache
def terms_for(language: str) -> Terms:
    """The terms of a BCP 47 tag, found along it: "pt-BR" is pt-BR over pt."""
    files = _files()
    found = [files[tag] for tag in fallbacks(language) if tag in files] or [_DEFAULT]
    rows: dict[str, str] = {"language": found[-1]}
    for tag in found:
        rows |= tomllib.loads((_folder() / f"{tag}.toml").read_text(encoding="utf-8"))
    return msgspec.convert(rows, Terms)


def _folder() -> Path:
    return resource_folder("layouts") / "terms"


@functools.cache
def _files() -> dict[str, str]:
    """The tags that have a file, by themselves in lower case."""
    return {path.stem.lower(): path.stem for path in _folder().glob("*.toml")}
