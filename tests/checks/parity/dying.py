"""A reader that ends its process, as damage to memory would."""

import os


def die(*_: object) -> None:
    os._exit(1)
