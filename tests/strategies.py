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
