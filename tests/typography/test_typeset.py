"""What typography does to a document: modes, records, passages, and what it never touches."""

import itertools
import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.document.document import Document, Meta
from publisher.document.nodes import (
    CodeBlock,
    Emphasis,
    InlineCode,
    InlineMath,
    Inlines,
    InlineSpan,
    Link,
    NoteRef,
    Paragraph,
    Text,
)
from publisher.typography import Typeset, typeset
from publisher.typography.table import tags
from tests.strategies import line
from tests.typography.setting import leaf, paragraph, place, set_runs, set_text, words

CONTROLS = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_PIECES = (
    "a word Mr Rutte 4 700 km z. B. v lese L'eau rock 'n' roll '90s 6'2\" n.° 5 1998-1999 -- - "
    "… ... http://a.org/x--y it's o'neil@example.org Hawai‘i “ ” ‘ ’ „ ‚ « » ‹ › 「 」 『 』 \" ' "
    ", . ; : ! ? — – ( ) è 是 שלום نعم \u200f \u2067 \u2069 \u00a0 \u202f"
)
# An address ends where a mark of quotation begins: between spaces it is one, whatever its marks.
PIECES = [f" {piece} " if ".org" in piece else piece for piece in re.split(" ", _PIECES)]
texts = st.lists(st.sampled_from(PIECES), max_size=14).flatmap(
    lambda pieces: st.sampled_from(["", " "]).map(lambda glue: glue.join(pieces))
)
languages = st.sampled_from(tags())


def test_a_finding_points_at_the_mark_and_says_what_to_write() -> None:
    (found,) = set_text("He added: “We must go.“", language="en", mode="check").diagnostics
    assert found.span
    assert (found.span.line, found.span.column, found.span.end_column) == (1, 23, 24)
    assert "”" in found.help


def test_a_change_is_recorded_with_its_place() -> None:
    result = set_text("He added: “We must go.“", language="en")
    (change,) = result.changes
    assert (change.rule, change.before, change.after) == ("close-quotation", "“", "”")
    assert (change.span.line, change.span.column) == (1, 23)
    assert result.diagnostics == ()


def test_check_binds_spaces_but_changes_no_mark() -> None:
    result = set_text('"No," said Mr Rutte...', language="en", mode="check")
    assert paragraph(result) == '"No," said Mr\u00a0Rutte...'


def test_keep_changes_and_reports_nothing() -> None:
    result = set_text('"No," said Mr Rutte...“', language="en", mode="keep")
    assert paragraph(result) == '"No," said Mr Rutte...“'
    assert result == Typeset(result.document)


@pytest.mark.parametrize(
    ("language", "paragraphs"),
    [
        ("en", ["“One paragraph.", "“And another.” He left."]),
        ("fr", ["«\u00a0Un paragraphe.", "»\u00a0Et un autre.\u00a0» Il partit."]),
        ("fr", ["«\u00a0Un paragraphe.", "«\u00a0Et un autre.\u00a0» Il partit."]),
        ("es", ["«Un párrafo.", "»Y otro.", "»Y otro más». Se fue."]),
        ("de", ["„Ein Absatz.", "„Und noch einer.“ Er ging."]),
    ],
)
def test_a_quotation_may_run_on_over_paragraphs_that_each_open_it(
    language: str, paragraphs: list[str]
) -> None:
    result = set_text(*paragraphs, language=language)
    assert result.diagnostics == ()
    assert words(result) == paragraphs


def test_a_quotation_that_no_paragraph_goes_on_with_is_found() -> None:
    result = set_text("“One paragraph.", "And another.” He left.", language="en")
    assert [found.code for found in result.diagnostics] == ["TYP002", "TYP003"]


def test_a_language_without_a_table_is_noted_and_its_marks_left_alone() -> None:
    result = set_text('Mae\'n "dda" -- 10 km.', language="cy")
    assert [found.code for found in result.diagnostics] == ["TYP007"]
    assert paragraph(result) == 'Mae\'n "dda" -- 10\u00a0km.'


def run(*inlines: Inlines) -> Inlines:
    """Inlines one after the other, as one run."""
    return tuple(inline for each in inlines for inline in each)


def test_marks_are_paired_over_the_bounds_of_inlines() -> None:
    given_run = (
        leaf('He said "'),
        Emphasis(children=(leaf("never", column=10),)),
        leaf('" and Mr ', column=15),
        Link(href="https://a.org", children=(leaf("Rutte's", column=24),)),
        leaf(" dog", column=31),
    )
    result = set_runs(given_run, language="en")
    assert paragraph(result) == "He said “never” and Mr\u00a0Rutte’s dog"
    assert [change.span.column for change in result.changes] == [9, 15, 23, 29]


def test_code_formulas_and_notes_are_not_touched_nor_do_they_end_a_quotation() -> None:
    given_run = (
        leaf('He typed "'),
        InlineCode(text='x = "y"--'),
        NoteRef(note="1"),
        InlineMath(text="a' -- b"),
        leaf('".'),
    )
    assert paragraph(set_runs(given_run, language="en")) == 'He typed “x = "y"--a\' -- b”.'


def test_a_code_block_stays() -> None:
    block = CodeBlock(text='print("it\'s") -- x')
    document = Document(meta=Meta(language="en"), blocks=(block,))
    assert typeset(document, "correct", place).document == document


def test_words_in_another_language_keep_their_marks() -> None:
    given_run = (
        leaf('He said "'),
        InlineSpan(language="fr", children=(leaf("«\u00a0l'eau\u00a0»"),)),
        leaf('".'),
    )
    assert paragraph(set_runs(given_run, language="en")) == "He said “«\u00a0l'eau\u00a0»”."


def test_a_block_in_another_language_has_its_rules() -> None:
    block = Paragraph(language="de", children=(leaf('Er sagte "ja".'),))
    document = Document(meta=Meta(language="en"), blocks=(block,))
    assert paragraph(typeset(document, "correct", place)) == "Er sagte „ja“."


def test_direction_marks_are_looked_through_and_stay() -> None:
    text = 'قال \u200f"نعم"\u200f.'
    assert paragraph(set_text(text, language="ar")) == "قال \u200f«نعم»\u200f."


@given(st.one_of(texts, line), languages)
def test_correcting_twice_is_correcting_once(text: str, language: str) -> None:
    once = paragraph(set_text(text, language=language))
    assert paragraph(set_text(once, language=language)) == once


@given(st.one_of(texts, line), languages)
def test_letters_figures_and_direction_controls_never_change(text: str, language: str) -> None:
    """But for º, which Unicode counts among the letters, in the place of the sign of degrees."""

    def kept(words: str) -> str:
        plain_words = words.replace("º", "").replace("°", "")
        return "".join(
            character
            for character in plain_words
            if unicodedata.category(character)[0] in "LMN" or character in CONTROLS
        )

    assert kept(paragraph(set_text(text, language=language))) == kept(text)


@given(texts, languages)
def test_check_changes_nothing_but_spaces(text: str, language: str) -> None:
    checked = paragraph(set_text(text, language=language, mode="check"))
    assert len(checked) == len(text)
    assert all(
        one == other or (one == " " and other in "\u00a0\u202f")
        for one, other in zip(text, checked, strict=True)
    )


@given(st.one_of(texts, line), languages)
def test_nothing_is_lost_but_what_is_recorded(text: str, language: str) -> None:
    """The recorded changes, made to the text as it was read, give the text as it is set."""
    result = set_text(text, language=language)
    for change in reversed(result.changes):
        at = change.span.column - 1
        assert text[at : at + len(change.before)] == change.before
        text = text[:at] + change.after + text[at + len(change.before) :]
    assert text == paragraph(result)


@given(texts, st.lists(st.integers(0, 80), max_size=4), languages)
def test_inline_markup_changes_nothing_but_what_would_span_it(
    text: str, cuts: list[int], language: str
) -> None:
    """A run in pieces is set as in one, where no single change covers a bound."""
    bounds = sorted({0, len(text), *(cut for cut in cuts if cut < len(text))})
    pieces = tuple(
        Emphasis(children=(Text(text=text[start:end]),))
        for start, end in itertools.pairwise(bounds)
    )
    whole = set_text(text, language=language)
    crossed = any(
        change.span.column - 1 < bound < change.span.end_column - 1
        for change in whole.changes
        for bound in bounds
    )
    # An address in two pieces is none.
    if pieces and not crossed and not any(sign in text for sign in "@/"):
        assert paragraph(set_runs(pieces, language=language)) == paragraph(whole)
