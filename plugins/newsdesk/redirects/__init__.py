"""Old addresses answer: with the page that took their place, or by saying that they are gone."""

from newsdesk.redirects.moved import Moved, is_address, read_moved
from newsdesk.redirects.old import Redirect, check_redirects, redirects_of

__all__ = [
    "Moved",
    "Redirect",
    "check_redirects",
    "is_address",
    "read_moved",
    "redirects_of",
]
