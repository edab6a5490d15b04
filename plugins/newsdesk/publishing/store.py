"""What publishing asks of a store of objects, such as a bucket of Amazon S3 or one like it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Protocol


class StoreRefused(Exception):  # noqa: N818 - it is no mistake of ours
    """The store did not do what it was asked; its words say why."""


class Store(Protocol):
    """Objects by their keys; every method may raise `StoreRefused`."""

    def get(self, key: str) -> bytes | None:
        """Give the bytes of an object; None when it is not there."""

    def put(self, key: str, data: bytes, headers: Mapping[str, str]) -> None:
        """Write an object; the headers come with each answer."""

    def put_new(self, key: str, data: bytes) -> bool:
        """Write an object unless it is there; tells whether it was written."""

    def copy(self, source: str, key: str, leads_to: str) -> None:
        """Write a copy of an object with its headers.

        :param leads_to: where whoever asks for it is sent; empty when it is shown.
        """

    def delete(self, keys: Iterable[str]) -> None:
        """Take objects away; what is not there is no mistake."""

    def keys(self, prefix: str) -> Iterator[str]:
        """Give the keys that begin so."""

    def age(self, key: str) -> float | None:
        """Give how many seconds ago an object was written, by the store's clock."""
