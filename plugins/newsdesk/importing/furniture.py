"""What old sites put around their texts: it is no part of them, and is left behind."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from newsdesk.script.letters import letters_to_latin

# Written in Latin and in small letters; both scripts of Serbian are read like this.
PHRASES = frozenset((
    "email this article", "e-mail this article", "email this page", "e-mail this page",
    "email this", "send to a friend", "tell a friend", "print", "print this", "print this page",
    "print this article", "printer friendly", "printer-friendly", "printer friendly version",
    "printer-friendly version", "share", "share this", "share this article", "share this page",
    "share on facebook", "share on twitter", "tweet", "facebook", "twitter", "linkedin",
    "whatsapp", "viber", "instagram", "youtube", "rss", "follow us", "unite for children",
    "for every child", "back", "back to top", "top of page", "next", "previous", "home",
    "read more", "search", "menu", "skip to content", "skip to main content", "site map",
    "sitemap", "subscribe", "leave a comment", "no comments", "related links", "donate",
    "donate now", "contact us", "legal", "privacy policy",
    "pošalji prijatelju", "pošaljite prijatelju", "pošalji e-poštom", "pošalji mejlom",
    "odštampaj", "odštampajte", "štampaj", "štampa", "verzija za štampu", "podeli", "podelite",
    "podeli na fejsbuku", "podeli na tviteru", "pratite nas", "ujedinjeni za decu",
    "za svako dete", "nazad", "nazad na vrh", "na vrh", "sledeće", "prethodno", "početna",
    "pročitaj više", "pročitajte više", "saznajte više", "pretraga", "meni",
    "preskoči na sadržaj", "mapa sajta", "prijavite se", "nema komentara", "doniraj",
    "donirajte", "kontakt",
))  # fmt: skip
LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*(?:\s+\"[^\"]*\")?\)")
BULLET = re.compile(r"^\s*(?:[-*+]|\d+\.)\s+")
# A sign of Markdown; an underscore is one at the edge of a word.
MARKS = re.compile(r"[\\*`_](?:(?<=[*`])|(?<=\\)(?=[\W_])|(?<=\b_)|(?<=_)\b)")
BETWEEN = r"[\s,;|/·•»>–—-]*"


def words_of(line: str) -> str:
    """Give the words of a line of Markdown, without its signs and the addresses of its links."""
    bare = LINK.sub(r"\1", BULLET.sub("", line))
    return " ".join(MARKS.sub("", bare).replace("&lt;", "<").replace("&amp;", "&").split())


def folded(text: str) -> str:
    """Write a text in the form in which names are compared: Latin, small letters."""
    return " ".join(letters_to_latin(text).casefold().split())


@dataclass(frozen=True, slots=True)
class Names:
    """Names that may stand in a line one behind the other, even without a space between them."""

    one: re.Pattern[str]
    line: re.Pattern[str]

    @classmethod
    def of(cls, names: Iterable[str]) -> Names:
        """Take names, as `folded` gives them; of two that fit, the longer one is meant."""
        ordered = sorted(names, key=lambda each: (-len(each), each))
        name = "|".join(map(re.escape, ordered)) or NEVER
        whole = rf"(?:{BETWEEN}(?:{name}))+{BETWEEN}"
        return cls(re.compile(name), re.compile(whole))

    def run_together(self, words: str) -> list[str] | None:
        """Divide a line that is nothing but names, such as “MediaSocial protection”, or give None.

        :param words: the line, as `folded` gives it.
        """
        if len(words) > LONGEST or not self.line.fullmatch(words):
            return None
        return self.one.findall(words)


# Characters of a line of names; a longer one is a text.
LONGEST = 400
NEVER = r"(?!)"
FURNITURE = Names.of(PHRASES)


def is_furniture(paragraph: str) -> bool:
    """Tell whether a paragraph is nothing but furniture, be it run together or line by line."""
    return all(map(_is_phrases, paragraph.split("\n")))


def _is_phrases(line: str) -> bool:
    if len(line) > LONGEST:
        return False
    words = folded(words_of(line))
    if not words:
        # A picture has no words, and is none.
        return not line.strip()
    return words in PHRASES or FURNITURE.run_together(words) is not None
