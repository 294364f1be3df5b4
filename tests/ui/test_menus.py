"""Every menu there is, on every page, under buttons too: no letter leads to two entries."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Settle
from ui import language
from ui.main_window import MainWindow
from ui.shell.pages import PAGES
from ui.workspace import Workspace

LETTER = re.compile(r"&([^&\s])")
ARGUMENTS = {"requests": 1, "recording": 1, "campaign": 1}


@pytest.fixture
def spoken(request: pytest.FixtureRequest) -> Iterator[str]:
    language.speak(request.param)
    yield request.param
    language.speak("en")


def twice(menu: QMenu) -> list[str]:
    """Letters that a menu gives to more than one of its entries."""
    texts = [one.text().replace("&&", "") for one in menu.actions() if one.isVisible()]
    letters = Counter(found.group(1).lower() for text in texts if (found := LETTER.search(text)))
    return [f"{letter} twice in {texts}" for letter, times in letters.items() if times > 1]


def filled(window: MainWindow, settle: Settle) -> list[QMenu]:
    """All menus of the window, with what they show when they come up."""
    for menu in window.findChildren(QMenu):
        menu.aboutToShow.emit()
    settle(window.workspace)
    return window.findChildren(QMenu)


@pytest.mark.parametrize("spoken", ["en", "cy"], indirect=True)
def test_no_letter_leads_to_two_entries(
    workspace: Workspace, qtbot: QtBot, settle: Settle, spoken: str
) -> None:
    window = MainWindow(workspace, "/somewhere/examples.foitrack")
    qtbot.addWidget(window)
    window.show()
    found: list[str] = []
    seen = 0
    for spec in PAGES:
        window.go(spec.name, ARGUMENTS.get(spec.name))
        settle(workspace)
        # What a page lends to the menu bar is there only while it is up.
        lent = [entry.menu() for entry in window.menuBar().actions()]
        found += [f"{spec.name}: {one}" for menu in lent for one in twice(menu)]  # type: ignore[arg-type]
    for menu in filled(window, settle):
        seen += bool(menu.actions())
        found += twice(menu)
    assert found == []
    assert seen > 30


def test_the_crawl_sees_what_is_wrong(qtbot: QtBot) -> None:
    menu = QMenu()
    qtbot.addWidget(menu)
    for words in ("&Save", "&Send", "Tom && &Anna", "&Alone"):
        menu.addAction(words)
    hidden = menu.addAction("&Silent")
    hidden.setVisible(False)
    assert [one.partition(" ")[0] for one in twice(menu)] == ["s", "a"]
