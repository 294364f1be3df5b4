"""What can be done on the Requests page, for the window's menus, its keys and the palette."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

from foitrack.law.terms import EventKind

if TYPE_CHECKING:
    from ui.requests.page import RequestsPage

ONE_ALONE = ("edit", "ask", "why")
"""What can be done to one request at a time."""
READS = ("why", "all", "rows", "references", "export", "columns", "show-bin")
"""What changes nothing in the case file."""


class PageActions(QObject):
    """One request or all that are chosen: the same action, under the same keys."""

    def __init__(self, page: RequestsPage) -> None:
        super().__init__(page)
        self._page = page
        self._made: dict[str, QAction] = {}
        self._of_one()
        self._of_many()
        self._of_the_list()

    def __getitem__(self, name: str) -> QAction:
        return self._made[name]

    def show_number(self, number: int, *, binned: bool) -> None:
        """Some things are done to one request alone; the bin works both ways."""
        for name in ONE_ALONE:
            self._made[name].setEnabled(number <= 1)
            self._made[name].setProperty("why_disabled", self.tr("Choose one request alone"))
        out, into = self.tr("Take out of the &bin"), self.tr("Move to the &bin")
        self._made["bin"].setText(out if binned else into)
        self._made["show-bin"].setChecked(binned)

    def _add(
        self, name: str, said: str, run: Callable[[], object], keys: tuple[str, ...] = ()
    ) -> QAction:
        action = QAction(said, self._page)
        action.setProperty("menu", "request")
        action.setProperty("reads", name in READS)
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.triggered.connect(lambda _=False: run())
        self._page.addAction(action)
        self._made[name] = action
        return action

    def _of_one(self) -> None:
        page, deeds = self._page, self._page.detail.deeds
        self._add("edit", self.tr("&Edit the request…"), _once_shown(page, deeds.edit), ("Ctrl+E",))
        self._add("ask", self.tr("&Ask for internal review…"), _once_shown(page, deeds.ask_review))
        self._add(
            "why",
            self.tr("&Why this date?"),
            _once_shown(page, page.detail.explain_due),
            ("Ctrl+Shift+W",),
        )

    def _of_many(self) -> None:
        page, deeds, many = self._page, self._page.detail.deeds, self._page.many

        def either(one: Callable[[], object], all_of_them: Callable[..., object]) -> None:
            ids = page.chosen_ids()
            if len(ids) > 1:
                all_of_them(ids)
            else:
                page.detail.when_shown(one)

        self._add(
            "event",
            self.tr("Record an e&vent…"),
            lambda: either(deeds.record_event, many.record_event),
            ("Ctrl+Shift+E",),
        )
        self._add(
            "letter",
            self.tr("The authority's &letter…"),
            lambda: either(deeds.letter, lambda ids: many.record_event(ids, by_authority=True)),
        )
        self._add(
            "chased",
            self.tr("Chased &today"),
            lambda: either(
                lambda: deeds.note(EventKind.CHASED),
                lambda ids: many.note(ids, EventKind.CHASED),
            ),
        )
        self._add(
            "campaign",
            self.tr("Put in a &campaign…"),
            lambda: many.choose_campaign(page.chosen_ids()),
        )
        self._add("bin", self.tr("Move to the &bin"), page.bin_or_restore, ("Del",))

    def _of_the_list(self) -> None:
        page, many = self._page, self._page.many
        self._add("all", self.tr("&Select all listed"), page.choose_all, ("Ctrl+A",))
        self._add(
            "rows",
            self.tr("C&opy the rows"),
            lambda: many.copy_rows(page.chosen_ids(), page.list.table.shown_columns()),
            ("Ctrl+C",),
        )
        self._add(
            "references",
            self.tr("Copy the re&ferences"),
            lambda: many.copy_references(page.chosen_ids()),
        )
        self._add(
            "export",
            self.tr("E&xport as a table (CSV)…"),
            lambda: many.export(page.chosen_ids()),
        )
        self._add("columns", self.tr("Columns an&d order…"), page.list.open_columns)
        shown = self._add("show-bin", self.tr("S&how the bin"), page.turn_to_the_bin)
        shown.setCheckable(True)


def _once_shown(page: RequestsPage, deed: Callable[[], object]) -> Callable[[], object]:
    # What the keys came to may still be on its way.
    return lambda: page.detail.when_shown(deed)
