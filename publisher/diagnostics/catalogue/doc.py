"""DOC: Word documents."""

from publisher.diagnostics.catalogue.entry import Entry

DOC: dict[str, Entry] = {
    "DOC001": Entry(
        "error",
        "an old binary .doc, or an encrypted file, and not a DOCX",
        "open it in a word processor, take off its password, and save it as .docx",
    ),
    "DOC002": Entry(
        "error",
        "{part} is missing: this is no Word document",
        "save it anew as .docx in the program that made it",
    ),
    "DOC003": Entry(
        "info",
        "tracked changes ({count}, by {authors}) were read as if all were accepted",
        "accept or reject them in the word processor if that is not what is meant",
    ),
    "DOC004": Entry(
        "info",
        "comments ({count}, by {authors}) were left out",
        "write into the text what readers are to see",
    ),
    "DOC005": Entry(
        "info",
        "the text of page headers and footers was left out: {text}",
        "running heads and folios are made by the layout",
    ),
    "DOC006": Entry(
        "info",
        "the macros in this file were not read",
        "nothing need be done: a document is text and pictures",
    ),
    "DOC007": Entry(
        "warning",
        "a picture was left out: {reason}",
        "put it into the file as PNG or JPEG, or take it out of the text",
    ),
    "DOC008": Entry(
        "warning",
        "the link to {address} was dropped, and its words kept: it does not lead to the web",
        "link to an address that begins with https:",
    ),
    "DOC009": Entry(
        "warning",
        "a reference leads to {bookmark}, which is nowhere in the text: its words were kept",
        "update the fields in the word processor, or take the reference out",
    ),
    "DOC010": Entry(
        "warning",
        "a note is called that the file does not hold",
        "delete the call, or write the note anew",
    ),
    "DOC011": Entry(
        "info",
        "a list of contents or an index, made by the word processor, was left out",
        "contents are made anew for each output",
    ),
    "DOC012": Entry(
        "warning",
        "{count} characters of hidden text were left out, beginning with {text}",
        "show the text in the word processor, or delete it",
    ),
    "DOC013": Entry(
        "warning",
        "the character {character} of the font {font} has no known equivalent: set as \ufffd",
        "type the character itself",
    ),
    "DOC014": Entry(
        "warning",
        "{what} was left out",
        "put a picture or a table in its place",
    ),
    "DOC015": Entry(
        "info",
        "the prompt of an empty field was left out: {text}",
        "fill the field in, or delete it",
    ),
    "DOC016": Entry(
        "info",
        "taken as {role} by the rule {rule}, but not surely: {reason}",
        "give the paragraph its style (Title, Subtitle, Heading 1) in the word processor",
    ),
    "DOC017": Entry(
        "info",
        "taken from the file's properties: {what}",
        "write it into the text, or into NAME.toml; clear the properties if they are wrong",
    ),
    "DOC018": Entry(
        "info",
        "the file says that it is in {said}, but it reads as {read}: taken as that",
        'write language = "…" into NAME.toml beside it',
    ),
    "DOC019": Entry(
        "warning",
        "there is a headline but no text below it",
        "write the text below the headline",
    ),
    "DOC020": Entry(
        "warning",
        "there is no headline: the file's name stands for it",
        "write one, in the style Title, at the top of the text",
    ),
    "DOC021": Entry(
        "info",
        "the language is not given and the text too short to tell: taken as {language}",
        'write language = "…" into NAME.toml beside it',
    ),
}
