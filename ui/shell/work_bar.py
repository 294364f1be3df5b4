"""Long work at the foot of the window: how far it is, and a button that stops it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from foitrack.progress import Progress
from ui import theme
from ui.tasks import Tasks
from ui.widgets.labels import words
from ui.widgets.notice import NoticeBar
from ui.widgets.popover import paint_shadow

SHADOW = 12
LOOK_MS = 80


class WorkBar(QWidget):
    """Comes up once work has taken 600 ms, beside which everything else can be used.

    Of several the first is shown; the next when that has ended.
    """

    came_up = Signal(bool)
    """Whether something is shown that a person may want to stop."""

    def __init__(self, tasks: Tasks, notice: NoticeBar) -> None:
        super().__init__(notice.parentWidget())
        self._notice = notice
        self._lasting: list[tuple[str, Progress]] = []
        self.told = words("", 13, 500)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setFixedSize(theme.px(140), theme.px(6))
        self.cancel = QPushButton(self.tr("Cancel"), self)
        self.cancel.clicked.connect(self.stop)
        self._look = QTimer(self)
        self._look.setInterval(LOOK_MS)
        self._look.timeout.connect(self._show_told)
        self._lay_out()
        self.hide()
        tasks.lasting.connect(self._begin)
        tasks.over.connect(self._end)
        self._lasting += tasks.lasting_now()

    def _lay_out(self) -> None:
        sign = QLabel(self)
        theme.set_pixmap(sign, "hourglass", "text2")
        row = QHBoxLayout(self)
        row.setContentsMargins(SHADOW + 14, SHADOW + 8, SHADOW + 8, SHADOW + 8)
        row.setSpacing(12)
        row.addWidget(sign)
        row.addWidget(self.told, 1)
        row.addWidget(self.bar, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.cancel)

    def show_lasting(self) -> None:
        """Come up where something lasted already before this window was made."""
        if self._lasting:
            self._come_up()

    def stop(self) -> None:
        """Stop what is shown; it goes once it has stopped."""
        if self._lasting and self._lasting[0][1].stop():
            self._show_told()

    def place(self) -> None:
        """Stand at the foot of the window, above a notice."""
        window = self.parentWidget() or self
        self.setMaximumWidth(min(theme.px(640), window.width() - 16))
        self.adjustSize()
        taken = self._notice.height() - SHADOW if self._notice.isVisible() else 0
        left = (window.width() - self.width()) // 2
        self.move(left, window.height() - self.height() - 8 - self._notice.foot() - taken)

    def _begin(self, label: str, progress: Progress) -> None:
        self._lasting.append((label, progress))
        if len(self._lasting) == 1:
            self._come_up()

    def _end(self, progress: Progress) -> None:
        shown = bool(self._lasting) and self._lasting[0][1] is progress
        self._lasting = [one for one in self._lasting if one[1] is not progress]
        if shown and self._lasting:
            self._come_up()
        elif not self._lasting:
            self._look.stop()
            self.hide()
            self.came_up.emit(False)

    def _come_up(self) -> None:
        label, _ = self._lasting[0]
        self.setAccessibleName(label)
        self.bar.setAccessibleName(label)
        self.cancel.setAccessibleDescription(label)
        self._show_told()
        self.show()
        self.raise_()
        self._look.start()
        self.came_up.emit(True)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, label))

    def _show_told(self) -> None:
        label, progress = self._lasting[0]
        told = progress.told
        # What the desk tells is translated where the other long work's words are.
        said = QCoreApplication.translate("LongWork", told.words) if told.words else label
        self.told.setText(self.tr("Stopping…") if progress.stopping else f"{said}…")
        self.cancel.setEnabled(told.can_stop and not progress.stopping)
        self.bar.setRange(0, 0 if told.part is None else 1000)
        self.bar.setValue(round((told.part or 0) * 1000))
        self.place()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A raised box with its shadow."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(SHADOW, SHADOW, -SHADOW, -SHADOW)
        paint_shadow(painter, box, SHADOW, 8)
        painter.setPen(QPen(theme.tokens().line2, 1))
        painter.setBrush(theme.tokens().raised)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
