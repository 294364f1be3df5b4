"""The head of a request: name and state, facts, last day, and the one thing to do next."""

from __future__ import annotations

import html
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from foitrack.desk.views import RequestDetail, RequestRow
from foitrack.law.terms import Body, DeadlineKind
from foitrack.law.wording import full_date
from ui import theme
from ui.law_tips import ANSWER, LAW, teach
from ui.requests.next_action import Action, action_for
from ui.widgets.labels import record_title, words
from ui.widgets.state_chip import StateChip, row_chip

GAP = 16
LEAST_NAME = 240
"""Pixels at 100 % text: with less for the name, last day and button go below."""
FACTS_BETWEEN = "&nbsp;&nbsp;·&nbsp; "


class DetailHeader(QWidget):
    """Says what the request is; `menu` is the owner's to fill."""

    why_wanted = Signal()
    action_wanted = Signal(object)
    """The `Action` of the one button."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._action: Action | None = None
        self.name = record_title("")
        self.name.setWordWrap(True)
        self.chip = StateChip()
        self.facts = words("", 13, 400, "text2", wrap=True)
        self.facts.setTextFormat(Qt.TextFormat.RichText)
        self.due_word = words("", 13, 400, "text2")
        self.due = words("", 13, 600)
        self.why = QPushButton(self.tr("Why this date?"))
        self.act = QPushButton()
        self.more = QToolButton()
        self.menu = QMenu(self)
        self._dress()
        self._lay_out()
        self.why.clicked.connect(self.why_wanted)
        self.act.clicked.connect(lambda: self.action_wanted.emit(self._action))

    def show_detail(self, detail: RequestDetail, today: date) -> None:
        """Show another request."""
        row = detail.row
        self.name.setText(row.authority or self.tr("Authority not stated"))
        theme.colour_label(self.name, "text" if row.authority else "text2")
        self.chip.show_chip(row_chip(row))
        self.facts.setText(self._facts(row))
        self.facts.setAccessibleName(self._spoken_facts(row))
        self._show_due(row, today)
        if detail.body is Body.GENERAL:
            teach(self.due_word, ANSWER, row.regime)
        else:
            # A school or an archive has a time of its own, which the reasons explain.
            self.due_word.setToolTip("")
            self.due_word.setAccessibleDescription("")
        teach(self.facts, LAW, row.regime)
        deadline = detail.reckoning.of(DeadlineKind.RESPONSE)
        self.why.setVisible(deadline is not None)
        self._show_action(action_for(detail.next_step.step, row.review))
        self._fit_name()

    def _show_due(self, row: RequestRow, today: date) -> None:
        if row.due_on is None:
            self.due_word.setText(self.tr("Due"))
            self.due.setText(self.tr("not known"))
            return
        past = row.due_on < today
        self.due_word.setText(self.tr("Was due") if past else self.tr("Due"))
        self.due.setText(full_date(row.due_on))
        provisional = self.tr("Holidays that year are not all announced yet: it may move.")
        self.due.setToolTip(provisional if row.provisional else "")
        if row.provisional:
            self.due_word.setText(self.tr("Due, provisionally,"))

    def _show_action(self, action: Action | None) -> None:
        self._action = action
        self.act.setVisible(action is not None)
        if action is None:
            return
        self.act.setText(action.text)
        theme.button_kind(self.act, "primary" if action.filled else "")
        theme.set_icon(self.act, action.icon, "on_accent" if action.filled else "text2")

    def _parts(self, row: RequestRow) -> list[tuple[str, str]]:
        references = ", ".join(row.references)
        named = [("", row.title)]
        named.append((self.tr("Reference"), references or self.tr("none yet")))
        named.append(("", row.regime.value))
        if row.campaign:
            named.append(("", row.campaign))
        return named

    def _facts(self, row: RequestRow) -> str:
        said = []
        for name, value in self._parts(row):
            shown = html.escape(value)
            if name:
                # A name and its value stay on one line.
                shown = shown.replace(" ", "&nbsp;")
                strong = f'<span style="font-weight:600">{shown}</span>'
                shown = f"{html.escape(name)}&nbsp;{strong if row.references else shown}"
            said.append(shown)
        return FACTS_BETWEEN.join(said)

    def _spoken_facts(self, row: RequestRow) -> str:
        return ", ".join(f"{name} {value}".strip() for name, value in self._parts(row))

    # Layout

    def _dress(self) -> None:
        theme.button_kind(self.why, "link")
        self.why.setProperty("ring", "outside")
        theme.set_icon(self.more, "more", "text2")
        self.more.setAccessibleName(self.tr("More about this request"))
        self.more.setToolTip(self.tr("More"))
        self.more.setFixedSize(theme.px(30), theme.px(30))
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setMenu(self.menu)
        self.more.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _lay_out(self) -> None:
        self._first = QHBoxLayout()
        self._first.setSpacing(12)
        self._first.addWidget(self.name)
        self._first.addWidget(self.chip)
        self._first.addStretch(1)
        left = QVBoxLayout()
        left.setSpacing(4)
        left.addLayout(self._first)
        left.addWidget(self.facts)
        day = QHBoxLayout()
        day.setSpacing(5)
        self._day = day
        day.addStretch(1)
        day.addWidget(self.due_word)
        day.addWidget(self.due)
        dates = QVBoxLayout()
        dates.setSpacing(0)
        dates.addLayout(day)
        dates.addWidget(self.why, 0, Qt.AlignmentFlag.AlignRight)
        dates.addStretch(1)
        self._dates = dates
        right = QHBoxLayout()
        right.setSpacing(GAP)
        right.addLayout(dates)
        right.addSpacing(8)
        self._between = right
        right.addStretch(0)
        right.addWidget(self.act, 0, Qt.AlignmentFlag.AlignVCenter)
        right.addWidget(self.more, 0, Qt.AlignmentFlag.AlignVCenter)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._sides.setContentsMargins(24, 12, 12, 8)
        self._sides.setSpacing(GAP)
        self._sides.addLayout(left, 1)
        self._sides.addLayout(right)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A long name wraps, it is never cut."""
        super().resizeEvent(event)
        self._fit_name()

    def _fit_name(self) -> None:
        beside = self.chip.sizeHint().width() + GAP if not self.chip.isHidden() else 0
        room = self.width() - self._right_side() - beside
        stacked = room < theme.px(LEAST_NAME)
        if stacked:
            room = self.width() - 2 * GAP - 24 - beside
        self._stack(stacked)
        natural = QFontMetrics(self.name.font()).horizontalAdvance(self.name.text()) + 4
        self.name.setFixedWidth(max(min(natural, room), 120))

    def _right_side(self) -> int:
        """How much the last day and the buttons take, with the margins."""
        wide = self._dates.sizeHint().width() + self.more.width() + 3 * GAP + 44
        return wide + (0 if self.act.isHidden() else self.act.sizeHint().width())

    def _stack(self, stacked: bool) -> None:
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._sides.setDirection(down if stacked else across)
        self._sides.setSpacing(8 if stacked else GAP)
        side = Qt.AlignmentFlag.AlignLeft if stacked else Qt.AlignmentFlag.AlignRight
        self._dates.setAlignment(self.why, side)
        self._between.setStretch(self._between.indexOf(self.act) - 1, 1 if stacked else 0)
        self._day.setStretch(0, 0 if stacked else 1)
