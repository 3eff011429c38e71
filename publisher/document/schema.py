"""The document's JSON Schema (draft 2020-12), as `publisher schema` prints it."""

from typing import Any

import msgspec

from publisher.document.document import Document


def document_schema() -> dict[str, Any]:
    """The JSON Schema of what `publisher parse` prints."""
    schema = msgspec.json.schema(Document)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


def to_json(document: Document) -> bytes:
    """The document as UTF-8 JSON; fields at their defaults are left out, `version` never is."""
    encoded = msgspec.to_builtins(document)
    return msgspec.json.encode({"version": document.version, **encoded})
