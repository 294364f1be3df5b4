"""Case data as it is asked for, and summed up in charts."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CaseFilter:
    """Which case rows to show. `values` maps a field to the values wanted."""

    campaign_id: int | None = None
    request_id: int | None = None
    authority: str | None = None
    values: tuple[tuple[str, str], ...] = ()
    search: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of a chart: a label and a count for each series, in the chart's series order."""

    label: str
    counts: tuple[int, ...]
    known: bool = True
    """False for "Not given"."""


@dataclass(frozen=True, slots=True)
class Chart:
    """Counts of case data by one field, split by authority."""

    title: str
    field: str
    series: tuple[str, ...]
    bars: tuple[Bar, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class CaseOverview:
    """The figures over the case rows: row and case totals, charts, and what must not be added."""

    rows: int
    total_low: int
    total_high: int
    unchecked: int
    authorities: tuple[str, ...]
    charts: tuple[Chart, ...]
    caution: str
    """Said where counts count unlike things; empty otherwise."""
    alike: tuple[tuple[str, ...], ...] = ()
    """The authorities by what they count; only within a group may counts be added up."""
