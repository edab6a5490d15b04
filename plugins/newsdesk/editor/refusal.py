"""Says no to a save, with the reason; nothing is written, and the form keeps what was typed."""

from __future__ import annotations

from collections.abc import Iterable
from http import HTTPStatus

from newsdesk.problems import Message, Problem


class Refusal(Exception):  # noqa: N818 - it is no error of the program
    """What was asked is not done."""

    def __init__(
        self,
        message: Message,
        problems: Iterable[Problem] = (),
        status: HTTPStatus = HTTPStatus.UNPROCESSABLE_ENTITY,
    ) -> None:
        """Keep the reason.

        :param problems: what would have to be mended first.
        """
        super().__init__(str(message))
        self.message = message
        self.problems = tuple(problems)
        self.status = status
