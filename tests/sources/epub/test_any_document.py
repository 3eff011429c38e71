"""Any document comes back from its EPUB as it was, less what `CANNOT_COME_BACK` names."""

from hypothesis import HealthCheck, given, settings

from publisher.assets import Source
from publisher.backends.epub.item import Item
from publisher.configuration.metadata import Metadata
from publisher.document.document import Document
from publisher.layouts import load_theme
from publisher.publication import assemble_article
from publisher.publication.openings import mark_part
from publisher.sources import read
from publisher.terms import terms_for
from tests.conftest import ROOT
from tests.sources.epub.books import epub, package
from tests.sources.epub.documents import DOCUMENTS
from tests.sources.epub.plainer import Side, ids_of


def bound(document: Document) -> Source:
    """The document as the content document of an EPUB that is ours."""
    publication = assemble_article(document, Metadata(), epoch=None)
    (part,) = publication.parts
    page = load_theme("article", ROOT).render(
        "epub/part.xhtml.j2",
        publication=publication,
        part=mark_part(part),
        terms=terms_for(document.meta.language),
        size="short",
    )
    item = Item("text/article.xhtml", page.encode())
    opf = package([item.name]).replace(
        "<dc:language>en<", f"<dc:language>{document.meta.language}<"
    )
    return epub({"OPS/book.opf": opf, f"OPS/{item.name}": item.data})


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(DOCUMENTS)
def test_any_document_comes_back(document: Document) -> None:
    back = read(bound(document), Metadata()).document
    side = Side(ids_of(document), {}, {}, set())
    assert side.document(back) == side.document(document)
