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
    "FNT003": Entry(
        "info",
        "the EPUB has no letters of its own for {count} characters: the reading system has its",
        "nothing is to be done, where readers of the language have fonts for it",
    ),
    "FNT004": Entry(
        "info",
        "the cover of {title} is drawn without words: no font of the theme has letters for them",
        "name a picture in [cover], or put a font that has them into fonts/",
    ),
}
