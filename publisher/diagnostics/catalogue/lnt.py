"""LNT: what is amiss in a source."""

from publisher.diagnostics.catalogue.entry import Entry

LNT: dict[str, Entry] = {
    "LNT001": Entry(
        "warning",
        "the quotation opened with {mark} is never closed",
        "close it; one that runs on opens each paragraph anew",
    ),
    "LNT002": Entry(
        "warning",
        "{mark} closes a quotation that was never opened",
        "open it, or delete the mark",
    ),
    "LNT003": Entry(
        "warning",
        "{word} stands twice in a row",
        "delete one, if both are not meant",
    ),
    "LNT004": Entry(
        "info",
        "{count} spaces in a row",
        "leave one: `publisher check --fix`",
    ),
    "LNT005": Entry(
        "info",
        "straight {mark} in a text with curly marks",
        "write {expected}; `publisher check --fix` does where it is sure",
    ),
    "LNT006": Entry(
        "info",
        "{hyphens} stands for a dash",
        "write {expected}; `publisher check --fix` does",
    ),
    "LNT007": Entry(
        "warning",
        "{word} mixes scripts: {letters}",
        "write the word in one script; `publisher check --fix` does where only one can be meant",
    ),
    "LNT008": Entry(
        "warning",
        "{character} shows what follows in another order than it is read",
        "delete it; nothing but a made-up example needs one",
    ),
    "LNT009": Entry(
        "warning",
        "{character} is not ended before its line is",
        "end it: U+2069 after an isolate, U+202C after an embedding; or delete it",
    ),
    "LNT010": Entry(
        "info",
        "{character} ends nothing",
        "delete it: `publisher check --fix`",
    ),
    "LNT011": Entry(
        "info",
        "invisible where nothing needs it: {characters}",
        "delete it; `publisher check --fix` does where that changes nothing",
    ),
    "LNT012": Entry(
        "warning",
        "nothing here has the anchor {target}",
        "correct the link, or give the element that it means this anchor",
    ),
    "LNT013": Entry(
        "warning",
        "{address} leads nowhere: {reason}",
        "correct the address",
    ),
    "LNT014": Entry(
        "warning",
        "the picture {picture} has no alternative text",
        "say what it shows; leave the text empty for a picture that only decorates",
    ),
    "LNT015": Entry(
        "warning",
        "the alternative text of {picture} is a file's name: {text}",
        "say what the picture shows",
    ),
    "LNT016": Entry(
        "warning",
        "a heading of level {level} below one of level {before}",
        "leave out no level: screen readers and tables of contents go by them",
    ),
    "LNT017": Entry(
        "warning",
        "nothing stands below the heading {heading}",
        "write the section, or delete its heading",
    ),
    "LNT018": Entry(
        "info",
        "the heading {heading} is in this section already",
        "tell the two apart, if readers may look for one of them",
    ),
    "LNT019": Entry(
        "info",
        "{found}, where this text mostly has {usual}",
        "keep to one spelling, if they are one name",
    ),
    "LNT020": Entry(
        "error",
        "{file} was not fixed: {reason}",
        "nothing was written; put that right, and try again",
    ),
}
