"""LNT003 to LNT006 and LNT019: words, spaces, straight marks, hyphens, names; found and fixed."""

import pytest

from tests.checks.source.subjects import fixed, found, marked

DOUBLED = [
    ("en", "He took the the bus.", " the", "He took the bus."),
    ("en", "The the bus.", " the", "The bus."),
    ("en", "Over and and and over.", " and and", "Over and over."),
    ("en", "They made made it.", " made", None),
    ("de", "Der Hund und und die Katze.", " und", "Der Hund und die Katze."),
    ("de", "Er ging ging nach Hause.", " ging", None),
    ("fr", "Le chat et et le chien.", " et", "Le chat et le chien."),
    ("es", "Vive en en Madrid.", " en", "Vive en Madrid."),
    ("ru", "Он живет в в Москве.", " в", "Он живет в Москве."),
    ("tr", "Kedi ve ve köpek.", " ve", "Kedi ve köpek."),
    ("la", "Gallia omnis omnis divisa.", " omnis", None),
]

NOT_DOUBLED = [
    ("en", "She had had enough, and knew that that was so. Very very much so."),
    ("en", "Duran Duran played Sing Sing, ha ha ha, and plan A a day later."),
    ("en", "On the 10 10 came; is-is and the-the stand with a hyphen. So, so."),
    ("de", "Die, die die Katze sah. Dass sie sie sah, war klar."),
    ("fr", "Nous nous levons, vous vous levez, très très tôt."),
    ("it", "Piano piano si arriva."),
    ("id", "Anak anak bermain."),
    ("vi", "Xa xa có tiếng chuông."),
    ("zh", "人人 人人"),
]


@pytest.mark.parametrize(("language", "text", "second", "after"), DOUBLED)
def test_a_doubled_word(language: str, text: str, second: str, after: str | None) -> None:
    assert marked(text, language) == [("LNT003", second)]
    assert fixed(text, language) == (after or text)


@pytest.mark.parametrize(("language", "text"), NOT_DOUBLED)
def test_a_word_that_may_stand_twice(language: str, text: str) -> None:
    assert marked(text, language, code="LNT003") == []


def test_a_word_doubled_over_a_line_end_is_left_to_people() -> None:
    text = "A line that is as long as lines are in a text that was wrapped by the\n" * 2 + "end.\n"
    text = text.replace("the\nend", "the\nthe end")
    assert ("LNT003", "\nthe") in marked(text)
    assert fixed(text) == text


def test_double_spaces_are_found_in_the_source_and_fixed() -> None:
    text = "One.  Two   three.\nA quite ordinary second line.\n"
    assert marked(text, code="LNT004") == [("LNT004", "  "), ("LNT004", "   ")]
    assert fixed(text) == "One. Two three.\nA quite ordinary second line.\n"


def test_columns_keep_their_spaces() -> None:
    table = "Name      Age   Town\nAnn Lee   34    Bergen\nBo Ek     41    Oslo\n"
    assert marked(table) == []


STRAIGHT = [
    ("en", '“One,” she said. "Two," he said.', "“One,” she said. “Two,” he said."),
    ("de", '„Eins“, sagte sie. "Zwei", sagte er.', "„Eins“, sagte sie. „Zwei“, sagte er."),
    ("sv", '”Ett”, sade hon. "Två", sade han.', "”Ett”, sade hon. ”Två”, sade han."),
    ("fr", '« Un », dit-elle, « et "deux" » ; "trois".', None),
    ("en", "It’s hers; it’s his; it's ours.", "It’s hers; it’s his; it’s ours."),
    ("fr", "L’âme, l’eau, l'air.", "L’âme, l’eau, l’air."),
]


@pytest.mark.parametrize(("language", "text", "after"), STRAIGHT)
def test_straight_marks_among_curly_ones(language: str, text: str, after: str | None) -> None:
    assert {code for code, _ in marked(text, language)} == {"LNT005"}
    if after:
        assert fixed(text, language) == after
    else:  # one inside another quotation stays as it is
        assert '"deux"' in fixed(text, language)
        assert "«\u00a0trois\u00a0»" in fixed(text, language)


@pytest.mark.parametrize(
    "text",
    ['"All" of them "are" straight, it\'s so.', '“Six” feet, 6\'2", and a 12" disk; “so”.'],
)
def test_straight_marks_that_are_right(text: str) -> None:
    assert marked(text, code="LNT005") == []


HYPHENS = [
    ("en-GB", "A word - and another - here.", "A word – and another – here."),
    ("en-US", "A word -- and another -- here.", "A word—and another—here."),
    ("en", "A word--and another.", "A word – and another."),
    ("en", "A dash—so—and a hyphen - so.", "A dash—so—and a hyphen—so."),
    ("de", "Ein Wort - und noch eins.", "Ein Wort – und noch eins."),
    ("en", "From 1990-1995 and 2003-04.", "From 1990–1995 and 2003–04."),
    ("tlh", "Heghlu’meH QaQ - jajvam.", None),
    ("es", "Una palabra - y otra.", None),
    ("zh-Hans", "一个词 - 另一个。", "一个词——另一个。"),
]


@pytest.mark.parametrize(("language", "text", "after"), HYPHENS)
def test_hyphens_for_dashes(language: str, text: str, after: str | None) -> None:
    assert {code for code, _ in marked(text, language)} == {"LNT006"}
    assert fixed(text, language) == (after or text)


def test_a_hyphen_at_the_end_of_a_line_is_a_dash_too() -> None:
    text = (
        "A line that is as long as lines are in a text that was wrapped - and\nso - on -\nto here."
    )
    assert fixed(text) == text.replace(" - ", " – ").replace(" -\n", " –\n")


@pytest.mark.parametrize(
    "text",
    ["It ended 3 - 2.", "Call 1990-1950 or 555-1234.", "A well-known way, pre- and post-war."],
)
def test_hyphens_that_are_hyphens(text: str) -> None:
    assert marked(text) == []


NAMES = [
    (
        "Mr Johnson came. Then Johnson spoke. So Johnson left, with Johnson’s hat.",
        "It was Johnston who said so.",
        "Johnston",
    ),
    ("He flew to Kyiv. From Kyiv he wrote. He left Kyiv.", "The road to Kiev.", "Kiev"),
    ("The code is on GitHub. All of GitHub knew. GitHub fell.", "So Github rose.", "Github"),
    ("They left Saint-Denis. In Saint-Denis it rained.", "To Saint Denis then.", "Saint Denis"),
    ("We met Dvořák. So Dvořák came, and Dvořák saw Dvořák.", "And then Dvorák left.", "Dvorák"),
]

NOT_ONE_NAME = [
    "Mr Johnson came, then Johnson spoke, then Johnson and Johnson again, and Johnston.",
    "So Ann Johnson came. Ann Johnson spoke. Ann Johnson left. Ann Johnson.\n\nEd Johnston sat.",
    "In Debian. Of Debian. To Debian. By Debian. For Debiana. With Debianem.",
    "By Marina. To Marina. Of Marina. In Marina. Now Ed Martina. Then Ed Martina.",
    "The Iraq war. In Iraq. To Iraq. From Iraq.\n\nThe Iran war.",
]


@pytest.mark.parametrize(("usual", "other", "rare"), NAMES)
def test_a_name_in_two_spellings(usual: str, other: str, rare: str) -> None:
    text = f"{usual}\n\n{other}"
    assert marked(text) == [("LNT019", rare)]
    assert fixed(text) == text


@pytest.mark.parametrize("text", NOT_ONE_NAME)
def test_names_that_only_look_alike(text: str) -> None:
    assert marked(text) == []


def test_the_message_names_both_spellings() -> None:
    (finding,) = found("\n\n".join(NAMES[0][:2]))
    assert "Johnston" in finding.diagnostic.message
    assert "Johnson" in finding.diagnostic.message
