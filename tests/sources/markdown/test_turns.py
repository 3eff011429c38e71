"""Plays and interviews written as paragraphs, and what is none."""

import json
from pathlib import Path

import pytest

from publisher.assets import Source
from publisher.configuration.metadata import Metadata
from publisher.document.nodes import (
    Dialogue,
    Heading,
    Paragraph,
    Turn,
    Verse,
)
from publisher.document.text import document_text, plain, runs
from publisher.publication.anchors import nodes
from publisher.sources import Reading, read
from tests.sources.markdown.reading import TITLE, block, blocks, read_markdown

PLAY = """*The music stops.*

**Algernon.** Did you hear?

**Lane.** No, sir. *Goes out.*

*Enter Jack.*

**Algernon.** Ah.

| A song
| in lines

**Jack and Lane.** *Together.* Oh.

**Lane.**

**Algernon.** Quite.

*Curtain.*
"""


def described(turn: Turn) -> tuple[str, str]:
    return plain(turn.speaker), " / ".join(plain(run) for one in turn.blocks for run in runs(one))


def test_a_play() -> None:
    first, play, last = blocks(f"Scene: a room.\n\n{PLAY}\nAct Drop")
    assert isinstance(first, Paragraph)
    assert isinstance(last, Paragraph)
    assert isinstance(play, Dialogue)
    assert play.role == "drama"
    assert [described(turn) for turn in play.turns] == [
        ("", "The music stops."),
        ("Algernon.", "Did you hear?"),
        ("Lane.", "No, sir. Goes out."),
        ("", "Enter Jack."),
        ("Algernon.", "Ah. / A song / in lines"),
        ("Jack and Lane.", "Together. Oh."),
        ("Lane.", ""),
        ("Algernon.", "Quite."),
        ("", "Curtain."),
    ]
    assert isinstance(play.turns[4].blocks[1], Verse)
    directions = [turn.blocks[0] for turn in play.turns if not turn.speaker]
    assert {each.role for each in directions if isinstance(each, Paragraph)} == {"direction"}
    assert play.span
    assert (play.span.line, play.span.end_line) == (6, 25)


@pytest.mark.parametrize("form", ["**Q:** {}", "**Q**: {}"])
def test_an_interview(form: str) -> None:
    lines = [form.format("why?"), form.format("because.").replace("Q", "A")] * 3
    found = block("\n\n".join(lines))
    assert isinstance(found, Dialogue)
    assert found.role == "interview"
    assert [described(turn) for turn in found.turns] == [("Q:", "why?"), ("A:", "because.")] * 3


def test_scenes_have_a_dialogue_each() -> None:
    scene = "**A.** One.\n\n**B.** Two.\n\n**A.** Three.\n\n**B.** Four."
    found = blocks(f"## I\n\n{scene}\n\n## II\n\n{scene}")
    assert [type(each) for each in found] == [Heading, Dialogue, Heading, Dialogue]


@pytest.mark.parametrize(
    "text",
    [
        "\n\n".join(f"**Point {letter}.** It is so." for letter in "abcdefg"),  # run-in heads
        "**A.** One.\n\n**B.** Two.\n\n**A.** Three.\n\n**B.** Four.",  # too few
        "\n\n".join(["**A.** One."] * 9),  # one name only
        "\n\n".join(["**A** One.", "**B** Two."] * 4),  # no mark behind the name
        "\n\n".join(["**A.** One.", "Words.", "More.", "**B.** Two.", "Words.", "More."] * 3),
        "\n\n".join([f"**{'long ' * 13}.** One.", f"**{'wide ' * 13}.** Two."] * 3),
        "\n\n".join(["**1.** One.", "**2.** Two."] * 4),
        "\n\n".join(["- **A.** One.", "- **B.** Two."] * 4),
        "\n\n".join(["> **A.** One.", "> **B.** Two."] * 4),
    ],
)
def test_what_is_not_sure_stays_as_it_is(text: str) -> None:
    assert not any(isinstance(each, Dialogue) for each in blocks(text))


def test_explain_says_what_was_inferred() -> None:
    lines = read_markdown(TITLE + PLAY + "\nAct Drop").lines
    found = [(line.role, line.rule, line.confidence) for line in lines[1:]]
    assert found == [("dialogue", "turns", 0.9), ("paragraph", "markup", 1.0)]


def test_directions_in_a_container() -> None:
    found = block("::: play\n*Enter A.*\n\n**A.** One.\n\n*Exit.*\n\nMore.\n:::")
    assert isinstance(found, Dialogue)
    assert found.role == "drama"
    assert [described(turn) for turn in found.turns] == [
        *(("", "Enter A."), ("A.", "One."), ("", "Exit."), ("", "More.")),
    ]


# --- the corpus ---------------------------------------------------------------------------

ACTS = {"03-act-1.md": 300, "04-act-2.md": 390, "05-act-3.md": 170}


def reading(path: Path) -> Reading:
    return read(Source(path.name, path.read_bytes()), Metadata())


@pytest.mark.corpus
@pytest.mark.parametrize("name", ACTS)
def test_every_act_is_turns(corpus: Path, name: str) -> None:
    folder = corpus / "books" / "the-importance-of-being-earnest"
    scene, play, drop = reading(folder / name).document.blocks
    assert isinstance(play, Dialogue)
    assert play.role == "drama"
    speakers = [plain(turn.speaker) for turn in play.turns if turn.speaker]
    written = (folder / name).read_text(encoding="utf-8")
    assert len(speakers) == written.count("\n**") > ACTS[name] / 2
    # Each paragraph of the source is one of the book: a speech, one that goes on, a direction.
    structure = json.loads((folder / "structure.json").read_text(encoding="utf-8"))
    chapter = next(each for each in structure["chapters"] if each["file"] == name)
    counted = sum(isinstance(node, Paragraph) for node in nodes((scene, play, drop)))
    assert counted == chapter["paragraphs"]


@pytest.mark.corpus
def test_no_character_of_a_play_is_lost(corpus: Path) -> None:
    path = corpus / "books" / "the-importance-of-being-earnest" / "03-act-1.md"
    written = path.read_text(encoding="utf-8").split("---\n", 2)[2].replace("*", "")
    said = document_text(reading(path).document)
    assert "".join(said.split()) == "".join(written.replace("# ", "").split())


@pytest.mark.corpus
def test_nothing_else_in_the_corpus_is_taken_for_a_play(corpus: Path) -> None:
    paths = [*corpus.glob("markdown/*/*.md"), *corpus.glob("books/*/*.md")]
    found = {
        path.name
        for path in paths
        if any(isinstance(each, Dialogue) for each in reading(path).document.blocks)
    }
    assert found == set(ACTS)
