"""Word documents (.docx, .docm; Office Open XML, ECMA-376 and ISO/IEC 29500, strict also).

Input: the archive's bytes. Output: a document, its pictures, the role of each paragraph with the
rule that gave it, and what was left out. Nothing of the file is run, fetched or written to disk.
"""

from publisher.sources.docx.reader import read

__all__ = ["read"]
