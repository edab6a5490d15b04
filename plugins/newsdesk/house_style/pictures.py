"""Pictures: their words say what is to be seen, for those who cannot see it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsdesk.house_style.draft import Draft, shown
from newsdesk.house_style.wording import SERBIAN, any_of
from newsdesk.problems import Message, Problem, say

# ![words](target) and ![words][label].
PICTURE = re.compile(
    r"!\[(?P<words>[^\[\]]*)\](?P<tail>\((?:[^()\n]|\([^()\n]*\))*\)|\[[^\[\]\n]*\])"
)
FILE_NAME = re.compile(
    r"\S.*\.(?:avif|gif|heic|jpe?g|png|svg|tiff?|webp)"
    r"|(?:dscf?|dscn|fotografija|image|img|p|photo|picture|pxl|slika|uni?|слика|фотографија)?"
    r"[\s_-]?\(?\d[\d\s_()-]*"
    r"|(?:dsc|img|mvimg|pxl|screen ?shot|whatsapp image)[\s_-].*\d.*"
    r"|[^\W_]+(?:_[^\W_]+)+|[^\W_]+(?:-[^\W_]+){2,}",
    re.IGNORECASE,
)
OF_THE_ALBUM = "(photo:"
PHOTO_OF = re.compile(
    r"(?:an? |the )?(?:image|photo|photograph|pic|picture) of (?=\S)", re.IGNORECASE
)
WORDS_FOR_PICTURE = """
    fotografija slika na_slici na_ovoj_slici na_fotografiji na_ovoj_fotografiji
    """
ON_PHOTO = re.compile(
    rf"(?:{'|'.join(any_of(WORDS_FOR_PICTURE, language) for language in SERBIAN)})\b",
    re.IGNORECASE,
)


def descriptions_of_pictures(draft: Draft) -> Iterator[Problem]:
    """The words of a picture say what is to be seen, without “photo of” and without file names."""
    text = draft.body
    if "![" not in text.words:
        return
    for found in PICTURE.finditer(text.words):
        fault = _fault(" ".join(found["words"].split()), found["tail"])
        if fault:
            yield text.warn(found.start(), *fault)


def _fault(words: str, tail: str) -> tuple[Message, Message] | None:
    """Say what is wrong with the words of one picture, and what to type."""
    example = say("say what is to be seen: ![A girl plants a tree]{tail}", tail=tail)
    if not words and tail.startswith(OF_THE_ALBUM):
        # Its record says what is to be seen.
        return None
    if not words:
        return say("a picture without words stands here"), example
    if FILE_NAME.fullmatch(words):
        return say("“{words}” is the name of a file", words=shown(words)), example
    if begins := PHOTO_OF.match(words):
        rest = words[begins.end() :]
        return _said_anyway(begins[0]), say(
            "type ![{words}]{tail}", words=rest[0].upper() + rest[1:], tail=tail
        )
    if begins := ON_PHOTO.match(words):
        return _said_anyway(begins[0]), example
    return None


def _said_anyway(words: str) -> Message:
    return say("“{words}” says nothing new: a screen reader says it anyway", words=words.strip())
