"""The pictures of a document: found, checked, made safe, and ready for every output.

`take_pictures` stands between reading and the backends. What it lets through opens nothing, runs
nothing and tells nothing of who made it; what it refuses is told with its place, and the words
that stand for the picture are set instead.
"""

from publisher.pictures.address import addressed
from publisher.pictures.density import check_density
from publisher.pictures.fit import Frame, fit_picture
from publisher.pictures.picture import Picture, Pictures
from publisher.pictures.shelf import Shelf
from publisher.pictures.take import take_pictures

__all__ = [
    "Frame",
    "Picture",
    "Pictures",
    "Shelf",
    "addressed",
    "check_density",
    "fit_picture",
    "take_pictures",
]
