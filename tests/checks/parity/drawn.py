"""PDFs made by hand, as other programs tag them, and as nobody should."""

import io
from collections.abc import Mapping, Sequence
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from publisher.assets import Source


class Drawing:
    """A PDF of pages with lines of text; `mark` gives each line the number of its marked content.

    Structure is made with `element`, whose kids are elements and numbers of marks.
    """

    def __init__(self, *pages: Sequence[str]) -> None:
        self.pdf = pikepdf.new()
        font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
        for lines in pages:
            page = self.pdf.add_blank_page(page_size=(300, 400))
            page.Contents = self.pdf.make_stream(_content(lines))
            page.Resources = Dictionary(Font=Dictionary(F=self.pdf.make_indirect(font)))

    def element(self, role: str, *kids: object, page: int = 0, **more: object) -> pikepdf.Object:
        """An element of structure; `more` are its other entries, such as Alt."""
        known: dict[str, Any] = {
            name: String(each) if isinstance(each, str) else each for name, each in more.items()
        }
        element = Dictionary(
            Type=Name.StructElem,
            S=Name(f"/{role}"),
            Pg=self.pdf.pages[page].obj,
            K=Array(list(kids)),
            **known,
        )
        return self.pdf.make_indirect(element)

    def mark(self, number: int, page: int) -> Dictionary:
        """Marked content of another page than the element's."""
        return Dictionary(Type=Name.MCR, Pg=self.pdf.pages[page].obj, MCID=number)

    def source(self, *kids: object, roles: Mapping[str, str] | None = None) -> Source:
        """The file, with a structure of these elements."""
        root = Dictionary(Type=Name.StructTreeRoot, K=Array(list(kids)))
        if roles:
            root.RoleMap = Dictionary({f"/{each}": Name(f"/{to}") for each, to in roles.items()})
        self.pdf.Root.StructTreeRoot = self.pdf.make_indirect(root)
        self.pdf.Root.Lang = String("en")
        with self.pdf.open_metadata(set_pikepdf_as_editor=False) as metadata:
            metadata["dc:title"] = "A book"
            metadata["dc:identifier"] = "urn:example:book"
        return Source("drawn.pdf", self.data())

    def data(self) -> bytes:
        target = io.BytesIO()
        self.pdf.save(target)
        return target.getvalue()


def _content(lines: Sequence[str]) -> bytes:
    shown = (
        f"/Span <</MCID {number}>> BDC BT /F 10 Tf 20 {360 - 14 * number} Td ({line}) Tj ET EMC"
        for number, line in enumerate(lines)
    )
    return "\n".join(shown).encode("latin-1")
