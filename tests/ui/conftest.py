"""What the window's tests share: bundled type, settings of their own, a small real case file."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QEventLoop, QSettings, QTimer
from PySide6.QtWidgets import QApplication

from foitrack import assets
from foitrack.desk.desk import open_desk
from tests.ui.pseudo import Pseudo
from tests.ui.today import rich_case
from ui import theme
from ui.app import bare_application
from ui.workspace import Workspace

TODAY = date(2023, 3, 28)
Settle = Callable[[Workspace], None]


@pytest.fixture(autouse=True)
def settings_apart(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Nothing that a test remembers reaches another test or the person's own window."""
    # The windows of the test before go now: a change of theme would dress them once more.
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    folder = tmp_path_factory.mktemp("settings")
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(folder))


@pytest.fixture(autouse=True, scope="module")
def nothing_left() -> Iterator[None]:
    """What the tests of a module leave goes: in every later change of theme it would take part.

    A widget that nobody closes lives on where it and its signals know each other.
    """
    yield
    if QApplication.instance() is not None:
        for left in QApplication.topLevelWidgets():
            left.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def dressed(qapp: QApplication) -> QApplication:
    """The application with bundled type, in light colours, at the design's text size."""
    bare_application()
    theme.apply(qapp, "light", 1.0)
    return qapp


@pytest.fixture
def pseudo(dressed: QApplication) -> Iterator[Pseudo]:
    """A language that nobody speaks, so that words that escape it are seen."""
    made = Pseudo(dressed)
    dressed.installTranslator(made)
    yield made
    dressed.removeTranslator(made)


@pytest.fixture(scope="session")
def example_file(examples_made: Path) -> Path:
    """The case file of the five examples, made once by the path a person takes."""
    return examples_made


@pytest.fixture(scope="module")
def unaltered(
    qapp: QApplication, example_file: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Workspace]:
    """A workspace on a copy of the examples, for all tests of a module that only look at it."""
    folder = tmp_path_factory.mktemp("unaltered")
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(folder))
    bare_application()
    theme.apply(qapp, "light", 1.0)
    path = Path(shutil.copy(example_file, folder / "examples.foitrack"))
    made = Workspace(open_desk(path, assets.reference()), TODAY)
    yield made
    made.close()


@pytest.fixture
def workspace(dressed: QApplication, example_file: Path, tmp_path: Path) -> Iterator[Workspace]:
    """A workspace on a copy of the examples, as at 28 March 2023."""
    path = tmp_path / "examples.foitrack"
    shutil.copy(example_file, path)
    made = Workspace(open_desk(path, assets.reference()), TODAY)
    yield made
    made.close()


@pytest.fixture
def empty_workspace(dressed: QApplication, empty_made: Path, tmp_path: Path) -> Iterator[Workspace]:
    """A workspace on a case file with nothing in it."""
    path = tmp_path / "empty.foitrack"
    shutil.copy(empty_made, path)
    made = Workspace(open_desk(path, assets.reference()), TODAY)
    yield made
    made.close()


@pytest.fixture(scope="session")
def rich_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two dozen invented requests in every state, made once."""
    path = tmp_path_factory.mktemp("rich") / "rich.foitrack"
    rich_case.build(path).desk.close()
    return path


@pytest.fixture
def rich(dressed: QApplication, rich_file: Path, tmp_path: Path) -> Iterator[Workspace]:
    """A workspace on a copy of them."""
    path = tmp_path / "rich.foitrack"
    shutil.copy(rich_file, path)
    made = Workspace(open_desk(path, assets.reference()), TODAY)
    yield made
    made.close()


@pytest.fixture
def settle(qapp: QApplication) -> Settle:
    """Waits until all that was asked of the desk has come back."""
    return settled


def settled(workspace: Workspace) -> None:
    """Wait for what was asked of the desk; woken by each result, not looking every so often."""
    tasks = workspace.tasks
    if tasks.idle():
        return
    loop, overdue = QEventLoop(), QTimer()
    overdue.setSingleShot(True)
    overdue.timeout.connect(loop.quit)
    tasks.calm.connect(loop.quit)
    overdue.start(20_000)
    while not tasks.idle() and overdue.isActive():
        loop.exec()
        # What came back may ask for more once it is laid out.
        QApplication.processEvents()
    tasks.calm.disconnect(loop.quit)
    assert tasks.idle(), "what was asked of the desk has not come back"
