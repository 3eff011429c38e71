"""Word files as people make them, each for one matter; tests/golden/docx shows what they become."""

import io

from PIL import Image

from tests.sources.docx.word import external, paragraph, run, word


def png(width: int = 2, height: int = 2) -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", (width, height), "teal").save(stream, "PNG")
    return stream.getvalue()


def style(identifier: str, name: str, more: str = "", based_on: str = "") -> str:
    below = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{identifier}"><w:name w:val="{name}"/>'
        f"{below}{more}</w:style>"
    )


STYLES = "".join(
    (
        '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/><w:lang w:val="en-GB"/></w:rPr>'
        "</w:rPrDefault></w:docDefaults>",
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        "</w:style>",
        style("Titel", "Title", "<w:rPr><w:b/><w:sz w:val='56'/></w:rPr>"),
        style("Untertitel", "Subtitle"),
        style("berschrift1", "heading 1", '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>'),
        style("berschrift2", "heading 2", '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>'),
        style("House", "House crosshead, blue", based_on="berschrift2"),
        style("Titre3", "Titre 3"),
        style("Outlined", "Outlined", '<w:pPr><w:outlineLvl w:val="2"/></w:pPr>'),
        style("Zitat", "Quote"),
        style("Caption", "caption"),
        style("Code", "HTML Preformatted"),
        style("Autor", "Autorenzeile"),
        style("ListBullet2", "List Bullet 2"),
        style("ListContinue", "List Continue"),
        style("Verse", "Verse"),
        style("Pull", "Pull Quote"),
        style("TOC1", "toc 1"),
        '<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/></w:style>'
        '<w:style w:type="character" w:styleId="Verb"><w:name w:val="Verbatim Char"/></w:style>'
        '<w:style w:type="table" w:styleId="Grid"><w:name w:val="Light Grid"/>'
        '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr></w:tblStylePr></w:style>',
    )
)

_LEVELS = "".join(
    f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/></w:lvl>'
    for at, form in enumerate(("decimal", "lowerLetter", "bullet"))
)
NUMBERING = (
    f'<w:abstractNum w:abstractNumId="0">{_LEVELS}</w:abstractNum>'
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
    '<w:startOverride w:val="5"/></w:lvlOverride></w:num>'
)


def item(text: str, list_: int = 1, level: int = 0) -> str:
    place = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_}"/></w:numPr>'
    return paragraph(run(text), properties=place)


def cell(text: str, properties: str = "", run_properties: str = "") -> str:
    inner = paragraph(run(text, run_properties)) if text else paragraph()
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def table(*rows: str, properties: str = "") -> str:
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr>{''.join(rows)}</w:tbl>"


def drawing(inner: str, properties: str = "/>", uri: str = "") -> str:
    return (
        f"<w:r><w:drawing><wp:inline><wp:docPr id='1' name='Picture 1' {properties}"
        f"<a:graphic><a:graphicData uri='{uri}'>{inner}</a:graphicData></a:graphic></wp:inline>"
        "</w:drawing></w:r>"
    )


def picture(relationship: str, properties: str = "/>", how: str = "embed") -> str:
    blip = f'<a:blip r:{how}="{relationship}"/>'
    return drawing(f"<pic:pic><pic:blipFill>{blip}</pic:blipFill></pic:pic>", properties)


def field(instruction: str, *result: str) -> str:
    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    return (
        f"{mark('begin')}<w:r><w:instrText>{instruction}</w:instrText></w:r>{mark('separate')}"
        f"{''.join(part if part.startswith('<') else run(part) for part in result)}{mark('end')}"
    )


def passage(number: int, name: str, text: str) -> str:
    start = f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>'
    return f'{start}{run(text)}<w:bookmarkEnd w:id="{number}"/>'


def text_box(inner: str) -> str:
    content = f"<w:txbxContent>{inner}</w:txbxContent>"
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic>'
        f"<a:graphicData><wps:wsp><wps:txbx>{content}</wps:txbx></wps:wsp></a:graphicData>"
        "</a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>"
        f"{content}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def bookmark(name: str) -> str:
    return f'<w:bookmarkStart w:id="1" w:name="{name}"/><w:bookmarkEnd w:id="1"/>'


def note(kind: str, number: int, text: str) -> str:
    inner = paragraph(f"<w:r><w:{kind}Ref/></w:r>", run(f" {text}"))
    return f'<w:{kind} w:id="{number}">{inner}</w:{kind}>'


def call(kind: str, number: int) -> str:
    return f'<w:r><w:{kind}Reference w:id="{number}"/></w:r>'


TITLE = paragraph("The harbour in winter", style="Titel")

STYLED = word(
    TITLE
    + paragraph("Ice, and what it does to ropes", style="Untertitel")
    + paragraph("By Ada Holm", style="Autor")
    + paragraph("The first boats came in at six.")
    + paragraph("Ropes", style="berschrift1")
    + paragraph("A rope freezes from without.")
    + paragraph("Nylon", style="House")
    + paragraph("Le chanvre", style="Titre3")
    + paragraph("By outline level", style="Outlined")
    + paragraph("“It held,” she said.", style="Zitat")
    + paragraph("“Every year.”", style="Zitat")
    + paragraph("It held every year.", style="Pull")
    + paragraph("knot = rope + hand", style="Code")
    + paragraph("cut(knot)", style="Code")
    + paragraph("Ice on the line,", "<w:r><w:br/></w:r>", "light on the pier", style="Verse")
    + paragraph("* * *")
    + paragraph("The last boat stayed out."),
    styles=STYLES,
)

LISTS = word(
    TITLE
    + paragraph("What is needed:")
    + item("rope")
    + item("of hemp", level=1)
    + item("of nylon", level=1)
    + paragraph("which stretches", style="ListContinue")
    + item("a hand")
    + item("five", 3)
    + item("six", 3)
    + paragraph("And then:")
    + item("seven, as it goes on", 1)
    + item("a mark", 2)
    + item("a mark below", 2, 1)
    + paragraph("by the style's name", style="ListBullet2")
    + item("no list at all", 0),
    styles=STYLES,
    numbering=NUMBERING,
)

TABLES = word(
    TITLE
    + paragraph("Table 1. Boats by year", style="Caption")
    + table(
        row(cell("Year"), cell("Boats", '<w:gridSpan w:val="2"/>'), properties="<w:tblHeader/>"),
        row(cell("2023", '<w:vMerge w:val="restart"/>'), cell("in", ""), cell("12")),
        row(cell("", "<w:vMerge/>"), cell("out"), cell("11")),
        row(cell("2024"), properties='<w:gridAfter w:val="2"/>'),
    )
    + paragraph("Between.")
    + table(
        row(cell("Bold", run_properties="<w:b/>"), cell("head", run_properties="<w:b/>")),
        row(cell("plain"), f"<w:tc>{table(row(cell('inner')))}{paragraph()}</w:tc>"),
    )
    + table(
        row(cell("By"), cell("style")),
        row(cell("a"), cell("b")),
        properties='<w:tblStyle w:val="Grid"/><w:tblLook w:val="0020"/>',
    ),
    styles=STYLES,
)

NOTES = word(
    TITLE
    + paragraph("The ice", call("endnote", 2), " came late", call("footnote", 5), ".")
    + paragraph("Again", call("footnote", 5), " and ", call("footnote", 9)),
    styles=STYLES,
    footnotes='<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>'
    + note("footnote", 5, "In March.")
    + note("footnote", 6, "Never called."),
    endnotes=note("endnote", 2, "Sea ice."),
)

_DECORATIVE = '><a:extLst><a:ext><adec:decorative val="1"/></a:ext></a:extLst></wp:docPr>'
PICTURES = word(
    TITLE
    + paragraph(picture("one_png", 'descr="Two boats"/>'))
    + paragraph("Boats at noon. Photo: A. Holm", style="Caption")
    + paragraph("A sign ", picture("one_png", _DECORATIVE), " in the text.")
    + paragraph(picture("far", how="link"))
    + paragraph(picture("drawn_emf"))
    + paragraph(picture("none"))
    + paragraph(
        '<w:r><w:pict><v:shape alt="An old seal"><v:imagedata r:id="two_png"/></v:shape>'
        "</w:pict></w:r>"
    )
    + paragraph(drawing('<c:chart r:id="x"/>', uri="http://schemas.example/chart")),
    styles=STYLES,
    one_png=png(),
    two_png=png(3, 3),
    drawn_emf=b"\x01\0\0\0 no picture that is read",
    targets=(external("far", "image", "http://pictures.example/a.png"),),
)

LINKS = word(
    TITLE
    + paragraph(bookmark("_Ref1"), "Ropes", style="berschrift1")
    + paragraph(
        '<w:hyperlink r:id="web" w:anchor="part">' + run("the ") + run("web", "<w:b/>"),
        "</w:hyperlink>",
        " and ",
        field(' HYPERLINK "mailto:ada@harbour.example" \\o "Write to her" ', "by mail"),
        " and ",
        '<w:hyperlink r:id="evil">' + run("a trap") + "</w:hyperlink>",
        ", ",
        field('HYPERLINK "file:///etc/passwd"', "another"),
    )
    + paragraph(
        "See ",
        field(" REF _Ref1 \\h ", "Ropes"),
        ", ",
        '<w:fldSimple w:instr=" PAGEREF _Ref1 ">' + run("3") + "</w:fldSimple>",
        ", ",
        '<w:hyperlink w:anchor="gone">' + run("what is gone") + "</w:hyperlink>",
        field('XE "rope:frozen"'),
        ".",
    )
    + paragraph("Outer ", field("IF 1 = 1 ", "the ", field("DATE", "third"), " of May"), "."),
    styles=STYLES,
    targets=(
        external("web", "hyperlink", "https://harbour.example/a?b=c&d=e"),
        external("evil", "hyperlink", "java\nscript:alert(1)"),
    ),
)

RUNS = word(
    TITLE
    + paragraph(
        run("bold", "<w:b/>"),
        run(" and both", "<w:b/><w:i/>"),
        run(" and ", ""),
        run("small", "<w:smallCaps/>"),
        run(" struck", "<w:strike/>"),
        run(" under", '<w:u w:val="single"/>'),
        run(" not under", '<w:u w:val="none"/>'),
        run(" H", ""),
        run("2", '<w:vertAlign w:val="subscript"/>'),
        run("O", ""),
        run("3", '<w:vertAlign w:val="superscript"/>'),
        run(" by style", '<w:rStyle w:val="Strong"/>'),
        run(" code", '<w:rStyle w:val="Verb"/>'),
        run(" off", '<w:b w:val="0"/>'),
        "<w:r><w:noBreakHyphen/><w:t>a</w:t><w:softHyphen/><w:t>b</w:t><w:tab/><w:t>c</w:t></w:r>",
        '<w:r><w:br/><w:t>next</w:t><w:br w:type="page"/></w:r>',
        run(" same "),
        '<w:r><w:sym w:font="Symbol" w:char="F061"/></w:r>',
        '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>',
        run("\uf062", '<w:rFonts w:ascii="Symbol"/>'),
        run(" Guten Tag", '<w:lang w:val="de-DE"/>'),
        run(" colour", '<w:lang w:val="en-US"/>'),
    )
    + paragraph(run("שלום", '<w:rtl/><w:lang w:bidi="he-IL"/>'), properties="<w:bidi/>")
    + paragraph(
        "Smart ",
        "<w:smartTag>" + run("tags") + "</w:smartTag>",
        " and ",
        "<w:sdt><w:sdtContent>" + run("controls") + "</w:sdtContent></w:sdt>",
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
        + run("Click here to type")
        + "</w:sdtContent></w:sdt>",
        run("secret", "<w:vanish/>"),
        ".",
    ),
    styles=STYLES,
)

_BY = 'w:id="1" w:author="Ada" w:date="2026-01-01T00:00:00Z"'
CHANGES = word(
    TITLE
    + paragraph(
        "The ",
        f"<w:del {_BY}><w:r><w:delText>old</w:delText></w:r></w:del>",
        f'<w:ins w:id="2" w:author="Bo">{run("new")}</w:ins>',
        " rope.",
    )
    + paragraph("It was cut ", properties=f"<w:rPr><w:del {_BY}/></w:rPr>")
    + paragraph("and tied again.")
    + paragraph(f"<w:moveFrom {_BY}>{run('Moved away.')}</w:moveFrom>", "Stayed.")
    + paragraph(f"<w:moveTo {_BY}>{run('Moved here.')}</w:moveTo>")
    + table(
        row(cell("kept")),
        row(cell("gone"), properties=f"<w:del {_BY}/>"),
    ),
    styles=STYLES,
    comments=f"<w:comment {_BY}>{paragraph('Really?')}</w:comment>",
    header=paragraph("Draft 3"),
)

BOXES = word(
    TITLE
    + paragraph("Before ", text_box(paragraph("In the box.") + item("a mark", 2)), "and after.")
    + paragraph("The end."),
    styles=STYLES,
    numbering=NUMBERING,
)

CONTENTS = word(
    TITLE
    + "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of Contents'/></w:docPartObj>"
    f"</w:sdtPr><w:sdtContent>{paragraph('Contents')}{paragraph('Ropes 3', style='TOC1')}"
    "</w:sdtContent></w:sdt>" + paragraph("Ropes", style="berschrift1") + paragraph("Text."),
    styles=STYLES,
)


def math(inner: str) -> str:
    return f"<m:oMath>{inner}</m:oMath>"


FORMULA = (
    "<m:r><m:t>x=</m:t></m:r><m:f><m:num><m:r><m:t>-b±</m:t></m:r><m:rad><m:radPr>"
    '<m:degHide m:val="1"/></m:radPr><m:deg/><m:e><m:sSup><m:e><m:r><m:t>b</m:t></m:r></m:e>'
    "<m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup><m:r><m:t>-4ac</m:t></m:r></m:e></m:rad>"
    "</m:num><m:den><m:r><m:t>2a</m:t></m:r></m:den></m:f>"
)
FORMULAS = word(
    TITLE
    + paragraph("Where ", math(FORMULA), " holds.")
    + paragraph(f"<m:oMathPara>{math(FORMULA)}</m:oMathPara>"),
    styles=STYLES,
)

UNSTYLED = word(
    paragraph(run("The harbour in winter", '<w:b/><w:sz w:val="40"/>'))
    + paragraph(run("Ice, and what it does to ropes", "<w:i/>"))
    + paragraph("By Ada Holm")
    + paragraph("The first boats came in at six, before the light, and nobody was on the pier.")
    + paragraph(run("Ropes", '<w:b/><w:sz w:val="28"/>'))
    + paragraph("A rope freezes from without, and that is why it holds longer than it seems to.")
    + paragraph(run("Nylon", "<w:b/>"))
    + paragraph("It stretches, they say, and stretches again, until one day it does not any more."),
    styles=STYLES,
)

ENTRIES = word(
    TITLE
    + paragraph(
        "Ropes",
        field('XE "rope:frozen" \\b'),
        field('XE "hawser" \\t "See rope"'),
        field('XE "line" \\t "Siehe auch rope:frozen"'),
        field('XE "cord" \\t "cf. twine"'),
        field('XE "東京" \\y "とうきょう"'),
        field('XE "a\\:b" \\i'),
        field("XE"),
        " freeze.",
    )
    + paragraph(field('XE "ice" \\r winter'), passage(7, "winter", "Ice stays"), " till March.")
    + paragraph(field('XE "thaw" \\r "spring"'), "It thaws then.")
    + '<w:bookmarkStart w:id="9" w:name="spring"/>'
    + paragraph("All of it.")
    + '<w:bookmarkEnd w:id="9"/>',
    styles=STYLES,
)

CASES = {
    "styled": STYLED,
    "lists": LISTS,
    "tables": TABLES,
    "notes": NOTES,
    "pictures": PICTURES,
    "links": LINKS,
    "entries": ENTRIES,
    "runs": RUNS,
    "changes": CHANGES,
    "boxes": BOXES,
    "contents": CONTENTS,
    "formulas": FORMULAS,
    "unstyled": UNSTYLED,
}
