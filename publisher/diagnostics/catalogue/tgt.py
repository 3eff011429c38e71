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
    "TGT010": Entry(
        "error",
        "the cover has {width} × {height} pixels, and {target} takes none with fewer than {least}",
        "give it a larger picture (1600 × 2560 suits every store), or none: then one is drawn",
    ),
    "TGT011": Entry(
        "error",
        "the EPUB has {size} MB, and {target} takes {limit} MB",
        "take pictures out, or give smaller ones; or make two works of it",
    ),
    "TGT012": Entry(
        "warning",
        "{src} has {size} kB, and {target} takes {limit} kB: it cannot be made so small",
        "give a picture with fewer details, or without what shines through it",
    ),
    "TGT013": Entry(
        "warning",
        "{document} has {size} kB, {target} takes {limit} kB, and it cannot be cut",
        "divide what is long in it: one table, listing, figure or box stands in one file",
    ),
}
