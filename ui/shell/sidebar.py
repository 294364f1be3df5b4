"""The side bar: New request, the pages with their counts, the campaigns, where things are kept."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from foitrack.desk.views import CampaignView, Counts
from ui import theme
from ui.shell.pages import PAGES
from ui.shell.sidebar_item import SIDEBAR, SidebarItem
from ui.widgets.labels import words

WIDTH = 216
FOLDED = 56


class Sidebar(QWidget):
    """216 wide; folded it is a bar of icons, 56 wide."""

    page_wanted = Signal(str)
    campaign_wanted = Signal(int)
    new_request_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(SIDEBAR)
        self.setAccessibleName(self.tr("Pages and campaigns"))
        theme.ground(self, "sidebar")
        self._folded = False
        self._stored = ""
        self.items: dict[str, SidebarItem] = {}
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(8, 12, 8, 10)
        self._column.setSpacing(0)
        self._add_new_request()
        self._add_pages()
        self._add_campaigns()
        self._add_foot()
        self.fold(False)
        theme.changes().changed.connect(self._fold_anew)

    def _add_new_request(self) -> None:
        self.new_request = QPushButton(self)
        theme.button_kind(self.new_request, "new")
        theme.set_icon(self.new_request, "plus", "accent_ink")
        self.new_request.setToolTip(self.tr("New request (Ctrl+N)"))
        self.new_request.setAccessibleName(self.tr("New request"))
        self.new_request.clicked.connect(self.new_request_wanted)
        row = QHBoxLayout()
        row.setContentsMargins(4, 0, 4, 14)
        row.addWidget(self.new_request)
        self._column.addLayout(row)

    def _add_pages(self, beneath: str = "") -> None:
        for page in PAGES:
            if page.in_sidebar and page.beneath == beneath:
                item = SidebarItem(page.shown_title, page.icon, self)
                item.setObjectName(f"page-{page.name}")
                item.clicked.connect(lambda _=False, name=page.name: self.page_wanted.emit(name))
                self.items[page.name] = item
                self._group.addButton(item)
                self._column.addWidget(item)

    def _add_campaigns(self) -> None:
        self._column.addSpacing(16)
        self._add_pages("campaigns")
        holder = QWidget()
        self._campaigns = QVBoxLayout(holder)
        self._campaigns.setContentsMargins(0, 0, 0, 0)
        self._campaigns.setSpacing(0)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(holder)
        self._column.addWidget(self._scroll, 1)
        self._none_yet = words(self.tr("None yet"), 13, 400, "text2")
        self._none_yet.setContentsMargins(12, 4, 0, 0)
        self._campaigns.addWidget(self._none_yet)
        self._campaigns.addStretch(1)

    def _add_foot(self) -> None:
        self._spring = QWidget(self)
        self._column.addWidget(self._spring, 1)
        self._add_pages("foot")
        self._working = QLabel(self)
        theme.set_pixmap(self._working, "hourglass", "text2")
        self._working.setFixedHeight(theme.px(24))
        self._working.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._foot = words("", 11, 400, "text2", wrap=True)
        self._foot.setContentsMargins(12, 6, 4, 0)
        self._column.addWidget(self._working)
        self._column.addWidget(self._foot)

    def fold(self, folded: bool) -> None:
        """Become a bar of icons, or unfold."""
        self._folded = folded
        self.setFixedWidth(theme.px(FOLDED if folded else WIDTH))
        self.new_request.setText("" if folded else self.tr("New request"))
        for item in self.items.values():
            item.set_folded(folded)
        self._scroll.setVisible(not folded)
        self._spring.setVisible(folded)
        self._say_foot("")

    def _fold_anew(self) -> None:
        self.fold(self._folded)

    def is_folded(self) -> bool:
        """Whether it is a bar of icons."""
        return self._folded

    def mark(self, page: str) -> None:
        """Mark the page that is up."""
        if page in self.items:
            self.items[page].setChecked(True)
            # Tab comes to the page that is up; from there the arrows go on.
            for name, item in self.items.items():
                stop = Qt.FocusPolicy.StrongFocus if name == page else Qt.FocusPolicy.ClickFocus
                item.setFocusPolicy(stop)

    def show_counts(self, counts: Counts) -> None:
        """Show how many things each page holds; zero is not shown."""
        shown = {
            "today": counts.today,
            "requests": counts.requests,
            "casedata": counts.case_rows,
        }
        for name, count in shown.items():
            self.items[name].set_count(count or None)
        self._show_campaigns(counts.campaigns)

    def _show_campaigns(self, campaigns: tuple[CampaignView, ...]) -> None:
        while self._campaigns.count() > 2:
            taken = self._campaigns.takeAt(0)
            widget = taken.widget() if taken else None
            if widget is not None:
                widget.deleteLater()
        for place, campaign in enumerate(campaigns):
            item = SidebarItem(campaign.name)
            item.setCheckable(False)
            item.set_count(campaign.requests)
            item.clicked.connect(lambda _=False, its=campaign.id: self.campaign_wanted.emit(its))
            self._campaigns.insertWidget(place, item)
        self._none_yet.setVisible(not campaigns)

    def say_stored(self, sentence: str, place: str) -> None:
        """Say where the case file is kept, with its path as tooltip."""
        self._stored = sentence
        self._foot.setToolTip(place)
        self._say_foot("")

    def say_working(self, what: str) -> None:
        """Say what is being done."""
        self._say_foot((what or self.tr("Working")) + "…")

    def say_calm(self) -> None:
        """Nothing is being done any more: say again where things are kept."""
        self._say_foot("")

    def _say_foot(self, work: str) -> None:
        self._foot.setText(work or self._stored)
        self._foot.setVisible(not self._folded)
        self._working.setVisible(self._folded and bool(work))
        self._working.setToolTip(work)
        self._working.setAccessibleName(work)
