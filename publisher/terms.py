"""The words that layouts put on a page themselves, by language: layouts/terms/<tag>.toml."""

import functools
import tomllib

import msgspec

from publisher.resources import resource_folder


class Terms(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words in the language `language`, which is English where the wanted one has no table."""

    language: str
    contents: str
    cover: str
    title_page: str
    landmarks: str
    begin: str
    summary_text: str
    summary_navigation: str
    summary_images_described: str
    summary_images_undescribed: str
    summary_no_images: str
    figure: str
    table: str
    equation: str
    section: str
    page: str
    note: str
    to_call: str
    done: str
    to_do: str
    correction: str
    sources: str

    def foreign_to(self, language: str) -> str | None:
        """The language of these words, where a text in `language` must say that they have one."""
        return None if language.split("-")[0].lower() == self.language else self.language


@functools.cache
def terms_for(language: str) -> Terms:
    """The terms of a BCP 47 tag, by its primary language."""
    folder = resource_folder("layouts") / "terms"
    primary = language.split("-")[0].lower()
    found = folder / f"{primary}.toml"
    if not primary.isalpha() or not found.is_file():
        primary, found = "en", folder / "en.toml"
    rows = tomllib.loads(found.read_text(encoding="utf-8"))
    return msgspec.convert({"language": primary, **rows}, Terms)
