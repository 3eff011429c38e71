"""TYP: typography."""

from publisher.diagnostics.catalogue.entry import Entry

TYP = {
    "TYP001": Entry(
        "warning",
        "the quotation opened with {opening} is closed by {found}",
        'write {expected}, or set typography = "correct" in publisher.toml',
    ),
    "TYP002": Entry(
        "warning",
        "the quotation opened with {opening} is never closed",
        "close it with {expected}; a quotation that runs on opens each paragraph anew",
    ),
    "TYP003": Entry(
        "warning",
        "{found} closes a quotation that was never opened",
        "open it with {expected}, or delete the mark",
    ),
    "TYP004": Entry(
        "info",
        "straight quotation mark {found}; the language's mark here is {expected}",
        'set typography = "correct" in publisher.toml, or write it so',
    ),
    "TYP005": Entry(
        "info",
        "hyphens stand for a dash: {found}",
        'write {expected}, or set typography = "correct" in publisher.toml',
    ),
    "TYP006": Entry(
        "info",
        "full stops stand for an ellipsis: {found}",
        'write {expected}, or set typography = "correct" in publisher.toml',
    ),
    "TYP007": Entry(
        "info",
        "no typographic rules for the language {language}: its text is set as it is written",
        'set typography = "keep" to say that you know; docs/typography.md lists the languages',
    ),
    "TYP008": Entry(
        "warning",
        "the apostrophe is written with the opening mark {found}",
        'write {expected}, or set typography = "correct" in publisher.toml',
    ),
}
