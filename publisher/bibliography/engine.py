"""A style at work: citeproc-py's elements over one style and locale, and one set of references.

What citeproc-py's own front end does besides is left out: its schema warnings, its search for
files, its HTML.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import citeproc
import msgspec
from citeproc import model
from citeproc.source import VariableError
from citeproc.string import join
from lxml import etree

from publisher.bibliography import marks
from publisher.bibliography.elements import CLASSES
from publisher.bibliography.item import History, Item, Locator, citeproc_reference
from publisher.bibliography.reference import Reference
from publisher.bibliography.styles import Style, style_parser

_CSL = "{http://purl.org/net/xbiblio/csl}"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_FALLBACK = "en-US"

FAULTS = (
    *(ArithmeticError, AssertionError, AttributeError, LookupError, NameError, RecursionError),
    *(TypeError, ValueError, VariableError, etree.XPathError, model.ConditionFailed),
)
"""What citeproc-py raises where a style or a reference is not as it expects."""


class _Formatter:
    """The formats as marks, by the names that citeproc-py knows them by."""

    preformat = staticmethod(str)

    @staticmethod
    def _format(mark: str) -> Any:
        return staticmethod(lambda text: text if text is None else marks.wrap(mark, str(text)))

    Italic = Oblique = _format(marks.ITALIC)
    Bold = _format(marks.BOLD)
    Light = staticmethod(str)
    Underline = _format(marks.UNDERLINE)
    Superscript = _format(marks.SUPERSCRIPT)
    Subscript = _format(marks.SUBSCRIPT)
    SmallCaps = _format(marks.SMALL_CAPS)


class Line(msgspec.Struct, frozen=True):
    """An entry of a bibliography, marked: what stands before it ("[1]"), and the entry.

    Without text, `fault` says what went wrong, if anything did.
    """

    key: str
    label: str
    text: str
    fault: str = ""


class Engine:
    """Sets citations in the order of the text; the works that are cited are known beforehand."""

    def __init__(
        self, style: Style, locale: str, language: str, references: Mapping[str, Reference]
    ) -> None:
        """`locale` is one of citeproc-py's ("de-DE"), `language` a BCP 47 tag for titles."""
        self._root = _parsed(etree.fromstring, style.data)
        self._locales = list(_locales(self._root, locale))
        # lxml forgets what is set on elements that nothing holds.
        self._held = [each for root in (self._root, *self._locales) for each in root.iter()]
        root = self._root
        root.locales = self._locales
        root.formatter = _Formatter
        root.macros = {macro.get("name"): macro for macro in root.iterfind(f"{_CSL}macro")}
        root.tongue = language.partition("-")[0].lower()
        for each in self._locales:
            each.style = root
            each.tongue = root.tongue
        for names in list(root.iter(f"{_CSL}names")):
            # Names without anything in them that stand in for others are set as these are.
            stands_in = not len(names) and next(names.iterancestors(names.tag), None) is not None
            if names.find(f"{_CSL}name") is None and not stands_in:
                names.insert(0, names.makeelement(f"{_CSL}name"))
                self._held.append(names[0])
        self._citation = root.find(f"{_CSL}citation")
        self._layout = self._citation.find(f"{_CSL}layout")
        self._bibliography = root.find(f"{_CSL}bibliography")
        self._history = History()
        self._references = {
            key: citeproc_reference(each, language) for key, each in references.items()
        }
        self._numbers = {key: number for number, key in enumerate(references, start=1)}
        self._letters: dict[str, str] = {}
        self._done: dict[tuple[str, Locator | None, frozenset[str]], str] = {}
        self.order = self._sorted()
        self._numbers = {key: number for number, key in enumerate(self.order, start=1)}
        self._tell_apart()

    @property
    def hanging(self) -> bool:
        """Whether entries have all their lines but the first set in."""
        section = self._bibliography
        return section is not None and section.get("hanging-indent") == "true"

    def _item(self, key: str, **known: Any) -> Item:
        reference = self._references[key]
        return Item(
            key, reference, number=self._numbers[key], letter=self._letters.get(key, ""), **known
        )

    def _sorted(self) -> tuple[str, ...]:
        """The keys in the order of the bibliography; without one, in that of the text."""
        keys = list(self._references)
        sort = None if self._bibliography is None else self._bibliography.find(f"{_CSL}sort")
        if sort is None:
            return tuple(keys)
        layout = self._bibliography.find(f"{_CSL}layout")
        try:
            return tuple(item.key for item in sort.sort([self._item(key) for key in keys], layout))
        except FAULTS:
            return tuple(keys)

    def _tell_apart(self) -> None:
        """Letters behind the years of works whose citations would read the same."""
        if self._citation.get("disambiguate-add-year-suffix") != "true":
            return
        explicit = self._root.find(f".//{_CSL}text[@variable='year-suffix']") is not None
        alike: dict[str, list[str]] = {}
        for key in self.order:
            if "issued" in self._references[key]:
                words = self._rendered(self._item(key, positions=frozenset(("first",))))
                alike.setdefault(marks.unmarked(words), []).append(key)
        for keys in alike.values():
            for at, key in enumerate(keys if len(keys) > 1 else ()):
                if explicit:
                    self._references[key]["year_suffix"] = _letters(at)
                else:
                    self._letters[key] = _letters(at)

    def _rendered(self, item: Item) -> str:
        self._layout.repressed = {}
        try:
            return str(self._layout.render_children(item) or "")
        except FAULTS:
            return ""

    def cite(self, note: int, key: str, locator: Locator | None) -> str:
        """What the cluster `note` says of one work, marked; empty where the style has nothing."""
        positions = self._history.positions(note, key, locator)
        asked = (key, locator, positions)
        if asked not in self._done:
            self._done[asked] = self._rendered(
                self._item(key, locator=locator, positions=positions)
            )
        return self._done[asked]

    def in_order(self, keys: Sequence[str]) -> list[int]:
        """The order in which a style sets the works of one cluster, as indices of `keys`."""
        sort = self._citation.find(f"{_CSL}sort")
        if sort is None or len(keys) < 2:
            return list(range(len(keys)))
        items = [self._item(key) for key in keys]
        try:
            return [items.index(item) for item in sort.sort(items, self._layout)]
        except FAULTS:
            return list(range(len(keys)))

    def cluster(self, works: Sequence[str]) -> str:
        """The works of a citation with what the style sets around and between them."""
        text = str(join(list(works), self._layout.get("delimiter", "")))
        try:
            return self._punctuated(str(self._layout.format(self._layout.wrap(text))))
        except FAULTS:
            return text

    def _punctuated(self, text: str) -> str:
        inside = self._layout.get_locale_option("punctuation-in-quote") or ""
        return marks.punctuated(text, inside_quotes=inside.lower() == "true")

    def entries(self) -> Iterator[Line]:
        """The entries of the bibliography in order, none where the style has no bibliography."""
        if self._bibliography is None:
            return
        layout = self._bibliography.find(f"{_CSL}layout")
        substitute = self._bibliography.get("subsequent-author-substitute")
        before = ""
        for key in self.order:
            layout.repressed = {}
            fault = ""
            try:
                label, text = self._entry(layout, self._item(key))
            except FAULTS as failure:
                label, text, fault = "", "", str(failure)[:80] or type(failure).__name__
            author = marks.author(text)
            if substitute is not None and author and author == before:
                text = text.replace(author, substitute, 1)
            before = author
            yield Line(key, label, text, fault)

    def _entry(self, layout: Any, item: Item) -> tuple[str, str]:
        parts: list[tuple[Any, str]] = []
        for child in layout.iterchildren():
            try:
                text = child.render(item)
            except VariableError:
                continue
            if text:
                parts.append((child, str(text)))
        label = ""
        aligned = self._bibliography.get("second-field-align")
        if parts and (aligned or parts[0][0].get("display") == "left-margin"):
            label = parts.pop(0)[1]
        words = (" " * bool(child.get("display")) + text for child, text in parts)
        text = str(join(list(words), layout.get("delimiter", ""))).strip()
        return label.strip(), self._punctuated(str(layout.format(layout.wrap(text)) or ""))

    def term(self, name: str, default: str) -> str:
        """A word of the locale."""
        return str(self._layout.get_single_term(name=name) or default)

    def labels(self) -> dict[str, str]:
        """Words and abbreviations for parts of a work, in lower case, each with CSL's name."""
        found: dict[str, str] = {}
        for locale in reversed(self._locales):
            for term in locale.iter(f"{_CSL}term"):
                if (name := term.get("name")) in LOCATORS:
                    words = [term.text, *(each.text for each in term)]
                    for word in filter(None, map(str.strip, filter(None, words))):
                        found[word.lower().rstrip(".")] = str(name)
        return found


LOCATORS = frozenset(
    """
    act appendix article article-locator book canon chapter column elocation equation figure folio
    issue line note opus page paragraph part rule scene section sub-verbo supplement table
    timestamp title title-locator verse version volume
    """.split()
)
"""CSL's names of parts of a work (1.0.2, appendix II), as citations may give them."""


def _letters(at: int) -> str:
    """a to z, then aa to az and so on."""
    more, letter = divmod(at, 26)
    return (_letters(more - 1) if more else "") + "abcdefghijklmnopqrstuvwxyz"[letter]


def _parsed(parse: Any, source: Any) -> Any:
    """The root of a style or locale, its elements of `CLASSES`."""
    parser = style_parser()
    lookup = etree.ElementNamespaceClassLookup()
    namespace = lookup.get_namespace(_CSL.strip("{}"))
    namespace[None] = model.CitationStylesElement
    namespace.update(CLASSES)
    parser.set_element_class_lookup(lookup)
    return parse(source, parser)


def _locales(root: Any, locale: str) -> Iterator[Any]:
    """Where words are looked for, in order (CSL 1.0.2, Locale): the style, then citeproc-py's."""
    language = locale.partition("-")[0]
    for wanted in dict.fromkeys((locale, language, None)):
        for each in root.iterfind(f"{_CSL}locale"):
            if each.get(_LANGUAGE) == wanted:
                yield each
    primary = citeproc.PRIMARY_DIALECTS.get(language)
    for name in dict.fromkeys(filter(None, (locale, primary, _FALLBACK))):
        path = Path(citeproc.LOCALES_PATH, f"locales-{name}.xml")
        if path.is_file():
            yield _parsed(etree.parse, str(path)).getroot()
