"""A filter as a pill: its name and what is chosen; a menu with tick boxes and counts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from ui import theme
from ui.widgets.mirrored import mirrored

HEIGHT = 30
PAD = 9
GAP = 5
ARROW = 14
WIDEST_VALUE = 200
"""Pixels; a longer value is elided, and whole in the tooltip."""
NAMED = 2
"""As many choices are named on the pill; more are counted."""


@dataclass(frozen=True, slots=True)
class Option:
    """One line of the menu: its value, words, and how many there are (None: not said)."""

    value: str
    words: str
    count: int | None = None


def _line(option: Option) -> str:
    count = "" if option.count is None else f"\t{option.count:,}"
    return option.words.replace("&", "&&") + count


class StayingMenu(QMenu):
    """A menu that stays open while boxes are ticked."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick without closing."""
        action = self.activeAction()
        if action is not None and action.isCheckable() and action.actionGroup() is None:
            action.trigger()
            return
        super().mouseReleaseEvent(event)


class FilterPill(QToolButton):
    """Nothing ticked means all. With `single`, ticking one unticks the others."""

    changed = Signal(object)
    """The values ticked, as a frozenset."""

    def __init__(self, name: str, *, single: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._single = single
        self._options: tuple[Option, ...] = ()
        self._ticked: frozenset[str] = frozenset()
        self._filled = False
        """Whether the menu has a line for each of the options."""
        self._menu = StayingMenu(self)
        self._menu.aboutToShow.connect(self._fill)
        self.setMenu(self._menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._show()
        theme.changes().changed.connect(self.updateGeometry)

    def set_options(self, options: Iterable[Option]) -> None:
        """Offer these; what was ticked and is no longer there stays ticked and is still shown."""
        offered = tuple(options)
        lost = sorted(self._ticked - {option.value for option in offered})
        self._options = offered + tuple(Option(value, value, 0) for value in lost)
        self._filled = False
        if self._menu.isVisible():
            self._fill()
        self._show()

    def menu(self) -> QMenu:
        """The menu with its lines, which are made when somebody looks: there may be hundreds."""
        self._fill()
        return self._menu

    def _fill(self) -> None:
        if self._filled:
            return
        self._filled = True
        self._menu.clear()
        if self._single:
            self._add(None, self.tr("All"), not self._ticked)
        for option in self._options:
            self._add(option.value, _line(option), option.value in self._ticked)
        if not self._single:
            self._menu.addSeparator()
            self._menu.addAction(self.tr("Show all"), self.clear)

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Say of each choice how many there are; the menu may be open."""
        self._options = tuple(
            replace(option, count=counts.get(option.value, 0)) for option in self._options
        )
        by_value = {option.value: option for option in self._options}
        for action in self._menu.actions():
            option = by_value.get(action.data())
            if option is not None:
                action.setText(_line(option))

    def ticked(self) -> frozenset[str]:
        """The values chosen; empty means all."""
        return self._ticked

    def set_ticked(self, values: Iterable[str]) -> None:
        """Choose values without saying so."""
        self._ticked = frozenset(values)
        for action in self._menu.actions():
            if action.isCheckable():
                on = action.data() in self._ticked or (action.data() is None and not self._ticked)
                action.setChecked(on)
        self._show()

    def clear(self) -> None:
        """Choose all."""
        self._choose(frozenset())

    def shown_value(self) -> str:
        """What stands on the pill beside its name."""
        words = [option.words for option in self._options if option.value in self._ticked]
        if not self._ticked:
            return self.tr("All")
        if len(words) > NAMED:
            return self.tr("{0} chosen").format(len(words))
        return ", ".join(words)

    def _add(self, value: str | None, words: str, on: bool) -> None:
        action = QAction(words, self._menu)
        action.setCheckable(True)
        action.setChecked(on)
        action.setData(value)
        action.triggered.connect(lambda checked, value=value: self._toggle(value, checked))
        self._menu.addAction(action)

    def _toggle(self, value: str | None, on: bool) -> None:
        if value is None:
            self._choose(frozenset())
        elif self._single:
            self._choose(frozenset({value}) if on else frozenset())
            self._menu.close()
        else:
            self._choose(self._ticked | {value} if on else self._ticked - {value})

    def _choose(self, values: frozenset[str]) -> None:
        before = self._ticked
        self.set_ticked(values)
        if values != before:
            self.changed.emit(values)

    def _show(self) -> None:
        self.setText(f"{self._name} {self.shown_value()}")
        self.setAccessibleName(self.tr("Filter: {0}").format(self.text()))
        self.setToolTip(self.text() if self.elided_value() != self.shown_value() else "")
        self.setProperty("pill", "on" if self._ticked else "off")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for name, value and arrow."""
        across = self._name_width() + self._value_width()
        wide = across + theme.px(2 * PAD + GAP + ARROW + 4)
        return QSize(round(wide) + 1, theme.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """A pill is never cut."""
        return self.sizeHint()

    def _name_width(self) -> float:
        return QFontMetricsF(theme.font(13, 400)).horizontalAdvance(self._name)

    def _value_width(self) -> float:
        return QFontMetricsF(theme.font(13, 500)).horizontalAdvance(self.elided_value())

    def elided_value(self) -> str:
        """The value as it fits the pill."""
        return QFontMetricsF(theme.font(13, 500)).elidedText(
            self.shown_value(), Qt.TextElideMode.ElideRight, theme.px(WIDEST_VALUE)
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Name in plain type, value in stronger type, tinted when something is chosen."""
        tokens = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = bool(self._ticked)
        ground = tokens.accent_soft if on else tokens.raised
        if self.underMouse() and not on:
            ground = tokens.hover
        painter.setPen(QPen(tokens.accent_line if on else tokens.line2, 1))
        painter.setBrush(ground)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        box = QRectF(self.rect()).adjusted(theme.px(PAD), 0, -theme.px(PAD), 0)
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.setFont(theme.font(13, 400))
        painter.setPen(tokens.accent_ink if on else tokens.text2)
        painter.drawText(box, middle, self._name)
        painter.setFont(theme.font(13, 500))
        painter.setPen(tokens.accent_ink if on else tokens.text)
        beside = box.adjusted(self._name_width() + theme.px(GAP), 0, 0, 0)
        painter.drawText(mirrored(self, beside), middle, self.elided_value())
        side = theme.px(ARROW)
        arrow = QRectF(box.right() - side + 3, box.center().y() - side / 2, side, side)
        theme.paint_icon(
            painter, "chevron-down", "accent_ink" if on else "text2", mirrored(self, arrow)
        )
