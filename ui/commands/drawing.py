"""Brings up a screen by name and takes its picture."""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSettings
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from foitrack import assets
from foitrack.desk import requests
from foitrack.desk.views import DocumentView, RequestFilter, ResponseView, SortKey
from foitrack.errors import PlainError
from ui import theme
from ui.app import bare_application
from ui.commands.case_file import open_asked
from ui.commands.readiness import settle
from ui.main_window import MainWindow
from ui.qt_messages import leave_out_the_useless
from ui.remembered import settings_file
from ui.widgets.segmented import Segmented
from ui.workspace import Workspace

if TYPE_CHECKING:
    from foitrack.desk.desk import Desk


LOOKED_AT = 200
"""Requests looked through, most urgent first, for one worth showing."""


class Studio:
    """A window set up for its picture."""

    def __init__(
        self, app: QApplication, window: MainWindow, request_id: int | None, own: Path
    ) -> None:
        """`own` is where the person's own settings are, which no picture is made of."""
        self.app = app
        self.window = window
        self.own_settings = own
        self._request_id = request_id

    def settle(self) -> None:
        """Wait until all that was asked of the desk has come and been laid out."""
        settle(self.app, self.window.workspace.tasks)

    def go(self, page: str, argument: object = None) -> None:
        """Bring up a page in full."""
        self.window.go(page, argument)
        self.settle()

    def request_id(self) -> int:
        """The request to show: the one named, or the most urgent whose count is known."""
        workspace = self.window.workspace
        if self._request_id is not None:
            return requests.detail(workspace.desk, self._request_id, today=workspace.today).row.id
        every = self.by_urgency()[:LOOKED_AT]
        if not every:
            raise PlainError("There is no request in this case file to show. Log one first.")
        for row in requests.rows(workspace.desk, every, today=workspace.today):
            if row.due_on is not None and row.answered == (row.answered_day is not None):
                return row.id
        return every[0]

    def by_urgency(self) -> tuple[int, ...]:
        """Every request, the most urgent first."""
        workspace = self.window.workspace
        return requests.ids(
            workspace.desk, RequestFilter(), SortKey.URGENCY, False, today=workspace.today
        )

    def response_id(self, shown: Callable[[DocumentView], bool] = lambda _: True) -> int:
        """The response to show: one still to be checked, or the newest.

        `shown` tells whether a document is one that can be shown so.
        """
        workspace = self.window.workspace
        found: list[ResponseView] = []
        named = self._request_id
        for each in [named] if named is not None else self.by_urgency()[:LOOKED_AT]:
            found += requests.detail(workspace.desk, each, today=workspace.today).responses
        found = [response for response in found if any(map(shown, response.documents))]
        if not found:
            raise PlainError("There is no such response in this case file. Record one first.")
        return max(found, key=lambda response: (not response.recorded, response.id)).id


def draw(args: argparse.Namespace, size: tuple[int, int], today: date) -> QPixmap:
    """The picture of a screen."""
    leave_out_the_useless()
    app = bare_application()
    app.setCursorFlashTime(0)
    theme.apply(app, args.theme, args.text / 100)
    with tempfile.TemporaryDirectory() as scratch:
        own = settings_file()
        # What the person's own window remembers is neither shown nor changed.
        QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, scratch)
        desk, place = _desk(args, Path(scratch))
        workspace = Workspace(desk, today)
        window = MainWindow(workspace, place)
        window.setMinimumSize(1, 1)
        window.resize(*size)
        window.show()
        try:
            return _picture(args, Studio(app, window, args.request, own))
        finally:
            window.close()
            workspace.close()
            window.deleteLater()


def _desk(args: argparse.Namespace, scratch: Path) -> tuple[Desk, str]:
    if args.screen == "first-run":
        from foitrack.desk.desk import create

        path = scratch / "requests.foitrack"
        return create(path, assets.reference()), str(path)
    return open_asked(args)


def _picture(args: argparse.Namespace, studio: Studio) -> QPixmap:
    prepare: dict[str, Callable[[Studio], QWidget | None]] = {
        "first-run": lambda one: one.go("today"),
        "request": lambda one: one.go("requests", one.request_id()),
        "recording": lambda one: one.go("recording", one.response_id()),
        "recording-page": _page_beside_text,
        "new-request": _new_request,
        "new-batch": _new_batch,
        "why": _why,
        "authorities": _authority,
        "settings": _settings,
        "help": _help,
        "palette": _palette,
    }
    studio.settle()
    if args.screen in prepare:
        over = prepare[args.screen](studio)
    else:
        over = None
        studio.go(args.screen)
    return with_dialog(studio.window, over)


def _authority(studio: Studio) -> None:
    """The authority of the request to show, or the first of the directory."""
    workspace, name = studio.window.workspace, None
    if requests.count(workspace.desk, RequestFilter(), today=workspace.today):
        number = studio.request_id()
        name = requests.detail(workspace.desk, number, today=workspace.today).row.authority
    studio.go("authorities", name)


def _palette(studio: Studio) -> None:
    """The palette over the requests, with the first word of the first one's title typed."""
    studio.go("requests")
    studio.window.go_to_anything()
    from ui.palette.palette import Palette

    palette = studio.window.findChild(Palette)
    assert palette is not None
    workspace = studio.window.workspace
    found = requests.rows(workspace.desk, studio.by_urgency()[:1], today=workspace.today)
    for row in found:
        palette.field.setText(row.title.split()[0])
    palette.asking.ask_at_once()
    studio.settle()


def _help(studio: Studio) -> None:
    from ui.help.guide import Spot
    from ui.help.page import HelpWanted

    studio.go("help", HelpWanted(Spot(anchor="why-this-date"), "today"))


def _settings(studio: Studio) -> None:
    """Settings, with the place where they are kept when no picture is made."""
    from ui.settings.page import SettingsPage

    studio.go("settings")
    for page in studio.window.findChildren(SettingsPage):
        page.places.settings_place.setText(str(studio.own_settings))
    studio.settle()


def _page_beside_text(studio: Studio) -> None:
    from ui.recording.page import RecordPage

    studio.go("recording", studio.response_id(lambda document: document.format == "pdf"))
    for page in studio.window.findChildren(RecordPage):
        page.crossing.show_page_beside_text()
    studio.settle()


def _new_request(studio: Studio) -> QWidget | None:
    studio.go("requests")
    studio.window.new_request()
    studio.settle()
    return open_dialog(studio.window)


def _new_batch(studio: Studio) -> QWidget | None:
    dialog = _new_request(studio)
    for choice in dialog.findChildren(Segmented) if dialog else []:
        choice.choose("many")
    studio.settle()
    return dialog


def _why(studio: Studio) -> QWidget | None:
    from ui.requests.detail import RequestDetailPane

    studio.go("requests", studio.request_id())
    for pane in studio.window.findChildren(RequestDetailPane):
        if pane.isVisible():
            pane.explain_due()
            studio.settle()
            if pane.why_popover() is not None:
                return None
    raise PlainError("The request to show has no last day to explain. Name another.")


def open_dialog(window: QWidget) -> QWidget | None:
    """The dialog open over a window, or None."""
    dialogs = [one for one in window.findChildren(QDialog) if one.isVisible()]
    return dialogs[-1] if dialogs else None


def with_dialog(window: QWidget, dialog: QWidget | None) -> QPixmap:
    """A window's picture with the dialog that stands over it."""
    picture = window.grab()
    if dialog is None:
        return picture
    spot = dialog.mapToGlobal(QPoint(0, 0)) - window.mapToGlobal(QPoint(0, 0))
    painter = QPainter(picture)
    painter.drawPixmap(spot, dialog.grab())
    painter.end()
    return picture
