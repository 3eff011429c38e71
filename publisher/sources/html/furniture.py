"""What on a page is not the article: navigation, sharing, comments, teasers, advertisements."""

import re

from publisher.sources.html.notes import kinds
from publisher.sources.html.tree import Element
from publisher.sources.html.units import Unit

_ELEMENTS = frozenset(("nav", "footer", "form", "search", "dialog"))
_ROLES = frozenset(
    ("navigation", "search", "contentinfo", "complementary", "menu", "banner", "alert")
)
_WORDS = re.compile(
    r"(?:^|[-_])(?:shar(?:e|ing)\w*|social\w*|related\w*|recommend\w*|comments?|commentlist|respond"
    r"|discussion|sidebar|widget\w*|newsletter\w*|subscri\w+|promo\w*|advert\w*|ads?|adsense|banner"
    r"|sponsor\w*|breadcrumbs?|cookie\w*|consent|menu|nav|navbar|navigation|navbox|pagination|pager"
    r"|tagcloud|tags|taglist|sharedaddy|jp-relatedposts|popup|modal|paywall|skip|skip-link|signup"
    r"|outbrain|taboola|disqus\w*|toolbar|editsection|catlinks|printfooter|print-only|noprint"
    r"|siteSub|jump-to-nav|mw-jump-link|toc)(?:$|[-_])",
    re.IGNORECASE,
)
_PERMALINKS = frozenset(("#", "¶", "§", "🔗", "∞", "[edit]", "[Bearbeiten]", "[modifier]"))


def furniture(element: Element) -> str | None:
    """Why an element is furniture of the page; None where it is not."""
    if element.name in _ELEMENTS and not (element.name == "footer" and _in_quote(element)):
        return f"it stands in <{element.name}>"
    if element.name in ("body", "html", "main", "article"):
        return None
    if role := _ROLES & {element.get("role").lower()}:
        return f"its role is {next(iter(role))}"
    for kind in sorted(kinds(element) | {element.get("id").lower()}):
        if _WORDS.search(kind):
            return f"it is called {kind}"
    return None


def _in_quote(element: Element) -> bool:
    return element.parent is not None and element.parent.name in ("blockquote", "figure")


def furnishings(root: Element) -> dict[int, str]:
    """Why each element below `root` that is furniture is some, by its `id()`."""
    return {id(element): reason for element in root.walk() if (reason := furniture(element))}


def furnished(unit: Unit, within: Element | None, reasons: dict[int, str]) -> str | None:
    """Why a passage is furniture by what is around it, up to the element `within`."""
    for element in unit.around():
        if element is within:
            return None
        if reason := reasons.get(id(element)):
            return reason
    return None


def is_permalink(element: Element) -> bool:
    """Whether an element in a heading is there to link to it, or to edit it."""
    if "mw-editsection" in kinds(element) or "headerlink" in kinds(element):
        return True
    return element.name == "a" and element.text().strip() in _PERMALINKS
