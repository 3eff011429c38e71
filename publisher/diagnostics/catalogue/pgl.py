"""PGL: page lists."""

from publisher.diagnostics.catalogue.entry import Entry

PGL = {
    "PGL001": Entry(
        "info",
        "{count} of {all} printed pages have no text in the EPUB, and no entry in its page list: "
        "{labels}",
        "nothing need be done where that is meant; publisher diff shows what only one file has",
    ),
    "PGL002": Entry(
        "error",
        "{file} is not the print edition of this text: of {all} pages, {found} were found in it",
        "give the PDF of this work, or build without --pages-from",
    ),
    "PGL003": Entry(
        "error",
        "--pages-from gives the pages of one work, and there are {count}",
        "name the work that the PDF is of",
    ),
    "PGL004": Entry(
        "error",
        "--pages-from is for the page list of an EPUB, and none is built",
        "add epub to --to",
    ),
}
