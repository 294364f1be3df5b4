"""The guide's text as it is read: dressed by the theme, loading nothing, following only its own."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSignalBlocker, QUrl, Signal
from PySide6.QtGui import QResizeEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QTextBrowser, QTextEdit, QWidget

from ui import theme
from ui.help import guide
from ui.help.dressing import dress
from ui.help.guide import Heading, Spot

WIDEST = 780


class GuideText(QTextBrowser):
    """Shows one text of the guide at a time, and stays at its heading when the width changes."""

    wanted = Signal(object)
    """A link to another place in the guide was followed: its Spot."""
    at_heading = Signal(object)
    """The Heading under which the top of the view now stands."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("guideText")
        self.setAccessibleName(self.tr("User guide"))
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("bare", "true")
        self.setMaximumWidth(theme.px(WIDEST))
        self.text_name = ""
        self.headings: tuple[Heading, ...] = ()
        self._under: Heading | None = None
        self.anchorClicked.connect(self._follow)
        self.verticalScrollBar().valueChanged.connect(lambda _: self._tell_heading())
        theme.changes().changed.connect(self._put_on)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Nothing is ever loaded, from the network or from this computer."""
        return None

    def show_spot(self, spot: Spot) -> None:
        """Show a text from one of its headings on; from its top where it has no such heading."""
        if spot.text != self.text_name:
            self._show_text(spot.text)
        found = [one for one in self.headings if one.anchor == spot.anchor]
        self.show_block(found[0].block if found else 0)

    def show_block(self, number: int) -> None:
        """Put a block at the top of the view, and the text cursor into it."""
        block = self.document().findBlockByNumber(number)
        with QSignalBlocker(self.verticalScrollBar()):
            self.setTextCursor(QTextCursor(block))
            self.verticalScrollBar().setValue(self._top_of(number))
        self._tell_heading()

    def heading_now(self) -> Heading | None:
        """The heading under which the top of the view stands; None above the first."""
        passed = [one for one in self.headings if one.block <= self.top_block() + 1]
        return passed[-1] if passed else None

    def top_block(self) -> int:
        """The number of the block at the top of the view."""
        return self.cursorForPosition(QPoint(1, 1)).blockNumber()

    def mark(self, found: list[QTextCursor], current: int, *, move: bool) -> None:
        """Mark what was found; the current one stands out, and is brought into view if asked."""
        tokens, marks = theme.tokens(), []
        for at, cursor in enumerate(found):
            selection = QTextEdit.ExtraSelection()
            selection.cursor = cursor
            selection.format.setBackground(tokens.mark)
            selection.format.setForeground(tokens.paper_text)
            selection.format.setFontUnderline(at == current)
            marks.append(selection)
        self.setExtraSelections(marks)
        if found and move:
            self.setTextCursor(_end_of(found[current]))
            self.ensureCursorVisible()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines break elsewhere now; what stood at the top stays there."""
        top = self.top_block()
        super().resizeEvent(event)
        self.verticalScrollBar().setValue(self._top_of(top))

    def _show_text(self, name: str) -> None:
        self.text_name = name
        self.setMarkdown(guide.read(name))
        self.document().setDocumentMargin(theme.px(12))
        dress(self.document())
        self.headings = guide.headings(self.document())
        self._under = None

    def _put_on(self) -> None:
        if self.text_name:
            top = self.top_block()
            self._show_text(self.text_name)
            self.show_block(top)

    def _follow(self, link: QUrl) -> None:
        spot = guide.spot_of(link.toString(), self.text_name)
        if spot is not None:
            self.wanted.emit(spot)

    def _top_of(self, number: int) -> int:
        layout = self.document().documentLayout()
        block = self.document().findBlockByNumber(number)
        return round(layout.blockBoundingRect(block).top()) if number else 0

    def _tell_heading(self) -> None:
        under = self.heading_now()
        if under is not None and under is not self._under:
            self._under = under
            self.at_heading.emit(under)


def _end_of(cursor: QTextCursor) -> QTextCursor:
    """Where something ends, with nothing chosen: a choice would hide its mark."""
    made = QTextCursor(cursor)
    made.setPosition(cursor.selectionEnd())
    return made
