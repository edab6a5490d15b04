"""Letters alone: capitals, signs of one and of two letters, marks, and the alphabet's order."""

from __future__ import annotations

import random
import unicodedata

import pytest

from newsdesk.script import Words, alphabetical, slugify, to_cyrillic, to_latin


@pytest.fixture(scope="module")
def words() -> Words:
    return Words.shipped()


@pytest.mark.parametrize(
    ("cyrillic", "latin"),
    [
        ("абвгдђежзијклљмнњопрстћуфхцчџш", "abvgdđežzijklljmnnjoprstćufhcčdžš"),
        ("АБВГДЂЕЖЗИЈКЛЉМНЊОПРСТЋУФХЦЧЏШ", "ABVGDĐEŽZIJKLLJMNNJOPRSTĆUFHCČDŽŠ"),
        ("ЏУГАЊ", "DŽUGANJ"),
        ("Џуган", "Džugan"),
        ("Љ. Поповић", "Lj. Popović"),
        ("УЉ", "ULJ"),
        ("Љ", "Lj"),
        ("ЊЕГОШ Њ. Његош", "NJEGOŠ Nj. Njegoš"),
        ("БАЊ-а", "BANJ-a"),
        ("ко̂д", "kôd"),
        ("UNICEF је ту, 5 kg!", "UNICEF je tu, 5 kg!"),
        ("", ""),
    ],
)
def test_cyrillic_is_written_in_latin_letter_by_letter(cyrillic: str, latin: str) -> None:
    assert to_latin(cyrillic) == latin


@pytest.mark.parametrize(
    ("latin", "cyrillic"),
    [
        ("ǉubav ǈiǉa Ǉ ǌiva ǋ Ǌ ǆep ǅep Ǆ", "љубав Љиља Љ њива Њ Њ џеп Џеп Џ"),
        (unicodedata.normalize("NFD", "Čačak, šćućuren žabac"), "Чачак, шћућурен жабац"),
        (unicodedata.normalize("NFC", "studenatâ, kôd, ženā"), "студената̂, ко̂д, жена̄"),
        ("Ðorđe", "Ђорђе"),
        ("decа s ruskom „а“ i дeca", "деца с руском „а“ и деца"),
    ],
)
def test_rare_ways_to_type_a_letter_are_known(words: Words, latin: str, cyrillic: str) -> None:
    assert to_cyrillic(latin, words) == cyrillic


@pytest.mark.parametrize("text", ["café", unicodedata.normalize("NFD", "Müller café")])
def test_a_word_that_stays_keeps_its_bytes(words: Words, text: str) -> None:
    assert to_cyrillic(text, words) == text


LATIN_ORDER = """
ananas banka cena čas ćup dan duša džep đak eho film grad hleb igra jaje kuća luk ljubav mir
nula njiva oko pas rad sat šal tata uho vek zid žaba
"""
CYRILLIC_ORDER = """
ананас банка век град дан душа ђак ехо жаба зид игра јаје кућа лук љубав мир нула њива
око пас рад сат тата ћуп ухо филм хлеб цена час џеп шал
"""


@pytest.mark.parametrize(
    "order",
    [
        LATIN_ORDER.split(),
        CYRILLIC_ORDER.split(),
        ["Novi Pazar", "Novi Sad", "Novine"],
        ["1 dan", "2 dana", "a", "A", "á propos", "b", "quo", "r", "v", "wok", "x", "yard", "z"],
        ["đak", "Đorđe", "ђак"],
    ],
)
def test_names_come_in_serbian_order(order: list[str]) -> None:
    shuffled = random.Random(7).sample(order, len(order))  # noqa: S311 - only an order
    assert sorted(shuffled, key=alphabetical) == order


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Socijalna zaštita", "socijalna-zastita"),
        ("Социјална заштита", "socijalna-zastita"),
        ("Đak, čvorak i ćuk: ŽENA!", "djak-cvorak-i-cuk-zena"),
        ("Ђак, чворак и ћук: ЖЕНА!", "djak-cvorak-i-cuk-zena"),
        ("Љубав, Његош и ЏЕП", "ljubav-njegos-i-dzep"),
        ("Ljubav, Njegoš i DŽEP", "ljubav-njegos-i-dzep"),
        ("Injekcija", "injekcija"),
        ("Инјекција", "injekcija"),
        (
            "Strengthening families – windows of opportunity",
            "strengthening-families-windows-of-opportunity",
        ),
        ("The child’s best interest & 50 % more", "the-childs-best-interest-50-more"),
        ("  Café “Straße” № 5 — Ærø ", "cafe-strasse-no-5-aero"),
        (unicodedata.normalize("NFD", "Čačak"), "cacak"),
        ("…", ""),
        (f"{'milk ' * 16}and shoes", "-".join(["milk"] * 16)),
        (f"{'milk ' * 15}shoes and hats", "-".join([*["milk"] * 15, "shoes"])),
        ("Milk" * 1250, "milk" * 20),
    ],
)
def test_a_title_has_one_slug_in_both_scripts(title: str, slug: str) -> None:
    assert slugify(title) == slug
