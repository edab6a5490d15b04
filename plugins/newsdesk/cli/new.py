"""`newsdesk new`: begins a post, with all of its fields laid out."""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Collection, Iterator, Sequence
from gettext import NullTranslations
from pathlib import Path
from typing import TYPE_CHECKING, cast, get_args

from newsdesk.cli.clock import time_of_build
from newsdesk.cli.usage import UsageError, add_places, must_exist
from newsdesk.cli.voice import language_of_environment, words_in
from newsdesk.header import Source
from newsdesk.language import Language, language_of
from newsdesk.problems import Problem, SiteError, nearest, say
from newsdesk.reports import as_text
from newsdesk.script import slugify

if TYPE_CHECKING:
    from newsdesk.cli.usage import Commands
    from newsdesk.scaffold import Order, Scaffold
    from newsdesk.settings import Settings


def add_to(commands: Commands) -> None:
    """Describe what can be typed."""
    command = commands.add_parser("new", help="begin a post")
    command.add_argument(
        "kind", nargs="?", metavar="TYPE", help="such as news; not needed with --id of a post"
    )
    command.add_argument("--lang", help="the language it is written in, such as sr-Latn")
    command.add_argument("--title", metavar="TEXT", help="its title")
    command.add_argument("--slug", help="the last part of its address; default: from the title")
    command.add_argument("--id", help="of the same post in the other language; default: a new one")
    add_places(command)
    command.set_defaults(do=new)


def new(typed: argparse.Namespace) -> None:
    """Make the file of a new post, and say what is still to be written in it.

    :raises SiteError: when something stands in the way; nothing is written then.
    """
    from newsdesk.cli import site  # noqa: PLC0415 - Pelican takes a while; --help need not wait
    from newsdesk.scaffold import posts_in, scaffold  # noqa: PLC0415 - likewise

    must_exist(typed)
    house, content = site.house(typed.settings, typed.content)
    posts = posts_in(content, [edition.folder for edition in house.editions])
    order = _order(typed, posts, house)
    file = _place(order, content, house)
    _check_place(order, file, posts)
    made = scaffold(order)
    _write(file, made.text)
    _tell(file, made, site.review(typed.settings, typed.content).problems)


# What was typed, and what is asked for


def _order(typed: argparse.Namespace, posts: Sequence[Source], house: Settings) -> Order:
    """Put together what is known of the post.

    :raises UsageError: when something lacks, or cannot be so.
    """
    from newsdesk.scaffold import Order, new_id, slug_of  # noqa: PLC0415 - likewise

    same = [post for post in posts if typed.id and post.header.get("id") == typed.id]
    sister = same[0] if same else None
    kind = _kind(typed.kind, sister)
    lang = _language(typed.lang, house)
    _check_language(lang, same)
    title = " ".join((typed.title or _ask("title", "--title", "Title: ")).split())
    slug = typed.slug or (slug_of(sister) if sister else slugify(title))
    if not slug:
        raise UsageError(f"no address can be made of “{title}”; name one with --slug")
    return Order(
        kind=kind,
        lang=lang,
        title=title,
        slug=_name("--slug", slug),
        identity=_name("--id", typed.id or new_id({str(post.header.get("id")) for post in posts})),
        today=time_of_build(os.environ).astimezone(house.zone).date(),
        sister=sister,
    )


def _kind(typed: str | None, sister: Source | None) -> str:
    """Give the type of the post: that which was typed, or that of its other language."""
    from newsdesk.schema.posts import POST_TYPES  # noqa: PLC0415 - likewise

    kind = (typed or "").replace("-", "_")
    own = str(sister.header.get("type")) if sister else ""
    if own in POST_TYPES and kind in ("", own):
        return own
    if sister and kind:
        raise UsageError(
            f"{sister.path} has this id, and its type is {own}; type newsdesk new {own}"
        )
    if kind in POST_TYPES:
        return kind
    types = ", ".join(POST_TYPES)
    if not kind:
        raise UsageError(f"the type is missing; type behind new one of: {types}")
    closest = nearest(kind, POST_TYPES)
    hint = f"type {closest}" if closest else f"type one of: {types}"
    raise UsageError(f"“{typed}” is not a type of post; {hint}")


def _language(typed: str | None, house: Settings) -> Language:
    """Give the language of the post; Serbian may be written in either script."""
    ours = {language_of(edition.key) for edition in house.editions}
    known = [tag for tag in get_args(Language) if language_of(tag) in ours]
    listed = ", ".join(known)
    if typed and typed not in known:
        raise UsageError(f"the site has no edition in “{typed}”; type one of: {listed}")
    answer = typed
    while answer not in known:
        answer = _ask("language", "--lang", f"Language ({listed}): ")
    return cast("Language", answer)


def _ask(name: str, option: str, question: str) -> str:
    """Ask the person at the terminal; a program that runs us is told what to add."""
    if not sys.stdin.isatty():
        raise UsageError(f"the {name} is missing; add {option}")
    answer = ""
    while not answer:
        try:
            answer = input(question).strip()
        except (EOFError, KeyboardInterrupt) as stopped:
            sys.stdout.write("\n")
            raise UsageError("nothing was made") from stopped
    return answer


def _name(option: str, value: str) -> str:
    """Take an id or a slug as it must be."""
    from newsdesk.schema.fields import SLUG  # noqa: PLC0415 - likewise

    if re.fullmatch(SLUG, value):
        return value
    slug = slugify(value)
    hint = f"; type {option} {slug}" if slug else ""
    raise UsageError(f"“{value}” does not fit {option}: only a–z, digits and hyphens do{hint}")


# Where the file will be


def _place(order: Order, content: Path, house: Settings) -> Path:
    """Give the file of the post, by its language, its type and its slug."""
    from newsdesk.schema.posts import POST_TYPES  # noqa: PLC0415 - likewise

    language = language_of(order.lang)
    folder = next(each.folder for each in house.editions if language_of(each.key) == language)
    return content / folder / POST_TYPES[order.kind].folder / f"{order.slug}.md"


def _check_language(lang: Language, same: Collection[Source]) -> None:
    for post in same:
        if language_of(str(post.header.get("lang"))) == language_of(lang):
            message = say(
                "“{identity}” is there in {lang} already", identity=post.header["id"], lang=lang
            )
            hint = say("choose the other language, or leave out --id for another post")
            raise SiteError([Problem(post.path, post.line_of(("id",)), message, hint)])


def _check_place(order: Order, file: Path, posts: Collection[Source]) -> None:
    """See that no other file, and no other post, is where the new one would be."""
    from newsdesk.scaffold import is_taken_by  # noqa: PLC0415 - likewise

    hint = say("type another slug: --slug {slug}", slug=f"{order.slug}-2")
    if file.exists():
        message = say("this file is there already")
        raise SiteError([Problem(file.as_posix(), 0, message, hint)])
    for post in posts:
        if is_taken_by(order, post):
            message = say("“{slug}” is the address of this post", slug=order.slug)
            raise SiteError([Problem(post.path, post.line_of(("slug",)), message, hint)])


def _write(file: Path, text: str) -> None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("x", encoding="utf-8", newline="\n") as opened:
            opened.write(text)
    except PermissionError as error:
        message = say("this cannot be written")
        hint = say("see whether you may write into its folder")
        raise SiteError([Problem(file.as_posix(), 0, message, hint)]) from error


# What is left to do


def _tell(file: Path, made: Scaffold, problems: Collection[Problem]) -> None:
    """Say which fields the check misses, and whatever else it finds in the new file."""
    words = words_in(language_of_environment(os.environ))
    said = words.gettext
    done = said("Made {file}.").format(file=file.as_posix())
    wrong = [each for each in problems if each.path == file.as_posix() and each.level == "error"]
    left = said("Still to write: {fields}.").format(fields=", ".join(_left(made, wrong, words)))
    sys.stdout.write(f"{done}\n{left}\n")
    lines = {gap.line for gap in made.gaps}
    sys.stderr.write(as_text([each for each in wrong if each.line not in lines], words))


def _left(made: Scaffold, wrong: Collection[Problem], words: NullTranslations) -> Iterator[str]:
    """Name the gaps that the check has found, with their lines, and the text below them."""
    said = words.gettext
    missed = {problem.line for problem in wrong}
    for gap in made.gaps:
        if gap.line in missed:
            yield said("{field} (line {line})").format(field=gap.field, line=gap.line)
    yield said("the text (line {line})").format(line=made.body_line)
