"""Settings: each takes effect at once, is remembered, and can be reached by key and by name."""

from __future__ import annotations

import getpass
import shutil
from collections.abc import Iterator
from datetime import time
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from foitrack import assets
from foitrack.desk import history, requests
from foitrack.desk.desk import open_desk
from tests.ui.conftest import TODAY, Settle
from ui import language, remembered, theme
from ui.holidays.dialog import HolidaysDialog
from ui.main_window import MainWindow
from ui.motion import apply_motion, is_still
from ui.presence import choices
from ui.session import Session
from ui.settings.columns import WIDEST
from ui.settings.page import SettingsPage
from ui.shell.menus import remembered_text_scale, remembered_theme
from ui.since import tells_at_start


@pytest.fixture
def session(
    dressed: QApplication, example_file: Path, tmp_path: Path, settle: Settle
) -> Iterator[Session]:
    path = tmp_path / "examples.foitrack"
    shutil.copy(example_file, path)
    made = Session(dressed, lambda: TODAY)
    made.show(open_desk(path, assets.reference()), str(path), "settings")
    settle(shown(made).workspace)
    yield made
    settle(shown(made).workspace)
    made.close()
    language.speak("en")
    theme.apply(dressed, "light", 1.0)


def shown(session: Session) -> MainWindow:
    assert session.window is not None
    return session.window


def page_of(session: Session) -> SettingsPage:
    page = shown(session).pages.currentWidget()
    assert isinstance(page, SettingsPage)
    return page


def test_looks_are_put_on_at_once_by_key_and_remembered(session: Session) -> None:
    page = page_of(session)
    themes, dark = page.appearance.themes, theme.Choice.DARK
    themes.set_value("light")
    QTest.keyClick(themes, Qt.Key.Key_Right)
    assert (theme.choice(), theme.theme_name(), remembered_theme()) == (dark, "dark", dark)
    QTest.keyClick(themes, Qt.Key.Key_Right)
    assert theme.theme_name() == "contrast"
    assert remembered_theme() is theme.Choice.CONTRAST
    page.appearance.still.click()
    assert is_still()
    assert QApplication.cursorFlashTime() == 0
    assert not QApplication.isEffectEnabled(Qt.UIEffect.UI_FadeMenu)
    page.appearance.still.click()
    assert not is_still()
    assert QApplication.cursorFlashTime() > 0
    apply_motion()


def test_text_size_and_language_lay_the_window_out_anew_and_keep_the_place(
    session: Session, settle: Settle
) -> None:
    page_of(session).appearance.sizes.choose("150")
    settle(shown(session).workspace)
    assert (theme.scale(), remembered_text_scale()) == (1.5, 1.5)
    page = page_of(session)
    assert page.appearance.sizes.value() == "150"
    assert page.isAncestorOf(shown(session).focusWidget())
    page.language.languages.choose("cy")
    settle(shown(session).workspace)
    window = shown(session)
    assert page_of(session).language.languages.value() == "cy"
    assert window.windowTitle().startswith("Gosodiadau")
    assert window.sidebar.items["requests"].text() == "Ceisiadau"
    assert window.sidebar.items["casedata"].text() == "Data achosion"
    page_of(session).language.languages.choose("en")
    settle(shown(session).workspace)
    assert shown(session).sidebar.items["requests"].text() == "Requests"


@pytest.mark.parametrize(("width", "columns"), [(1024, 1), (1440, 2), (2560, 3), (3840, 3)])
def test_wide_windows_have_the_sections_in_columns_in_the_order_of_tab(
    session: Session, settle: Settle, width: int, columns: int
) -> None:
    window, page = shown(session), page_of(session)
    window.resize(width, 900)
    settle(window.workspace)
    QApplication.processEvents()
    at = [section.mapTo(page, QPoint(0, 0)) for section in page.sections]
    lefts = list(dict.fromkeys(spot.x() for spot in at))
    assert len(lefts) == columns
    assert lefts == sorted(lefts)
    assert at == sorted(at, key=lambda spot: (spot.x(), spot.y()))
    assert all(section.width() <= theme.px(WIDEST) for section in page.sections)


def test_what_is_forgotten_and_told_is_remembered(session: Session) -> None:
    page = page_of(session)
    page.notifications.tell.click()
    assert not tells_at_start()
    assert remembered.recent_files()
    page.recent.clear.click()
    assert remembered.recent_files() == ()
    assert not page.recent.clear.isEnabled()
    assert not shown(session).menus.recent.menuAction().isVisible()


def test_the_list_of_holidays_is_shown_and_can_be_updated(session: Session, settle: Settle) -> None:
    page = page_of(session)
    page.holidays.update_list.click()
    dialog = shown(session).findChild(HolidaysDialog)
    assert dialog is not None
    dialog.reject()
    settle(shown(session).workspace)


def test_everything_has_a_name_and_every_section_a_sentence(session: Session) -> None:
    page = page_of(session)
    for section in page.sections:
        assert section.accessibleName()
        assert section.accessibleDescription().endswith(".")
    for button in page.findChildren(QAbstractButton):
        assert button.accessibleName() or button.text()
    assert page.you.shown.text() == f"The history shows you as {getpass.getuser()}"


def test_a_name_of_ones_own_stands_in_the_history_from_then_on(
    session: Session, settle: Settle
) -> None:
    desk = shown(session).workspace.desk
    requests.edit(desk, 1, notes="before")
    field = page_of(session).you.name
    field.setFocus()
    QTest.keyClicks(field, "  Ada   of the Campaign ")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == "Ada of the Campaign"
    assert "Ada of the Campaign" in page_of(session).you.shown.text()
    requests.edit(desk, 1, notes="after")
    assert [one.who for one in history.entries(desk, 1, 2)] == [
        "Ada of the Campaign",
        getpass.getuser(),
    ]
    field.clear()
    QTest.keyClick(field, Qt.Key.Key_Return)
    requests.edit(desk, 1, notes="at last")
    assert history.entries(desk, 1, 1)[0].who == getpass.getuser()
    shown(session).workspace.announce_changes()
    settle(shown(session).workspace)


def test_what_is_said_outside_the_window_can_be_chosen_only_where_it_can_be_said(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    box = page_of(session).notifications
    assert not box.no_place.isHidden()
    assert "no place for an icon" in box.no_place.text()
    assert not box.outside.isEnabled()
    monkeypatch.setattr("ui.presence.tray.is_there", lambda: True)
    monkeypatch.setattr(session.presence, "_can_be", lambda: False)
    box.refresh()
    assert box.no_place.isHidden()
    assert not box.start.isEnabled()
    QTest.keyClick(box.outside, Qt.Key.Key_Space)
    assert choices.choices() == choices.Choices(on=True)
    QTest.keyClick(box.names, Qt.Key.Key_Space)
    box.start.setFocus()
    QTest.keyClick(box.start, Qt.Key.Key_Up)
    made = choices.choices()
    assert (made.names, made.hours.start, made.hours.end) == (True, time(21), time(8))
    QTest.keyClick(box.quiet, Qt.Key.Key_Space)
    assert choices.choices().quiet is None
    assert not box.end.isEnabled()


def test_every_setting_is_reached_by_tab(session: Session) -> None:
    window, page = shown(session), page_of(session)
    window.activateWindow()
    page.appearance.themes.setFocus()
    wanted = {
        widget
        for widget in page.findChildren(QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
    }
    reached: set[QWidget] = set()
    for _ in range(len(wanted) + 5):
        held: QWidget | None = window.focusWidget()
        assert held is not None
        reached.add(held)
        QTest.keyClick(held, Qt.Key.Key_Tab)
    assert [widget for widget in wanted if widget not in reached] == []
    assert page.you.name in reached


def test_the_page_comes_by_its_keys(session: Session) -> None:
    shown(session).go("deadlines")
    action = shown(session).actions_by_name["page-settings"]
    assert action.shortcut().toString() == "Ctrl+,"
    action.trigger()
    assert shown(session).pages.current_name == "settings"
    assert shown(session).sidebar.items["settings"].isChecked()
