"""What every page is made of beside posts: when it changes, all pages are made again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from newsdesk.files import VOCABULARY, walk
from newsdesk.memory import digest_of, digest_of_files, digest_of_program, digest_of_value
from newsdesk.settings import THE_BEGINNING, Settings


@dataclass(frozen=True)
class Ground:
    """Digests of all that is the same for many pages.

    :param program: newsdesk itself, and what it is built on.
    :param variant: the settings, in which the preview and the site on line differ; each of the two
        is remembered.
    :param words: the vocabulary.
    :param theme: the templates and their words.
    """

    program: bytes
    variant: bytes
    words: bytes
    theme: bytes

    @classmethod
    def of(cls, house: Settings, content: Path, theme: Path) -> Ground:
        """Look at everything.

        The time of the build is not looked at: who asks for it, asks the desk.
        """
        folders = (theme / "templates", theme / "translations")
        files = [file for folder in folders for file in walk(folder)]
        return cls(
            digest_of_program(),
            digest_of_value(replace(house, now=THE_BEGINNING)),
            digest_of_files(walk(content / VOCABULARY), content),
            digest_of_files(files, theme),
        )

    @cached_property
    def of_sheets(self) -> bytes:
        """What views are made of."""
        return digest_of(self.program, self.variant, self.words, self.theme)

    @cached_property
    def of_pages(self) -> bytes:
        """What pages are made of beside their views."""
        return digest_of(self.program, self.theme)
