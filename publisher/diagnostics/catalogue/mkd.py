"""MKD: Markdown."""

from publisher.diagnostics.catalogue.entry import Entry

MKD = {
    "MKD001": Entry(
        "error",
        "the front matter cannot be read: {reason}",
        "write one `key: value` a line between two lines of ---; quote values that hold a colon",
    ),
    "MKD002": Entry(
        "error",
        "{what} has no place in front matter",
        "write the value itself",
    ),
    "MKD003": Entry(
        "error",
        "unknown key {key} in the front matter",
        "did you mean {suggestion}?",
    ),
    "MKD004": Entry(
        "warning",
        "more than {deepest} emphases or links in one another: the inner ones are left out",
        "look for marks that are not meant as markup, and put a backslash before them",
    ),
    "MKD005": Entry(
        "error",
        "{key} in the front matter: {reason}",
        "docs/markdown.md lists the keys and what they hold",
    ),
    "MKD006": Entry(
        "warning",
        "the key {key} in the front matter says nothing to publisher and was left out",
        "delete it, or leave it for other programs; docs/markdown.md lists the keys",
    ),
    "MKD007": Entry(
        "warning",
        "{key} in the front matter repeats what a key above it says, and was left out",
        "delete one of them",
    ),
    "MKD008": Entry(
        "warning",
        "nothing says what the title is: {title}, the name of the file, is taken",
        "write `title: …` into the front matter, or begin the text with `# …`",
    ),
    "MKD009": Entry(
        "error",
        "lists and quotations stand in one another more than {deepest} deep",
        "put fewer of them into one another; a list counts twice, for itself and its item",
    ),
    "MKD010": Entry(
        "warning",
        "a link to {scheme}: was left out, its words kept: a book may not open it",
        "link to a web page, or to an id of the document",
    ),
    "MKD011": Entry(
        "warning",
        "a picture from {scheme}: was left out, its words kept: a book may not open it",
        "put the picture beside the text, and give its path",
    ),
    "MKD012": Entry(
        "warning",
        "a picture without an address was left out, its words kept",
        "write the picture's path into the parentheses",
    ),
    "MKD013": Entry(
        "info",
        "{what} has no effect and was left out",
        "docs/markdown.md lists the attributes that have one",
    ),
    "MKD014": Entry(
        "warning",
        "the id {id} is given twice; references lead to the first",
        "give each element an id of its own",
    ),
    "MKD015": Entry(
        "warning",
        "the container {name} is not closed: it ends with what it stands in",
        "write ::: on a line of its own where it ends",
    ),
    "MKD016": Entry(
        "warning",
        "what stands in the container {name} is none: set as ordinary text",
        "a figure needs a picture, a dialogue begins with who speaks, a pull quote is paragraphs",
    ),
    "MKD017": Entry(
        "info",
        "the container {name} is set as a box beside the text",
        "docs/markdown.md lists the containers that are set in a way of their own",
    ),
    "MKD018": Entry(
        "info",
        "no link leads to the address {address} that is defined here",
        "link to it by the name in its brackets, or delete it",
    ),
    "MKD019": Entry(
        "warning",
        "the address {address} was left out: its name has one already",
        "delete one of the definitions, or give this one another name",
    ),
    "MKD020": Entry(
        "warning",
        "there is no note {name}: the call is left as text",
        "write its text in a paragraph that begins with [^{name}]:",
    ),
    "MKD021": Entry(
        "warning",
        "the note {name} is written twice; the first one holds, this one was left out",
        "give each note a name of its own",
    ),
    "MKD023": Entry(
        "warning",
        "the call {name} stands in a note, where there is no room for another: left as text",
        "write what it says into the note",
    ),
    "MKD024": Entry(
        "error",
        "more than {most} lines, paragraphs, marks or cells stand before this place",
        "split the work into several files",
    ),
}
