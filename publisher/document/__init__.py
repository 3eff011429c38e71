"""The structured document: what a source says, free of how it looks.

`nodes` holds the types, `text` reads and rewrites the words in them, `schema` publishes the
JSON Schema.
"""
