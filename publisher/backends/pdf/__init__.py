"""A publication as a PDF: WeasyPrint sets the pages, a finishing pass makes the file whole."""

from publisher.backends.pdf.render import render_pdf

__all__ = ["render_pdf"]
