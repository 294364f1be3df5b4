"""The window with the examples, as it is pictured: one for all pictures of a module."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QSettings
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from foitrack import assets
from foitrack.desk.desk import open_desk
from tests.ui.conftest import TODAY
from tests.ui.conftest import example_file as example_file
from ui import theme
from ui.app import bare_application
from ui.commands.readiness import settle
from ui.main_window import MainWindow
from ui.workspace import Workspace

Take = Callable[..., QImage]
ARGUMENTS = {"requests": 1, "recording": 1, "campaign": 1}


@pytest.fixture(scope="module")
def pictured(
    qapp: QApplication, example_file: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[MainWindow]:
    """The window; what it remembers is nobody else's."""
    folder = tmp_path_factory.mktemp("pictured")
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(folder))
    bare_application()
    qapp.setCursorFlashTime(0)
    theme.apply(qapp, "light", 1.0)
    shutil.copy(example_file, folder / "examples.foitrack")
    workspace = Workspace(open_desk(folder / "examples.foitrack", assets.reference()), TODAY)
    window = MainWindow(workspace, "examples.foitrack")
    window.show()
    settle(qapp, workspace.tasks)
    yield window
    settle(qapp, workspace.tasks)
    window.close()
    workspace.close()
    # Gone at once: all that is still there is dressed anew with every change of theme.
    window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    theme.apply(qapp, "light", 1.0)


@pytest.fixture
def take(qapp: QApplication, qtbot: QtBot, pictured: MainWindow) -> Take:
    """Brings up a screen and takes its picture, at one or two points of the screen to a point."""

    def picture(screen: str, worn: str, size: tuple[int, int], ratio: int = 1) -> QImage:
        theme.apply(qapp, worn, 1.0)
        pictured.resize(*size)
        pictured.go(screen, ARGUMENTS.get(screen))
        for _ in range(3):
            settle(qapp, pictured.workspace.tasks)
            # A page may take the keyboard once what it shows has come, and only the first time.
            pictured.setFocus()
            qtbot.wait(80)
        image = QImage(size[0] * ratio, size[1] * ratio, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(ratio)
        pictured.render(image)
        return image

    return picture
