"""Columns and words: the case schemas, each written beside what it makes of a real table."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QMenu, QPushButton

from foitrack.desk import drafts, schemas
from foitrack.desk.views import Changed, DeskError
from foitrack.errors import PlainError
from foitrack.reading.schema_definition import FieldDefinition, SchemaDefinition
from ui import theme
from ui.keeping_drafts import DraftKeeper
from ui.schemas import draft
from ui.schemas.kept_drafts import Begun, as_text, restored
from ui.schemas.loading import Loaded, best_table, load
from ui.schemas.new_dialog import NewSchemaDialog
from ui.schemas.saving import Saving
from ui.schemas.sides import Sides
from ui.widgets.in_turns import InTurns
from ui.widgets.when_seen import WhenSeen
from ui.workspace import Workspace

NARROW = 1100
"""Windows narrower than this show the columns and the preview as two tabs."""
TOML = "TOML (*.toml)"


class SchemasPage(InTurns):
    """What is changed stays on the page until it is saved, and is one step to undo then."""

    def _parts(self, workspace: Workspace) -> Iterator[None]:
        self._workspace = workspace
        self._loaded = Loaded((), {}, (), ())
        self._drafts: dict[str, SchemaDefinition] = {}
        self._users: dict[str, frozenset[int]] = {}
        self._saving = Saving(workspace)
        self._keeper = DraftKeeper(workspace, self._begun, self)
        self._asked_before = False
        self._current, self._column, self._table = "", 0, -1
        self._wanted: str | int | None = None
        theme.ground(self, "window")
        self.sides = Sides(self)
        yield from self.sides.making()
        self._connect()
        self._add_actions()
        (self._unseen.hear if self.made_ahead else self.refresh)()

    # What is asked of the page

    def arrive(self, argument: object) -> None:
        """Come to the page: the keyboard is on the list of schemas."""
        self.sides.schemas.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_argument(self, argument: object) -> None:
        """Show a schema by name, or the one of a campaign by its id."""
        if isinstance(argument, str | int):
            self._wanted = argument
            self._choose_wanted()

    def refresh(self) -> None:
        """Ask the desk anew; what is not saved stays."""
        desk = self._workspace.desk
        self._workspace.read(lambda: load(desk), self._take, topic=self)

    def definition(self) -> SchemaDefinition | None:
        """The schema in hand, as written so far."""
        return self._drafts.get(self._current) or self._loaded.definitions.get(self._current)

    def is_changed(self) -> bool:
        """Whether the schema in hand has changes that are not saved."""
        return self._current in self._unsaved()

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

    def _add_actions(self) -> None:
        """What the Case data menu and the button More offer while the page is up."""
        menu = QMenu(self)
        for words, deed, keys in (
            (self.tr("&Save columns and words"), self.save, "Ctrl+S"),
            (self.tr("&New from a table…"), self.begin_new, ""),
            (self.tr("&Import from a file…"), self._import, ""),
            (self.tr("&Export to a file…"), self._export, ""),
            (self.tr("&Remove"), self._remove, ""),
        ):
            action = QAction(words, self)
            action.triggered.connect(lambda _=False, its=deed: its())
            action.setProperty("menu", "casedata")
            action.setProperty("reads", deed == self._export)
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            if keys:
                action.setShortcut(QKeySequence(keys))
            self.addAction(action)
            menu.addAction(action)
        self.sides.more.setMenu(menu)

    # What is shown

    def _take(self, loaded: Loaded) -> None:
        before, self._loaded = self._loaded.tables, loaded
        if not self._asked_before:
            self._asked_before = True
            self._go_on_from(loaded.draft)
        self._drafts = {
            name: each
            for name, each in self._drafts.items()
            if each != loaded.definitions.get(name)
        }
        self._saving.begun(self._drafts, loaded.definitions)
        if self.definition() is None:
            self._current, self._table = self._first(), -1
            self._column = self._first_column()
        if before != loaded.tables:
            self._table = -1
        self._choose_wanted()
        self._show()

    def _go_on_from(self, text: str) -> None:
        """What was written in an earlier sitting and not saved is here again."""
        self._keeper.found(drafts.SCHEMAS, text)
        begun = restored(text)
        self._drafts, self._users = dict(begun.drafts), dict(begun.users)
        self._saving.take(begun.seen, begun.uses)
        if self._drafts or self._users:
            self._current = next(iter({**self._drafts, **self._users}))
            said = self.tr("What you had written and not saved is here again.")
            self._workspace.notice.emit(said, False)

    def _begun(self) -> dict[str, str]:
        """What is written and not saved, for the next time."""
        seen, uses = self._saving.state()
        return {drafts.SCHEMAS: as_text(Begun(self._drafts, self._users, seen, uses))}

    def _first(self) -> str:
        used = [view.name for view in self._loaded.views if view.campaigns]
        return next(iter([*used, *(view.name for view in self._loaded.views)]), "")

    def _choose_wanted(self) -> None:
        if self._wanted is None or not self._loaded.views:
            return
        wanted, self._wanted = self._wanted, None
        if isinstance(wanted, int):
            of = {campaign.id: campaign.schema for campaign in self._loaded.campaigns}
            wanted = of.get(wanted) or ""
        if wanted in self._loaded.definitions or wanted in self._drafts:
            self.choose(wanted)

    def choose(self, name: str) -> None:
        """Take another schema in hand."""
        if name != self._current:
            self._current, self._table = name, -1
            self._column = self._first_column()
        self._show()

    def _first_column(self) -> int:
        """A column of words, which has the most to look at."""
        own = self.definition()
        fields = own.fields if own is not None else ()
        return next((n for n, each in enumerate(fields) if each.kind in draft.GROUPED), 0)

    def _unsaved(self) -> frozenset[str]:
        used = {n for n, ids in self._users.items() if ids != self._saved_users(n)}
        return frozenset(self._drafts) | used

    def _saved_users(self, name: str) -> frozenset[int]:
        return frozenset(c.id for c in self._loaded.campaigns if c.schema == name)

    def _views(self) -> tuple[schemas.SchemaView, ...]:
        known = {view.name for view in self._loaded.views}
        new = [
            schemas.SchemaView(name, each.title, True, False, (), ())
            for name, each in self._drafts.items()
            if name not in known
        ]
        return (*self._loaded.views, *new)

    def _show(self) -> None:
        own = self.definition()
        self._keeper.touched()
        self.sides.schemas.show_schemas(self._views(), self._current, self._unsaved())
        self.sides.show_definition(own, self.is_changed())
        users = self._users.get(self._current, self._saved_users(self._current))
        self.sides.usage.offer(self._loaded.campaigns, users)
        if own is None:
            return
        self._column = max(0, min(self._column, len(own.fields) - 1))
        self.sides.columns.show_columns(own.fields, self._column)
        if self._table < 0 or self._table >= len(self._loaded.tables):
            self._table = best_table(own, self._loaded.tables)
            self.sides.preview.offer(self._loaded.tables, self._table)
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
            choice = self._loaded.tables[self._table]
            found = schemas.previewed(own, choice.table, choice.legend)
        self.sides.preview.show_preview(found, own)

    # What is written

    def _write(self, own: SchemaDefinition) -> None:
        self._drafts[self._current] = own
        if own == self._loaded.definitions.get(self._current):
            del self._drafts[self._current]
        self._saving.begun(self._drafts, self._loaded.definitions)
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
        self._users[self._current] = campaigns
        stored = {each.id: each.schema for each in self._loaded.campaigns}
        self._saving.ticking(self._current, stored)
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
        self._drafts.pop(self._current, None)
        self._users.pop(self._current, None)
        self._saving.unticked(self._current)
        self._saving.begun(self._drafts, self._loaded.definitions)
        if self.definition() is None:
            self._current, self._table = self._first(), -1
        self._show()

    # What is done

    def begin_new(self) -> None:
        """Ask what the new schema is about, and begin it from a table."""
        dialog = NewSchemaDialog(self._loaded.tables, self)
        dialog.wanted.connect(self._begin)
        dialog.open()

    def _begin(self, title: str, place: int) -> None:
        taken = {*self._loaded.definitions, *self._drafts}
        name = schemas.free_name(title, taken)
        if place >= 0:
            table = self._loaded.tables[place]
            own = schemas.proposed(table.table, title, name)
        else:
            own = draft.added(SchemaDefinition(name, title))
        self._current, self._table = name, place
        self._column = next((n for n, f in enumerate(own.fields) if f.kind in draft.GROUPED), 0)
        self.sides.preview.offer(self._loaded.tables, place)
        self._drafts[name] = own
        if place >= 0 and (campaign := self._loaded.tables[place].campaign_id) is not None:
            self._users[name] = frozenset({campaign})
            stored = {each.id: each.schema for each in self._loaded.campaigns}
            self._saving.ticking(name, stored)
        self._show()
        self.sides.columns.setFocus(Qt.FocusReason.OtherFocusReason)

    def save(self) -> None:
        """Keep what is written, in one step; the rows that it reads follow."""
        own = self.definition()
        if own is None or not self.is_changed():
            return
        name = self._current
        users = self._users.get(name)

        def done(_: Changed) -> None:
            self._users.pop(name, None)
            self._saving.unticked(name)

        self._saving.save(own, users, done, self._failed)

    def _failed(self, problem: Exception) -> None:
        if not isinstance(problem, PlainError):
            raise problem
        self.sides.preview.say(str(problem), wrong=True)

    def _remove(self) -> None:
        name, desk = self._current, self._workspace.desk
        if name in self._drafts and name not in self._loaded.definitions:
            self._revert()
            return
        self._drafts.pop(name, None)
        seen = self._loaded.definitions.get(name)
        self._workspace.write(lambda: schemas.remove(desk, name, seen=seen), None, self._failed)

    def _export(self) -> None:
        own = self.definition()
        if own is None:
            return
        path, _ = QFileDialog.getSaveFileName(self, self.tr("Export"), f"{own.name}.toml", TOML)
        if path:
            try:
                Path(path).write_bytes(schemas.file_of(own))
            except OSError as problem:
                said = self.tr("The file could not be written ({0}).")
                self._failed(DeskError(said.format(problem.strerror)))

    def _import(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, self.tr("Import columns and words"), "", TOML)
        if not path:
            return
        desk = self._workspace.desk
        try:
            data = Path(path).read_bytes()
        except OSError as problem:
            said = self.tr("The file could not be read ({0}).")
            self._failed(DeskError(said.format(problem.strerror)))
            return
        self._workspace.write(lambda: schemas.import_file(desk, data), None, self._failed)

    # Room

    def _fit(self) -> None:
        self.sides.fit(narrow=self.window().width() < theme.px(NARROW))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The preview below the columns where there is room, else behind a tab."""
        super().resizeEvent(event)
        self._fit()
