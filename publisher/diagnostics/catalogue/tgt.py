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
    "TGT005": Entry(
        "error",
        "files for the target {target} cannot be made yet: {rule} is not as in {usual}",
        "make the PDF elsewhere, and check it: publisher check FILE.pdf --target {target}",
    ),
    "TGT006": Entry(
        "error",
        "the target {target} is for {format} files, and there is none to check",
        "name a file of that format, or another target (publisher targets lists them)",
    ),
}
