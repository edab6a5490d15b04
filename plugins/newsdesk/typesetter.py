"""Sets the texts of one edition in type: in its language, its script, with its quotation marks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cached_property

from markupsafe import Markup

from newsdesk.body import Body, BodySetter
from newsdesk.item import Item
from newsdesk.language import language_of
from newsdesk.safety import walled
from newsdesk.speech import Speech
from newsdesk.typography import LineSetter


@dataclass(frozen=True)
class Galley:
    """The texts of one language as HTML, set once for all its scripts: Markdown takes its time.

    :param language: without its script, such as `sr`.
    """

    language: str
    bodies: dict[str, Body] = field(default_factory=dict)

    @cached_property
    def _setter(self) -> BodySetter:
        return BodySetter(self.language)

    def body(self, text: str) -> Body:
        """Give a text as HTML, in the script that it was typed in."""
        if text not in self.bodies:
            body = self._setter.set(text)
            self.bodies[text] = replace(body, html=walled(body.html))
        return self.bodies[text]


@dataclass(frozen=True)
class Typesetter:
    """Sets the lines and bodies of an edition, each once.

    :param speech: the language and the script of the edition.
    :param galley: what the editions of the language share.
    """

    speech: Speech
    galley: Galley
    lines: dict[str, Markup] = field(default_factory=dict)
    bodies: dict[str, Body] = field(default_factory=dict)

    @cached_property
    def _line_setter(self) -> LineSetter:
        return LineSetter(language_of(self.speech.key))

    def line(self, text: str) -> Markup:
        """Set a line of plain text, such as a title, as HTML; it is in the edition's script."""
        if text not in self.lines:
            html = self._line_setter.set(text)
            self.lines[text] = Markup(html)  # noqa: S704 - the setter escaped what was typed
        return self.lines[text]

    def body(self, item: Item, fill: Callable[[str], str]) -> Body:
        """Set the body of a post, and put it into the edition's script.

        :param fill: puts addresses and figures in the place of references in HTML.
        """
        post = item.post
        if post.id not in self.bodies:
            self.bodies[post.id] = self.text(item, item.source.body, fill)
        return self.bodies[post.id]

    def text(self, item: Item, text: str, fill: Callable[[str], str]) -> Body:
        """Set any text of a post, such as its notes to editors."""
        body = self.galley.body(text)
        speech = self.speech.protecting(item.post.protect)
        # Captions come in the edition's own words: they are filled in when the rest is said.
        return Body(fill(speech.html(body.html, item.post.lang)), body.words)
