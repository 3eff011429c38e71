"""The JSON Schema (draft 2020-12) of publication.toml, by which editors complete and check it."""

import copy
from typing import Any

import msgspec

from publisher.configuration.publication import PublicationFile


def publication_schema() -> dict[str, Any]:
    """The schema of publication.toml; dates are TOML's own, which editors hand on as text."""
    schema = copy.deepcopy(msgspec.json.schema(PublicationFile))
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
