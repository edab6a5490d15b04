"""Names what would give away a post or a photograph that is not public yet."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from newsdesk.catalogue import Catalogue
from newsdesk.embargo.plain import plain, spellings
from newsdesk.embargo.search import Finder
from newsdesk.embargo.secret import Secret
from newsdesk.files import FILES, PHOTOS
from newsdesk.item import Item
from newsdesk.language import language_of
from newsdesk.schema.posts import Publication
from newsdesk.schema.records import RECORD_TYPES
from newsdesk.speech import Speech

# A text gives something away when it is longer than what two people might write by chance.
FEWEST_WORDS = 3
FEWEST_LETTERS = 16
# Bytes of a long text that are looked for; the rest would stand behind them.
LONGEST = 120
# An id without a digit, or a short one, may be a word; it is one only behind these signs.
TELLING_ID = re.compile(r"(?=.*\d)(?=.*[a-z]).{5,}")
# What gives a post away wherever it stands, in the text of another post as well.
BY_THEMSELVES = ("title", "slug", "photo", "file")
# The parts of a line of Markdown that come out as they were typed.
BETWEEN_MARKS = re.compile(r"[^\[\]()<>*_`{}\"'&|\\]+")


@dataclass(frozen=True, slots=True)
class Told:
    """What the public knows anyway, and what is therefore no secret of another post."""

    ids: frozenset[str]
    addresses: frozenset[str]
    slugs: frozenset[str]
    titles: frozenset[str]

    @classmethod
    def by(cls, public: Catalogue) -> Told:
        """Collect it from the public posts, and from the vocabulary."""
        vocabulary = public.vocabulary
        records = {key for kind in RECORD_TYPES for key in vocabulary.of_kind(kind)}
        return cls(
            ids=frozenset(public.by_id),
            addresses=frozenset("/".join(item.place) for item in public.items),
            slugs=frozenset({item.slug for item in public.items} | records),
            titles=frozenset(item.post.title for item in public.items),
        )


def secrets_of(
    everything: Catalogue, public: Catalogue, content: Path, speeches: Iterable[Speech]
) -> tuple[Secret, ...]:
    """Give all secrets.

    What is public anyway is none: an id that the public translation has too, or a sentence that
    stands in a public post as well. A whole title in another post's text is one all the same.

    :param everything: what was gathered.
    :param public: what of it may be shown.
    :param content: the content folder.
    :param speeches: of all editions, since what is typed in one script may leak in the other.
    """
    shown = {item.source.path for item in public.items}
    hidden = [item for item in everything.items if item.source.path not in shown]
    found = [*_photographs(everything, public), *_downloads(hidden, public, content)]
    told, known = Told.by(public), [*speeches]
    for item in hidden:
        found += [*_names(item, told), *_words(item, told, known)]
    return _not_told_by_others(found, public) if found else ()


def _names(item: Item, told: Told) -> Iterator[Secret]:
    """Give the id and the address of a post, unless something public has them."""
    path, identity, address = item.source.path, item.post.id, "/".join(item.place)
    if identity not in told.ids:
        yield Secret(path, "id", identity, identity.encode(), _place_of_id(identity))
    if address not in told.addresses:
        yield _address(path, address)
    if item.slug.count("-") + 1 >= FEWEST_WORDS and item.slug not in told.slugs:
        yield _address(path, item.slug)


def _place_of_id(identity: str) -> re.Pattern[bytes]:
    before = rb"(?<![A-Za-z0-9])" if TELLING_ID.fullmatch(identity) else rb"(?<=[:/])"
    return re.compile(before + re.escape(identity.encode()) + rb"(?![A-Za-z0-9])")


def _address(path: str, address: str) -> Secret:
    place = re.compile(
        rb"(?<![A-Za-z0-9-])" + re.escape(address.encode()) + rb"(?![A-Za-z0-9]|-[A-Za-z0-9])"
    )
    return Secret(path, "slug", address, address.encode(), place)


def _words(item: Item, told: Told, speeches: Iterable[Speech]) -> Iterator[Secret]:
    """Give the texts of a post in every script of its language."""
    for what, text in _texts(item):
        if not _is_telling(text) or text in told.titles:
            continue
        for said in _said(item, text, speeches):
            for needle in dict.fromkeys(word[:LONGEST] for word in spellings(said)):
                yield Secret(item.source.path, what, text, needle)


def _said(item: Item, text: str, speeches: Iterable[Speech]) -> list[str]:
    of_language = [
        speech.protecting(item.post.protect)
        for speech in speeches
        if language_of(speech.key) == item.language
    ]
    return [*dict.fromkeys(speech.text(text, item.post.lang) for speech in of_language)] or [text]


def _texts(item: Item) -> Iterator[tuple[str, str]]:
    for name, value in item.post.model_dump().items():
        yield from ((name, text) for text in _strings(value))
    for line in item.source.body.split("\n"):
        longest = max(BETWEEN_MARKS.findall(line), key=len, default="")
        yield "text", longest.strip()


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield from value.split("\n")
    elif isinstance(value, dict):
        for each in value.values():
            yield from _strings(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from _strings(each)


def _is_telling(text: str) -> bool:
    return len(text.split()) >= FEWEST_WORDS and len(plain(text.encode())) >= FEWEST_LETTERS


def _photographs(everything: Catalogue, public: Catalogue) -> Iterator[Secret]:
    """Give what would show a photograph: the names of its files, itself, and what is said of it."""
    shown = {*public.photos}
    for key, photograph in everything.album.photographs.items():
        if key in shown:
            continue
        path = photograph.source.path
        name = f"{PHOTOS}/{key}-".encode()
        yield Secret(path, "photo", key, name, re.compile(re.escape(name) + rb"[0-9a-f]{16}\b"))
        yield _file(path, "photo", key, photograph.original.read())
        for text in (*photograph.record.alt.values(), *photograph.record.caption.values()):
            if _is_telling(text):
                yield from (Secret(path, "photo", text, each) for each in spellings(text))


def _downloads(hidden: Iterable[Item], public: Catalogue, content: Path) -> Iterator[Secret]:
    """Give the files that only posts offer which are not public."""
    for item in hidden:
        records = item.post.downloads if isinstance(item.post, Publication) else ()
        for name in {record.file for record in records} - {*public.downloads}:
            place = re.compile(re.escape(f"{FILES}/{name}".encode()) + rb"(?![A-Za-z0-9.-])")
            yield Secret(item.source.path, "file", name, f"{FILES}/{name}".encode(), place)
            yield _file(item.source.path, "file", name, (content / FILES / name).read_bytes())


def _file(path: str, what: str, name: str, data: bytes) -> Secret:
    return Secret(path, what, name, sha256(data).digest(), is_file=True)


def _not_told_by_others(found: Iterable[Secret], public: Catalogue) -> tuple[Secret, ...]:
    """Leave out the sentences, and the ids that are words, which public posts have as well."""
    secrets = [*dict.fromkeys(found)]
    finder = Finder.of(secrets)
    told: set[str] = set()
    for item in public.items:
        # An id in the header of a public post is no word: it names what is not public.
        said = [text for text in _strings([*item.source.header.values()]) if " " in text]
        hits = finder.found_in("\n".join([*said, item.source.body]).encode())
        told |= {secret.text for secret in hits if secret.what not in BY_THEMSELVES}
    return tuple(secret for secret in secrets if secret.text not in told)
