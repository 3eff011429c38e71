"""FNT: fonts."""

from publisher.diagnostics.catalogue.entry import Entry

FNT = {
    "FNT001": Entry(
        "error",
        "no font of the theme has {characters}: {times} in the work",
        "{remedy}",
    ),
    "FNT002": Entry(
        "error",
        "the font family {family} of the theme {theme} is not there",
        "put its files below fonts/, or name another family in theme.toml",
    ),
}
