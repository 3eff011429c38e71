"""HTM: HTML pages."""

from publisher.diagnostics.catalogue.entry import Entry

HTM = {
    "HTM001": Entry(
        "warning",
        "{count} {kind} left out: nothing in a book may act",
        "delete it in the source, or leave it as it is: the text is whole without it",
    ),
    "HTM002": Entry(
        "info",
        "{count} {kind} left out",
        "nothing to do: a reader of the page did not see it",
    ),
    "HTM003": Entry(
        "warning",
        "{count} {kind} left out: a book cannot show it",
        "put a picture or a link in its place",
    ),
    "HTM004": Entry(
        "info",
        "{count} {kind} left out, the words kept: it leads nowhere outside the page",
        "write the whole address into the link, or give the page its own by <base href>",
    ),
    "HTM005": Entry(
        "info",
        "{count} {kind} left out: links lead to the first element of the name",
        "give each element an id of its own",
    ),
    "HTM006": Entry(
        "warning",
        "{count} {kind} unwrapped: elements are too deep inside one another",
        "put fewer lists, quotations and emphases into one another",
    ),
}
