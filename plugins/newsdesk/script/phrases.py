"""Finds several words in a row that have a set form: Save the Children, New York Times."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from newsdesk.script.glossary import Glossary, Phrase
from newsdesk.script.neighbours import SPACE
from newsdesk.script.tokens import PARTS


def phrase_at(
    glossary: Glossary, pieces: Sequence[str], index: int, spell: Callable[[str], str]
) -> Mapping[int, str]:
    """Give what replaces which pieces where a phrase begins; nothing where none does.

    :param pieces: gaps and words in turn, the words at the odd places.
    :param index: the place of the word that may begin a phrase.
    :param spell: converts the ending of the last word: Save the Children-a.
    """
    for phrase in glossary.phrases_from(pieces[index]):
        places = range(index, index + 2 * len(phrase.words), 2)
        if places[-1] < len(pieces) and _fits(phrase, pieces, places):
            return _shown(phrase, pieces, places, spell)
    return {}


def _fits(phrase: Phrase, pieces: Sequence[str], places: range) -> bool:
    words = [pieces[place].lower() for place in places]
    gaps = [pieces[place + 1] for place in places[:-1]]
    last = words[-1] if words[-1] == phrase.words[-1] else PARTS.split(words[-1])[0]
    return (*words[:-1], last) == phrase.words and all(SPACE.fullmatch(gap) for gap in gaps)


def _shown(
    phrase: Phrase, pieces: Sequence[str], places: range, spell: Callable[[str], str]
) -> Mapping[int, str]:
    length = len(phrase.words[-1])
    last, ending = pieces[places[-1]][:length], spell(pieces[places[-1]][length:])
    if phrase.stays:
        return {**{place: pieces[place] for place in places}, places[-1]: last + ending}
    emptied = dict.fromkeys(range(places[0], places[-1] + 1), "")
    return emptied | {places[0]: phrase.shown, places[-1]: ending}
