"""Which series of a chart are drawn by themselves on paper, and which together."""

from __future__ import annotations

from collections.abc import Sequence

from foitrack.law.wording import counted
from foitrack.reporting.contents import ChartShape
from foitrack.reporting.fills import SERIES

Alike = Sequence[Sequence[str]]
"""Groups of series that count the same thing."""


def kept_series(chart: ChartShape, alike: Alike) -> tuple[tuple[str, ...], list[int]]:
    """The names of the series drawn, and which of them each of the chart's own falls to.

    What is drawn together counts the same thing, as far as `alike` tells.
    """
    number = len(chart.series)
    if number <= len(SERIES):
        return tuple(chart.series), list(range(number))
    totals = [sum(bar.counts[at] for bar in chart.bars) for at in range(number)]
    order = sorted(range(number), key=lambda at: (-totals[at], at))
    groups = _groups(chart.series, alike)
    kept = sorted(order[: max(0, len(SERIES) - len(groups))])
    rests = [[at for at in order if at in group and at not in kept] for group in groups]
    rests = [rest for rest in rests if rest]
    falls = [0] * number
    for place, members in enumerate([*([at] for at in kept), *rests]):
        for at in members:
            falls[at] = place
    together = (_together(chart.series, rest, alone=len(rests) == 1) for rest in rests)
    return (*(chart.series[at] for at in kept), *together), falls


def _groups(series: Sequence[str], alike: Alike) -> list[set[int]]:
    """The series by what they count; those of which nothing is told are one group."""
    told = [{at for at, name in enumerate(series) if name in group} for group in alike]
    rest = set(range(len(series))).difference(*told)
    groups = [group for group in (*told, rest) if group]
    # With so many kinds there is no fill left for each: the smallest share the last.
    most = len(SERIES) - 1
    return (
        groups if len(groups) <= most else [*groups[: most - 1], set().union(*groups[most - 1 :])]
    )


def _together(series: Sequence[str], rest: Sequence[int], *, alone: bool) -> str:
    if alone:
        return counted(len(rest), "other")
    first = series[rest[0]]
    return first if len(rest) == 1 else f"{first} and {counted(len(rest) - 1, 'other')}"
