"""A reading seen from elsewhere: by itself, as one of a part, or in the part that it came in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from foitrack.reading.findings import Part, Place, Reading


def under(reading: Reading, path: str) -> Reading:
    """A reading by itself as one of a part: its places and parts begin with the part's path."""

    def longer(part: str | None) -> str:
        return f"{path}/{part}" if part else path

    return _moved(reading, longer)


def by_itself(part: Part) -> Reading | None:
    """A part's reading as if the part had come alone: its path is no longer in its places."""

    def shorter(place: str | None) -> str | None:
        return (place or "")[len(part.path) + 1 :] or None

    return None if part.reading is None else _moved(part.reading, shorter)


def _moved(reading: Reading, move: Callable[[str | None], str | None]) -> Reading:
    moved = _placed(reading, lambda place: replace(place, part=move(place.part)))
    return replace(
        moved,
        parts=tuple(
            replace(
                part,
                path=move(part.path) or part.name,
                reading=None if part.reading is None else _moved(part.reading, move),
            )
            for part in reading.parts
        ),
    )


def stamped(reading: Reading, path: str) -> Reading:
    """The reading with each of its places told to be in the part at `path`."""
    if not path:
        return reading

    return _placed(reading, lambda place: replace(place, part=path))


def _placed(reading: Reading, move: Callable[[Place], Place]) -> Reading:
    """The reading with each of its places moved; those of its parts stay."""
    return replace(
        reading,
        findings=tuple(replace(f, place=move(f.place)) for f in reading.findings),
        tables=tuple(
            replace(
                table,
                place=move(table.place),
                row_places=tuple(move(place) for place in table.row_places),
            )
            for table in reading.tables
        ),
        cases=tuple(replace(row, place=move(row.place)) for row in reading.cases),
        zeros=tuple(replace(zero, place=move(zero.place)) for zero in reading.zeros),
    )
