"""Today as lines: headings and next-action rows in one list, so that one view shows all."""

from __future__ import annotations

from dataclasses import dataclass

from foitrack.desk.views import Agenda, AgendaGroup, AgendaItem


@dataclass(frozen=True, slots=True)
class Heading:
    """The line over a group; `requests` counts requests, not rows."""

    group: AgendaGroup


@dataclass(frozen=True, slots=True)
class ActionRow:
    """One thing to do. Only the first of the page has a filled button."""

    item: AgendaItem
    kind: str
    first: bool


Line = Heading | ActionRow


def lines(agenda: Agenda) -> tuple[Line, ...]:
    """The agenda's groups one after another, empty ones left out."""
    found: list[Line] = []
    first = True
    for group in agenda.groups:
        if not group.items:
            continue
        found.append(Heading(group))
        for item in group.items:
            found.append(ActionRow(item, group.kind, first))
            first = False
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Density:
    """Heights in pixels at 100 % text: a row, and a heading with the space over it."""

    row: int
    heading: int


DENSITIES = (Density(46, 50), Density(44, 42), Density(40, 38))
"""Roomy first. The tighter ones only where they let the last group stand without scrolling."""


def fitting(count_rows: int, count_headings: int, height: int, scale: float) -> Density:
    """The roomiest density whose lines all fit in `height` pixels; the roomy one if none does.

    `scale` is the size of the text, 1.0 at 100 %.
    """
    for density in DENSITIES:
        needed = (count_rows * density.row + count_headings * density.heading) * scale
        if needed <= height:
            return density
    return DENSITIES[0]
