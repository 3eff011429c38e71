"""NWS: news formats and feeds."""

from publisher.diagnostics.catalogue.entry import Entry

NWS = {
    "NWS001": Entry(
        "error",
        "this is not JSON: {reason}",
        "ask for the file again where it came from; a download may have been cut off",
    ),
    "NWS002": Entry(
        "error",
        "arrays and objects stand in one another more than {limit} deep",
        "this is no news item; ninjs needs about six",
    ),
    "NWS003": Entry(
        "warning",
        "the key {key} stands twice in the same object; the last one counts",
        "take one of the two out of the file",
    ),
    "NWS004": Entry(
        "warning",
        "{escape} is half a character, and became U+FFFD",
        "correct the text; the program that wrote the file cut a character in two",
    ),
    "NWS005": Entry(
        "error",
        "there is neither a headline nor a text in this item",
        "only items with text are read; a picture alone is placed in an article",
    ),
    "NWS006": Entry(
        "warning",
        "the item is embargoed: not to be published before {moment}",
        "see that the work does not appear earlier; publisher never looks at the clock",
    ),
    "NWS007": Entry(
        "warning",
        "there is a headline but no text below it",
        "see whether the file holds the whole item, or only a reference to it",
    ),
    "NWS008": Entry(
        "error",
        "the field {field} should be {expected}, and is {got}",
        "correct the field, or ask for the item in ninjs 1, 2 or 3",
    ),
    "NWS009": Entry(
        "info",
        "{field} is another form of the text ({kind}) and was left out",
        "the form with the most markup is read",
    ),
    "NWS010": Entry(
        "warning",
        "the item is marked as {status}",
        "ask the provider whether it may be published",
    ),
    "NWS011": Entry(
        "info",
        "a note to editors was left out: {note}",
        "act on it; it is not for readers",
    ),
    "NWS012": Entry(
        "info",
        "left out, as an article has no place for it: {fields}",
        "write what readers should see into the text, or into the NAME.toml beside the file",
    ),
    "NWS013": Entry(
        "error",
        "there is no item in this file",
        "see whether the feed was empty when it was saved",
    ),
    "NWS014": Entry(
        "error",
        "the file holds {count} items, and one is read at a time: {items}",
        'write entry = "1", its number, or its name, into the NAME.toml beside the file',
    ),
    "NWS015": Entry(
        "error",
        "there is no item {entry} in this file: {items}",
        "correct entry in the NAME.toml beside the file: a number from 1, or a name",
    ),
    "NWS016": Entry(
        "error",
        "the root element {element} is none of a news format",
        "read are newsItem, packageItem and newsMessage of NewsML-G2, nitf, rss and feed (Atom)",
    ),
    "NWS017": Entry(
        "warning",
        "the content is elsewhere and was not fetched: {address}",
        "ask for the item with its content in line, or save that file too",
    ),
    "NWS018": Entry(
        "info",
        "items of this file that were not read: {count}",
        "write entry in the NAME.toml beside the file to read another one",
    ),
}
