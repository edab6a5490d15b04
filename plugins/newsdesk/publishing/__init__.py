"""Puts a finished site on line: wholly or not at all, and back again."""

from newsdesk.publishing.changes import Changes, compare
from newsdesk.publishing.folder import FolderTarget
from newsdesk.publishing.release import Release, read_release
from newsdesk.publishing.rsync_target import RsyncTarget
from newsdesk.publishing.store_target import StoreTarget

__all__ = [
    "Changes",
    "FolderTarget",
    "Release",
    "RsyncTarget",
    "StoreTarget",
    "compare",
    "read_release",
]
