"""Short names for values: equal values have the same, and different ones never do."""

from __future__ import annotations

import hashlib
import io
import pickle

SIZE = 16  # bytes: enough that no two values ever share one by chance


def digest_of(*parts: bytes) -> bytes:
    """Name several pieces of data in their order."""
    hashed = hashlib.blake2b(digest_size=SIZE)
    for part in parts:
        # Its length first, so that "ab", "c" is not "a", "bc".
        hashed.update(len(part).to_bytes(8))
        hashed.update(part)
    return hashed.digest()


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
