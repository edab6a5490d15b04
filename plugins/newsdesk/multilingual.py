"""What a site in several languages must look after: right tags, and translations that keep up."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import permutations

from newsdesk.item import Item
from newsdesk.language import Language
from newsdesk.life import updated
from newsdesk.problems import Problem, say
from newsdesk.schema.posts import DatedPost, Post

# The language that a text is in

# Small words that every text of a language has, and hardly any of the other one.
ENGLISH = """
    an and are as at be been by for from has have is it its not of or that the their they this was
    were which who with
    """
SERBIAN = """
    ali bila bilo bio biti će i ili iz još je kada kako kao koja koje koji na nije njihove od ova
    ovo po sa samo se što su svoje u već za
    """
SMALL_ENGLISH, SMALL_SERBIAN = frozenset(ENGLISH.split()), frozenset(SERBIAN.split())
IN_CYRILLIC = frozenset(("sr-Cyrl", "bg", "mk"))
# Near to Serbian: their texts have its small words.
NEAR_TO_SERBIAN = frozenset(("bs", "hr"))
CYRILLIC_WORD = re.compile("[\u0400-\u04ff]+")
LATIN_WORD = re.compile("[A-Za-z\u00c0-\u024f]+")
# Code, tags, the targets of links, and addresses are in no language.
UNREAD = re.compile(r"```.*?```|~~~.*?~~~|`[^`\n]*`|<[^>\n]*>|\]\([^)\n]*\)", re.DOTALL)
ADDRESS = re.compile(r"(?<!\S)[^\s@/]++[@/]\S+")
FEWEST_LETTERS = 150  # below that, names alone may look like another language
FEWEST_WORDS = 6  # different ones; a name that is often repeated has two or three
# How many times more of one there must be than of the other, for a text to be plainly in it:
# letters of a script, small words of a language.
PLAINLY_IN_SCRIPT = 4
PLAINLY_IN_LANGUAGE = 5
# Small words are a third of most texts; lists of names have hardly any.
SMALL_WORDS_AMONG = 12


def wrong_language(item: Item) -> Iterator[Problem]:
    """A post is written in the language, and for Serbian in the script, that its `lang` names.

    Only what is plain is told: a text that is too short, or quotes much, is left alone.
    """
    post, source = item.post, item.source
    found = language_in(f"{post.title}\n{post.summary}\n{source.body}")
    if found is None or found == post.lang or _may_be(post.lang, found):
        return
    message = say("the text is not written in “{lang}”", lang=post.lang)
    hint = say("type lang: {lang}", lang=found)
    yield Problem(source.path, source.line_of(("lang",)), message, hint)


def _may_be(tag: Language, found: Language) -> bool:
    """Tell whether what looks like Serbian may be a language that is near to it."""
    if found == "sr-Cyrl":
        return tag in IN_CYRILLIC
    return found == "sr-Latn" and tag in NEAR_TO_SERBIAN


def language_in(text: str) -> Language | None:
    """Tell in which of the site's first languages a text plainly is; None when it is not plain."""
    text = in_words(text)
    cyrillic = sum(map(len, CYRILLIC_WORD.findall(text)))
    words = LATIN_WORD.findall(text.lower())
    latin = sum(map(len, words))
    if max(cyrillic, latin) < FEWEST_LETTERS:
        return None
    if cyrillic > PLAINLY_IN_SCRIPT * latin:
        return "sr-Cyrl"
    if latin <= PLAINLY_IN_SCRIPT * cyrillic:
        return None
    english = [word for word in words if word in SMALL_ENGLISH]
    serbian = [word for word in words if word in SMALL_SERBIAN]
    if _is_plain(english, serbian, words):
        return "en"
    return "sr-Latn" if _is_plain(serbian, english, words) else None


def in_words(text: str) -> str:
    """Leave out of a text what is in no language."""
    text = UNREAD.sub(" ", text)
    # Most texts have no address, which would have to be looked for at every word.
    return ADDRESS.sub(" ", text) if "@" in text or "/" in text else text


def _is_plain(of_one: list[str], of_other: list[str], words: list[str]) -> bool:
    """Tell whether a text has enough small words of one language, and hardly any of the other."""
    return (
        len(set(of_one)) >= FEWEST_WORDS
        and len(of_one) * SMALL_WORDS_AMONG >= len(words)
        and len(of_one) > PLAINLY_IN_LANGUAGE * len(of_other)
    )


# Translations that keep up


def older_translations(items: Iterable[Item]) -> Iterator[Problem]:
    """When a post is withdrawn or corrected in one language, somebody looks at the others."""
    languages: dict[str, dict[str, Item]] = defaultdict(dict)
    for item in items:
        languages[item.post.id][item.language] = item
    for translations in languages.values():
        for item, other in permutations(translations.values(), 2):
            yield from _left_behind(item, other)


def _left_behind(item: Item, other: Item) -> Iterator[Problem]:
    """Compare a post with one other language of it."""
    if item.post.withdrawn:
        return
    path, line = item.source.path, item.source.line_of(("id",))
    if other.post.withdrawn:
        day = other.post.withdrawn.at.at.date()
        message = say("{other} was withdrawn on {day}", other=other.source.path, day=day)
        hint = say("see whether this one may stay: add withdrawn: and status: withdrawn if not")
        yield Problem(path, line, message, hint, level="warning")
        return
    major = [change.at.at for change in other.post.changes if change.level == "major"]
    last = _last_change(item.post)
    # Of many changes only the day is known.
    if major and (last is None or major[-1].date() > last.date()):
        message = say(
            "{other} had a major change on {day}, later than anything here",
            other=other.source.path,
            day=major[-1].date(),
        )
        hint = say("see whether it is needed here too, and note below changes: what was done")
        yield Problem(path, line, message, hint, level="warning")


def _last_change(post: Post) -> datetime | None:
    """Give the time when somebody last had the text in hand, as far as the header tells."""
    times = [change.at.at for change in post.changes]
    if isinstance(post, DatedPost):
        times.append(updated(post))
    return max(times, default=None)
