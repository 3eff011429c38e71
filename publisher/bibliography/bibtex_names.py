"""Lists of names in .bib files: "Last, First and van Last, Jr, First and {An Institution}"."""

import re

from bibtexparser.middlewares.names import (
    InvalidNameError,
    parse_single_name_into_parts,
    split_multiple_persons_names,
)

from publisher.bibliography.csl import FieldError
from publisher.bibliography.reference import MOST_NAMES, Name
from publisher.bibliography.tex import text_of

_EXTENDED = re.compile(r"\s*(family|given|prefix|suffix|useprefix)(?:-i)?\s*=\s*", re.IGNORECASE)


def names_of(written: str) -> tuple[Name, ...]:
    """The names of a list in order; "and others" at its end is left out.

    Raises FieldError for more than `MOST_NAMES`, TexError for one that cannot be read.
    """
    if not written.strip():
        return ()
    names = [name for name in split_multiple_persons_names(written) if name.strip()]
    if len(names) > MOST_NAMES:
        raise FieldError(f"it has more than {MOST_NAMES} names")
    if len(names) > 1 and names[-1].strip() == "others":
        names.pop()
    return tuple(found for name in names if (found := _name(name.strip())) != Name())


def _name(written: str) -> Name:
    if written.startswith("{") and written.find("}") == len(written) - 1:
        return Name(literal=text_of(written[1:-1]))
    if _EXTENDED.match(written):
        return _extended(written)
    try:
        parts = parse_single_name_into_parts(written)
    except InvalidNameError:
        return Name(literal=text_of(written))
    first, von, last, junior = (
        text_of(" ".join(words)) for words in (parts.first, parts.von, parts.last, parts.jr)
    )
    if not last:
        return Name(literal=" ".join(filter(None, (first, von, junior))))
    return Name(family=last, given=first, dropping=von, suffix=junior)


def _extended(written: str) -> Name:
    """A name as BibLaTeX writes it with its parts named: "family=Beethoven, given=Ludwig…"."""
    parts: dict[str, str] = {}
    for piece in re.split(r",(?![^{]*\})", written):
        if found := _EXTENDED.match(piece):
            parts.setdefault(found[1].lower(), text_of(piece[found.end() :].strip(' "')))
    if not parts.get("family"):
        return Name(literal=parts.get("given", ""))
    prefix = "particle" if parts.get("useprefix", "").lower() == "true" else "dropping"
    return Name(
        family=parts["family"],
        given=parts.get("given", ""),
        suffix=parts.get("suffix", ""),
        **{prefix: parts.get("prefix", "")},
    )
