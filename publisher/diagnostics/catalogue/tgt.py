"""TGT: what a work is built for."""

from publisher.diagnostics.catalogue.entry import Entry

TGT = {
    "TGT001": Entry(
        "error",
        "there is no target {target}",
        "{suggestion} (publisher targets lists them)",
    ),
    "TGT002": Entry(
        "error",
        "the target is based on {base}, which is based on it",
        "base one of the two on another target, or on none",
    ),
    "TGT003": Entry(
        "error",
        "a reason names the {what} {name}, which is not there",
        "{suggestion}",
    ),
    "TGT004": Entry(
        "error",
        "the rules are not those of the format {format}",
        "give it the table [{format}], or a base of that format, and no other table of rules",
    ),
}
