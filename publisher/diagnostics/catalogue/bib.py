"""BIB: references, citation styles, citations."""

from publisher.diagnostics.catalogue.entry import Entry

BIB = {
    "BIB001": Entry(
        "error",
        "the references cannot be read: {reason}",
        "write them as CSL JSON (.json), CSL YAML (.yaml) or BibTeX (.bib), in UTF-8",
    ),
    "BIB002": Entry(
        "error",
        "the references are over a limit: {what}, at most {limit}",
        "keep only the works that are cited",
    ),
    "BIB003": Entry(
        "warning",
        "an entry is left out: {reason}",
        "put it right; what cites it is set as its key in brackets",
    ),
    "BIB004": Entry(
        "warning",
        "the key {key} is there twice",
        "give each work a key of its own; the first one holds",
    ),
    "BIB005": Entry(
        "warning",
        "the reference {key} has no title",
        "give it one, or a title-short",
    ),
    "BIB006": Entry(
        "warning",
        "the reference {key} is of a type that is not known: {type}; it is set as {used}",
        "give it the type of the work: {remedy}",
    ),
    "BIB007": Entry(
        "warning",
        "the field {field} of {key} is left out: {reason}",
        "put it right, or take it out",
    ),
    "BIB008": Entry(
        "info",
        "the field {field} of {key} is not known",
        "did you mean {near}?",
    ),
    "BIB009": Entry(
        "error",
        "there is no citation style {style}",
        "{suggestion}; a style of your own is a file styles/NAME.csl in the project's folder",
    ),
    "BIB010": Entry(
        "error",
        "the citation style {style} cannot be used: {reason}",
        "take one of the official styles, or have this one checked by a CSL validator",
    ),
    "BIB011": Entry(
        "warning",
        "citations have no words for the language {language}: English ones are set",
        "choose a style that is written in this language, where there is one",
    ),
    "BIB012": Entry(
        "warning",
        "no reference has the key {key}; it is set in brackets",
        "{suggestion}",
    ),
    "BIB013": Entry(
        "warning",
        "the style {style} cannot set the reference {key}: {reason}; its title is set",
        "choose another style, or look for what is odd in the reference",
    ),
    "BIB014": Entry(
        "info",
        "the style {style} has no bibliography; none is made",
        "choose a style with one, if a list of the works cited is wanted",
    ),
    "BIB015": Entry(
        "warning",
        "the text cites {count}, and the work names no references: set as written",
        'name a file of them: references = ["references.bib"]',
    ),
}
