"""What can be chosen in the form: names of the vocabulary as it is now, and the posts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from newsdesk.editor.posts import Posts
from newsdesk.files import PHOTOS, RECORD_ENDING, VOCABULARY
from newsdesk.header import read_record
from newsdesk.language import Language, language_of
from newsdesk.problems import SiteError
from newsdesk.schema.records import RECORD_TYPES
from newsdesk.settings import Settings

# A value, and what the person reads for it.
Choice = tuple[str, str]
Choices = Mapping[str, tuple[Choice, ...]]


def choices_in(content: Path, house: Settings, lang: Language) -> Choices:
    """Give all that can be chosen, by the source that a box names.

    :param lang: of the person.
    """
    posts = Posts.read(content, house)
    photos = sorted(file.stem for file in (content / PHOTOS).glob(f"*{RECORD_ENDING}"))
    return {
        **{kind: _records(content, kind, lang) for kind in RECORD_TYPES},
        "photos": tuple((key, key) for key in photos),
        "posts": _posts(posts, lambda _: True, lang),
        "programmes": _posts(posts, lambda kind: kind == "programme", lang),
    }


def _records(content: Path, kind: str, lang: Language) -> tuple[Choice, ...]:
    file = content / VOCABULARY / f"{kind}{RECORD_ENDING}"
    if not file.is_file():
        return ()
    try:
        records = read_record(file.as_posix(), file.read_bytes()).header
    except SiteError:  # the check tells of it
        return ()
    return tuple((key, _name(value, lang) or key) for key, value in records.items())


def _name(record: object, lang: Language) -> str:
    """Give the name of a record in a language, or in the first that it has."""
    names = (record.get("name") or record.get("title")) if isinstance(record, dict) else None
    if not isinstance(names, dict):
        return ""
    same = [text for tag, text in names.items() if language_of(tag) == language_of(lang)]
    return str(next(iter([*same, *names.values()]), ""))


def _posts(posts: Posts, wanted: Callable[[str], bool], lang: Language) -> tuple[Choice, ...]:
    found: dict[str, str] = {}
    for post in posts.kept:
        if post.source and wanted(post.kind):
            title = str(post.source.header.get("title") or post.identity)
            is_own = language_of(str(post.source.header.get("lang"))) == language_of(lang)
            found[post.identity] = title if is_own else found.get(post.identity, title)
    return tuple(found.items())
