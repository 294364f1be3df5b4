"""Twenty people write at once: whatever was acknowledged is there, and it all agrees."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from datetime import date

import pytest
from sqlalchemy import select

from foitrack import assets
from foitrack.casefile import search
from foitrack.casefile.models import Change, ChangeSet, EventRecord, Request
from foitrack.casefile.storage import open_case_file
from foitrack.desk import requests
from foitrack.desk.desk import Desk
from foitrack.desk.views import NewRequest
from foitrack.law.terms import Event, EventKind

TODAY = date(2023, 3, 28)
WRITERS = 20
ACKNOWLEDGED = Event(EventKind.ACKNOWLEDGED, date(2023, 3, 2))


class Writer(threading.Thread):
    """Logs a request and adds to it, again and again, over connections of its own."""

    def __init__(self, address: str, number: int, goes_on: Callable[[], bool]) -> None:
        super().__init__()
        self.desk = Desk(open_case_file(address), assets.reference())
        self.number, self.goes_on = number, goes_on
        self.logged: dict[int, str] = {}
        self.events: set[int] = set()
        self.problem: Exception | None = None

    def run(self) -> None:
        try:
            self._write()
            while self.goes_on():
                self._write()
        except Exception as problem:
            self.problem = problem
        finally:
            self.desk.close()

    def _write(self) -> None:
        title = f"Writer {self.number} request {len(self.logged)}"
        new = NewRequest(title=title, authority="Kent Police", sent_on=date(2023, 3, 1))
        request_id = requests.log(self.desk, new, today=TODAY).new_id
        assert request_id is not None
        self.logged[request_id] = title
        changed = requests.add_event(self.desk, request_id, ACKNOWLEDGED, today=TODAY)
        assert changed.new_id is not None
        self.events.add(changed.new_id)


def write_for(address: str, seconds: float) -> list[Writer]:
    writers = [Writer(address, n, lambda: time.monotonic() < until) for n in range(WRITERS)]
    until = time.monotonic() + seconds
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    return writers


def check_nothing_is_lost(address: str, writers: list[Writer]) -> None:
    assert [writer.problem for writer in writers if writer.problem] == []
    logged = {key: title for writer in writers for key, title in writer.logged.items()}
    events = {key for writer in writers for key in writer.events}
    assert len(logged) == sum(len(writer.logged) for writer in writers) >= WRITERS
    desk = Desk(open_case_file(address), assets.reference())
    with desk.case.reading() as session:
        kept = session.execute(select(Request.id, Request.title))
        assert {one.id: one.title for one in kept} == logged
        assert events <= set(session.scalars(select(EventRecord.id)))
        steps = session.scalars(select(ChangeSet.id)).all()
        assert len(steps) == len(logged) + len(events)
        assert set(session.scalars(select(Change.change_set_id))) == set(steps)
        found = search.found_by("writer request", "postgresql")
        assert found is not None
        assert set(session.scalars(select(Request.id).where(found))) == set(logged)
    assert requests.recount(desk) == 0
    print(f"{len(logged)} requests and {len(events)} events by {WRITERS} writers, none lost")
    desk.close()


def test_twenty_writers_lose_nothing(server_address: str) -> None:
    check_nothing_is_lost(server_address, write_for(server_address, 1))


@pytest.mark.extended
def test_twenty_writers_lose_nothing_in_a_minute(server_address: str) -> None:
    check_nothing_is_lost(server_address, write_for(server_address, 60))
