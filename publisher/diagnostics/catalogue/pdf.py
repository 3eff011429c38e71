"""PDF: PDF files."""

from publisher.diagnostics.catalogue.entry import Entry

PDF = {
    "PDF001": Entry(
        "error",
        "not a readable PDF: {reason}",
        "make the file again; qpdf --check names the damage",
    ),
    "PDF002": Entry(
        "error",
        "the font {font} is not embedded{place}",
        "embed it where the file is made: a printer or reader will put another in its place",
    ),
    "PDF003": Entry(
        "info",
        "the file is not tagged",
        "make it with tags (PDF/UA-1, ISO 14289-1, 7.1): screen readers need them",
    ),
    "PDF004": Entry(
        "warning",
        "the file has no title in its metadata",
        "give it one: viewers show it, and PDF/UA-1 (7.1) asks for it",
    ),
    "PDF005": Entry(
        "warning",
        "the file does not say which language it is in",
        "set /Lang in its catalogue (PDF/UA-1, 7.2)",
    ),
    "PDF006": Entry(
        "error",
        "the file holds {what}",
        "take it out: active content has no place in a publication",
    ),
    "PDF007": Entry(
        "warning",
        "the file is damaged: {reason}",
        "make it again, or let qpdf write it anew",
    ),
}
