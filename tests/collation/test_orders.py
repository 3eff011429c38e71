"""The order of each language that publisher has a table for, with where the order is laid down.

Sources: Unicode CLDR 48, common/collation/<language>.xml, which states each language's alphabet as
rules over the root order; a language without a file there has the root's (UTS 35, part 5).
"""

import random

import pytest

from publisher.collation import collation
from tests.conftest import ROOT

pytest.importorskip("icu", reason="the extra `index` is not installed")

ORDERS = {
    # ar.xml: the root order of the Arabic letters; marks of vowels do not part words.
    "ar": "أب باب تاج ثوب جبل حبر خبز دار ذهب رمل زيت سفر شمس صبر ضوء طين ظل عين غيم فجر قمر كتاب",
    # bg.xml: the root order of Cyrillic letters, Bulgarian's own alphabet.
    "bg": "Алек Боян Велин Галин Деян Елин Живко Захари Иван Йордан Ъгъл Юли Яна",
    # cs.xml: č, ř, š, ž after their letters, ch after h; other accents count last.
    "cs": "cihla čaj ďábel dům hrad chata iris jezero rak řeka sova šála zima žába",
    # da.xml: æ, ø, å at the end, aa as å, ä with æ, ö with ø, ü with y.
    "da": "Abel Zebra Ære Øre Ål Aalborg",
    # de.xml, search aside: the root order; an umlaut counts as its vowel, then as an accent.
    "de": "Äpfel Apfelmus Arbeit Maß Masse Ofen Öfen Ofenrohr Zug",
    # de.xml, phonebook: an umlaut counts as its vowel and an e.
    "de-u-co-phonebk": "Ad Aden Äderung Af Goedel Gödel Goethe Göthe Goldmann",
    "de-AT": "Ader Äderung Adler Ofen Öfen",
    "de-CH": "Ader Äderung Adler Masse Mast",
    # el.xml: the root order of the Greek letters; the accent counts last, the final ς is a σ.
    "el": "άλφα αυγή βήτα γάμμα δέλτα ζήτα ήτα θήτα φως ψάρι ώρα",
    # A language without a file has the root's order; a space goes before a letter, a hyphen is one.
    "en": "a la carte|Abbey|Æsop|naive|naïve|new-style|New York|newt|Zürich",
    "en-US": "co-op|cooper|résumé|resumed|Smith|Smith, Ann|Smithson",
    "en-CA": "eclair éclair eclairs école zebra",
    # es.xml: ñ after n; ch and ll are no letters of their own since 1994.
    "es": "cama chico cinta llama luz nube ñandú oro",
    # es.xml, traditional: ch and ll each after their first letter.
    "es-u-co-trad": "cama cinta cuna chico dado luz llama mar",
    "es-419": "nube nuez ñame ñandú oca",
    # fi.xml: å, ä, ö at the end; w is a letter of its own in the present standard.
    "fi": "aasi vaara wiki zeniitti åhlens äiti öljy",
    # fr.xml: the root order, accents from the first on.
    "fr": "cote coté côte côté coter école écrou éléphant elle",
    # fr_CA.xml: accents from the last on (backwards at the second level).
    "fr-CA": "cote côte coté côté coter",
    "fr-CH": "cote coté côte côté",
    # he.xml: the root order of the Hebrew letters.
    "he": "אבן בית גמל דלת ספר עץ שמש תמר",
    # hi.xml: the root order of Devanagari, anusvara and visarga before the letters.
    "hi": "अब आम इमली ईख उल्लू कमल खग गाय चाय जल",
    # hr.xml: č, ć, dž, đ, lj, nj, š, ž are letters.
    "hr": "cvijet čamac ćup dan džep đak luk ljeto noć njiva sat šal zub žaba",
    # hu.xml: cs, dz, dzs, gy, ly, ny, sz, ty, zs are letters; ö and ü follow o and u, long
    # vowels count as short ones first.
    "hu": "cukor csak dada dzéta dzsem lap lyuk nap nyár orr ősz sál szó tó tyúk zab zsír",
    "it": "città cittadino è era perché perchè però",
    "it-CH": "casa cassa città",
    # ja.xml: kana in the order of the fifty sounds, whatever their script; voiced after unvoiced.
    "ja": "あさ アジア いえ かき がき カメラ さくら ざくろ はな ばら ぱん やま わに",
    # ko.xml: the root order of Hangul syllables.
    "ko": "가방 나무 다리 라면 마음 바다 사람 아이 자동차 하늘",
    # nb.xml, no.xml: æ, ø, å at the end, aa as å.
    "nb": "ape zoo ære øre åre Aasen",
    "nn": "ape zoo ære øre åre",
    # nl.xml: the root order; ij is two letters.
    "nl": "een één eend ijs IJssel ikje",
    # pl.xml: ą, ć, ę, ł, ń, ó, ś, ź, ż after their letters.
    "pl": "car ćma dom las łaska noc oko ósmy sok śruba zebra źle żaba",
    "pt": "água agudo avó avô ção coçar",
    "pt-BR": "maçã macaco maçaneta",
    # ro.xml: ă, â, î, ș, ț after their letters.
    "ro": "apă ărie âncă iarnă în sare șarpe tată țară",
    # ru.xml: the root order; ё counts as е first.
    "ru": "ёлка елок ель жук июнь йод эхо юла яма",
    # sk.xml: ä, č, ch, ô, š, ž are letters.
    "sk": "auto ämbra cena čaj hora chlieb opica ôsmy syr šaty zub žaba",
    # sl.xml: č, š, ž (and ć, đ) are letters.
    "sl": "cesta čebela dan soba šola zima žaba",
    # sr.xml: the root order with Serbia's own alphabet; sr_Latn.xml as hr.xml.
    "sr": "авион вода дан ђак лук љубав нос његош торта ћуп џеп шума",
    "sr-Latn": "cvet čaj ćup dan džep đak luk ljubav nos njiva sat šuma",
    # sv.xml: å, ä, ö at the end, w a letter since 2006, æ with ä, ø with ö.
    "sv": "al vas wik zebra ål äpple öl",
    # tr.xml: ç, ğ, ı before i, ö, ş, ü are letters.
    "tr": "cam çay gaz ısı iyi jilet okul ödev sal şal uzun üç",
    # uk.xml: the root order with ґ after г.
    "uk": "гора ґанок дім єдність жук їжак йод юрта ящик",
    "und": "1 2 10 a á ä b z",
    # zh.xml, pinyin: by sound.
    "zh-Hans": "阿姨 北京 成都 广州 上海 天津 中国",
    # zh.xml, stroke: by the number of strokes.
    "zh-Hant": "一 二 三 中 北京 臺灣",
    "zh-u-co-stroke": "一 二 三 中 北",
}


@pytest.mark.parametrize("tag", ORDERS)
def test_words_stand_in_the_order_of_the_language(tag: str) -> None:
    words = ORDERS[tag]
    expected = words.split("|") if "|" in words else words.split()
    mixed = random.Random(tag).sample(expected, len(expected))
    assert sorted(mixed, key=collation(tag).key) == expected


def test_each_language_with_a_table_has_an_order() -> None:
    tables = {path.stem for path in (ROOT / "publisher/typography/languages").glob("*.toml")}
    assert tables - set(ORDERS) == set()
