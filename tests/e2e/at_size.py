"""A case file of 100,000 requests, straight into its tables, and a watch over the event loop."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from sqlalchemy import insert

from foitrack.casefile import search
from foitrack.casefile.models import (
    Authority,
    Campaign,
    CaseRowRecord,
    CaseValueRecord,
    EventRecord,
    Request,
    RequestReference,
    Response,
)
from foitrack.desk.desk import Desk
from foitrack.law.terms import EventKind, Regime

NUMBER = 100_000
BODIES, CAMPAIGNS = 500, 20
RANKS = ("Constable", "Sergeant", "Inspector", "Police staff")
OUTCOMES = ("disclosed", "part-disclosed", "refused", "not-held")
STAGES = ("waiting", "answered", "in-review", "response-to-read", "closed")
ASKED = "Please provide the information described below. " * 6


def fill(desk: Desk, today: date) -> None:
    """Requests of many states and days; a tenth of them in one campaign; as many case rows."""
    calendar = desk.reference.calendars.for_regime(Regime.FOIA)
    sent = [today - timedelta(days=n) for n in range(400)]
    due = [calendar.add_working_days(on, 20) for on in sent]
    every = range(1, NUMBER + 1)
    answered = [n for n in every if not _waits(n)]
    with desk.case.writing() as session:
        put = session.execute
        bodies = range(BODIES)
        put(insert(Authority), [_body(n) for n in bodies])
        put(insert(Campaign), [{"name": f"Campaign {n}"} for n in range(CAMPAIGNS)])
        put(insert(Request), [_request(n, sent[n % 400], due[n % 400]) for n in every])
        put(insert(EventRecord), [_sent(n, sent[n % 400]) for n in every])
        put(insert(RequestReference), [_reference(n) for n in every if n % 2])
        put(insert(Response), [_response(n, sent[n % 400]) for n in answered])
        put(insert(CaseRowRecord), [_row(n) for n in answered])
        put(insert(CaseValueRecord), [value for n in answered for value in _values(n)])
        search.rebuild(session)


def _waits(n: int) -> bool:
    # Few wait long: most requests that are old have been answered.
    return n % 400 < 32 or n % 97 == 0


def _body(n: int) -> dict[str, Any]:
    return {"name": f"Authority {n}", "regime": "FOIA", "body": "general"}


def _request(n: int, sent: date, due: date) -> dict[str, Any]:
    stage = "waiting" if _waits(n) else STAGES[1 + n % 4]
    return {
        "id": n,
        "title": f"Request {n * 7919 % NUMBER}",
        "wording": ASKED,
        "authority_id": n % BODIES + 1,
        "campaign_id": 1 if n % 10 == 0 else n % CAMPAIGNS + 1,
        "regime": "FOIA",
        "stage": stage,
        "sent_on": sent,
        "due_on": due,
        "answered": stage != "waiting",
        "answered_on": sent + timedelta(days=25) if stage != "waiting" else None,
        "outcome": OUTCOMES[n % 4] if stage != "waiting" else None,
        "review_stage": "asked" if stage == "in-review" else "none",
        "review_due_on": due if stage == "in-review" else None,
    }


def _sent(n: int, on: date) -> dict[str, Any]:
    return {"request_id": n, "kind": EventKind.SENT.value, "on": on}


def _reference(n: int) -> dict[str, Any]:
    return {"request_id": n, "reference": f"FOI/{n:06}"}


def _response(n: int, on: date) -> dict[str, Any]:
    received = on + timedelta(days=25)
    return {"id": n, "request_id": n, "recorded": True, "letter": "response",
            "received_on": received, "outcome": OUTCOMES[n % 4],
            "schema_name": "police-misconduct"}  # fmt: skip


def _row(n: int) -> dict[str, Any]:
    return {"id": n, "response_id": n, "position": 1, "accepted": True, "count": n % 9 + 1,
            "low": n % 9 + 1, "high": n % 9 + 1, "place": {"table": 1, "row": n % 40}}  # fmt: skip


def _values(n: int) -> Iterator[dict[str, Any]]:
    yield {"row_id": n, "field": "year", "value": str(2010 + n % 12), "printed": ""}
    yield {"row_id": n, "field": "rank", "value": RANKS[n % 4], "printed": RANKS[n % 4]}
    yield {"row_id": n, "field": "allegation", "value": f"Case {n % 977}", "printed": ""}


class Watch:
    """The longest time without a turn of the event loop, in ms.

    Of each gap only what this process itself worked in it counts: a busy machine is not the
    window's doing, while another thread that will not let go of the interpreter is.
    """

    def __init__(self) -> None:
        self.longest = 0.0
        self._at = self._now()
        self._timer = QTimer()
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._beat)

    def __enter__(self) -> Watch:
        QApplication.processEvents()
        self._at, self.longest = self._now(), 0.0
        self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._beat()
        self._timer.stop()

    def _now(self) -> tuple[float, float]:
        return time.perf_counter(), time.process_time()

    def _beat(self) -> None:
        now = self._now()
        gap = min(now[0] - self._at[0], now[1] - self._at[1])
        self.longest, self._at = max(self.longest, gap * 1000), now
