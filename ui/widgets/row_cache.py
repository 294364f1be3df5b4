"""Rows of a long list, fetched by the chunk when a view asks for them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

Row = TypeVar("Row")
CHUNK = 100
KEPT_CHUNKS = 40


class RowCache(Generic[Row]):
    """Knows the order of ids and keeps the rows that have been looked at lately.

    `wanted` is told once which ids are needed; `take` then brings their rows.
    """

    def __init__(self, identify: Callable[[Row], int], wanted: Callable[[Sequence[int]], None]):
        self._identify = identify
        self._wanted = wanted
        self._ids: tuple[int, ...] = ()
        self._known_places: dict[int, int] | None = {}
        self._rows: dict[int, Row] = {}
        self._asked: dict[int, None] = {}

    def list(self, ids: Sequence[int]) -> None:
        """List other ids, with nothing known about them yet."""
        self._ids = tuple(ids)
        self._known_places = None
        self._rows.clear()
        self._asked.clear()

    def renew(self) -> None:
        """The rows may have changed: keep them until they have been fetched again."""
        self._asked.clear()

    @property
    def _places(self) -> dict[int, int]:
        # Of a long list they take a while, and the list itself is to come up first.
        if self._known_places is None:
            self._known_places = {row_id: place for place, row_id in enumerate(self._ids)}
        return self._known_places

    def ids(self) -> tuple[int, ...]:
        """The ids in order."""
        return self._ids

    def place_of(self, row_id: int) -> int | None:
        """Where a row stands, or None where it is not listed."""
        return self._places.get(row_id)

    def at(self, place: int) -> Row | None:
        """The row at a place; None until it has been fetched, which this asks for."""
        if place // CHUNK not in self._asked:
            self._ask(place // CHUNK)
        return self._rows.get(self._ids[place])

    def take(self, rows: Sequence[Row]) -> tuple[int, ...]:
        """Keep rows that were fetched; returns their places in order."""
        places = self._places
        known = [row for row in rows if self._identify(row) in places]
        for row in known:
            self._rows[self._identify(row)] = row
        return tuple(sorted(places[self._identify(row)] for row in known))

    def _ask(self, chunk: int) -> None:
        self._asked[chunk] = None
        if len(self._asked) > KEPT_CHUNKS:
            self._forget(next(iter(self._asked)))
        self._wanted(self._ids[chunk * CHUNK : (chunk + 1) * CHUNK])

    def _forget(self, chunk: int) -> None:
        self._asked.pop(chunk)
        for row_id in self._ids[chunk * CHUNK : (chunk + 1) * CHUNK]:
            self._rows.pop(row_id, None)
