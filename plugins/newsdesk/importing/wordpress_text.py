"""Writes the text of a WordPress post as HTML: its paragraphs and its codes in brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import escape
from typing import Protocol

from newsdesk.problems import Message, say


class Attached(Protocol):
    """A file of the old site's library, as far as a text shows it."""

    @property
    def address(self) -> str:
        """Its whole address."""

    @property
    def alt(self) -> str:
        """What it shows, for those who do not see it."""

    @property
    def caption(self) -> str:
        """What stands under it."""

    @property
    def post(self) -> str:
        """The number of the post that it was added to."""


OF_THE_EDITOR = re.compile(r"<!--.*?-->", re.DOTALL)
# A block without a text of its own: a list of posts, footnotes, a part that several posts share.
FILLED_IN = re.compile(r"<!--\s+wp:(?P<name>[a-z][\w/-]*)\s+(?:\{(?:(?!-->)[^\n])*\}\s+)?/-->")
CAPTION = re.compile(
    r"\[(?:wp_)?caption(?P<rest>[^\]]*)\](?P<inner>.*?)\[/(?:wp_)?caption\]", re.DOTALL
)
OF_CAPTION = re.compile(r"\bcaption=\"([^\"]*)\"")
GALLERY = re.compile(r"\[gallery(?P<rest>[^\]]*)\]")
IDS = re.compile(r"\b(?:ids|include)=[\"'&#\d;]*?([\d,\s]+)")
EMBED = re.compile(r"\[embed[^\]]*\]\s*(?P<address>[^\[\s]+)\s*\[/embed\]")
CODE = re.compile(r"(?<!\\)\\?\[/?(?P<name>[a-z][\w-]{2,})(?:\s+[\w-]+=[^\]\n]*)?\](?!\()")
PICTURE = re.compile(r"(?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*</a>)?", re.IGNORECASE)
# Blocks that hold other blocks, and blocks that hold lines.
HOLD_BLOCKS = (
    "article|aside|blockquote|div|dl|fieldset|figure|footer|form|header|main|nav|ol|section|table|"
    "tbody|tfoot|thead|tr|ul"
)
HOLD_LINES = "address|dd|dt|figcaption|h[1-6]|hr|iframe|li|p|pre|td|th"
PREFORMATTED = re.compile(r"<pre\b.*?</pre>", re.DOTALL | re.IGNORECASE)
AROUND_BLOCKS = re.compile(rf"\s*(</?(?:{HOLD_BLOCKS})\b[^>]*>)\s*", re.IGNORECASE)
BEFORE_LINES = re.compile(rf"\s*(<(?:{HOLD_LINES})\b[^>]*>)", re.IGNORECASE)
BEHIND_LINES = re.compile(rf"(</(?:{HOLD_LINES})\s*>|<hr\b[^>]*>)\s*", re.IGNORECASE)
BEGINS_BLOCK = re.compile(rf"</?(?:{HOLD_BLOCKS}|{HOLD_LINES})\b", re.IGNORECASE)
IS_BLOCK_EDITOR = "<!-- wp:"


def html_of(content: str, attachments: Mapping[str, Attached], post: str = "") -> str:
    """Write the text of a post as the HTML that WordPress would show.

    :param attachments: the files of the old site, by their numbers, for galleries.
    :param post: its number: a gallery that names no pictures shows those that were added to it.
    """
    is_whole = IS_BLOCK_EDITOR in content
    text = OF_THE_EDITOR.sub("", content)
    text = GALLERY.sub(lambda found: _gallery(found["rest"], attachments, post), text)
    text = CAPTION.sub(_figure, EMBED.sub(r'<p><a href="\g<address>">\g<address></a></p>', text))
    return text if is_whole else _with_paragraphs(text)


def _figure(found: re.Match[str]) -> str:
    """Write a picture with its caption, in both ways that WordPress has had for it."""
    picture = PICTURE.search(found["inner"])
    if picture is None:
        return found["inner"]
    older = OF_CAPTION.search(found["rest"])
    words = PICTURE.sub("", found["inner"]).strip() or (older[1] if older else "")
    return f"\n\n<figure>{picture[0]}<figcaption>{words}</figcaption></figure>\n\n"


def _gallery(rest: str, attachments: Mapping[str, Attached], post: str) -> str:
    """Write the pictures of a gallery one below the other."""
    ids = IDS.search(rest)
    own = [number for number, each in attachments.items() if post and each.post == post]
    numbers = re.findall(r"\d+", ids[1]) if ids else own
    shown = [attachments[number] for number in numbers if number in attachments]
    if not shown:
        return f"[gallery{rest}]"
    return "\n\n" + "".join(map(_shown, shown)) + "\n\n"


def _shown(picture: Attached) -> str:
    source, alt = escape(picture.address), escape(picture.alt)
    caption = f"<figcaption>{escape(picture.caption)}</figcaption>" if picture.caption else ""
    return f'<figure><img src="{source}" alt="{alt}">{caption}</figure>\n\n'


def _with_paragraphs(text: str) -> str:
    """Make paragraphs of what empty lines divide, as WordPress does when it shows a post."""
    parts: list[str] = []
    end = 0
    for kept in PREFORMATTED.finditer(text):
        parts += [_paragraphs(text[end : kept.start()]), kept[0]]
        end = kept.end()
    return "\n\n".join([*parts, _paragraphs(text[end:])])


def _paragraphs(text: str) -> str:
    apart = AROUND_BLOCKS.sub(r"\n\n\1\n\n", text.replace("\r\n", "\n"))
    apart = BEHIND_LINES.sub(r"\1\n\n", BEFORE_LINES.sub(r"\n\n\1", apart))
    blocks = (block.strip() for block in re.split(r"\n\s*\n", apart))
    return "\n".join(map(_paragraph, filter(None, blocks)))


def _paragraph(block: str) -> str:
    if BEGINS_BLOCK.match(block):
        return block
    return "<p>" + block.replace("\n", "<br>\n") + "</p>"


def left_codes(body: str) -> Iterator[Message]:
    """Tell of codes in brackets that only WordPress, or an addition to it, could have filled.

    :param body: in Markdown.
    """
    for name in dict.fromkeys(found["name"] for found in CODE.finditer(body)):
        yield say("a code of WordPress stands in the text: [{name}]", name=name)


def left_blocks(content: str) -> Iterator[Message]:
    """Tell of blocks that WordPress fills in when it shows a post: their texts are not in the post.

    :param content: as the export has it.
    """
    names = dict.fromkeys(found["name"] for found in FILLED_IN.finditer(content))
    if names:
        yield say("what WordPress fills in was left out: {names}", names=", ".join(names))
