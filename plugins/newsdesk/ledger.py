"""Remembers what was published, so that no address dies and no text changes without a word.

`content/addresses.txt` holds one line for each post in each language, sorted, so that two people's
changes merge: its address, its id, its language, the fingerprint of its text, and how many
corrections it had. The line of a category holds its address alone. Lists, feeds and files have a
line that begins with a slash: their address, and a feed's id. The ledger is written when the site
goes on line, never by hand.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from newsdesk.files import LEDGER, MOVED, RECORD_ENDING, VOCABULARY, replace_file
from newsdesk.item import Item
from newsdesk.language import language_of
from newsdesk.life import is_public
from newsdesk.problems import Problem, say
from newsdesk.settings import Settings

CATEGORY = re.compile(r"categories/(?P<slug>[a-z0-9-]+)")
# Digits of the fingerprint: enough that no two versions of a text share one by chance.
DIGITS = 16
HEAD = (
    "# What was published: address, id, language, text, corrections. Written by newsdesk publish.\n"
)


@dataclass(frozen=True, slots=True)
class Published:
    """A post in one language, as it was when the site last went on line.

    :param address: kind and slug, which all editions share.
    :param text: the fingerprint of its body.
    :param changes: how many corrections it had.
    """

    address: str
    id: str
    language: str
    text: str
    changes: int

    @classmethod
    def of(cls, item: Item) -> Published:
        """Describe a post as it is now."""
        digest = hashlib.sha256(item.source.body.strip().encode()).hexdigest()[:DIGITS]
        language = item.language
        address = "/".join(item.place)
        return cls(address, item.post.id, language, digest, len(item.post.changes))

    def __str__(self) -> str:
        return f"{self.address} {self.id} {self.language} {self.text} {self.changes}"


@dataclass(frozen=True, slots=True)
class Ledger:
    """All that was published: posts by id and language, other addresses by themselves.

    :param entries: each with its line.
    :param categories: the line of each category, by its slug.
    :param others: the line of each address, and the id of the feed that stands there, or nothing.
    """

    path: str = LEDGER
    entries: Mapping[tuple[str, str], tuple[int, Published]] = field(default_factory=dict)
    categories: Mapping[str, int] = field(default_factory=dict)
    others: Mapping[str, tuple[int, str]] = field(default_factory=dict)

    def also(self, others: Mapping[str, str]) -> Ledger:
        """Add addresses beside those of posts, with the ids of feeds."""
        added = {address: (0, feed) for address, feed in others.items()}
        return replace(self, others={**self.others, **added})


def read_ledger(content: Path) -> tuple[Ledger, list[Problem]]:
    """Read the ledger; a site that was never published has none.

    :param content: the content folder as the person named it.
    """
    file = content / LEDGER
    if not file.is_file():
        return Ledger(), []
    lines: dict[tuple[str, str], tuple[int, Published]] = {}
    categories: dict[str, int] = {}
    others: dict[str, tuple[int, str]] = {}
    problems: list[Problem] = []
    text = file.read_text("utf-8", errors="replace")
    for number, line in enumerate(text.splitlines(), start=1):
        if not line or line.startswith("#"):
            continue
        entry = _read(line)
        if category := CATEGORY.fullmatch(line):
            categories[category["slug"]] = number
        elif line.startswith("/") and line.count(" ") < len(("address", "id")):
            address, _, feed = line.partition(" ")
            others[address] = number, feed
        elif entry:
            lines[entry.id, entry.language] = number, entry
        else:
            problems.append(_unreadable(file.as_posix(), number, line))
    return Ledger(file.as_posix(), lines, categories, others), problems


def _read(line: str) -> Published | None:
    match line.split(" "):
        case [address, identity, language, text, changes] if changes.isdecimal():
            return Published(address, identity, language, text, int(changes))
    return None


def _unreadable(path: str, number: int, line: str) -> Problem:
    message = say("“{line}” is not a line of the ledger", line=line[:80])
    hint = say("bring the file back as it was; it is never written by hand")
    return Problem(path, number, message, hint)


def check_ledger(
    items: Iterable[Item], ledger: Ledger, house: Settings, old: Collection[str] = ()
) -> Iterator[Problem]:
    """Addresses stay, posts stay, and a text that changes says so.

    :param house: with the time of the build; what was published stays public.
    :param old: addresses at which something answers although no page stands there any more.
    """
    here = {(item.post.id, item.language): item for item in items}
    for key, (number, before) in ledger.entries.items():
        lacking = [each for each in addresses_of(before, house) if each not in old]
        if key in here:
            yield from _compare(here[key], before, house.now, lacking)
        elif lacking:
            yield _gone(ledger.path, number, before)


def check_categories(known: Container[str], ledger: Ledger) -> Iterator[Problem]:
    """A category that was published stays known: people follow its feed.

    :param known: the slugs of the vocabulary, of those that have ended as well.
    """
    for slug, number in ledger.categories.items():
        if slug not in known:
            message = say(
                "the category “{slug}” was published, and its page and its feed would vanish",
                slug=slug,
            )
            hint = say(
                "bring it back into {file}; if it is no more, add ended: and below it at: and "
                "replaced_by:",
                file=f"{VOCABULARY}/categories{RECORD_ENDING}",
            )
            yield Problem(ledger.path, number, message, hint)


def addresses_of(published: Published, house: Settings) -> list[str]:
    """Give the addresses of a post in every edition of its language."""
    editions = [each for each in house.editions if language_of(each.key) == published.language]
    return [f"/{edition.prefix}/{published.address}/" for edition in editions]


def _compare(
    item: Item, before: Published, now: datetime, lacking: Sequence[str]
) -> Iterator[Problem]:
    published = Published.of(item)
    if not is_public(item.post, now):
        yield _hidden(item)
    if published.address != before.address and lacking:
        yield _moved(item, before, lacking)
    if published.text != before.text and published.changes <= before.changes:
        yield _changed_in_silence(item)


def _hidden(item: Item) -> Problem:
    message = say("this was published, and would vanish from the site")
    hint = say("if it must not stand, type status: withdrawn; otherwise status: published")
    return Problem(item.source.path, item.source.line_of(("status",)), message, hint)


def _gone(path: str, number: int, before: Published) -> Problem:
    message = say(
        "{address} was published in “{language}”, and its post “{id}” is gone",
        address=before.address,
        language=before.language,
        id=before.id,
    )
    hint = say("bring the post back; if it must not stand, give it status: withdrawn")
    return Problem(path, number, message, hint)


def check_others(now: Mapping[str, str], ledger: Ledger, old: Collection[str]) -> Iterator[Problem]:
    """What was published beside posts stays too: lists, feeds with their ids, files.

    :param now: the addresses that the site will have, with the ids of feeds.
    :param old: addresses at which something answers although nothing stands there any more.
    """
    for address, (number, feed) in ledger.others.items():
        if address not in now and address not in old:
            message = say("{address} was published, and would not answer any more", address=address)
            hint = say(
                "add to {moved}: {address}: and its new address, or gone",
                moved=MOVED,
                address=address,
            )
            yield Problem(ledger.path, number, message, hint)
        elif feed and now.get(address, feed) != feed:
            message = say(
                "the feed {address} had the id {feed}, and would have another",
                address=address,
                feed=feed,
            )
            hint = say("set NEWSDESK_ID_AUTHORITY as it was: readers know a feed by its id")
            yield Problem(ledger.path, number, message, hint)


def _moved(item: Item, before: Published, lacking: Sequence[str]) -> Problem:
    here, slug = "/".join(item.place), before.address.rpartition("/")[2]
    message = say("{before} was published, and would now be {now}", before=before.address, now=here)
    hint = say(
        "type slug: {slug} and the type it had, or aliases: [{old}]",
        slug=slug,
        old=", ".join(lacking),
    )
    return Problem(item.source.path, item.source.line_of(("slug",)), message, hint)


def _changed_in_silence(item: Item) -> Problem:
    message = say("the text has changed since it was published, and “changes” does not say so")
    hint = say("add below changes: - at: and the time, note: what changed, level: minor or major")
    return Problem(item.source.path, item.source.line_of(("changes",)), message, hint)


def record(
    content: Path,
    items: Iterable[Item],
    categories: Iterable[str],
    ledger: Ledger,
    house: Settings,
) -> int:
    """Write down what is public now, beside what was published before; gives the count of lines.

    :param items: the public ones.
    :param categories: the slugs of the vocabulary.
    :param ledger: what was published, and what else is on line now.
    """
    now = {(each.id, each.language): each for each in map(Published.of, items)}
    before = {key: entry for key, (_, entry) in ledger.entries.items()}
    known = {address: feed for address, (_, feed) in ledger.others.items()}
    for key, entry in before.items():
        if key in now and now[key].address != entry.address:
            known |= dict.fromkeys(addresses_of(entry, house), "")
    lines = [str(entry) for entry in (before | now).values()]
    lines += [f"{address} {feed}".strip() for address, feed in known.items()]
    lines += [f"categories/{slug}" for slug in {*ledger.categories, *categories}]
    data = HEAD + "".join(f"{line}\n" for line in sorted(lines))
    if not (content / LEDGER).is_file() or (content / LEDGER).read_text("utf-8") != data:
        replace_file(content / LEDGER, data.encode())
    return len(lines)
