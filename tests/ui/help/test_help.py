"""Help: the guide in the window, by key, at the section of the page one is on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

import ui
from foitrack import assets
from tests.ui.conftest import Settle
from ui.help import guide, sheet
from ui.help.guide import SECTIONS, TEXTS, Spot, anchor_of, spot_of
from ui.help.page import HelpPage
from ui.help.sheet import HelpSheet
from ui.help.trail import Step, Trail
from ui.main_window import SMALLEST, MainWindow
from ui.requests.detail_tabs import HELP, TABS
from ui.requests.new_request import NewRequestDialog
from ui.requests.review_dialog import AskReviewDialog
from ui.shell.pages import PAGES
from ui.shell.shortcut_sheet import ShortcutSheet
from ui.workspace import Workspace


@pytest.fixture
def window(workspace: Workspace, qtbot: QtBot, settle: Settle) -> Iterator[MainWindow]:
    made = MainWindow(workspace, "/somewhere/examples.foitrack")
    qtbot.addWidget(made)
    made.resize(*SMALLEST)
    made.show()
    made.go("casedata")
    settle(workspace)
    yield made
    settle(workspace)


def help_of(window: MainWindow) -> HelpPage:
    page = window.pages.currentWidget()
    assert isinstance(page, HelpPage)
    return page


def press(window: MainWindow, key: Qt.Key, with_: Qt.KeyboardModifier | None = None) -> None:
    QTest.keyClick(window.focusWidget(), key, with_ or Qt.KeyboardModifier.NoModifier)


def headings_of(text: str) -> dict[str, str]:
    document = QTextDocument()
    document.setMarkdown(guide.read(text))
    return {one.anchor: one.words for one in guide.headings(document)}


def test_every_page_and_every_tab_has_a_section_of_the_guide(qapp: object) -> None:
    anchors = {*headings_of(guide.GUIDE), ""}
    assert {page.name for page in PAGES} == set(SECTIONS)
    assert set(TABS) == set(HELP)
    assert {*SECTIONS.values(), *HELP.values()} <= anchors


def test_every_link_of_the_guide_leads_somewhere(qapp: object) -> None:
    for name in TEXTS:
        document = QTextDocument()
        document.setMarkdown(assets.guide_text(name).read_text("utf-8"))
        block = document.begin()
        while block.isValid():
            for part in block.textFormats():
                if part.format.isAnchor():
                    spot = spot_of(part.format.anchorHref(), name)
                    assert spot is not None, part.format.anchorHref()
                    assert spot.anchor in {*headings_of(spot.text), ""}, spot
            block = block.next()


def test_f1_opens_the_section_of_the_page_and_esc_goes_back(
    window: MainWindow, settle: Settle
) -> None:
    press(window, Qt.Key.Key_F1)
    page = help_of(window)
    under = page.text.heading_now()
    assert under is not None
    assert under.words == "Case data"
    assert page.contents.currentItem().text().strip() == "Case data"
    assert page.text.hasFocus()
    press(window, Qt.Key.Key_Escape)
    assert window.pages.current_name == "casedata"
    settle(window.workspace)
    window.go("settings")
    window.actions_by_name["page-help"].trigger()
    under = help_of(window).text.heading_now()
    assert under is not None
    assert under.words == "Settings"


def test_f1_on_a_tab_of_a_request_opens_what_explains_the_tab(
    window: MainWindow, settle: Settle
) -> None:
    window.go("requests", 1)
    settle(window.workspace)
    page = window.pages.currentWidget()
    assert page is not None
    detail = page.detail  # type: ignore[attr-defined]
    detail.tabs.setCurrentIndex(TABS.index("review"))
    detail.tabs.setFocus()
    window.go("help")
    under = help_of(window).text.heading_now()
    assert under is not None
    assert under.anchor == "internal-review"


def test_find_marks_every_place_and_goes_round(window: MainWindow) -> None:
    window.go("help")
    page = help_of(window)
    window.focus_search()
    assert page.find_bar.box.hasFocus()
    page.find_bar.box.setText("passphrase")
    marks = page.text.extraSelections()
    assert len(marks) > 5
    assert page.find_bar.count.text().endswith(f"of {len(marks)}")
    first = page.find_bar.count.text()
    press(window, Qt.Key.Key_Return)
    assert page.find_bar.count.text() != first
    press(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert page.find_bar.count.text() == first
    page.find_bar.step(-1)
    page.find_bar.step(1)
    assert page.find_bar.count.text() == first
    page.find_bar.box.setText("zyzzyva")
    assert page.find_bar.count.text() == "Not found"
    assert page.text.extraSelections() == []


def test_links_lead_on_and_back_leads_back(window: MainWindow) -> None:
    window.go("help")
    page = help_of(window)
    page.go(Spot(guide.GUIDE, "reports"))
    page.text.anchorClicked.emit(QUrl("command-line.md"))
    assert page.text.text_name == "command-line.md"
    assert page.contents.count() == len(page.text.headings)
    page.back.click()
    under = page.text.heading_now()
    assert (page.text.text_name, under and under.anchor) == (guide.GUIDE, "reports")
    page.forward.click()
    assert page.text.text_name == "command-line.md"
    assert not page.forward.isEnabled()
    page.text.anchorClicked.emit(QUrl("https://example.org/"))
    page.text.anchorClicked.emit(QUrl("file:///etc/passwd"))
    assert page.text.text_name == "command-line.md"
    assert page.text.loadResource(2, QUrl("https://example.org/picture.png")) is None


def test_the_contents_are_gone_through_by_key(window: MainWindow) -> None:
    window.go("help")
    page = help_of(window)
    page.contents.setFocus()
    page.contents.setCurrentRow(3)
    QTest.keyClick(page.contents, Qt.Key.Key_Down)
    under = page.text.heading_now()
    assert under == page.text.headings[4]


def test_what_is_read_stays_when_the_width_changes(window: MainWindow) -> None:
    window.go("help")
    page = help_of(window)
    page.go(Spot(guide.GUIDE, "campaigns"))
    window.resize(1400, 900)
    under = page.text.heading_now()
    assert under is not None
    assert under.anchor == "campaigns"


def test_the_sheet_of_keys_is_one_press_away(window: MainWindow) -> None:
    window.go("help")
    help_of(window).shortcuts.click()
    assert window.findChild(ShortcutSheet) is not None


def test_f1_in_a_dialog_opens_its_section_over_it_and_leaves_it_as_it_is(
    window: MainWindow, settle: Settle
) -> None:
    window.new_request()
    [dialog] = window.findChildren(NewRequestDialog)
    settle(window.workspace)
    QTest.keyClick(dialog, Qt.Key.Key_F1)
    [over] = dialog.findChildren(HelpSheet)
    under = over.text.heading_now()
    assert under is not None
    assert under.anchor == "logging-a-request"
    QTest.keyClick(over, Qt.Key.Key_Escape)
    assert not over.isVisible()
    assert dialog.isVisible()
    dialog.reject()


def test_the_dialogs_of_every_part_have_a_section(qapp: object) -> None:
    anchors = {*headings_of(guide.GUIDE), ""}
    assert {*sheet.SECTIONS.values(), *sheet.OWN.values()} <= anchors
    parts = {path.parent.name for path in (Path(ui.__file__).parent).glob("*/*dialog*.py")}
    assert parts - {"requests"} <= {*sheet.SECTIONS}
    assert sheet.section_of(AskReviewDialog) == "internal-review"


def test_anchors_are_those_of_other_readers(qapp: object) -> None:
    assert anchor_of("Backups, and when something breaks") == "backups-and-when-something-breaks"
    document = QTextDocument()
    document.setMarkdown("# One\n\n## Two\n\ntext\n\n## Two\n")
    assert [one.anchor for one in guide.headings(document)] == ["one", "two", "two-1"]


def test_back_and_forward_are_a_trail() -> None:
    trail = Trail()
    one, two, three = (Step("a", number) for number in (1, 2, 3))
    assert trail.back(one) is None
    trail.leave(one)
    trail.leave(two)
    assert trail.back(three) == two
    assert trail.back(two) == one
    assert trail.forward(one) == two
    trail.leave(two)
    assert trail.forward(three) is None
    assert trail.can_go() == (True, False)
