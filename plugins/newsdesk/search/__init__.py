"""Lets readers search an edition in their browser: makes the index, and needs no server.

The index is made by Pagefind, in parts: one for the pages of an edition and one for each year of
its posts, so that a new post asks for one part only. The page of the search merges them.
"""

from __future__ import annotations

from newsdesk.search.index import search_files

__all__ = ["search_files"]
