"""Looks for all secrets at once, in one walk through the bytes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256

from ahocorasick_rs import BytesAhoCorasick

from newsdesk.embargo.plain import plain
from newsdesk.embargo.secret import Secret


@dataclass(frozen=True, slots=True)
class _Needles:
    """Byte strings that are looked for together, and whose they are."""

    automaton: BytesAhoCorasick
    secrets: tuple[tuple[Secret, ...], ...]

    @classmethod
    def of(cls, secrets: Iterable[Secret]) -> _Needles:
        by_needle: dict[bytes, list[Secret]] = {}
        for secret in secrets:
            by_needle.setdefault(secret.needle, []).append(secret)
        return cls(BytesAhoCorasick([*by_needle]), tuple(map(tuple, by_needle.values())))

    def near(self, data: bytes) -> Iterator[Secret]:
        """Give the secrets whose needle stands in the bytes, one within another too."""
        if self.secrets:
            hits = self.automaton.find_matches_as_indexes(data, overlapping=True)
            for number in {hit[0] for hit in hits}:
                yield from self.secrets[number]


@dataclass(frozen=True, slots=True)
class Finder:
    """Finds the secrets that some bytes give away.

    :param names: those that stand as they are, in their place.
    :param words: those that are looked for in the plain form.
    :param files: those that are whole files, by their SHA-256.
    """

    names: _Needles
    words: _Needles
    files: Mapping[bytes, Secret]

    @classmethod
    def of(cls, secrets: Iterable[Secret]) -> Finder:
        """Sort the secrets by how they are looked for."""
        secrets = tuple(secrets)
        others = [secret for secret in secrets if not secret.is_file]
        return cls(
            _Needles.of(secret for secret in others if secret.place),
            _Needles.of(secret for secret in others if not secret.place),
            {secret.needle: secret for secret in secrets if secret.is_file},
        )

    def found_in(self, data: bytes) -> set[Secret]:
        """Give the secrets that stand in some bytes."""
        found = {
            secret for secret in self.names.near(data) if secret.place and secret.place.search(data)
        }
        if self.words.secrets:
            found |= {*self.words.near(plain(data))}
        if self.files and (file := self.files.get(sha256(data).digest())):
            found.add(file)
        return found
