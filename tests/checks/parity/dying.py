"""A reader that ends its process, as damage to memory would."""

import os


def die(asked: object, name: str) -> None:
    os._exit(1)
