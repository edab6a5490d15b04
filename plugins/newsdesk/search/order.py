"""Puts in order what Pagefind shuffles: the same records give the same bytes.

Pagefind writes filters, their values and its special signs in another order each time; nothing
depends on that order but the names of files, which hold a hash of what is in them.
Formats: gzip around a signature and CBOR (RFC 8949).
"""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Mapping

import cbor2

# What stands before all that Pagefind packs.
SIGNATURE = b"pagefind_dcd"
ENTRY = "pagefind-entry.json"
META = "pagefind.{}.pf_meta"
FILTER = "filter/{}.pf_filter"
# The place of the filters in the metadata, after version, pages and chunks of the index.
FILTERS = 3


def packed(data: bytes) -> bytes:
    """Pack data as Pagefind does."""
    return gzip.compress(SIGNATURE + data, mtime=0)


def unpacked(data: bytes) -> bytes:
    """Give the data that Pagefind packed."""
    return gzip.decompress(data).removeprefix(SIGNATURE)


def in_order(files: Mapping[str, bytes], language: str) -> dict[str, bytes]:
    """Give the files of an index of one language with everything in order.

    :param files: each by its name in the folder of the index.
    """
    kept = dict(files)

    def written_anew(name: str, old: str, content: object) -> str:
        del kept[name.format(old)]
        data = cbor2.dumps(content)
        new = f"{language}_{hashlib.sha256(data).hexdigest()[:10]}"
        kept[name.format(new)] = packed(data)
        return new

    entry = json.loads(files[ENTRY])
    about = entry["languages"][language]
    meta = cbor2.loads(unpacked(files[META.format(about["hash"])]))
    meta[FILTERS] = sorted(
        [name, written_anew(FILTER, old, [name, sorted(_values(files[FILTER.format(old)]))])]
        for name, old in meta[FILTERS]
    )
    about["hash"] = written_anew(META, about["hash"], meta)
    entry["include_characters"].sort()
    kept[ENTRY] = json.dumps(entry).encode()
    return kept


def _values(data: bytes) -> list[list[object]]:
    """Give the values of a filter, each with the numbers of its pages."""
    _, values = cbor2.loads(unpacked(data))
    return list(values)
