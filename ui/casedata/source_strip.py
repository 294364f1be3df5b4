"""What a case row was read from: the words as written, and the value each was grouped under."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from foitrack.desk.views import CaseRowView
from foitrack.reading.schema import CaseSchema
from ui import theme
from ui.casedata import words
from ui.casedata.delegate import two_lines
from ui.core_words import told
from ui.widgets.labels import words as label

HEIGHT, LOW_HEIGHT = 104, 124
"""One height for all rows, so that the table does not jump; more where lines are short."""
SHORT_LINES = 1000
STACKED, STACKED_HEIGHT = 760, 132
"""Below this width the buttons stand below the words."""


class Quotation(QLabel):
    """A text on two lines at most; the tooltip has all of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def setText(self, text: str) -> None:
        """Say something else."""
        super().setText(text)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap anew."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        metrics = QFontMetrics(theme.font(13, 400))
        lines = 1 if metrics.horizontalAdvance(self.text()) <= self.width() else 2
        self.setFixedHeight(lines * metrics.lineSpacing() + 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the two lines."""
        painter = QPainter(self)
        painter.setPen(theme.tokens().text)
        two_lines(painter, self.rect(), self.text(), theme.font(13, 400), from_top=True)
        painter.end()


class SourceStrip(QWidget):
    """Below the rows; says nothing until a row is chosen."""

    open_wanted = Signal(object)
    """Open the document at the row's place: `CaseRowView`."""
    checked_wanted = Signal(object, bool)
    """Mark a row as checked by a person, or not: `CaseRowView`."""
    grouping_wanted = Signal(object)
    """Change what the row's words count as: `CaseRowView`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.ground(self, "surface")
        self._row: CaseRowView | None = None
        self._schema: CaseSchema | None = None
        self.who = label("", 13, 600)
        self.where = label("", 12, 400, "text2")
        self.quote = Quotation()
        self.grouped = QLabel()
        self.grouped.setTextFormat(Qt.TextFormat.RichText)
        self.grouped.setWordWrap(True)
        self.flags = label("", 12, 500, "amber")
        self.open = QPushButton(self.tr("Open the source"))
        theme.set_icon(self.open, "external")
        self.open.clicked.connect(self._open)
        self.checked = QPushButton()
        self.checked.clicked.connect(self._check)
        self.grouping = QPushButton(self.tr("Change grouping…"))
        self.grouping.clicked.connect(self._group)
        self._lay_out()
        self.show_row(None, None)
        # A method, not a lambda: Qt forgets it when this widget goes.
        theme.changes().changed.connect(self._show_again)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self.who)
        head.addWidget(self.where)
        head.addWidget(self.flags)
        head.addStretch(1)
        left = QVBoxLayout()
        left.setSpacing(3)
        left.addLayout(head)
        for widget in (self.quote, self.grouped):
            left.addWidget(widget)
        left.addStretch(1)
        self._deeds = right = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        right.setSpacing(6)
        right.addWidget(self.open)
        both = QHBoxLayout()
        both.setSpacing(6)
        both.addWidget(self.grouping)
        both.addWidget(self.checked)
        right.addLayout(both)
        right.addStretch(1)
        self._sides = row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        row.setContentsMargins(24, 10, 24, 10)
        row.setSpacing(24)
        row.addLayout(left, 1)
        row.addLayout(right)

    def _show_again(self) -> None:
        self.show_row(self._row, self._schema)

    def row(self) -> CaseRowView | None:
        """The row shown."""
        return self._row

    def show_row(self, row: CaseRowView | None, schema: CaseSchema | None) -> None:
        """Show another row, or that none is chosen."""
        self._row, self._schema = row, schema
        for button in (self.open, self.checked, self.grouping):
            button.setEnabled(row is not None)
        if row is None:
            self.who.setText(self.tr("Choose a row to see the words it was read from"))
            for shown in (self.where, self.quote, self.grouped, self.flags):
                shown.setText("")
                shown.hide()
            self.checked.setText(self.tr("Mark as checked"))
            return
        self._say(row, schema)

    def _say(self, row: CaseRowView, schema: CaseSchema | None) -> None:
        self.who.setText(words.authority(row))
        where = self.tr("{0}, as written").format(words.source(row))
        self.where.setText(where if row.document_id is not None else self.tr("typed in"))
        quote = words.quotation(row, schema)
        self.quote.setText(f"“{quote}”")
        self.quote.setToolTip(quote)
        self.quote.setVisible(bool(quote))
        self.grouped.setText(_grouped(row, schema, quote))
        self.flags.setText(". ".join(flag[:1].upper() + flag[1:] for flag in map(told, row.flags)))
        plain = all(flag.startswith("counts ") for flag in row.flags)
        theme.colour_label(self.flags, "text2" if plain else "amber")
        self.where.show()
        self.grouped.show()
        self.flags.setVisible(bool(row.flags))
        self.open.setEnabled(row.document_id is not None)
        self.checked.setText(
            self.tr("Mark as not checked") if row.checked else self.tr("Mark as checked")
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More height where lines are short."""
        super().resizeEvent(event)
        low = self.width() < theme.px(SHORT_LINES)
        stacked = self.width() < theme.px(STACKED)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._sides.setDirection(down if stacked else across)
        self._sides.setSpacing(6 if stacked else 24)
        self._deeds.setDirection(across if stacked or not low else down)
        tall = STACKED_HEIGHT if stacked else LOW_HEIGHT if low else HEIGHT
        self.setFixedHeight(theme.px(tall))

    def _open(self) -> None:
        if self._row is not None:
            self.open_wanted.emit(self._row)

    def _group(self) -> None:
        if self._row is not None:
            self.grouping_wanted.emit(self._row)

    def _check(self) -> None:
        if self._row is not None:
            self.checked_wanted.emit(self._row, not self._row.checked)


def _grouped(row: CaseRowView, schema: CaseSchema | None, quote: str) -> str:
    """Each printed cell and the value it counts as: Rank “SG” › Sergeant."""
    tokens = theme.tokens()
    parts = []
    for cell in words.as_written(row, schema):
        quoted = cell.printed == quote
        if quoted and not cell.grouped:
            continue
        said = f"<span style='color:{tokens.text2.name()}'>{escape(cell.heading)}</span>&nbsp; "
        if not quoted:
            said += f"<b>“{escape(cell.printed)}”</b> "
        if cell.grouped:
            said += f"<span style='color:{tokens.text3.name()}'>›</span> {escape(cell.grouped)}"
        parts.append(said)
    return "&nbsp;&nbsp;&nbsp; ".join(parts)
