"""Case data: what the first page says of it, and the tables of rows with their places."""

from __future__ import annotations

from collections.abc import Iterable

from reportlab.platypus.flowables import Flowable, KeepTogether

from foitrack.law.wording import counted
from foitrack.reporting.cells import Cell, TextCell, widest
from foitrack.reporting.charts import charts
from foitrack.reporting.contents import CaseFigures, CaseTable, SummaryCaseRow
from foitrack.reporting.fonts import Lettering
from foitrack.reporting.ledger import Column, Ledger, Row
from foitrack.reporting.prose import Prose, heading
from foitrack.reporting.styles import BODY, CELL, CELL_CHECK, CELL_SOFT, HEAD_CELL, SMALL, WARNING

NOT_GIVEN = "not given"


def totals(figures: CaseFigures) -> str:
    """How many rows from how many, and what they count; no total of what must not be added."""
    rows = counted(figures.rows, "row")
    sources = counted(figures.authorities, "authority", "authorities")
    if figures.caution:
        return f"{rows} from {sources}. {figures.caution}"
    low, high = figures.total_low, figures.total_high
    total = f"{low:,}" if low == high else f"between {low:,} and {high:,}"
    return f"{rows} from {sources}, with a total count of {total}."


def case_figures(figures: CaseFigures, lettering: Lettering) -> list[Flowable]:
    """The case data on the first page: totals, what must not be added up, and the charts."""
    story: list[Flowable] = [
        # The break that a heading brings would tear apart what is kept together here.
        heading(lettering, "Case data")[-1],
        Prose(lettering, totals(figures), BODY, after=2),
    ]
    if figures.unchecked:
        verb = "has" if figures.unchecked == 1 else "have"
        rows = counted(figures.unchecked, "row")
        note = f"{rows} {verb} not been checked by a person; each is marked in its table."
        story.append(Prose(lettering, note, WARNING))
    alike = figures.alike
    drawn = charts(figures.charts, lettering, stacked=not figures.caution, alike=alike)
    return [KeepTogether([*story, *drawn[:2]]), *drawn[2:]]


NOT_CHECKED = "? not checked"
LONGEST_WORD = 90.0
"""A longer word, in points, may be broken: it would starve the other columns."""


def _place(row: SummaryCaseRow) -> str:
    marks = [row.place, "" if row.checked else NOT_CHECKED, row.remark]
    return "\n".join(filter(None, marks))


def _row(row: SummaryCaseRow, table: CaseTable, lettering: Lettering) -> Row:
    cells: list[Cell] = [
        TextCell(lettering, cell or NOT_GIVEN, CELL if cell else CELL_SOFT, right=column.number)
        for cell, column in zip(row.cells, table.columns, strict=True)
    ]
    cells.append(TextCell(lettering, _place(row), CELL_SOFT if row.checked else CELL_CHECK))
    return Row(cells)


def _column(
    lettering: Lettering,
    label: str,
    texts: Iterable[str],
    *,
    number: bool = False,
    unbroken: bool = False,
) -> Column:
    """A column that asks for its longest word; `unbroken`, for its longest line."""
    head = widest(lettering, [label], HEAD_CELL)
    word, line = widest(lettering, texts, CELL)
    least = max(min(line if unbroken else word, LONGEST_WORD), head[0]) + 2
    return Column(label, right=number, span=(least, max(line, head[1], least) + 2))


def _columns(table: CaseTable, lettering: Lettering) -> list[Column]:
    """As wide as what stands in them asks for."""
    columns = [
        _column(
            lettering,
            column.label,
            {row.cells[at] or NOT_GIVEN for row in table.rows},
            number=column.number,
        )
        for at, column in enumerate(table.columns)
    ]
    places = {_place(row) for row in table.rows}
    return [*columns, _column(lettering, "Place", places, unbroken=True)]


def case_table(table: CaseTable, lettering: Lettering) -> list[Flowable]:
    """The rows of one response, each with its place and whether a person has checked it."""
    unchecked = sum(not row.checked for row in table.rows)
    checked = " All checked by a person."
    if unchecked:
        checked = f" {counted(unchecked, 'row')} marked ? not yet checked by a person."
    said = table.total + checked
    body = [_row(row, table, lettering) for row in table.rows]
    story: list[Flowable] = heading(lettering, "Case data", needs=70)
    if said.strip():
        story.append(Prose(lettering, said.strip(), SMALL, after=4))
    return [*story, Ledger(lettering, _columns(table, lettering), body)]
