"""What a page says of itself: JSON-LD (schema.org), OpenGraph, `<meta>`, `<title>`, `<time>`."""

import datetime
import json
import re
from collections import deque
from collections.abc import Iterator
from typing import Any

import msgspec

from publisher.sources.html.context import direction_of, joined, language_of
from publisher.sources.html.notes import kinds
from publisher.sources.html.tree import Element, Tree


class Said(msgspec.Struct, frozen=True):
    """A value, and the rule by which it was found."""

    value: str
    rule: str


class PageFacts(msgspec.Struct, frozen=True):
    """What the head of a page and its microdata say, the likeliest first."""

    titles: tuple[Said, ...] = ()
    descriptions: tuple[Said, ...] = ()
    authors: tuple[Said, ...] = ()
    dates: tuple[Said, ...] = ()
    publication: str | None = None
    language: str | None = None
    direction: str | None = None
    address: str | None = None
    base: str | None = None
    """What `<base>` says; without it, links are meant from `address`."""


_ARTICLES = re.compile(r"(?:Article|Posting|Report|Review|WebPage)$")
_DAY = re.compile(r"\s*(\d{4})-?(\d\d)-?(\d\d)(?:\D|$)")
_TITLES = (("property", "og:title"), ("name", "twitter:title"), ("name", "dc.title"))
_DESCRIPTIONS = (("property", "og:description"), ("name", "description"))
_AUTHORS = (("name", "author"), ("property", "article:author"), ("name", "dc.creator"))
_DATES = (
    *(("property", name) for name in ("article:published_time", "og:published_time")),
    *(("name", name) for name in ("date", "dc.date", "dc.date.issued", "pubdate", "publish-date")),
    *(("name", name) for name in ("dcterms.created", "article:published_time", "citation_date")),
    *(("itemprop", name) for name in ("datePublished", "dateCreated")),
)


def page_facts(tree: Tree) -> PageFacts:
    """What a page says of itself, in its head and in its data."""
    metas: dict[tuple[str, str], str] = {}
    links: dict[str, str] = {}
    found: dict[str, Element] = {}
    for element in tree.root.walk():
        if element.name == "meta" and element.get("content"):
            for key in ("property", "name", "itemprop"):
                metas.setdefault(
                    (key, element.get(key).lower()), " ".join(element.get("content").split())
                )
        elif element.name == "link":
            links.setdefault(element.get("rel").lower(), element.get("href"))
        elif element.name in ("title", "base", "html", "body"):
            found.setdefault(element.name, element)
    items = [item for text in tree.data for item in _items(_loaded(text))]
    title = _words(found["title"].text()) if "title" in found else ""
    base = found["base"].get("href") if "base" in found else ""
    address = links.get("canonical") or metas.get(("property", "og:url")) or ""
    return PageFacts(
        titles=(*_ld(items, "headline"), *_metas(metas, _TITLES), *_some(title, "title-element")),
        descriptions=(*_metas(metas, _DESCRIPTIONS), *_ld(items, "description")),
        authors=tuple(_authors(items, metas, tree.root)),
        dates=tuple(_dates(items, metas, tree.root)),
        publication=metas.get(("property", "og:site_name")),
        language=next(
            (
                tag
                for name in ("html", "body")
                if name in found and (tag := language_of(found[name]))
            ),
            None,
        ),
        direction=next(
            (
                way
                for name in ("html", "body")
                if name in found and (way := direction_of(found[name]))
            ),
            None,
        ),
        address=_absolute(address),
        base=_absolute(joined(address, base)) if base else None,
    )


def _absolute(address: str) -> str | None:
    return address if re.match("https?://", address) else None


def _words(text: str) -> str:
    return " ".join(text.split())


def _some(value: str, rule: str) -> Iterator[Said]:
    if value:
        yield Said(value, rule)


def _metas(metas: dict[tuple[str, str], str], keys: tuple[tuple[str, str], ...]) -> Iterator[Said]:
    for key, name in keys:
        yield from _some(metas.get((key, name.lower()), ""), f"meta-{name}")


def _loaded(text: str) -> Any:
    try:
        return json.loads(text.strip())
    except (ValueError, RecursionError):
        return None


def _items(data: Any) -> Iterator[dict[str, Any]]:
    """The things that a piece of JSON-LD describes as articles or pages, articles first."""
    waiting, found = deque([data]), []
    while waiting:
        item = waiting.popleft()
        if isinstance(item, list):
            waiting += item[:100]
        elif isinstance(item, dict):
            waiting += [item.get("@graph"), item.get("mainEntity")]
            types = item.get("@type")
            names = types if isinstance(types, list) else [types]
            if any(isinstance(name, str) and _ARTICLES.search(name) for name in names):
                found.append(item)
    yield from sorted(found, key=lambda item: item.get("@type") == "WebPage")


def _ld(items: list[dict[str, Any]], key: str) -> Iterator[Said]:
    for item in items:
        if isinstance(value := item.get(key), str):
            yield from _some(_words(value), f"json-ld-{key.lower()}")


def _authors(
    items: list[dict[str, Any]], metas: dict[tuple[str, str], str], root: Element
) -> Iterator[Said]:
    for item in items:
        authors = item.get("author")
        for author in authors if isinstance(authors, list) else [authors]:
            name = author.get("name") if isinstance(author, dict) else author
            if isinstance(name, str):
                yield from _some(_name(name), "json-ld-author")
    for said in _metas(metas, _AUTHORS):
        if name := _name(said.value):
            yield Said(name, said.rule)
    for element in root.walk():
        if element.name == "a" and "author" in element.get("rel").lower().split():
            yield from _some(_name(element.text()), "rel-author")


def _name(text: str) -> str:
    """A name of a person, where this is one and not an address or a sentence."""
    name = _words(text)
    return "" if "://" in name or "@" in name or not 2 <= len(name) <= 80 else name


def _dates(
    items: list[dict[str, Any]], metas: dict[tuple[str, str], str], root: Element
) -> Iterator[Said]:
    yield from (said for said in _ld(items, "datePublished") if iso_day(said.value))
    yield from (said for said in _metas(metas, _DATES) if iso_day(said.value))
    for element in root.walk():
        if element.name in ("time", "abbr") or element.get("itemprop") == "datePublished":
            when = element.get("datetime") or element.get("content") or element.get("title")
            said = kinds(element) | {element.get("itemprop").lower()}
            known = said & {"published", "datepublished", "entry-date", "dt-published", "pubdate"}
            if iso_day(when) and (element.name == "time" or known):
                yield Said(when, "published-time" if known else "first-time")


def iso_day(written: str) -> str | None:
    """The day of a date in the form of ISO 8601, where it is one."""
    found = _DAY.match(written)
    if not found:
        return None
    try:
        return datetime.date(int(found[1]), int(found[2]), int(found[3])).isoformat()
    except ValueError:
        return None
