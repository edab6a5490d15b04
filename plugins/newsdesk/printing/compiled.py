"""Lets editions share their templates: each is made into a program once, not once for each."""

from __future__ import annotations

from collections.abc import Iterable
from types import CodeType

from jinja2 import Environment
from jinja2.bccache import Bucket, BytecodeCache


class _Compiled(BytecodeCache):
    """Templates as programs, in the memory of this build."""

    def __init__(self) -> None:
        """Begin with none."""
        self._codes: dict[tuple[str, str], CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give the program of a template, if there is one."""
        bucket.code = self._codes.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the program of a template."""
        if bucket.code is not None:
            self._codes[bucket.key, bucket.checksum] = bucket.code


def compiled_once(environments: Iterable[Environment]) -> list[Environment]:
    """Let environments share what they make of templates; their settings must be the same.

    A program does not hold the words of its edition: it asks its environment for them.
    """
    found, shared = [*environments], _Compiled()
    for each in found:
        each.bytecode_cache = shared
    return found
