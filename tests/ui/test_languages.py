"""Other languages: Welsh as far as it goes, longer words everywhere, and right to left."""

from __future__ import annotations

import getpass
import re
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QScrollArea,
    QTimeEdit,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from foitrack import assets
from foitrack.law.wording import OUTCOME_WORDS, REVIEW_WORDS, STATE_WORDS
from tests.translatable import every_word
from tests.ui.accessible.dialogs import DIALOGS as DIALOGS_MADE
from tests.ui.conftest import Settle
from tests.ui.pseudo import Pseudo, stretched
from ui import language, law_words
from ui.commands.readiness import settle as settled
from ui.main_window import SMALLEST, MainWindow
from ui.recording.finding_editor import choices_of
from ui.requests.page import RequestsPage
from ui.settings.notifying import Notifications
from ui.shell.pages import PAGES
from ui.widgets.chart import BarChart
from ui.widgets.date_field import DateField
from ui.widgets.field_icon import FieldIcon
from ui.widgets.filter_pill import FilterPill
from ui.widgets.search_box import SearchBox
from ui.workspace import Workspace

translate = QCoreApplication.translate


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


def cut(window: QWidget) -> list[str]:
    """Labels of one line in sight that have less room than their words take."""
    return [
        label.text()
        for label in window.findChildren(QLabel)
        if type(label) is QLabel
        and label.isVisible()
        and not label.wordWrap()
        and "<" not in label.text()
        and not label.visibleRegion().isEmpty()
        and max(
            map(label.fontMetrics().horizontalAdvance, label.text().replace("&", "").split("\n")),
            default=0,
        )
        > label.width() + 1
    ]


KEPT_AS_IT_IS = re.compile(
    r"[\d\s%/–-]*$"  # figures
    r"|\S*[/\\]\S*|.*\.(txt|foitrack)$|/.* backups$|GOV\.UK bank holidays"  # files, sources
    r"|Freedom of Information |Environmental Information "  # names of Acts
    r"|English$|Cymraeg$|FOI Track$"
    r"|.*\b(January|February|March|April|May|June|July|August|September|October|November|December)"
    r"( \d{4})?$"  # dates are in English in every language
    r"|.*(\bPolice\b|social media|[Ff]acebook)"  # what the case file holds
    r"|(Rank|Allegation|Authority|Outcome|Platform)$"  # columns of a schema, which is data
)


def in_english(window: QWidget) -> set[str]:
    """Words in sight that no translator was asked for, and that are the window's own."""
    said: set[str] = set()
    for widget in window.findChildren(QWidget):
        if not widget.isVisible():
            continue
        said.add(widget.toolTip())
        if isinstance(widget, QLabel | QAbstractButton):
            said.add(widget.text())
        if isinstance(widget, QLineEdit):
            said.add(widget.placeholderText())
        if isinstance(widget, QHeaderView) and widget.model() is not None:
            across = Qt.Orientation.Horizontal
            if widget.orientation() is across:
                said |= {str(widget.model().headerData(n, across)) for n in range(widget.count())}
    own = {words for words in said if words and words != getpass.getuser()}
    return {words for words in own if "·" not in words and not KEPT_AS_IT_IS.match(words)}


def test_longer_words_have_room_on_every_page(
    dressed: QApplication, pseudo: Pseudo, workspace: Workspace, qtbot: QtBot, settle: Settle
) -> None:
    window = opened(workspace, qtbot, settle)
    for spec in PAGES:
        window.go(spec.name, 1 if spec.name in ("requests", "recording") else None)
        settled(dressed, workspace.tasks)
        assert clipped(window) == [], spec.name
        assert cut(window) == [], spec.name
        assert in_english(window) == set(), spec.name
        assert window.size().toTuple() == SMALLEST, f"{spec.name} made the window grow"
        assert window.windowTitle().startswith(stretched(spec.title))
    assert {page.title for page in PAGES} <= pseudo.asked


DIALOGS = ("new-request", "shortcuts", "about", "holidays", "backups", "palette")


def in_every_dialog(
    window: MainWindow, app: QApplication, check: Callable[[QWidget, str], None]
) -> None:
    """Open each of the window's dialogs over it, and look at it."""
    for name in DIALOGS:
        window.actions_by_name[name].trigger()
        settled(app, window.workspace.tasks)
        shown: list[QWidget] = [one for one in window.findChildren(QDialog) if one.isVisible()]
        [dialog] = shown or [window]
        check(dialog, name)
        if isinstance(dialog, QDialog):
            dialog.reject()
            dialog.setParent(None)


def test_longer_words_have_room_in_every_dialog(
    dressed: QApplication, pseudo: Pseudo, workspace: Workspace, qtbot: QtBot, settle: Settle
) -> None:
    window = opened(workspace, qtbot, settle)

    def check(dialog: QWidget, name: str) -> None:
        assert clipped(dialog) == [], name
        assert cut(dialog) == [], name
        assert in_english(dialog) == set(), name
        assert dialog.width() <= SMALLEST[0], name
        assert dialog.height() <= SMALLEST[1], name

    in_every_dialog(window, dressed, check)


GIVEN = {"FOI 1", "Exporting everything", "Begin", "New campaign", "db.example.org"} | {
    *("Theirs", "Mine", "FOI Track", "Is it meant?", "Remove for good", "Keep it"),
    "With it go 3 documents and 12 case rows. " * 4,
}
"""What the tests themselves hand to the dialogs, or what has no translation."""


@pytest.mark.extended
def test_every_dialog_there_is_can_be_said_otherwise_and_has_room(
    dressed: QApplication, pseudo: Pseudo, workspace: Workspace, qtbot: QtBot, settle: Settle
) -> None:
    window = opened(workspace, qtbot, settle)
    found: dict[str, object] = {}
    for kind, make in DIALOGS_MADE.items():
        dialog = make(window)
        dialog.open()
        settled(dressed, workspace.tasks)
        escaped = {*in_english(dialog), dialog.windowTitle()} - GIVEN
        escaped = {words for words in escaped if words and "·" not in words}
        found[f"{kind.__module__}.{kind.__name__}"] = (escaped, clipped(dialog), cut(dialog))
        dialog.hide()
        dialog.setParent(None)
    assert {name: what for name, what in found.items() if any(what)} == {}  # type: ignore[arg-type]


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


def test_the_laws_own_words_can_be_said_otherwise(
    pseudo: Pseudo, workspace: Workspace, qtbot: QtBot, settle: Settle
) -> None:
    window = opened(workspace, qtbot, settle)
    window.go("requests")
    settle(workspace)
    page = window.pages.currentWidget()
    assert isinstance(page, RequestsPage)
    pills = (page.list.bar.state, page.list.bar.review)
    escaped = [
        action.text()
        for pill in pills
        for menu in pill.findChildren(QMenu)
        for action in menu.actions()
        if action.text() and "·" not in action.text()
    ]
    assert escaped == []
    fields = ("outcome", "letter", "review_result", "review_offer")
    for words in [words for field in fields for _, words in choices_of(field)]:
        assert words.count("·") == 1, words


def _says(holds: bool, what: str) -> None:
    assert holds, what


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
            assert cut(window) == [], spec.name
        in_every_dialog(window, dressed, lambda one, name: _says(clipped(one) == [], name))
    finally:
        dressed.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def ink(widget: QWidget, box: QRect) -> int:
    """How many dots of a part are painted on, whatever its ground."""
    picture = widget.grab(box).toImage()
    ground = picture.pixel(0, 0)
    dots = ((x, y) for x in range(picture.width()) for y in range(picture.height()))
    return sum(picture.pixel(x, y) != ground for x, y in dots)


def test_what_is_painted_has_its_own_place_from_right_to_left(
    dressed: QApplication, workspace: Workspace, qtbot: QtBot, settle: Settle
) -> None:
    window = opened(workspace, qtbot, settle)
    window.resize(1300, 800)
    window.go("requests", 1)
    settled(dressed, workspace.tasks)
    item, pill = window.sidebar.items["casedata"], window.findChildren(FilterPill)[0]
    begins = QRect(4, 8, 34, item.height() - 16)
    ends = QRect(item.width() - 38, 8, 34, item.height() - 16)
    inside = pill.rect().adjusted(4, 4, -4, -4)
    read = [ink(item, begins), ink(item, ends), ink(pill, inside)]
    assert min(read) > 20
    dressed.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        settled(dressed, workspace.tasks)
        # The icon stands at the right now, the number at the left; nothing covers another.
        now = [ink(item, ends), ink(item, begins), ink(pill, inside)]
        assert now == pytest.approx(read, rel=0.15)
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


def test_welsh_has_every_page_and_every_state(welsh: None) -> None:
    pages = [page.title for page in PAGES if translate("Pages", page.title) == page.title]
    assert pages == []
    for words, said in (
        (STATE_WORDS, law_words.state_words),
        (OUTCOME_WORDS, law_words.outcome_words),
        (REVIEW_WORDS, law_words.review_words),
    ):
        assert [one for one, english in words.items() if said(one) == english] == []  # type: ignore[operator]


def test_no_two_welsh_menus_or_entries_of_one_have_the_same_letter(
    welsh: None, workspace: Workspace, qtbot: QtBot, settle: Settle
) -> None:
    window = opened(workspace, qtbot, settle)
    bar = window.menuBar().actions()
    for entries in (bar, *(entry.menu().actions() for entry in bar)):  # type: ignore[attr-defined]
        titles = [entry.text() for entry in entries if entry.isVisible()]
        letters = [title.partition("&")[2][:1].lower() for title in titles if "&" in title]
        assert len(letters) == len(set(letters)), titles


WELSH_KINDS = ("zero", "one", "two", "few", "many", "other")


def test_every_welsh_word_stands_for_words_that_the_window_says() -> None:
    every = set(every_word())
    catalogue = language.catalogue("cy")
    unsaid = [source for source in catalogue if source.rpartition("|")[2] not in every]
    assert unsaid == []
    forms = language.number_forms("cy")
    assert set(forms) - every == set()
    assert {kind for each in forms.values() for kind in each} <= set(WELSH_KINDS)
    assert all("{0}" in said for each in forms.values() for said in each.values())
    assert all(source.count("{") == welsh.count("{") for source, welsh in catalogue.items())
    assert all(
        source.count("&") == welsh.count("&") and source.endswith("…") == welsh.endswith("…")
        for source, welsh in catalogue.items()
    )


def test_the_catalogue_lies_with_the_other_resources() -> None:
    assert assets.resource("translations", "cy.toml").is_file()


def test_from_right_to_left_nothing_is_painted_over_anything(
    dressed: QApplication, workspace: Workspace, qtbot: QtBot, settle: Settle
) -> None:
    """What lies over something else leaves less ink than both beside each other."""
    window = opened(workspace, qtbot, settle)
    window.resize(1440, 900)
    inked: list[list[int]] = []
    for way in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
        dressed.setLayoutDirection(way)
        try:
            window.go("authorities")
            settled(dressed, workspace.tasks)
            table = window.pages.currentWidget().table  # type: ignore[union-attr]
            # Acas and its short name, in one cell.
            [row] = [n for n in range(30) if str(table.model().index(n, 0).data()) == "Acas"]
            name = table.visualRect(table.model().index(row, 0)).adjusted(6, 4, -6, -4)
            window.go("casedata")
            settled(dressed, workspace.tasks)
            titles = [
                ink(chart, QRect(0, 0, chart.width(), 16))
                for chart in window.pages.currentWidget().findChildren(BarChart)  # type: ignore[union-attr]
                if chart.isVisible()
            ]
            window.go("authorities")
            inked.append([ink(table.viewport(), name), *titles])
        finally:
            dressed.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert len(inked[0]) > 3
    assert inked[1] == pytest.approx(inked[0], rel=0.05)


def test_fields_keep_their_words_clear_of_their_icons_either_way(
    dressed: QApplication, qtbot: QtBot
) -> None:
    for box, leading in ((SearchBox("Search"), True), (DateField(), False)):
        qtbot.addWidget(box)
        field = box if isinstance(box, QLineEdit) else box.edit
        [icon] = [one for one in field.findChildren(FieldIcon) if not one.isHidden()]
        box.resize(220, 32)
        box.show()
        for way in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
            box.setLayoutDirection(way)
            field.setLayoutDirection(way)
            at_left = icon.geometry().center().x() < field.width() / 2
            assert at_left == (leading == (way is Qt.LayoutDirection.LeftToRight))
            margins = field.textMargins()
            assert (margins.left() > 0, margins.right() > 0) == (at_left, not at_left)


def test_a_time_of_day_is_never_read_backwards(dressed: QApplication, qtbot: QtBot) -> None:
    dressed.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        section = Notifications()
        qtbot.addWidget(section)
        section.show()
        times = [edit.text() for edit in section.findChildren(QTimeEdit)]
    finally:
        dressed.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert times == ["20:00", "08:00"]
