"""The likeliest of the older encodings, where bytes prove none.

charset-normalizer finds which encodings give text at all; encodings that share most of their
letters (Windows-1250, Windows-1252, ISO-8859-2) are told by the language that the words show, and
by whether its alphabet has the letters.
"""

import codecs
import functools
import tomllib
from importlib import resources

from publisher.sources.language import detect_language
from publisher.sources.reading import Choice

# What newsrooms' files are in, the commoner first.
_ENCODINGS = (
    *("cp1252", "cp1250", "cp1251", "iso8859_2", "iso8859_15", "shift_jis", "cp932", "gb18030"),
    *("big5", "euc_jp", "euc_kr", "cp949", "koi8_r", "koi8_u", "cp1253", "cp1254", "cp1255"),
    *("cp1256", "cp1257", "cp1258", "iso8859_5", "iso8859_7", "iso8859_8", "iso8859_6"),
    *("iso8859_9", "iso8859_13", "mac_roman", "mac_cyrillic", "cp850", "cp852", "cp866", "tis_620"),
)

_NEAR = 0.15
"""How much more chaos, of 1, another encoding may show than the best and be looked at."""

_MARKS = frozenset("“”„‘’‚«»‹›–—…€£§°·•©®™±×½¼¾²³ªº¿¡№†‡‰\u00a0\u00ad")
"""What the texts of every language may hold beside letters."""


def likeliest(data: bytes) -> Choice | None:
    """The likeliest encoding of `data`, which is none of Unicode's; None where none gives text."""
    # Only a source that is not UTF-8 needs it.
    from charset_normalizer import from_bytes

    found = list(from_bytes(data, cp_isolation=list(_ENCODINGS)))
    if not found:
        return None
    least = min(match.chaos for match in found)
    near = [match for match in found if match.chaos <= least + _NEAR]
    fits = {match.encoding: _fit(str(match)) for match in near}
    best = min(near, key=lambda m: (-fits[m.encoding], m.chaos, _ENCODINGS.index(m.encoding)))
    confidence = min(0.95, fits[best.encoding] * (1 - best.chaos))
    alike = [name for name in _ENCODINGS if name in best.could_be_from_charset]
    name = codecs.lookup(alike[0] if alike else best.encoding).name
    return Choice(name, "likeliest", round(confidence, 2))


def _fit(text: str) -> float:
    """The share of the characters beyond ASCII that the language of `text` writes, to 2 digits."""
    foreign = [letter for letter in text.lower() if letter > "\x7f"]
    alphabet = _alphabets().get(detect_language(text).value.split("-")[0])
    if alphabet is None or not foreign:
        return 0.9 if all(map(str.isprintable, foreign)) else 0.5
    own = sum(letter in alphabet or letter in _MARKS for letter in foreign)
    return round(own / len(foreign), 2)


@functools.cache
def _alphabets() -> dict[str, frozenset[str]]:
    data = resources.files("publisher.sources.plain_text") / "alphabets.toml"
    rows: dict[str, str] = tomllib.loads(data.read_text(encoding="utf-8"))
    return {language: frozenset(letters) for language, letters in rows.items()}
