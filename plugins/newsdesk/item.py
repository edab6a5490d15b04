"""One post as it stands in one file."""

from __future__ import annotations

from dataclasses import dataclass

from newsdesk.header import Source
from newsdesk.schema.posts import Post


@dataclass(frozen=True, slots=True)
class Item:
    """A post as it stands in one file: its checked header, and the source that it came from."""

    post: Post
    source: Source
    slug: str

    @property
    def place(self) -> tuple[str, str]:
        """The two last parts of its address: the kind of post, and its slug."""
        return (self.post.kind, self.slug)
