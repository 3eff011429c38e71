"""Presentation MathML: what of it a book may hold (MathML 3, chapter 3; EPUB 3.3, 6.1.4.1)."""

MATHML = "http://www.w3.org/1998/Math/MathML"

ELEMENTS = frozenset(
    """
    math mrow mi mn mo mtext mspace ms mfrac msqrt mroot mstyle merror mpadded mphantom menclose
    mfenced msub msup msubsup munder mover munderover mmultiscripts mprescripts none mtable mtr mtd
    """.split()
)
ATTRIBUTES = frozenset(
    """
    accent accentunder bevelled close columnalign columnlines columnspacing columnspan depth dir
    displaystyle fence form frame height largeop linethickness lspace mathvariant maxsize minsize
    movablelimits notation open rowalign rowlines rowspacing rowspan rspace scriptlevel separator
    separators stretchy symmetric voffset width
    """.split()
)
"""Less what acts, leads elsewhere or only looks."""
