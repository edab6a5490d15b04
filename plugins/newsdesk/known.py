"""All names that a post can use, and what to say of one that nobody has written down."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from newsdesk.album import Album
from newsdesk.files import FILES, PHOTOS, RECORD_ENDING, VOCABULARY
from newsdesk.item import Item
from newsdesk.problems import Message, nearest, say
from newsdesk.schema.posts import Programme
from newsdesk.vocabulary import Vocabulary

# What is wrong, and what to type instead.
Words: TypeAlias = tuple[Message, Message]

# So many names a hint can list without hiding what it says.
LISTED = 12
# Characters of an address that a message repeats; pasted pictures have millions.
SHOWN = 80


@dataclass(frozen=True, slots=True)
class Known:
    """Everything that a post can refer to.

    :param titles: the title of each item, by its id.
    :param programmes: the ids of the programmes among them.
    :param files: the names of the files in content/files.
    :param complete: all posts could be read; otherwise an id may belong to one that could not.
    :param begun: the ids of drafts that could not be read.
    """

    titles: Mapping[str, str]
    programmes: Collection[str]
    vocabulary: Vocabulary
    album: Album
    files: Collection[str]
    complete: bool
    begun: Collection[str] = ()

    @classmethod
    def of(
        cls,
        items: Collection[Item],
        vocabulary: Vocabulary,
        album: Album,
        files: Collection[str] = (),
        *,
        complete: bool = True,
    ) -> Known:
        """Collect what there is."""
        titles = {item.post.id: item.post.title for item in reversed(tuple(items))}
        programmes = [item.post.id for item in items if isinstance(item.post, Programme)]
        return cls(titles, dict.fromkeys(programmes), vocabulary, album, files, complete)

    def may_have(self, identity: str) -> bool:
        """Tell whether a post has an id, or one may have it that could not be read."""
        return identity in self.titles or identity in self.begun or not self.complete


def unknown_item(name: str, known: Known) -> Words | None:
    """Say that no post has an id, unless it may be one that could not be read."""
    if known.may_have(name):
        return None
    return say("“{name}” is not the id of a post", name=name), item_hint(name, known)


def unknown_programme(name: str, known: Known) -> Words | None:
    """Say that no programme has an id, unless it may be one that could not be read."""
    if name in known.programmes or not known.complete:
        return None
    message = say("“{name}” is not the id of a programme", name=name)
    closest = nearest(name, known.programmes)
    if closest:
        return message, say("type {closest}", closest=closest)
    return message, say("type the id of a post that has type: programme")


def unknown_file(name: str, known: Known) -> Words | None:
    """Say that a file is not in content/files."""
    if name in known.files:
        return None
    message = say("there is no file “{name}” in {folder}/", name=name, folder=FILES)
    closest = nearest(name, known.files)
    if closest:
        return message, say("type {closest}", closest=closest)
    return message, say("put it there, under this name")


def unknown_photo(name: str, known: Known) -> Words | None:
    """Say that a photograph is not in content/photos, unless its record could not be read."""
    photographs = known.album.photographs
    if name in photographs or not known.album.complete:
        return None
    message = say("there is no photo “{name}”", name=shortened(name))
    closest = nearest(name, photographs)
    if closest:
        return message, say("type {closest}", closest=closest)
    return message, say(
        "put the picture and its record into {folder}/, and type its name without ending",
        folder=PHOTOS,
    )


def unknown_record(kind: str, name: str, vocabulary: Vocabulary) -> Words | None:
    """Say that a name is not in the vocabulary, unless its file could not be read."""
    records = vocabulary.of_kind(kind)
    if name in records or kind in vocabulary.unread:
        return None
    messages = {
        "categories": say("“{name}” is not a category that we know", name=name),
        "boilerplate": say("“{name}” is not a standing text that we know", name=name),
        "contacts": say("“{name}” is not a contact that we know", name=name),
        "locations": say("“{name}” is not a place that we know", name=name),
        "organisations": say("“{name}” is not an organisation that we know", name=name),
        "people": say("“{name}” is not a person that we know", name=name),
        "topics": say("“{name}” is not a topic that we know", name=name),
    }
    return messages[kind], _record_hint(kind, name, records)


def ended_category(name: str, vocabulary: Vocabulary) -> Words | None:
    """Say that no post can stand in a category any more."""
    record = vocabulary.categories.get(name)
    if record is None or record.ended is None:
        return None
    message = say("the category “{name}” has ended", name=name)
    instead = record.ended.replaced_by
    return message, say("type {closest}", closest=instead) if instead not in {None, name} else say(
        "choose another one from {file}", file=f"{VOCABULARY}/categories{RECORD_ENDING}"
    )


def _record_hint(kind: str, name: str, known: Collection[str]) -> Message:
    closest = nearest(name, known)
    if closest:
        return say("type {closest}", closest=closest)
    file = f"{VOCABULARY}/{kind}{RECORD_ENDING}"
    if 0 < len(known) <= LISTED:
        names = ", ".join(sorted(known))
        return say("known are: {names}; others can be added to {file}", names=names, file=file)
    return say("choose a name from {file}, or add it there", file=file)


def item_hint(name: str, known: Known, scheme: str = "") -> Message:
    """Say which id was meant, with the title of its post.

    :param scheme: what stands before the id in a link.
    """
    closest = nearest(name, known.titles)
    if closest:
        title = known.titles[closest]
        return say("type {reference} for “{title}”", reference=scheme + closest, title=title)
    return say("type the id that stands at the head of the post")


def shortened(text: str) -> str:
    """Leave out the end of what is too long for a message."""
    return text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"
