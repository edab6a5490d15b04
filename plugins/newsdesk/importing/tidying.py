"""Cleans a text that was pasted from Word or from the web.

What stays is what staff mean: their words, links, pictures and Markdown, remarks, code, and HTML
that says something Markdown cannot say, such as `<sup>` or `<span lang="en">`.
"""

from __future__ import annotations

import re
from html import unescape

from newsdesk.house_style.draft import is_markup, is_quoted
from newsdesk.house_style.quotation import ENGLISH, SERBIAN, SINGLE
from newsdesk.importing.markup import (
    CODE,
    EMPTY_LINES,
    in_brackets,
    markdown_of,
    outside_code,
    plain,
    soup_of,
)
from newsdesk.language import Language, language_of

FROM_WORD = re.compile(
    r"<!--\s*\[if.*?<!\s*\[endif\]\s*-->|<!\[(?:if[^\]]*|endif)\]>|<!--/?(?:Start|End)Fragment-->"
    r"|<!--\s*/?(?:wp:|more\b|nextpage\b).*?-->|<(?P<name>style|script|xml|title)\b.*?</(?P=name)\s*>"
    r"|<\?xml.*?/?>|</?[a-z]+:[a-z][^<>]*>|<(?:meta|link|base)\b[^<>]*>|</?(?:html|head|body)\b[^<>]*>",
    re.DOTALL | re.IGNORECASE,
)
BLOCK = re.compile(
    r"<(?P<name>p|div|ul|ol|table|h[1-6]|blockquote|dl|section|article|center)\b(?P<rest>[^<>]*)>",
    re.IGNORECASE,
)
# What Markdown has no way to say.
OF_ITS_OWN = re.compile(r"\bmarkdown\b|\b(?:col|row)span\b", re.IGNORECASE)
TAG = re.compile(r"<(?P<end>/?)(?P<name>[A-Za-z][\w]*(?::\w+)?)(?P<rest>(?:\s[^<>]*)?)/?>")
DRESS = re.compile(
    r"\s+(?:style|align|valign|width|height|bgcolor|color|face|size|class(?==[\"']?(?:Mso|Apple|western|wp-))|xmlns\S*|[ovw]:\w+|data-\w+)"
    r"(?:=(?:\"[^\"]*\"|'[^']*'|[^\s>]*))?",
    re.IGNORECASE,
)
ONLY_LANGUAGE = re.compile(r"\s*lang=[\"']?[A-Za-z-]+[\"']?\s*", re.IGNORECASE)
BARE = frozenset(("span", "font", "big", "center", "u", "tt", "ins", "nobr", "wbr", "label"))
# Inline tags that have a sign in Markdown, innermost first.
STRONG = re.compile(
    r"<(b|strong)(?:\s[^<>]*)?>(\s*)((?:(?!</?(?:b|strong)\b).)*?)(\s*)</\1\s*>",
    re.DOTALL | re.IGNORECASE,
)
STRESSED = re.compile(
    r"<(i|em)(?:\s[^<>]*)?>(\s*)((?:(?!</?(?:i|em)\b).)*?)(\s*)</\1\s*>", re.DOTALL | re.IGNORECASE
)
LINK = re.compile(
    r"<a(?P<rest>\s[^<>]*)?>(?P<words>(?:(?!</?a\b).)*?)</a\s*>", re.DOTALL | re.IGNORECASE
)
HREF = re.compile(r"\shref=(?:\"([^\"]*)\"|'([^']*)'|([^\s>]+))", re.IGNORECASE)
LINE_BREAK = re.compile(r"[ \t]*<br(?:\s[^<>]*)?/?>[ \t]*\n?", re.IGNORECASE)
ENTITY = re.compile(
    r"&(?:nbsp|shy|quot|apos|[lrb][sd]?quo|[ls]aquo|[lr]squo|[lr]dquo|bdquo|sbquo|[nm]dash|hellip|"
    r"ensp|emsp|thinsp|zwnj|#160|#173|#8203|#xa0|#xad);",
    re.IGNORECASE,
)
# What Word sets before a point of a list.
BULLET = re.compile(r"^([ \t]*)[•·▪●◦‣\uf0b7][ \t]+")
SPACES_WITHIN = re.compile(r"(?<=\S)[ ]{2,}(?=\S)")


def tidied(body: str, language: Language) -> str:
    """Clean the body of a post.

    :param language: the one that it is written in: its quotation marks are those of the language.
    """
    return _with_own_marks(outside_code(body, _clean), language)


def _clean(text: str) -> str:
    """Clean a stretch of text without code."""
    if "<" in text:
        text = _without_tags(_with_blocks(FROM_WORD.sub("", text)))
    text = plain(ENTITY.sub(lambda found: unescape(found[0]), text))
    lines = [_tidy_line(line) for line in text.split("\n")]
    return EMPTY_LINES.sub("\n\n", "\n".join(lines))


def _tidy_line(line: str) -> str:
    """Leave one space between words; two at the end of a line break it there."""
    if not line.strip():
        return ""
    line = BULLET.sub(r"\1- ", line)
    return line if line.lstrip().startswith("|") else SPACES_WITHIN.sub(" ", line)


# HTML


def _with_blocks(text: str) -> str:
    """Write each block of HTML that begins a line, or follows such a one, as Markdown."""
    written = ""
    end = 0
    for block in BLOCK.finditer(text):
        between = text[end : block.start()]
        begins = not LINE_BREAK.sub("\n", between).rpartition("\n")[2].strip()
        if block.start() < end or not begins:
            continue
        stop = _end_of(text, block)
        whole = text[block.start() : stop]
        if OF_ITS_OWN.search(whole):
            continue
        markdown = markdown_of(soup_of(whole), renumber=False)
        written = _in_paragraphs(written + between, markdown, text[stop:])
        end = stop
    return written + text[end:]


def _in_paragraphs(before: str, block: str, behind: str) -> str:
    """Add a block to what stands before it, so that it is a paragraph of its own."""
    if not block:
        return before
    before = before.rstrip(" \t")
    above = "" if before in {"", "\n"} or before.endswith("\n\n") else "\n"
    lines = behind.lstrip(" \t")
    below = "" if lines.startswith("\n\n") or not lines else "\n" if lines[0] == "\n" else "\n\n"
    return f"{before}{above}{block}{below}"


def _end_of(text: str, block: re.Match[str]) -> int:
    """Find where a block of HTML ends: behind its own end tag, or with the paragraph."""
    depth = 0
    for tag in re.finditer(rf"<(/?){block['name']}\b[^<>]*>", text[block.start() :], re.IGNORECASE):
        depth += -1 if tag[1] else 1
        if depth == 0:
            return block.start() + tag.end()
    end = text.find("\n\n", block.end())
    return len(text) if end < 0 else end


def _without_tags(text: str) -> str:
    """Write inline tags as Markdown, and take away those that say nothing."""
    text = TAG.sub(_Undresser().bare, text)
    text = _each_pair(STRONG, "**", text)
    text = _each_pair(STRESSED, "*", text)
    text = LINK.sub(_link, text)
    return LINE_BREAK.sub("  \n", text)


class _Undresser:
    """Takes dress away, tag by tag; the end of a span goes or stays with its beginning."""

    def __init__(self) -> None:
        self._spans: list[bool] = []

    def bare(self, tag: re.Match[str]) -> str:
        """Write a tag without what only says how it looks; nothing, if that was all it said."""
        name = tag["name"].lower()
        stays = name not in BARE and ":" not in name
        if name == "span":
            stays = self._stays(tag)
        return f"<{tag['end']}{tag['name']}{DRESS.sub('', tag['rest'])}>" if stays else ""

    def _stays(self, span: re.Match[str]) -> bool:
        if span["end"]:
            return self._spans.pop() if self._spans else False
        self._spans.append(ONLY_LANGUAGE.fullmatch(span["rest"]) is not None)
        return self._spans[-1]


def _each_pair(tags: re.Pattern[str], sign: str, text: str) -> str:
    """Write signs for pairs of tags, the innermost first; of pairs within each other one stays."""
    mark = rf"(?<!\*){re.escape(sign)}(?!\*)"
    within = re.compile(rf"{mark}(?=\S)(.+?)(?<=\S){mark}", re.DOTALL)

    def signed(found: re.Match[str]) -> str:
        before, words, behind = found[2], within.sub(r"\1", found[3]), found[4]
        return f"{before}{sign}{words}{sign}{behind}" if words else f"{before}{behind}"

    while (again := tags.sub(signed, text)) != text:
        text = again
    return text


def _link(found: re.Match[str]) -> str:
    href = HREF.search(found["rest"] or "")
    words = " ".join(found["words"].split())
    target = unescape(next(filter(None, href.groups()), "")) if href else ""
    return f"[{words}]({in_brackets(target)})" if words and target else found["words"]


# Quotation marks


def _with_own_marks(text: str, language: Language) -> str:
    """Give each quotation the marks of the language."""
    if language == "en":
        return _marked(SERBIAN, text, language)
    if language_of(language) == "sr":
        return _marked(SINGLE, _marked(ENGLISH, text, language), language)
    return text


def _marked(pattern: re.Pattern[str], text: str, language: Language) -> str:
    def own(found: re.Match[str]) -> str:
        words = found["words"]
        if "\n\n" in found[0] or is_markup(text, found.start()) or _is_code(text, found.start()):
            return found[0]
        if language == "en":
            return f"“{words}”"
        return f"’{words}’" if is_quoted(text, found.start()) else f"„{words}”"

    return pattern.sub(own, text)


def _is_code(text: str, offset: int) -> bool:
    return any(code.start() <= offset < code.end() for code in CODE.finditer(text))
