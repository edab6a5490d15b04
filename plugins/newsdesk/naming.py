"""The names that stand in the header of a post, and what each of them is a name of."""

from __future__ import annotations

from collections.abc import Iterator

from newsdesk.header.source import Place
from newsdesk.schema.posts import Post

# The fields of a post that name something, and what they name.
NAMING = (
    ("authors", "people"),
    ("boilerplate", "boilerplate"),
    ("categories", "categories"),
    ("location", "locations"),
    ("contacts", "contacts"),
    ("organisers", "organisations"),
    ("partners", "organisations"),
    ("speakers", "people"),
    ("topics", "topics"),
    ("lead_photo", "photos"),
    ("photos", "photos"),
    ("related", "items"),
    ("programme", "programmes"),
)


def named(post: Post, field: str) -> Iterator[tuple[Place, str]]:
    """Give the names in a field, be it one or a list, with their places."""
    value = getattr(post, field, None)
    if isinstance(value, str):
        yield (field,), value
    for index, name in enumerate(value if isinstance(value, tuple) else ()):
        yield (field, index), name


def names_in(post: Post) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Give the names in a header by what they are names of."""
    for field, kind in NAMING:
        if found := tuple(name for _, name in named(post, field)):
            yield kind, found
