"""`publisher schema`: the JSON Schemas of documents and of publication.toml."""

import enum
import json
from typing import Annotated

import typer


class Subject(enum.StrEnum):
    """What has a schema."""

    DOCUMENT = "document"
    PUBLICATION = "publication"


def schema(
    subject: Annotated[
        Subject, typer.Argument(help="What parse prints, or what publication.toml may hold.")
    ] = Subject.DOCUMENT,
) -> None:
    """Print the JSON Schema of documents, or of publication.toml, for editors and programs."""
    if subject is Subject.DOCUMENT:
        from publisher.document.schema import document_schema as made
    else:
        from publisher.configuration.schema import publication_schema as made

    typer.echo(json.dumps(made(), indent=2, ensure_ascii=False))
