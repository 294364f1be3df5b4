"""Owner, editor and reader of a team's database, on a real server."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from urllib.parse import quote

import pytest
from sqlalchemy import text

from foitrack import assets
from foitrack.casefile import postgres as on_server
from foitrack.casefile import roles
from foitrack.casefile.format import FORMAT
from foitrack.casefile.storage import CaseFile, CaseFileError, open_case_file
from foitrack.casefile.troubles import ReadOnlyError
from foitrack.cli.program import main
from foitrack.desk import bin as the_bin
from foitrack.desk import history, requests
from foitrack.desk.desk import Desk, create, open_desk
from foitrack.desk.views import NewRequest
from tests.postgres_server import Server

TODAY = date(2023, 3, 28)
FIRST = NewRequest("River alarms", "Environment Agency")


@pytest.fixture(scope="module")
def team(postgres: Server) -> Iterator[dict[str, str]]:
    """Addresses of one case file, by who opens it; its owner is nobody special on the server."""
    mark = secrets.token_hex(4)
    database = f"O'Brien's 100% cäse {mark}"
    names = {role: f"{role} {mark}" for role in ("owner", "editor", "reader", "stranger")}
    for role, name in names.items():
        right = "CREATEROLE" if role == "owner" else ""
        postgres.execute(f"CREATE ROLE \"{name}\" LOGIN {right} PASSWORD 'secret'")
    postgres.execute(f'CREATE DATABASE "{database}" OWNER "{names["owner"]}" TEMPLATE template0')
    plain = postgres.address("x").rpartition("/")[0].rpartition("@")[2]
    made = {
        role: f"postgresql+psycopg://{quote(name)}:secret@{plain}/{quote(database)}"
        for role, name in names.items()
    }
    desk = create(made["owner"], assets.reference())
    requests.log(desk, FIRST, today=TODAY)
    desk.close()
    given = [f"--{role}={names[role]}" for role in ("editor", "reader")]
    assert main(["--case-file", made["owner"], "roles", *given]) == 0
    yield made
    postgres.execute(f'DROP DATABASE "{database}" WITH (FORCE)')
    for name in (f"{database}_editor", f"{database}_reader", *names.values()):
        postgres.execute(f'DROP ROLE "{name}"')


Opener = Callable[[str], Desk]


@pytest.fixture
def at(team: dict[str, str]) -> Iterator[Opener]:
    """Opens a desk as somebody."""
    opened: list[Desk] = []

    def sit_down(role: str) -> Desk:
        opened.append(open_desk(team[role], assets.reference()))
        return opened[-1]

    yield sit_down
    for one in opened:
        one.close()


def titles(desk: Desk) -> list[str]:
    with desk.case.reading() as session:
        return list(session.scalars(text("SELECT title FROM request ORDER BY id")))


def test_a_reader_reads_and_changes_nothing(team: dict[str, str], at: Opener) -> None:
    desk = at("reader")
    assert desk.case.only_read
    assert titles(desk) == ["River alarms"]
    with pytest.raises(ReadOnlyError, match=r"not change it\. Ask whoever looks after it"):
        requests.log(desk, FIRST, today=TODAY)
    # The server itself keeps it, not this program's good will.
    bold = open_case_file(team["reader"])
    plain = CaseFile(None, bold.engine, bold.server)
    for statement in ("DELETE FROM request", "UPDATE foitrack_format SET version = 1"):
        with pytest.raises(CaseFileError, match="does not let you"), plain.writing() as session:
            session.execute(text(statement))
    bold.close()
    assert titles(desk) == ["River alarms"]


def test_an_editor_does_all_but_bring_it_to_another_format(
    team: dict[str, str], at: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = at("editor")
    made = requests.log(desk, FIRST, today=TODAY).new_id
    assert made is not None
    history.undo(desk)
    history.redo(desk)
    requests.bin(desk, made)
    the_bin.purge(desk, [made])
    assert titles(desk) == titles(at("reader")) == ["River alarms"]
    with pytest.raises(CaseFileError, match="does not let you"), desk.case.writing() as session:
        session.execute(text("UPDATE foitrack_format SET version = 1"))
    monkeypatch.setattr(on_server, "FORMAT", FORMAT + 1)
    with pytest.raises(CaseFileError, match=r"owner .*, who owns it, has to open it once"):
        open_case_file(team["editor"])


def test_new_tables_of_the_owner_are_readable_at_once(team: dict[str, str], at: Opener) -> None:
    owner = at("owner")
    with owner.case.writing() as session:
        session.execute(text("CREATE TABLE IF NOT EXISTS brought_later (id bigserial)"))
    with at("reader").case.reading() as session:
        assert session.scalar(text("SELECT count(*) FROM brought_later")) == 0
    with at("editor").case.writing() as session:
        session.execute(text("INSERT INTO brought_later DEFAULT VALUES"))


def test_a_stranger_is_told_so(team: dict[str, str]) -> None:
    with pytest.raises(CaseFileError, match="does not let you do this; ask whoever looks after"):
        open_case_file(team["stranger"])


def test_the_owner_alone_gives_roles_and_may_do_so_again(
    team: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--case-file", team["owner"], "roles"]) == 0
    assert "read only" in capsys.readouterr().out
    assert main(["--case-file", team["editor"], "roles", "--reader", "ada"]) == 2
    assert "Only owner" in capsys.readouterr().err
    assert main(["--case-file", team["owner"], "roles", "--reader", "nobody we know"]) == 2
    told = capsys.readouterr().err
    assert "knows nobody of one of these names" in told
    assert "secret" not in told


def test_what_is_printed_can_be_run_by_the_keeper(
    team: dict[str, str], postgres: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    owner = open_case_file(team["owner"])
    database, _ = roles.named(owner)
    owner.close()
    assert main(["--case-file", team["owner"], "roles", "--print"]) == 0
    postgres.execute(capsys.readouterr().out, quote(database))


def test_a_file_has_no_roles(empty_made: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--case-file", str(empty_made), "roles"]) == 2
    assert "has no roles" in capsys.readouterr().err


def test_a_reader_at_the_command_line(
    team: dict[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = str(tmp_path / "out.json")
    where = ["--case-file", team["reader"], "--as-at", "2023-03-28"]
    for command in (["list"], ["agenda"], ["show", "1"], ["export", "-o", out]):
        assert main([*where, *command]) == 0, command
    assert main([*where, "add", "--title", "River", "--authority", "Kent Police"]) == 2
    told = capsys.readouterr().err
    assert "You may read" in told
    assert "secret" not in told
