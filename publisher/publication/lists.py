"""The lists of figures and of tables: what has a caption with a number, where it stands."""

from collections.abc import Iterator, Sequence

from publisher.document.nodes import Figure, Table
from publisher.document.text import plain
from publisher.publication.anchors import nodes
from publisher.publication.contents import in_contents
from publisher.publication.labels import Labels
from publisher.publication.publication import Entry, Part


def listed(
    parts: Sequence[Part], labels: Labels, kind: type[Figure] | type[Table]
) -> Iterator[Entry]:
    """An entry for each element of `kind` that has a number and a caption, in reading order."""
    for part in parts:
        for node in nodes(part.document.blocks):
            if not isinstance(node, kind) or not node.id:
                continue
            label = labels.get(node.id)
            caption = in_contents(node.caption)
            if label and label.number and plain(caption):
                yield Entry(caption, part.name, node.id)
