"""Other pictures in a publication, in the place of those that it has."""

from collections.abc import Mapping
from typing import Any

import msgspec

from publisher.pictures import Picture
from publisher.publication.publication import Publication
from publisher.publication.settled import ShownImage
from publisher.span import Span


def with_pictures(publication: Publication, pictures: Mapping[str, Picture]) -> Publication:
    """`publication` with each picture that `pictures` names replaced by the one it has."""
    changed = {
        name: picture
        for name, picture in pictures.items()
        if publication.pictures.get(name) != picture
    }
    if not changed:
        return publication
    table = (changed.get(name, picture) for name, picture in publication.pictures.items())
    cover = publication.cover
    shown: Publication = _shown(publication, changed)
    return msgspec.structs.replace(
        shown,
        pictures={picture.name: picture for picture in table},
        cover=changed[cover].name if cover in changed else cover,
    )


def _shown(value: Any, changed: Mapping[str, Picture]) -> Any:
    if isinstance(value, tuple):
        return tuple(_shown(each, changed) for each in value)
    if isinstance(value, ShownImage) and value.file and value.file in changed:
        picture = changed[value.file]
        return msgspec.structs.replace(
            value, file=picture.name, width=picture.width, height=picture.height
        )
    if not isinstance(value, msgspec.Struct) or isinstance(value, Span):
        return value
    changes = {
        name: _shown(inner, changed)
        for name in value.__struct_fields__
        if (inner := getattr(value, name)) and isinstance(inner, tuple | msgspec.Struct)
    }
    return msgspec.structs.replace(value, **changes) if changes else value
