"""Sets the texts of one edition in type: in its language, its script, with its quotation marks."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, partial

from markupsafe import Markup

from newsdesk.body import Body, BodySetter
from newsdesk.forks import processes, spread
from newsdesk.item import Item
from newsdesk.language import language_of
from newsdesk.memory import Store, digest_of, digest_of_program
from newsdesk.packing import put_by, unzstandarded
from newsdesk.safety import walled
from newsdesk.speech import Speech
from newsdesk.typography import LineSetter


@dataclass(frozen=True)
class Galley:
    """The texts of one language as HTML, set once for all its scripts and for all later builds.

    Markdown and typography take their time, and make the same of the same text.

    :param language: without its script, such as `sr`.
    :param store: remembers what earlier builds have set.
    """

    language: str
    store: Store = field(default_factory=Store)

    def prepare(self, texts: Mapping[bytes, str]) -> None:
        """Set texts that are new, on all processors at once.

        :param texts: by their digests.
        """
        names = {self._name(digest): text for digest, text in texts.items()}
        known = self.store.names()
        new = [
            partial(self._named, name, text) for name, text in names.items() if name not in known
        ]
        for name, kept in spread(new, processes()):
            self.store.keep(name, kept)

    def make_ready(self) -> None:
        """Set up Markdown now, for whoever must not wait for it later."""
        self._setter.set("")

    def body(self, text: str) -> Body:
        """Give a text as HTML, in the script that it was typed in."""
        name = self._name(digest_of(text.encode()))
        kept = self.store.recall(name)
        if kept is None:
            _, kept = self._named(name, text)
            self.store.keep(name, kept)
        html, words = pickle.loads(unzstandarded(kept))  # noqa: S301 - written below
        return Body(html, words)

    def _named(self, name: bytes, text: str) -> tuple[bytes, bytes]:
        body = self._setter.set(text)
        # Only what has passed the wall is remembered; another wall is another program.
        return name, put_by(pickle.dumps((walled(body.html), body.words)))

    def _name(self, digest: bytes) -> bytes:
        """All that the HTML is made of: the program, the language and the text."""
        return digest_of(b"body", digest_of_program(), self.language.encode(), digest)

    @cached_property
    def _setter(self) -> BodySetter:
        return BodySetter(self.language)


@dataclass(frozen=True)
class Typesetter:
    """Sets the lines and texts of an edition.

    :param speech: the language and the script of the edition.
    :param galley: what the editions of the language share.
    """

    speech: Speech
    galley: Galley
    lines: dict[str, Markup] = field(default_factory=dict)

    @cached_property
    def _line_setter(self) -> LineSetter:
        return LineSetter(language_of(self.speech.key))

    def line(self, text: str) -> Markup:
        """Set a line of plain text, such as a title, as HTML; it is in the edition's script."""
        if text not in self.lines:
            html = self._line_setter.set(text)
            self.lines[text] = Markup(html)  # noqa: S704 - the setter escaped what was typed
        return self.lines[text]

    def text(self, item: Item, text: str, fill: Callable[[str], str]) -> Body:
        """Set a text of a post in the edition's script: its body, or its notes to editors.

        :param fill: puts addresses and figures in the place of references in HTML.
        """
        body = self.galley.body(text)
        speech = self.speech.protecting(item.post.protect)
        # Captions come in the edition's own words: they are filled in when the rest is said.
        return Body(fill(speech.html(body.html, item.post.lang)), body.words)
