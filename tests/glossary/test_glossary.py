"""The glossary: its anchors and order, the links to it, and what is amiss with both."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.assets import Source
from publisher.configuration.metadata import Metadata
from publisher.document.document import Document, Meta
from publisher.document.nodes import (
    DefinitionList,
    Emphasis,
    InlineSpan,
    Link,
    Paragraph,
    Text,
)
from publisher.document.text import plain
from publisher.glossary import Glossary, make_glossary, refer_to_terms
from publisher.sources import read

GLOSSARY = """
zone
: a part of the page

[kerning]{#kern}
: space between two letters

Öffnung
: an opening, see [kerning]{.gloss}

apex
: a point

apex
: again
"""


def document(text: str, language: str = "en") -> Document:
    source = Source("a.md", ("---\ntitle: T\n---\n" + text).encode())
    return read(source, Metadata(language=language)).document


def terms(made: Document) -> list[str]:
    (block,) = made.blocks
    assert isinstance(block, DefinitionList)
    return [plain(item.term) for item in block.items]


@pytest.mark.parametrize(
    ("language", "order"),
    [
        ("de", ["apex", "apex", "kerning", "Öffnung", "zone"]),
        ("sv", ["apex", "apex", "kerning", "zone", "Öffnung"]),
    ],
)
def test_terms_stand_in_the_order_of_the_language(language: str, order: list[str]) -> None:
    pytest.importorskip("icu", reason="the extra `index` is not installed")
    assert terms(make_glossary(document(GLOSSARY, language)).document) == order


def test_terms_have_anchors() -> None:
    made = make_glossary(document(GLOSSARY), in_order=False)
    assert terms(made.document) == ["zone", "kerning", "Öffnung", "apex", "apex"]
    assert made.glossary.anchors == {
        "zone": "term-zone",
        "kerning": "kern",
        "Öffnung": "term-öffnung",
        "apex": "term-apex",
    }
    (block,) = made.document.blocks
    assert isinstance(block, DefinitionList)
    (first,) = block.items[0].term
    assert isinstance(first, InlineSpan)
    assert (first.id, first.role) == ("term-zone", "defined-term")
    assert [found.code for found in made.diagnostics] == ["IDX021"]


def test_words_lead_to_terms() -> None:
    glossary = Glossary({"kerning": "kern", "Kerning": "other", "apex": "top"})
    found = refer_to_terms(
        document("[kerning]{.gloss} [Apex]{.gloss} [*tops*]{.gloss entry=apex}"), glossary
    )
    (paragraph,) = found.document.blocks
    assert isinstance(paragraph, Paragraph)
    links = [node for node in paragraph.children if isinstance(node, Link)]
    assert [(link.href, plain((link,))) for link in links] == [
        *(("#kern", "kerning"), ("#top", "Apex"), ("#top", "tops")),
    ]
    assert found.diagnostics == ()


def test_a_term_in_a_link_stays_as_it_is() -> None:
    term = InlineSpan(role="glossary-term", target="kerning", children=(Text(text="k"),))
    link = Link(href="https://a.example", children=(Emphasis(children=(term,)),))
    outer = InlineSpan(role="glossary-term", target="apex", children=(term,))
    text = Document(meta=Meta(), blocks=(Paragraph(children=(link, outer)),))
    (paragraph,) = refer_to_terms(
        text, Glossary({"kerning": "kern", "apex": "top"})
    ).document.blocks
    assert isinstance(paragraph, Paragraph)
    assert paragraph.children == (link, Link(href="#top", children=(outer,), role="glossref"))


def test_a_term_that_is_not_there() -> None:
    found = refer_to_terms(document("a [kernign]{.gloss}"), Glossary({"kerning": "kern"}))
    (finding,) = found.diagnostics
    assert finding.code == "IDX020"
    assert "“kerning”" in finding.help
    assert finding.span
    assert (finding.span.line, finding.span.column) == (4, 3)
    assert found.document == document("a [kernign]{.gloss}")


@given(st.lists(st.text("ab Ä-.'", max_size=4), max_size=8))
def test_every_term_has_an_anchor_of_its_own(words: list[str]) -> None:
    made = document("".join(f"{word}x\n: y\n\n" for word in words))
    glossary = make_glossary(made, in_order=False).glossary
    assert len(set(glossary.anchors.values())) == len(glossary.anchors)
    spans = tuple(
        InlineSpan(children=(), role="glossary-term", target=word) for word in glossary.anchors
    )
    text = Document(meta=Meta(), blocks=(Paragraph(children=spans),))
    assert refer_to_terms(text, glossary).diagnostics == ()
