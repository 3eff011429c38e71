"""Every code that publisher can give: its severity, its wording, its remedy.

The one table of codes. Call sites give only facts. docs/diagnostics.md is made from it
(`script/docs`), a test holds that each code is given somewhere and shown in a test. A code that
is retired is never used for anything else.
"""

from typing import Literal, NamedTuple


class Entry(NamedTuple):
    """How a code reads; `message` and `help` are filled by `str.format` with a finding's facts."""

    severity: Literal["error", "warning", "info"]
    message: str
    help: str


CATALOGUE: dict[str, Entry] = {
    # SRC: reading a source's bytes
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
        "byte {byte} at offset {offset} is not UTF-8",
        "save the file as UTF-8, for example with: iconv -f WINDOWS-1252 -t UTF-8",
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
        "the file is encoded as {encoding}",
        "save it as UTF-8, for example with: iconv -f {encoding} -t UTF-8",
    ),
    # TXT: what the lines of a plain text are
    "TXT001": Entry(
        "warning",
        "there is a headline but no text below it",
        "write the text below the headline, one line a paragraph",
    ),
    "TXT002": Entry(
        "info",
        "taken as {role} by the rule {rule}, but not surely: {reason}",
        "look at `publisher explain`; a blank line parts the head of an article from its text",
    ),
    "TXT003": Entry(
        "info",
        "the language is not given and the text too short to tell: taken as {language}",
        'write language = "…" into {sidecar}, or under [metadata] in publisher.toml',
    ),
    # TYP: typography
    "TYP001": Entry(
        "warning",
        "the quotation opened with {opening} is closed by {found}",
        'write {expected}, or set typography = "correct" in publisher.toml',
    ),
    "TYP002": Entry(
        "warning",
        "the quotation opened with {opening} is never closed",
        "close it with {expected}; a quotation that runs on opens each paragraph anew",
    ),
    "TYP003": Entry(
        "warning",
        "{found} closes a quotation that was never opened",
        "open it with {expected}, or delete the mark",
    ),
    "TYP004": Entry(
        "info",
        "straight quotation mark {found}; the language's mark here is {expected}",
        'set typography = "correct" in publisher.toml, or write it so',
    ),
    "TYP005": Entry(
        "info",
        "hyphens stand for a dash: {found}",
        'write {expected}, or set typography = "correct" in publisher.toml',
    ),
    "TYP006": Entry(
        "info",
        "full stops stand for an ellipsis: {found}",
        'write {expected}, or set typography = "correct" in publisher.toml',
    ),
    "TYP007": Entry(
        "info",
        "no typographic rules for the language {language}: its text is set as it is written",
        'set typography = "keep" to say that you know; docs/typography.md lists the languages',
    ),
    "TYP008": Entry(
        "warning",
        "the apostrophe is written with the opening mark {found}",
        'write {expected}, or set typography = "correct" in publisher.toml',
    ),
    # CFG: configuration files
    "CFG001": Entry(
        "error",
        "unknown key {key}",
        "{suggestion}",
    ),
    "CFG002": Entry(
        "error",
        "{key}: {reason}",
        "correct the value; docs/configuration.md lists every key with its type",
    ),
    "CFG003": Entry(
        "error",
        "not TOML: {reason}",
        "correct the line; toml.io describes the format",
    ),
    "CFG004": Entry(
        "error",
        "there is no theme {theme}",
        "{suggestion}",
    ),
    "CFG005": Entry(
        "error",
        "{tag} is not a language tag",
        "write a BCP 47 tag such as en-GB, de or zh-Hant",
    ),
    "CFG006": Entry(
        "error",
        "SOURCE_DATE_EPOCH is {value}, which is no number of seconds since 1970",
        "set it to a whole number, for example: git log -1 --format=%ct",
    ),
    # LAY: layouts and themes
    "LAY001": Entry(
        "error",
        "the template fails: {reason}",
        "correct the template; docs/themes.md lists what it is handed",
    ),
    "LAY002": Entry(
        "error",
        "the layout has no macro for {node}",
        "add a macro of that name to the theme's blocks or inlines",
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
    # FNT: fonts
    "FNT001": Entry(
        "error",
        "no font of the theme has {character} ({name})",
        "{remedy}",
    ),
    "FNT002": Entry(
        "error",
        "the font family {family} of the theme {theme} is not there",
        "put its files below fonts/, or name another family in theme.toml",
    ),
    # EPB: EPUB files
    "EPB001": Entry(
        "error",
        "EPUBCheck {id}: {text}",
        "{suggestion}",
    ),
    "EPB002": Entry(
        "warning",
        "EPUBCheck {id}: {text}",
        "{suggestion}",
    ),
    "EPB003": Entry(
        "info",
        "EPUBCheck {id}: {text}",
        "{suggestion}",
    ),
    "EPB004": Entry(
        "info",
        "the EPUB was not checked: {reason}",
        "install the extra: pip install 'publisher[check]'; --no-check says that you know",
    ),
    "EPB005": Entry(
        "error",
        "EPUBCheck gave no verdict: {reason}",
        "try again; --no-check builds without it",
    ),
    # PDF: PDF files
    "PDF001": Entry(
        "error",
        "not a readable PDF: {reason}",
        "make the file again; qpdf --check names the damage",
    ),
    "PDF002": Entry(
        "error",
        "the font {font} is not embedded",
        "embed it where the file is made: a printer or reader will put another in its place",
    ),
    "PDF003": Entry(
        "warning",
        "the file is not tagged",
        "make it with tags (PDF/UA-1, ISO 14289-1, 7.1): screen readers need them",
    ),
    "PDF004": Entry(
        "warning",
        "the file has no title in its metadata",
        "give it one: viewers show it, and PDF/UA-1 (7.1) asks for it",
    ),
    "PDF005": Entry(
        "warning",
        "the file does not say which language it is in",
        "set /Lang in its catalogue (PDF/UA-1, 7.2)",
    ),
    "PDF006": Entry(
        "error",
        "the file holds {what}",
        "take it out: active content has no place in a publication",
    ),
    "PDF007": Entry(
        "warning",
        "the file is damaged: {reason}",
        "make it again, or let qpdf write it anew",
    ),
    # BLD: the build
    "BLD001": Entry(
        "error",
        "no works in {folder}",
        "formats read: {known}; name a file or another folder",
    ),
    "BLD002": Entry(
        "error",
        "{file} cannot be written: {reason}",
        "check the permissions, or choose another folder with --out",
    ),
    "BLD003": Entry(
        "error",
        "{file} cannot be written: {reason}",
        "free some room; an older file of that name is still whole",
    ),
    "BLD004": Entry(
        "error",
        "{other} would be written to the same file as {work}",
        "rename one of the two sources",
    ),
    "BLD005": Entry(
        "info",
        "{file} is what an earlier build left",
        "it stays until the work builds again; delete it if it must not be used",
    ),
}
