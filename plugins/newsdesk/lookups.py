"""Looks up every name that a post uses, and follows every link in its text."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from urllib.parse import unquote

from newsdesk.files import PHOTOS
from newsdesk.header import Place
from newsdesk.item import Item
from newsdesk.known import (
    Known,
    Words,
    ended_category,
    item_hint,
    shortened,
    unknown_file,
    unknown_item,
    unknown_photo,
    unknown_programme,
    unknown_record,
)
from newsdesk.life import is_readable
from newsdesk.manuscript import Reference
from newsdesk.naming import NAMING, named
from newsdesk.photos.original import key_of
from newsdesk.problems import Problem, nearest, say
from newsdesk.schema.posts import Post, Publication


def check_references(items: Iterable[Item], known: Known) -> Iterator[Problem]:
    """Every name that a post uses must exist."""
    names = {kind: _usable(kind, known) for _, kind in NAMING}
    for item in items:
        if not _all_usable(item, names):
            yield from _check_names(item, known)
        for reference in item.references:
            words = _wrong_target(reference, known)
            if words:
                yield Problem(item.source.path, reference.line, *words)


def check_public(items: Iterable[Item], hidden: Collection[str]) -> Iterator[Problem]:
    """Nothing public leads to what is not: a reader would meet an empty page.

    :param hidden: the ids of what is not public.
    """
    for item, reference in _leading_to(items, hidden):
        target = reference.target
        message = say("“{target}” leads to a post that is not public", target=target)
        hint = say("publish it first, or take the link out until then")
        yield Problem(item.source.path, reference.line, message, hint)


def check_left_out(items: Iterable[Item], left_out: Collection[str]) -> Iterator[Problem]:
    """Nothing in a preview leads to a draft that it leaves out.

    :param left_out: the ids of those drafts.
    """
    for item, reference in _leading_to(items, left_out):
        message = say(
            "“{target}” leads to a draft that is left out of the preview", target=reference.target
        )
        yield Problem(item.source.path, reference.line, message, say("mend that draft first"))


def _leading_to(items: Iterable[Item], ids: Collection[str]) -> Iterator[tuple[Item, Reference]]:
    """Give the links in texts that lead to one of some posts."""
    if not ids:
        return
    for item in filter(lambda item: is_readable(item.post), items):
        for reference in item.references:
            scheme, _, rest = reference.target.partition(":")
            if scheme == "item" and rest.partition("#")[0] in ids:
                yield item, reference


def _usable(kind: str, known: Known) -> frozenset[str]:
    """Give the names of a kind that nothing can be said against."""
    if kind == "photos":
        return frozenset(known.album.photographs)
    if kind == "items":
        return frozenset(known.titles)
    if kind == "programmes":
        return frozenset(known.programmes)
    records = known.vocabulary.of_kind(kind)
    if kind == "categories":
        return frozenset(slug for slug in records if not known.vocabulary.categories[slug].ended)
    return frozenset(records)


def _all_usable(item: Item, names: Mapping[str, frozenset[str]]) -> bool:
    """Tell that a post names nothing doubtful, without looking where each name stands."""
    if item.post.withdrawn or isinstance(item.post, Publication):
        return False
    return all(names[kind].issuperset(named) for kind, named in item.names)


def _check_names(item: Item, known: Known) -> Iterator[Problem]:
    """Look up every name in the header of a post."""
    for place, words in _wrong_names(item.post, known):
        if words:
            yield Problem(item.source.path, item.source.line_of(place), *words)


def _wrong_names(post: Post, known: Known) -> Iterator[tuple[Place, Words | None]]:
    for field, kind in NAMING:
        for place, name in named(post, field):
            yield place, _unknown(kind, name, known)
            if kind == "categories":
                yield place, ended_category(name, known.vocabulary)
    for index, record in enumerate(getattr(post, "downloads", ())):
        yield ("downloads", index, "file"), unknown_file(record.file, known)
    if post.withdrawn and post.withdrawn.replaced_by:
        yield ("withdrawn", "replaced_by"), unknown_item(post.withdrawn.replaced_by, known)


def _unknown(kind: str, name: str, known: Known) -> Words | None:
    if kind == "photos":
        return unknown_photo(name, known)
    if kind == "items":
        return unknown_item(name, known)
    if kind == "programmes":
        return unknown_programme(name, known)
    return unknown_record(kind, name, known.vocabulary)


# How the address of a link may begin, so that a slip such as itme: does not lead out of the site.
OUTSIDE = ("https", "http", "mailto", "tel")
SCHEMES = ("item", "category", *OUTSIDE)
SCHEME = re.compile(r"([A-Za-z][\w+.-]*):(.*)")


def _wrong_target(reference: Reference, known: Known) -> Words | None:
    """A link to an item, to a category, or to a file of content must lead to one."""
    scheme, _, rest = reference.target.partition(":")
    name = rest.partition("#")[0]
    if reference.is_picture:
        return _wrong_picture(reference, known)
    if scheme == "item":
        return _wrong_item(reference, name, known)
    if scheme == "category":
        return _wrong_category(reference, name, known)
    if scheme == "photo":
        return _link_to_photo(reference)
    if scheme.lower() in OUTSIDE and rest:
        return None
    return _wrong_address(reference)


def _wrong_item(reference: Reference, name: str, known: Known) -> Words | None:
    if known.may_have(name):
        return None
    message = say("“{target}” leads to no item", target=shortened(reference.target))
    return message, item_hint(name, known, "item:")


def _wrong_category(reference: Reference, name: str, known: Known) -> Words | None:
    words = unknown_record("categories", name, known.vocabulary)
    if words is None:
        return None
    message = say("“{target}” leads to no category", target=shortened(reference.target))
    closest = nearest(name, known.vocabulary.categories)
    return message, say("type category:{name}", name=closest) if closest else words[1]


def _link_to_photo(reference: Reference) -> Words:
    target = shortened(reference.target)
    message = say("“{target}” is a photo, and a link cannot lead to it", target=target)
    hint = say("type an exclamation mark before its bracket: ![…]({target})", target=target)
    return message, hint


def _wrong_picture(reference: Reference, known: Known) -> Words | None:
    """A picture in the text is named by its key, for it is shown with caption and credit."""
    target = unquote(reference.target)
    scheme, _, name = target.partition(":")
    if scheme == "photo":
        return unknown_photo(name, known)
    key = key_of(target)
    if key in known.album.photographs:
        message = say("“{target}” is not how a photo is named", target=shortened(target))
        return message, say("type photo:{key}", key=key)
    message = say("the picture “{target}” is not there", target=shortened(target))
    hint = say(
        "put it into {folder}/ with its record, and type photo: and its name without ending",
        folder=PHOTOS,
    )
    return message, hint


def _wrong_address(reference: Reference) -> Words | None:
    """Staff who type no whole address mean something else than a browser would."""
    target = shortened(reference.target)
    message = say("the link “{link}” leads nowhere", link=target)
    if target.startswith(("/", "#")):
        return None
    if not target:
        return message, say("type its address between the brackets")
    if found := SCHEME.fullmatch(target):
        return _wrong_scheme(found[1], found[2])
    if target.startswith("www."):
        return message, say("type {target}", target=f"https://{target}")
    if "@" in target:
        return message, say("type {target}", target=f"mailto:{target}")
    return message, say("type the whole address, or item: and the id of a post")


def _wrong_scheme(scheme: str, rest: str) -> Words:
    message = say("no link begins with “{scheme}:”", scheme=scheme)
    closest = nearest(scheme, SCHEMES)
    if closest:
        return message, say("type {target}", target=f"{closest}:{rest}")
    return message, say("links begin with: {schemes}", schemes=":, ".join(SCHEMES) + ":")
