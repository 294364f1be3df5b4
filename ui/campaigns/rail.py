"""Beside the matrix: who disclosed what the chosen one refused, what was asked, and notes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QFrame,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from foitrack.desk.disclosed import for_a_letter, line
from foitrack.desk.views.coverage import Coverage, CoverageRow, Disclosure, Figure
from foitrack.law.wording import table_date
from ui import theme
from ui.campaigns import cells
from ui.campaigns.notes_box import NotesBox
from ui.widgets.labels import rule, secondary, section, words
from ui.widgets.sharing import beside

WIDTH = 272
SHOWN = 12
"""Authorities named in the rail; all of them are copied."""
REFUSED = frozenset({Figure.REFUSED, Figure.PART})
LEAST_TEXT = 110


class CampaignRail(QScrollArea):
    """Scrolls by itself where the window is low."""

    open_wanted = Signal(int)
    """Open a request."""
    copied = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found: tuple[Disclosure, ...] = ()
        self._line: CoverageRow | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._make()
        self._lay_out()
        self._grow()
        theme.changes().changed.connect(self._grow)

    def _make(self) -> None:
        self.name = section("")
        self.name.setWordWrap(True)
        self.what = secondary("", wrap=True)
        self.open = QPushButton(self.tr("Open the request"))
        self.open.clicked.connect(self._open)
        self.head = words(self.tr("Who answered it in full"), 13, 600)
        self.others = words("", 12, 400, "text2", wrap=True)
        self.copy = QPushButton(self.tr("Copy for a review letter"))
        theme.set_icon(self.copy, "copy", "text2")
        self.copy.clicked.connect(self._copy)
        self.asked = QPlainTextEdit()
        self.asked.setReadOnly(True)
        self.asked.setProperty("bare", "true")
        self.asked.setTabChangesFocus(True)
        self.asked.setAccessibleName(self.tr("What was asked"))
        self.asked.setMinimumHeight(theme.px(LEAST_TEXT))
        self.asked_of = secondary("", wrap=True)
        self.notes = NotesBox()
        self.asked.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for field in (self.asked, self.notes.edit):
            # They take what is left, and ask for no more: the rail scrolls only where it must.
            field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.notes.edit.setMinimumHeight(theme.px(LEAST_TEXT - 40))

    def _lay_out(self) -> None:
        inside = QWidget()
        theme.ground(inside, "surface")
        self.asked.document().setDocumentMargin(0)
        column = QVBoxLayout(inside)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(8)
        self.chosen = QWidget()
        top = QVBoxLayout(self.chosen)
        top.setContentsMargins(0, 0, 0, 0)
        top.setSpacing(8)
        for widget in (self.name, self.what, self.open, self.head, self.others, self.copy):
            top.addWidget(widget)
        top.addWidget(rule())
        column.addWidget(self.chosen)
        column.addWidget(section(self.tr("What was asked")))
        column.addWidget(self.asked_of)
        column.addWidget(self.asked, 3)
        column.addWidget(section(self.tr("Notes")))
        column.addWidget(self.notes, 2)
        self.setWidget(inside)
        self.chosen.hide()

    # What is shown

    def show_campaign(self, found: Coverage) -> None:
        """Show what a campaign asked, and its notes."""
        self.asked_of.setText(_asked_of(self, found))
        said = "\n\n".join(_numbered(self, found))
        if self.asked.toPlainText() != said:
            self.asked.setPlainText(said)
        self.asked.setVisible(bool(said))
        self.notes.show_notes(found.id, found.notes)

    def show_line(self, chosen: CoverageRow | None) -> None:
        """Show which request is chosen; who disclosed the same is told once it is known."""
        self._line = chosen
        self.chosen.setVisible(chosen is not None)
        if chosen is None:
            return
        row = chosen.row
        self.name.setText(row.authority or self.tr("Authority not stated"))
        asked = self.tr("Asked {0}").format(table_date(row.sent_on)) if row.sent_on else ""
        known = (asked, cells.answer(chosen).words, cells.answered(chosen).text, chosen.kind)
        self.what.setText(" · ".join(part for part in known if part))
        self._show_others(())
        self.others.setText("")

    def wants_others(self) -> bool:
        """Whether the chosen one refused something that others may have disclosed."""
        return self._line is not None and bool(self._line.figures & REFUSED)

    def show_others(self, request_id: int, found: Sequence[Disclosure]) -> None:
        """Tell who answered in full what the request was refused."""
        if self._line is not None and self._line.row.id == request_id:
            self._show_others(tuple(found))

    def _show_others(self, found: tuple[Disclosure, ...]) -> None:
        self._found = found
        wanted = self.wants_others()
        self.head.setVisible(wanted)
        self.others.setVisible(wanted)
        self.copy.setVisible(bool(found))
        if found:
            named = [self._said(one) for one in found[:SHOWN]]
            more = len(found) - len(named)
            named += [self.tr("and {0} more").format(more)] if more else []
            self.others.setText("\n".join(named))
        else:
            self.others.setText(self.tr("Nobody asked the same question, as far as it is kept."))

    def _said(self, one: Disclosure) -> str:
        return line(one) if one.same else self.tr("{0}: much the same question").format(line(one))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(for_a_letter(self._found))
        self.copied.emit()

    def _open(self) -> None:
        if self._line is not None:
            self.open_wanted.emit(self._line.row.id)

    def fit(self, page: int) -> None:
        """Take the width that goes with the page's, in pixels."""
        self.setFixedWidth(beside(page, WIDTH, theme.scale()))

    def _grow(self) -> None:
        self.asked.setMinimumHeight(theme.px(LEAST_TEXT))


def _numbered(rail: CampaignRail, found: Coverage) -> list[str]:
    if len(found.questions) < 2:
        return [one.wording for one in found.questions]
    asked = rail.tr("Asked of {0}:")
    return [f"{asked.format(f'{one.requests:,}')}\n{one.wording}" for one in found.questions]


def _asked_of(rail: CampaignRail, found: Coverage) -> str:
    kept = sum(one.requests for one in found.questions)
    if not kept:
        return rail.tr("The words of the question are not kept here yet.")
    if len(found.questions) > 1:
        said = rail.tr("{0} wordings among {1} of {2} requests")
        return said.format(len(found.questions), f"{kept:,}", f"{len(found.rows):,}")
    return rail.tr("In these words {0} of {1}").format(f"{kept:,}", f"{len(found.rows):,}")
