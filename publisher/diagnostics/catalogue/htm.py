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
    "HTM007": Entry(
        "warning",
        "declared as {declared}, which the bytes are not (offset {offset}): read as {encoding}",
        "correct the declaration, or save the file as UTF-8",
    ),
    "HTM008": Entry(
        "error",
        "there is no text on the page",
        "save the page after its scripts have run, or take the file out of the folder",
    ),
    "HTM009": Entry(
        "error",
        "{size} {what}, more than the limit of {limit}",
        "split the page",
    ),
    "HTM010": Entry(
        "info",
        "taken as {role} by the rule {rule}, but not surely: {reason}",
        "look at `publisher explain`; what NAME.toml beside the page says goes before it",
    ),
    "HTM011": Entry(
        "info",
        "{words} words in {places} places of the page are not its article, and were left out",
        "look at `publisher explain`; whole = true in NAME.toml keeps all of the page",
    ),
    "HTM012": Entry(
        "warning",
        "no main text was found: everything was kept that is no furniture of a page",
        "look at `publisher explain`; for a short or a clean page say so: --whole takes all of it",
    ),
    "HTM013": Entry(
        "warning",
        "there is a headline but no text",
        "look at `publisher explain` for what was left out",
    ),
    "HTM006": Entry(
        "warning",
        "{count} {kind} unwrapped: elements are too deep inside one another",
        "put fewer lists, quotations and emphases into one another",
    ),
}
