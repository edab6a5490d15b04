"""One post as it stands in one file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from newsdesk.header import Source
from newsdesk.language import language_of
from newsdesk.manuscript import NOTES, Reference, references_in
from newsdesk.memory import digest_of, digest_of_value
from newsdesk.naming import names_in
from newsdesk.schema.posts import Post


@dataclass(frozen=True)
class Item:
    """A post as it stands in one file: its checked header, and the source that it came from.

    :param head: the digest of all that is known of the post but its text.
    :param text: the digest of its text.
    :param references: every link and picture of its text, and of its notes to editors.
    :param language: without the script, such as `sr`.
    :param names: what its header names, by what these are names of.
    :param photos: the keys of all photographs that it shows, in its header and in its text.
    """

    post: Post
    source: Source
    slug: str
    head: bytes = field(init=False, repr=False)
    text: bytes = field(init=False, repr=False)
    references: tuple[Reference, ...] = field(init=False, repr=False)
    language: str = field(init=False, repr=False)
    names: tuple[tuple[str, tuple[str, ...]], ...] = field(init=False, repr=False)
    photos: tuple[str, ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Name the head and the text, and look for references, once for all that need them."""
        source = self.source
        lines = tuple(source.lines.items())
        known = (source.path, dict(source.header), lines, source.body_line, self.slug)
        object.__setattr__(self, "head", digest_of_value(known))
        object.__setattr__(self, "text", digest_of(source.body.encode()))
        references = tuple(references_in(source, getattr(self.post, NOTES, None)))
        object.__setattr__(self, "references", references)
        object.__setattr__(self, "language", language_of(self.post.lang))
        object.__setattr__(self, "names", tuple(names_in(self.post)))
        object.__setattr__(self, "photos", tuple(self._photos()))

    def _photos(self) -> Iterator[str]:
        for kind, names in self.names:
            if kind == "photos":
                yield from names
        for reference in self.references:
            if reference.is_picture:
                yield reference.target.removeprefix("photo:")

    @property
    def place(self) -> tuple[str, str]:
        """The two last parts of its address: the kind of post, and its slug."""
        return (self.post.kind, self.slug)
