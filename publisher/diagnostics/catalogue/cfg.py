"""CFG: configuration files."""

from publisher.diagnostics.catalogue.entry import Entry

CFG = {
    "CFG001": Entry(
        "error",
        "unknown key {key}",
        "{suggestion}",
    ),
    "CFG002": Entry(
        "error",
        "{key}: {reason}",
        "correct the value; docs/configuration.md lists every key with its type",
    ),
    "CFG003": Entry(
        "error",
        "not TOML: {reason}",
        "correct the line; toml.io describes the format",
    ),
    "CFG004": Entry(
        "error",
        "there is no theme {theme}",
        "{suggestion}",
    ),
    "CFG005": Entry(
        "error",
        "{tag} is not a language tag",
        "write a BCP 47 tag such as en-GB, de or zh-Hant",
    ),
    "CFG006": Entry(
        "error",
        "SOURCE_DATE_EPOCH is {value}, which is no number of seconds since 1970",
        "set it to a whole number, for example: git log -1 --format=%ct",
    ),
}
