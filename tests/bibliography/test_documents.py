"""Whole documents: citations in the text and in notes, over several chapters."""

from publisher.bibliography import find_style
from publisher.bibliography.documents import Cited, cite_documents
from publisher.document.nodes import Cite, InlineSpan, Link, NoteRef, Paragraph, Text
from publisher.document.text import plain, runs
from tests.bibliography.sample import document, library

APA = find_style("apa")
NOTES = find_style("chicago-notes-bibliography-subsequent-ibid")
NATURE = find_style("nature")


def set_by(style: str, *texts: str, language: str = "en-US") -> Cited:
    documents = [document(text) for text in texts]
    return cite_documents(documents, library().references, find_style(style), language)


def paragraphs(cited: Cited) -> list[str]:
    return [plain(run) for each in cited.documents for run in runs(each)][1:]


def test_a_citation_is_a_span_with_links() -> None:
    cited = set_by("apa", "So it is [see @sand1902, p. 3].")
    (paragraph,) = cited.documents[0].blocks
    assert isinstance(paragraph, Paragraph)
    before, span, after = paragraph.children
    assert isinstance(before, Text)
    assert isinstance(span, InlineSpan)
    assert isinstance(after, Text)
    assert (span.role, span.span and span.span.column) == ("citation", 11)
    assert [type(each) for each in span.children] == [Text, Link, Text]
    assert plain(paragraph.children) == "So it is (see Sand, 1902, p. 3)."
    assert cited.bibliography.hanging


def test_citations_are_found_wherever_words_are() -> None:
    table = "| a |\n|---|\n| [@thesis] |"
    text = f"> *So [@sand1902]*\n\n{table}\n\n- **[@film]**\n\nA[^n]\n\n[^n]: [@edited]"
    cited = set_by("apa", f"## On [@article]\n\n{text}")
    assert not any(isinstance(node, Cite) for each in cited.documents for node in _nodes(each))
    assert {entry.key for entry in cited.bibliography.entries} == {
        *("article", "sand1902", "thesis", "film", "edited"),
    }


def _nodes(value: object) -> list[object]:
    if isinstance(value, tuple | dict):
        inner = value.values() if isinstance(value, dict) else value
        return [found for each in inner for found in _nodes(each)]
    names = getattr(value, "__struct_fields__", ())
    return [value, *(found for name in names for found in _nodes(getattr(value, name)))]


def test_chapters_share_a_bibliography_and_its_letters() -> None:
    cited = set_by("apa", "One [@okafor2020b].", "Two [@okafor2020a].")
    assert paragraphs(cited) == ["One (Okafor, 2020b).", "T", "Two (Okafor, 2020a)."]
    assert len(cited.bibliography.entries) == 2


def test_notes_are_called_behind_the_word_and_its_point() -> None:
    cited = set_by("chicago-notes-bibliography", "So it is [@sand1902]. And [@film], too.")
    (paragraph,) = cited.documents[0].blocks
    assert isinstance(paragraph, Paragraph)
    shown = ["^" if isinstance(node, NoteRef) else plain((node,)) for node in paragraph.children]
    assert "".join(shown) == "So it is.^ And,^ too."
    assert list(cited.documents[0].notes) == ["cite-1", "cite-2"]


def test_in_other_languages_points_stand_where_they_stood() -> None:
    cited = set_by("chicago-notes-bibliography", "So ist es [@sand1902].", language="de")
    (paragraph,) = cited.documents[0].blocks
    assert isinstance(paragraph, Paragraph)
    assert [type(node) for node in paragraph.children] == [Text, NoteRef, Text]
    assert plain(paragraph.children) == "So ist es."


def test_a_citation_in_a_note_stays_there_and_is_read_in_its_place() -> None:
    text = "A.[^cite-1] B [@sand1902, p. 2].\n\n[^cite-1]: As [@sand1902, p. 1] says."
    cited = cite_documents([document(text)], library().references, NOTES, "en-US")
    (one,) = cited.documents
    assert list(one.notes) == ["cite-1", "cite-2"]
    assert [plain(run) for run in runs(one)][2:] == [
        "As Ottilie Marie Sand, The Lamps of the Coast, 2nd ed. (Harbour Press, 1902), 1 says.",
        "Ibid., 2.",
    ]


def test_raised_numbers_hang_on_the_word() -> None:
    cited = cite_documents([document("So it is [@sand1902].")], library().references, NATURE, "en")
    assert paragraphs(cited) == ["So it is.1"]


def test_a_document_without_citations_is_as_it_was() -> None:
    plain_document = document("Nothing is cited here.")
    cited = cite_documents([plain_document], {}, APA, "tlh")
    assert cited.documents == (plain_document,)
    assert (cited.bibliography.entries, cited.diagnostics) == ((), ())


def test_without_references_nothing_is_lost() -> None:
    cited = cite_documents([document("So [see @a, p. 3 and on; @b].")], {}, APA, "en")
    assert paragraphs(cited) == ["So [see a, p. 3 and on; b]."]
    assert [found.code for found in cited.diagnostics] == ["BIB012", "BIB012"]
