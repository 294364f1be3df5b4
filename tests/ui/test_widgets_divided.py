"""The divider between two panes is reached by Tab, moved by the arrows, and remembered."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Settle
from ui import theme
from ui.main_window import MainWindow
from ui.remembered import recall_shape
from ui.requests.page import RequestsPage
from ui.widgets.divided import Divider
from ui.workspace import Workspace

Key = Qt.Key


def test_the_list_of_requests_gets_more_room_by_key(
    workspace: Workspace, qtbot: QtBot, settle: Settle
) -> None:
    window = MainWindow(workspace, "examples.foitrack")
    qtbot.addWidget(window)
    window.resize(1440, 900)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    window.go("requests")
    settle(workspace)
    page = window.pages.currentWidget()
    assert isinstance(page, RequestsPage)
    for _ in range(40):
        at = QApplication.focusWidget()
        if isinstance(at, Divider):
            break
        window.focusNextChild()
    assert isinstance(at, Divider)
    before = page.splitter.sizes()
    for _ in range(3):
        QTest.keyClick(at, Key.Key_Up)
    after = page.splitter.sizes()
    assert after[0] < before[0] - 60
    assert after[1] > before[1] + 60
    QTest.keyClick(at, Key.Key_Home)
    # As far as the list can do with, but never away.
    assert 0 < page.splitter.sizes()[0] <= after[0]
    QTest.keyClick(at, Key.Key_End)
    assert page.splitter.sizes()[0] > before[0]
    kept = recall_shape("requests-splitter")
    assert kept == page.splitter.saveState()
    assert page.splitter.handleWidth() == theme.px(3)
    picture = at.grab().toImage()
    middle = picture.pixelColor(picture.width() // 2, picture.height() // 2)
    assert middle == QColor(theme.tokens().accent)
    window.focusNextChild()
    QApplication.processEvents()
    assert not at.hasFocus()
    assert page.splitter.handleWidth() == 1
