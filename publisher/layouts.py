"""Themes and templates: publications and their parts into markup, through Jinja2.

A theme is a folder: theme.toml with its tokens, and any template or style sheet that it sets in
place of the one of the same name in layouts/. Themes of the user's own lie in themes/ beside
publisher.toml and go before those that come with publisher.
"""

import functools
import re
from collections.abc import Callable, Collection
from pathlib import Path
from typing import Literal, TypeVar

import jinja2
import msgspec
from markupsafe import Markup

from publisher.configuration.settings import shown
from publisher.configuration.theme import Extent, ThemeFile
from publisher.configuration.tokens import resolve, resolve_token, token_place
from publisher.configuration.toml import did_you_mean, load
from publisher.diagnostics import PublisherError, UsageError, diagnose
from publisher.document.nodes import Blocks, Inlines, Node
from publisher.document.text import plain
from publisher.formulas import Drawing, Formula
from publisher.index import path_of
from publisher.publication import Part
from publisher.publication.bylines import byline_lines
from publisher.publication.contents import in_contents
from publisher.publication.issue import by_section, byline_name, issue_numbers, staff, writers
from publisher.publication.tables import grid
from publisher.resources import resource_folder
from publisher.span import Span, whole_file
from publisher.typography.hyphenation import hyphenation_tokens
from publisher.typography.initials import drop_cap_lines, initial_tokens
from publisher.typography.wording import long_date, shortened

Medium = Literal["print", "epub"]
Value = TypeVar("Value")

# What no XML document may hold (XML 1.0, 2.2), however it came into a text.
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Theme(msgspec.Struct, frozen=True):
    """A theme, the folder of its own templates and style sheets, and the trim of its pages.

    `variants` are folders inside the medium's, whose templates go before its others.
    """

    described: ThemeFile
    folder: Path
    trim: str = ""
    variants: tuple[str, ...] = ()

    def with_trim(self, name: str) -> "Theme":
        """The theme on pages of the trim size `name`, such as "140x216".

        Raises UsageError: LAY031 where the theme has no such size.
        """
        known = self.described.trims
        if name not in known:
            facts = {"trim": name, "theme": self.described.name}
            suggestion = did_you_mean(name, known) if known else "take the line out"
            place = whole_file(shown(self.folder / "theme.toml"))
            raise UsageError(diagnose("LAY031", place, **facts, suggestion=suggestion))
        return msgspec.structs.replace(self, trim=name)

    def render(self, template: str, **context: object) -> str:
        """The named template filled with `context`.

        Its first folder is the medium, whose own macros go before the shared ones. Raises
        PublisherError: LAY001 where the template fails, LAY002 where it has no macro for a node.
        """
        environment = _environment(self.folder, template.partition("/")[0], self.variants)
        try:
            markup = environment.get_template(template).render(theme=self, **context)
        except _TEMPLATE_FAULTS as failure:
            place = _place_in_templates(failure, template)
            reason = f"{type(failure).__name__}: {failure}"
            raise PublisherError(diagnose("LAY001", place, reason=reason)) from failure
        return _NO_XML.sub("", markup)

    def stylesheet(self, medium: Medium, language: str, also: tuple[str, ...] = ()) -> str:
        """The style sheets of `medium` as one, tokens resolved: readers vary on var().

        Those of the theme's variants follow, where there are any, then those named in `also`.
        The tokens of `hyphenation_tokens` hold for a text in `language`, those of `initial_tokens`
        for its first letter, a theme's own before them.

        Raises PublisherError: LAY003 for a token that the theme does not define.
        """
        sheets = self.described.print if medium == "print" else self.described.epub
        own = self.tokens(medium)
        initials = initial_tokens(self.drop_cap_lines(medium), own)
        tokens = hyphenation_tokens(language) | initials | own
        names = (f"{medium}/{variant}.css" for variant in self.variants)
        variants = (name for name in names if _find_sheet(self.folder, name).is_file())
        styles = (*sheets.styles, *variants, *also)
        return _stylesheet(self.folder, styles, tuple(tokens.items()))

    def passage_rules(self, languages: Collection[str]) -> str:
        """What pages say of passages in `languages`: hyphens as each of them has them."""
        sheet = _find_sheet(self.folder, "print/passage.css")
        return "\n".join(
            resolve(
                sheet.read_text(encoding="utf-8"),
                hyphenation_tokens(language) | {"language": f'"{language}"'},
                shown(sheet),
                self.folder / "theme.toml",
            )
            for language in sorted(languages)
        )

    def tokens(self, medium: Medium) -> dict[str, str]:
        """The tokens that hold for `medium`, by name; in print, those of the trim go first."""
        described = self.described
        if medium == "epub":
            return described.tokens | described.epub.tokens
        trim = described.trims.get(self.trim or described.trim, {})
        return described.tokens | described.print.tokens | trim

    def token(self, medium: Medium, name: str, kind: Callable[[str], Value]) -> Value:
        """A token that is needed before the style sheet is read, as `kind` reads it.

        Raises PublisherError: LAY003 where it is not defined, CFG002 where `kind` refuses it.
        """
        described = self.folder / "theme.toml"
        value = resolve_token(name, self.tokens(medium), described)
        try:
            return kind(value)
        except ValueError as failure:
            place = token_place(name, described)
            raise PublisherError(
                diagnose("CFG002", place, key=name, reason=str(failure))
            ) from failure

    def drop_cap_lines(self, medium: Medium) -> int:
        """The lines that the first letter of a text stands in, 0 where the theme says nothing.

        Raises PublisherError: CFG002 for a number of lines that cannot be.
        """
        name = "drop-cap-lines"
        return self.token(medium, name, drop_cap_lines) if name in self.tokens(medium) else 0

    def extent(self, characters: int) -> str:
        """The class of a work with that many characters of text."""
        return _class_for(characters, self.described.extents)

    def headline_classes(self, headline: str) -> tuple[str, ...]:
        """The class of a headline by its length, and those of longer ones after it."""
        names = [extent.name for extent in self.described.headlines]
        return tuple(names[names.index(_class_for(len(headline), self.described.headlines)) :])


def _class_for(characters: int, extents: tuple[Extent, ...]) -> str:
    fitting = (extent.name for extent in extents if characters <= extent.characters)
    return next(fitting, extents[-1].name)


def load_theme(name: str, root: Path, place: Span | None = None) -> Theme:
    """The theme `name`: from themes/ below `root`, or one that came with publisher.

    Raises UsageError: CFG004 where there is none of that name, at the `place` that asks for it, and
    as `load` does for its theme.toml.
    """
    folders = theme_folders(root)
    if name not in folders:
        suggestion = did_you_mean(name, set(folders))
        raise UsageError(diagnose("CFG004", place, theme=name, suggestion=suggestion))
    return _load(folders[name])


@functools.cache
def _load(folder: Path) -> Theme:
    path = folder / "theme.toml"
    return Theme(load(path.read_text(encoding="utf-8"), shown(path), ThemeFile), folder)


def theme_folders(root: Path) -> dict[str, Path]:
    """Every theme by name; the user's own go before the ones that came with publisher."""
    places = (resource_folder("layouts") / "themes", root / "themes")
    return {
        described.parent.name: described.parent
        for place in places
        for described in sorted(place.glob("*/theme.toml"))
    }


@functools.cache
def _environment(folder: Path, medium: str, variants: tuple[str, ...]) -> jinja2.Environment:
    """Templates of the theme before those of publisher, a medium's own before the shared ones."""
    shared = resource_folder("layouts")
    own = (*(f"{medium}/{name}" for name in variants), medium, "")
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(
            [place / name for place in (folder, shared) for name in own]
        ),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    environment.filters |= {
        "kind": _kind,
        "plain": plain,
        "grid": grid,
        "drawing": _drawing,
        "long_date": long_date,
        "shortened": shortened,
        "by_section": by_section,
        "byline_lines": byline_lines,
        "byline_name": byline_name,
        "entry_title": _entry_title,
        "writers": writers,
        "staff": staff,
        "issue_numbers": issue_numbers,
        "path": path_of,
    }
    environment.globals["flow"] = functools.partial(_flow, environment)
    environment.globals["run"] = functools.partial(_run, environment)
    environment.globals["part_markup"] = functools.partial(_part, environment)
    return environment


def _kind(node: Node) -> str:
    return str(node.__struct_config__.tag)


def _entry_title(part: Part) -> Inlines:
    """The title of a part as a list has it."""
    return in_contents(part.document.meta.title)


def _flow(environment: jinja2.Environment, blocks: Blocks) -> Markup:
    """Blocks as their macros set them, a block a line."""
    return _joined("\n", [_set(environment, "blocks", block) for block in blocks])


def _run(environment: jinja2.Environment, inlines: Inlines) -> Markup:
    """Inlines as their macros set them, one beside the other."""
    return _joined("", [_set(environment, "inlines", inline) for inline in inlines])


def _joined(between: str, pieces: list[Markup]) -> Markup:
    """Pieces of markup as one: `Markup.join` would look through each of them again."""
    return Markup(between.join(pieces))  # noqa: S704


def _part(environment: jinja2.Environment, part: Part, *context: object) -> Markup:
    """A part as the macro of its role sets it, or, where there is none, as a chapter.

    The later files of a text have a macro of their own.
    """
    goes_on = part.continues and part.role not in ("index", "notes")
    name = "continuation" if goes_on else part.role.replace("-", "_")
    found = environment.select_template([f"parts/{name}.j2", "parts/chapter.j2"])
    set_part = getattr(found.module, name, None) or found.module.chapter  # type: ignore[attr-defined]
    markup: Markup = set_part(part, *context)
    return markup


def _set(environment: jinja2.Environment, folder: str, node: Node) -> Markup:
    """`node` as the macro sets it that has its kind's name, in the file of that name."""
    kind = _kind(node)
    try:
        macro = _macro(environment, f"{folder}/{kind}.j2", kind)
    except jinja2.TemplateNotFound as failure:
        if failure.name != f"{folder}/{kind}.j2":
            raise
        raise PublisherError(diagnose("LAY002", node.span, node=kind)) from failure
    return macro(node)


@functools.cache
def _macro(environment: jinja2.Environment, template: str, name: str) -> Callable[[Node], Markup]:
    """The macro of that name, looked up once: it is called for every node."""
    macro: Callable[[Node], Markup] = getattr(environment.get_template(template).module, name)
    return macro


def _drawing(formula: Formula) -> Drawing:
    from publisher.formulas.drawing import draw  # its library takes a fifth of a second

    return draw(formula)


# What a template may raise: Jinja2's own faults, and those of the expressions in it.
_TEMPLATE_FAULTS = (
    jinja2.TemplateError,
    TypeError,
    ValueError,
    AttributeError,
    LookupError,
    ArithmeticError,
)


def _place_in_templates(failure: Exception, template: str) -> Span:
    """Where in the templates `failure` arose: the innermost line that it passed through."""
    name, line = template, 1
    if isinstance(failure, jinja2.TemplateSyntaxError):
        name, line = failure.filename or template, failure.lineno
    trace = failure.__traceback__
    while trace:
        if trace.tb_frame.f_code.co_filename.endswith(".j2"):
            name, line = trace.tb_frame.f_code.co_filename, trace.tb_lineno
        trace = trace.tb_next
    path = Path(name)
    if not path.is_file():
        return Span(name, line, 1, line, 1)
    written = path.read_text(encoding="utf-8").splitlines()[line - 1 : line]
    width = len("".join(written))
    indent = width - len("".join(written).lstrip())
    return Span(shown(path), line, indent + 1, line, width + 1)


@functools.cache
def _stylesheet(folder: Path, styles: tuple[str, ...], tokens: tuple[tuple[str, str], ...]) -> str:
    sheets = [_find_sheet(folder, name) for name in styles]
    return "\n".join(
        resolve(
            sheet.read_text(encoding="utf-8"), dict(tokens), shown(sheet), folder / "theme.toml"
        )
        for sheet in sheets
    )


def _find_sheet(folder: Path, name: str) -> Path:
    own = folder / "css" / name
    return own if own.is_file() else resource_folder("layouts") / "css" / name
