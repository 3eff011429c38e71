"""LAY: layouts and themes."""

from publisher.diagnostics.catalogue.entry import Entry

LAY = {
    "LAY001": Entry(
        "error",
        "the template fails: {reason}",
        "correct the template; docs/themes.md lists what it is handed",
    ),
    "LAY002": Entry(
        "error",
        "the layout has no macro for {node}",
        "add a macro of that name to the theme's blocks or inlines",
    ),
    "LAY003": Entry(
        "error",
        "{token} is used, and the theme does not define it",
        "define it under [tokens] in theme.toml",
    ),
    "LAY004": Entry(
        "error",
        "a page asks for {address}, and pages open nothing",
        "take it out of the theme's templates and style sheets",
    ),
}
