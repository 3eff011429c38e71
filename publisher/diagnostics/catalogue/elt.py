"""ELT: what validators do not see in an EPUB; containers that are not opened."""

from publisher.diagnostics.catalogue.entry import Entry

ELT: dict[str, Entry] = {
    "ELT001": Entry(
        "error",
        "the book is not read any further: entries of its archive were refused ({count})",
        "see the other findings on it; unpack it only where it can do no harm",
    ),
    "ELT002": Entry(
        "error",
        "the archive's entry {entry} shares its bytes with another one",
        "an archive made so is a fault or an attack: pack the book anew",
    ),
    "ELT003": Entry(
        "error",
        "the archive's entry {entry} is a symbolic link",
        "put the file itself in its place: a link may lead out of the book",
    ),
    "ELT004": Entry(
        "error",
        "the DOCTYPE is dangerous: {fault}",
        "delete the declarations, and write the characters in place of the entities",
    ),
    "ELT005": Entry(
        "info",
        "{file} was left out of the checks of publisher's own: {reason}",
        "mend it; what EPUBCheck says of it shows where",
    ),
    "ELT006": Entry(
        "info",
        "the check {check} found more than {limit} places; no more are shown",
        "mend these first",
    ),
    "ELT010": Entry(
        "warning",
        "the element {element} is empty",
        "delete it; space belongs into the style sheet, a change of scene is an hr element",
    ),
    "ELT011": Entry(
        "warning",
        "the title of the document says nothing: {title}",
        "name what stands in it: screen readers and lists of search results show the title",
    ),
    "ELT012": Entry(
        "warning",
        "a heading of level {level} below one of level {before}",
        "leave out no level: screen readers lead through a book by them",
    ),
    "ELT013": Entry(
        "info",
        "{count} headings of level 1 in one document, of which the contents name {named}",
        "give each its own document, or all but the first a lower level",
    ),
    "ELT014": Entry(
        "warning",
        "no link leads back from the note {note}",
        "end it with a link to its call (role doc-backlink)",
    ),
    "ELT015": Entry(
        "warning",
        "the call {call} leads to no note: {target}",
        "correct its address, or say that its target is one (epub:type, role)",
    ),
    "ELT016": Entry(
        "warning",
        "no call leads to the note {note}",
        "call it where it belongs, or delete it",
    ),
    "ELT017": Entry(
        "warning",
        "the contents say “{entry}” where the heading says “{heading}”",
        "give both the same words, or correct the address",
    ),
    "ELT018": Entry(
        "info",
        "the contents do not lead to this document, which starts with the heading “{heading}”",
        "add an entry, if readers may look for it",
    ),
    "ELT019": Entry(
        "warning",
        "the NCX and the contents of the navigation document part at “{entry}”",
        "make both from one list: some readers show the one, some the other",
    ),
    "ELT020": Entry(
        "info",
        "no landmark says where the {place} is",
        "add it to the nav of type landmarks: readers open a new book there, or lead to it",
    ),
    "ELT021": Entry(
        "warning",
        "the picture {picture} has no text alternative",
        'say what it shows in alt; write alt="" for one that only decorates',
    ),
    "ELT022": Entry(
        "warning",
        "the figure's picture {picture} has an empty text alternative",
        'say what it shows; where it only decorates, say so with role="presentation"',
    ),
    "ELT023": Entry(
        "warning",
        "the text alternative of {picture} is a file's name: {text}",
        "say what the picture shows",
    ),
    "ELT024": Entry(
        "info",
        "the text alternative of {picture} starts with “{start}”",
        "begin with what it shows: screen readers say themselves that it is a picture",
    ),
    "ELT025": Entry(
        "warning",
        "the document does not say its language",
        "write xml:lang and lang on its html element",
    ),
    "ELT026": Entry(
        "warning",
        "“{text}” is {script}, which {language} is not written in",
        "put it into an element with the language that it is in (xml:lang, lang)",
    ),
    "ELT027": Entry(
        "info",
        "the id {id} stands in {other} already",
        "give each its own: who joins or splits documents loses the links to one of them",
    ),
    "ELT028": Entry(
        "info",
        "nothing in the book uses {file}",
        "take it out of the manifest and the archive",
    ),
    "ELT029": Entry(
        "info",
        "no font of the book has {characters}, though its text is set in them",
        "embed a font that has them, or all of it where it was reduced to some characters",
    ),
    "ELT030": Entry(
        "info",
        "the font {file} is obfuscated",
        "embed it as it is, if its licence allows: some readers cannot show it so",
    ),
    "ELT031": Entry(
        "info",
        "the metadata does not say: {missing}",
        "add it: stores and libraries list and find books by it",
    ),
    "ELT032": Entry(
        "info",
        "{name} has no {missing} in the metadata",
        "add it as a refinement: shelves are sorted by file-as, roles say who did what",
    ),
    "ELT033": Entry(
        "info",
        "the metadata says nothing of accessibility: {missing}",
        "add what is true of the book (EPUB Accessibility 1.1, 2.2)",
    ),
    "ELT034": Entry(
        "warning",
        "the accessibility metadata is not true: {claim}",
        "correct the metadata, or the book: people choose a book by it",
    ),
    "ELT035": Entry(
        "info",
        "style in the text: {what}",
        "move it into a style sheet, where readers and night mode can set it aside",
    ),
    "ELT036": Entry(
        "warning",
        "{property} of the {element} is fixed: {value}",
        "delete it: the page has the colours that its reader chose, light or dark",
    ),
    "ELT037": Entry(
        "warning",
        "the size of text is fixed: {value}",
        "use em, rem or %: readers set the size themselves",
    ),
    "ELT038": Entry(
        "info",
        "text is justified, and nothing allows hyphens",
        "add hyphens: auto to it, with the language on the html element",
    ),
    "ELT039": Entry(
        "info",
        "the book has no cover picture",
        "give one the property cover-image in the manifest",
    ),
    "ELT040": Entry(
        "info",
        "the cover picture {file}: {fault}",
        "make it a JPEG or PNG of 1600 × 2560 pixels: stores ask for 1400 on its shorter side",
    ),
    "ELT041": Entry(
        "warning",
        "the picture {file} has {size} million pixels",
        "make it smaller: Apple Books refuses more than 5.6 million",
    ),
    "ELT042": Entry(
        "info",
        "the document holds {size} kB",
        "split it at its headings: readers that lay out a whole document wait for it",
    ),
    "ELT043": Entry(
        "warning",
        "a script: {what}",
        "do without: most readers run none, and stores refuse some",
    ),
    "ELT044": Entry(
        "warning",
        "{what} is outside of the book: {address}",
        "put it into the book: who reads off line does not get it",
    ),
    "ELT045": Entry(
        "warning",
        "soft hyphens in {what}",
        "delete them there: searches do not find the words, and some readers show them",
    ),
    "ELT046": Entry(
        "info",
        "{count} spaces in a row",
        "leave one",
    ),
    "ELT047": Entry(
        "info",
        "straight {mark}",
        "set the mark that the language has",
    ),
    "ELT050": Entry(
        "error",
        "Ace {rule}: {text}",
        "{help}",
    ),
    "ELT051": Entry(
        "warning",
        "Ace {rule}: {text}",
        "{help}",
    ),
    "ELT052": Entry(
        "info",
        "Ace {rule}: {text}",
        "{help}",
    ),
    "ELT053": Entry(
        "warning",
        "Ace did not read the book: {missing} not found",
        "{remedy}",
    ),
    "ELT054": Entry(
        "error",
        "Ace gave no verdict: {reason}",
        "try again; leave out --ace to check without it",
    ),
}
