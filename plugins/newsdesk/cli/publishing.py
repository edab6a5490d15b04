"""Publishes a finished build, and says what is due, for the commands that are typed."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Protocol

from newsdesk.addresses import Addresses, file_of
from newsdesk.build import MEMORY
from newsdesk.build_note import about
from newsdesk.catalogue import Catalogue, gather
from newsdesk.cli.clock import time_of_build
from newsdesk.cli.site import house, settings_of
from newsdesk.cli.usage import UsageError
from newsdesk.item import Item
from newsdesk.language import language_of
from newsdesk.ledger import check_others, read_ledger, record
from newsdesk.life import opens_at, standing
from newsdesk.memory import FILE, Store
from newsdesk.press.hub import ping
from newsdesk.problems import Problem, SiteError
from newsdesk.published_addresses import feed_id_in, lasting_addresses
from newsdesk.publishing import (
    Changes,
    FolderTarget,
    Release,
    RsyncTarget,
    StoreTarget,
    read_release,
)
from newsdesk.publishing.progress import Watch, unwatched
from newsdesk.redirects import Redirect, redirects_of
from newsdesk.serving import caddyfile, nginx_conf
from newsdesk.settings import Settings

S3 = "s3://"
ELSEWHERE = re.compile(r"(?P<host>(?:[\w.-]+@)?[\w.-]+):(?P<folder>[^-].*)")
# Where a site is made ready for another machine.
STAGING = Path(".newsdesk", "staging")


class Target(Protocol):
    """Where a site goes on line."""

    def files(self) -> Mapping[str, str]:
        """Give the fingerprints of the files on line."""

    def changes(self, release: Release) -> Changes:
        """Say what would change."""

    def publish(self, release: Release, name: str, server: Mapping[str, bytes]) -> Changes:
        """Put a release on line."""

    def roll_back(self) -> Changes:
        """Put the one before in its place."""


def target_of(typed: str, keep: int, watch: Watch = unwatched) -> Target:
    """Find out what kind of place a target is.

    A folder, `s3://bucket` with or without a prefix, or a folder of another machine as
    `user@host:folder`.

    :param keep: how many releases stay there.
    :param watch: hears how far it is.
    :raises UsageError: when it cannot be one.
    """
    if typed.startswith(S3):
        return _bucket(typed, keep, watch)
    if elsewhere := ELSEWHERE.fullmatch(typed):
        here = STAGING / sha256(typed.encode()).hexdigest()[:16]
        return RsyncTarget(elsewhere["host"], elsewhere["folder"], typed, here, keep, watch)
    return FolderTarget(Path(typed), typed, keep, watch)


def must_lie_elsewhere(target: Target, folders: Iterable[Path]) -> None:
    """What is on line must not be a part of what is published.

    :param folders: those of the build and of the content.
    :raises UsageError: naming the one that it would be a part of.
    """
    for folder in folders:
        if isinstance(target, FolderTarget) and target.folder.resolve().is_relative_to(
            folder.resolve()
        ):
            raise UsageError(f"{target.shown} lies within {folder}; name a folder elsewhere")


def _bucket(typed: str, keep: int, watch: Watch) -> Target:
    try:
        from newsdesk.publishing.s3 import S3Store  # noqa: PLC0415 - not everybody has boto3
    except ModuleNotFoundError as error:
        raise UsageError("a store of objects needs boto3; type: make .venv/s3") from error
    bucket, _, prefix = typed.removeprefix(S3).strip("/").partition("/")
    if not bucket:
        raise UsageError(f"“{typed}” names no bucket; type s3://bucket or s3://bucket/prefix")
    return StoreTarget(S3Store(bucket, f"{prefix}/" if prefix else ""), typed, keep, watch)


@dataclass(frozen=True)
class Newsroom:
    """The content as it is now, as far as publishing asks for it.

    :param file: the settings.
    :param typed: the content folder, when one was typed.
    """

    file: Path
    typed: Path | None

    @cached_property
    def _house(self) -> tuple[Settings, Path]:
        return house(self.file, self.typed)

    @property
    def settings(self) -> Settings:
        """The decisions of the house."""
        return self._house[0]

    @property
    def content(self) -> Path:
        """The folder of the content, as the person knows it."""
        return self._house[1]

    @cached_property
    def everything(self) -> Catalogue:
        """All content, what is not public included.

        :raises SiteError: with every problem.
        """
        with Store(MEMORY / FILE) as store:
            return gather(self.content, self.settings, drafts_may_err=True, store=store)

    @cached_property
    def public(self) -> Catalogue:
        """What may be shown now."""
        return self.everything.public(self.settings.now.astimezone(self.settings.zone))

    @property
    def redirects(self) -> tuple[Redirect, ...]:
        """The old addresses that answer."""
        return redirects_of(self.public.items, self.public.moved, self.settings)

    def ready(self, output: Path) -> Release:
        """Look at a build before it goes on line.

        :raises SiteError: when it must not, or when an address would die.
        """
        theme = Path(os.path.relpath(settings_of(self.file, self.typed)["THEME"]))
        made_of = about(self.settings, self.content, theme, self.everything, self.public.items)
        release = read_release(output, made_of)
        ledger, _ = read_ledger(self.content)
        others = _lasting(release)
        problems = [*check_others(others, ledger, {each.old for each in self.redirects})]
        if problems:
            raise SiteError(problems)
        return release

    def publish(self, release: Release, target: Target) -> Changes:
        """Put a release on line.

        :raises SiteError: when it cannot be done; the site on line is then as it was.
        """
        return target.publish(release, release.name(time_of_build(os.environ)), self._server())

    def tell_hub(self, changes: Changes) -> tuple[Problem, ...]:
        """Tell the hub which feeds have changed; what it did not take is a warning."""
        return tuple(ping(self.settings.hub, changes.feeds(self.settings.site_url)))

    def record(self, release: Release) -> None:
        """Write down what is public from now on."""
        ledger, _ = read_ledger(self.content)
        others = _lasting(release)
        record(
            self.content,
            self.public.items,
            self.public.vocabulary.categories,
            ledger.also(others),
            self.settings,
        )

    def _server(self) -> dict[str, bytes]:
        """Give the rules for web servers that come with a release."""
        secure, base = self.settings.is_secure, self.settings.base
        return {
            "nginx.conf": nginx_conf(self.redirects, base, secure=secure),
            "Caddyfile": caddyfile(self.redirects, secure=secure),
        }

    def scheduled(self) -> Iterator[Item]:
        """Give what is to come out by itself, the next first."""
        now = self.settings.now
        waiting = [
            each for each in self.everything.items if standing(each.post, now) == "scheduled"
        ]
        return iter(
            sorted(waiting, key=lambda item: (opens_at(item.post) or now, item.source.path))
        )

    def overdue(self, files: Mapping[str, str]) -> Iterator[Item]:
        """Give what is public by now, and not on line.

        :param files: those on line.
        """
        for item in self.public.items:
            for edition in self.settings.editions:
                page = Addresses("", "", edition.prefix).post(*item.place)
                same = language_of(edition.key) == item.language
                if same and file_of(page) not in files:
                    yield item
                    break


def _lasting(release: Release) -> dict[str, str]:
    return lasting_addresses(release.note.files, lambda path: feed_id_in(release.read(path)))
