"""PRE: PDFs before they go to print, to an archive, to a reader who listens."""

from publisher.diagnostics.catalogue.entry import Entry

_TARGET = "publisher targets explains the rules of a target"
_TAGS = "tag it where the file is made: voices and readers of Braille go by it"

PRE: dict[str, Entry] = {
    "PRE001": Entry(
        "error",
        "there is too much in the file to check it: {what}",
        "check it in parts, or make it anew without what is too much",
    ),
    "PRE002": Entry(
        "info",
        "{count} more findings {other} are not shown",
        "mend those that are shown, and check again",
    ),
    "PRE003": Entry(
        "error",
        "the file is encrypted",
        "save it without a password and without restrictions: printers and archives refuse it",
    ),
    "PRE004": Entry(
        "error",
        "the rule {rule} came to an end at something malformed: {reason}",
        "make the file again; what the rule looks for may be there as well",
    ),
    "PRE010": Entry(
        "error",
        "the {box} reaches out of the {outer}{place}",
        "boxes lie in one another: trim in bleed, bleed in media (ISO 32000-1, 14.11.2)",
    ),
    "PRE011": Entry(
        "error",
        "a page of {size}, where most have {usual}{place}",
        "make all pages of one size: they are cut together",
    ),
    "PRE012": Entry(
        "error",
        "pages of {size} are not taken{place}",
        "choose one of these: {taken}",
    ),
    "PRE013": Entry(
        "error",
        "a page does not say what it is cut to{place}",
        "give each page a TrimBox: PDF/X asks for it",
    ),
    "PRE014": Entry(
        "error",
        "the bleed is {has} mm at the {side}, and must be {wanted} mm{place}",
        "make the pages with more bleed; no box alone does that: what meets the edge must go on",
    ),
    "PRE015": Entry(
        "error",
        "{beyond} mm of paper lie beyond the trim, and {bleed} mm are taken{place}",
        "leave out marks and slug: the sheet is the trim and its bleed, no more",
    ),
    "PRE016": Entry(
        "error",
        "what meets the trim at the {side} does not fill the bleed of {bleed} mm{place}",
        "let it go on to the edge of the bleed: a white line shows where the knife is off",
    ),
    "PRE017": Entry(
        "error",
        "a page is turned or scaled for viewers alone: {what}{place}",
        "make it as it is to be printed",
    ),
    "PRE018": Entry(
        "error",
        "text stands {free} mm from the {side}, and {wanted} mm must be free{place}",
        "widen the margin: the knife or the binding takes what stands there",
    ),
    "PRE020": Entry(
        "error",
        "the colour space {space} is not taken: {what}{place}",
        "convert it by the profile that the target names; " + _TARGET,
    ),
    "PRE021": Entry(
        "error",
        "black text is not of the black ink alone, but in {space}{place}",
        "set it in 0 0 0 1 k or 0 g: text of several inks is blurred",
    ),
    "PRE022": Entry(
        "warning",
        "text of {size} pt is of several inks, which takes {least} pt{place}",
        "set it larger, or in one ink: plates are never quite in register",
    ),
    "PRE023": Entry(
        "error",
        "{ink} % of ink in one place, and no more than {limit} % dry{place}",
        "convert it by a profile with that limit, or take less of the three colours",
    ),
    "PRE024": Entry(
        "error",
        "a line of {width} pt, and {least} pt is the thinnest that prints{place}",
        "make it thicker; one of no width is as thin as the machine can",
    ),
    "PRE025": Entry(
        "error",
        "what is white is set to overprint, and will not be there{place}",
        "let white leave out what is below it",
    ),
    "PRE026": Entry(
        "warning",
        "black text leaves out the colour below it{place}",
        "set it to overprint: else white shows around its letters",
    ),
    "PRE030": Entry(
        "error",
        "{what} has {has} pixels to the inch, and {least} are the least ({pixels}){place}",
        "take one with more pixels, or place it smaller",
    ),
    "PRE031": Entry(
        "info",
        "{what} has {has} pixels to the inch, and {wanted} are wanted ({pixels}){place}",
        "take one with more pixels if there is one",
    ),
    "PRE040": Entry(
        "error",
        "text is in a font whose letters are drawn by operators (Type 3){place}",
        "take an OpenType font",
    ),
    "PRE041": Entry(
        "error",
        "the codes of the font {font} stand for no characters",
        "embed it with a map to Unicode: its text can be neither read aloud nor found",
    ),
    "PRE042": Entry(
        "warning",
        "the whole font {font} is in the file",
        "embed the letters that are used",
    ),
    "PRE043": Entry(
        "error",
        "type of {size} pt, and {least} pt is the smallest that is taken{place}",
        "set it larger",
    ),
    "PRE045": Entry(
        "error",
        "{what} is not taken{place}",
        "flatten transparency where the file is made, in the colours of the press",
    ),
    "PRE050": Entry(
        "error",
        "the page has an annotation, {kind}{place}",
        "leave out links and comments: nothing of them is printed, and the target refuses them",
    ),
    "PRE051": Entry(
        "error",
        "the file has bookmarks",
        "leave them out: the target refuses them",
    ),
    "PRE053": Entry(
        "error",
        "the file {name} is in the file",
        "take it out: the target takes no attachments",
    ),
    "PRE054": Entry(
        "error",
        "the file has a form to fill in",
        "flatten it: paper has no fields",
    ),
    "PRE055": Entry(
        "error",
        "the file has {count} layers",
        "flatten them: what is hidden may be printed",
    ),
    "PRE060": Entry(
        "warning",
        "{field} is {one} in the document information, and {other} in XMP",
        "state the same in both: programs read one or the other",
    ),
    "PRE061": Entry(
        "error",
        "the file does not say whether it is trapped",
        "set /Trapped to True or False: PDF/X asks for it",
    ),
    "PRE062": Entry(
        "error",
        "the file says that it keeps to {stated}, and {wanted} is asked for",
        "export it as {wanted}; the label alone changes nothing in a file",
    ),
    "PRE063": Entry(
        "error",
        "the file has {count} output intents of PDF/X, and one is asked for",
        "export it with the profile of the press that it is made for",
    ),
    "PRE064": Entry(
        "error",
        "the output intent is {stated}, and {wanted} is asked for",
        "convert and export it for that condition; " + _TARGET,
    ),
    "PRE065": Entry(
        "error",
        "the document information has no {key}",
        "state it: PDF/X-1a asks for title and dates",
    ),
    "PRE066": Entry(
        "error",
        "the file is of PDF {has}, and {latest} is the latest that the standard knows",
        "export it for that version",
    ),
    "PRE067": Entry(
        "error",
        "the file has no identifier (/ID)",
        "let qpdf write it anew, or export it again",
    ),
    "PRE068": Entry(
        "error",
        "the file holds {what}, for which {standard} has no place",
        "export it again as {standard}",
    ),
    "PRE070": Entry(
        "error",
        "the number of pages is {count}, and {least} are the fewest that are bound",
        "add pages, or choose another binding",
    ),
    "PRE071": Entry(
        "error",
        "{count} pages, and {most} are the most that are bound",
        "set it smaller, or divide it into volumes",
    ),
    "PRE072": Entry(
        "error",
        "{count} pages are no multiple of {multiple}",
        "add {short} at the end: a sheet has {multiple}",
    ),
    "PRE073": Entry(
        "error",
        "the file is called {name}, and its name must match {pattern}",
        "call it as the target asks",
    ),
    "PRE074": Entry(
        "error",
        "the file has {size} MB, and {most} MB is the largest that is taken",
        "make its pictures no finer than the target wants",
    ),
    "PRE080": Entry(
        "error",
        "against {rule}: {message} ({where})",
        "export it as PDF/A-2b; the label alone changes nothing in a file",
    ),
    "PRE081": Entry(
        "info",
        "not known to be right for an archive, {rule}: {message} ({where})",
        "have it checked by veraPDF, too: this checker passes what it knows, no more",
    ),
    "PRE090": Entry(
        "error",
        "a heading of level {level} below one of level {before}{place}",
        "leave out no level: " + _TAGS,
    ),
    "PRE091": Entry(
        "error",
        "a table without a cell that heads its rows or columns{place}",
        "tag the cells that head others as TH; " + _TAGS,
    ),
    "PRE092": Entry(
        "error",
        "a {role} without words in its place{place}",
        "give it alternative text, or make it an artifact if it says nothing",
    ),
    "PRE093": Entry(
        "error",
        "the page has content that is neither tagged nor an artifact{place}",
        _TAGS,
    ),
    "PRE094": Entry(
        "error",
        "viewers are not told to show the title",
        "set /DisplayDocTitle in /ViewerPreferences to true",
    ),
    "PRE095": Entry(
        "error",
        "the links of a page are not met in the order of its structure{place}",
        "set /Tabs of the page to /S",
    ),
    "PRE096": Entry(
        "error",
        "the file does not say that it keeps to PDF/UA-1",
        "export it as PDF/UA-1 (pdfuaid:part in XMP), if it does",
    ),
    "PRE097": Entry(
        "error",
        "a link {what}{place}",
        "tag it as Link, with words that say where it leads",
    ),
    "PRE098": Entry(
        "error",
        "the role {role} is none of the standard's, and stands for none{place}",
        "map it to one in /RoleMap",
    ),
    "PRE099": Entry(
        "error",
        "the file is not tagged, and the target asks for tags",
        _TAGS,
    ),
}
