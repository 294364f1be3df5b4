"""Whom the campaign has not asked yet, by kind; the question then goes into New request."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from foitrack.desk.not_asked import Group, NotAsked
from ui import theme
from ui.counting import counted
from ui.requests.dialog_frame import DialogFrame
from ui.requests.prefilled import Prefilled
from ui.widgets.labels import secondary, words

TALL = 520


class AskMoreDialog(DialogFrame):
    """Up and Down choose a kind, Enter goes on."""

    wanted = Signal(object)
    """What New request shall begin with: `Prefilled`."""

    def __init__(self, found: NotAsked, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent, width=520, height=TALL)
        self._found = found
        self._groups = tuple(group for group in found.groups if group.names)
        self.set_title(self.tr("Ask those not asked yet"))
        self.list = QListWidget()
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.tr("Kinds of authority"))
        self.list.setMinimumHeight(theme.px(240))
        self.names = secondary("", wrap=True)
        self.body.addWidget(words(self.tr("Which kind of authority?"), 13, 500))
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self.names)
        self.say(self.tr("You see every name before anything is logged."))
        for group in self._groups:
            self._add(group)
        self.list.currentRowChanged.connect(self._show)
        self.list.itemActivated.connect(lambda _: self.accept())
        self.list.setCurrentRow(0)
        self.list.setFocus()

    def accept(self) -> None:
        """Go on to New request with the kind chosen."""
        row = self.list.currentRow()
        if not 0 <= row < len(self._groups):
            self.complain(self.tr("Choose a kind of authority."))
            return
        group, found = self._groups[row], self._found
        super().accept()
        self.wanted.emit(Prefilled(found.title, found.wording, found.campaign, group.names))

    def _add(self, group: Group) -> None:
        where = f", {group.nation}" if group.nation else ""
        left = counted(len(group.names), "not asked yet", "not asked yet")
        said = self.tr("{0}: {1} of {2}").format(
            f"{group.kind[:1].upper()}{group.kind[1:]}{where}", left, f"{group.total:,}"
        )
        item = QListWidgetItem(("    " if group.nation else "") + said)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
        self.list.addItem(item)

    def _show(self, row: int) -> None:
        if not 0 <= row < len(self._groups):
            return
        names = self._groups[row].names
        shown = ", ".join(names[:6])
        if len(names) > 6:
            shown = self.tr("{0} and {1} more").format(shown, len(names) - 6)
        self.names.setText(shown)
        number = counted(len(names), "authority", "authorities")
        self.accept_button.setText(self.tr("Go on with {0}").format(number))
