"""Which letters a schema is to read from now on: all that it would, to choose from."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from foitrack.desk.schemas import Reached, TableReach
from ui import theme
from ui.core_words import told
from ui.counting import by_number
from ui.requests.dialog_frame import DialogFrame
from ui.widgets.labels import secondary

TALL = 200
MOST_TABLES = 4


class ReachDialog(DialogFrame):
    """Letters that nobody reads yet are ticked, and the one whose table the schema was made from;
    others that another schema reads are not.
    """

    chosen = Signal(object, object)
    """The ids of the letters to take and of those to leave, as tuples."""

    def __init__(
        self,
        title: str,
        letters: Sequence[Reached],
        parent: QWidget | None = None,
        *,
        origin: int | None = None,
    ) -> None:
        """`origin` is the response whose table the schema was made from."""
        super().__init__(
            self.tr("What “{0}” will read").format(title), self.tr("Save"), parent, width=620
        )
        self._letters = tuple(letters)
        said = secondary(
            self.tr(
                "The letters ticked are read by these columns and words from now on. Those that "
                "are not stay as they are."
            ),
            wrap=True,
        )
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Letters"))
        self.list.setMinimumHeight(theme.px(TALL))
        self.list.setWordWrap(True)
        self.list.setSpacing(2)
        for letter in self._letters:
            wanted = letter.response_id == origin or not letter.read_well
            self.list.addItem(self._item(letter, wanted))
        self.body.addWidget(said)
        self.body.addWidget(self.list, 1)
        self.list.setCurrentRow(0)
        self.list.setFocus()

    def accept(self) -> None:
        """Tell what is ticked and what is not."""
        take: list[int] = []
        leave: list[int] = []
        for row, letter in enumerate(self._letters):
            on = self.list.item(row).checkState() is Qt.CheckState.Checked
            (take if on else leave).append(letter.response_id)
        self.chosen.emit(tuple(take), tuple(leave))
        super().accept()

    def _item(self, letter: Reached, wanted: bool) -> QListWidgetItem:
        name = ", ".join(part for part in (letter.authority, letter.document) if part)
        tables = [self._table(one) for one in letter.tables[:MOST_TABLES]]
        if len(letter.tables) > MOST_TABLES:
            tables.append("…")
        lines = [name, self._becomes(letter), "; ".join(tables)]
        item = QListWidgetItem("\n".join(lines))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join(lines))
        item.setCheckState(Qt.CheckState.Checked if wanted else Qt.CheckState.Unchecked)
        return item

    def _becomes(self, letter: Reached) -> str:
        then = by_number(letter.then, "{0} case row", "{0} case rows")
        if not letter.now:
            return self.tr("{0}; none so far").format(then)
        return self.tr("{0} in place of {1} by “{2}”").format(then, letter.now, told(letter.schema))

    def _table(self, table: TableReach) -> str:
        return self.tr("table {0}: {1} now, {2} then").format(table.number, table.now, table.then)
