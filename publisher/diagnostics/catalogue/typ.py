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
        "no typographic rules for the language {language}: only spaces by numbers, units and "
        "initials are bound",
        'set typography = "keep" to say that you know; docs/languages.md lists the languages',
    ),
    "TYP008": Entry(
        "warning",
        "the apostrophe is written with the opening mark {found}",
        'write {expected}, or set typography = "correct" in publisher.toml',
    ),
    "TYP009": Entry(
        "info",
        "no space {where} {mark}, where the language sets one",
        'set it as a no-break space, or set typography = "correct" in publisher.toml',
    ),
    "TYP010": Entry(
        "info",
        "the sign of degrees stands for that of an ordinal number: {found}",
        'write {expected}, or set typography = "correct" in publisher.toml',
    ),
    "TYP011": Entry(
        "info",
        "the quotation mark {found} is not one of the language; its mark here is {expected}",
        "mark a passage in another language as such, or write it so",
    ),
}
