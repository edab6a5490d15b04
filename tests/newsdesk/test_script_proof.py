"""There and back: Cyrillic, Latin and Cyrillic again is the same text, or the word is named."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from newsdesk.script import (
    Lost,
    Words,
    html_there_and_back,
    there_and_back,
    to_cyrillic,
    to_latin,
)
from newsdesk.script.letters import LATIN_OF
from newsdesk.script.lists import read_list

WORDS = Words.shipped()
SMALL = "".join(LATIN_OF)


def test_a_text_that_survives_loses_nothing() -> None:
    text = "Инјекција Танјуга, наџак, UNICEF-а и џеп: ЉУБАВ Љ. Поповића у XXI веку, 5 kg."
    assert list(there_and_back(text, WORDS)) == []


def test_each_word_that_is_lost_is_named_with_its_place() -> None:
    text = "Деца,\n„УНИЦЕФ“ и (конјав) Save Serbia."
    assert list(there_and_back(text, WORDS)) == [
        Lost(7, "УНИЦЕФ", "UNICEF"),
        Lost(18, "конјав", "коњав"),
        Lost(26, "Save", "Саве"),
        Lost(31, "Serbia", "Сербиа"),
    ]


def test_a_protected_word_survives() -> None:
    words = WORDS.corrected({"konjav": "конјав"}).protecting(["УНИЦЕФ", "Save Serbia"])
    assert list(there_and_back("УНИЦЕФ и (конјав) Save Serbia.", words)) == []


def test_a_page_loses_no_tags_and_no_other_language() -> None:
    page = '<p lang="sr-Cyrl" title="Џак"><i lang="en">The child</i> <b>конјав</b> <code>x</code>'
    assert [lost.word for lost in html_there_and_back(page, WORDS)] == ["конјав"]


@given(st.text(st.sampled_from(SMALL + SMALL.upper() + " .,-\n–5'")))
def test_every_serbian_text_survives_but_for_the_words_that_are_named(text: str) -> None:
    again = to_cyrillic(to_latin(text, WORDS), WORDS)
    lost = list(there_and_back(text, WORDS))
    for word in lost:
        assert text[word.position :].startswith(word.word)
    assert (again == text) == (not lost)


@given(
    st.text(st.sampled_from(SMALL.translate({ord(letter): None for letter in "лнд"})), min_size=4)
)
def test_a_small_word_with_no_pair_of_letters_survives_unless_it_looks_foreign(word: str) -> None:
    assume(not WORDS.lists.foreign.mark(to_latin(word)))
    assert to_cyrillic(to_latin(word, WORDS), WORDS) == word


@pytest.mark.parametrize(
    "name", ["two_letters", "abbreviations", "serbian_abbreviations", "foreign", "units"]
)
def test_no_entry_stands_twice_in_a_list(name: str) -> None:
    entries = read_list(name)
    assert len(entries) == len(set(entries))


def test_no_abbreviation_is_both_kept_and_converted() -> None:
    assert set(read_list("abbreviations")).isdisjoint(read_list("serbian_abbreviations"))
