"""Where layouts/ and fonts/ lie: inside an installed wheel, or beside the package in a checkout."""

import functools
from importlib import resources
from pathlib import Path


@functools.cache
def resource_folder(name: str) -> Path:
    """The folder `name` ("layouts", "fonts") that came with publisher.

    The wheel carries it as publisher/_resources/<name> (pyproject.toml, force-include); in a
    checkout it stands at the top level.
    """
    package = Path(str(resources.files("publisher")))
    packed = package / "_resources" / name
    return packed if packed.is_dir() else package.parent / name
