"""IDX: the order of words, the index, the glossary, abbreviations."""

from publisher.diagnostics.catalogue.entry import Entry

IDX = {
    "IDX001": Entry(
        "error",
        "ICU, which orders words and spells numbers by language, is not installed",
        "install the extra: pip install 'publisher[index]'; where it has no wheel, pip install "
        "pyicu makes one with the system's ICU",
    ),
    "IDX002": Entry(
        "warning",
        "the passage that the index entry {entry} begins here is never closed",
        "mark its end: \\index{{…|)}}, or range=end in the braces; else only this place is named",
    ),
    "IDX003": Entry(
        "warning",
        "a passage of the index entry {entry} is closed here that was never begun",
        "mark its beginning: \\index{{…|(}}, or range=start in the braces",
    ),
    "IDX004": Entry(
        "warning",
        "the index entry {entry} refers to {target}, which is no entry",
        "write an entry that there is{near}, its levels with ! between them, or mark that one",
    ),
    "IDX005": Entry(
        "warning",
        "the index entry {entry} says “see” {target}, and has places or sub-entries of its own",
        "refer to it with “see also”, or move these places to {target}",
    ),
    "IDX006": Entry(
        "info",
        "the index entry {entry} differs from {other} in case, accents, spaces or "
        "punctuation alone",
        "write both alike if they are one; else there is nothing to do",
    ),
    "IDX007": Entry(
        "warning",
        "the index entry {entry} has more than {deepest} levels",
        "write it with fewer; what stands below the third level was put into that",
    ),
    "IDX008": Entry(
        "info",
        "the index entry {entry} leads to {count} places",
        "part it into sub-entries that say what each place is about",
    ),
    "IDX009": Entry(
        "warning",
        "the index entry {entry} refers to {target}, which itself only leads elsewhere",
        "refer to the entry that has the places",
    ),
    "IDX010": Entry(
        "warning",
        "an index mark names no entry",
        "write the entry, or delete the mark",
    ),
    "IDX011": Entry(
        "info",
        "{command} behind the index entry has no effect",
        "write textbf for the main place, ( and ) around a passage, see{{…}} or seealso{{…}}",
    ),
    "IDX020": Entry(
        "warning",
        "the glossary has no entry “{term}”",
        'define it there, or name the entry that is meant{near}: [words]{{.gloss entry="…"}}',
    ),
    "IDX021": Entry(
        "warning",
        "the glossary defines “{term}” again; references lead to the first entry",
        "make one entry of both",
    ),
    "IDX030": Entry(
        "warning",
        "{name} is defined again, as “{title}”; the first definition holds",
        "delete one of the definitions",
    ),
    "IDX031": Entry(
        "info",
        "the abbreviation {name} is defined and never used",
        "delete the definition, or write the abbreviation as it is defined",
    ),
}
