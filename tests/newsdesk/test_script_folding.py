"""A word is folded into what people type who leave marks out or write in the other script."""

from __future__ import annotations

import pytest

from newsdesk.script import PLAIN, folded, to_latin

ALPHABET = "абвгдђежзијклљмнњопрстћуфхцчџш"


@pytest.mark.parametrize(
    ("plain", "words"),
    [
        ("domanovic", ["Домановић", "Domanović", "Domanovic", "ДОМАНОВИЋ", "Domanovic\u0301"]),
        ("skola", ["škola", "школа", "ŠKOLA", "skola"]),
        ("daci", ["đaci", "ђаци", "djaci", "daci", "Ðaci".replace("Ð", "Đ")]),
        ("dordevic", ["Đorđević", "Ђорђевић", "Djordjevic", "Dordevic"]),
        ("ljubav", ["Љубав", "LJUBAV", "ljubav", "\u01c9ubav"]),
        ("dzep", ["џеп", "džep", "dzep", "\u01c6ep"]),
        ("23", ["23"]),
        ("cafe", ["café", "CAFÉ"]),
        ("unicef", ["UNICEF", "УНИЦЕФ"]),
    ],
)
def test_all_ways_of_typing_a_word_are_one(plain: str, words: list[str]) -> None:
    assert {folded(word) for word in words} == {plain}


def test_both_scripts_are_folded_alike_letter_by_letter() -> None:
    for letter in ALPHABET + ALPHABET.upper():
        assert folded(letter) == folded(to_latin(letter)), letter


def test_every_cyrillic_letter_has_its_plain_one() -> None:
    assert set(PLAIN) == {*ALPHABET, "đ"}
    assert all(plain.isascii() for plain in PLAIN.values())
