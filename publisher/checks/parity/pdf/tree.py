"""The structure of a tagged PDF (ISO 32000-1, 14.7; ISO 32000-2 for its name spaces)."""

from collections.abc import Iterator

import msgspec
import pikepdf

from publisher.checks.parity.pdf.limits import DEEPEST, MOST_ELEMENTS, too_much

_MOST_ROLES = 16
"""Steps from a role of a file's own to one of the standard's."""


class Marked(msgspec.Struct, frozen=True, gc=False):
    """Marked content: the number of its page, from 0, and its mark there."""

    page: int
    mark: int


class Annotation(msgspec.Struct, frozen=True):
    """An annotation that belongs to an element, such as a link's."""

    value: pikepdf.Dictionary


class Node(msgspec.Struct, frozen=True):
    """An element: its role as the standard has it, its own words and language, what it holds."""

    role: str
    kids: tuple["Node | Marked | Annotation", ...] = ()
    alternative: str | None = None
    actual: str | None = None
    language: str | None = None
    page: int | None = None


def read_tree(pdf: pikepdf.Pdf, name: str) -> Node | None:
    """The root of the structure; None where there is none.

    Raises PublisherError: PAR022 for too many elements, or too deep.
    """
    root = pdf.Root.get("/StructTreeRoot")
    if not isinstance(root, pikepdf.Dictionary) or "/K" not in root:
        return None
    pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
    return _Reader(root, pages, name).node(root, None, 0)


def walk(node: Node) -> Iterator[Node | Marked | Annotation]:
    """An element and all that is in it, in order."""
    waiting: list[Node | Marked | Annotation] = [node]
    while waiting:
        each = waiting.pop()
        yield each
        if isinstance(each, Node):
            waiting += reversed(each.kids)


class _Reader:
    def __init__(
        self, root: pikepdf.Dictionary, pages: dict[tuple[int, int], int], name: str
    ) -> None:
        roles = root.get("/RoleMap")
        self._roles = roles if isinstance(roles, pikepdf.Dictionary) else None
        self._pages = pages
        self._name = name
        self._count = 0
        self._seen: set[tuple[int, int]] = set()

    def node(self, element: pikepdf.Dictionary, outer: int | None, depth: int) -> Node:
        self._count += 1
        if self._count > MOST_ELEMENTS:
            raise too_much(self._name, f"more than {MOST_ELEMENTS:,} elements of structure")
        if depth > DEEPEST:
            raise too_much(self._name, f"structure more than {DEEPEST} elements deep")
        page = self._page(element, outer)
        kids = tuple(self._kids(element.get("/K"), page, depth))
        return Node(
            role=self._role(element),
            kids=kids,
            alternative=_string(element, "/Alt"),
            actual=_string(element, "/ActualText"),
            language=_string(element, "/Lang"),
            page=page,
        )

    def _kids(
        self, value: object, page: int | None, depth: int
    ) -> Iterator[Node | Marked | Annotation]:
        for kid in value if isinstance(value, pikepdf.Array) else (value,):
            if isinstance(kid, int):
                if page is not None:
                    yield Marked(page, kid)
            elif isinstance(kid, pikepdf.Dictionary):
                yield from self._kid(kid, page, depth)

    def _kid(
        self, kid: pikepdf.Dictionary, page: int | None, depth: int
    ) -> Iterator[Node | Marked | Annotation]:
        if kid.is_indirect:
            if kid.objgen in self._seen:
                return  # a tree has each element once
            self._seen.add(kid.objgen)
        kind = kid.get("/Type")
        if kind == "/MCR":
            mark, there = kid.get("/MCID"), self._page(kid, page)
            if isinstance(mark, int) and there is not None:
                yield Marked(there, mark)
        elif kind == "/OBJR":
            if isinstance(found := kid.get("/Obj"), pikepdf.Dictionary):
                yield Annotation(found)
        elif "/S" in kid:
            yield self.node(kid, page, depth + 1)

    def _page(self, element: pikepdf.Dictionary, outer: int | None) -> int | None:
        page = element.get("/Pg")
        return self._pages.get(page.objgen, outer) if isinstance(page, pikepdf.Object) else outer

    def _role(self, element: pikepdf.Dictionary) -> str:
        role = str(element.get("/S", ""))
        space = element.get("/NS")
        if isinstance(space, pikepdf.Dictionary):
            role = _mapped(space.get("/RoleMapNS"), role)
        for _ in range(_MOST_ROLES):
            following = _mapped(self._roles, role)
            if following == role:
                break
            role = following
        return role.lstrip("/")


def _mapped(roles: object, role: str) -> str:
    """The role that stands for another; in a name space it is a pair of name and space."""
    found = roles.get(role) if isinstance(roles, pikepdf.Dictionary) and role[:1] == "/" else None
    if isinstance(found, pikepdf.Array) and len(found):
        found = found[0]
    return str(found) if isinstance(found, pikepdf.Name) else role


def _string(element: pikepdf.Dictionary, name: str) -> str | None:
    found = element.get(name)
    return str(found) if isinstance(found, pikepdf.String) else None
