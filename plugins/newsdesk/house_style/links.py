"""Links: their words say where they lead, also to those who hear them one after the other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import chain

from newsdesk.house_style.draft import Draft, shown
from newsdesk.house_style.wording import spelled
from newsdesk.language import Language
from newsdesk.problems import Problem, say

# [words](target) and [words][label], but no picture and no footnote.
LINK = re.compile(r"\[(?<!!\[)(?P<words>[^\[\]^][^\[\]]*|)\](?=[(\[])")
TARGET = re.compile(r"\((?:[^()\n]|\([^()\n]*\))*\)|\[[^\[\]\n]*\]")
# Links whose words are their address: [https://…](https://…), and <https://…> alone. Each pattern
# begins with one sign, and so is done in a microsecond.
BARE = (
    re.compile(r"\[(?<!!\[)(?P<address>(?:https?://|www\.)[^\s\[\]]*)\](?=[(\[])"),
    re.compile(r"<(?P<address>https?://[^\s<>]+)>"),
)
AROUND = " \t\n*_\"'„“”«»‹›<>→⇒↗…!?:;.,()-–—"

# Words that point without naming: a link that is made of them alone says nothing.
ENGLISH = """
    a at by can check click continue detail details download find follow following for full further
    go have here in info information is it just learn link look more next now of on online open out
    over page please read reading see story tap text that the them there these this those to view
    via visit website with you
    """
SERBIAN = """
    bliže ceo celu čitaj čitajte da dalje detalje detaljnije evo i ili informacija informacije još
    klik klikni kliknite klikom link linka linkom linku na nastavak o ostatak otvori otvorite ova
    ovaj ove ovde ovim ovo ovoj ovom ovu opširnija opširnije opširniji pogledaj pogledajte preko
    preuzmi preuzmite pročitaj pročitajte saznaj saznajte sledeća sledeće sledećem sledeći sledećoj
    sledeću strana strani stranica stranice stranici stranicu stranu ta taj te tekst teksta tekstu
    to tom tome toj tu u veza vezi vezom vezu vidi vidite više za
    """
POINTING: Mapping[Language, frozenset[str]] = {
    "en": frozenset(ENGLISH.split()),
    "sr-Latn": frozenset(SERBIAN.split()),
    "sr-Cyrl": frozenset(spelled(SERBIAN, "sr-Cyrl").split()),
}


def vague_links(draft: Draft) -> Iterator[Problem]:
    """The words of a link name its target: many people hear or see the links alone."""
    text = draft.body
    if "](" not in text.words and "][" not in text.words:
        return
    pointing = POINTING.get(draft.language, frozenset())
    for found in LINK.finditer(text.words):
        words = found["words"].strip(AROUND)
        if all(word.strip(AROUND).lower() in pointing for word in words.split()):
            message = say("a link without words stands here")
            if words:
                message = say("the link “{words}” does not say where it leads", words=shown(words))
            target = _target(text.words, found)
            hint = say("name what is there, such as [the report on schools]{to}", to=target)
            yield text.warn(found.start(), message, hint)


def bare_addresses(draft: Draft) -> Iterator[Problem]:
    """A link shows words and not its address: nobody wants to have an address read out."""
    text = draft.body
    for found in chain.from_iterable(pattern.finditer(text.words) for pattern in BARE):
        address = shown(found["address"])
        message = say("the link shows its address “{address}”", address=address)
        target = _target(text.words, found) or f"({found['address']})"
        hint = say("type the name of the page: [its name]{to}", to=target)
        yield text.warn(found.start(), message, hint)


def _target(words: str, link: re.Match[str]) -> str:
    """Give the target of a link as it is typed behind its words; nothing when there is none."""
    target = TARGET.match(words, link.end())
    return target[0] if target else ""
