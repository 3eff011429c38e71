"""Numbers of listings: code that has a caption, or that the text refers to by number."""

from itertools import count
from typing import cast

import msgspec

from publisher.document.nodes import CodeBlock, CrossRef, Document
from publisher.publication.anchors import nodes
from publisher.publication.highlight import MOST_IN_ALL
from publisher.publication.inlines import Facts
from publisher.publication.labels import Kind, Label

_LISTING = cast(Kind, "listing")


def with_listings(facts: Facts, document: Document) -> Facts:
    """`facts` with the labels of the listings, which are numbered where one is referred to so.

    They say, too, whether there is more code than is looked through for highlighting.
    """
    found = [
        node for node in nodes((document.blocks, document.notes)) if isinstance(node, CodeBlock)
    ]
    if sum(len(code.text) for code in found) > MOST_IN_ALL:
        facts = msgspec.structs.replace(facts, plain_code=True)
    wanted = {
        facts.targets[node.target]
        for node in nodes(document)
        if isinstance(node, CrossRef) and node.form == "number" and node.target in facts.targets
    }
    if not any(node.id in wanted for node in found):
        return facts
    numbers = map(str, count(1))
    labels = {
        node.id: Label(_LISTING, next(numbers), node.caption)
        for node in found
        if node.id and (node.caption or node.id in wanted)
    }
    return msgspec.structs.replace(facts, labels=facts.labels | labels)
