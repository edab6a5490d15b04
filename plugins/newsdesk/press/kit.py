"""The press kit of a release or a story: one ZIP with all that a newsroom needs to print it.

It holds the pictures that the media may use, in full resolution and without what the camera wrote
beside them; a sheet with their captions, credits and rights; and the text in every edition.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from newsdesk.album import Photograph
from newsdesk.desk import Desk
from newsdesk.feeds import absolute
from newsdesk.item import Item
from newsdesk.life import updated
from newsdesk.pages.articles import dateline
from newsdesk.press.origin import origin
from newsdesk.press.plain_text import plain_text
from newsdesk.schema.posts import PressRelease, Story
from newsdesk.shelf import dated
from newsdesk.words import noted

KINDS = (PressRelease, Story)
# The pictures that the media may use as they are; for all others they ask first.
FREE = "press"
RIGHTS = {
    FREE: noted("The media may use this picture, with the credit."),
    "unicef": noted("This picture is not in the kit: please ask us before you use it."),
    "partner": noted("This picture is not in the kit: please ask its holder before you use it."),
}
# The first year that a ZIP can write down.
FIRST_YEAR = 1980
SHEET = "captions.txt"


@dataclass(frozen=True, slots=True)
class Version:
    """An item in one edition."""

    desk: Desk
    item: Item


def kits(desks: Iterable[Desk]) -> dict[str, tuple[Version, ...]]:
    """Give the items that have a kit, by id, each in every edition in which it stands."""
    found: dict[str, list[Version]] = {}
    for desk in desks:
        for item in desk.shelf.posts:
            if isinstance(item.post, KINDS):
                found.setdefault(item.post.id, []).append(Version(desk, item))
    return {identity: tuple(versions) for identity, versions in sorted(found.items())}


def free_photos(versions: Sequence[Version]) -> tuple[str, ...]:
    """Give the keys of the photographs of an item that the media may use.

    Those whose consent has ended, or that nobody may use yet, have left the album before.
    """
    album = _album(versions)
    return tuple(key for key in _photos(versions) if album[key].record.rights == FREE)


def _photos(versions: Sequence[Version]) -> Iterator[str]:
    """Give the keys of all photographs of an item that may be shown."""
    keys = dict.fromkeys(key for version in versions for key in version.item.photos)
    return (key for key in keys if key in _album(versions))


def _album(versions: Sequence[Version]) -> Mapping[str, Photograph]:
    return versions[0].desk.shelf.catalogue.album.photographs


def press_kit(versions: Sequence[Version], pictures: Mapping[str, bytes]) -> bytes:
    """Make the ZIP of an item; the same item always gives the same bytes.

    :param pictures: the files of the free photographs, by key.
    """
    files = {f"pictures/{key}.jpg": data for key, data in pictures.items()}
    for version in versions:
        files[f"text-{version.desk.edition.key}.txt"] = _typed(text_of(version))
    if sheet := sheet_of(versions):
        files[SHEET] = _typed(sheet)
    folder = versions[0].item.slug
    moment = updated(dated(versions[0].item))
    return _zipped({f"{folder}/{name}": data for name, data in files.items()}, moment)


def _typed(text: str) -> bytes:
    """Write a text as every editor and word processor opens it: marked as UTF-8, with CR and LF."""
    return text.replace("\n", "\r\n").encode("utf-8-sig")


def _zipped(files: Mapping[str, bytes], moment: datetime) -> bytes:
    """Put files into a ZIP; nothing is pressed, for pictures are already and programs differ."""
    out = BytesIO()
    when = max(moment.timetuple()[:6], (FIRST_YEAR, 1, 1, 0, 0, 0))
    with ZipFile(out, "w", ZIP_STORED) as archive:
        for name, data in sorted(files.items()):
            about = ZipInfo(name, when)
            about.create_system, about.external_attr = 3, 0o644 << 16
            archive.writestr(about, data)
    return out.getvalue()


# The text


def text_of(version: Version) -> str:
    """Give an item as plain text, with all that is printed with it."""
    desk, item = version.desk, version.item
    post, address = dated(item), desk.addresses.absolute(desk.path(item))
    day = desk.day(post.date)
    parts = [
        desk.title(item),
        f"{desk.kind(item)} · {desk.site_name} · {day.words}",
        desk.summary(item),
        plain_text(origin(desk, item)),
        dateline(desk, item) or "",
        _plain(desk.body(item).html, address),
        *_annexes(version, address),
        f"{address}\n© {desk.site_name}",
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _annexes(version: Version, address: str) -> Iterator[str]:
    desk, item = version.desk, version.item
    notes = desk.markdown(item, getattr(item.post, "notes_to_editors", None))
    if notes:
        yield f"{desk.gettext('Notes to editors')}\n\n{_plain(notes, address)}"
    if corrections := desk.changes(item):
        lines = (f"{change.day.words}: {change.note}" for change in corrections)
        yield "\n".join([desk.gettext("Corrections"), *lines])
    for contact in desk.contacts(item.post.contacts):
        told = (contact.name, contact.role, contact.email, contact.telephone, contact.hours)
        mark = desk.gettext("Placeholder") if contact.placeholder else ""
        yield "\n".join(
            line for line in (desk.gettext("Contact for the media"), mark, *told) if line
        )
    for standing in desk.boilerplate(getattr(item.post, "boilerplate", ())):
        yield f"{standing.title}\n\n{standing.text}"


def _plain(html: str, address: str) -> str:
    return plain_text(absolute(html, address))


# The sheet of the pictures


def sheet_of(versions: Sequence[Version]) -> str:
    """Give caption, description, credit and rights of every picture; nothing when there is none."""
    parts = [_of_picture(versions, key) for key in _photos(versions)]
    return "\n\n\n".join(parts) + "\n" if parts else ""


def _of_picture(versions: Sequence[Version], key: str) -> str:
    record = _album(versions)[key].record
    name = f"pictures/{key}.jpg" if record.rights == FREE else key
    parts = [f"{name}\n{record.credit}"]
    for version in versions:
        choose, gettext = version.desk.speech.choose, version.desk.gettext
        lines = (
            f"{version.desk.edition.name}:",
            gettext("Caption: %(text)s") % {"text": choose(record.caption)},
            gettext("What it shows: %(text)s") % {"text": choose(record.alt)},
            gettext(RIGHTS[record.rights]),
        )
        parts.append("\n".join(lines))
    return "\n\n".join(parts)
