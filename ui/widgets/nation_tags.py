"""Which nations keep a bank holiday: filled where it is one, hollow where it is a working day."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ui import theme
from ui.counting import for_later, listed
from ui.widgets.mirrored import turn_for, write

translate = QCoreApplication.translate

NATIONS = ("E", "W", "S", "NI")
_NAMES = {
    "E": for_later("England"),
    "W": for_later("Wales"),
    "S": for_later("Scotland"),
    "NI": for_later("Northern Ireland"),
}
SIZE = (19, 16)
GAP = 3


def in_words(kept: Collection[str]) -> str:
    """The nations that keep the day, in words."""
    names = [translate("NationTags", _NAMES[nation]) for nation in NATIONS if nation in kept]
    if len(names) == len(NATIONS):
        return translate("NationTags", "A bank holiday in all of the UK")
    if not names:
        return translate("NationTags", "No bank holiday")
    return translate("NationTags", "A bank holiday in {0} only").format(listed(names))


def tags_size() -> QSize:
    """How much room the four tags take."""
    across = theme.px(SIZE[0]) * len(NATIONS) + GAP * (len(NATIONS) - 1)
    return QSize(across, theme.px(SIZE[1]))


def paint_nations(
    painter: QPainter, left: float, top: float, kept: Collection[str], room: float = 1_000
) -> None:
    """Paint the four tags from a corner; with less room those that keep it, or none."""
    shown = _fitting(kept, room)
    tokens = theme.tokens()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(theme.font(11, 600))
    wide, tall = theme.px(SIZE[0]), theme.px(SIZE[1])
    for place, nation in enumerate(shown):
        on = nation in kept
        box = QRectF(left + place * (wide + GAP), top, wide, tall)
        painter.setPen(QPen(tokens.amber if on else tokens.ctl, 1))
        painter.setBrush(tokens.amber if on else tokens.surface)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        painter.setPen(tokens.surface if on else tokens.text2)
        write(painter, box, Qt.AlignmentFlag.AlignCenter, nation)
    painter.restore()


def _fitting(kept: Collection[str], room: float) -> tuple[str, ...]:
    own = tuple(nation for nation in NATIONS if nation in kept)
    for tags in (NATIONS, own):
        if len(tags) * (theme.px(SIZE[0]) + GAP) - GAP <= room:
            return tags
    return ()


class NationTags(QWidget):
    """The four tags as a widget."""

    def __init__(self, kept: Collection[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept = frozenset(kept)
        self.setFixedSize(tags_size())
        self.setAccessibleName(in_words(self._kept))
        self.setToolTip(in_words(self._kept))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the tags."""
        painter = QPainter(self)
        turn_for(painter, self)
        paint_nations(painter, 0, 0, self._kept)
