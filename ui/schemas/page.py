"""Columns and words: the case schemas, each written beside what it makes of a real table."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton

from foitrack.desk import schemas
from foitrack.errors import PlainError
from foitrack.reading.schema_definition import FieldDefinition, SchemaDefinition
from ui import theme
from ui.core_words import told
from ui.schemas import draft, files
from ui.schemas.from_letter import FromLetter
from ui.schemas.loading import FromTable, Loaded, best_table, load
from ui.schemas.new_dialog import NewSchemaDialog
from ui.schemas.page_actions import SchemaActions
from ui.schemas.sides import Sides
from ui.schemas.unsaved import Unsaved
from ui.widgets.in_turns import InTurns
from ui.widgets.when_seen import WhenSeen
from ui.workspace import Workspace

NARROW = 1100
"""Windows narrower than this show the columns and the preview as two tabs."""


class SchemasPage(InTurns):
    """What is changed stays on the page until it is saved, and is one step to undo then."""

    def _parts(self, workspace: Workspace) -> Iterator[None]:
        self._workspace = workspace
        self.unsaved = Unsaved(workspace, self)
        self.origin = FromLetter(workspace, self)
        self._current, self._column, self._table = "", 0, -1
        self._wanted: str | int | None = None
        theme.ground(self, "window")
        self.sides = Sides(self)
        yield from self.sides.making()
        self.sides.header.lead(self.origin.back)
        self._connect()
        SchemaActions(self)
        (self._unseen.hear if self.made_ahead else self.refresh)()

    # What is asked of the page

    def arrive(self, argument: object) -> None:
        """Come to the page: the keyboard is on the list of schemas."""
        self.origin.come(argument if isinstance(argument, FromTable) else None)
        self.sides.schemas.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_argument(self, argument: object) -> None:
        """Show a schema by name, or the one of a campaign by its id; or begin one `FromTable`."""
        if isinstance(argument, FromTable):
            self.refresh()
        elif isinstance(argument, str | int):
            self._wanted = argument
            self._choose_wanted()

    def refresh(self) -> None:
        """Ask the desk anew; what is not saved stays."""
        desk = self._workspace.desk
        letter = self.origin.letter
        self._workspace.read(lambda: load(desk, letter), self._take, topic=self)

    def definition(self) -> SchemaDefinition | None:
        """The schema in hand, as written so far."""
        return self.unsaved.definition(self._current)

    def is_changed(self) -> bool:
        """Whether the schema in hand has changes that are not saved."""
        return self._current in self.unsaved.names()

    # The parts

    def _connect(self) -> None:
        sides = self.sides
        self._unseen = WhenSeen(self, self.refresh)
        self._workspace.changed.connect(self._unseen.hear)
        sides.schemas.chosen.connect(self.choose)
        sides.columns.chosen.connect(self._choose_column)
        sides.columns.move_wanted.connect(self._move)
        sides.columns.remove_wanted.connect(self._remove_column)
        sides.form.changed.connect(self._column_written)
        sides.title.textEdited.connect(self._titled)
        sides.usage.changed.connect(self._used)
        sides.preview.table_chosen.connect(self._table_chosen)
        sides.preview.add_wanted.connect(self._add_column)
        sides.preview.same_wanted.connect(self._same)
        sides.new.clicked.connect(self.begin_new)
        sides.save.clicked.connect(self.save)
        sides.revert.clicked.connect(self._revert)
        sides.tabs.currentChanged.connect(lambda _: self._fit())
        buttons: tuple[tuple[QPushButton, Callable[[], None]], ...] = (
            (sides.add, lambda: self._add_column("")),
            (sides.up, lambda: self._move(-1)),
            (sides.down, lambda: self._move(1)),
            (sides.take_out, self._remove_column),
        )
        for button, deed in buttons:
            button.clicked.connect(lambda _=False, its=deed: its())

    # What is shown

    def _take(self, loaded: Loaded) -> None:
        before = self.unsaved.loaded.tables
        self._current = self.unsaved.take(loaded) or self._current
        if self.definition() is None:
            self._current, self._table = self.unsaved.first(), -1
            self._column = draft.first_of_words(self.definition())
        if before != loaded.tables:
            self._table = -1
        self._choose_wanted()
        self._show()
        self.origin.begin(lambda wanted: self.begin_new(loaded.place_of(wanted)))

    def _choose_wanted(self) -> None:
        if self._wanted is None or not self.unsaved.loaded.views:
            return
        name, self._wanted = self.unsaved.named(self._wanted), None
        if name:
            self.choose(name)

    def choose(self, name: str) -> None:
        """Take another schema in hand."""
        if name != self._current:
            self._current, self._table = name, -1
            self._column = draft.first_of_words(self.definition())
        self._show()

    def _show(self) -> None:
        own, unsaved, tables = self.definition(), self.unsaved, self.unsaved.loaded.tables
        unsaved.touched()
        self.sides.schemas.show_schemas(unsaved.views(), self._current, unsaved.names())
        self.sides.show_definition(own, self.is_changed())
        self.sides.usage.offer(unsaved.loaded.campaigns, unsaved.users(self._current))
        if own is None:
            return
        self._column = max(0, min(self._column, len(own.fields) - 1))
        self.sides.columns.show_columns(own.fields, self._column)
        if self._table < 0 or self._table >= len(tables):
            self._table = best_table(own, tables)
            self.sides.preview.offer(tables, self._table)
        self._show_column(own)
        self._show_preview(own)
        self._fit()

    def _show_column(self, own: SchemaDefinition) -> None:
        field = own.fields[self._column] if own.fields else None
        read = None
        try:
            read = own.schema().field_named(field.name) if field is not None else None
        except ValueError:
            # Half written: the preview says what is wrong.
            read = None
        self.sides.form.show_column(field, read)

    def _show_preview(self, own: SchemaDefinition) -> None:
        found = None
        if self._table >= 0:
            choice = self.unsaved.loaded.tables[self._table]
            found = schemas.previewed(own, choice.table, choice.legend)
        self.sides.preview.show_preview(found, own)

    # What is written

    def _write(self, own: SchemaDefinition) -> None:
        self.unsaved.write(self._current, own)
        self._show()

    def _column_written(self, field: FieldDefinition) -> None:
        own = self.definition()
        if own is not None and own.fields:
            self._write(draft.with_field(own, self._column, field))

    def _choose_column(self, row: int) -> None:
        self._column = row
        own = self.definition()
        if own is not None:
            self._show_column(own)

    def _titled(self, text: str) -> None:
        own = self.definition()
        if own is not None:
            self._write(replace(own, title=" ".join(text.split())))

    def _used(self, campaigns: frozenset[int]) -> None:
        self.unsaved.tick(self._current, campaigns)
        self._show()

    def _add_column(self, heading: str) -> None:
        own = self.definition()
        if own is not None:
            self._column = len(own.fields)
            self._write(draft.added(own, heading))
            self.sides.form.name.setFocus()

    def _remove_column(self) -> None:
        own = self.definition()
        if own is not None and own.fields:
            self._write(draft.without(own, self._column))

    def _move(self, by: int) -> None:
        own = self.definition()
        if own is not None and 0 <= self._column + by < len(own.fields):
            self._column += by
            self._write(draft.moved(own, self._column - by, by))

    def _same(self, field: str, printed: str, value: str) -> None:
        own = self.definition()
        for index, each in enumerate(own.fields if own else ()):
            if own is not None and each.name == field:
                self._write(draft.with_field(own, index, draft.same_as(each, printed, value)))

    def _table_chosen(self, place: int) -> None:
        self._table = place
        own = self.definition()
        if own is not None:
            self._show_preview(own)

    def _revert(self) -> None:
        self.unsaved.revert(self._current)
        if self.definition() is None:
            self._current, self._table = self.unsaved.first(), -1
        self._show()

    # What is done

    def begin_new(self, place: int | None = None) -> None:
        """Ask what the new schema is about, and begin it from a table: the one at a place among
        those offered, else the one that is being tried.
        """
        begun_with = self._table if place is None else place
        dialog = NewSchemaDialog(self.unsaved.loaded.tables, self, chosen=begun_with)
        dialog.wanted.connect(self._begin)
        dialog.open()

    def _begin(self, title: str, place: int) -> None:
        name, tables = self.unsaved.free_name(title), self.unsaved.loaded.tables
        if place >= 0:
            own = schemas.proposed(tables[place].table, title, name)
        else:
            own = draft.added(SchemaDefinition(name, title))
        self.unsaved.begin(own, tables[place] if place >= 0 else None)
        self._current, self._table = name, place
        self._column = draft.first_of_words(self.definition())
        self.sides.preview.offer(tables, place)
        self._show()
        self.sides.columns.setFocus(Qt.FocusReason.OtherFocusReason)

    def save(self) -> None:
        """Keep what is written, in one step; the rows that it reads follow."""
        self.unsaved.save(self._current, self._failed, self.origin.go_back)

    def _failed(self, problem: Exception) -> None:
        if not isinstance(problem, PlainError):
            raise problem
        self.sides.preview.say(told(problem), wrong=True)

    def remove(self) -> None:
        """Take the schema in hand away; one never saved is only taken back."""
        if self.unsaved.is_new(self._current):
            self._revert()
        else:
            self.unsaved.remove(self._current, self._failed)

    def export(self) -> None:
        """Write the schema in hand to a file."""
        own = self.definition()
        if own is not None:
            files.export(self, own, self._failed)

    def take_in(self) -> None:
        """Keep a schema from a file."""
        files.take_in(self, self._workspace, self._failed)

    # Room

    def _fit(self) -> None:
        self.sides.fit(narrow=self.window().width() < theme.px(NARROW))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The preview below the columns where there is room, else behind a tab."""
        super().resizeEvent(event)
        self._fit()
