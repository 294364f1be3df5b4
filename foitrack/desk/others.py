"""What others do at the same case file while it is open here."""

from __future__ import annotations

from foitrack.casefile.telling import News
from foitrack.casefile.troubles import NotLetInError, OutcomeUnknownError, OutOfReachError
from foitrack.casefile.watching import Hear, Reach, ServerWatch, Watch
from foitrack.casefile.watching_file import FileWatch
from foitrack.desk.desk import Desk

__all__ = [
    "News",
    "NotLetInError",
    "OutOfReachError",
    "OutcomeUnknownError",
    "Watch",
    "was_kept",
    "watch",
]


def watch(desk: Desk, hear: Hear, reach: Reach) -> Watch:
    """Have `hear` told of what others write, and `reach` whether the server answers, or whether
    the file lies under its name.

    Both are called from another thread, from `start` until `stop`.
    """
    if desk.case.path is None:
        return ServerWatch(desk.case, hear, reach)
    return FileWatch(desk.case, hear, reach)


def was_kept(desk: Desk, problem: OutcomeUnknownError) -> bool | None:
    """Whether a change was kept whose answer was lost; None where the server cannot say."""
    return desk.case.was_kept(problem)
