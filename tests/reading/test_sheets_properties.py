"""Any table, written in any format, reads back as it was written."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foitrack.reading.cells_apart import tables_apart
from foitrack.reading.documents.opening import open_document
from foitrack.reading.documents.workbook import cell_name, one_line
from tests.reading.making.sheets import WRITERS, MadeSheet, Value, csv_text, printed

_NAMES = ["Rank", "Allegation", "Outcome", "Platform", "Force area", "Ward", "Nature & detail"]
_MARKS = ["<5", "*", "-", "1-4", "c.£138,000", "[c]", "**", "_", "N/A", "007", "0", "5+"]
_WORDS = st.text(
    alphabet=st.characters(
        codec="utf-8", exclude_categories=("C", "Zl", "Zp"), exclude_characters="\u00a0\u2007\u202f"
    ),
    min_size=1,
    max_size=30,
).map(one_line)


def _is_plain(text: str) -> bool:
    # A total or a note is told from a row on purpose; they have tests of their own.
    low = text.lower()
    return bool(text) and not low.startswith(("total", "sub", "grand", "year", "annual", "overall"))


_CELLS: st.SearchStrategy[Value] = st.one_of(
    st.sampled_from(
        ["Dismissed", "Written warning", "No case to answer", "Facebook", "two\nlines"]
    ),
    st.sampled_from(_MARKS),
    st.integers(0, 2_000_000),
    st.integers(-400, 400).map(lambda n: n / 8),
    st.dates(date(1990, 1, 1), date(2030, 12, 31)),
    _WORDS.filter(_is_plain),
    st.none(),
)


@st.composite
def sheets(draw: st.DrawFn) -> tuple[MadeSheet, list[list[Value]], int, int]:
    """A sheet with one table on it, the table, and where its header stands."""
    width = draw(st.integers(2, 6))
    header: list[Value] = ["Date", *draw(st.permutations(_NAMES))[: width - 1]]
    days = st.dates(date(2000, 1, 1), date(2030, 12, 31))
    # A day and a figure in each row: what the rows are is not in doubt, whatever the rest holds.
    row = st.tuples(days, st.integers(1, 900), *[_CELLS] * (width - 2)).map(list)
    rows = draw(st.lists(row, min_size=1, max_size=8))
    left = draw(st.integers(0, 3))
    above: list[list[Value]] = [[]] * draw(st.integers(0, 3))
    if draw(st.booleans()):
        above = [*above, ["What was asked for"], *[[]] * draw(st.integers(0, 2))]
    gap = draw(st.integers(0, len(rows)))
    body: list[list[Value]] = [*rows[:gap], *([[]] if 0 < gap < len(rows) else []), *rows[gap:]]
    below: list[list[Value]] = [[], ["Note: as recorded."]] if draw(st.booleans()) else []
    whole = [*above, header, *body, *below]
    moved = [[*[None] * left, *row] if row else [] for row in whole]
    return MadeSheet(moved), [header, *rows], len(above) + 1, left


def expected(table: list[list[Value]]) -> list[tuple[str, ...]]:
    return [
        tuple("" if v is None else one_line(printed(v, "dd/mm/yyyy")) for v in row) for row in table
    ]


@pytest.mark.parametrize("form", [*WRITERS, "csv", "semicolons", "tabs"])
@given(made=sheets())
def test_reads_back_as_written(
    form: str, made: tuple[MadeSheet, list[list[Value]], int, int]
) -> None:
    sheet, table, top, left = made
    if form in WRITERS:
        data, name = WRITERS[form](sheet), f"Data.{form}"
    else:
        sign = {"csv": ",", "semicolons": ";", "tabs": "\t"}[form]
        data, name = csv_text(sheet.rows, sign=sign), "Data.csv"
    (found,) = tables_apart(open_document(data, name)).tables
    header, *rows_read = expected(table)
    assert found.columns == header
    assert list(found.rows) == rows_read
    first = cell_name(top, left)
    assert (found.place.cell or "").startswith(f"{first}:")
    assert found.place.sheet == "Data"
