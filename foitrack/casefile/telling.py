"""What those who work at the same case file tell each other: who has written, and about what.

On a server each transaction that writes ends with a notice to all who listen, which PostgreSQL
hands on when the transaction is kept, and never otherwise.
"""

from __future__ import annotations

import contextlib
import json
import secrets
import threading
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from sqlalchemy import text
from sqlalchemy.orm import Session

from foitrack.errors import PlainError

CHANNEL = "foitrack"
LONGEST = 7_900
"""Bytes of a notice: PostgreSQL takes fewer than 8,000."""
LONGEST_NAME = 200
ABOUT = "foitrack_about"
"""Where a session keeps what it writes about until its end."""
QUIET = "foitrack_quiet"
"""Set by a session that writes nothing which others need to look at."""
END = text(
    "SELECT one.number, CASE WHEN one.number IS NOT NULL THEN pg_notify(:channel, :notice) END "
    "FROM (SELECT txid_current_if_assigned() AS number) AS one"
)
"""A transaction has a number only where it has written something."""


MOVED = (
    "Work on this case file goes on in another place by now. Nothing was changed here; do it once "
    "more there."
)


class WorkMovedError(PlainError):
    """What was to be written came too late: a copy in another place is worked at by now."""


@dataclass(slots=True)
class Own:
    """What this program itself has written to an open case file."""

    mark: str = field(default_factory=lambda: secrets.token_hex(8))
    """Stands in the notices of this program, which it need not hear itself."""
    begun: int = 0
    ended: int = 0
    """Writings begun and ended: while they differ one is under way."""
    steps: set[int] = field(default_factory=set)
    """The undo steps among them."""
    _counting: threading.Condition = field(default_factory=threading.Condition)
    _resting: bool = False
    _over: bool = False

    @contextlib.contextmanager
    def under_way(self) -> Iterator[None]:
        """Count a writing, whichever thread does it and however it ends.

        WorkMovedError where work goes on elsewhere by now.
        """
        with self._counting:
            self._counting.wait_for(lambda: not self._resting)
            if self._over:
                raise WorkMovedError(MOVED)
            self.begun += 1
        try:
            yield
        finally:
            with self._counting:
                self.ended += 1
                self._counting.notify_all()

    @contextlib.contextmanager
    def at_rest(self) -> Iterator[None]:
        """Have nothing written meanwhile; nor ever after, unless this fails."""
        with self._counting:
            self._counting.wait_for(lambda: not self._resting)
            if self._over:
                raise WorkMovedError(MOVED)
            self._resting = True
            self._counting.wait_for(lambda: self.begun == self.ended)
        try:
            yield
            self._over = True
        finally:
            with self._counting:
                self._resting = False
                self._counting.notify_all()


@dataclass(frozen=True, slots=True)
class News:
    """Somebody else has written."""

    who: str = ""
    request_ids: tuple[int, ...] = ()
    """The requests that it was about; none where it may be about anything."""


def about(session: Session, who: str, request_ids: Iterable[int] = ()) -> None:
    """Say what a session writes about, and for whom."""
    session.info[ABOUT] = News(who, tuple(request_ids))


def tell(session: Session, mark: str) -> int | None:
    """Have the others told when this is kept; the number of the transaction on the server."""
    if session.get_bind().dialect.name != "postgresql":
        return None
    number: int | None
    if session.info.get(QUIET):
        number = session.scalar(text("SELECT txid_current_if_assigned()"))
        return number
    news = session.info.get(ABOUT, News())
    number = session.scalar(END, {"channel": CHANNEL, "notice": written(news, mark)})
    return number


def written(news: News, mark: str) -> str:
    """A notice; where it would be too long it is about anything."""
    who = news.who[:LONGEST_NAME]
    whole = json.dumps({"from": mark, "who": who, "requests": news.request_ids})
    return whole if len(whole) <= LONGEST else json.dumps({"from": mark, "who": who})


def understood(notice: str, mark: str) -> News | None:
    """A notice as news; None for one's own. What cannot be understood may be about anything."""
    try:
        told = json.loads(notice)
        if told["from"] == mark:
            return None
        return News(str(told["who"]), tuple(int(one) for one in told.get("requests", ())))
    except (ValueError, TypeError, KeyError, AttributeError):
        return News()
