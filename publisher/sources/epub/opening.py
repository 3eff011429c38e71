"""The opening and the foot of an article of ours, read back from its content document.

What the layout `article.j2` sets there is metadata: kicker, headline, standfirst, credits, rights
and source. It is told by its classes, and taken out of the text.
"""

import msgspec

from publisher.document.document import Byline, Dateline, Meta
from publisher.document.nodes import Inlines
from publisher.document.text import plain
from publisher.sources.html.blocks import flat
from publisher.sources.html.context import Options
from publisher.sources.html.fragment import Place, context_of
from publisher.sources.html.inlines import inlines
from publisher.sources.html.tree import Element, Tree
from publisher.sources.plain_text.credits import read_date_line
from publisher.sources.plain_text.words import words_for


def take_opening(root: Element, place: Place, meta: Meta) -> Meta | None:
    """`meta` with what the opening and foot of the article in `root` say; None without an opening.

    Both are taken out of the tree.
    """
    opening = _with_class(root, "header", "opening-block")
    if opening is None:
        return None
    foot = _with_class(root, "footer", "foot")
    runs = {
        name: _run(element, place)
        for name in ("kicker", "headline", "standfirst")
        if (element := _with_class(opening, None, name))
    }
    time = next((one for one in opening.walk() if one.name == "time"), None)
    said = {
        name: " ".join(element.text().split())
        for name in ("rights", "source")
        if foot and (element := _with_class(foot, None, name))
    }
    dateline = _with_class(opening, None, "dateline")
    for part in filter(None, (opening, foot)):
        _take_out(part)
    title = runs.get("headline", meta.title)
    standfirst = runs.get("standfirst", ())
    return msgspec.structs.replace(
        meta,
        title=title,
        kicker=runs.get("kicker", ()),
        standfirst=standfirst,
        byline=_bylines(opening, meta),
        dateline=_dateline(dateline, meta.language),
        date=(time.get("datetime") or None) if time else meta.date,
        # The description of a book is its standfirst, where it has no other.
        description=None if meta.description == plain(standfirst) else meta.description,
        rights=said.get("rights", meta.rights),
        source=said.get("source", meta.source),
    )


def _with_class(root: Element, name: str | None, kind: str) -> Element | None:
    return next(
        (
            one
            for one in root.walk()
            if kind in one.get("class").split() and (name is None or one.name == name)
        ),
        None,
    )


def _run(element: Element, place: Place) -> Inlines:
    context = context_of(Tree(element, ()), place, Options())
    return inlines(context, flat(element.children))


def _take_out(element: Element) -> None:
    if element.parent:
        element.parent.children.remove(element)


def _bylines(opening: Element, meta: Meta) -> tuple[Byline, ...]:
    """The bylines as they are set, with the names that the package document has for them."""
    names = [byline.name for byline in meta.byline if byline.name]
    found: list[Byline] = []
    for element in opening.walk():
        if element.name != "p" or "byline" not in element.get("class").split():
            continue
        role = _with_class(element, None, "role")
        if role:
            _take_out(role)
        text = " ".join(element.text().split())
        own = [name for name in names if name in text]
        names = [name for name in names if name not in own]
        words = " ".join(role.text().split()) if role else None
        found.append(Byline(text=text, name=own[0] if own else None, role=words))
        found += [Byline(text="", name=name, role=words) for name in own[1:]]
    return (*found, *(Byline(text="", name=name) for name in names))


def _dateline(element: Element | None, language: str) -> Dateline | None:
    if element is None:
        return None
    text = " ".join(element.text().split())
    return read_date_line(text, words_for(language), language) or Dateline(text=text, place=text)
