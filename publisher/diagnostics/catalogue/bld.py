"""BLD: the build."""

from publisher.diagnostics.catalogue.entry import Entry

BLD = {
    "BLD001": Entry(
        "error",
        "no works in {folder}",
        "formats read: {known}; name a file or another folder",
    ),
    "BLD002": Entry(
        "error",
        "{file} cannot be written: {reason}",
        "check the permissions, or choose another folder with --out",
    ),
    "BLD003": Entry(
        "error",
        "{file} cannot be written: {reason}",
        "free some room; an older file of that name is still whole",
    ),
    "BLD004": Entry(
        "error",
        "{other} would be written to the same file as {work}",
        "rename one of the two sources",
    ),
    "BLD005": Entry(
        "info",
        "{file} is what an earlier build left",
        "it stays until the work builds again; delete it if it must not be used",
    ),
    "BLD006": Entry(
        "error",
        "{file} is a source of this build, and would be written over",
        "choose another folder with --out",
    ),
    "BLD007": Entry(
        "error",
        "{folder} is there and holds something, and nothing is written over",
        "name a folder that is not there yet",
    ),
}
