"""Content is not code: what staff write is shown, and never run, loaded or obeyed."""

from newsdesk.safety.typed import check_typed
from newsdesk.safety.wall import walled
from newsdesk.safety.weight import check_weight

__all__ = ["check_typed", "check_weight", "walled"]
