"""Short names for values: equal values have the same, and different ones never do."""

from __future__ import annotations

import hashlib
import io
import pickle
import struct

SIZE = 16  # bytes: enough that no two values ever share one by chance


def digest_of(*parts: bytes) -> bytes:
    """Name several pieces of data in their order."""
    # All lengths first, so that "ab", "c" is not "a", "bc".
    lengths = struct.pack(f">{len(parts)}Q", *map(len, parts))
    return hashlib.blake2b(b"".join((lengths, *parts)), digest_size=SIZE).digest()


def digest_of_value(value: object) -> bytes:
    """Name a plain value: texts, numbers, tuples, frozen dataclasses and the like; never a set.

    A set has no order that is the same in every run.
    """
    written = io.BytesIO()
    pickler = pickle.Pickler(written, protocol=5)
    # Without it, two equal values would differ when one holds the same text twice as one object.
    pickler.fast = True
    pickler.dump(value)
    return digest_of(written.getvalue())
