"""Other languages: Welsh as far as it goes, longer words everywhere, and right to left."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QPushButton,
    QScrollArea,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from foitrack import assets
from tests.ui.conftest import Settle
from tests.ui.pseudo import Pseudo, stretched
from ui import language
from ui.commands.readiness import settle as settled
from ui.main_window import SMALLEST, MainWindow
from ui.shell.pages import PAGES
from ui.workspace import Workspace

translate = QCoreApplication.translate


@pytest.fixture
def pseudo(dressed: QApplication) -> Iterator[Pseudo]:
    made = Pseudo(dressed)
    dressed.installTranslator(made)
    yield made
    dressed.removeTranslator(made)


@pytest.fixture
def welsh(dressed: QApplication) -> Iterator[None]:
    language.speak("cy")
    yield
    language.speak("en")


def opened(workspace: Workspace, qtbot: QtBot, settle: Settle) -> MainWindow:
    window = MainWindow(workspace, "/somewhere/examples.foitrack")
    qtbot.addWidget(window)
    window.resize(*SMALLEST)
    window.show()
    settle(workspace)
    return window


def buttons(page: QWidget) -> Iterator[QAbstractButton]:
    """Buttons in sight that say something in words."""
    for kind in (QPushButton, QToolButton):
        for button in page.findChildren(kind):
            alone = isinstance(button, QToolButton) and (
                button.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly
                and not button.icon().isNull()
            )
            if button.isVisible() and button.text() and not alone:
                yield button


def scrolls_across(widget: QWidget) -> bool:
    """Whether it stands in a part of the page that can be moved sideways."""
    above = widget.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    never = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    return above is not None and above.horizontalScrollBarPolicy() is not never


def clipped(window: QWidget) -> list[str]:
    """What buttons in sight have no room for, or stands beyond the window's edge."""
    found = []
    for button in buttons(window):
        shown = button.text().replace("&", "")
        if QFontMetrics(button.font()).horizontalAdvance(shown) > button.width():
            found.append(f"{button.text()} in {button.width()}")
        left = button.mapTo(window, button.rect().topLeft()).x()
        beyond = left < 0 or left + button.width() > window.width()
        if beyond and not scrolls_across(button):
            found.append(f"{button.text()} at {left}")
    return found


def test_longer_words_have_room_on_every_page(
    dressed: QApplication, pseudo: Pseudo, workspace: Workspace, qtbot: QtBot, settle: Settle
) -> None:
    window = opened(workspace, qtbot, settle)
    for spec in PAGES:
        window.go(spec.name)
        settled(dressed, workspace.tasks)
        assert clipped(window) == [], spec.name
        assert window.size().toTuple() == SMALLEST, f"{spec.name} made the window grow"
        assert window.windowTitle().startswith(stretched(spec.title))
    assert {page.title for page in PAGES} <= pseudo.asked


def test_every_word_of_the_menus_can_be_said_otherwise(
    pseudo: Pseudo, workspace: Workspace, qtbot: QtBot, settle: Settle
) -> None:
    window = opened(workspace, qtbot, settle)
    escaped = [
        action.text()
        for entry in window.menuBar().actions()
        for action in [entry, *entry.menu().actions()]  # type: ignore[attr-defined]
        if action.text() and "·" not in action.text()
    ]
    assert escaped == []
    nameless = [item for item in window.sidebar.items.values() if "·" not in item.text()]
    assert nameless == []


def test_from_right_to_left_the_side_bar_stands_at_the_right(
    dressed: QApplication, workspace: Workspace, qtbot: QtBot, settle: Settle
) -> None:
    dressed.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        window = opened(workspace, qtbot, settle)
        for spec in PAGES:
            window.go(spec.name)
            settled(dressed, workspace.tasks)
            assert not window.grab().isNull()
            assert window.sidebar.mapTo(window, window.sidebar.rect().topLeft()).x() > 900
            assert clipped(window) == [], spec.name
    finally:
        dressed.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_welsh_says_what_it_has_and_english_the_rest(welsh: None) -> None:
    assert translate("Pages", "Today") == "Heddiw"
    assert translate("StateChip", "Waiting") == "Yn aros"
    assert translate("Anything", "There is no Welsh for this yet") == (
        "There is no Welsh for this yet"
    )
    assert translate("StateChip", "In review") == "Dan adolygiad"
    assert translate("Elsewhere", "In review") == "In review"
    language.speak("en")
    assert translate("Pages", "Today") == "Today"


def test_no_two_welsh_menus_have_the_same_letter(
    welsh: None, workspace: Workspace, qtbot: QtBot, settle: Settle
) -> None:
    window = opened(workspace, qtbot, settle)
    titles = [entry.text() for entry in window.menuBar().actions()]
    letters = [title.partition("&")[2][:1].lower() for title in titles if "&" in title]
    assert len(letters) == len(set(letters)), titles


def test_every_welsh_word_stands_for_words_that_the_window_says() -> None:
    root = Path(__file__).parents[2]
    said = "\n".join(
        path.read_text("utf-8")
        for path in [*(root / "ui").rglob("*.py"), root / "foitrack" / "law" / "wording.py"]
    )
    catalogue = language.catalogue("cy")
    unsaid = [source for source in catalogue if f'"{source.rpartition("|")[2]}"' not in said]
    assert unsaid == []
    assert all(
        source.count("&") == welsh.count("&") and source.endswith("…") == welsh.endswith("…")
        for source, welsh in catalogue.items()
    )


def test_the_catalogue_lies_with_the_other_resources() -> None:
    assert assets.resource("translations", "cy.toml").is_file()
