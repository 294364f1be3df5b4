"""One authority: its names, its law and why, how it did, what it cited, and its requests."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from foitrack.desk.views import ProvisionTag
from foitrack.desk.views.authority import AuthorityRecord
from ui import theme
from ui.authorities import words
from ui.authorities.requests_list import RequestsOfOne
from ui.core_words import told
from ui.counting import counted
from ui.widgets.exemption_chip import ExemptionChip
from ui.widgets.labels import record_title, rule, secondary, section
from ui.widgets.labels import words as label

CITED = 6
"""Sections named; what is cited less often is left out."""


def _apart(text: str) -> QLabel:
    """A section's heading with room above it, which goes when it goes."""
    made = section(text)
    made.setContentsMargins(0, 8, 0, 0)
    return made


class AuthorityPane(QScrollArea):
    """Shows a record; tells what a person wants done about it."""

    new_wanted = Signal()
    edit_wanted = Signal()
    join_wanted = Signal()
    same_wanted = Signal(str)
    """Join it with the authority of that name: it is the same."""
    remove_wanted = Signal()
    request_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._record: AuthorityRecord | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._make()
        self._lay_out()

    def record(self) -> AuthorityRecord | None:
        """What is shown."""
        return self._record

    def show_record(self, record: AuthorityRecord | None) -> None:
        """Show another authority, or none."""
        self._record = record
        self._inside.setVisible(record is not None)
        if record is None:
            return
        details = record.details
        self.name.setText(details.name)
        kinds = (details.nation, details.kind, self.tr("added by you") if record.own else "")
        self.where.setText(" · ".join(part for part in kinds if part))
        self._say(self.names, words.other_names(record))
        self.law.setText(details.regime.value)
        self.reason.setText(told(record.regime_reason))
        self.did.setText("\n".join(words.performance(record.did)))
        self._say(self.reviews, words.reviews(record.reviews))
        self.reviews_head.setVisible(bool(record.reviews))
        self._show_cited(record)
        self._say(self.email, self.tr("Write to {0}").format(details.email) * bool(details.email))
        self._say(self.notes, details.notes)
        number = counted(record.did.requests, "request")
        self.requests_head.setText(number if record.requests else "")
        self.requests_head.setVisible(bool(record.requests))
        self.requests.show_rows(record.requests)
        self._show_deeds(record)

    # What can be done

    def _show_deeds(self, record: AuthorityRecord) -> None:
        self.join.setEnabled(record.own)
        self.remove.setEnabled(record.own and not record.did.requests)
        self.more.setVisible(record.own)
        self.same.setVisible(bool(record.perhaps))
        self.same.setText(self.tr("It is {0}").format(record.perhaps))
        self.perhaps.setVisible(bool(record.perhaps))

    def _same(self) -> None:
        if self._record is not None and self._record.perhaps:
            self.same_wanted.emit(self._record.perhaps)

    # The parts

    def _make(self) -> None:
        self.name = record_title("")
        self.name.setWordWrap(True)
        self.where = secondary("", wrap=True)
        self.names = secondary("", wrap=True)
        self.new = QPushButton(self.tr("New request…"))
        theme.button_kind(self.new, "primary")
        self.edit = QPushButton(self.tr("Edit…"))
        self.more = QPushButton(self.tr("More"))
        menu = QMenu(self.more)
        self.join = menu.addAction(self.tr("&Join with another…"))
        self.remove = menu.addAction(self.tr("&Remove"))
        self.more.setMenu(menu)
        self.more.setAccessibleName(self.tr("More to do about the authority"))
        self.perhaps = secondary(self.tr("The directory has one much like it."), wrap=True)
        self.same = QPushButton("")
        theme.button_kind(self.same, "link")
        self.law = label("", 13, 600)
        self.reason = label("", 13, 400, "text2", wrap=True)
        self.did = label("", 13, 400, wrap=True)
        self.reviews_head = _apart(self.tr("Internal reviews"))
        self.reviews = label("", 13, 400, wrap=True)
        self.cited_head = _apart(self.tr("Most cited"))
        self.email = label("", 13, 400, wrap=True)
        self.email.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.notes = label("", 13, 400, "text2", wrap=True)
        self.requests_head = _apart("")
        self.requests = RequestsOfOne()
        self.new.clicked.connect(self.new_wanted)
        self.edit.clicked.connect(self.edit_wanted)
        self.join.triggered.connect(self.join_wanted)
        self.remove.triggered.connect(self.remove_wanted)
        self.same.clicked.connect(self._same)
        self.requests.opened.connect(self.request_wanted)

    def _lay_out(self) -> None:
        self._inside = QWidget()
        holder = QWidget()
        theme.ground(holder, "surface")
        outer = QVBoxLayout(holder)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._inside)
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(6)
        for part in (self.name, self.where, self.names):
            column.addWidget(part)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.new, self.edit, self.more):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column.addLayout(buttons)
        column.addWidget(self.perhaps)
        column.addWidget(self.same, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(4)
        column.addWidget(rule())
        column.addSpacing(4)
        law = QHBoxLayout()
        law.setSpacing(8)
        law.addWidget(section(self.tr("Law")))
        law.addWidget(self.law)
        law.addStretch(1)
        column.addLayout(law)
        column.addWidget(self.reason)
        column.addSpacing(8)
        column.addWidget(section(self.tr("How it did")))
        column.addWidget(self.did)
        self._cited = QWidget()
        parts = (self.cited_head, self._cited, self.reviews_head, self.reviews, self.email)
        for below in (*parts, self.notes, self.requests_head):
            column.addWidget(below)
        column.addWidget(self.requests, 1)
        column.addStretch(0)
        self.setWidget(holder)
        self._inside.hide()

    def _say(self, where: QLabel, text: str) -> None:
        where.setText(text)
        where.setVisible(bool(text))

    def _show_cited(self, record: AuthorityRecord) -> None:
        self.cited_head.setVisible(bool(record.exemptions))
        made = QWidget()
        grid = QGridLayout(made)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for row, (provision, title, number) in enumerate(record.exemptions[:CITED]):
            grid.addWidget(ExemptionChip(ProvisionTag(provision, True, title)), row, 0)
            grid.addWidget(label(title, 13, 400, "text2", wrap=True), row, 1)
            grid.addWidget(label(counted(number, "request"), 12, 500, "text2"), row, 2)
        layout = self._inside.layout()
        if layout is not None:
            layout.replaceWidget(self._cited, made)
        self._cited.deleteLater()
        self._cited = made
        made.setVisible(bool(record.exemptions))
