"""A publishing toolchain: articles in, EPUBs and print-ready PDFs out."""

__version__ = "0.1.0"
