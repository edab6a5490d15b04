"""Makes a draft of what was found: what can be known stands in its header, the rest stays open."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import unescape
from itertools import count
from pathlib import PurePosixPath
from urllib.parse import unquote
from zoneinfo import ZoneInfo

from newsdesk.header import FILE_LIMIT, Value
from newsdesk.importing.found import Found, Missed
from newsdesk.importing.markup import neat, plain
from newsdesk.importing.old_links import PICTURE, path_of, with_whole_links
from newsdesk.importing.recognised import (
    Dateline,
    Title,
    dateline_of,
    language_of_text,
    speakers_in,
    title_of,
)
from newsdesk.importing.rubrics import Rubrics, categories_of, sort_out
from newsdesk.language import Language
from newsdesk.problems import Message, say
from newsdesk.schema.posts import POST_TYPES, DatedPost
from newsdesk.script import slugify
from newsdesk.vocabulary import Vocabulary

# Characters; the schema takes a hundred, and a number may have to stand behind it.
# Characters of a line of the header; and of a summary: what is longer is the text.
LONGEST_LINE = 1000
LONGEST_SUMMARY = 600
# Bytes; a little below what the check takes.
LARGEST = FILE_LIMIT - 100_000
TAG = re.compile(r"</?[A-Za-z][^<>]*>")
NO_LANGUAGE = say("its language cannot be told; name it with --lang")
TOO_LARGE = say("its text is larger than {limit} bytes", limit=LARGEST)
NAMED_BY_FILE = say("the title is the name of the file")
NAMED_IN_TEXT = say("the title is a name that the text begins with")
TAKEN_FOR_PAGE = say("taken for a page, for it has no date and no category; --type says otherwise")
NO_DAY = say("its date is the day of the import, for it is not told when it was published")
IS_WEB = re.compile(r"https?://[!-~]{1,2000}")


@dataclass(frozen=True, slots=True)
class Desk:
    """What is known before anything is read.

    :param publisher: who published all of it first, if somebody said so.
    :param kind: the type of all posts, likewise.
    :param lang: the language of all posts, likewise.
    """

    zone: ZoneInfo
    vocabulary: Vocabulary
    rubrics: Rubrics
    publisher: str = ""
    kind: str = ""
    lang: Language | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """A post before it has its place: an id, a slug that nobody has, its pictures.

    :param known: the fields of its header that are known.
    :param unsure: fields that are filled in, though the source does not give them.
    """

    kind: str
    lang: Language
    title: str
    slug: str
    body: str
    known: Mapping[str, Value]
    remarks: tuple[Message, ...]
    unsure: tuple[str, ...] = ()


def drafted(found: Found, desk: Desk) -> Draft | Missed:
    """Recognise in what was found whatever can be; gives why not, when it can be no post."""
    rest = sort_out(_paragraphs(plain(with_whole_links(found))), desk.rubrics)
    title = _title(found, rest.paragraphs)
    words = "\n\n".join((title.text, *title.paragraphs))
    lang = desk.lang or language_of_text(words, found.language)
    if lang is None:
        return Missed(found.origin, (NO_LANGUAGE,))
    if len(words.encode()) > LARGEST:
        return Missed(found.origin, (TOO_LARGE,))
    named, unknown = categories_of(found.names, desk.rubrics)
    categories = tuple(dict.fromkeys((*rest.categories, *named)))
    first = _first_text(title.paragraphs)
    dateline = dateline_of(title.paragraphs[first], desk.zone) if title.paragraphs else None
    kind = desk.kind or _kind(found, categories, dateline)
    if kind != "press_release":
        dateline = None
    known: dict[str, Value] = {
        **_about(found, title.text),
        **_when(found, desk, kind, dateline),
        **({"categories": list(categories)} if categories else {}),
        **_speakers(words, desk.vocabulary, lang, kind),
    }
    body = neat("\n\n".join(_below(title.paragraphs, first, dateline)))
    unsure = tuple(_unsure(kind, known))
    remarks = tuple(_remarks(found, title, rest.remarks, unknown, kind, desk))
    remarks += (NO_DAY,) if unsure else ()
    return Draft(kind, lang, title.text, _slug(found, title.text), body, known, remarks, unsure)


def _paragraphs(body: str) -> list[str]:
    return [each for each in body.split("\n\n") if each.strip()]


def _title(found: Found, paragraphs: Sequence[str]) -> Title:
    """Take the title of the source, or look for one in the text; the file's name is the last."""
    text = _line(found.title)
    if text:
        first = _first_text(paragraphs)
        if paragraphs and _says(paragraphs[first], text):
            paragraphs = [*paragraphs[:first], *paragraphs[first + 1 :]]
        return Title(_without_full_stop(text), tuple(paragraphs))
    within = title_of(paragraphs)
    if within:
        return Title(_without_full_stop(within.text), within.paragraphs, within.is_guess)
    return Title(_title_of_file(found.local), tuple(paragraphs))


def _first_text(paragraphs: Sequence[str]) -> int:
    """Give the place of the first paragraph that is more than pictures; 0 when none is."""
    texts = (number for number, each in enumerate(paragraphs) if PICTURE.sub("", each).strip())
    return next(texts, 0)


def _line(text: str) -> str:
    """Write what an old site gave as HTML or as plain words in one plain line."""
    line = " ".join(plain(unescape(TAG.sub("", text))).split())
    return line if len(line) <= LONGEST_LINE else f"{line[:LONGEST_LINE]}…"


def _says(paragraph: str, title: str) -> bool:
    return paragraph.lstrip("# ").strip("*_ ").casefold() == title.casefold()


def _without_full_stop(title: str) -> str:
    return title if title.endswith("...") else title.rstrip(". ")


def _title_of_file(local: str) -> str:
    """Make a title of the name of a file; an export's name says nothing of its items."""
    path = PurePosixPath(local)
    words = re.sub(r"[-_.\s]+", " ", path.stem).strip()
    return words[:1].upper() + words[1:] if path.suffix != ".xml" else ""


def _kind(found: Found, categories: Sequence[str], dateline: Dateline | None) -> str:
    if found.kind == "page":
        return "page"
    if dateline:
        return "press_release"
    return "news" if found.kind == "post" or categories or found.date else "page"


def _about(found: Found, title: str) -> dict[str, Value]:
    """Give what fields of every post are known."""
    known: dict[str, Value] = {"status": "draft"}
    summary = _line(found.summary)
    if 0 < len(summary) <= LONGEST_SUMMARY and summary.rstrip(".").casefold() != title.casefold():
        known["summary"] = summary
    alias = path_of(found.address)
    if alias and found.was_public:
        known["aliases"] = [alias]
    if found.opens:
        known["publish_at"] = found.opens
    return known


def _when(found: Found, desk: Desk, kind: str, dateline: Dateline | None) -> dict[str, Value]:
    """Give the days of a post, and where it was published first."""
    if not issubclass(POST_TYPES[kind], DatedPost):
        return {}
    date = found.date or (dateline.day if dateline else "")
    known: dict[str, Value] = {"date": date or found.opens} if date or found.opens else {}
    if dateline:
        known |= {"dateline.place": dateline.place, "dateline.date": dateline.day}
    if found.was_public:
        known["original.date"] = date or "unknown"
        publisher = desk.publisher or _line(found.publisher)
        known |= {"original.publisher": publisher} if publisher else {}
        known |= {"original.url": found.address} if IS_WEB.fullmatch(found.address) else {}
    return known


def _unsure(kind: str, known: Mapping[str, Value]) -> Iterator[str]:
    """Name the days that the source does not give."""
    if issubclass(POST_TYPES[kind], DatedPost) and "date" not in known:
        yield "date"
        if "original.date" in known:
            yield "original.date"


def _speakers(words: str, vocabulary: Vocabulary, lang: Language, kind: str) -> dict[str, Value]:
    if "speakers" not in POST_TYPES[kind].model_fields:
        return {}
    speakers = speakers_in(words, vocabulary, lang)
    return {"speakers": list(speakers)} if speakers else {}


def _below(paragraphs: Sequence[str], first: int, dateline: Dateline | None) -> Sequence[str]:
    """Give the text without its dateline: the site prints that itself."""
    if dateline is None:
        return paragraphs
    rest = dateline.rest[:1].upper() + dateline.rest[1:]
    return [*paragraphs[:first], rest, *paragraphs[first + 1 :]]


def _slug(found: Found, title: str) -> str:
    """Make a slug of the one on the old site, or of the title."""
    return slugify(unquote(found.slug)) or slugify(title)


def _remarks(  # noqa: PLR0913, PLR0917 - all that there is to say of one post
    found: Found,
    title: Title,
    about_text: Sequence[Message],
    unknown: Sequence[str],
    kind: str,
    desk: Desk,
) -> Iterator[Message]:
    yield from found.remarks
    yield from about_text
    if title.is_guess:
        yield NAMED_IN_TEXT
    elif title.text and not found.title and title.text == _title_of_file(found.local):
        yield NAMED_BY_FILE
    if kind == "page" and not found.kind and not desk.kind:
        yield TAKEN_FOR_PAGE
    if found.was_public and not _is_front(found.address) and path_of(found.address) is None:
        yield say("its old address cannot answer here: {address}", address=found.address)
    if unknown and kind != "page":
        names = ", ".join(unknown)
        yield say("no category of the vocabulary is called {names}", names=names)


def _is_front(address: str) -> bool:
    """Tell whether an address is that of a whole site; or none at all."""
    return re.fullmatch(r"(?:\w+://[^/?#]*/?)?", address) is not None


def chooser(key: str) -> Callable[[Sequence[str]], str]:
    """Give a way to choose that is always the same for the same item: its id never depends on luck.

    :param key: by what the item is known.
    """
    numbers = (
        number
        for turn in count()
        for number in hashlib.sha256(f"{key} {turn}".encode(errors="replace")).digest()
    )
    return lambda signs: signs[next(numbers) % len(signs)]
