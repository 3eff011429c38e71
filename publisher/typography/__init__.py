"""What a language tag changes in the text: marks in pairs, dashes, spaces that must not break.

Input: a document. Output: the document as it is to be set, every change recorded with its place
in the source, and findings. Code and addresses are never touched.
"""

from publisher.typography.typeset import Mode, Typeset, typeset

__all__ = ["Mode", "Typeset", "typeset"]
