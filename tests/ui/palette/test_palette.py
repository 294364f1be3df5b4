"""The palette by keyboard: actions, pages, what the case file holds, and where each leads."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from foitrack.desk import requests
from foitrack.desk.views.found import Hit, HitKind, Marked
from foitrack.reading.findings import Place
from tests.ui.conftest import Settle, settled
from ui import theme
from ui.main_window import MainWindow
from ui.palette.delegate import parts
from ui.palette.destinations import go_to
from ui.palette.fuzzy import match
from ui.palette.palette import Palette
from ui.palette.recent import Recent
from ui.recording.page import RecordPage
from ui.requests.detail import RequestDetailPane
from ui.shell.pages import PAGES
from ui.workspace import Workspace

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


@pytest.fixture
def window(workspace: Workspace, qtbot: QtBot, settle: Settle) -> Iterator[MainWindow]:
    made = MainWindow(workspace, "/somewhere/examples.foitrack")
    qtbot.addWidget(made)
    made.resize(1440, 900)
    made.show()
    made.go("deadlines")
    settle(workspace)
    made.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is made)
    yield made
    settle(workspace)


class Person:
    """Uses nothing but the keys."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window, self._qtbot = window, qtbot

    def focus(self) -> QWidget:
        found = QApplication.focusWidget()
        assert found is not None
        return found

    def press(self, key: Qt.Key, *, ctrl: bool = False) -> None:
        held = Qt.KeyboardModifier
        modifier = held.ControlModifier if ctrl else held.NoModifier
        QTest.keyClick(self.focus(), key, modifier)

    def type(self, words: str) -> None:
        """Type, and wait for what the case file says to it."""
        QTest.keyClicks(self.focus(), words)
        self.wait()

    def call(self) -> Palette:
        self.press(Qt.Key.Key_K, ctrl=True)
        found = self.window.findChild(Palette)
        assert found is not None
        self.wait()
        return found

    def wait(self) -> None:
        palette = self.window.findChild(Palette)
        assert palette is not None
        self._qtbot.waitUntil(lambda: not palette.asking.busy(), timeout=10_000)
        settled(self.window.workspace)

    def lines(self) -> list[str]:
        palette = self.window.findChild(Palette)
        assert palette is not None
        model = palette.model
        return [str(model.index(row).data()) for row in range(model.rowCount())]

    def current(self) -> str:
        palette = self.window.findChild(Palette)
        assert palette is not None
        return str(palette.list.currentIndex().data())

    def enter(self) -> None:
        self.press(Qt.Key.Key_Return)
        # What was chosen is done in the next turn of the event loop.
        self._qtbot.wait(1)
        settled(self.window.workspace)


@pytest.fixture
def person(window: MainWindow, qtbot: QtBot) -> Person:
    return Person(window, qtbot)


def test_it_comes_and_goes_by_key_and_gives_the_keyboard_back(person: Person) -> None:
    before = person.focus()
    palette = person.call()
    QAbstractItemModelTester(palette.model, FATAL)
    assert palette.isVisible()
    assert person.focus() is palette.field
    assert {palette.field.accessibleName(), palette.list.accessibleName()} >= {"Go to anything"}
    person.press(Qt.Key.Key_Escape)
    assert not palette.isVisible()
    assert person.focus() is before
    assert person.call() is palette
    person.press(Qt.Key.Key_K, ctrl=True)
    assert not palette.isVisible()


def test_actions_and_pages_are_found_by_the_beginnings_of_their_words(person: Person) -> None:
    palette = person.call()
    pages = [page.shown_title for page in PAGES if page.in_sidebar]
    assert person.lines()[: len(pages) + 1] == ["Go to", *pages]
    assert "Go to anything" not in person.lines()
    person.type("rec")
    assert person.lines()[:2] == ["Actions", "Record a response"]
    palette.field.clear()
    person.type("rep")
    assert person.lines()[:2] == ["Go to", "Reports"]
    assert "Ctrl+5" in palette.field.accessibleDescription()
    person.enter()
    assert not palette.isVisible()
    assert person.window.pages.current_name == "reports"


def test_what_cannot_be_done_says_why_and_does_nothing(person: Person) -> None:
    palette = person.call()
    person.window.actions_by_name["redo"].setEnabled(False)
    person.press(Qt.Key.Key_Escape)
    person.call()
    person.type("redo")
    assert person.current() == "Redo"
    person.enter()
    assert palette.isVisible()
    assert "nothing to redo" in palette.foot.text()
    assert "nothing to redo" in palette.field.accessibleDescription()


def test_a_request_is_found_by_its_reference_and_stands_first_the_next_time(
    person: Person,
) -> None:
    person.call()
    person.type("01.FOI.22.026570")
    assert person.lines()[0] == "Requests"
    person.enter()
    assert person.window.pages.current_name == "requests"
    (pane,) = person.window.findChildren(RequestDetailPane)
    detail = pane.detail()
    assert detail is not None
    assert detail.row.references == ("01.FOI.22.026570",)
    person.call()
    assert person.lines()[:2] == ["Chosen lately", detail.row.title]
    assert detail.row.title not in "".join(Recent(person.window.place).chosen())


def test_enter_before_the_answer_waits_for_what_was_typed(person: Person, qtbot: QtBot) -> None:
    palette = person.call()
    person.type("Metropolitan")
    QTest.keyClicks(palette.field, " zzzz")
    person.press(Qt.Key.Key_Return)
    person.wait()
    assert palette.isVisible()
    palette.field.clear()
    QTest.keyClicks(palette.field, "15350")
    person.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: person.window.pages.current_name == "requests", timeout=10_000)
    (pane,) = person.window.findChildren(RequestDetailPane)
    qtbot.waitUntil(lambda: pane.detail() is not None, timeout=10_000)
    detail = pane.detail()
    assert detail is not None
    assert "15350" in detail.row.references


def test_up_and_down_go_over_headings_and_round(person: Person) -> None:
    palette = person.call()
    person.type("social media")
    rows = palette.model.entries()
    assert palette.list.currentIndex().row() == rows[0] == 1
    person.press(Qt.Key.Key_Up)
    assert palette.list.currentIndex().row() == rows[-1]
    person.press(Qt.Key.Key_Down)
    assert palette.list.currentIndex().row() == rows[0]
    for row in rows[1:]:
        person.press(Qt.Key.Key_Tab)
        assert palette.list.currentIndex().row() == row


def test_enter_opens_a_document_with_the_passage_chosen(person: Person) -> None:
    palette = person.call()
    person.type('"gross misconduct" Avon')
    row = person.lines().index("In documents") + 1
    while palette.list.currentIndex().row() != row:
        person.press(Qt.Key.Key_Down)
    person.enter()
    assert person.window.pages.current_name == "recording"
    (page,) = person.window.findChildren(RecordPage)
    assert page.document.text.textCursor().selectedText().lower() == "gross misconduct"


def test_case_rows_and_authorities_lead_to_their_pages(person: Person) -> None:
    person.call()
    person.type("sergeant twitter")
    assert person.lines()[0] == "In case data"
    person.enter()
    assert person.window.pages.current_name == "recording"
    person.call()
    person.type("tayside")
    person.type(" zzzz")
    assert person.lines() == []
    palette = person.window.findChild(Palette)
    assert palette is not None
    assert palette.foot.text().startswith("Nothing found")
    # It stands where the eye is too, in the middle of the empty list.
    assert palette.list.nothing == palette.foot.text()
    palette.field.setText("tayside")
    person.wait()
    assert palette.list.nothing == ""


def test_what_went_into_the_bin_is_not_recalled(person: Person) -> None:
    workspace = person.window.workspace
    person.call()
    person.type("15350")
    person.enter()
    first = Recent(person.window.place).ids("request")
    requests.bin(workspace.desk, first[0])
    workspace.announce_changes()
    person.call()
    assert "Chosen lately" not in person.lines()


@pytest.mark.parametrize(
    ("typed", "name", "meant"),
    [
        ("nr", "New request", ["N", "r"]),
        ("rec res", "Record a response", ["Rec", "res"]),
        ("ete", "Été en ville", ["Été"]),
        ("newreq", "New request", ["New", "req"]),
        ("quest", "New request", None),
        ("rn", "New request", None),
        ("new x", "New request", None),
    ],
)
def test_names_are_found_by_beginnings(typed: str, name: str, meant: list[str] | None) -> None:
    found = match(typed, name)
    assert (found and [name[start:end] for start, end in found.spans]) == meant


def test_a_whole_beginning_is_meant_before_scattered_letters() -> None:
    whole, scattered = match("re", "Reports"), match("re", "Restore everything")
    letters = match("re", "Run export")
    assert whole is not None
    assert scattered is not None
    later = match("re", "New request")
    assert later is not None
    assert scattered < later
    assert letters is not None
    assert whole < scattered < letters


def test_marks_split_words_without_losing_any() -> None:
    words = Marked("one two three", ((0, 3), (8, 13)))
    assert parts(words) == [("one", True), (" two ", False), ("three", True)]


@pytest.mark.parametrize(
    ("hit", "page"),
    [
        (Hit(HitKind.NOTE, Marked("n"), request_id=3), ("requests", (3, "notes"))),
        (
            Hit(HitKind.NOTE, Marked("n"), request_id=3, on_event=True),
            ("requests", (3, "timeline")),
        ),
        (Hit(HitKind.NOTE, Marked("n"), campaign_id=4), ("campaign", 4)),
        (Hit(HitKind.NOTE, Marked("n"), authority="A"), ("authorities", "A")),
        (Hit(HitKind.CAMPAIGN, Marked("c"), campaign_id=4), ("campaign", 4)),
        (
            Hit(HitKind.CASE_ROW, Marked("r"), request_id=3, response_id=5),
            ("requests", (3, "casedata")),
        ),
        (
            Hit(HitKind.DOCUMENT, Marked("d"), response_id=5, document_id=6, place=Place(start=1)),
            ("recording", (5, Place(start=1), 6)),
        ),
    ],
)
def test_each_hit_leads_to_its_place(hit: Hit, page: tuple[str, object]) -> None:
    assert go_to(hit) == page


def test_what_a_page_does_by_its_buttons_is_found_too(person: Person) -> None:
    person.window.go("reports")
    settled(person.window.workspace)
    person.call()
    lines = person.lines()
    assert {"Save PDF", "Print"} <= set(lines)
    assert len(lines) == len(set(lines))
    person.type("conf all")
    assert "Confirm all found" not in person.lines()
    person.press(Qt.Key.Key_Escape)
    person.window.go("recording", 1)
    settled(person.window.workspace)
    person.call()
    person.type("open orig")
    assert person.current() == "Open the original"
    person.press(Qt.Key.Key_Escape)


def test_theme_and_text_size_are_found_under_a_name_that_says_what_they_are(
    person: Person, qtbot: QtBot
) -> None:
    person.call()
    person.type("theme dark")
    assert person.current() == "Theme: Dark"
    person.enter()
    assert theme.theme_name() == "dark"
    person.call()
    person.type("text 125")
    assert person.current() == "Text size: 125 %"
    with qtbot.waitSignal(person.window.text_size_wanted) as asked:
        person.enter()
    assert asked.args == [125]
    theme.apply(QApplication.instance(), "light")  # type: ignore[arg-type]
