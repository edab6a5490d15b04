"""One post as it stands in one file."""

from __future__ import annotations

from dataclasses import dataclass, field

from newsdesk.header import Source
from newsdesk.manuscript import NOTES, Reference, references_in
from newsdesk.memory import digest_of, digest_of_value
from newsdesk.schema.posts import Post


@dataclass(frozen=True)
class Item:
    """A post as it stands in one file: its checked header, and the source that it came from.

    :param head: the digest of all that is known of the post but its text.
    :param text: the digest of its text.
    :param references: every link and picture of its text, and of its notes to editors.
    """

    post: Post
    source: Source
    slug: str
    head: bytes = field(init=False, repr=False)
    text: bytes = field(init=False, repr=False)
    references: tuple[Reference, ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Name the head and the text, and look for references, once for all that need them."""
        source = self.source
        lines = tuple(source.lines.items())
        known = (source.path, dict(source.header), lines, source.body_line, self.slug)
        object.__setattr__(self, "head", digest_of_value(known))
        object.__setattr__(self, "text", digest_of(source.body.encode()))
        references = tuple(references_in(source, getattr(self.post, NOTES, None)))
        object.__setattr__(self, "references", references)

    @property
    def place(self) -> tuple[str, str]:
        """The two last parts of its address: the kind of post, and its slug."""
        return (self.post.kind, self.slug)
