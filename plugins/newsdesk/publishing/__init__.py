"""Puts a finished site on line: wholly or not at all, and back again."""

from newsdesk.publishing.changes import Changes, compare
from newsdesk.publishing.folder import FolderTarget
from newsdesk.publishing.release import Release, read_release

__all__ = ["Changes", "FolderTarget", "Release", "compare", "read_release"]
