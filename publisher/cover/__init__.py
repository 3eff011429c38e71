"""The typographic cover of a work that brings none: one design, as vectors and as a picture."""

from publisher.cover.design import Cover, Shape, design_cover, path_data, words_without_letters
from publisher.cover.lines import HEIGHT, WIDTH
from publisher.cover.picture import draw_jpeg

__all__ = [
    "HEIGHT",
    "WIDTH",
    "Cover",
    "Shape",
    "design_cover",
    "draw_jpeg",
    "path_data",
    "words_without_letters",
]
