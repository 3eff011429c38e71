"""Inline and block rules beyond CommonMark, in the form of markdown-it's own."""
