"""Which authority has which fill: the same one for as long as a campaign is looked at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from foitrack.desk.views import Bar, CaseOverview, Chart
from ui.core_words import told


class Fills:
    """Remembers the order in which authorities came up, whatever is filtered afterwards."""

    def __init__(self) -> None:
        self._order: tuple[str, ...] = ()
        self._campaign_id: int | None = None

    def in_order(self, overview: CaseOverview, campaign_id: int | None) -> CaseOverview:
        """The figures with their series in the remembered order; new ones come last."""
        if campaign_id != self._campaign_id:
            self._order, self._campaign_id = (), campaign_id
        if overview.charts:
            named = overview.charts[0].series
            self._order = tuple(dict.fromkeys((*self._order, *named)))
        charts = tuple(_in_order(chart, self._order) for chart in overview.charts)
        return replace(overview, charts=charts)


def said(overview: CaseOverview) -> CaseOverview:
    """The figures with what is said of them in the window's language."""
    charts = tuple(
        replace(chart, title=told(chart.title), note=told(chart.note)) for chart in overview.charts
    )
    return replace(overview, charts=charts, caution=told(overview.caution))


def _in_order(chart: Chart, order: tuple[str, ...]) -> Chart:
    if chart.series == order:
        return chart
    places = {name: at for at, name in enumerate(chart.series)}
    # One more count than there are series: what a chart does not have is none.
    chosen = [places.get(name, len(places)) for name in order]
    bars = tuple(_reordered(bar, chosen) for bar in chart.bars)
    return replace(chart, series=order, bars=bars)


def _reordered(bar: Bar, chosen: Sequence[int]) -> Bar:
    counts = (*bar.counts, 0)
    return replace(bar, counts=tuple(counts[at] for at in chosen))
