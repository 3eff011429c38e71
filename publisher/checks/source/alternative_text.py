"""Pictures that say nothing to who cannot see them (WCAG 2.2, 1.1.1)."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from publisher.checks.source.finding import Finding
from publisher.checks.source.passages import Subject
from publisher.checks.source.walk import nodes
from publisher.diagnostics import diagnose
from publisher.document.nodes import Image

PICTURE_NAME = re.compile(
    r"(?i)[\w.-]+\.(?:jpe?g|png|gif|svg|webp|tiff?|bmp|avif|heic)|(?:img|dsc|dscn|p)_?\d+"
)
"""What is the name of a file, as people and cameras give it, and no description."""


def missing_alternative_text(subject: Subject) -> Iterator[Finding]:
    """LNT014 for each picture without a text; LNT015 where the text is only a file's name.

    A picture whose text is given as empty is decorative, and right.
    """
    for node in nodes((subject.document.blocks, subject.document.notes)):
        if not isinstance(node, Image):
            continue
        if node.alt is None:
            yield Finding(diagnose("LNT014", node.span, picture=node.src))
        elif node.alt and (
            PICTURE_NAME.fullmatch(node.alt) or node.alt == PurePosixPath(node.src).stem
        ):
            yield Finding(diagnose("LNT015", node.span, picture=node.src, text=node.alt))
