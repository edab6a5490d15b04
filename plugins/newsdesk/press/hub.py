"""Tells a WebSub hub that feeds have changed; it passes the news on to all who subscribed.

The hub then fetches the feed itself, so nothing but the feed's address is sent. How a publisher
tells it is left open by WebSub; every hub understands the two parameters of PubSubHubbub 0.3.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from http.client import HTTPException
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

from newsdesk.problems import Message, Problem, say
from newsdesk.settings import SETTINGS_FILE

PATIENCE = 10.0  # seconds; a hub that says nothing for longer must not keep us from publishing


def notice(feed: str) -> bytes:
    """Give what is sent to a hub: that the feed at this address has changed."""
    return urlencode({"hub.mode": "publish", "hub.url": feed}).encode()


def ping(hub: str, feeds: Iterable[str], patience: float = PATIENCE) -> Iterator[Problem]:
    """Tell the hub of each feed that has changed; whatever it did not take is a warning.

    The site is on line already, and readers who ask for the feed see it; a hub that does not
    answer at all is asked no more.

    :param hub: its address, as NEWSDESK_HUB gives it; without one nothing is sent.
    :param feeds: absolute addresses of the documents that people subscribe to.
    :param patience: in seconds, for each feed.
    """
    for feed in feeds if hub else ():
        try:
            _send(hub, feed, patience)
        except HTTPError as error:
            yield _warning(
                say(
                    "the hub {hub} did not take {feed}: {code}", hub=hub, feed=feed, code=error.code
                )
            )
        except (URLError, HTTPException, OSError) as error:
            reason = getattr(error, "reason", None) or error
            yield _warning(say("the hub {hub} does not answer: {reason}", hub=hub, reason=reason))
            return


def _send(hub: str, feed: str, patience: float) -> None:
    # The setting takes addresses that begin with http:// or https:// only.
    request = Request(hub, data=notice(feed), method="POST")  # noqa: S310
    with urlopen(request, timeout=patience):  # noqa: S310
        pass


def _warning(message: Message) -> Problem:
    hint = say("look at NEWSDESK_HUB; subscribers read the feeds a little later, nothing is lost")
    return Problem(SETTINGS_FILE, 0, message, hint, level="warning")
