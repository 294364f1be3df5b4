"""Copying a case file to a server and back: what comes back is what was sent."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import insert, select

from foitrack import assets
from foitrack.casefile import copying, search
from foitrack.casefile.models import Base, Request
from foitrack.casefile.storage import CaseFile, CaseFileError, open_case_file
from foitrack.desk import demo, history, requests
from foitrack.desk.desk import Desk
from foitrack.desk.views import NewRequest
from tests.postgres_server import Server

TODAY = date(2023, 3, 28)


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("example") / "example.foitrack"
    desk = demo.build(path, assets.reference(), assets.seed_folder(), today=TODAY)
    history.undo(desk)
    desk.close()
    return path


def rows_of(place: Path | str) -> dict[str, list[tuple[object, ...]]]:
    case = open_case_file(place)
    with case.reading() as session:
        found = {
            table.name: sorted((tuple(row) for row in session.execute(select(table))), key=repr)
            for table in Base.metadata.sorted_tables
        }
    case.close()
    return found


def copied(source: Path | str, target: str) -> dict[str, int]:
    case = open_case_file(source)
    try:
        return copying.copy(case, target)
    finally:
        case.close()


def test_there_and_back_it_is_identical(example: Path, postgres: Server, tmp_path: Path) -> None:
    address, back = postgres.fresh(), tmp_path / "back.foitrack"
    there = copied(example, address)
    again = copied(address, str(back))
    assert there == again
    assert there["request"] == 5
    assert there["content"] > 0
    assert rows_of(back) == rows_of(example)
    assert rows_of(address) == rows_of(example)
    postgres.drop(address)


def test_work_goes_on_where_it_was_copied_to(example: Path, postgres: Server) -> None:
    address = postgres.fresh()
    copied(example, address)
    desk = Desk(open_case_file(address), assets.reference())
    assert history.redo(desk) is not None
    while history.undo(desk) is not None:
        pass
    river = NewRequest(title="River alarms", authority=None)
    assert requests.log(desk, river, today=TODAY).new_id == 6
    with desk.case.reading() as session:
        condition = search.found_by("riv", "postgresql")
        assert condition is not None
        assert session.scalars(select(Request.id).where(condition)).all() == [6]
    desk.close()
    postgres.drop(address)


def test_a_place_that_is_taken_is_left_alone(example: Path, server_address: str) -> None:
    before = rows_of(server_address)
    with pytest.raises(CaseFileError, match="a case file already"):
        copied(example, server_address)
    assert rows_of(server_address) == before


def test_what_a_server_cannot_keep_leaves_nothing_there(case: CaseFile, postgres: Server) -> None:
    with case.writing() as session:
        session.add(Request(title="a\x00b", regime="FOIA"))
    address = postgres.fresh()
    with pytest.raises(CaseFileError, match="cannot keep one of the characters"):
        copying.copy(case, address)
    with pytest.raises(CaseFileError, match="is not a case file"):
        open_case_file(address)
    with case.writing() as session:
        session.execute(Base.metadata.tables["request"].update().values(title="ab"))
    assert copying.copy(case, address)["request"] == 1
    postgres.drop(address)


def test_a_row_that_does_not_arrive_is_noticed(
    example: Path, postgres: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    original = copying._go_on_counting

    def lose(connection: object, table: object) -> None:
        original(connection, table)  # type: ignore[arg-type]
        if getattr(table, "name", "") == "campaign":
            connection.execute(insert(table).values(id=99, name="x"))  # type: ignore

    monkeypatch.setattr(copying, "_go_on_counting", lose)
    address = postgres.fresh()
    with pytest.raises(CaseFileError, match=r"not what was sent \(campaign\)"):
        copied(example, address)
    postgres.drop(address)
