"""A reader that ends its process, as damage to memory would."""

import os


def die(answers: object, name: str, data: bytes) -> None:
    os._exit(1)
