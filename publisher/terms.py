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

    `figure`, `table`, `equation`, `section`, `page`, `note`, `part`, `chapter`, `appendix`,
    `listing`, `volume`, `issue`, `edition` and `line` (of verse) go before a number; `to_call` is
    the link from a note back to its call; `done` and `to_do` tell the items of a list of tasks;
    `correction` to `caution` are the titles of boxes; `continued` stands over a table or a text
    that goes on from the page before.

    `half_title` to `list_of_tables` are headings of the parts of a book, where `copyright_page` is
    the page of the imprint, `foreword` is by another hand and `preface` by the author's own.
    `editorial`, `masthead` (the list of those who make it), `contributors`, `advertisement` and
    `in_this_issue` are headings of a periodical, `dramatis_personae` is that of a play's list of
    parts. `see` and `see_also` lead to another entry of an index.

    `edited_by`, `translated_by`, `illustrated_by`, `photographs_by` and `published_by` go before
    a name, with a space, and leave it as it is: where a language would inflect the name or the
    word, they are a label with a colon.
    """

    language: str
    contents: str
    cover: str
    title_page: str
    landmarks: str
    page_list: str
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
    part: str
    chapter: str
    appendix: str
    half_title: str
    copyright_page: str
    dedication: str
    epigraph: str
    foreword: str
    preface: str
    introduction: str
    prologue: str
    epilogue: str
    conclusion: str
    afterword: str
    acknowledgements: str
    glossary: str
    bibliography: str
    index: str
    notes: str
    colophon: str
    list_of_figures: str
    list_of_tables: str
    editorial: str
    masthead: str
    contributors: str
    advertisement: str
    volume: str
    issue: str
    edition: str
    edited_by: str
    translated_by: str
    illustrated_by: str
    photographs_by: str
    see: str
    see_also: str
    published_by: str
    rights_reserved: str
    dramatis_personae: str
    in_this_issue: str
    line: str
    summary_pages: str
    summary_text: str
    summary_navigation: str
    summary_index: str
    summary_notes: str
    summary_images_described: str
    summary_images_undescribed: str
    summary_no_images: str
    summary_formulas: str

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
