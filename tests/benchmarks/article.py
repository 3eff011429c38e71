"""The article that everything is measured on: endless different ones, and the peers' markup."""

import re
import shutil
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import msgspec

_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")


class Article(msgspec.Struct, frozen=True):
    """An article as plain text gives it: two lines, a blank one, then a line a paragraph."""

    headline: str
    standfirst: str
    paragraphs: tuple[str, ...]

    @property
    def text(self) -> str:
        """The plain text, as publisher reads it."""
        return "\n".join((self.headline, self.standfirst, "", *self.paragraphs, ""))

    @property
    def markdown(self) -> str:
        """The same for pandoc, with every mark escaped."""
        body = "\n\n".join(map(_escaped, self.paragraphs))
        return f"% {_escaped(self.headline)}\n\n**{_escaped(self.standfirst)}**\n\n{body}\n"

    @property
    def typst(self) -> str:
        """The same for typst, set as publisher's own theme sets it in the large."""
        body = "\n\n".join(map(_escaped, self.paragraphs))
        return (
            f"#set document(title: [{_escaped(self.headline)}])\n"
            '#set page("a4", margin: (left: 62mm, right: 26mm, top: 30mm, bottom: 24mm))\n'
            '#set text(lang: "en", font: "Source Serif 4", size: 11pt, hyphenate: true)\n'
            "#set par(justify: true, first-line-indent: 1em)\n"
            f"= {_escaped(self.headline)}\n\n*{_escaped(self.standfirst)}*\n\n{body}\n"
        )


def read_article(text: str) -> Article:
    """The article in a text of the form that `Article` describes."""
    headline, standfirst, _, *paragraphs = text.splitlines()
    return Article(headline, standfirst, tuple(paragraphs))


def variant(article: Article, number: int) -> Article:
    """Another article of the same length, so that no cache knows it: renamed and rearranged."""
    turn = number % len(article.paragraphs)
    return Article(
        headline=f"{article.headline} {number:04}",
        standfirst=article.standfirst,
        paragraphs=article.paragraphs[turn:] + article.paragraphs[:turn],
    )


def written_variants(source: Path, folder: Path) -> Iterator[Path]:
    """Variants of the article at `source` without end, each in a file of its own in `folder`.

    The file that describes the source, if there is one, goes with each.
    """
    article = read_article(source.read_text(encoding="utf-8"))
    described = source.with_suffix(".toml")
    for number in count(1):
        path = folder / f"article-{number:04}.txt"
        path.write_text(variant(article, number).text, encoding="utf-8")
        if described.is_file():
            shutil.copy(described, path.with_suffix(".toml"))
        yield path


def _escaped(text: str) -> str:
    """`text` with a backslash before each mark of ASCII: both pandoc and typst take that."""
    return _PUNCTUATION.sub(r"\\\1", text)
