"""A PDF to what a reader gets out of it: structure by pikepdf, characters by PDFium."""

from publisher.checks.parity.pdf.reader import read_pdf
from publisher.checks.parity.pdf.worker import read_apart

__all__ = ["read_apart", "read_pdf"]
