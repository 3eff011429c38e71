"""A Markdown file to a document: front matter, blocks, notes, title, each with its place."""

import unicodedata
from typing import Any

import msgspec
from markdown_it.token import Token

from publisher.assets import Source
from publisher.configuration.metadata import Metadata
from publisher.diagnostics import PublisherError, diagnose
from publisher.document.document import Document, Meta
from publisher.document.nodes import Blocks
from publisher.document.text import plain, runs
from publisher.sources.markdown.blocks import BlockReader
from publisher.sources.markdown.definitions import (
    Addresses,
    defined_abbreviations,
    definitions_amiss,
)
from publisher.sources.markdown.description import Description, describe
from publisher.sources.markdown.front_matter import read_front_matter
from publisher.sources.markdown.limits import DEEPEST, MOST, TooDeepError, TooManyError
from publisher.sources.markdown.outline import outline
from publisher.sources.markdown.page import HtmlBlock, HtmlInline, Page
from publisher.sources.markdown.parser import parser
from publisher.sources.markdown.places import Places
from publisher.sources.markdown.raw_html import html_block, html_inline
from publisher.sources.markdown.titles import Titled, find_title, words_of
from publisher.sources.markdown.turns import spoken
from publisher.sources.metadata import complete
from publisher.sources.plain_text.decode import byte_order_mark, decode, guessed
from publisher.sources.reading import Choice, Reading
from publisher.sources.source_map import SourceMap
from publisher.sources.stated_language import choose_language, unsure_language
from publisher.span import whole_file

_SAMPLE = 600
"""Characters of the text by which its language is told."""


def read(source: Source, given: Metadata) -> Reading:
    """The document in a Markdown file; what its front matter says goes before what was `given`.

    Raises PublisherError: as `decode` does for what is not text, SRC004 where there is nothing
    but white space, as `read_front_matter` and `describe` do for faults of the front matter, and
    MKD009 for blocks that stand too deep in one another, MKD024 for more of them than a book has.
    """
    return read_with(source, given, html_block, html_inline)


def read_with(
    source: Source, given: Metadata, on_block: HtmlBlock, on_inline: HtmlInline
) -> Reading:
    """`read` with other makers of nodes for raw HTML."""
    decoded = decode(source, given.encoding)
    raw = decoded.text
    if not any(unicodedata.category(character)[0] not in "CZ" for character in raw):
        raise PublisherError(diagnose("SRC004", whole_file(source.name)))
    front = read_front_matter(SourceMap(source.name, raw))
    said = describe(front.entries)
    page = Page(Places(source.name, raw, front.end), {}, on_block, on_inline)
    titled = find_title(_blocks(page), said, source.name)
    known = said.metadata.over(given)
    told = msgspec.structs.replace(titled, blocks=spoken(titled.blocks))
    document, language = _document(page, told, said, known)
    source_map = SourceMap(source.name, raw, sorted(page.edits, key=_place_of))
    return Reading(
        document=document,
        source_map=source_map,
        language=language,
        encoding=decoded.encoding,
        lines=tuple(outline(front, titled, told.blocks)),
        normalisations=(*byte_order_mark(source, decoded), *source_map.normalisations()),
        diagnostics=(
            *guessed(source, decoded),
            *said.diagnostics,
            *titled.diagnostics,
            *unsure_language(source.name, language),
            *page.diagnostics,
        ),
        embedded=page.embedded,
        said=known,
    )


def _place_of(edit: Any) -> tuple[int, int]:
    return edit.start, edit.end


def _blocks(page: Page) -> Blocks:
    tokens: list[Token] = []
    page.env["references"] = addresses = Addresses()
    try:
        parser().block.parse(page.places.text, parser(), page.env, tokens)
        page.abbreviations = defined_abbreviations(page)
        blocks = BlockReader(page, tokens).read()
    except TooDeepError as failure:
        place = page.span(failure.offset, failure.offset)
        raise PublisherError(diagnose("MKD009", place, deepest=DEEPEST)) from failure
    except TooManyError as failure:
        place = page.span(failure.offset, failure.offset)
        raise PublisherError(diagnose("MKD024", place, most=f"{MOST:,}")) from failure
    page.diagnostics += definitions_amiss(page, addresses)
    return blocks


def _document(
    page: Page, titled: Titled, said: Description, known: Metadata
) -> tuple[Document, Choice]:
    standfirst = words_of(said.standfirst) if said.standfirst and said.standfirst.value else ()
    document = Document(
        meta=Meta(
            title=titled.title,
            standfirst=standfirst,
            anchor=titled.anchor,
            role=said.role,
            order=said.order,
        ),
        blocks=titled.blocks,
        notes=_notes(page),
    )
    sample = "" if known.language else _sample(document)
    language = choose_language(known, None, "", sample)
    meta = complete(msgspec.structs.replace(document.meta, language=language.value), known)
    return msgspec.structs.replace(document, meta=meta), language


def _notes(page: Page) -> dict[str, Blocks]:
    """The notes in the order of their first calls; those that nothing calls come last."""
    order = dict.fromkeys((*page.calls, *page.notes))
    return {name: page.notes[name] for name in order if name in page.notes}


def _sample(document: Document) -> str:
    words = plain(document.meta.title)
    for block in document.blocks:
        if len(words) > _SAMPLE:
            break
        words = "\n".join((words, *(plain(run) for run in runs(block))))
    return words
