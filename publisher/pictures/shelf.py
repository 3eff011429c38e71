"""Processed pictures, so that one which many works show is processed once a build."""

import hashlib
from collections import OrderedDict

from publisher.pictures.picture import Processed


class Shelf:
    """Pictures by the digest of their source; the longest unused make room for new ones."""

    def __init__(self, room: int = 64_000_000) -> None:
        self._room = room
        self._taken = 0
        self._pictures: OrderedDict[str, Processed] = OrderedDict()

    def get(self, digest: str) -> Processed | None:
        """The picture made from the source with this digest, if it is still here."""
        found = self._pictures.get(digest)
        if found:
            self._pictures.move_to_end(digest)
        return found

    def put(self, digest: str, picture: Processed) -> None:
        """Keeps `picture`, and lets go of others where the bytes would be more than the room."""
        known = self._pictures.pop(digest, None)
        self._taken += len(picture.data) - (len(known.data) if known else 0)
        self._pictures[digest] = picture
        while self._taken > self._room:
            _, gone = self._pictures.popitem(last=False)
            self._taken -= len(gone.data)


def digest_of(data: bytes) -> str:
    """The digest that a source picture is known by."""
    return hashlib.sha256(data).hexdigest()
