"""Case data: what the first page says of it, and the tables of rows with their places."""

from __future__ import annotations

from reportlab.platypus.flowables import Flowable

from foitrack.law.wording import counted
from foitrack.reporting.cells import Cell, TextCell
from foitrack.reporting.charts import charts
from foitrack.reporting.contents import CaseFigures, CaseTable, SummaryCaseRow
from foitrack.reporting.fonts import Lettering
from foitrack.reporting.ledger import Column, Ledger, Row
from foitrack.reporting.prose import Prose, heading
from foitrack.reporting.styles import BODY, CELL, CELL_CHECK, CELL_SOFT, SMALL, WARNING

NOT_GIVEN = "not given"


def totals(figures: CaseFigures) -> str:
    """How many rows from how many, and what they count in all, as a range where it is one."""
    rows = counted(figures.rows, "row")
    sources = counted(figures.authorities, "authority", "authorities")
    low, high = figures.total_low, figures.total_high
    total = f"{low:,}" if low == high else f"between {low:,} and {high:,}"
    return f"{rows} from {sources}, with a total count of {total}."


def case_figures(figures: CaseFigures, lettering: Lettering) -> list[Flowable]:
    """The case data on the first page: totals, what must not be added up, and the charts."""
    words = f"{totals(figures)} {figures.caution}".strip()
    story: list[Flowable] = [
        *heading(lettering, "Case data", needs=120),
        Prose(lettering, words, BODY, after=2),
    ]
    if figures.unchecked:
        verb = "has" if figures.unchecked == 1 else "have"
        rows = counted(figures.unchecked, "row")
        note = f"{rows} {verb} not been checked by a person; each is marked in its table."
        story.append(Prose(lettering, note, WARNING))
    return [*story, *charts(figures.charts, lettering)]


def _row(row: SummaryCaseRow, table: CaseTable, lettering: Lettering) -> Row:
    cells: list[Cell] = [
        TextCell(lettering, cell or NOT_GIVEN, CELL if cell else CELL_SOFT, right=column.number)
        for cell, column in zip(row.cells, table.columns, strict=True)
    ]
    place = row.place if not row.remark else f"{row.place}\n{row.remark}"
    cells.append(TextCell(lettering, place, CELL_SOFT))
    mark = TextCell(lettering, "checked", CELL_SOFT)
    if not row.checked:
        mark = TextCell(lettering, "? not checked", CELL_CHECK)
    cells.append(mark)
    return Row(cells)


def case_table(table: CaseTable, lettering: Lettering) -> list[Flowable]:
    """The rows of one response, each with its place and whether a person has checked it."""
    columns = [
        *(
            Column(column.label, column.share, 38 if column.number else None, column.number)
            for column in table.columns
        ),
        Column("Place", fixed=82),
        Column("By a person", fixed=62),
    ]
    unchecked = sum(not row.checked for row in table.rows)
    said = table.total
    if unchecked:
        said += f" {counted(unchecked, 'row')} marked ? not yet checked by a person."
    body = [_row(row, table, lettering) for row in table.rows]
    story: list[Flowable] = heading(lettering, "Case data", needs=70)
    if said.strip():
        story.append(Prose(lettering, said.strip(), SMALL, after=4))
    return [*story, Ledger(lettering, columns, body)]
