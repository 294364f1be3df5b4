"""Large text in the smallest window: nothing is cut off, nothing lies over anything else."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.ui.accessible.dialogs import DIALOGS
from tests.ui.accessible.room import cramped
from tests.ui.accessible.test_crawl import ARGUMENTS
from tests.ui.conftest import Settle
from ui import theme
from ui.main_window import MainWindow
from ui.palette.palette import Palette
from ui.requests.detail import RequestDetailPane
from ui.requests.page import RequestsPage
from ui.schemas.page import SchemasPage
from ui.shell.pages import PAGES
from ui.workspace import Workspace

SMALL, USUAL = (1024, 640), (1440, 900)
Open = Callable[[Workspace, float, tuple[int, int]], MainWindow]


@pytest.fixture
def opened(dressed: QApplication, qtbot: QtBot, settle: Settle) -> Iterator[Open]:
    """Opens the window at a text size."""
    windows: list[MainWindow] = []

    def make(workspace: Workspace, scale: float, size: tuple[int, int]) -> MainWindow:
        theme.apply(dressed, "light", scale)
        window = MainWindow(workspace, "/somewhere/examples.foitrack")
        windows.append(window)
        qtbot.addWidget(window)
        window.resize(*size)
        window.show()
        settle(workspace)
        return window

    yield make
    for window in windows:
        settle(window.workspace)
    theme.apply(dressed, "light", 1.0)


def faults(window: MainWindow, settle: Settle) -> dict[str, list[str]]:
    """What is cramped, page by page."""
    found: dict[str, list[str]] = {}
    for spec in PAGES:
        window.go(spec.name, ARGUMENTS.get(spec.name))
        for _ in range(3):
            # What came is laid out, which may make room for bars, and is then laid out anew.
            settle(window.workspace)
            QApplication.processEvents()
        if what := cramped(window):
            found[spec.name] = what
    return found


def test_every_page_with_text_twice_as_large_in_the_smallest_window(
    opened: Open, rich: Workspace, settle: Settle
) -> None:
    window = opened(rich, 2.0, SMALL)
    assert faults(window, settle) == {}
    # What scrolls aside is not cut off, yet nobody reads a form that way.
    [columns] = window.findChildren(SchemasPage)
    assert columns.sides.editor.horizontalScrollBar().maximum() == 0


@pytest.mark.extended
@pytest.mark.parametrize("size", [SMALL, USUAL], ids=["small", "usual"])
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("which", ["rich", "workspace"])
def test_every_page_at_every_text_size(
    opened: Open,
    request: pytest.FixtureRequest,
    settle: Settle,
    which: str,
    scale: float,
    size: tuple[int, int],
) -> None:
    workspace: Workspace = request.getfixturevalue(which)
    assert faults(opened(workspace, scale, size), settle) == {}


@pytest.mark.extended
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_every_dialog_at_every_text_size(
    opened: Open, workspace: Workspace, settle: Settle, scale: float
) -> None:
    window = opened(workspace, scale, SMALL)
    found: dict[type[QDialog], list[str]] = {}
    for kind, make in DIALOGS.items():
        dialog = make(window)
        dialog.open()
        settle(workspace)
        QApplication.processEvents()
        if what := cramped(dialog):
            found[kind] = what
        dialog.hide()
    assert found == {}


def test_what_comes_up_over_a_page(opened: Open, rich: Workspace, settle: Settle) -> None:
    window = opened(rich, 2.0, SMALL)
    window.go("requests", 1)
    settle(rich)
    pane = next(p for p in window.findChildren(RequestDetailPane) if p.isVisible())
    pane.explain_due()
    popover = pane.why_popover()
    assert popover is not None and popover.isVisible()
    QApplication.processEvents()
    assert cramped(popover) == []
    popover.close_popover()
    window.go_to_anything()
    palette = window.findChild(Palette)
    assert palette is not None and palette.isVisible()
    palette.field.setText("police")
    palette.asking.ask_at_once()
    settle(rich)
    assert cramped(palette) == []


def test_a_bar_that_says_what_went_wrong_takes_its_room_from_the_list(
    opened: Open, rich: Workspace, settle: Settle
) -> None:
    window = opened(rich, 2.0, SMALL)
    window.go("requests")
    settle(rich)
    [page] = [one for one in window.findChildren(RequestsPage) if one.isVisible()]
    said = (
        "The list could not be read: the disk is full. Nothing was lost. Make room and try again."
    )
    page.list.error.say(said)
    for _ in range(3):
        QApplication.processEvents()
    assert page.list.error.isVisible()
    assert cramped(window) == []


def test_what_is_cramped_is_seen(dressed: QApplication, qtbot: QtBot) -> None:
    top = QWidget()
    qtbot.addWidget(top)
    top.resize(300, 200)
    label, button = QLabel("A few words that stand on one line", top), QPushButton("Save", top)
    label.setGeometry(10, 10, 260, 30)
    button.setGeometry(10, 60, 120, 40)
    top.show()
    assert cramped(top) == []
    label.resize(60, 30)
    [cut] = cramped(top)
    assert cut.startswith("QLabel 'A few words")
    label.setWordWrap(True)
    label.resize(260, 4)
    assert "high, needs" in cramped(top)[0]
    label.resize(260, 70)
    assert cramped(top) == [
        "QLabel 'A few words that stand on one line' lies over QPushButton 'Save'"
    ]
    label.hide()
    button.move(250, 60)
    assert "out of sight" in cramped(top)[0]


def test_what_can_be_scrolled_to_is_not_cut_off(dressed: QApplication, qtbot: QtBot) -> None:
    area, inside = QScrollArea(), QWidget()
    qtbot.addWidget(area)
    column = QVBoxLayout(inside)
    for number in range(20):
        column.addWidget(QCheckBox(f"Line {number}"))
    row = QHBoxLayout()
    row.addWidget(QLabel("In one line " * 9))
    column.addLayout(row)
    area.setWidget(inside)
    area.resize(200, 100)
    area.show()
    assert cramped(area) == []
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    assert any("In one line" in fault for fault in cramped(area))
