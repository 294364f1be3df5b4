"""Opening a case file: off the window's thread, asking for what it needs, saying why it cannot."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from foitrack import assets
from ui.core_words import told

if TYPE_CHECKING:
    from foitrack.desk.desk import Desk
    from ui.session import Session

EXAMPLES = "examples.foitrack"


class Opening(QObject):
    """What cannot be opened leaves the case file shown now as it is."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session

    def open_file(self, path: Path) -> None:
        """Open another case file, or say why it cannot be and stay with this one."""
        from foitrack.desk.desk import open_desk

        self._load(path, lambda: open_desk(path, assets.reference()))

    def open_server(self, address: str) -> None:
        """Open a case file on a server; a password that is not known is asked for."""
        from foitrack.desk.servers import open_server

        window = self._session.window
        assert window is not None
        window.workspace.read(
            lambda: open_server(address, "", assets.reference()),
            self.show_server,
            lambda problem: self._no_server(address, problem),
            window.tr("Opening the case file"),
        )

    def show_server(self, desk: Desk) -> None:
        """Show a case file on a server."""
        self._session.show(desk, desk.case.address)

    def show_and_say(self, path: Path, desk: Desk, said: str) -> None:
        """Show a case file that has just been made or mended, and say what came of it."""
        self._session.show(desk, str(path)).workspace.notice.emit(said, False)

    def _no_server(self, address: str, problem: Exception) -> None:
        from foitrack.desk.others import NotLetInError, OutOfReachError

        if self._session.window is None:
            return
        if isinstance(problem, NotLetInError | OutOfReachError):
            self._session.window.files.choose_server(address, told(problem))
        else:
            self._session.window.say_problem(problem)

    def new_file(self, path: Path) -> None:
        """Make a new case file and open it."""
        from foitrack.desk.desk import create

        self._load(path, lambda: create(path, assets.reference()))

    def open_examples(self) -> None:
        """Open the five examples, made afresh where they are not there yet."""
        from foitrack.asked import usual_case_file

        path = usual_case_file().with_name(EXAMPLES)

        def load() -> Desk:
            from foitrack.desk import demo
            from foitrack.desk.desk import open_desk

            if path.exists():
                return open_desk(path, assets.reference())
            path.parent.mkdir(parents=True, exist_ok=True)
            return demo.build(
                path, assets.reference(), assets.seed_folder(), today=self._session.today()
            )

        self._load(path, load)

    def _load(self, path: Path, load: Callable[[], Desk]) -> None:
        window = self._session.window
        assert window is not None

        def failed(problem: Exception) -> None:
            if isinstance(problem, PassphraseNeededError):
                self._ask_for_passphrase(path, load)
            else:
                self._not_opened(path, problem)

        from foitrack.desk.protection import PassphraseNeededError

        label = window.tr("Opening the case file")
        window.workspace.read(load, partial(self._show, path), failed, label)

    def _show(self, path: Path, desk: Desk) -> None:
        self._session.show(desk, str(path))

    def _ask_for_passphrase(self, path: Path, load: Callable[[], Desk]) -> None:
        from ui.protection.dialogs import OpenDialog

        dialog = OpenDialog(path, self._session.window)
        dialog.opened.connect(lambda _: self._load(path, load))
        dialog.found_damaged.connect(lambda said: self._offer_backups(path, said))
        dialog.open()

    def _not_opened(self, path: Path, problem: Exception) -> None:
        from foitrack.desk import safety
        from foitrack.errors import PlainError

        if isinstance(problem, PlainError) and safety.is_damaged(path):
            self._offer_backups(path, told(problem))
        elif self._session.window is not None:
            self._session.window.say_problem(problem)

    def _offer_backups(self, path: Path, problem: str) -> None:
        from ui.safety.unopened import Damaged

        damaged = Damaged(path, problem, self._session.window)
        damaged.opened.connect(lambda desk, its, said: self.show_and_say(its, desk, said))
        damaged.begin()
