"""Which authority has which fill: the same one for as long as a campaign is looked at."""

from __future__ import annotations

from dataclasses import replace

from foitrack.desk.views import Bar, CaseOverview, Chart


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


def _in_order(chart: Chart, order: tuple[str, ...]) -> Chart:
    bars = tuple(_reordered(bar, chart.series, order) for bar in chart.bars)
    return replace(chart, series=order, bars=bars)


def _reordered(bar: Bar, series: tuple[str, ...], order: tuple[str, ...]) -> Bar:
    own = dict(zip(series, bar.counts, strict=True))
    return replace(bar, counts=tuple(own.get(name, 0) for name in order))
