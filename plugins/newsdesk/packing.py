"""Packs files as servers hand them to browsers, and unpacks them again."""

from __future__ import annotations

import gzip
import sys

import brotli

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

# As small as it gets: a file is packed once and read a thousand times.
GZIP_LEVEL, BROTLI_QUALITY, ZSTANDARD_LEVEL = 9, 11, 19
# For what only later builds read: smaller than zlib makes it, in a third of the time.
FAST_LEVEL = 1


def gzipped(data: bytes) -> bytes:
    """Pack by gzip (RFC 1952), without the hour, so that the same file gives the same bytes."""
    return gzip.compress(data, GZIP_LEVEL, mtime=0)


def brotlied(data: bytes) -> bytes:
    """Pack by Brotli (RFC 7932)."""
    packed: bytes = brotli.compress(data, quality=BROTLI_QUALITY)
    return packed


def zstandarded(data: bytes) -> bytes:
    """Pack by Zstandard (RFC 8878)."""
    return zstd.compress(data, ZSTANDARD_LEVEL)


def put_by(data: bytes) -> bytes:
    """Pack by Zstandard what is kept for the next builds."""
    return zstd.compress(data, FAST_LEVEL)


def unzstandarded(data: bytes) -> bytes:
    """Unpack what Zstandard packed."""
    return zstd.decompress(data)


def unbrotlied(data: bytes) -> bytes:
    """Unpack what Brotli packed."""
    unpacked: bytes = brotli.decompress(data)
    return unpacked
