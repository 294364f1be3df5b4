"""A case file on a server: addresses, who is let in, what goes wrong, and long and large values."""

from __future__ import annotations

import threading

import pytest
from sqlalchemy import make_url, select, text

from foitrack.casefile import reaching
from foitrack.casefile.addresses import is_server, without_password
from foitrack.casefile.models import CaseRowRecord, Request, Response
from foitrack.casefile.storage import CaseFile, CaseFileError, create, open_case_file
from tests.postgres_server import Server

BEGINNING = "postgresql+psycopg://"


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("ada@server/cases", "ada@server/cases"),
        ("ada:secret@server:5432/cases", "ada@server:5432/cases"),
        ("ada:se@cr:et@server/cases", "ada@server/cases"),
        ("server/cases?password=secret&sslmode=require", "server/cases?sslmode=require"),
        ("server/cases?sslmode=require&password=secret", "server/cases?sslmode=require"),
        ("server/cases?password=secret", "server/cases"),
        ("server/cases?sslpassword=secret", "server/cases"),
    ],
)
def test_no_password_is_shown(address: str, shown: str) -> None:
    assert without_password(BEGINNING + address) == BEGINNING + shown


@pytest.mark.parametrize(
    ("address", "stays"),
    [
        ("a@localhost/c", True),
        ("a@127.0.0.1/c", True),
        ("a@[::1]/c", True),
        ("/c", True),
        ("/c?host=/run/postgresql", True),
        ("a@server.example/c", False),
        ("a@192.0.2.1/c", False),
        ("a@localhost/c?hostaddr=192.0.2.1", False),
        ("/c?host=localhost&host=server.example", False),
        ("/c?service=other", False),
    ],
)
def test_off_this_computer_talk_is_encrypted(address: str, stays: bool) -> None:
    url = make_url(BEGINNING + address)
    assert reaching.stays_here(url, {}) is stays
    mode = reaching._connect_arguments(url).get("sslmode")
    assert (mode is None) is stays


def test_what_the_environment_names_counts_too() -> None:
    url = make_url(BEGINNING + "/c")
    assert not reaching.stays_here(url, {"PGHOST": "server.example"})
    assert not reaching.stays_here(url, {"PGHOSTADDR": "192.0.2.1"})
    assert not reaching.stays_here(url, {"PGSERVICE": "other"})


def test_other_places_are_no_servers() -> None:
    assert not any(map(is_server, ("case.foitrack", "mysql://server/c", "sqlite:///c")))


def test_where_nobody_listens(postgres: Server) -> None:
    with pytest.raises(CaseFileError, match="cannot be reached") as told:
        open_case_file(f"{BEGINNING}tester:hidden@127.0.0.1:1/c")
    assert "hidden" not in str(told.value)


def test_a_wrong_password(postgres: Server) -> None:
    address = postgres.address("postgres").replace(postgres.password, "hidden")
    with pytest.raises(CaseFileError, match="does not let you in") as told:
        open_case_file(address)
    assert "hidden" not in str(told.value)


def test_a_database_that_is_not_there(postgres: Server) -> None:
    with pytest.raises(CaseFileError, match="is not there"):
        open_case_file(postgres.address("nowhere"))


def test_a_database_of_something_else(postgres: Server) -> None:
    address = postgres.fresh()
    postgres.execute("CREATE TABLE other (id int)", address.rpartition("/")[2])
    with pytest.raises(CaseFileError, match="is not a case file"):
        open_case_file(address)
    with pytest.raises(CaseFileError, match="holds tables of something else"):
        create(address)
    postgres.drop(address)


def test_a_newer_format_is_refused(postgres: Server, empty_database: str) -> None:
    address = postgres.fresh(empty_database)
    newer = "UPDATE foitrack_format SET version = version + 1"
    postgres.execute(newer, address.rpartition("/")[2])
    with pytest.raises(CaseFileError, match="made by a newer FOI Track"):
        open_case_file(address)
    postgres.drop(address)


def test_it_is_never_made_twice(server_case: CaseFile, server_address: str) -> None:
    with pytest.raises(CaseFileError, match="a case file already"):
        create(server_address)


def test_long_texts_and_large_numbers_are_kept(server_case: CaseFile) -> None:
    title = "".join(chr(97 + n * n % 26) for n in range(20_000))
    with server_case.writing() as session:
        session.add_all([Request(id=1, title=title, regime="FOIA"), Response(id=1)])
        session.flush()
        session.add(CaseRowRecord(response_id=1, position=1, place={}, count=2**40))
    with server_case.reading() as session:
        assert session.scalar(select(Request.title)) == title
        assert session.scalar(select(CaseRowRecord.count)) == 2**40


def test_a_reader_sees_one_state_and_writes_nothing(server_case: CaseFile) -> None:
    with server_case.reading() as reader:
        assert reader.scalars(select(Request.id)).all() == []
        with server_case.writing() as writer:
            writer.add(Request(title="River", regime="EIR"))
        assert reader.scalars(select(Request.id)).all() == []
    with pytest.raises(CaseFileError, match="can only be read"), server_case.reading() as reader:
        reader.execute(text("DELETE FROM request"))


def test_a_writer_waits_its_turn_and_then_says_so(
    server_case: CaseFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    held, done = threading.Event(), threading.Event()

    def hold() -> None:
        with server_case.writing():
            held.set()
            done.wait(30)

    other = threading.Thread(target=hold)
    other.start()
    held.wait(30)
    monkeypatch.setattr(reaching, "TAKE_TURN", "SET LOCAL lock_timeout = 50;" + reaching.TAKE_TURN)
    with (
        pytest.raises(CaseFileError, match="busy with somebody else's change"),
        server_case.writing(),
    ):
        pass
    done.set()
    other.join()


def test_after_the_server_went_and_came_again(postgres: Server, server_case: CaseFile) -> None:
    with server_case.writing() as session:
        session.add(Request(id=1, title="Kept", regime="EIR"))
    with (
        pytest.raises(CaseFileError, match=r"cannot be reached.*Nothing was changed"),
        server_case.writing() as session,
    ):
        session.add(Request(id=2, title="Lost", regime="EIR"))
        session.flush()
        postgres.stop()
        session.execute(text("SELECT 1"))
    with pytest.raises(CaseFileError, match="cannot be reached"), server_case.reading():
        pass
    postgres.start()
    with server_case.reading() as session:
        assert session.scalars(select(Request.title)).all() == ["Kept"]
    with server_case.writing() as session:
        session.add(Request(id=3, title="After", regime="EIR"))
    with server_case.reading() as session:
        assert session.scalars(select(Request.id).order_by(Request.id)).all() == [1, 3]
