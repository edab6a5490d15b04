"""What every target says when it must not, or cannot, do what was asked."""

from __future__ import annotations

from newsdesk.problems import Problem, SiteError, say


def somebody_is_here(shown: str) -> SiteError:
    """Say that somebody else has the lock.

    :param shown: the target as the person typed it.
    """
    message = say("somebody else is publishing here at this moment")
    hint = say("wait until they have finished, and look at the site")
    return SiteError([Problem(shown, 0, message, hint)])


def nothing_older(shown: str) -> SiteError:
    """Say that there is no release before the one on line.

    :param shown: the target as the person typed it.
    """
    return SiteError([Problem(shown, 0, say("no older release is here to go back to"))])
