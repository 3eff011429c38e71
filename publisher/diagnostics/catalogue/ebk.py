"""EBK: EPUB files that are read as sources."""

from publisher.diagnostics.catalogue.entry import Entry

EBK = {
    "EBK001": Entry(
        "error",
        "this is no EPUB: {reason}",
        "see that the file is whole, and that its name ends with what it is",
    ),
    "EBK002": Entry(
        "error",
        "the book is encrypted ({scheme}): {entry} cannot be read",
        "ask its publisher for a copy without protection; publisher never removes one",
    ),
    "EBK003": Entry(
        "warning",
        "the archive does not say first that it is an EPUB: {reason}",
        "nothing to do for reading; other programs may refuse the file",
    ),
    "EBK004": Entry(
        "warning",
        "{file} is in the reading order but cannot be read: {reason}",
        "ask for a whole copy; what that part held is missing",
    ),
    "EBK005": Entry(
        "warning",
        "the contents name {target}, which is not in the book",
        "look at the contents of the new book; they are made anew from its headings",
    ),
    "EBK006": Entry(
        "warning",
        "{file} is not well-formed XHTML, and was read as HTML: {reason}",
        "compare that part with the book; a browser shows it as it was read",
    ),
    "EBK007": Entry(
        "info",
        "left out, as it is made anew: {files}",
        "nothing to do; covers, title pages and contents come from the metadata and headings",
    ),
    "EBK008": Entry(
        "warning",
        "a link to {target} leads nowhere in the book; its words were kept",
        "look the place up in the book",
    ),
    "EBK009": Entry(
        "warning",
        "the picture {target} is not in the book (its text alternative: {alt})",
        "ask for a whole copy, or put the picture beside the text",
    ),
    "EBK010": Entry(
        "info",
        "metadata without a place in a document was left out: {fields}",
        "write what matters into the NAME.toml beside the file",
    ),
    "EBK011": Entry(
        "error",
        "the texts of the book hold more than the limit of {limit}",
        "split the book",
    ),
    "EBK012": Entry(
        "error",
        "there is no text in this book: nothing in its reading order can be read",
        "see that it is a book of text; one of pictures alone cannot be set anew",
    ),
}
