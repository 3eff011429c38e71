"""Looking into our own markup: classes, children, what is white space between tags."""

from collections.abc import Iterator

from publisher.sources.html.tree import Characters, Element


def classes(element: Element) -> list[str]:
    """The classes of an element, in order."""
    return element.get("class").split()


def has_class(element: Element, name: str) -> bool:
    """Whether `name` is one of the classes of an element."""
    return name in classes(element)


def inside(element: Element) -> list[Element]:
    """The elements right below an element."""
    return [child for child in element.children if isinstance(child, Element)]


def child(element: Element, kind: str) -> Element | None:
    """The first element right below `element` with the class `kind`."""
    return next((one for one in inside(element) if has_class(one, kind)), None)


def below(element: Element, kind: str) -> Iterator[Element]:
    """The elements anywhere below `element` with the class `kind`, in order."""
    return (one for one in element.walk() if one is not element and has_class(one, kind))


def words(element: Element | None) -> str:
    """The words of an element with one space between them."""
    return " ".join(element.text().split()) if element else ""


def remove(element: Element) -> None:
    """Takes an element out, and one space behind it."""
    around = element.parent
    if around is None:
        return
    at = around.children.index(element)
    following = around.children[at + 1] if at + 1 < len(around.children) else None
    if isinstance(following, Characters):
        following.text = following.text.removeprefix(" ")
    del around.children[at]


def unwrap(element: Element) -> None:
    """Puts what is in an element in its place."""
    around = element.parent
    if around is None:
        return
    at = around.children.index(element)
    around.children[at : at + 1] = element.children
    for one in inside(element):
        one.parent = around
