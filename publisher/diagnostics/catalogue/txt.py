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
        "taken as {role} by the rule {rule}, but it may be {nearly}: {reason}",
        "if it is not, say so in the NAME.toml: `publisher explain --accept` writes one",
    ),
    "TXT003": Entry(
        "info",
        "the language is not given and the text too short to tell: taken as {language}",
        'write language = "…" into {sidecar}, or under [metadata] in publisher.toml',
    ),
    "TXT004": Entry(
        "warning",
        "no line begins as the lines that are given as {role} did: line {line} was one",
        "look at `publisher explain`; correct the [[lines]] table, or write it anew by --accept",
    ),
    "TXT005": Entry(
        "info",
        "given as {role} at line {line}, and found here, at line {now}",
        "`publisher explain --accept` writes the new numbers",
    ),
    "TXT006": Entry(
        "warning",
        "line {line}, given as {role}, is blank or given as something else too",
        "correct the [[lines]] table",
    ),
    "TXT007": Entry(
        "error",
        "this may be {role} ({confidence} by the rule {rule}) or {nearly}: {reason}",
        "say which: `publisher explain --accept` writes a table to correct into the NAME.toml",
    ),
    "TXT008": Entry(
        "error",
        "the language is not given, and may be {language} ({confidence})",
        'write language = "…" into the NAME.toml, or under [metadata] in publisher.toml',
    ),
}
