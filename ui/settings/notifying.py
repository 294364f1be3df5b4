"""What is said unasked: at the start on Today, and outside the window where that is wanted."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, QTime
from PySide6.QtWidgets import QCheckBox, QLabel, QTimeEdit, QWidget

from foitrack.desk.announcing import Quiet
from ui import theme
from ui.actions import plain
from ui.presence import choices, tray
from ui.settings.section import Section
from ui.since import tell_at_start, tells_at_start
from ui.widgets.labels import words

translate = QCoreApplication.translate


class Notifications(Section):
    """Everything outside the window is off until it is asked for here."""

    def __init__(self, parent: QWidget | None = None) -> None:
        said = translate(
            "Settings",
            "What became due while you were away is said in one line on Today. Outside this window "
            "nothing is said unless you ask for it here.",
        )
        super().__init__(translate("Settings", "Notifications"), said, parent)
        self.tell = _tick(self.tr("At the start, sa&y what became due since I was last here"))
        self.outside = _tick(
            self.tr("&Notify me on the desktop: once a day, and before a right is lost")
        )
        self.names = _tick(self.tr("Name the reques&t and the authority in a notification"))
        self.names.setToolTip(self.tr("Others may see your screen, or the lock screen."))
        self.names.setAccessibleDescription(self.names.toolTip())
        self.quiet = _tick(self.tr("&Quiet hours, in which nothing is said outside the window"))
        self.start = _time(self.tr("Quiet from"))
        self.end = _time(self.tr("Quiet until"))
        self.no_place = words(
            self.tr(
                "This desktop has no place for an icon beside the clock, so nothing can be said "
                "outside the window here. Today says the same whenever you open FOI Track."
            ),
            wrap=True,
        )
        for widget in (self.tell, self.outside, self.no_place, self.names, self.quiet):
            self.column.addWidget(widget)
        self.row(_beside(self.tr("From")), self.start, _beside(self.tr("until")), self.end)
        self.refresh()
        self._connect()

    def _connect(self) -> None:
        self.tell.toggled.connect(tell_at_start)
        self.outside.toggled.connect(lambda yes: self._choose(on=yes))
        self.names.toggled.connect(lambda yes: self._choose(names=yes))
        self.quiet.toggled.connect(lambda yes: self._choose(keeps_quiet=yes))
        for edit in (self.start, self.end):
            edit.timeChanged.connect(lambda _: self._choose_hours())

    def refresh(self) -> None:
        """Show what was chosen, and whether this desktop can do it."""
        chosen, can_be = choices.choices(), tray.is_there()
        for box, on in (
            (self.tell, tells_at_start()),
            (self.outside, chosen.on),
            (self.names, chosen.names),
            (self.quiet, chosen.keeps_quiet),
        ):
            box.blockSignals(True)
            box.setChecked(on)
            box.blockSignals(False)
        for edit, at in ((self.start, chosen.hours.start), (self.end, chosen.hours.end)):
            edit.blockSignals(True)
            edit.setTime(QTime(at.hour, at.minute))
            edit.blockSignals(False)
        self.no_place.setVisible(not can_be)
        self.outside.setEnabled(can_be)
        self._allow()

    def _allow(self) -> None:
        can = self.outside.isEnabled() and self.outside.isChecked()
        self.names.setEnabled(can)
        self.quiet.setEnabled(can)
        for edit in (self.start, self.end):
            edit.setEnabled(can and self.quiet.isChecked())

    def _choose(self, **changed: bool) -> None:
        choices.choose(**changed)
        self._allow()

    def _choose_hours(self) -> None:
        begin, over = self.start.time().toPython(), self.end.time().toPython()
        choices.choose(hours=Quiet(begin, over))  # type: ignore[arg-type]


def _tick(text: str) -> QCheckBox:
    box = QCheckBox(text)
    box.setAccessibleName(plain(text))
    return box


def _beside(text: str) -> QLabel:
    """Words in a row of fields, at the height of what they hold."""
    label = words(text)
    label.setMinimumHeight(theme.px(30))
    return label


def _time(name: str) -> QTimeEdit:
    edit = QTimeEdit()
    # Read the other way, Qt would set the minutes before the hours.
    edit.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    edit.setDisplayFormat("HH:mm")
    edit.setFixedSize(theme.px(76), theme.px(30))
    # Its own field takes no padding from the style sheet.
    edit.lineEdit().setTextMargins(theme.px(8), 0, theme.px(8), 0)
    edit.setAccessibleName(name)
    edit.setToolTip(name)
    # Some screen readers stop at the field inside.
    edit.lineEdit().setAccessibleName(name)
    return edit
