"""What is written in columns and words and not saved yet, beside what the desk has."""

from __future__ import annotations

from collections.abc import Callable, Collection

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from foitrack.desk import drafts, schemas
from foitrack.desk.schemas import Reached, TableChoice
from foitrack.desk.views import Changed
from foitrack.reading.schema_definition import SchemaDefinition
from ui.keeping_drafts import DraftKeeper
from ui.schemas.kept_drafts import Begun, as_text, restored
from ui.schemas.loading import Loaded
from ui.schemas.reach_dialog import ReachDialog
from ui.schemas.saving import Saving
from ui.workspace import Workspace


class Unsaved:
    """Schemas by name, as written so far, else as stored; quitting loses none of it."""

    def __init__(self, workspace: Workspace, page: QWidget) -> None:
        self._workspace = workspace
        self.loaded = Loaded((), {}, (), ())
        self.drafts: dict[str, SchemaDefinition] = {}
        self._users: dict[str, frozenset[int]] = {}
        """The campaigns ticked, where that was touched."""
        self._origins: dict[str, int] = {}
        """The letters whose tables those never saved were begun from."""
        self._page = page
        self._saving = Saving(workspace)
        self._keeper = DraftKeeper(workspace, self._begun, page)
        self._asked_before = False

    def take(self, loaded: Loaded) -> str:
        """Go on beside what the desk has now; the schema begun in an earlier sitting, or ""."""
        self.loaded = loaded
        first = not self._asked_before
        self._asked_before = True
        again = self._go_on_from(loaded.draft) if first else ""
        stored = loaded.definitions
        self.drafts = {name: own for name, own in self.drafts.items() if own != stored.get(name)}
        self._saving.begun(self.drafts, stored)
        return again

    def _go_on_from(self, text: str) -> str:
        self._keeper.found(drafts.SCHEMAS, text)
        begun = restored(text)
        self.drafts, self._users = dict(begun.drafts), dict(begun.users)
        self._origins = dict(begun.origins)
        self._saving.take(begun.seen, begun.uses)
        if not self.drafts and not self._users:
            return ""
        said = QCoreApplication.translate(
            "SchemasPage", "What you had written and not saved is here again."
        )
        self._workspace.notice.emit(said, False)
        return next(iter({**self.drafts, **self._users}))

    def _begun(self) -> dict[str, str]:
        """What is written and not saved, for the next time."""
        seen, uses = self._saving.state()
        begun = Begun(self.drafts, self._users, seen, uses, self._origins)
        return {drafts.SCHEMAS: as_text(begun)}

    def touched(self) -> None:
        """It is kept for the next time, in a moment."""
        self._keeper.touched()

    # What there is

    def definition(self, name: str) -> SchemaDefinition | None:
        """A schema as written so far; None where there is none of that name."""
        return self.drafts.get(name) or self.loaded.definitions.get(name)

    def names(self) -> frozenset[str]:
        """Those with changes that are not saved."""
        used = {name for name, ids in self._users.items() if ids != self._stored_users(name)}
        return frozenset(self.drafts) | used

    def is_new(self, name: str) -> bool:
        """Whether it was never saved."""
        return name in self.drafts and name not in self.loaded.definitions

    def views(self) -> tuple[schemas.SchemaView, ...]:
        """All of them for the list, new ones last."""
        known = {view.name for view in self.loaded.views}
        new = [
            schemas.SchemaView(name, own.title, True, False, (), ())
            for name, own in self.drafts.items()
            if name not in known
        ]
        return (*self.loaded.views, *new)

    def first(self) -> str:
        """The one to show where none is chosen: one in use."""
        used = [view.name for view in self.loaded.views if view.campaigns]
        return next(iter([*used, *(view.name for view in self.loaded.views)]), "")

    def named(self, wanted: str | int) -> str:
        """The schema of a name, or of a campaign by its id; "" where there is none."""
        if isinstance(wanted, int):
            of = {campaign.id: campaign.schema for campaign in self.loaded.campaigns}
            wanted = of.get(wanted) or ""
        return wanted if self.definition(wanted) is not None else ""

    def users(self, name: str) -> frozenset[int]:
        """The campaigns ticked for a schema."""
        return self._users.get(name, self._stored_users(name))

    def _stored_users(self, name: str) -> frozenset[int]:
        return frozenset(one.id for one in self.loaded.campaigns if one.schema == name)

    def free_name(self, title: str) -> str:
        """A name that no schema has, saved or not."""
        return schemas.free_name(title, {*self.loaded.definitions, *self.drafts})

    # What is written

    def write(self, name: str, own: SchemaDefinition) -> None:
        """Take what is written now; as stored, it is no change."""
        self.drafts[name] = own
        if own == self.loaded.definitions.get(name):
            del self.drafts[name]
        self._saving.begun(self.drafts, self.loaded.definitions)

    def tick(self, name: str, campaigns: frozenset[int]) -> None:
        """Have these campaigns use it, once it is saved."""
        self._users[name] = campaigns
        self._saving.ticking(name, {one.id: one.schema for one in self.loaded.campaigns})

    def begin(self, own: SchemaDefinition, table: TableChoice | None) -> None:
        """Take a new schema, for the letter that its table is of, and for that one's campaign
        where no other schema reads letters of it.
        """
        self.drafts[own.name] = own
        if table is None:
            return
        self._origins[own.name] = table.response_id
        campaign = table.campaign_id
        if campaign is not None and not self.loaded.in_use.get(campaign):
            self.tick(own.name, frozenset({campaign}))

    def revert(self, name: str) -> None:
        """Take back what is not saved of a schema."""
        self.drafts.pop(name, None)
        self._users.pop(name, None)
        self._origins.pop(name, None)
        self._saving.unticked(name)
        self._saving.begun(self.drafts, self.loaded.definitions)

    def save(
        self, name: str, failed: Callable[[Exception], None], saved: Callable[[], None]
    ) -> None:
        """Keep what is written of a schema, in one step; the rows that it reads follow.

        Where it would read letters that it did not read before, they are shown to choose from.
        """
        own = self.definition(name)
        if own is None or name not in self.names():
            return
        desk, origin, users = self._workspace.desk, self._origins.get(name), self.users(name)
        begun_from = [] if origin is None else [origin]
        newly = bool(users - self._stored_users(name))

        def reached(letters: tuple[Reached, ...]) -> None:
            ask = [one for one in letters if _in_question(one, origin, newly)]
            there = {one.response_id for one in ask}
            plain = [letter for letter in begun_from if letter not in there]
            if not ask:
                keep(plain, ())
                return
            dialog = ReachDialog(own.title, ask, self._page, origin=origin)
            dialog.chosen.connect(lambda take, leave: keep((*plain, *take), leave))
            dialog.open()

        def keep(take: Collection[int], leave: Collection[int]) -> None:
            self._saving.save(own, self._users.get(name), done, failed, take, leave)

        def done(_: Changed) -> None:
            self._users.pop(name, None)
            self._origins.pop(name, None)
            self._saving.unticked(name)
            saved()

        self._workspace.read(lambda: schemas.reached(desk, own, users, begun_from), reached, failed)

    def remove(self, name: str, failed: Callable[[Exception], None]) -> None:
        """Take a stored schema away, with what is written of it."""
        desk = self._workspace.desk
        self.drafts.pop(name, None)
        seen = self.loaded.definitions.get(name)
        self._workspace.write(lambda: schemas.remove(desk, name, seen=seen), None, failed)


def _in_question(letter: Reached, origin: int | None, newly: bool) -> bool:
    """Whether a person is asked about a letter: not where the schema was made for it and nothing
    else reads it, nor where it was left with another schema when campaigns were ticked before.
    """
    if letter.response_id == origin:
        return letter.read_well
    return newly or not letter.read_well
