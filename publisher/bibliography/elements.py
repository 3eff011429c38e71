"""The elements of CSL as citeproc-py renders them, with what it lacks or gets wrong put right.

Each class names what it changes. lxml makes them of a style's elements (`CLASSES`), so that
nothing of citeproc-py itself is altered.
"""

import re
import unicodedata
from typing import Any

from citeproc import model
from citeproc.source import LiteralDate, VariableError
from lxml import etree

from publisher.bibliography.casing import cased
from publisher.bibliography.item import Item
from publisher.bibliography.marks import AUTHOR, unmarked, wrap

_LAST_LETTERS = {
    **dict.fromkeys(("sv", "fi"), "åäö"),
    **dict.fromkeys(("da", "nb", "nn", "no"), "æøå"),
}
"""Letters that stand behind z in a language, in their order."""


_NUMERIC = re.compile(
    r"[^\W\d_]{0,9}\d+[^\W\d_]{0,9}(?:\s*[,&–-]\s*[^\W\d_]{0,9}\d+[^\W\d_]{0,9})*"
)
"""Numbers with letters around them, several by commas and hyphens (CSL 1.0.2, Choose)."""


class _Cased:
    """Text case on marked text; citeproc-py takes words apart at each change of format."""

    def case(self, text: Any, language: str | None = None) -> Any:
        case = self.get("text-case")  # type: ignore[attr-defined]
        spoken = language or self.get_root().tongue  # type: ignore[attr-defined]
        if text is None or case is None or (case == "title" and spoken != "en"):
            return text
        return cased(str(text), case)


class _Counted:
    """Each variable that is asked for, and each that is there, is noted at the item."""

    def render(self, item: Item, *args: Any, **kwargs: Any) -> Any:
        variable = self.get("variable")  # type: ignore[attr-defined]
        if variable is None or variable == "year-suffix":
            return super().render(item, *args, **kwargs)  # type: ignore[misc]
        item.asked += 1
        if text := super().render(item, *args, **kwargs):  # type: ignore[misc]
            item.shown.append((self.tag, variable))  # type: ignore[attr-defined]
        return text


class _Macros:
    """Macros by a table of the style; citeproc-py searches the tree for each call."""

    def get_macro(self, name: str) -> Any:
        return self.get_root().macros[name]  # type: ignore[attr-defined]


class Text(_Counted, _Cased, _Macros, model.Text):  # type: ignore[misc] # no types
    """Case, macros."""


class Number(_Counted, _Cased, model.Number):  # type: ignore[misc]
    """Case; variables with a hyphen ("collection-number"); no Roman numerals of large numbers."""

    def format_number(self, number: Any) -> str:
        if self.get("form") == "roman" and not re.fullmatch(r"[1-4]?\d{1,3}", str(number)):
            return str(number)
        return str(super().format_number(number))

    def process(self, item: Item, context: Any = None, **kwargs: Any) -> Any:
        variable = self.get("variable")
        if variable in ("locator", "page-first") or "-" not in variable:
            return super().process(item, context=context, **kwargs)
        return self._process(item.reference[variable.replace("-", "_")], variable)


class Label(_Cased, model.Label):  # type: ignore[misc]
    """Case; no label without its variable; labels of numbers of things ("number-of-volumes")."""

    def process(self, item: Item, variable: str | None = None, *args: Any, **kwargs: Any) -> Any:
        own = self.get("variable")
        if variable is None and own != "locator" and own.replace("-", "_") not in item.reference:
            return None
        return super().process(item, variable, *args, **kwargs)

    def _is_plural(self, item: Item) -> bool:
        variable = self.get("variable")
        if variable.startswith("number-of"):
            number = str(item.reference.get(variable.replace("-", "_"), ""))
            return number.isdecimal() and int(number) > 1
        if variable == "locator":
            return bool(super()._is_plural(item))
        # "123,456" is one number.
        value = str(item.reference.get(variable.replace("-", "_"), ""))
        value = re.sub(r"(?<=\d),(?=\d{3}\b)", "", value)
        return self.RE_MULTIPLE_NUMBERS.search(value) is not None


class NamePart(_Cased, model.Name_Part):  # type: ignore[misc]
    """Case; a name may lack the part."""

    def format_part(self, given: str | None, family: str | None) -> tuple[Any, Any]:
        part = given if self.get("name") == "given" else family
        return super().format_part(given, family) if part else (given, family)


class DatePart(_Cased, model.Date_Part):  # type: ignore[misc]
    """Case; citeproc-py leaves what a style says of a locale's date in the locale."""

    def render(self, *args: Any, **kwargs: Any) -> Any:
        written = dict(self.attrib)
        try:
            return super().render(*args, **kwargs)
        finally:
            self.attrib.clear()
            self.attrib.update(written)


class Date(_Counted, model.Date):  # type: ignore[misc]
    """The letter behind the year that tells works of one author and year apart; ranges."""

    def render(self, item: Item, *args: Any, **kwargs: Any) -> Any:
        variable = self.get("variable") or (args[0] if args else None)
        value = item.reference.get(str(variable).replace("-", "_"))
        if isinstance(value, LiteralDate) and (self.tag, variable) in item.shown:
            return None  # words have no parts that could be set elsewhere
        text = super().render(item, *args, **kwargs)
        if text and variable == "issued" and item.letter and not item.lettered:
            year = item.year
            if year in text:
                item.lettered = True
                return text.replace(year, year + item.letter, 1)
        return text

    def render_date_range(self, dates: Any, show_parts: Any = None, context: Any = None) -> Any:
        outer = context if self.is_locale_date() else self
        first, last = dates.begin, dates.end
        if all(first.get(part) == last.get(part) for part in show_parts):
            return self.render_single_date(first, show_parts, outer)
        if "year" in show_parts:
            return super().render_date_range(dates, show_parts, outer)
        ends = (self.render_single_date(each, show_parts, outer) for each in (first, last))
        return "–".join(str(end).strip() for end in ends if end)


class Names(_Counted, model.Names):  # type: ignore[misc]
    """The first names of a work are marked; names that stood in for others do not come again."""

    def render(self, item: Item, names_context: Any = None, **kwargs: Any) -> Any:
        context = kwargs.get("context")
        layout = (self if context is None else context).get_layout()
        if names_context is None and not len(self):
            names_context = next(self.iterancestors(self.tag), None)
        written = self.get("variable") or ""
        repressed = layout.repressed.get(self.tag, ())
        roles = [role for role in written.split() if role not in repressed]
        if not roles:
            return None
        self.set("variable", " ".join(roles))
        try:
            text = super().render(item, names_context=names_context, **kwargs)
        finally:
            self.set("variable", written)
        named = any(role.replace("-", "_") in item.reference for role in roles)
        if text and named and not item.named:
            item.named = True
            return wrap(AUTHOR, str(text))
        return text


class Substitute(model.Substitute):  # type: ignore[misc]
    """All that stood in for the names is not set again, at whatever depth it was found."""

    def render(self, item: Item, context: Any = None, **kwargs: Any) -> Any:
        before = len(item.shown)
        for child in self.iterchildren():
            try:
                text = child.render(item, context=context, **kwargs)
            except VariableError:
                continue
            if text:
                repressed = context.get_layout().repressed
                for tag, variables in item.shown[before:]:
                    repressed.setdefault(tag, []).extend(variables.split())
                return text
        return None


class Name(model.Name):  # type: ignore[misc]
    """`initialize`, initials of "Min-jun", and `after-inverted-name`, which was as `never`."""

    def process(self, item: Item, variable: str, *args: Any, **kwargs: Any) -> Any:
        self.several = len(item.reference.get(variable, ())) > 2
        return super().process(item, variable, *args, **kwargs)

    def get_option(self, name: str, *args: Any, **kwargs: Any) -> Any:
        if name == "initialize-with" and self.get("initialize") == "false":
            return None
        value = super().get_option(name, *args, **kwargs)
        if name.startswith("delimiter-precedes") and value == "after-inverted-name":
            order = super().get_option("name-as-sort-order", *args, **kwargs)
            inverted = order == "all" or (order == "first" and not self.several)
            return "always" if inverted else "never"
        return value

    def initialize(self, given: str, mark: str, context: Any) -> str:
        hyphen = "-" if self.get_option("initialize-with-hyphen", context) else ""
        pieces = []
        for word in unmarked(given).replace(".", " ").split():
            letters = [part[0] for part in word.split("-") if part]
            if word[0].islower() and len(letters) == 1:
                pieces.append(f" {word} ")  # a particle
            elif letters:
                pieces.append(f"{mark.rstrip()}{hyphen}".join(letters) + mark)
        return " ".join("".join(pieces).split())


class Group(model.Group):  # type: ignore[misc]
    """Nothing where variables were asked for and none was there (CSL 1.0.2, Group)."""

    def process(self, item: Item, context: Any = None, **kwargs: Any) -> Any:
        asked, shown = item.asked, len(item.shown)
        output = []
        for child in self.iterchildren():
            extra = {}
            if isinstance(child, model.Choose):
                extra["delimiter"] = self.get("delimiter", "")
            try:
                text = child.render(item, context=context, **extra, **kwargs)
            except VariableError:
                continue
            if text:
                output.append(text)
        if output and (item.asked == asked or len(item.shown) > shown):
            return self.join(output)
        raise VariableError


class _Conditions:
    """`disambiguate` holds for nothing, numbers may be several, and positions are the item's."""

    def render(self, item: Item, *args: Any, **kwargs: Any) -> Any:
        # One that holds for nothing makes no difference to "any" and "none".
        if self.get("disambiguate") and self.get("match", "all") == "all":  # type: ignore[attr-defined]
            raise model.ConditionFailed
        return super().render(item, *args, **kwargs)  # type: ignore[misc]

    def _is_numeric(self, item: Item) -> list[bool]:
        found = []
        for variable in self.get("is-numeric").split():  # type: ignore[attr-defined]
            if variable == "locator":
                value = item.locator.identifier if item.has_locator else ""
            else:
                value = item.reference.get(variable.replace("-", "_"), "")
            found.append(_NUMERIC.fullmatch(unmarked(str(value))) is not None)
        return found

    def _position(self, item: Item, context: Any) -> list[bool]:
        return [item.stands(position) for position in self.get("position").split()]  # type: ignore[attr-defined]


class If(_Conditions, model.If):  # type: ignore[misc]
    """Conditions."""


class ElseIf(_Conditions, model.Else_If):  # type: ignore[misc]
    """Conditions."""


class Key(_Macros, model.Key):  # type: ignore[misc]
    """Keys of sorting without formats, accents and marks of quotation."""

    def sort_keys(self, items: list[Item], context: Any) -> list[Any]:
        language = self.get_root().tongue
        return [
            _folded(key, language) if isinstance(key, str) else key
            for key in super().sort_keys(items, context)
        ]


def _folded(key: str, language: str) -> str | None:
    """A sort key: accents off letters, but for those that a language has behind z."""
    last = {letter: f"z\uffff{at}" for at, letter in enumerate(_LAST_LETTERS.get(language, ""))}
    text = "".join(last.get(letter, letter) for letter in unmarked(key).casefold())
    bare = unicodedata.normalize("NFKD", text)
    bare = "".join(letter for letter in bare if not unicodedata.combining(letter))
    return bare.lstrip("“”‘’„«»\"'([{ ") or None


class _Searched:
    """What is searched for from an element is found once: nothing of a tree changes its place."""

    def xpath_search(self, expression: str) -> Any:
        found = self.__dict__.setdefault("found", {})
        if expression not in found:
            found[expression] = super().xpath_search(expression)  # type: ignore[misc]
        return found[expression]


_REFINED: dict[str, type[etree.ElementBase]] = {
    "text": Text,
    "number": Number,
    "label": Label,
    "name-part": NamePart,
    "date-part": DatePart,
    "date": Date,
    "names": Names,
    "name": Name,
    "substitute": Substitute,
    "group": Group,
    "if": If,
    "else-if": ElseIf,
    "key": Key,
}

CLASSES: dict[str, type[etree.ElementBase]] = {
    name: type(each.__name__, (_Searched, each), {})
    for name, each in {
        **{
            each.__name__.replace("_", "-").lower(): each
            for each in model.CitationStylesElement.__subclasses__()
            if each.__module__ == model.__name__
        },
        **_REFINED,
    }.items()
}
"""The class of each element by its name; others are CSL elements without a behaviour."""
