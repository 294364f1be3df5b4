"""Which authorities are listed: words, nation, kind, law, and whether they were asked."""

from __future__ import annotations

from PySide6.QtCore import QMargins, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from foitrack.desk.views.authority import AuthorityFilter, AuthorityList
from foitrack.law.terms import Regime
from ui import theme
from ui.counting import counted
from ui.widgets.filter_pill import FilterPill, Option
from ui.widgets.flow import Flow
from ui.widgets.labels import secondary
from ui.widgets.page_header import MARGIN
from ui.widgets.search_box import SearchBox
from ui.widgets.segmented import Segmented

ALL, ASKED = "all", "asked"


class AuthorityFilters(QWidget):
    """Tells when something else is asked for."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = SearchBox(self.tr("Name, short name or place"))
        options = ((ALL, self.tr("All")), (ASKED, self.tr("In this case file")))
        self.which = Segmented(self.tr("Which authorities"), options)
        self.nation = FilterPill(self.tr("Nation"))
        self.kind = FilterPill(self.tr("Kind"))
        self.law = FilterPill(self.tr("Law"))
        self.clear = QPushButton(self.tr("Clear filters"))
        theme.button_kind(self.clear, "link")
        self.count = secondary("")
        row = Flow(self, 8, QMargins(MARGIN, 2, MARGIN, 8))
        pills = (self.nation, self.kind, self.law)
        for widget in (self.search, self.which, *pills, self.count, self.clear):
            row.addWidget(widget)
        self.search.searched.connect(lambda _: self._tell())
        self.which.chosen.connect(lambda _: self._tell())
        for pill in pills:
            pill.changed.connect(lambda _: self._tell())
        self.clear.clicked.connect(self.forget)
        self._grow()
        self.clear.hide()
        theme.changes().changed.connect(self._grow)

    def wanted(self) -> AuthorityFilter:
        """What is asked for."""
        return AuthorityFilter(
            self.search.text().strip(),
            self.nation.ticked(),
            self.kind.ticked(),
            frozenset(map(Regime, self.law.ticked())),
            self.which.value() == ASKED,
        )

    def offer(self, found: AuthorityList) -> None:
        """Offer what there is, and say how many are listed."""
        for pill, values in (
            (self.nation, found.nations),
            (self.kind, found.kinds),
            (self.law, found.regimes),
        ):
            pill.set_options(
                Option(value, (value or self.tr("not known")), number) for value, number in values
            )
        shown, total = f"{len(found.lines):,}", f"{found.total:,}"
        of = self.tr("{0} of {1}").format(shown, total)
        every = counted(found.total, "authority", "authorities")
        self.count.setText(of if shown != total else every)
        self.clear.setVisible(self.wanted() != AuthorityFilter())

    def forget(self) -> None:
        """Ask for everything."""
        for pill in (self.nation, self.kind, self.law):
            pill.set_ticked([])
        self.which.set_value(ALL)
        self.search.blockSignals(True)
        self.search.clear()
        self.search.blockSignals(False)
        self._tell()

    def _tell(self) -> None:
        self.changed.emit()

    def _grow(self) -> None:
        self.search.setFixedWidth(theme.px(220))
        self.count.setMinimumHeight(theme.px(30))
