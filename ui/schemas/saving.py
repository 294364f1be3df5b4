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

    def begun(self, drafts: Collection[str], stored: Mapping[str, SchemaDefinition]) -> None:
        """Have what is stored now be what was seen, for those in which writing has just begun."""
        self._seen = {name: self._seen.get(name, stored.get(name)) for name in drafts}

    def save(
        self,
        own: SchemaDefinition,
        users: Collection[int],
        done: Callable[[Changed], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Keep it; where somebody else has saved it meanwhile, it is said, and saving again does.

        Reverting takes theirs.
        """
        desk, seen = self._workspace.desk, self._seen.get(own.name)

        def told(problem: Exception) -> None:
            if isinstance(problem, StaleEditError):
                theirs = problem.conflicts[0].theirs
                self._seen[own.name] = theirs if isinstance(theirs, SchemaDefinition) else None
            failed(problem)

        self._workspace.write(
            lambda: schemas.save(desk, own, campaigns=users, seen=seen), done, told
        )
