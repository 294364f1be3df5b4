"""Which series of a bar may be seen as one sum, and which stand side by side."""

from __future__ import annotations

from collections.abc import Sequence

from foitrack.desk.views import Bar, Chart

MAX_SERIES = 3
"""Series that have a fill of their own; the rest are drawn together as "others"."""
Lanes = tuple[tuple[int, ...], ...]
"""For each lane of a bar the places of its series in the chart."""


def lanes_of(chart: Chart, stacked: bool, alike: Sequence[Sequence[str]] = ()) -> Lanes:
    """Which series of a bar follow one another, and which stand side by side.

    Those that count unlike things have lanes of their own, so that nobody sees them as one sum;
    of `alike` groups all in one can be added up.
    """
    every = tuple(range(len(chart.series)))
    if stacked:
        return (every,)
    places = {name: at for at, name in enumerate(chart.series)}
    grouped = [tuple(sorted(places[name] for name in group if name in places)) for group in alike]
    alone = set(every) - {at for group in grouped for at in group}
    return tuple(sorted(group for group in (*grouped, *((at,) for at in alone)) if group))


def lane_counts(bar: Bar, lanes: Lanes) -> tuple[tuple[tuple[int, int], ...], ...]:
    """For each lane that has something the fills and counts in it; the others share a fill."""
    last = len(bar.counts) - 1 if len(bar.counts) <= MAX_SERIES + 1 else MAX_SERIES
    found = []
    if len(lanes) == 1:
        counts = (*bar.counts[:last], sum(bar.counts[last:]))
        own = tuple((at, count) for at, count in enumerate(counts) if count)
        return (own,) if own else ()
    for lane in lanes:
        by_fill: dict[int, int] = {}
        for at in lane:
            if bar.counts[at]:
                by_fill[min(at, last)] = by_fill.get(min(at, last), 0) + bar.counts[at]
        if by_fill:
            found.append(tuple(by_fill.items()))
    return tuple(found)


def lane_sums(bar: Bar, lanes: Lanes) -> tuple[int, ...]:
    """What may be said of a bar in figures: a sum for each lane."""
    return tuple(sum(count for _, count in lane) for lane in lane_counts(bar, lanes))
