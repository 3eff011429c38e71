"""Characters of symbol fonts, whose codes say nothing without the font (ECMA-376-1, 17.3.3.30).

Symbol follows the table that Unicode publishes for Adobe's font of that name; of Wingdings, what
articles use: bullets, arrows, ticks, numbers in circles.
"""

_SYMBOL = (
    dict(
        enumerate(
            " !∀#∃%&∋()∗+,−./0123456789:;<=>?"
            "≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_"
            "‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼",
            start=0x20,
        )
    )
    | dict(
        enumerate(
            "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊⟨®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪",
            start=0xA0,
        )
    )
    | dict(enumerate("⟩∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭", start=0xF1))
)

_WINGDINGS = (
    {0x20: " ", 0x22: "✂", 0x28: "☎", 0x2A: "✉", 0x36: "⌛", 0x4A: "☺", 0x4C: "☹"}
    | {0x45: "☜", 0x46: "☞", 0x47: "☝", 0x48: "☟", 0x52: "☼", 0x54: "❄", 0x58: "✠"}
    | {0x59: "✡", 0x5A: "☪", 0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x72: "❒"}
    | {0x74: "⧫", 0x75: "◆", 0x76: "❖", 0x9E: "·", 0x9F: "•", 0xA7: "▪", 0xA8: "◻"}
    | {0xAB: "★", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE8: "➔"}
    | {0xEF: "⇦", 0xF0: "⇨", 0xF1: "⇧", 0xF2: "⇩", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑"}
    | dict(enumerate("⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿", start=0x80))
)
_WINGDINGS_2 = {
    0x20: " ",
    0x4F: "✗",
    0x50: "✓",
    0x52: "☑",
    0x54: "☒",
    0x97: "●",
    0xA2: "■",
    0xA3: "□",
}

_FONTS = {"symbol": _SYMBOL, "wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2}

_PRIVATE = range(0xF000, 0xF100)
"""Where Windows puts the codes of such fonts among Unicode's."""


def is_symbol_font(font: str | None) -> bool:
    """Whether the codes of a font's characters are its own."""
    return bool(font) and str(font).casefold() in _FONTS


def symbol(font: str | None, code: int) -> str | None:
    """The Unicode character for a code in a symbol font; None where it is not known.

    In another font, the code is Unicode's own, unless it is a private one.
    """
    table = _FONTS.get((font or "").casefold())
    if table is not None:
        return table.get(code - _PRIVATE.start if code in _PRIVATE else code)
    if 0xE000 <= code <= 0xF8FF or code > 0x10FFFF or 0xD800 <= code < 0xE000 or code < 0x20:
        return None
    return chr(code)
