"""Opening a team's database from the window, and its window's other way in: the command line."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtWidgets import QCheckBox, QLineEdit, QSpinBox
from pytestqt.qtbot import QtBot

from foitrack import assets
from foitrack.desk import requests, servers
from foitrack.desk.desk import Desk, open_desk
from foitrack.desk.servers import Place, place_of
from foitrack.desk.views import DeskError
from tests.postgres_server import Server
from tests.ui.conftest import TODAY, Settle
from tests.ui.team.conftest import settled
from tests.ui.test_commands import foitrack
from ui.commands.case_file import open_asked
from ui.main_window import MainWindow
from ui.remembered import recent_servers
from ui.session import Session
from ui.team.company import Company
from ui.team.server_dialog import ServerDialog
from ui.workspace import Workspace


class Keyring(SimpleNamespace):
    """A keyring that keeps what it is given as long as the test runs."""

    def __init__(self) -> None:
        class KeyringError(Exception):
            pass

        super().__init__(kept={}, errors=SimpleNamespace(KeyringError=KeyringError))

    def get_keyring(self) -> SimpleNamespace:
        return SimpleNamespace(priority=5)

    def get_password(self, service: str, name: str) -> str | None:
        assert service == "foitrack"
        found: str | None = self.kept.get(name)
        return found

    def set_password(self, service: str, name: str, password: str) -> None:
        assert service == "foitrack"
        self.kept[name] = password


@pytest.fixture
def keyring(monkeypatch: pytest.MonkeyPatch) -> Keyring:
    made = Keyring()
    monkeypatch.setitem(sys.modules, "keyring", made)
    monkeypatch.setitem(sys.modules, "keyring.errors", made.errors)
    return made


@pytest.fixture
def window(workspace: Workspace, qtbot: QtBot, settle: Settle) -> Iterator[MainWindow]:
    assert workspace.desk.case.path is not None
    made = MainWindow(workspace, str(workspace.desk.case.path))
    qtbot.addWidget(made)
    made.show()
    settle(workspace)
    yield made
    settle(workspace)


def filled(window: MainWindow, postgres: Server, address: str, password: str) -> ServerDialog:
    window.actions_by_name["open-server"].trigger()
    dialog = window.findChild(ServerDialog)
    assert dialog is not None
    dialog.host.setText("127.0.0.1")
    dialog.port.setValue(postgres.port)
    dialog.database.setText(address.rpartition("/")[2])
    dialog.user.setText("tester")
    dialog.password.setText(password)
    return dialog


def test_it_opens_with_the_right_password_and_has_it_kept(
    window: MainWindow, postgres: Server, address: str, settle: Settle, keyring: Keyring
) -> None:
    opened: list[Desk] = []
    window.server_opened.connect(opened.append)
    dialog = filled(window, postgres, address, "wrong")
    dialog.keep.setChecked(True)
    dialog.accept()
    settle(window.workspace)
    assert "does not let you in" in dialog.problem.text()
    assert "wrong" not in dialog.problem.text().split()
    assert dialog.host.text() == "127.0.0.1"
    assert keyring.kept == {}
    dialog.password.setText(postgres.password)
    dialog.accept()
    settle(window.workspace)
    [desk] = opened
    assert requests.detail(desk, 1, today=TODAY).row.title == "River alarms"
    assert keyring.kept == {desk.case.address: postgres.password}
    desk.close()
    # From now on the address is enough.
    again = servers.open_server(desk.case.address, "", assets.reference())
    again.close()


def test_a_case_file_is_made_in_an_empty_database(
    window: MainWindow, postgres: Server, settle: Settle
) -> None:
    opened: list[Desk] = []
    window.server_opened.connect(opened.append)
    empty = postgres.fresh()
    dialog = filled(window, postgres, empty, postgres.password)
    dialog.accept()
    settle(window.workspace)
    assert "is not a case file" in dialog.problem.text()
    dialog.make.setChecked(True)
    dialog.accept()
    settle(window.workspace)
    [desk] = opened
    desk.close()
    open_desk(empty, assets.reference()).close()
    postgres.drop(empty)


def test_what_is_missing_is_said_and_every_field_has_a_name(window: MainWindow) -> None:
    window.files.choose_server()
    dialog = window.findChild(ServerDialog)
    assert dialog is not None
    dialog.accept()
    assert "server's name" in dialog.problem.text()
    for kind in (QLineEdit, QSpinBox):
        for field in dialog.findChildren(kind):
            assert field.accessibleName() or isinstance(field.parent(), QSpinBox)
    assert all(box.text() for box in dialog.findChildren(QCheckBox))
    assert dialog.password.echoMode() is QLineEdit.EchoMode.Password
    dialog.reject()


@pytest.mark.parametrize(
    "place",
    [
        Place("db.example.org", "cases", "ada"),
        Place("::1", "our cases", "ada@home", 5433),
        Place("127.0.0.1", "ünsere/fälle?", "", 1),
    ],
)
def test_an_address_holds_what_was_typed(place: Place) -> None:
    assert place_of(place.address()) == place
    secret = servers.with_password(place.address(), "s:e/c@r?t")
    assert place_of(secret) == place


WRONG = [
    Place("", "c", "a"),
    Place("a b", "c", "a"),
    Place("h", " ", "a"),
    Place("h", "c", "a", 0),
]


@pytest.mark.parametrize("place", WRONG)
def test_what_cannot_be_an_address_is_said(place: Place) -> None:
    with pytest.raises(DeskError, match="Nothing was opened"):
        servers.checked(place)


def test_recent_ones_open_again_or_ask_for_the_password(
    session: Session, qtbot: QtBot, address: str, postgres: Server, keyring: Keyring
) -> None:
    window = session.window
    assert window is not None
    settled(qtbot, window)
    [known] = recent_servers()
    assert postgres.password not in known
    session.opening.open_server(known)
    settled(qtbot, window)
    dialog = window.findChild(ServerDialog)
    assert dialog is not None
    assert dialog.database.text() == address.rpartition("/")[2]
    assert "does not let you in" in dialog.problem.text()
    dialog.reject()
    keyring.kept[known] = postgres.password
    session.opening.open_server(known)
    qtbot.waitUntil(lambda: session.window is not window, timeout=20_000)
    assert session.window is not None
    settled(qtbot, session.window)
    assert session.window.place == known


def test_the_command_opens_it_by_its_address(postgres: Server, address: str) -> None:
    desk, place = open_asked(argparse.Namespace(case_file=address))
    assert place == desk.case.address
    assert postgres.password not in place
    desk.close()


@pytest.mark.extended
def test_the_command_opens_it_and_shows_no_password(postgres: Server, address: str) -> None:
    run = foitrack("--case-file", address, "open", "--quit-when-ready")
    assert run.returncode == 0, run.stderr
    assert json.loads(run.stdout)["list_ms"] > 0
    assert postgres.password not in run.stdout + run.stderr


def test_what_the_command_line_writes_shows_in_a_window_on_a_file(
    dressed: object, qtbot: QtBot, example_file: Path, tmp_path: Path
) -> None:
    path = tmp_path / "examples.foitrack"
    path.write_bytes(example_file.read_bytes())
    session = Session(dressed, lambda: TODAY)  # type: ignore[arg-type]
    window = session.show(open_desk(path, assets.reference()), str(path), "requests")
    company = window.findChild(Company)
    assert company is not None
    qtbot.waitUntil(company._watch.ready.is_set, timeout=20_000)
    told: list[object] = []
    window.workspace.changed.connect(told.append)
    other = open_desk(path, assets.reference())
    requests.edit(other, 1, notes="By the command line")
    other.close()
    company._watch.look_now()
    qtbot.waitUntil(lambda: bool(told), timeout=20_000)
    assert window.notice.label.text().startswith("Changed by")
    settled(qtbot, window)
    session.close()
    assert not path.with_name(f"{path.name}-wal").exists()
