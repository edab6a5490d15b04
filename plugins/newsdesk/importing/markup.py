"""Turns the HTML of an old page into Markdown as staff type it."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape
from typing import Any
from urllib.parse import quote

from bs4 import BeautifulSoup, NavigableString, PageElement, Tag
from markdownify import MarkdownConverter

INLINE = frozenset((
    "a", "abbr", "b", "bdi", "cite", "code", "del", "em", "i", "ins", "kbd", "mark", "q", "s",
    "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var",
))  # fmt: skip
STRESS = {"b": "strong", "strong": "strong", "i": "em", "em": "em"}
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
CODE = re.compile(
    r"^(?P<fence>~{3,}|`{3,}).*?^(?P=fence)[ ]*$|(?P<marks>`+)(?!`)[^\n]+?(?<!`)(?P=marks)(?!`)",
    re.DOTALL | re.MULTILINE,
)
# Spaces that do not break, and characters of no width: the site sets its own.
_SPACES = "\u00a0\u2007\u202f\u2000-\u200a\u3000"
_NOTHING = "\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
_CONTROL = "\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufffd-\uffff"
UNUSUAL = re.compile(f"[{_SPACES}{_NOTHING}{_CONTROL}]")
SPACES = re.compile(f"[{_SPACES}]")
NOTHING = re.compile(
    f"[{_NOTHING}](?<![\u2190-\U0001ffff]\u200d)"  # a joiner belongs into an emoji
)
CONTROL = re.compile(f"[{_CONTROL}]")
UNBROKEN = re.compile(r"&(?:nbsp|#160|#xa0);", re.IGNORECASE)
UNSEEN = re.compile(r"&(?:shy|#173|#xad|zwnj|#8203|#x200b);", re.IGNORECASE)
# The words of a paragraph, without the spaces around them.
WORDS = re.compile(r"\S(?:.*?\S)??(?=\s*(?:\n[ \t]*\n|\Z))", re.DOTALL)
EMPTY_LINES = re.compile(r"\n[ \t]*\n(?:[ \t]*\n)+")
# What Markdown would take for its own, although it is text. These are asked of every word of an
# old site: each begins with the sign it looks for, so that it passes over the rest at once.
SIGN = re.compile(r"[\\`*{_](?<!\w_(?=\w))")
LINK_LIKE = re.compile(r"\[(?:(?=[^\[\]]*\](?:\(|:|\[)|\^)|(?<=\]\[))")
TAG_LIKE = re.compile(r"<(?=[A-Za-z/!?])")
ENTITY_LIKE = re.compile(r"&(?=#?\w+;)")
LINE_LIKE = re.compile(r"^([ \t]*)([#>+|~:=-])(?=[#>+|~:=-]*(?:\s|$)|~~)|^([ \t]*#)", re.MULTILINE)
NUMBER_LIKE = re.compile(r"^([ \t]*\d{1,9})([.)])(?=\s)", re.MULTILINE)
# What changes on the way, wherever it stands in a text; and what may stand where one begins.
CHANGES = re.compile(r"[\\`*{_\[<&|\t\n\r]|  ")
IS_BEGINNING = re.compile(r"[^\s\d#>+|~:=-]")
AS_ENTITY = {":": "&#58;", "~": "&#126;", "=": "&#61;", "|": "&#124;"}


class _Markdown(MarkdownConverter):
    """Writes Markdown as this site reads it: what is nested stands four spaces to the right."""

    class Options:
        """How it is written."""

        heading_style = "atx"
        bullets = "-"
        sub_symbol = "<sub>"
        sup_symbol = "<sup>"
        table_infer_header = True

    def escape(self, text: str, parent_tags: set[str]) -> str:
        """Keep Markdown from reading its signs where they are text."""
        text = SIGN.sub(lambda found: f"\\{found[0]}", text)
        text = TAG_LIKE.sub("&lt;", ENTITY_LIKE.sub("&amp;", text))
        text = LINK_LIKE.sub(r"\\[", text)
        return text.replace("|", "\\|") if {"td", "th"} & parent_tags else text

    def process_text(self, el: NavigableString, parent_tags: set[str] | None = None) -> str:
        """Write a text; at the beginning of a line more signs have a meaning."""
        if _stays(el):
            return str(el)
        # markdownify's description of its types leaves this method out.
        text = str(super().process_text(el, parent_tags))  # type: ignore[misc]
        if parent_tags and "_noformat" in parent_tags:
            return text
        begins = not _follows_text(el)
        rest = text if begins else text.partition("\n")[2]
        kept = text[: len(text) - len(rest)]
        rest = LINE_LIKE.sub(_literal, rest)
        return kept + NUMBER_LIKE.sub(r"\1\\\2", rest)

    def convert_li(self, el: Tag, text: str, parent_tags: set[str]) -> str:  # noqa: ARG002 - likewise
        """Write a point of a list."""
        text = text.strip()
        if not text:
            return "\n"
        first, *rest = text.split("\n")
        lines = [first, *(f"    {line}" if line else "" for line in rest)]
        # Where a point has several paragraphs, the next one must not be taken for more of them.
        end = "\n\n" if "" in lines else "\n"
        return f"{_bullet(el)} " + "\n".join(lines) + end

    def convert_img(self, el: Tag, text: str, parent_tags: set[str]) -> str:  # noqa: ARG002 - markdownify calls it by these names
        """Write a picture in a line of its own; within a heading or a cell there is no room."""
        source = str(el.get("src") or "").strip()
        if not source:
            return ""
        title = _one_line(str(el.get("title") or "")).replace('"', "”")
        alt = re.sub(r"[\[\]\\`*_]", " ", _one_line(str(el.get("alt") or "")))
        beside = f' "{title}"' if title else ""
        picture = f"![{alt.strip()}]({in_brackets(source)}{beside})"
        return f" {picture} " if "_inline" in parent_tags else f"\n\n{picture}\n\n"

    def convert_a(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        """Write a link, unless it has no words or leads nowhere."""
        if "![" in text or "_noformat" in parent_tags:
            return text
        words = text.strip()
        target = str(el.get("href") or "").strip()
        if not words or not target or target.startswith(("#", "javascript:")):
            return text
        before = " " if text[:1].isspace() else ""
        behind = " " if text[-1:].isspace() else ""
        return f"{before}[{' '.join(words.split())}]({in_brackets(target)}){behind}"

    def convert_br(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        """Break a line; what is set as it was typed needs no sign for it."""
        # As for process_text.
        return "\n" if "pre" in parent_tags else str(super().convert_br(el, text, parent_tags))  # type: ignore[misc]

    def convert_strong(self, el: Tag, text: str, parent_tags: set[str]) -> str:  # noqa: ARG002 - likewise
        """Write what was bold."""
        return _stressed(text, "**", parent_tags)

    def convert_em(self, el: Tag, text: str, parent_tags: set[str]) -> str:  # noqa: ARG002 - likewise
        """Write what was slanted."""
        return _stressed(text, "*", parent_tags)

    def convert_abbr(self, el: Tag, text: str, parent_tags: set[str]) -> str:  # noqa: ARG002 - likewise
        """Write an abbreviation with what it stands for."""
        meaning = _one_line(str(el.get("title") or ""))
        return f'<abbr title="{escape(meaning)}">{text}</abbr>' if meaning and text else text

    convert_acronym = convert_abbr

    def convert_del(self, el: Tag, text: str, parent_tags: set[str]) -> str:  # noqa: ARG002 - likewise
        """Write what was struck out."""
        return f"<del>{text.strip()}</del>" if text.strip() else ""

    convert_s = convert_del
    convert_strike = convert_del


def markdown_of(soup: Tag, *, renumber: bool = True) -> str:
    """Write a page as Markdown.

    :param soup: is changed on the way.
    :param renumber: let its headings be of the second level and those below, and none left out.
    """
    _set_captions(soup)
    _join_stress(soup)
    if renumber:
        _number_headings(soup)
    written: str = _Markdown().convert_soup(soup)
    return neat(written)


def outside_code(text: str, change: Callable[[str], str]) -> str:
    """Change a Markdown text, but leave its code as it is."""
    if "`" not in text and "~~~" not in text:
        return change(text)
    parts: list[str] = []
    end = 0
    for code in CODE.finditer(text):
        parts += [change(text[end : code.start()]), code[0]]
        end = code.end()
    return "".join([*parts, change(text[end:])])


def neat(text: str) -> str:
    """Leave one empty line between paragraphs, and no spaces at the end of the text."""
    lines = (_right_end(line) for line in text.split("\n"))
    return EMPTY_LINES.sub("\n\n", "\n".join(lines)).replace("  \n\n", "\n\n").strip("\n")


def plain(text: str) -> str:
    """Make plain spaces of those that do not break, and take out what nobody sees."""
    if not UNUSUAL.search(text):
        return text
    return CONTROL.sub(" ", NOTHING.sub("", SPACES.sub(" ", text)))


class _Node(Tag):
    """A node that finds the parent of a name by itself: markdownify asks every node for it.

    The search of BeautifulSoup, made for harder questions, takes a fifth of an import's time.
    """

    def find_parent(self, name: Any = None, attrs: Any = None, **more: Any) -> Any:  # noqa: ANN401 - as BeautifulSoup has it
        """Give the nearest parent of a name."""
        if isinstance(name, str) and not attrs and not more:
            return next((parent for parent in self.parents if parent.name == name), None)
        return super().find_parent(name, attrs, **more)


def soup_of(html: str) -> BeautifulSoup:
    """Read HTML; spaces that do not break become plain ones."""
    text = plain(UNBROKEN.sub(" ", UNSEEN.sub("", html)))
    # Nobody asks for the parts of a class; to take each apart takes time.
    return BeautifulSoup(text, "lxml", element_classes={Tag: _Node}, multi_valued_attributes=None)


def in_brackets(target: str) -> str:
    """Write an address so that a bracket or a space in it does not end the link."""
    return quote(plain(target), safe="/:?#@!$&'*+,;=%~._-[]{filename}|")


def _right_end(line: str) -> str:
    """Two spaces at the end of a line break it there; more or fewer mean nothing."""
    bare = line.rstrip()
    return f"{bare}  " if bare and line.endswith("  ") else bare


def _stressed(text: str, sign: str, parent_tags: set[str]) -> str:
    """Set words between signs, in each paragraph anew: none reaches over an empty line."""
    return text if "_noformat" in parent_tags else WORDS.sub(rf"{sign}\g<0>{sign}", text)


def _literal(found: re.Match[str]) -> str:
    if found[3]:
        return f"{found[3][:-1]}\\#"
    return found[1] + AS_ENTITY.get(found[2], f"\\{found[2]}")


def _stays(text: NavigableString) -> bool:
    """Tell whether a text is nothing but words: most are, and to look for each sign takes time."""
    if CHANGES.search(text):
        return False
    begins = IS_BEGINNING.match(text) or _is_of_line(text.previous_sibling)
    return bool(begins) and (not text[-1:].isspace() or _is_of_line(text.next_sibling))


def _is_of_line(node: PageElement | None) -> bool:
    """Tell whether something stands in the same line as the text beside it."""
    return isinstance(node, NavigableString) or (isinstance(node, Tag) and node.name in INLINE)


def _follows_text(node: PageElement) -> bool:
    """Tell whether something of the same line stands before a text."""
    before = node.previous_sibling
    if before is None:
        parent = node.parent
        return parent is not None and parent.name in INLINE and _follows_text(parent)
    return _is_of_line(before)


def _bullet(point: Tag) -> str:
    parent = point.parent
    if parent is None or parent.name != "ol":
        return "-"
    start = str(parent.get("start") or "")
    first = int(start) if start.isdecimal() and len(start) < len("100000") else 1
    return f"{first + len(point.find_previous_siblings('li'))}."


def _one_line(text: str) -> str:
    return " ".join(plain(text).split())


def _set_captions(soup: Tag) -> None:
    """Let a picture carry the caption that stands below it."""
    for figure in soup.find_all("figure"):
        caption, picture = figure.find("figcaption"), figure.find("img")
        if isinstance(caption, Tag) and isinstance(picture, Tag):
            picture["title"] = caption.get_text(" ", strip=True)
            caption.decompose()


def _join_stress(soup: Tag) -> None:
    """Let no stress stand within itself, or touch another: their signs would run together."""
    for stress in soup.find_all(list(STRESS)):
        stress.name = STRESS[stress.name]
        before = stress.previous_sibling
        if stress.find_parent(stress.name):
            stress.unwrap()
        elif isinstance(before, Tag) and before.name == stress.name:
            before.extend(list(stress.contents))
            stress.decompose()


def _number_headings(soup: Tag) -> None:
    """Let no level be left out on the way down; the title stands in the header alone."""
    above = 1
    for heading in [
        each for each in soup.descendants if isinstance(each, Tag) and each.name in HEADINGS
    ]:
        if not heading.get_text(strip=True):
            heading.unwrap()
            continue
        level = min(max(int(heading.name[1]), 2), above + 1)
        heading.name = f"h{level}"
        above = level
