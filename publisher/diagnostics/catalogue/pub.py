"""PUB: books and issues, as publication.toml describes them."""

from publisher.diagnostics.catalogue.entry import Entry

PUB = {
    "PUB001": Entry(
        "error",
        "the part {source} is not there",
        "correct the name, or take it out of the parts; {suggestion}",
    ),
    "PUB002": Entry(
        "error",
        "{source} is what describes the publication, and cannot be a part of it",
        "take it out of the parts",
    ),
    "PUB003": Entry(
        "error",
        "{source} is a part twice",
        "take one of the two out; what is to be read twice is a link",
    ),
    "PUB004": Entry(
        "error",
        "{role} is no role that catalogues know",
        "write a MARC relator code or its name; {suggestion}",
    ),
    "PUB005": Entry(
        "error",
        "{number} is no {scheme}: {reason}",
        "compare it with the agency's letter, digit by digit",
    ),
    "PUB006": Entry(
        "error",
        "{part} is made from a source, and none is given",
        'name a file: source = "…"; what has parts = […] instead is a division',
    ),
    "PUB007": Entry(
        "error",
        "{folder} holds nothing that a publication could be made of",
        "put sources there, or name them under parts; sources end in {known}",
    ),
    "PUB008": Entry(
        "error",
        "{source} leads out of the publication's folder",
        "copy it into the folder",
    ),
    "PUB009": Entry(
        "error",
        "there is a second part of the role {role}, and a publication has one",
        "take one of the two out",
    ),
    "PUB010": Entry(
        "error",
        "{name} could not be made a part: {count}",
        "mend what is reported of it; the publication is built when all its parts are whole",
    ),
    "PUB011": Entry(
        "error",
        "{value} is no {what}",
        "write it like {example}",
    ),
    "PUB012": Entry(
        "warning",
        "the issue does not say which periodical it belongs to",
        "add [periodical] with a name and a number",
    ),
    "PUB013": Entry(
        "error",
        "{source} does not say what a book needs: {lacking}",
        "add it to the front matter of {source}, or write a publication.toml",
    ),
    "PUB014": Entry(
        "warning",
        "notes are to stand together, and no part of the role notes is there to hold them",
        'add "notes" to the parts; until then they stand at the end of their chapters',
    ),
    "PUB015": Entry(
        "error",
        "there are no references at {source}",
        "name a .bib, .json or .yaml file of the project, relative to the file that names it",
    ),
    "PUB016": Entry(
        "error",
        "{file} describes a publication of many sources, and one source is read here",
        "name one of its parts, such as a chapter",
    ),
    "PUB017": Entry(
        "warning",
        "a part is there to hold all notes, and notes stand elsewhere",
        'set notes = "book", or take the part out; until then it is left out',
    ),
    "PUB018": Entry(
        "warning",
        "the page {role} is left out: {lacking}",
        "take it out of the parts, or add what it is for",
    ),
    "PUB019": Entry(
        "error",
        "the list of parts is empty, so the publication has none",
        "name its parts, or take the line out: all files of the folder are its parts then",
    ),
}
