"""The line breaks just as a change is being kept: it is there once or not, and that is said."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import select

from foitrack.casefile.models import Request
from foitrack.casefile.storage import CaseFile, open_case_file
from foitrack.casefile.troubles import OutcomeUnknownError, OutOfReachError
from tests.casefile.cutting import Cut, Line
from tests.postgres_server import Server


@pytest.fixture
def line(postgres: Server) -> Iterator[Line]:
    made = Line(postgres.port)
    yield made
    made.close()


@pytest.fixture
def over_it(line: Line, postgres: Server, server_address: str) -> Iterator[CaseFile]:
    opened = open_case_file(server_address.replace(f":{postgres.port}/", f":{line.port}/"))
    yield opened
    opened.close()


def write(case: CaseFile) -> None:
    with case.writing() as session:
        session.add(Request(title="River", regime="EIR"))


def titles(address: str) -> list[str]:
    case = open_case_file(address)
    with case.reading() as session:
        found = list(session.scalars(select(Request.title)))
    case.close()
    return found


def test_what_the_server_kept_is_done_and_is_done_once(
    line: Line, over_it: CaseFile, server_address: str
) -> None:
    line.cut = Cut.AFTER
    write(over_it)
    assert titles(server_address) == ["River"]


def test_what_the_server_never_heard_of_is_said_not_to_be_there(
    line: Line, over_it: CaseFile, server_address: str
) -> None:
    line.cut = Cut.BEFORE
    with pytest.raises(OutOfReachError, match="Nothing was changed") as told:
        write(over_it)
    assert not isinstance(told.value, OutcomeUnknownError)
    assert titles(server_address) == []
    write(over_it)
    assert titles(server_address) == ["River"]


@pytest.mark.parametrize(("cut", "kept"), [(Cut.AFTER, True), (Cut.BEFORE, False)])
def test_what_nobody_can_say_now_is_said_later(
    line: Line, over_it: CaseFile, server_address: str, cut: Cut, kept: bool
) -> None:
    line.cut, line.dead = cut, True
    with pytest.raises(OutcomeUnknownError, match="may be there or not") as told:
        write(over_it)
    assert over_it.was_kept(told.value) is None
    again = open_case_file(server_address)
    assert again.was_kept(told.value) is kept
    again.close()
    assert titles(server_address) == (["River"] if kept else [])
