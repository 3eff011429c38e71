"""LNT001 and LNT002: quotation marks without a partner, in many languages."""

import pytest

from tests.checks.source.subjects import marked

RIGHT = [
    ("en", "“We go,” she said, “and you stay.”"),
    ("en", "He said ‘go’ and the dogs’ owners went; rock ’n’ roll was the ’90s."),
    ("en", "“He told me ‘It’s the dogs’ dinner’ twice,” she said."),
    ("en", 'A 12" record, and a 3.5" disk, lay by the "old" one, 6\'2" long.'),
    ("en", "“One paragraph of it.\n\n“And the next,” she said."),
    ("en", "“‘Twice opened,\n\n“‘and twice again,’ he wrote,” she said."),
    ("en", "(“In brackets”) and—“after a dash”—and “before one”—so."),
    ("de", "„Geh“, sagte sie, „oder ‚bleib‘ hier.“ Ein »anderer« sagte «nichts»."),
    ("fr", "« Va », dit-elle, l’« âme » en peine. Il a dit qu’« il reste »."),
    ("fr", "« Un premier paragraphe.\n\n» Et le deuxième », dit-elle."),
    ("es", "«Vamos», dijo. «Nada “más” que eso»."),
    ("sv", "”Gå”, sade hon, ”eller ’stanna’ här.”"),
    ("fi", "”Mene”, hän sanoi. »Jää», sanoi toinen."),
    ("da", "»Gå,« sagde hun. „Bliv“, sagde en anden."),
    ("pl", "„Idź”, powiedziała, „albo »zostań« tu.”"),
    ("ru", "«Иди, — сказала она, — или „останься“ здесь»."),
    ("sr", '„Иди“, рекла је.\n\n"Прва реченица.\n\nДруга реченица", рекао је.'),
    ("he", 'צה"ל הודיע כי "הכול בסדר" בדו"ח.'),
    ("ar", 'قال "نعم" و"لا" معا، و«ربما» أيضا.'),
    ("ja", "彼は「行く。\n\nもう行く」と言った。『本』も読む。"),
    ("zh", "他说：“走吧。”然后‘停’了，再看『书』。"),
    ("ko", "그는 “가자”고 말했다."),
]

WRONG = [
    ("en", "“We go, she said.", [("LNT001", "“")]),
    ("en", "We go,” she said.", [("LNT002", "”")]),
    ("en", '"We go, she said. She said it twice.', [("LNT001", '"')]),
    ("en", "“One paragraph of it.\n\nAnd the next,” she said.", [("LNT001", "“"), ("LNT002", "”")]),
    ("de", "„Geh, sagte sie.", [("LNT001", "„")]),
    ("fr", "« Va, dit-elle. Il dit « reste ».", [("LNT001", "«")]),
    ("es", "Vamos», dijo.", [("LNT002", "»")]),
    ("sv", "”Gå, sade hon.", [("LNT001", "”")]),
    ("ru", "«Иди, — сказала она.", [("LNT001", "«")]),
    ("ar", "قال «نعم ثم ذهب.", [("LNT001", "«")]),
    ("ja", "彼は「行くと言った。", [("LNT001", "「")]),
    ("zh", "他说：“走吧。", [("LNT001", "“")]),
]


@pytest.mark.parametrize(("language", "text"), RIGHT)
def test_pairs_are_right(language: str, text: str) -> None:
    assert not {"LNT001", "LNT002"} & {code for code, _ in marked(text, language)}


@pytest.mark.parametrize(("language", "text", "expected"), WRONG)
def test_a_mark_without_a_partner(
    language: str, text: str, expected: list[tuple[str, str]]
) -> None:
    assert marked(text, language) == expected
