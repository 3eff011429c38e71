"""What cannot matter in a text, and what can."""

import pytest

from publisher.checks.parity.normal import BREAK, HYPHEN, joined, normal, plain, same, words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("eﬃcient oﬃces", "efficient offices"),
        ("10\u00a0km", "10 km"),
        ("two  \n words", "two words"),
        ("hy\u00adphen\u200b", "hyphen"),
        ("e\u2011mail", "e-mail"),
        ("cafe\u0301", "café"),
        ("a\x00b", "ab"),
    ],
)
def test_one_form(one: str, other: str) -> None:
    assert normal(one) == other


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("two words", f"two{BREAK}words", True),
        ("one—two", f"one—{BREAK}two", True),
        ("日本語", f"日本{BREAK}語", True),
        ("press-room", f"press{HYPHEN}room", True),
        ("pressroom", f"press{HYPHEN}room", True),
        ("press- room", f"press{HYPHEN}room", True),
        ("press room", f"press{HYPHEN}room", False),
        (f"pre{HYPHEN}ssroom", f"press{HYPHEN}room", True),
        ("two words", "twowords", False),
        ("press-room", "pressroom", False),
        ("Press", "PRESS", True),
        ("Straße", "STRASSE", True),
        ("Press", "press", False),
        ("a \ufffb b", "a\ufffbb", True),
        ("word", f"word{BREAK}", True),
        ("words", f"word{BREAK}", False),
    ],
)
def test_the_same(one: str, other: str, expected: bool) -> None:
    assert same(one, other) is same(other, one) is expected


@pytest.mark.parametrize(
    ("text", "known", "expected"),
    [
        ("Two words", (), ["two", "words"]),
        (f"press{HYPHEN}room", ("press-room",), ["press-room"]),
        (f"press{HYPHEN}room", ("pressroom",), ["pressroom"]),
        (f"one—{BREAK}two", ("one—two",), ["one—two"]),
        (f"one{BREAK}two", ("one", "two", "onetwo"), ["one", "two"]),
        ("日本 a\ufffcb", (), ["日", "本", "a", "\ufffc", "b"]),
    ],
)
def test_words(text: str, known: tuple[str, ...], expected: list[str]) -> None:
    found = words(text, frozenset(known))
    assert found == expected
    assert all(0 <= word.start < word.end <= len(text) for word in found)


def test_lines_that_are_joined() -> None:
    assert joined("a hy-", "phen") == f"a hy{HYPHEN}phen"
    assert joined("a line", "and one") == f"a line{BREAK}and one"
    assert joined("", "first") == "first"
    assert plain(f"a hy{HYPHEN}phen{BREAK}here \ufffc") == "a hyphen here"
