"""EPB: EPUB files."""

from publisher.diagnostics.catalogue.entry import Entry

EPB = {
    "EPB001": Entry(
        "error",
        "EPUBCheck {id}: {text}",
        "{suggestion}",
    ),
    "EPB002": Entry(
        "warning",
        "EPUBCheck {id}: {text}",
        "{suggestion}",
    ),
    "EPB003": Entry(
        "info",
        "EPUBCheck {id}: {text}",
        "{suggestion}",
    ),
    "EPB004": Entry(
        "info",
        "the EPUB was not checked: {reason}",
        "install the extra: pip install 'publisher[check]'; --no-check says that you know",
    ),
    "EPB005": Entry(
        "error",
        "EPUBCheck gave no verdict: {reason}",
        "try again; --no-check builds without it",
    ),
}
