"""SRC: reading a source's bytes."""

from publisher.diagnostics.catalogue.entry import Entry

SRC = {
    "SRC001": Entry(
        "error",
        "there is no file {file}",
        "check the path; a folder is given as it is, without a pattern",
    ),
    "SRC002": Entry(
        "error",
        "{file} cannot be read: {reason}",
        "check the permissions of the file and of the folders above it",
    ),
    "SRC003": Entry(
        "error",
        "the file is empty",
        "write a headline on its first line, or take the file out of the folder",
    ),
    "SRC004": Entry(
        "error",
        "the file holds only white space and invisible characters",
        "write a headline on its first line, or take the file out of the folder",
    ),
    "SRC005": Entry(
        "error",
        "byte {byte} at offset {offset} is not {encoding}",
        'save the file as UTF-8, or write encoding = "…" into the NAME.toml beside it',
    ),
    "SRC006": Entry(
        "error",
        "NUL byte at offset {offset}: this is not a text file, or it is damaged",
        "save it as plain UTF-8 text; UTF-16 is converted by: iconv -f UTF-16 -t UTF-8",
    ),
    "SRC007": Entry(
        "error",
        "the file holds {size}, more than the limit of {limit}",
        "split the work, or raise limits.source_bytes in publisher.toml",
    ),
    "SRC008": Entry(
        "warning",
        "the control character {character} has no place in a text and was left out",
        "delete it in the source",
    ),
    "SRC009": Entry(
        "error",
        "no reader for the suffix {suffix}",
        "rename or convert the file; formats read: {known}",
    ),
    "SRC010": Entry(
        "error",
        "{file} is a link that leads out of the folder given, or nowhere",
        "copy the file into the folder, or name it on the command line",
    ),
    "SRC011": Entry(
        "error",
        "there is no encoding {encoding}",
        "name it as Python does: utf-8, windows-1250, shift_jis, gb18030; or save it as UTF-8",
    ),
    "SRC012": Entry(
        "info",
        "not UTF-8: read as {encoding}, the likeliest ({share})",
        'save the file as UTF-8, or write encoding = "{encoding}" into the NAME.toml beside it',
    ),
    "SRC013": Entry(
        "error",
        "the XML holds {size}, more than the limit of {limit}",
        "split the work into several files",
    ),
    "SRC014": Entry(
        "error",
        "a document type (DOCTYPE) is not read: it can define entities and name outside files",
        "delete the DOCTYPE, and write characters in place of its entities",
    ),
    "SRC015": Entry(
        "error",
        "an XInclude is not followed: it names another file",
        "put the text itself in its place",
    ),
    "SRC016": Entry(
        "error",
        "not well-formed XML: {reason}",
        "mend the file where it was made, or save it anew there",
    ),
    "SRC017": Entry(
        "error",
        "byte {byte} at offset {offset} is not {encoding}, which the XML is to be in",
        "save the file as UTF-8, or name its true encoding in the XML declaration",
    ),
    "SRC018": Entry(
        "warning",
        "the XML declaration says {declared}, but the file is {encoding}: read so",
        "correct the XML declaration",
    ),
    "SRC019": Entry(
        "error",
        "elements are nested deeper than {limit}",
        "no publication needs this: look at how the file was made",
    ),
    "SRC020": Entry(
        "error",
        "not a ZIP archive, or a damaged one: {reason}",
        "save the file anew in the program that made it; its suffix may be wrong",
    ),
    "SRC021": Entry(
        "error",
        "the archive holds more than {limit} entries",
        "split the work, or pack it anew without what does not belong to it",
    ),
    "SRC022": Entry(
        "warning",
        "the archive's entry {entry} has a name that leads out of it, and was not read",
        "pack the archive anew, with names below its own root",
    ),
    "SRC023": Entry(
        "warning",
        "the archive holds {entry} more than once: none of them was read",
        "pack the archive anew with each name once",
    ),
    "SRC024": Entry(
        "warning",
        "the archive's entry {entry} is encrypted, and was not read",
        "save the file without a password or copy protection",
    ),
    "SRC025": Entry(
        "warning",
        "the archive's entry {entry} is packed by a method other than deflate, and was not read",
        "pack the archive anew with an ordinary ZIP program",
    ),
    "SRC026": Entry(
        "error",
        "the archive's entry {entry} unpacks to more than {limit}",
        "a file that grows so is a fault or an attack; make the entry smaller if it is neither",
    ),
    "SRC027": Entry(
        "error",
        "the archive unpacks to more than {limit} in all",
        "split the work into several files",
    ),
    "SRC028": Entry(
        "error",
        "the archive's entry {entry} is damaged: {reason}",
        "save the file anew in the program that made it",
    ),
    "SRC029": Entry(
        "error",
        "the archive holds no {entry}, which it needs",
        "save the file anew in the program that made it; its suffix may be wrong",
    ),
    "SRC030": Entry(
        "error",
        "{count} passages, more than the limit of {limit}",
        "split the work, or raise limits.passages in publisher.toml",
    ),
    "SRC031": Entry(
        "error",
        "a passage of {length} characters, more than the limit of {limit}",
        "part it into paragraphs, or raise limits.passage_characters in publisher.toml",
    ),
    "SRC032": Entry(
        "error",
        "the file has {count} lines, more than the limit of {limit}",
        "split the work, or raise limits.lines in publisher.toml",
    ),
}
