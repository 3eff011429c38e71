"""What speakers say in turn as layouts/blocks/dialogue.j2 sets it, read back."""

from collections.abc import Callable

from publisher.document.nodes import Blocks, Dialogue, Turn
from publisher.sources.epub.own.markup import classes, has_class, inside, remove
from publisher.sources.html.context import Context
from publisher.sources.html.inlines import inlines
from publisher.sources.html.tree import Element
from publisher.sources.html.white_space import Nodes

Flow = Callable[[Context, Nodes], Blocks]


def dialogue(context: Context, element: Element, flow: Flow) -> Dialogue:
    """The turns; what stands between them are directions, which nobody speaks."""
    fields = context.fields(element)
    role = next((name for name in classes(element) if name != "dialogue"), None)
    turns: list[Turn] = []
    for one in inside(element):
        if has_class(one, "turn"):
            turns.append(_turn(context, one, flow))
        else:
            turns.append(Turn((), flow(context, [one])))
    return Dialogue(turns=tuple(turns), role=role, **fields)


def _turn(context: Context, element: Element, flow: Flow) -> Turn:
    speaker = next((one for one in element.walk() if has_class(one, "speaker")), None)
    name = inlines(context, speaker.children) if speaker else ()
    line = speaker.parent if speaker else None
    if speaker:
        remove(speaker)
    if line and line in element.children and not line.children and not line.get("id"):
        element.children.remove(line)  # it was made for the name
    return Turn(name, flow(context, element.children))
