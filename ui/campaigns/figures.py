"""How a campaign stands: a number and a word for each answer; pressing one shows only those."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from foitrack.desk.coverage_words import FIGURE_WORDS
from foitrack.desk.views.coverage import Figure
from ui import theme
from ui.campaigns.cells import translate
from ui.widgets.flow import Flow
from ui.widgets.mirrored import turn_for, write
from ui.widgets.page_header import MARGIN

TALL = 46
PAD = 10
ICON = 14
LOOKS: dict[Figure, tuple[str, str]] = {
    Figure.ASKED: ("send", "text2"),
    Figure.ANSWERED: ("check-circle", "green"),
    Figure.PART: ("part", "green"),
    Figure.REFUSED: ("refused", "plum"),
    Figure.NOT_HELD: ("dash", "text2"),
    Figure.UNSAID: ("question", "amber"),
    Figure.TO_READ: ("mail", "accent_ink"),
    Figure.NONE_YET: ("hourglass", "text2"),
    Figure.LATE: ("alert", "red"),
    Figure.IN_REVIEW: ("review", "violet"),
    Figure.COMMISSIONER: ("scales", "violet"),
    Figure.TRIBUNAL: ("court", "violet"),
    Figure.ENDED: ("closed", "text2"),
    Figure.DRAFT: ("draft", "text2"),
}
_MOVES = {Qt.Key.Key_Left: False, Qt.Key.Key_Right: True}


class FigureButton(QAbstractButton):
    """The number in strong type, its word and icon below it. Left and right go on."""

    def __init__(self, figure: Figure, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.figure = figure
        self._number = 0
        self.setCheckable(True)
        self.setText(translate("Campaign", FIGURE_WORDS[figure]))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.show_number(0)

    def show_number(self, number: int) -> None:
        """Say another number."""
        self._number = number
        self.setAccessibleName(f"{self.text()}: {number:,}")
        self.setToolTip(self.tr("Show only these. Press again to show all."))
        self.updateGeometry()
        self.update()

    def number(self) -> int:
        """The number said."""
        return self._number

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses, arrows go to the neighbours."""
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif key in _MOVES:
            self.focusNextPrevChild(_MOVES[key])
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Room for the word with its icon, or for the number."""
        word = QFontMetricsF(theme.font(12, 500)).horizontalAdvance(self.text())
        number = QFontMetricsF(theme.font(17, 600)).horizontalAdvance(f"{self._number:,}")
        across = max(word + theme.px(ICON + 6), number) + theme.px(2 * PAD)
        return QSize(round(across) + 2, theme.px(TALL))

    def minimumSizeHint(self) -> QSize:
        """Never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A box while it is pressed; number above, icon and word below."""
        tokens, on = theme.tokens(), self.isChecked()
        painter = QPainter(self)
        turn_for(painter, self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if on or self.underMouse():
            painter.setPen(QPen(tokens.accent_line, 1) if on else Qt.PenStyle.NoPen)
            painter.setBrush(tokens.accent_soft if on else tokens.hover)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        icon, tone = LOOKS[self.figure]
        inside = QRectF(self.rect()).adjusted(theme.px(PAD), 0, -theme.px(PAD), 0)
        half = self.height() / 2
        painter.setFont(theme.font(17, 600))
        number_tone = "red" if self.figure is Figure.LATE and self._number else "text"
        painter.setPen(tokens.named(number_tone if self._number else "text3"))
        top = QRectF(inside.left(), theme.px(3), inside.width(), half)
        write(painter, top, Qt.AlignmentFlag.AlignVCenter, f"{self._number:,}")
        side = theme.px(ICON)
        below = QRectF(inside.left(), half - theme.px(1), inside.width(), half)
        sign = QRectF(below.left(), below.center().y() - side / 2, side, side)
        theme.paint_icon(painter, icon, tone if self._number else "text3", sign)
        painter.setFont(theme.font(12, 500))
        painter.setPen(tokens.named("accent_ink" if on else "text2"))
        words = below.adjusted(side + theme.px(6), 0, 2, 0)
        write(painter, words, Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.end()


class FigureStrip(QWidget):
    """The figures side by side, on as many lines as they need."""

    changed = Signal(object)
    """The figures pressed: a frozenset of `Figure`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("How the campaign stands"))
        row = Flow(self, 2, QMargins(MARGIN - PAD, 0, MARGIN, 4))
        self._figures: tuple[tuple[Figure, int], ...] = ()
        self._brief = False
        self.buttons: dict[Figure, FigureButton] = {}
        for figure in Figure:
            button = FigureButton(figure, self)
            button.clicked.connect(lambda _=False, which=figure: self._press(which))
            self.buttons[figure] = button
            row.addWidget(button)
        theme.changes().changed.connect(self.updateGeometry)

    def show_figures(self, figures: tuple[tuple[Figure, int], ...]) -> None:
        """Show these numbers and no others."""
        self._figures = figures
        told = dict(figures)
        for figure, button in self.buttons.items():
            wanted = figure in told and (told[figure] > 0 or not self._brief)
            button.setVisible(wanted or button.isChecked())
            button.show_number(told.get(figure, 0))
        self.updateGeometry()

    def be_brief(self, brief: bool) -> None:
        """Leave out what is 0, where there is little room."""
        if brief != self._brief:
            self._brief = brief
            self.show_figures(self._figures)

    def pressed(self) -> frozenset[Figure]:
        """The figures pressed; all requests are no narrowing."""
        found = {figure for figure, button in self.buttons.items() if button.isChecked()}
        return frozenset(found - {Figure.ASKED})

    def clear(self) -> None:
        """Press none, without saying so."""
        for button in self.buttons.values():
            button.setChecked(False)

    def _press(self, figure: Figure) -> None:
        if figure is Figure.ASKED:
            self.clear()
        self.changed.emit(self.pressed())
