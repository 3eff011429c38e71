"""A publication as a PDF: WeasyPrint sets the pages, a finishing pass makes the file whole."""

from publisher.backends.pdf.render import PrintRun, lay_out_pdf, render_pdf

__all__ = ["PrintRun", "lay_out_pdf", "render_pdf"]
