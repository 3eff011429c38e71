"""LAY: layouts and themes."""

from publisher.diagnostics.catalogue.entry import Entry

LAY = {
    "LAY001": Entry(
        "error",
        "the template fails: {reason}",
        "correct the template; docs/themes.md lists what it is handed",
    ),
    "LAY002": Entry(
        "error",
        "the layout has no macro for {node}",
        "add a file and a macro of that name to the theme's blocks/ or inlines/",
    ),
    "LAY003": Entry(
        "error",
        "{token} is used, and the theme does not define it",
        "define it under [tokens] in theme.toml",
    ),
    "LAY004": Entry(
        "error",
        "a page asks for {address}, and pages open nothing",
        "take it out of the theme's templates and style sheets",
    ),
    "LAY005": Entry(
        "warning",
        "the link to {address} leads nowhere",
        "give its target the id {address}, or link to an address that starts with https:",
    ),
    "LAY006": Entry(
        "warning",
        "nothing has the id {target} that the text refers to",
        "give the figure, table, formula or heading that id, or correct the reference",
    ),
    "LAY007": Entry(
        "warning",
        "there is no note {note}, and the text calls it",
        "write the note, or take the call out",
    ),
    "LAY008": Entry(
        "warning",
        "the note {note} is never called",
        "call it in the text; until then it stands after the notes that are called",
    ),
    "LAY009": Entry(
        "warning",
        "the id {id} is used again, and links lead to the first that has it",
        "give each element an id of its own",
    ),
    "LAY010": Entry(
        "warning",
        "the formula cannot be read: {reason}",
        "correct it; until then its source is printed",
    ),
    "LAY011": Entry(
        "error",
        "elements stand {depth} deep in each other here, and {limit} are the most that are set",
        "take lists, quotations and boxes out of each other",
    ),
    "LAY012": Entry(
        "warning",
        "the table is wider than a page on its side, so its words are set small and broken",
        "part it into tables of fewer columns, or shorten its cells",
    ),
    "LAY013": Entry(
        "info",
        "the note is {length} characters long, and no page takes more than {limit} at its foot",
        'shorten it, or set notes = "chapter"; the notes of this part stand at its end',
    ),
    "LAY014": Entry(
        "warning",
        "the word {word} is too wide for a line of a headline, and no hyphen divides it",
        "put soft hyphens (U+00AD) into it; until then it is broken where the line ends",
    ),
    "LAY020": Entry(
        "info",
        "no language of code is known by the name {syntax}: set without highlighting",
        "{suggestion}",
    ),
    "LAY021": Entry(
        "info",
        "the code is too long to be highlighted",
        "part it: up to {most} characters are, in lines of {longest}, and {all} in a document",
    ),
    "LAY030": Entry(
        "warning",
        "{ink} on {ground} has a contrast of {contrast}, and {least} is the least that is legible",
        "make one of the two colours darker or lighter (WCAG 2.2, 1.4.3)",
    ),
    "LAY040": Entry(
        "warning",
        "the language {language} is not written in vertical lines, so those of the EPUB are "
        "horizontal",
        'take writing = "vertical" out; Japanese and Chinese are written so',
    ),
    "LAY041": Entry(
        "info",
        "the lines of the PDF are horizontal: pages are not set vertically",
        "build the EPUB alone with --to epub, if there are to be no such pages",
    ),
    "LAY031": Entry(
        "error",
        "the theme {theme} has no trim size {trim}",
        "{suggestion}",
    ),
}
