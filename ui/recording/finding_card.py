"""One finding in the pane: its value, its source, and what a person can say of it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from foitrack.desk.views import FindingStatus, ProposedFinding, ProvisionTag
from ui import theme
from ui.core_words import told
from ui.recording.finding_editor import FindingEditor
from ui.recording.marks import BADGE, paint_badge
from ui.recording.words import field_name, status_words, value_in_words
from ui.widgets.exemption_chip import ExemptionChip
from ui.widgets.law_note import LawNoteBox

BADGE_ROOM = 34
BUTTON_HEIGHT = 28


class NumberBadge(QWidget):
    """The find's number, as in the document's margin."""

    def __init__(self, number: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._number = number
        self.chosen = False
        self.setFixedSize(theme.px(BADGE) + 4, theme.px(BADGE) + 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font(11, 600))
        inside = self.rect().adjusted(2, 2, -2, -2)
        paint_badge(painter, inside.toRectF(), str(self._number), self.chosen)


class FindingCard(QWidget):
    """A finding; Enter confirms, E edits, Delete leaves it out, L says what the law says."""

    chosen = Signal(int)
    confirmed = Signal(int)
    rejected = Signal(int)
    corrected = Signal(int, str)
    stepped = Signal(int, int)
    """Up or Down was pressed: this finding, and -1 or 1."""

    def __init__(
        self,
        finding: ProposedFinding,
        number: int | None,
        source: str,
        parent: QWidget | None = None,
    ) -> None:
        """`source` says where the value stands and why it was taken."""
        super().__init__(parent)
        self.finding = finding
        self.number = number
        self._is_chosen = False
        self._editor: FindingEditor | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setObjectName(f"finding-{finding.field}")
        self._badge = NumberBadge(number, self) if number is not None else None
        self._build(source)

    def _build(self, source: str) -> None:
        self._name = _label(
            told(self.finding.title) or field_name(self.finding.field), 12, 400, "text2"
        )
        self._status_icon = QLabel(self)
        self._status = _label("", 12, 500, "text2")
        self._value = _label("", 14, 500, "text")
        self._value.setWordWrap(True)
        self._source = _label(source, 12, 400, "text2")
        self._source.setWordWrap(True)
        self.change = QPushButton(self.tr("Change"), self)
        self.confirm = QPushButton(self.tr("Confirm"), self)
        for button in (self.change, self.confirm):
            button.setFixedHeight(theme.px(BUTTON_HEIGHT))
            # The card itself takes the keyboard; Tab goes from finding to finding.
            button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.change.clicked.connect(self.edit)
        self.confirm.clicked.connect(lambda: self.confirmed.emit(self.finding.id))
        self._body = QHBoxLayout()
        self._body.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addLayout(self._value_line())
        words.addWidget(self._source)
        self._words = words
        self._body.addLayout(words, 1)
        self._body.addWidget(self.change, 0, Qt.AlignmentFlag.AlignBottom)
        self._body.addWidget(self.confirm, 0, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addLayout(self._head())
        column.addLayout(self._body)
        self.law = self._law_note()
        if self.law is not None:
            column.addWidget(self.law)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(10)
        if self._badge is not None:
            row.addWidget(self._badge, 0, Qt.AlignmentFlag.AlignTop)
        else:
            row.addSpacing(theme.px(BADGE) + 14)
        row.addLayout(column, 1)

    def _value_line(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(8)
        self.chip: ExemptionChip | None = None
        if self.finding.field == "exemption":
            self.chip = ExemptionChip(self._tag(FindingStatus.PROPOSED, self.finding.value), self)
            line.addWidget(self.chip, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._value, 1)
        return line

    def _tag(self, status: FindingStatus, value: str) -> ProvisionTag:
        confirmed = status in (FindingStatus.CONFIRMED, FindingStatus.CORRECTED)
        return ProvisionTag(value, confirmed, told(self.finding.title))

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.addWidget(self._name, 1)
        head.addWidget(self._status_icon)
        head.addWidget(self._status)
        return head

    def _law_note(self) -> LawNoteBox | None:
        note = self.finding.law
        if note is None:
            return None
        box = LawNoteBox(self.finding.value, note, self)
        # As with the other buttons: Tab goes from finding to finding, and L opens the note.
        box.button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        box.button.setToolTip(self.tr("What the law says (L)"))
        return box

    def show_name(self, name: str) -> None:
        """Call the field by another name, as the date of a letter that is no response."""
        self._name.setText(name)

    def show_status(self, status: FindingStatus, value: str) -> None:
        """Show what stands for the finding now."""
        icon, words, token = status_words(self.finding, status)
        self._status.setText(words)
        theme.colour_label(self._status, token)
        theme.set_pixmap(self._status_icon, icon, token, 14)
        shown = self._shown_value(value)
        self._value.setText(shown)
        if self.chip is not None:
            self.chip.show_tag(self._tag(status, value))
        if self.law is not None:
            # The note is of what was read; another provision has another note.
            self.law.setVisible(value == self.finding.value)
        open_still = status is FindingStatus.PROPOSED
        self.confirm.setVisible(open_still)
        self.change.setVisible(open_still or self._is_chosen)
        self.change.setText(self.tr("Change") if open_still else self.tr("Change again"))
        self.setAccessibleName(f"{self._name.text()}: {shown}. {words}")
        self.setAccessibleDescription(self._source.text())

    def _shown_value(self, value: str) -> str:
        if self.finding.field != "exemption":
            return value_in_words(self.finding.field, value)
        purposes = ", ".join(w.split(" ", 1)[-1] for w in self.finding.with_provisions)
        by_virtue = self.tr(" by virtue of {0}").format(purposes) if purposes else ""
        # The chip beside it names the section, and its tooltip the Act.
        return f"{value.split(' ', 1)[-1]}{by_virtue}"

    def set_chosen(self, chosen: bool) -> None:
        """Mark this card, and its number, as the chosen one."""
        self._is_chosen = chosen
        if self._badge is not None:
            self._badge.chosen = chosen
            self._badge.update()
        self.update()

    def edit(self) -> None:
        """Put an editor in place of the value."""
        if self._editor is not None:
            self._editor.take_focus()
            return
        self._editor = FindingEditor(self.finding, self)
        self._editor.given.connect(self._end_edit)
        self._editor.given_up.connect(lambda: self._end_edit(None))
        self._words.insertWidget(1, self._editor)
        self._value.hide()
        if self.chip is not None:
            self.chip.hide()
        self._editor.take_focus()

    def _end_edit(self, value: str | None) -> None:
        editor, self._editor = self._editor, None
        if editor is None:
            return
        editor.deleteLater()
        self._value.show()
        if self.chip is not None:
            self.chip.show()
        self.setFocus()
        if value is not None:
            self.corrected.emit(self.finding.id, value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.confirmed.emit(self.finding.id)
        elif event.key() == Qt.Key.Key_E:
            self.edit()
        elif event.key() == Qt.Key.Key_L and self.law is not None and self.law.isVisible():
            self.law.open(not self.law.is_open())
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.stepped.emit(self.finding.id, -1 if event.key() == Qt.Key.Key_Up else 1)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.rejected.emit(self.finding.id)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.chosen.emit(self.finding.id)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens = theme.tokens()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._is_chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens.accent_soft)
            painter.drawRoundedRect(self.rect().adjusted(2, 1, -2, -1), 6, 6)
            painter.setBrush(tokens.accent)
            painter.drawRoundedRect(2, 6, 3, self.height() - 12, 1.5, 1.5)
        else:
            painter.setPen(QPen(tokens.line, 1))
            painter.drawLine(12, self.height() - 1, self.width() - 12, self.height() - 1)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(tokens.accent, 2))
            painter.drawRoundedRect(self.rect().adjusted(2, 2, -2, -2), 6, 6)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, super().minimumSizeHint().height())


def _label(text: str, size: int, weight: int, token: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setFont(theme.font(size, weight))
    theme.colour_label(label, token)
    return label
