"""Hearing of what somebody else has written: on a server by notices, at a file by looking."""

from __future__ import annotations

import contextlib
import queue
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from foitrack import assets
from foitrack.casefile.storage import CaseFile, open_case_file
from foitrack.casefile.telling import LONGEST, News, understood, written
from foitrack.casefile.watching import ServerWatch, Watch
from foitrack.casefile.watching_file import FileWatch
from foitrack.desk import drafts, history, requests
from foitrack.desk.desk import Desk
from foitrack.desk.views import NewRequest
from tests.postgres_server import Server

SOON = 20
NEW = NewRequest("River alarms", None)
TODAY = date(2023, 3, 28)


class Ear:
    """Keeps what it is told, in order."""

    def __init__(self) -> None:
        self.told: queue.Queue[News | bool] = queue.Queue()

    def next(self) -> News | bool:
        return self.told.get(timeout=SOON)


@contextlib.contextmanager
def watching(watch: Watch) -> Iterator[None]:
    watch.start()
    try:
        assert watch.ready.wait(SOON)
        yield
    finally:
        watch.stop()


def at(case: CaseFile, who: str = "ada") -> Desk:
    return Desk(case, assets.reference(), who=lambda: who)


def log(desk: Desk, title: str = "River alarms") -> int:
    made = requests.log(desk, replace(NEW, title=title), today=TODAY).new_id
    assert made is not None
    return made


def test_others_are_told_who_wrote_and_about_what(
    server_case: CaseFile, server_address: str
) -> None:
    ear, other = Ear(), open_case_file(server_address)
    with watching(ServerWatch(server_case, ear.told.put, ear.told.put)):
        other_desk = at(other)
        log(at(server_case, "me"), "My own")
        second = log(other_desk, "Another")
        assert ear.next() == News("ada", (second,))
        history.undo(other_desk)
        assert ear.next() == News("ada", (second,))
        assert ear.told.empty()
    other.close()


def test_what_somebody_has_only_begun_is_told_to_nobody(
    server_case: CaseFile, server_address: str
) -> None:
    ear, other = Ear(), open_case_file(server_address)
    with watching(ServerWatch(server_case, ear.told.put, ear.told.put)):
        drafts.keep(at(other), {drafts.SCHEMAS: "Begun"})
        first = log(at(other))
        assert ear.next() == News("ada", (first,))
        assert ear.told.empty()
    assert drafts.found(at(server_case), drafts.SCHEMAS) == "Begun"
    other.close()


def test_what_is_taken_back_is_told_to_nobody(server_case: CaseFile, server_address: str) -> None:
    ear, other = Ear(), open_case_file(server_address)
    watch = ServerWatch(server_case, ear.told.put, ear.told.put)
    with watching(watch):
        first = log(at(other))
        assert ear.next() == News("ada", (first,))
        with pytest.raises(ZeroDivisionError), other.writing() as session:
            session.connection().exec_driver_sql("UPDATE request SET title = 'Lost'")
            raise ZeroDivisionError
        with other.writing():
            pass
        requests.edit(at(other), first, title="Kept")
        assert ear.next() == News("ada", (first,))
    other.close()


def test_a_server_that_goes_and_comes_again(postgres: Server, server_case: CaseFile) -> None:
    ear = Ear()
    watch = ServerWatch(server_case, ear.told.put, ear.told.put, delays=(0.05, 0.2))
    with watching(watch):
        watch.look_now()
        postgres.stop()
        try:
            watch.look_now()
            assert ear.next() is False
        finally:
            postgres.start()
        watch.look_now()
        assert ear.next() is True
        assert ear.next() == News()
        assert ear.told.empty()


def test_a_notice_is_short_enough_whatever_it_is_about() -> None:
    long = News("é" * 500, tuple(range(10**6, 10**6 + 5000)))
    notice = written(long, "mark")
    assert len(notice.encode()) <= LONGEST
    assert understood(notice, "another") == News("é" * 200)
    assert understood(notice, "mark") is None
    assert understood(written(News("ada", (1, 2)), "mark"), "another") == News("ada", (1, 2))


@pytest.mark.parametrize("notice", ["", "[]", "{}", "null", '{"from": 1, "who": 2, "requests": 3}'])
def test_what_cannot_be_understood_may_be_about_anything(notice: str) -> None:
    assert understood(notice, "mark") == News()


def test_another_program_writes_to_the_file(case: CaseFile) -> None:
    assert isinstance(case.path, Path)
    ear, other = Ear(), open_case_file(case.path)
    watch = FileWatch(case, ear.told.put, seconds=0.02)
    with watching(watch):
        mine, theirs = at(case, "me"), at(other)
        own = log(mine)
        first = log(theirs)
        assert ear.next() == News("ada", (first,))
        requests.edit(mine, own, notes="Mine")
        requests.edit(theirs, own, notes="Ada's")
        assert ear.next() == News("ada", (own,))
        history.undo(theirs)
        assert ear.next() == News()
        requests.edit(mine, own, notes="Mine again")
        second = log(theirs)
        while (heard := ear.next()) == News():
            pass
        assert isinstance(heard, News)
        assert second in (heard.request_ids or (second,))
    other.close()


def test_a_file_that_goes_and_comes_back_is_told(empty_made: Path, tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    shutil.copy(empty_made, disk / "case.foitrack")
    case, ear = open_case_file(disk / "case.foitrack"), Ear()
    log(at(case))
    watch = FileWatch(case, ear.told.put, ear.told.put, seconds=0.02)
    with watching(watch):
        away = disk.rename(tmp_path / "in a drawer")
        assert ear.next() is False
        shutil.copytree(away, disk)
        assert ear.next() is True
        assert ear.next() == News()
        other = open_case_file(disk / "case.foitrack")
        second = log(at(other), "On another computer")
        assert ear.next() == News("ada", (second,))
        assert ear.told.empty()
        other.close()
    case.close()
