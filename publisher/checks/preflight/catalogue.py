"""Every rule of preflight by its name, with the codes that it gives and what asks for it.

Their order is that of the findings. The rules after the basic ones say nothing without a target.
"""

from collections.abc import Callable, Iterator

import msgspec

from publisher.checks.preflight.found import Found
from publisher.checks.preflight.rules import (
    basics,
    bleed,
    boxes,
    colours,
    fonts,
    ink,
    interactive,
    lines,
    margins,
    metadata,
    pages,
    pictures,
    standard_a,
    standard_x,
    structure,
    transparency,
    type_inks,
)
from publisher.checks.preflight.subject import Subject

Check = Callable[[Subject], Iterator[Found]]
"""A rule reads a subject, and says what breaks it; it changes nothing."""


class Rule(msgspec.Struct, frozen=True):
    """A rule, its codes, the standard or trade source that asks for it; `target` names its values.

    `target` lists the rules of a target that it reads; without them it holds for every PDF.
    """

    check: Check
    codes: tuple[str, ...]
    asked_by: str
    target: tuple[str, ...] = ()


_PDF = "ISO 32000-1"
_X = "ISO 15930, at second hand"
_PRINTER = "the printer"

RULES: dict[str, Rule] = {
    "damage": Rule(basics.damage, ("PDF007",), f"{_PDF}, 7.5"),
    "encryption": Rule(basics.encryption, ("PRE003",), f"{_X}; ISO 19005-2, 6.1.3"),
    "embedded-fonts": Rule(basics.unembedded_fonts, ("PDF002",), f"{_PDF}, 9.9; {_X}"),
    "tags": Rule(basics.untagged, ("PDF003", "PRE099"), "ISO 14289-1, 7.1", ("tags",)),
    "title": Rule(basics.missing_title, ("PDF004",), "ISO 14289-1, 7.1"),
    "language": Rule(basics.missing_language, ("PDF005",), "ISO 14289-1, 7.2", ("tags",)),
    "programs": Rule(basics.programs, ("PDF006",), f"{_PDF}, 12.6.4; {_X}"),
    "boxes": Rule(boxes.nested, ("PRE010",), f"{_PDF}, 14.11.2.1"),
    "metadata": Rule(metadata.different_metadata, ("PRE060",), "ISO 19005-1, 6.7.3"),
    "page-sizes": Rule(boxes.sizes, ("PRE011",), "BoD, Coverberechnung für Verlage", ("trims",)),
    "trims": Rule(boxes.refused_trims, ("PRE012",), _PRINTER, ("trims", "trim_range")),
    "trim-boxes": Rule(boxes.missing_trim_boxes, ("PRE013",), _X, ("standard",)),
    "bleed": Rule(
        boxes.small_bleeds, ("PRE014",), _PRINTER, ("bleed", "bleed_sides", "bleed_when")
    ),
    "sheet": Rule(boxes.large_sheets, ("PRE015",), _PRINTER, ("bleed", "marks")),
    "filled-bleed": Rule(
        bleed.unfilled_bleed, ("PRE016",), _PRINTER, ("bleed", "bleed_sides", "bleed_when")
    ),
    "turned-pages": Rule(boxes.turned_pages, ("PRE017",), "BoD, Coverberechnung für Verlage"),
    "margins": Rule(margins.narrow_margins, ("PRE018",), _PRINTER, ("margin", "gutter")),
    "colours": Rule(colours.refused_colours, ("PRE020",), f"{_X}; {_PRINTER}", ("colours",)),
    "text-inks": Rule(
        type_inks.text_in_inks,
        ("PRE021", "PRE022"),
        _PRINTER,
        ("text_black", "type_in_inks_least"),
    ),
    "ink": Rule(
        ink.heavy_ink, ("PRE023",), f"total area coverage, ISO 12647-2; {_PRINTER}", ("ink",)
    ),
    "lines": Rule(lines.hairlines, ("PRE024",), _PRINTER, ("line_least",)),
    "white-overprint": Rule(type_inks.overprinting_white, ("PRE025",), f"{_PDF}, 8.6.7"),
    "black-overprint": Rule(
        type_inks.cutting_black,
        ("PRE026",),
        _PRINTER,
        ("black_overprint",),
    ),
    "resolution": Rule(
        pictures.coarse_pictures,
        ("PRE030", "PRE031"),
        _PRINTER,
        ("picture_least", "picture_wanted", "line_art_least"),
    ),
    "drawn-fonts": Rule(fonts.drawn_fonts, ("PRE040",), f"{_PDF}, 9.6.5", ("type3",)),
    "readable-fonts": Rule(fonts.unreadable_fonts, ("PRE041",), "ISO 14289-1, 7.21.7", ("tags",)),
    "subsets": Rule(fonts.whole_fonts, ("PRE042",), f"{_PDF}, 9.6.4", ("fonts",)),
    "type-size": Rule(fonts.small_type, ("PRE043",), _PRINTER, ("type_least",)),
    "transparency": Rule(
        transparency.see_through, ("PRE045",), f"{_X}; {_PRINTER}", ("transparency",)
    ),
    "annotations": Rule(
        interactive.annotations, ("PRE050",), f"{_X}; {_PRINTER}", ("annotations",)
    ),
    "bookmarks": Rule(interactive.bookmarks, ("PRE051",), _PRINTER, ("outline",)),
    "attachments": Rule(interactive.attachments, ("PRE053",), "ISO 19005-2, 6.8", ("attachments",)),
    "forms": Rule(interactive.forms, ("PRE054",), _X),
    "layers": Rule(interactive.layers, ("PRE055",), f"{_X}; {_PRINTER}", ("transparency",)),
    "output-intent": Rule(
        standard_x.output_intents,
        ("PRE063", "PRE064"),
        _X,
        ("standard", "output_condition"),
    ),
    "label": Rule(
        standard_x.labels,
        ("PRE061", "PRE062", "PRE065", "PRE067"),
        _X,
        ("standard",),
    ),
    "version": Rule(standard_x.versions, ("PRE066",), _X, ("standard",)),
    "forbidden": Rule(
        standard_x.forbidden_objects,
        ("PRE068",),
        _X,
        ("standard",),
    ),
    "page-count": Rule(
        pages.page_count,
        ("PRE070", "PRE071", "PRE072"),
        _PRINTER,
        ("pages_least", "pages_most", "pages_multiple"),
    ),
    "file-name": Rule(pages.file_name, ("PRE073",), _PRINTER, ("file_name",)),
    "file-size": Rule(pages.file_size, ("PRE074",), _PRINTER, ("file_bytes",)),
    "archive": Rule(
        standard_a.archival, ("PRE080", "PRE081"), "ISO 19005-2, by veraPDF's rules", ("standard",)
    ),
    "headings": Rule(
        structure.skipped_headings, ("PRE090",), "ISO 14289-1, 7.4.2; Matterhorn 14-003", ("tags",)
    ),
    "table-headers": Rule(
        structure.headless_tables, ("PRE091",), "ISO 14289-1, 7.5; Matterhorn 15-003", ("tags",)
    ),
    "figures": Rule(
        structure.silent_figures, ("PRE092",), "ISO 14289-1, 7.3; Matterhorn 13-004", ("tags",)
    ),
    "marked-content": Rule(
        structure.unmarked_content, ("PRE093",), "ISO 14289-1, 7.1; Matterhorn 01-005", ("tags",)
    ),
    "shown-title": Rule(
        structure.hidden_title, ("PRE094",), "ISO 14289-1, 7.1; Matterhorn 07-001", ("tags",)
    ),
    "tab-order": Rule(
        structure.tab_order, ("PRE095",), "ISO 14289-1, 7.18.3; Matterhorn 28-009", ("tags",)
    ),
    "pdf-ua-label": Rule(
        structure.missing_label, ("PRE096",), "ISO 14289-1, 5; Matterhorn 06-002", ("standard",)
    ),
    "links": Rule(
        structure.loose_links, ("PRE097",), "ISO 14289-1, 7.18.5; Matterhorn 28-011", ("tags",)
    ),
    "roles": Rule(
        structure.strange_roles, ("PRE098",), "ISO 14289-1, 7.1; Matterhorn 02-001", ("tags",)
    ),
}
