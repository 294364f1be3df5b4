"""A saved web page as it looks, bare of everything that runs, loads or hides."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QTextBrowser, QWidget

from ui import theme


class HtmlView(QTextBrowser):
    """Shows what has been sanitised before, and even of that loads and follows nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("htmlView")
        self.setAccessibleName(self.tr("The page as it looks"))
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setFont(theme.document_font())
        self.document().setDefaultStyleSheet(
            "td, th { padding: 3px 10px 3px 0px; } th { text-align: left; }"
        )
        self._dress()
        theme.changes().changed.connect(self._dress)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Nothing is ever loaded, from the network or from this computer."""
        return None

    def show_page(self, safe: str) -> None:
        """Show a page that `desk.web_pages.safe_page` gave."""
        self.setHtml(safe)

    def show_place(self, printed: str) -> None:
        """Select what is printed at a place, where the page has it in so many words."""
        self.moveCursor(self.textCursor().MoveOperation.Start)
        self.find(printed.split("\n")[0].strip())

    def _dress(self) -> None:
        tokens = theme.tokens()
        self.setStyleSheet(
            f"#htmlView {{ background: {tokens.paper.name()}; color: {tokens.paper_text.name()};"
            f" border: 1px solid {tokens.paper_line.name()}; border-radius: 0px; padding: 16px; }}"
        )
