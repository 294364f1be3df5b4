"""Case data as a summary prints it: columns by field, a line for each row, totals in words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from foitrack.desk import casedata
from foitrack.desk.desk import Desk
from foitrack.desk.views import CaseFilter, CaseRowView, Chart, ResponseView
from foitrack.law.wording import counted, table_date
from foitrack.reading.findings import Place
from foitrack.reporting.contents import CaseColumn, CaseFigures, CaseTable, SummaryCaseRow
from foitrack.reporting.names import Cleaner

FIRST_FIELDS = ("period", "year", "rank", "platform", "allegation", "outcome")
"""The order in which known fields stand; any other follows as the rows bring it."""
SAID_BY = {"year": "period", "outcome_family": "outcome", "count": "", "count_range": ""}
"""Fields that need no column of their own where the other one has one."""
CHARTED = (("year", "period"), ("outcome_family", "outcome"))


def place_words(place: Place) -> str:
    """Where something stands in its document: "Table 1, row 3", "page 2", "sheet Q1, cell B4"."""
    words = []
    if place.part:
        words.append(place.part)
    if place.sheet:
        words.append(f"sheet {place.sheet}")
    if place.cell:
        words.append(f"cell {place.cell}")
    if place.page is not None:
        words.append(f"page {place.page}")
    if place.table is not None:
        words.append(f"Table {place.table}")
    if place.row is not None:
        words.append(f"row {place.row}")
    return ", ".join(words)


def _fields(rows: Iterable[CaseRowView]) -> list[str]:
    """The fields that get a column."""
    seen = dict.fromkeys(name for row in rows for name, values in row.values.items() if values)
    ordered = [name for name in FIRST_FIELDS if name in seen]
    ordered += [name for name in seen if name not in FIRST_FIELDS]
    return [name for name in ordered if name not in SAID_BY or SAID_BY[name] not in ("", *ordered)]


def count_words(row: CaseRowView) -> str:
    """How many a row counts; a suppressed count is a range, never a number."""
    if row.count is not None:
        return f"{row.count:,}"
    if row.low is None and row.high is None:
        return ""
    if row.high is None:
        return f"{row.low:,} or more"
    return f"{row.low or 0:,} to {row.high:,}"


def period_words(value: str) -> str:
    """A stored period for a table: "2015-11" is "Nov 2015"; anything else stays as it is."""
    found = re.fullmatch(r"(\d{4})-(\d{2})(?:-(\d{2}))?", value)
    if found is None:
        return value
    try:
        on = date(int(found[1]), int(found[2]), int(found[3] or 1))
    except ValueError:
        return value
    return table_date(on) if found[3] else f"{on:%b %Y}"


def _cell(row: CaseRowView, name: str) -> str:
    values = row.values.get(name, ())
    return ", ".join(map(period_words, values) if name == "period" else values)


def _line(
    row: CaseRowView, fields: Sequence[str], clean: Cleaner, *, named: bool
) -> SummaryCaseRow:
    cells = [clean(_cell(row, name)) for name in fields]
    place = place_words(row.place)
    if named and row.document:
        place = ", ".join(filter(None, (row.document, place)))
    return SummaryCaseRow(
        cells=(*cells, count_words(row)),
        place=clean(place) or "place not known",
        checked=row.checked,
        remark=clean("; ".join(row.flags)),
    )


def _total(rows: Sequence[CaseRowView]) -> str:
    low = sum(row.count if row.count is not None else row.low or 0 for row in rows)
    high = sum(row.count if row.count is not None else row.high or row.low or 0 for row in rows)
    open_ended = any(row.count is None and row.high is None and row.low for row in rows)
    total = f"{low:,}" if low == high else f"between {low:,} and {high:,}"
    if open_ended:
        total = f"{low:,} or more"
    unknown = sum(row.count is None and row.low is None and row.high is None for row in rows)
    rest = f"; {counted(unknown, 'row')} without a count" if unknown else ""
    return f"{counted(len(rows), 'row')}, with a total count of {total}{rest}."


def _heading(name: str) -> str:
    return name.replace("_", " ").replace("-", " ").strip().capitalize()


def case_table(rows: Sequence[CaseRowView], clean: Cleaner) -> CaseTable | None:
    """The rows as a table; None where there are none."""
    if not rows:
        return None
    fields = _fields(rows)
    named = len({row.document_id for row in rows}) > 1
    columns = [CaseColumn(_heading(name)) for name in fields]
    return CaseTable(
        columns=(*columns, CaseColumn("Count", number=True)),
        rows=tuple(_line(row, fields, clean, named=named) for row in rows),
        total=_total(rows),
    )


def rows_by_request(desk: Desk, campaign_id: int | None) -> dict[int, list[CaseRowView]]:
    """All case rows of a campaign, or of the case file, in the order of their documents."""
    ids = casedata.ids(desk, CaseFilter(campaign_id=campaign_id), "source", False)
    found: dict[int, list[CaseRowView]] = defaultdict(list)
    for row in casedata.rows(desk, ids):
        found[row.request_id].append(row)
    return found


def rows_of(
    response: ResponseView, rows: Sequence[CaseRowView], *, others: frozenset[int], first: bool
) -> list[CaseRowView]:
    """A response's own rows; the first also has those whose document is no response's."""
    own = {document.id for document in response.documents}
    return [
        row for row in rows if row.document_id in own or (first and row.document_id not in others)
    ]


def _in_words(chart: Chart) -> Chart:
    """Families of outcomes as people read them."""
    if chart.field != "outcome_family":
        return chart
    bars = tuple(
        replace(bar, label=casedata.family_words(bar.label)) if bar.known else bar
        for bar in chart.bars
    )
    return replace(chart, bars=bars)


def figures(
    desk: Desk, campaign_id: int | None, rows: Mapping[int, Sequence[CaseRowView]]
) -> CaseFigures:
    """What the first page says of the case data, with its charts by year and by outcome."""
    found = casedata.overview(desk, CaseFilter(campaign_id=campaign_id))
    by_field = {chart.field: chart for chart in found.charts}
    chosen = [
        next((by_field[name] for name in names if name in by_field), None) for names in CHARTED
    ]
    charts = [chart for chart in chosen if chart is not None and chart.bars]
    sources = {
        each.authority or f"request {request_id}"
        for request_id, own in rows.items()
        for each in own
    }
    return CaseFigures(
        rows=found.rows,
        total_low=found.total_low,
        total_high=found.total_high,
        unchecked=found.unchecked,
        authorities=len(sources),
        caution=found.caution,
        charts=tuple(_in_words(chart) for chart in charts or found.charts[:2]),
        alike=found.alike if found.caution else (),
    )
