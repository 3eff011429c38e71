"""PAR: two files side by side, what a reader of one gets and a reader of the other does not."""

from publisher.diagnostics.catalogue.entry import Entry

_SAME = "make both files from one source, or mend the one that is wrong"

PAR = {
    "PAR001": Entry(
        "warning",
        "only in {file}: {words} ({place}; {other} there: {there})",
        "see whether it belongs in both: " + _SAME,
    ),
    "PAR002": Entry(
        "warning",
        "{one} ({place}) is {other} in the other file ({there})",
        _SAME,
    ),
    "PAR003": Entry(
        "warning",
        "the heading {words} is of level {one} ({place}), of level {other} in the other file"
        " ({there})",
        "give it the level that its section has",
    ),
    "PAR004": Entry(
        "warning",
        "{words} is a {one} ({place}), a {other} in the other file ({there})",
        "mark it up as the same thing in both: voices and contents go by it",
    ),
    "PAR005": Entry(
        "warning",
        "a new paragraph begins with {words} in {file} ({place}), and none there in the other"
        " file ({there})",
        _SAME,
    ),
    "PAR006": Entry(
        "warning",
        "the note {words} is only in {file} ({place})",
        "see that the note, and not its call alone, is in both",
    ),
    "PAR007": Entry(
        "warning",
        "after {words}, {file} calls a note ({place}), the other file none ({there})",
        "link the call to its note in both",
    ),
    "PAR008": Entry(
        "warning",
        "{words} is a link in {file} ({place}) to {target}, and none in the other ({there})",
        "make it one in both; a PDF needs a link annotation in its structure",
    ),
    "PAR009": Entry(
        "warning",
        "the link {words} leads to {one} ({place}), and to {other} in the other file ({there})",
        "see which of the two is right",
    ),
    "PAR010": Entry(
        "warning",
        "the picture {words} is only in {file} ({place}; {other} there: {there})",
        "see that it is in both, and no artifact where it means something",
    ),
    "PAR011": Entry(
        "warning",
        "the picture has the words {one} ({place}), and {other} in the other file ({there})",
        "give it the same alternative text in both",
    ),
    "PAR012": Entry(
        "warning",
        "the table {words} has {one} ({place}), and {other} in the other file ({there})",
        _SAME,
    ),
    "PAR013": Entry(
        "warning",
        "the cell {words} heads its row or column in {file} ({place}), and not in the other"
        " ({there})",
        "make it a header in both: voices say it before each cell that it heads",
    ),
    "PAR014": Entry(
        "warning",
        "the code {one} ({place}) is {other} in the other file ({there})",
        _SAME,
    ),
    "PAR015": Entry(
        "warning",
        "the formula {words} is only in {file} ({place}; {other} there: {there})",
        "see that it is in both, and said in words where it is drawn",
    ),
    "PAR016": Entry(
        "warning",
        "the formula has the words {one} ({place}), and {other} in the other file ({there})",
        "give it the same words in both",
    ),
    "PAR017": Entry(
        "warning",
        "{words} is in the language {one} ({place}), and {other} in the other file ({there})",
        "state the language of the passage in both: a voice reads it by that",
    ),
    "PAR018": Entry(
        "warning",
        "{field}: {one} in {file}, {other} in {there}",
        "state the same in both",
    ),
    "PAR019": Entry(
        "warning",
        "the contents have {words} only in {file}",
        "give both the same contents: the navigation document, and the bookmarks",
    ),
    "PAR020": Entry(
        "warning",
        "{words} stands elsewhere: {place}, and in the other file {there}",
        "see which order is the right one",
    ),
    "PAR021": Entry(
        "warning",
        "{file} is not tagged: only its text can be compared",
        "make it with tags (PDF/UA-1, ISO 14289-1, 7.1): a reader who listens gets nothing else",
    ),
    "PAR022": Entry(
        "error",
        "{file} is too much to compare: {what}",
        "compare it in parts, or make it anew without what is too much",
    ),
    "PAR023": Entry(
        "error",
        "{file} is neither an EPUB nor a PDF",
        "give the two finished files that are to be compared",
    ),
}
