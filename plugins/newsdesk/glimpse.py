"""Shows a post as it was just saved, before the whole site is built again.

In a large site a whole build takes seconds, and whoever writes looks at one page. It is made from
the last build with this one post in its new version; the build that follows decides.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice
from pathlib import Path

from newsdesk.build import Build
from newsdesk.consistency import Folder
from newsdesk.desk import Desk
from newsdesk.files import ARTICLES, PAGES, replace_file
from newsdesk.item import Item
from newsdesk.memory import Witness
from newsdesk.packing import unzstandarded
from newsdesk.pages.articles import article_pages
from newsdesk.pages.house import house_pages
from newsdesk.printing import Made
from newsdesk.problems import SiteError
from newsdesk.reading import read_item
from newsdesk.schema.posts import DatedPost
from newsdesk.sheets import Sheet
from newsdesk.shelf import Shelf
from newsdesk.views import Page


@dataclass(frozen=True, slots=True)
class Edit:
    """A post in the version of the last build, and as it was saved now."""

    before: Item
    after: Item


def glimpse(build: Build, saved: Collection[Path], output: Path) -> bool:
    """Write the pages of a post that was saved, and tell whether that could be done.

    It cannot when something else was saved as well, when the post is new, moved or wrong, or when
    its page cannot be made; then the whole build tells why.

    :param build: the last one that went well.
    :param saved: the files.
    :param output: the folder of the finished site.
    """
    edit = _edit(build, saved)
    if edit is None:
        return False
    made = [*_made(build, edit)]
    if not made or any(each.problems for each in made):
        return False
    for each in made:
        for entry in each.done.entries if each.done else ():
            replace_file(output / entry.path, unzstandarded(each.fresh[entry.digest]))
    return True


def prepare(build: Build) -> None:
    """Make a page as a glimpse does, and drop it: then the first glimpse has all that it needs."""
    for desk in build.desks:
        desk.typesetter.galley.make_ready()
    dated = (item for item in build.catalogue.items if isinstance(item.post, DatedPost))
    for item in islice(dated, 1):
        for _ in _made(build, Edit(item, item)):
            pass


def _edit(build: Build, saved: Collection[Path]) -> Edit | None:
    """Read the post that was saved, if it is one that stays where it is."""
    sources = {item.source.path: item for item in build.catalogue.items}
    before = [sources.get(os.path.relpath(path)) for path in saved]
    match before:
        case [Item() as item]:
            after = _read(build, item)
            same = after and (after.post.id, after.post.lang, after.place) == (
                item.post.id,
                item.post.lang,
                item.place,
            )
            return Edit(item, after) if after and same else None
    return None


def _read(build: Build, before: Item) -> Item | None:
    path = before.source.path
    language = Path(path).relative_to(build.content).parts[0]
    kind = ARTICLES if isinstance(before.post, DatedPost) else PAGES
    try:
        data = Path(path).read_bytes()
        return read_item(path, data, Folder(build.content, language, kind), build.house)
    except (OSError, SiteError):
        return None


def _made(build: Build, edit: Edit) -> Iterator[Made]:
    """Make the pages of the post in every edition of its language."""
    language, identity = edit.after.language, edit.after.post.id
    items = tuple(edit.after if item is edit.before else item for item in build.catalogue.items)
    in_languages = {**build.catalogue.by_id[identity], language: edit.after}
    by_id = {**build.catalogue.by_id, identity: in_languages}
    catalogue = replace(build.catalogue, items=items, by_id=by_id)
    for press in build.presses():
        if press.desk.shelf.language == language:
            shelf = Shelf(catalogue, press.desk.edition.key, Witness())
            desk = replace(press.desk, shelf=shelf)
            sheet = Sheet("glimpse", partial(_pages, desk, edit.after))
            yield replace(press, desk=desk).make(sheet)


def _pages(desk: Desk, item: Item) -> Iterator[Page]:
    if isinstance(item.post, DatedPost):
        yield from article_pages(desk, item.post.id)
    else:
        yield from (page for page in house_pages(desk) if page.source == item.source.path)
