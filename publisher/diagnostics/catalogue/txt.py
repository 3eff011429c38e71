"""TXT: what the lines of a plain text are."""

from publisher.diagnostics.catalogue.entry import Entry

TXT = {
    "TXT001": Entry(
        "warning",
        "there is a headline but no text below it",
        "write the text below the headline, one line a paragraph",
    ),
    "TXT002": Entry(
        "info",
        "taken as {role} by the rule {rule}, but not surely: {reason}",
        "look at `publisher explain`; a blank line parts the head of an article from its text",
    ),
    "TXT003": Entry(
        "info",
        "the language is not given and the text too short to tell: taken as {language}",
        'write language = "…" into {sidecar}, or under [metadata] in publisher.toml',
    ),
}
