"""A recorded change of the text between the source and what is set."""

import msgspec

from publisher.span import Span


class Normalisation(msgspec.Struct, frozen=True):
    """At `span` of the source, `before` became `after` by the named rule."""

    rule: str
    before: str
    after: str
    span: Span
