"""Brings items along one by one: what is here already stays as it is, the rest becomes drafts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Literal

from newsdesk.files import POST_ENDING, replace_file
from newsdesk.header import Source
from newsdesk.importing.drafting import Desk, Draft, chooser, drafted
from newsdesk.importing.found import Found, Missed, Unchanged, key_of_address
from newsdesk.importing.old_links import (
    OldPicture,
    hosts_of,
    hosts_of_keys,
    linked,
    path_of,
    pictures_in,
    with_photos,
)
from newsdesk.importing.pictures import Pictures
from newsdesk.importing.register import Entry, Register, fingerprint
from newsdesk.language import Language, language_of
from newsdesk.problems import Message, say
from newsdesk.scaffold import Gap, Order, Scaffold, new_id, posts_in, scaffold, slug_of
from newsdesk.schema.posts import POST_TYPES
from newsdesk.settings import Settings

State = Literal["imported", "there", "passed over", "broken", "linked"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an item.

    :param path: the file in content that it is in, if there is one.
    :param gaps: the fields that are left for a human to write.
    :param remarks: what else a human should look at.
    """

    origin: str
    state: State
    path: str = ""
    gaps: tuple[Gap, ...] = ()
    remarks: tuple[Message, ...] = ()


@dataclass
class Shelf:
    """The posts that are in content already, as far as new ones must know of them.

    :param paths: the file of each, by its id.
    :param places: language, kind and slug of each.
    :param by_address: id and file of each, by its old addresses.
    """

    paths: dict[str, str] = field(default_factory=dict)
    places: set[tuple[str, str, str]] = field(default_factory=set)
    by_address: dict[str, tuple[str, str]] = field(default_factory=dict)

    @classmethod
    def of(cls, posts: Iterable[Source]) -> Shelf:
        """Look through the headers of all posts."""
        shelf = cls()
        for post in posts:
            shelf.put(post)
        return shelf

    def put(self, post: Source) -> None:
        """Note a post: its id, its place, and its old addresses with the file that it is in."""
        identity = str(post.header.get("id"))
        self.paths.setdefault(identity, post.path)
        model = POST_TYPES.get(str(post.header.get("type")))
        if model:
            lang = language_of(str(post.header.get("lang")))
            self.places.add((lang, model.kind, slug_of(post)))
        aliases = post.header.get("aliases")
        original = post.header.get("original")
        for alias in aliases if isinstance(aliases, list) else ():
            self.by_address.setdefault(str(alias), (identity, post.path))
        if isinstance(original, dict) and original.get("url"):
            key = key_of_address(str(original["url"]))
            self.by_address.setdefault(key, (identity, post.path))


@dataclass
class Import:
    """One run: from what was found to drafts, and to links among them.

    :param content: the content folder, as the person who reads the messages knows it.
    :param today: the day that stands in a post of which none is known.
    """

    content: Path
    house: Settings
    desk: Desk
    today: date
    register: Register
    pictures: Pictures
    shelf: Shelf
    local: dict[str, str] = field(default_factory=dict)
    hosts: set[str] = field(default_factory=set)

    def bring(self, found: Found | Missed | Unchanged) -> Outcome:
        """Bring an item along, unless it is here already; gives what became of it."""
        if isinstance(found, Unchanged):
            return self._unchanged(found)
        if isinstance(found, Missed):
            state: State = "broken" if found.is_broken else "passed over"
            return Outcome(found.origin, state, remarks=found.why)
        self.hosts |= hosts_of([found.address])
        here = self._here(found)
        if here:
            return here
        draft = drafted(found, self.desk)
        if isinstance(draft, Missed):
            return Outcome(draft.origin, "broken", remarks=draft.why)
        folder = self._folder(draft.lang)
        if folder is None:
            why = say("the site has no edition in “{lang}”", lang=draft.lang)
            return Outcome(found.origin, "broken", remarks=(why,))
        return self._write(found, self._with_pictures(draft, found), folder)

    # What is here already

    def _unchanged(self, found: Unchanged) -> Outcome:
        entry = self.register.entries[found.key]
        self.hosts |= hosts_of_keys([found.key])
        return self._there(entry, found, entry.source)

    def _there(self, entry: Entry, found: Found | Unchanged, says: str) -> Outcome:
        """Tell that an item is here; `says` is the fingerprint of what its source says now."""
        self.local[f"/{found.local}"] = entry.id
        path = self.shelf.paths.get(entry.id, self._shown(entry.path))
        return Outcome(found.origin, "there", path, remarks=tuple(self._since(entry, says)))

    def _here(self, found: Found) -> Outcome | None:
        entry = self.register.entries.get(found.key)
        if entry:
            return self._there(entry, found, found.digest)
        alias = path_of(found.address) or ""
        keys = (key_of_address(found.address), alias) if found.address else ()
        by_hand = next((key for key in keys if key in self.shelf.by_address), None)
        if by_hand is None:
            return None
        identity, path = self.shelf.by_address[by_hand]
        self.local[f"/{found.local}"] = identity
        remark = say("its old address leads to this post already")
        return Outcome(found.origin, "there", path, remarks=(remark,))

    def _since(self, entry: Entry, says: str) -> Iterator[Message]:
        """Tell what has happened since an item was brought along."""
        if entry.source != says:
            yield say("it has changed there since; nothing was changed here")
        if entry.id not in self.shelf.paths:
            yield say(
                "the post “{id}” is no longer here; without its line in {file} it would come again",
                id=entry.id,
                file=self.register.file.as_posix(),
            )

    # A new draft

    def _folder(self, lang: Language) -> str | None:
        language = language_of(lang)
        folders = (each.folder for each in self.house.editions if language_of(each.key) == language)
        return next(folders, None)

    def _with_pictures(self, draft: Draft, found: Found) -> Draft:
        """Bring the pictures of a text along, and let it show them."""
        keys: dict[str, str] = {}
        self.pictures.remarks.clear()
        for picture in pictures_in(draft.body):
            key = self.pictures.bring(picture, found, draft.lang)
            if key:
                keys[picture.source] = key
        lead = OldPicture(found.lead_picture)
        known = dict(draft.known)
        if lead.source and "lead_photo" in POST_TYPES[draft.kind].model_fields:
            key = self.pictures.bring(lead, found, draft.lang)
            known |= {"lead_photo": key} if key else {}
        remarks = (*draft.remarks, *self.pictures.remarks)
        return replace(draft, body=with_photos(draft.body, keys), known=known, remarks=remarks)

    def _write(self, found: Found, draft: Draft, folder: str) -> Outcome:
        identity = new_id(self.shelf.paths, chooser(found.key))
        slug = self._slug(draft, identity, folder)
        made = self._scaffold(draft, identity, slug)
        model = POST_TYPES[draft.kind]
        below = f"{folder}/{model.folder}/{slug}{POST_ENDING}"
        written = fingerprint(made.text.encode())
        entry = Entry(found.key, identity, found.digest, found.file, written, below)
        self.register.begin(entry)
        replace_file(self.content / below, made.text.encode())
        self.register.add(entry)
        self.shelf.paths[identity] = self._shown(below)
        self.shelf.places.add((language_of(draft.lang), model.kind, slug))
        self.local[f"/{found.local}"] = identity
        remarks = tuple(dict.fromkeys(draft.remarks))
        return Outcome(found.origin, "imported", self._shown(below), made.gaps, remarks)

    def _scaffold(self, draft: Draft, identity: str, slug: str) -> Scaffold:
        order = Order(
            kind=draft.kind,
            lang=draft.lang,
            title=draft.title,
            slug=slug,
            identity=identity,
            today=self.today,
            known=draft.known,
            unsure=draft.unsure,
            body=draft.body,
        )
        return scaffold(order)

    def _slug(self, draft: Draft, identity: str, folder: str) -> str:
        """Give a slug that no other post has."""
        model = POST_TYPES[draft.kind]
        wish = draft.slug or identity
        slug, number = wish, 1
        while (language_of(draft.lang), model.kind, slug) in self.shelf.places or (
            self.content / folder / model.folder / f"{slug}{POST_ENDING}"
        ).exists():
            number += 1
            slug = f"{wish}-{number}"
        return slug

    def _shown(self, below: str) -> str:
        return (self.content / below).as_posix()

    # Links among what was brought along

    def link_up(self) -> Iterator[Outcome]:
        """Turn links among old pages into links of this site, in drafts that nobody has touched."""
        folders = [edition.folder for edition in self.house.editions]
        shelf = Shelf.of(posts_in(self.content, folders))
        at = self._item_at(shelf)
        for entry in sorted(self.register.entries.values(), key=lambda each: each.path):
            file = self.content / entry.path
            data = file.read_bytes() if file.is_file() else b""
            if fingerprint(data) != entry.written:
                continue
            head, mark, body = data.decode().partition("\n---\n")
            found = linked(body, at, frozenset(self.hosts))
            if found.body != body:
                text = f"{head}{mark}{found.body}".encode()
                replace_file(file, text)
                self.register.rewritten(entry, fingerprint(text))
            if found.remarks:
                shown = self._shown(entry.path)
                yield Outcome(shown, "linked", shown, remarks=found.remarks)
        self.register.save()

    def _item_at(self, shelf: Shelf) -> Callable[[str], str | None]:
        """Give a way to find the id of what stood at an old address."""
        brought = {key: each.id for key, each in self.register.entries.items()}
        by_hand = {address: identity for address, (identity, _) in shelf.by_address.items()}
        known: Mapping[str, str] = {**self.local, **by_hand, **brought}

        def item_at(target: str) -> str | None:
            bare = target.partition("#")[0]
            key = key_of_address(bare) if "://" in bare else bare
            found = known.get(key)
            if found is None and "://" in bare and key.partition("/")[0] in self.hosts:
                found = known.get(path_of(bare) or "")
            return found if found in shelf.paths else None

        return item_at
