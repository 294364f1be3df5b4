"""How fast the Requests list is with 100,000 requests, as ratios to a bare `SELECT id`.

Run: python benchmarks/requests_list.py [--requests 100000]

Ratios are compared between runs, not times: both are taken in the same run on the same machine.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

from sqlalchemy import insert, select

from foitrack import assets
from foitrack.casefile import search
from foitrack.casefile.models import Authority, Campaign, EventRecord, Request, RequestReference
from foitrack.desk import agenda, requests
from foitrack.desk.desk import Desk, create
from foitrack.desk.views import RequestFilter, SortKey
from foitrack.law.terms import EventKind, Regime, State

TODAY = date(2023, 3, 28)
REPEATS = 7
CHUNK = 50
EVERY = RequestFilter()


def fill(desk: Desk, number: int) -> None:
    """Requests of many states and days, straight into the tables."""
    calendar = desk.reference.calendars.for_regime(Regime.FOIA)
    sent = [TODAY - timedelta(days=n) for n in range(400)]
    due = [calendar.add_working_days(on, 20) for on in sent]
    stages = (State.WAITING, State.ANSWERED, State.IN_REVIEW, State.RESPONSE_TO_READ, State.CLOSED)

    def row(n: int) -> dict[str, Any]:
        # Few wait long: most requests that are old have been answered.
        waiting = n % 400 < 32 or n % 97 == 0
        stage = State.WAITING if waiting else stages[1 + n % 4]
        answered = stage is not State.WAITING
        return {
            "id": n + 1,
            "title": f"Request {n * 7919 % number}",
            "wording": "Please provide the information described below. " * 12,
            "authority_id": n % 500 + 1,
            "campaign_id": n % 20 + 1,
            "regime": "FOIA",
            "stage": stage.value,
            "sent_on": sent[n % 400],
            "due_on": due[n % 400],
            "answered": answered,
            "answered_on": sent[n % 400] + timedelta(days=25) if answered else None,
            "review_stage": "asked" if stage is State.IN_REVIEW else "none",
            "review_due_on": due[n % 400] if stage is State.IN_REVIEW else None,
        }

    with desk.case.writing() as session:
        session.execute(
            insert(Authority),
            [{"name": f"Authority {n}", "regime": "FOIA", "body": "general"} for n in range(500)],
        )
        session.execute(insert(Campaign), [{"name": f"Campaign {n}"} for n in range(20)])
        session.execute(insert(Request), [row(n) for n in range(number)])
        session.execute(
            insert(EventRecord),
            [
                {"request_id": n + 1, "kind": EventKind.SENT.value, "on": sent[n % 400]}
                for n in range(number)
            ],
        )
        session.execute(
            insert(RequestReference),
            [{"request_id": n + 1, "reference": f"FOI/{n:06}"} for n in range(0, number, 2)],
        )
        search.rebuild(session)


def timed(work: Callable[[], object]) -> float:
    """The median time of a piece of work, in milliseconds."""
    work()
    times = []
    for _ in range(REPEATS):
        start = perf_counter()
        work()
        times.append((perf_counter() - start) * 1000)
    return median(times)


def measure(desk: Desk, number: int) -> None:
    """Print each time and its ratio to the bare query."""

    def bare() -> object:
        with desk.case.reading() as session:
            return tuple(session.connection().execute(select(Request.id)).scalars())

    unit = timed(bare)
    print(f"{'bare SELECT id of ' + format(number, ','):44} {unit:8.1f} ms  1.00")
    works: list[tuple[str, Callable[[], object]]] = [
        (f"ids by {key.value}", lambda key=key: ids(desk, EVERY, key)) for key in SortKey
    ]
    works += [
        ("ids of a campaign", lambda: ids(desk, RequestFilter(campaign_id=3), SortKey.URGENCY)),
        ("ids overdue", lambda: ids(desk, RequestFilter(overdue=True), SortKey.URGENCY)),
        ("ids by a search", lambda: ids(desk, RequestFilter(search="request 77"), SortKey.DUE)),
        ("count", lambda: requests.count(desk, EVERY, today=TODAY)),
    ]
    first = ids(desk, EVERY, SortKey.URGENCY)[:CHUNK]
    works.append((f"{CHUNK} rows", lambda: requests.rows(desk, first, today=TODAY)))
    works.append(("detail of one", lambda: requests.detail(desk, first[0], today=TODAY)))
    works.append(("agenda", lambda: agenda.agenda(desk, today=TODAY)))
    works.append(("side bar", lambda: agenda.counts(desk, today=TODAY)))
    for name, work in works:
        time = timed(work)
        print(f"{name:44} {time:8.1f} ms  {time / unit:.2f}")


def ids(desk: Desk, wanted: RequestFilter, key: SortKey) -> tuple[int, ...]:
    """A whole list's ids."""
    return requests.ids(desk, wanted, key, False, today=TODAY)


def main() -> int:
    """Build the case file in a temporary folder and measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--requests", type=int, default=100_000)
    number = parser.parse_args().requests
    with tempfile.TemporaryDirectory() as folder:
        desk = create(Path(folder) / "many.foitrack", assets.reference())
        fill(desk, number)
        measure(desk, number)
        desk.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
