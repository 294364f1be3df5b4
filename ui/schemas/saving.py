"""Saving a schema that somebody else may have saved meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from foitrack.desk import schemas
from foitrack.desk.stale import StaleEditError
from foitrack.desk.views import Changed
from foitrack.reading.schema_definition import SchemaDefinition
from ui.workspace import Workspace


class Saving:
    """Remembers what each schema was when writing in it began."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._seen: dict[str, SchemaDefinition | None] = {}
        self._uses: dict[str, dict[int, str | None]] = {}

    def state(self) -> tuple[dict[str, SchemaDefinition | None], dict[str, dict[int, str | None]]]:
        """What was seen when writing, and when ticking, began."""
        return dict(self._seen), {name: dict(each) for name, each in self._uses.items()}

    def take(
        self,
        seen: Mapping[str, SchemaDefinition | None],
        uses: Mapping[str, Mapping[int, str | None]],
    ) -> None:
        """Go on from an earlier sitting: what others did since has not been seen."""
        self._seen = dict(seen)
        self._uses = {name: dict(each) for name, each in uses.items()}

    def begun(self, drafts: Collection[str], stored: Mapping[str, SchemaDefinition]) -> None:
        """Have what is stored now be what was seen, for those in which writing has just begun."""
        self._seen = {name: self._seen.get(name, stored.get(name)) for name in drafts}

    def ticking(self, name: str, stored: Mapping[int, str | None]) -> None:
        """Have which campaign uses which schema be what was seen, when ticking has just begun."""
        self._uses.setdefault(name, dict(stored))

    def unticked(self, name: str) -> None:
        """What was ticked is stored, or taken back."""
        self._uses.pop(name, None)

    def save(
        self,
        own: SchemaDefinition,
        users: Collection[int] | None,
        done: Callable[[Changed], None],
        failed: Callable[[Exception], None],
        take: Collection[int] = (),
        leave: Collection[int] = (),
    ) -> None:
        """Keep it; where somebody else has saved it meanwhile, it is said, and saving again does.

        `users` are the campaigns ticked, None where none was touched. Reverting takes theirs.
        `take` are letters that it is to read, `leave` those that stay as they are.
        """
        desk, seen = self._workspace.desk, self._seen.get(own.name)
        uses = self._uses.get(own.name)

        def told(problem: Exception) -> None:
            if isinstance(problem, StaleEditError):
                self._now_seen(own.name, problem)
            failed(problem)

        def save() -> Changed:
            return schemas.save(
                desk,
                own,
                campaigns=users,
                seen=seen,
                seen_uses=uses,
                take=take,
                leave=leave,
            )

        self._workspace.write(save, done, told)

    def _now_seen(self, name: str, problem: StaleEditError) -> None:
        for conflict in problem.conflicts:
            key, _, number = conflict.field.partition(" ")
            theirs = conflict.theirs
            if key == "campaign":
                stored = theirs if isinstance(theirs, str) else None
                self._uses.setdefault(name, {})[int(number)] = stored
            else:
                self._seen[name] = theirs if isinstance(theirs, SchemaDefinition) else None
