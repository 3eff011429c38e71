"""The inlines that need to know more than themselves: calls, references, links, formulas."""

from collections.abc import Callable, Mapping
from typing import Any, Literal

import msgspec

from publisher.diagnostics import Diagnostic, diagnose
from publisher.document.citing import as_written
from publisher.document.ids import Ids
from publisher.document.nodes import (
    Cite,
    CrossRef,
    Image,
    IndexMark,
    Inline,
    InlineMath,
    Inlines,
    InlineSpan,
    Link,
    MathBlock,
    NoteRef,
    Text,
)
from publisher.formulas import Formula, FormulaError
from publisher.pictures import Picture
from publisher.publication.addresses import Addresses
from publisher.publication.labels import NO_BREAK_SPACE, Labels, in_language, reference
from publisher.publication.links import external
from publisher.publication.notes import Calls
from publisher.publication.settled import (
    InlineFormula,
    NoteCall,
    PageReference,
    Reference,
    ShownImage,
)
from publisher.span import Span
from publisher.terms import Terms

Tell = Callable[[Diagnostic], None]


class Facts(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of the whole document before its inlines are gone through."""

    prefix: str
    terms: Terms
    foreign: str | None
    addresses: Addresses
    labels: Labels
    calls: Calls
    pictures: Mapping[str, Picture]
    plain_code: bool = False


class Inliner:
    """Settles one run after the other, in reading order."""

    def __init__(self, facts: Facts, ids: Ids, tell: Tell) -> None:
        self._facts = facts
        self._ids = ids
        self._tell = tell
        self._place: Span | None = None
        self._hoisted: list[Inline] | None = None
        """The calls met inside a link, which may hold no other link (HTML, 4.5.1)."""
        self._calls: dict[str, list[str]] = {}
        self._repeated: set[str] = set()

    def calls_of(self, note: str) -> tuple[str, ...]:
        """Where the calls of a note so far stand, as addresses."""
        return tuple(self._calls.get(note, ()))

    def run(self, run: Inlines, place: Span | None) -> Inlines:
        """`run` settled; what is found in it without a place of its own is told at `place`."""
        self._place = place
        return self._all(run)

    def _all(self, run: Inlines) -> Inlines:
        return tuple(found for node in run for found in self._one(node))

    def _one(self, node: Inline) -> Inlines:
        match node:
            case Link():
                return self._link(node)
            case NoteRef():
                return self._call(node)
            case CrossRef():
                return self._reference(node)
            case Cite():
                return (_citation(node),)
            case Image():
                return (_picture(node, self._facts.pictures),)
            case InlineMath():
                formula = read(node, self._tell, self._place)
                return (InlineFormula(**_fields(node), formula=formula),)
            case IndexMark():
                anchor = node.id or self._ids.fresh(f"{self._facts.prefix}-index")
                return (msgspec.structs.replace(node, id=anchor),)
        children = getattr(node, "children", None)
        if children is None:
            return (node,)
        return (msgspec.structs.replace(node, children=self._all(children)),)

    def _link(self, node: Link) -> Inlines:
        if self._hoisted is not None:
            return self._all(node.children)
        self._hoisted = []
        children = self._all(node.children)
        hoisted, self._hoisted = self._hoisted, None
        if self._facts.addresses.is_inside(node.href):
            found = self._facts.addresses.find(node.href)
            self._tell_repeated(node.href.removeprefix("#"), node)
            address = f"#{found}" if found else None
        else:
            address = external(node.href)
        if address is None:
            self._tell(diagnose("LAY005", node.span or self._place, address=node.href))
            words = InlineSpan(children=children, id=node.id, language=node.language)
            return (words, *hoisted)
        return (msgspec.structs.replace(node, href=address, children=children), *hoisted)

    def _call(self, node: NoteRef) -> Inlines:
        calls = self._facts.calls
        if node.note not in calls.numbers:
            self._tell(diagnose("LAY007", node.span or self._place, note=node.note))
            return (Text(text=f"[{node.note}]", span=node.span),)
        number = calls.numbers[node.note]
        made = self._calls.setdefault(node.note, [])
        wanted = f"{self._facts.prefix}-call-{number}"
        own = node.id or self._ids.fresh(f"{wanted}-{len(made) + 1}" if made else wanted)
        made.append(f"#{own}")
        href = f"#{calls.anchors[node.note]}"
        call = NoteCall(**_fields(node) | {"id": own}, number=number, href=href)
        if self._hoisted is None:
            return (call,)
        self._hoisted.append(call)
        return ()

    def _reference(self, node: CrossRef) -> Inlines:
        facts = self._facts
        target = facts.addresses.element(node.target)
        if target is None or target not in facts.labels:
            self._tell(diagnose("LAY006", node.span or self._place, target=node.target))
            return (Text(text=f"[{node.target}]", span=node.span),)
        self._tell_repeated(node.target, node)
        label = facts.labels[target]
        titled = msgspec.structs.replace(label, number=None) if node.form == "title" else label
        words = reference(titled, facts.terms, facts.foreign)
        if self._hoisted is not None:
            return words
        if node.form == "page":
            term = in_language((Text(text=facts.terms.page + NO_BREAK_SPACE),), facts.foreign)
            return (PageReference(**_fields(node), href=f"#{target}", words=words, term=term),)
        form: Literal["number", "title"] = "title" if node.form == "title" else "number"
        made = Reference(href=f"#{target}", children=words, form=form)
        return (msgspec.structs.replace(made, id=node.id, span=node.span),)

    def _tell_repeated(self, target: str, node: Inline) -> None:
        """An id that stands twice matters where something refers to it."""
        addresses = self._facts.addresses
        if addresses.repeats(target) and target not in self._repeated:
            self._repeated.add(target)
            place = addresses.repeated_at(target) or node.span or self._place
            self._tell(diagnose("LAY009", place, id=target))


def _fields(node: msgspec.Struct) -> dict[str, Any]:
    return msgspec.structs.asdict(node)


def _citation(node: Cite) -> InlineSpan:
    """The citation as its source gives it, for a work that has no references."""
    text = Text(text=as_written(node), span=node.span)
    return InlineSpan(role="citation", children=(text,), id=node.id, span=node.span)


def _picture(node: Image, pictures: Mapping[str, Picture]) -> ShownImage:
    found = pictures.get(node.src)
    if found is None:
        return ShownImage(**_fields(node))
    return ShownImage(**_fields(node), file=found.name, width=found.width, height=found.height)


def read(node: InlineMath | MathBlock, tell: Tell, place: Span | None) -> Formula | None:
    """The formula of `node`, where it can be both read and drawn; else it is told."""
    from publisher.formulas.drawing import draw
    from publisher.formulas.mathml import read_formula

    try:
        formula = read_formula(node.text, node.mathml, displayed=isinstance(node, MathBlock))
        draw(formula)
    except FormulaError as failure:
        tell(diagnose("LAY010", node.span or place, reason=str(failure)))
        return None
    return formula
