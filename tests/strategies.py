"""What hypothesis makes up: plain texts as people and broken programs write them."""

from hypothesis import strategies as st

# Letters of several scripts, marks, white space of every kind, controls and separators.
_CHARACTERS = st.one_of(
    st.sampled_from(" \t\n\r\u00a0\u2003\u200b\u2028\u2029\u3000\ufeff\x0b\x0c\x1f\x85"),
    st.sampled_from("“”‘’„‚»«\"'–—-…."),
    st.characters(exclude_categories=["Cs"], exclude_characters="\0"),
)

texts = st.text(_CHARACTERS, max_size=200)
"""Any text without NUL, which is no text."""

line = st.text(
    st.characters(categories=["L", "M", "N", "P", "S", "Zs"], max_codepoint=0x2FFF), max_size=80
)
"""One line without controls."""

_LINES = st.sampled_from(
    [
        *("", "", "", " ", "\t"),
        *("A headline of some words", "BRUSSELS (AFP) — It began.", "Paris, le 3 mai –"),
        *("By Ann Lee", "Von Jörg Meier, Berlin", "3 May 2024", "Updated 4 May 2024"),
        "A paragraph that ends with a mark, and is long enough to be one of several in a text.",
        "A line that was broken before its end, with a hy-",
        *("phen, and goes on in a small letter.", "A sub-heading", "A sub-heading too", "====="),
        *("- an item", "• another", "  – a deeper one", "1. first", "2) second", "a. letter"),
        *("> quoted", ">> twice", "    set off", "* * *", "—", "-30-", "| a | b |", "|---|---|"),
        *("Name   Share", "One    10,5", "Two     9,0", "left\tright", "photo.jpg — A caption"),
        *("[Image: a.png]", "Photo: Bo Ek", "Correction: it was not so.", "www.example.org/a."),
        *("Rosen sind rot,", "Veilchen sind blau", "مرحبا بالعالم", "日本語の文章です。", "שלום"),
    ]
)

articles = st.lists(_LINES, min_size=1, max_size=24).map("\n".join)
"""Texts of lines that look like something."""
