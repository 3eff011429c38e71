"""`publisher schema`: the JSON Schema of documents."""

import json

import typer


def schema() -> None:
    """Print the JSON Schema of what `publisher parse` prints."""
    from publisher.document.schema import document_schema

    typer.echo(json.dumps(document_schema(), indent=2, ensure_ascii=False))
