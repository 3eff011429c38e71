"""The finishing pass: one walk over the set pages with pikepdf.

It makes what WeasyPrint leaves open: page labels, tab order, metadata in step, and a compact file
whose bytes are the same on each machine.
"""

import io
import re
from collections.abc import Collection, Iterator

import pikepdf

from publisher.backends.pdf.folios import page_labels
from publisher.backends.pdf.tags import mend_tags
from publisher.publication import Publication

_PRISM = "http://prismstandard.org/namespaces/basic/3.0/"


def finish(
    pages: bytes, publication: Publication, *, formulas: Collection[str] = (), roman: int = 0
) -> bytes:
    """The PDF in `pages`, finished; `formulas` holds the words that stand for its formulas.

    The first `roman` pages are counted in Roman numerals, those after them from 1.

    Compression is qpdf's own zlib, as it comes with pikepdf's wheel, and the file identifier a
    digest of the content (ISO 32000-1, 14.4), so that equal pages give equal bytes.
    """
    with pikepdf.open(io.BytesIO(pages)) as pdf:
        pdf.Root.PageLabels = page_labels(roman)
        for page in pdf.pages:
            page.obj.Tabs = pikepdf.Name.S  # tab order by structure (ISO 14289-1, 7.18.3)
        mend_tags(pdf, formulas)
        _mend_fonts(pdf)
        _write_metadata(pdf, publication)
        return _saved(pdf)


def _mend_fonts(pdf: pikepdf.Pdf) -> None:
    """Names and character maps of the fonts, as readers expect them."""
    for found in pdf.objects:
        if not isinstance(found, pikepdf.Dictionary):
            continue
        for key in ("/BaseFont", "/FontName"):
            # Pango ends the name of a family that ends in a number with a comma.
            if key in found and str(found[key]).endswith(","):
                found[key] = pikepdf.Name(str(found[key]).rstrip(","))
        if "/ToUnicode" in found:
            found.ToUnicode.write(_with_plainer(found.ToUnicode.read_bytes()))


# Characters that most fonts draw with the glyph of a plainer one: the no-break space as the space,
# the other hyphens as hyphen-minus.
_PLAINER = {"00a0": "0020", "2010": "002d", "2011": "002d", "00ad": "002d"}
_MAPPING = re.compile(rb"<([0-9a-fA-F]+)> <([0-9a-fA-F]{4})>")


def _with_plainer(mapping: bytes) -> bytes:
    """A font's ToUnicode map in which a shared glyph stands for the plainer of its characters.

    The map has one text a glyph (ISO 32000-1, 9.10.3), and WeasyPrint writes there the character
    that it met first: after a no-break space, every space would be one.
    """
    taken = {text.lower() for _, text in _MAPPING.findall(mapping)}

    def replaced(found: re.Match[bytes]) -> bytes:
        plainer = _PLAINER.get(found[2].decode().lower(), "").encode()
        if not plainer or plainer in taken:  # the plainer one has a glyph of its own
            return found[0]
        return b"<%b> <%b>" % (found[1], plainer)

    return _MAPPING.sub(replaced, mapping)


def _write_metadata(pdf: pikepdf.Pdf, publication: Publication) -> None:
    moment = publication.modified
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=True) as metadata:
        metadata.register_xml_namespace(_PRISM, "prism")
        metadata["dc:identifier"] = publication.identifier
        metadata["dc:language"] = {publication.language}
        if publication.publisher:
            metadata["dc:publisher"] = {publication.publisher}
        if publication.rights:
            metadata["dc:rights"] = publication.rights
            metadata["xmpRights:Marked"] = "True"
        if publication.licence:
            metadata["xmpRights:WebStatement"] = publication.licence
        for name, value in _prism(publication):
            metadata[name] = value
        metadata["xmp:CreateDate"] = metadata["xmp:ModifyDate"] = moment
    stamp = (
        f"D:{moment[:4]}{moment[5:7]}{moment[8:10]}{moment[11:13]}{moment[14:16]}{moment[17:19]}Z"
    )
    pdf.docinfo["/CreationDate"] = pdf.docinfo["/ModDate"] = stamp


def _prism(publication: Publication) -> Iterator[tuple[str, str]]:
    """What a periodical or a numbered book says in terms of its own (PRISM Basic Metadata 3.0)."""
    periodical = publication.periodical
    rows = [
        ("isbn", publication.isbn.pdf),
        ("doi", publication.doi),
        ("edition", publication.edition),
    ]
    if periodical:
        rows += [
            ("publicationName", periodical.name),
            ("volume", periodical.volume),
            ("number", periodical.number),
            ("coverDisplayDate", periodical.season),
            ("coverDate", publication.date),
            ("issn", periodical.issn),
        ]
    yield from ((f"prism:{name}", value) for name, value in rows if value)


def _saved(pdf: pikepdf.Pdf) -> bytes:
    target = io.BytesIO()
    pdf.save(
        target,
        deterministic_id=True,
        compress_streams=True,
        recompress_flate=True,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
    )
    return target.getvalue()
