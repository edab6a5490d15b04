"""Days: “today” is over tomorrow, but a post is read for years."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta

from newsdesk.dates import day_in_words
from newsdesk.house_style.draft import Draft, Text, is_markup, is_quoted
from newsdesk.house_style.wording import SERBIAN, any_of, spelled
from newsdesk.language import Language
from newsdesk.problems import Message, Problem, say
from newsdesk.script.letters import letters_to_latin

# Characters before a trace in which its whole phrase begins; twice as many behind it, for what a
# phrase may be followed by.
REACH = 25
BEGINS_SENTENCE = re.compile(r"(?:\A|[\n.!?:…])[\s*_(>#\"„“–-]*\Z")
# How far words are from today, by their beginnings; the others speak of the same day, or of a week.
DISTANCES = (
    *(("yesterday", -1), ("juče", -1), ("sinoć", -1), ("prekjuče", -2)),
    *(("tomorrow", 1), ("sutra", 1), ("prekosutra", 2)),
)


@dataclass(frozen=True, slots=True)
class RelativeDays:
    """How a language speaks of days without naming them.

    :param traces: parts of these words; a text without any of them is passed over at once.
    :param word: any of these words or phrases.
    :param idiom: what stands before such a word when it means no day: a better tomorrow.
    """

    traces: tuple[str, ...]
    word: re.Pattern[str]
    idiom: re.Pattern[str]

    def mentions(self, words: str) -> Iterator[re.Match[str]]:
        """Give each word that means a day, in the order of the text."""
        present = [trace for trace in self.traces if trace in words]
        if present:
            yield from self._mentions(words, present)

    def _mentions(self, words: str, traces: Iterable[str]) -> Iterator[re.Match[str]]:
        found = {
            mention.start(): mention
            for trace in traces
            for place in _places(words, trace)
            for mention in self.word.finditer(words, max(0, place - REACH), place + 2 * REACH)
            if mention.start() <= place < mention.end()
        }
        for start in sorted(found):
            if not self.idiom.search(words, max(0, start - REACH), start):
                yield found[start]


def _places(words: str, trace: str) -> Iterator[int]:
    place = words.find(trace)
    while place >= 0:
        yield place
        place = words.find(trace, place + 1)


def _english() -> RelativeDays:
    nowadays = any_of("age children economy generation* society times world young youth", "en")
    words = (
        rf"(?:today|tomorrow)(?![’']s\s+(?:\w+\s+)?{nowadays}\b)",
        r"tonight|yesterday|this\s+(?:morning|afternoon|evening)",
        r"(?:this|last|next)\s+week(?:end)?",
    )
    better = any_of("better brighter fairer happier healthier safer stronger USA", "en")
    return RelativeDays(
        ("oday", "onight", "esterday", "omorrow", " week", " morning", "ternoon", " evening"),
        _word(words),
        re.compile(rf"\b{better}\s+\Z"),
    )


def _serbian(language: Language) -> RelativeDays:
    ending = any_of("a e eg ega em emu i ih im ima og oj om u", language)
    nowadays = any_of("dec* društv* generacij* mlad* omladin* porodic* svet* vreme*", language)
    words = (
        any_of("danas večeras jutros noćas sinoć juče prekjuče sutra prekosutra", language),
        rf"{any_of('današnj večerašnj jučerašnj sutrašnj', language)}{ending}(?!\s+{nowadays}\b)",
        any_of("ov prošl sledeć naredn iduć minul protekl", language)
        + rf"{ending}\s+{any_of('nedelj sedmic vikend', language)}{ending}?",
    )
    better = "bezbednije bolje lepše pravednije sigurnije srećnije svetlije zdravije"
    traces = "anas anaš juče Juče utr ečera noć nedelj sedmic vikend"
    return RelativeDays(
        tuple(spelled(traces, language).split()),
        _word(words),
        re.compile(rf"\b(?:{any_of(better, language)}\s+|{spelled('dan', language)}[\s-])\Z"),
    )


def _word(words: tuple[str, ...]) -> re.Pattern[str]:
    """Find whole words; danas.rs is an address and dan-danas an idiom."""
    return re.compile(rf"(?<![\w@./-])(?:{'|'.join(words)})(?![\w@/]|\.\w)", re.IGNORECASE)


RELATIVE_DAYS: Mapping[Language, RelativeDays] = {
    "en": _english(),
    **{language: _serbian(language) for language in SERBIAN},
}


def relative_days(draft: Draft) -> Iterator[Problem]:
    """A post of a day names its days: “today” is over tomorrow, but a post is read for years."""
    known = RELATIVE_DAYS.get(draft.language)
    if not draft.is_dated or known is None:
        return
    for text in draft.texts:
        for mention in known.mentions(text.words):
            if not _is_right(draft, text, mention):
                message = say("later nobody can tell when “{word}” was", word=mention[0])
                yield text.warn(mention.start(), message, _hint(draft, mention[0]))


def _is_right(draft: Draft, text: Text, mention: re.Match[str]) -> bool:
    """A dateline names today; a name is a name, and what somebody said stays as it was said."""
    words, start = text.words, mention.start()
    if draft.has_dateline and text is draft.body and start < _end_of_first_paragraph(words):
        return True
    is_name = mention[0][0].isupper() and not BEGINS_SENTENCE.search(
        words, max(0, start - REACH), start
    )
    return is_name or is_markup(words, start) or is_quoted(words, start)


def _end_of_first_paragraph(words: str) -> int:
    end = words.find("\n\n", len(words) - len(words.lstrip()))
    return end if end >= 0 else len(words)


def _hint(draft: Draft, word: str) -> Message:
    """Give the day that is meant, as far as the post tells."""
    if draft.day is None:
        return say("name the day, or leave the word out")
    latin = letters_to_latin(word.lower())
    distance = next((days for begins, days in DISTANCES if latin.startswith(begins)), 0)
    meant = replace(draft.day, at=draft.day.at + timedelta(days=distance))
    day = day_in_words(meant, draft.language.replace("-", "_")).replace("\u00a0", " ")
    return say("name the day, such as {day}, or leave the word out", day=day)
