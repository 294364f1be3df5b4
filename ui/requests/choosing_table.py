"""A list of requests in which one line is current and several may be chosen."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView

from ui.requests.chosen_rows import number_of, ranges_of, selection_of
from ui.requests.model import RequestsModel
from ui.widgets.column_widths import column_of
from ui.widgets.table_view import ListTable


class ChoosingTable(ListTable):
    """Shift and Ctrl with the arrows or the mouse choose several, Ctrl+A all."""

    current_changed = Signal(object)
    """The id of the request that is current now, or None."""
    chosen_changed = Signal()
    """Other lines, or more or fewer of them, are chosen."""

    def take_model(self, model: RequestsModel) -> None:
        """Show these requests; what is chosen stays so in whatever order they come."""
        self._listed = model
        self._kept: tuple[int, ...] = ()
        self.setModel(model)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        model.modelAboutToBeReset.connect(self._keep_chosen)
        model.modelReset.connect(self._choose_kept)
        self.selectionModel().selectionChanged.connect(lambda: self.chosen_changed.emit())
        self.selectionModel().currentRowChanged.connect(self._tell_current)

    # What is current

    def current_id(self) -> int | None:
        """The request of the current line."""
        index = self.currentIndex()
        return self._listed.id_at(index.row()) if index.isValid() else None

    def choose(self, request_id: int, *, among: bool = False) -> bool:
        """Make a request's line current, scrolling only as far as needed; False: not listed.

        With `among`, several lines that are chosen stay so where it is one of them.
        """
        place = self._listed.place_of(request_id)
        if place is None:
            return False
        index = self._index_at(place)
        flags = QItemSelectionModel.SelectionFlag
        stays = among and self.selectionModel().isSelected(index)
        command = flags.NoUpdate if stays else flags.ClearAndSelect | flags.Rows
        self.selectionModel().setCurrentIndex(index, command)
        self.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)
        return True

    def _index_at(self, place: int) -> QModelIndex:
        # The keyboard stays in its column.
        return self._listed.index(place, column_of(self) or 0)

    def id_under(self, at: QPoint) -> int | None:
        """The request of the line at a place in the viewport."""
        return self._listed.id_at(self.indexAt(at).row())

    def step(self, by: int) -> None:
        """Make a line further up or down current, as far as there is one."""
        last = self._listed.rowCount() - 1
        place = min(max(self.currentIndex().row() + by, 0), last)
        request_id = self._listed.id_at(place)
        if request_id is not None:
            self.choose(request_id)

    # What is chosen

    def number_chosen(self) -> int:
        """How many lines are chosen."""
        return number_of(self.selectionModel())

    def chosen_ids(self) -> tuple[int, ...]:
        """The requests of the chosen lines, from the top."""
        ids = self._listed.ids()
        return tuple(
            one
            for places in ranges_of(self.selectionModel())
            for one in ids[places.start : places.stop]
        )

    def choose_one(self) -> None:
        """Of several lines let the current one alone stay chosen."""
        current = self.current_id()
        if current is not None:
            self.choose(current)

    def _keep_chosen(self) -> None:
        self._kept = self.chosen_ids() if self.number_chosen() > 1 else ()

    def _choose_kept(self) -> None:
        """What was chosen stays chosen in another order, as far as it is still listed."""
        places = [place for one in self._kept if (place := self._listed.place_of(one)) is not None]
        self._kept = ()
        if places:
            chosen = selection_of(self._listed, places)
            self.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.chosen_changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves one line chosen of several; pressed again, it is the page's."""
        if event.key() == Qt.Key.Key_Escape and self.number_chosen() > 1:
            self.choose_one()
            return
        super().keyPressEvent(event)

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Home and End are the ends of the list; with Shift all between is chosen."""
        ends = {QAbstractItemView.CursorAction.MoveHome: 0}
        ends[QAbstractItemView.CursorAction.MoveEnd] = self._listed.rowCount() - 1
        if action in ends and self._listed.rowCount():
            return self._index_at(ends[action])
        return super().moveCursor(action, modifiers)

    def _tell_current(self) -> None:
        self.current_changed.emit(self.current_id())
