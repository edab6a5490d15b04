"""What earlier builds have found out about finished files, so that no byte is looked at twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from newsdesk.embargo import Secret, leaks
from newsdesk.header import Source
from newsdesk.links import dead_links
from newsdesk.memory import Notes, Store, digest_of, digest_of_value
from newsdesk.outputs import Output
from newsdesk.problems import Problem
from newsdesk.published_addresses import feed_id_in

# One piece for all: in each build, all of it is looked at.
ONE = 1


def feed_ids(outputs: Mapping[str, Output], store: Store) -> dict[str, str]:
    """Give the permanent id of each Atom feed by its path."""
    notes: Notes[bytes, str] = Notes(store, b"ids of feeds", ONE)
    feeds = {path: each for path, each in outputs.items() if path.endswith(".atom")}
    found = {
        each.digest: notes.find(each.digest) or feed_id_in(each.data) for each in feeds.values()
    }
    notes.keep(found)
    return {path: found[each.digest] for path, each in feeds.items()}


def leaks_in_new_files(
    outputs: Mapping[str, Output], secrets: Iterable[Secret], store: Store
) -> Iterator[Problem]:
    """Search the files that an earlier build has not found clean of the same secrets."""
    secrets = tuple(secrets)
    if not secrets:
        return
    name = digest_of(b"clean", digest_of_value(_plain(secrets)))
    notes: Notes[bytes, bool] = Notes(store, name, ONE)
    # A name can tell as much as what stands in the file.
    seals = {path: digest_of(path.encode(), output.digest) for path, output in outputs.items()}
    new = [(path, outputs[path].data) for path, seal in seals.items() if not notes.find(seal)]
    found = [*leaks(new, secrets)]
    if not found:
        notes.keep(dict.fromkeys(seals.values(), True))
    yield from found


def _plain(secrets: Iterable[Secret]) -> tuple[tuple[object, ...], ...]:
    """Give what is searched for, as plain values in one order."""
    return tuple(
        sorted(
            (each.needle, each.place.pattern if each.place else b"", each.is_file)
            for each in secrets
        )
    )


class Followed(NamedTuple):
    """A page whose links all lead somewhere.

    :param digest: of its bytes; empty for a file that is no page.
    :param ids: the places on it, to which others may point.
    """

    digest: bytes = b""
    ids: tuple[str, ...] = ()


NO_PAGE = Followed()


def dead_links_of_new_pages(
    outputs: Mapping[str, Output], site_url: str, sources: Mapping[str, Source], store: Store
) -> Iterator[Problem]:
    """Follow the links of the pages that no earlier build has found to be without a dead one.

    When a file or a place has gone to which an old page may point, all links are followed.

    :param site_url: where the site stands; links that begin with it are internal too.
    :param sources: what staff wrote, by path, to tell the line.
    """
    notes: Notes[str, Followed] = Notes(store, digest_of(b"followed", site_url.encode()), ONE)
    known = notes.everything()
    found = {path: _followed(output, known.get(path)) for path, output in outputs.items()}
    new = [path for path, each in found.items() if each.digest and each is not known.get(path)]
    gone = known.keys() - found.keys() or any(
        {*known[path].ids} - {*found[path].ids} for path in new if path in known
    )
    pages = [path for path, each in found.items() if each.digest] if gone else new
    problems = [*dead_links(outputs, site_url, sources, pages)]
    if not problems:
        notes.keep(found)
    yield from problems


def _followed(output: Output, before: Followed | None) -> Followed:
    """Give what is known of a page, which is the very thing from before if it has not changed."""
    if not output.is_page:
        return NO_PAGE
    if before and before.digest == output.digest:
        return before
    return Followed(output.digest, output.anchors.ids)
