"""The typographic cover of a work that brings none: one design, as vectors and as a picture."""

from publisher.cover.design import HEIGHT, WIDTH, Cover, Shape, design_cover, path_data
from publisher.cover.picture import draw_jpeg

__all__ = ["HEIGHT", "WIDTH", "Cover", "Shape", "design_cover", "draw_jpeg", "path_data"]
