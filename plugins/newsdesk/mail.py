"""E-mail this article: one link, and the reader's own mail program opens with the letter written.

There is no server and no script behind it: the link is a `mailto:` address by RFC 6068 that carries
the subject and the text. A title can never become a header of the letter, whatever is typed in it:
everything but letters, digits and `-._~` is percent-encoded.
"""

from __future__ import annotations

import re
import string
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import quote, unquote_to_bytes, urlsplit

from selectolax.lexbor import LexborHTMLParser

from newsdesk.problems import Message, say

LIMIT = 1900
"""Characters of a whole link; not far above it Windows and some mail programs cut it off."""

ADDRESS_LIMIT = 1200
"""Characters of an encoded address; what is left always holds the beginning of a title."""

SITE_NAME_LIMIT = 300
"""Characters of an encoded name of the site; a longer name is shortened."""

_START = "mailto:?"
_FRAME = f"{_START}subject=&body="
_LINE_END = "\r\n"
_PARAGRAPH = _LINE_END * 2
_CUT = "…"

_UNRESERVED = f"{string.ascii_letters}{string.digits}-._~".encode()

# White space is not in here: it separates words and is dealt with as such.
_INVISIBLE = re.compile(
    "[\xad\u200b\u2060\ufeff"  # soft hyphen, zero-width space, word joiner, byte-order mark
    "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f"  # control characters
    "\ud800-\udfff]"  # halves of characters, which no encoding can write
)
_PERCENT_ENCODED = re.compile(r"(?:[A-Za-z0-9._~-]++|%[0-9A-Fa-f]{2})*+")
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]")
_LONE_LINE_END = re.compile(r"\r(?!\n)|(?<!\r)\n")
_BLOCKS = "address, blockquote, br, dd, div, dt, h1, h2, h3, h4, h5, h6, hr, li, p, td, th"


class MailLinkError(ValueError):
    """A link that is not a letter of ours."""

    def __init__(self, message: Message) -> None:
        """Keep the sentence that says what is wrong with the link."""
        self.message = message
        super().__init__(str(message))


@dataclass(frozen=True)
class Letter:
    """What the reader sends on.

    :param title: plain text as it was typed; what looks like a tag in it is text.
    :param summary: likewise.
    :param address: the canonical, absolute address of the article; never cut.
    :param site_name: in the language of the page.
    :raises ValueError: an address that is not absolute, not percent-encoded or too long. The build
        makes addresses, no person types them, so this is a bug and not a problem to report.
    """

    title: str
    summary: str
    address: str
    site_name: str

    def __post_init__(self) -> None:
        """Refuse an address that a mail program could not turn into a link."""
        parts = urlsplit(self.address)
        if parts.scheme not in {"http", "https"} or not parts.netloc:
            raise ValueError(f"the address “{self.address}” is not absolute")
        if not re.fullmatch(r"[!#-;=?-\[\]_a-z~]*", self.address):
            raise ValueError(f"the address “{self.address}” holds characters to be encoded")
        if _cost(self.address) > ADDRESS_LIMIT:
            raise ValueError(f"the address “{self.address}” is too long for a letter")


def plain(text: str) -> str:
    """Clean a typed text: one line, one space between words, nothing that cannot be seen.

    Joiners inside emoji and the marks that turn a text right to left are seen, so they stay.
    """
    return " ".join(_INVISIBLE.sub("", text).split())


def plain_of_html(markup: str) -> str:
    """Give the words of a piece of HTML: no tags, no entities, none of the typography's helpers.

    Not for typed text: there “<3” is no tag.
    """
    tree = LexborHTMLParser(markup, is_fragment=True)
    tree.strip_tags(["script", "style", "template"])
    for block in tree.css(_BLOCKS):
        block.insert_before(" ")
        block.insert_after(" ")
    return plain(tree.text())


def mail_link(letter: Letter) -> str:
    """Write the link; `&` is bare in it, so a template that escapes makes it right for HTML.

    What does not fit is left out in this order: the summary from its end, the title's repetition in
    the text, the end of an extreme title.
    """
    subject, body = _subject_and_body(letter)
    return f"{_START}subject={_encoded(subject)}&body={_encoded(body)}"


def read_mail_link(href: str) -> tuple[str, str]:
    """Read the subject and the text back from a link, strictly.

    :param href: as a browser sees it, after HTML's own escapes.
    :raises MailLinkError: for a recipient, another header, a second subject, anything that is not
        percent-encoded, and any line end that is not CR LF in the text.
    """
    if not href.startswith(_START):
        raise MailLinkError(say("The e-mail link “{link}” does not begin “mailto:?”", link=href))
    fields = [pair.partition("=") for pair in href.removeprefix(_START).split("&")]
    for name, _, _ in fields:
        if name not in {"subject", "body"}:
            raise MailLinkError(say("The e-mail link has the unknown field “{field}”", field=name))
    if [name for name, _, _ in fields] != ["subject", "body"]:
        raise MailLinkError(say("The e-mail link needs one subject, then one body"))
    subject, body = (_decoded(name, value) for name, _, value in fields)
    if _CONTROL.search(subject):
        raise MailLinkError(say("The e-mail link's subject has a line end or control character"))
    if _LONE_LINE_END.search(body):
        raise MailLinkError(say("The e-mail link's body has a line end that is not CR LF"))
    return subject, body


def check_mail_link(href: str, letter: Letter) -> Message | None:
    """Say what is wrong with a link on a finished page, or None when it carries its letter."""
    if len(href) > LIMIT:
        return say(
            "The e-mail link has {length} characters, {limit} are allowed",
            length=len(href),
            limit=LIMIT,
        )
    try:
        subject, body = read_mail_link(href)
    except MailLinkError as error:
        return error.message
    title, _ = _subject_and_body(letter)
    if subject != title:
        return say(
            "The e-mail link's subject is “{subject}”, not the title “{title}”",
            subject=subject,
            title=title,
        )
    if letter.address not in body.split(_LINE_END):
        return say(
            "The e-mail link's body lacks a line with the address “{address}”",
            address=letter.address,
        )
    return None


def _subject_and_body(letter: Letter) -> tuple[str, str]:
    """Give each part its room, the parts that matter most first."""
    title = plain(letter.title)
    site_name = _shortened(plain(letter.site_name), SITE_NAME_LIMIT)
    room = LIMIT - len(_FRAME) - _cost(letter.address) - _cost(_PARAGRAPH + site_name)
    subject = _shortened(title, room)
    room -= _cost(subject)
    again = title if _cost(_PARAGRAPH + title) <= room else ""
    room -= _cost(_PARAGRAPH + again)
    summary = _words_that_fit(plain(letter.summary), room - _cost(_PARAGRAPH))
    parts = (again, summary, letter.address, site_name)
    return subject, _PARAGRAPH.join(part for part in parts if part)


def _shortened(text: str, room: int) -> str:
    """Shorten at a word, inside one that is too long by itself, but never inside a character."""
    if not text or _cost(text) <= room:
        return text
    return _words_that_fit(text, room) or _beginning(_characters(text), room) or _CUT


def _words_that_fit(text: str, room: int) -> str:
    """Shorten at a word, or give nothing when not even the first one fits."""
    if _cost(text) <= room:
        return text
    return _beginning(re.findall(r"\S+ ?", text), room)


def _beginning(pieces: Iterable[str], room: int) -> str:
    """Join pieces for as long as they and the mark of omission fit."""
    kept = ""
    room -= _cost(_CUT)
    for piece in pieces:
        if _cost(piece.rstrip()) > room:
            break
        kept += piece
        room -= _cost(piece)
    kept = kept.rstrip(" ,;:.–—-")
    return kept + _CUT if kept else ""


def _characters(text: str) -> Iterator[str]:
    """Give characters as a person counts them: an accent, or a family of emoji, is not taken apart.

    The rules of Unicode's annex 29 that matter in a newsroom.
    """
    character = ""
    for point in text:
        if character and not _continues(character, point):
            yield character
            character = ""
        character += point
    if character:
        yield character


def _continues(character: str, point: str) -> bool:
    """Tell whether a code point belongs to the character before it."""
    return (
        unicodedata.category(point).startswith("M")  # accents, and the emoji look (U+FE0F)
        or point in "\u200c\u200d"  # joiners
        or character.endswith("\u200d")
        or "\U0001f3fb" <= point <= "\U0001f3ff"  # colours of skin
        or "\U000e0020" <= point <= "\U000e007f"  # the letters of a region's flag
        or "\u1160" <= point <= "\u11ff"  # second and third parts of a Korean syllable
        or (len(character) == 1 and _is_half_flag(character) and _is_half_flag(point))
    )


def _is_half_flag(point: str) -> bool:
    return "\U0001f1e6" <= point <= "\U0001f1ff"


def _decoded(name: str, value: str) -> str:
    rest = _PERCENT_ENCODED.sub("", value, count=1)
    if rest:
        raise MailLinkError(
            say(
                "The e-mail link's {field} has “{character}”, which must be percent-encoded",
                field=name,
                character=rest[0],
            )
        )
    try:
        return unquote_to_bytes(value).decode()
    except UnicodeDecodeError:
        raise MailLinkError(say("The e-mail link's {field} is not UTF-8", field=name)) from None


def _encoded(text: str) -> str:
    return quote(text, safe="")


def _cost(text: str) -> int:
    """Count the characters that a text takes in the link: six for a Cyrillic letter."""
    octets = text.encode()
    return len(octets) + 2 * len(octets.translate(None, _UNRESERVED))
