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
