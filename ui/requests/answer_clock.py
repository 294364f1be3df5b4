"""The clock of the answer, as the strip of a request shows it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from foitrack.desk.views import RequestDetail
from foitrack.law.calendars import Calendars
from foitrack.law.terms import DeadlineKind, EventKind, State
from ui.widgets.strip_days import Strip, strip_of

NO_CLOCK = (State.WITHDRAWN, State.CLOSED)


def answer_strip(detail: RequestDetail, calendars: Calendars, today: date) -> Strip | None:
    """The days counted for the answer; None where no clock runs, or nobody knows when it ended."""
    deadline = detail.reckoning.of(DeadlineKind.RESPONSE)
    row = detail.row
    unknown = row.answered and row.answered_on is None
    if deadline is None or unknown or row.state in NO_CLOCK:
        return None
    return strip_of(deadline, calendars, row.regime, today=today, answered_on=row.answered_on)


def start_word(detail: RequestDetail) -> str:
    """What happened on the day that is counted from."""
    deadline = detail.reckoning.of(DeadlineKind.RESPONSE)
    start = deadline.start if deadline else None
    kinds = {view.event.kind for view in detail.events if view.event.on == start}
    if EventKind.CLARIFICATION_GIVEN in kinds:
        return QCoreApplication.translate("RequestDetailPane", "Clarified")
    if EventKind.SENT in kinds:
        return QCoreApplication.translate("RequestDetailPane", "Sent")
    return QCoreApplication.translate("RequestDetailPane", "Received")
