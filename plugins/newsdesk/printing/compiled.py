"""Keeps what is made of templates: each becomes a program once, for all editions and builds."""

from __future__ import annotations

from collections.abc import Iterable

from jinja2 import Environment
from jinja2.bccache import Bucket, BytecodeCache

from newsdesk.memory import Store, digest_of, digest_of_program


class _Compiled(BytecodeCache):
    """Templates as programs, in the memory of earlier builds."""

    def __init__(self, store: Store) -> None:
        """Begin with what they have left."""
        self._store = store

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give the program of a template, if there is one; another Python's is not taken."""
        kept = self._store.recall(_name(bucket))
        if kept is not None:
            bucket.bytecode_from_string(kept)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the program of a template."""
        self._store.keep(_name(bucket), bucket.bytecode_to_string())


def _name(bucket: Bucket) -> bytes:
    known = (digest_of_program(), bucket.key.encode(), bucket.checksum.encode())
    return digest_of(b"template", *known)


def compiled_once(environments: Iterable[Environment], store: Store) -> list[Environment]:
    """Let environments share what they make of templates; their settings must be the same.

    A program does not hold the words of its edition: it asks its environment for them.

    :param store: remembers what earlier builds have made of them.
    """
    found, shared = [*environments], _Compiled(store)
    for each in found:
        each.bytecode_cache = shared
    return found
