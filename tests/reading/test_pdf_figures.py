"""Figures held back, and noughts, in tables of a PDF: bounds as printed, never lost."""

from __future__ import annotations

import io

import pytest

from foitrack.reading.findings import Reading
from foitrack.reading.reader import ReadingContext, read_document

GRID = ("GRID", (0, 0), (-1, -1), 0.5, (0, 0, 0))
ABOUT = "Someham Police: officers investigated for misconduct on social media."
LEGEND = "* denotes fewer than 10."


@pytest.fixture(params=[True, False], ids=["ruled", "without rules"])
def ruled(request: pytest.FixtureRequest) -> bool:
    return bool(request.param)


def read(context: ReadingContext, rows: list[list[str]], ruled: bool) -> Reading:
    """What is read of a page with a sentence, a table and its legend."""
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table

    style = getSampleStyleSheet()["Normal"]
    printed = Table(rows, colWidths=105, style=[GRID] if ruled else [])
    stream = io.BytesIO()
    flow = [Paragraph(ABOUT, style), Spacer(1, 12), printed, Spacer(1, 12)]
    SimpleDocTemplate(stream).build([*flow, Paragraph(LEGEND, style)])
    reading = read_document(stream.getvalue(), "answer.pdf", context)
    (table,) = reading.tables
    assert [list(table.columns), *map(list, table.rows)] == rows, "verbatim"
    return reading


def bounds(reading: Reading) -> list[tuple[str | None, str | None, int | None, int | None]]:
    """Of each case row: its year, its count, and the bounds of that."""
    return [
        (row.one("year"), row.one("count"), own.low, own.high)
        for row in reading.cases
        for own in row.values
        if own.field == "count"
    ]


def test_figures_held_back_are_bounds(context: ReadingContext, ruled: bool) -> None:
    figures = ["<5", "fewer than 5", "5 or fewer", "*", "1-4", "3 to 7", "-", "12"]
    rows = [[f"{2012 + n}", figure] for n, figure in enumerate(figures)]
    reading = read(context, [["Year", "Number of officers"], *rows], ruled)
    assert bounds(reading) == [
        ("2012", None, 1, 4),
        ("2013", None, 1, 4),
        ("2014", None, 0, 5),
        ("2015", None, 1, 9),
        ("2016", None, 1, 4),
        ("2017", None, 3, 7),
        ("2018", None, 0, None),
        ("2019", "12", 12, 12),
    ]
    assert reading.zeros == ()


def test_by_year_across(context: ReadingContext, ruled: bool) -> None:
    rows = [
        ["Rank", "2018", "2019", "2020"],
        ["Constable", "<5", "0", "fewer than 5"],
        ["Sergeant", "*", "0", "-"],
    ]
    reading = read(context, rows, ruled)
    assert bounds(reading) == [
        ("2018", None, 1, 4),
        ("2020", None, 1, 4),
        ("2018", None, 1, 9),
        ("2020", None, 0, None),
    ]
    assert [zero.period for zero in reading.zeros] == ["2019"], "nobody of either rank"


def test_a_year_of_which_one_figure_is_held_back_is_no_nought(
    context: ReadingContext, ruled: bool
) -> None:
    rows = [["Rank", "2018", "2019"], ["Constable", "0", "3"], ["Sergeant", "*", "0"]]
    reading = read(context, rows, ruled)
    assert bounds(reading) == [("2019", "3", 3, 3), ("2018", None, 1, 9)]
    assert reading.zeros == ()


def test_a_nought_in_a_column_of_figures(context: ReadingContext, ruled: bool) -> None:
    rows = [["Year", "Number of officers"], ["2018", "0"], ["2019", "3"], ["2020", "0"]]
    reading = read(context, rows, ruled)
    assert bounds(reading) == [("2019", "3", 3, 3)]
    noughts = {zero.period: zero.place.box for zero in reading.zeros}
    assert list(noughts) == ["2018", "2020"]
    first, last = noughts["2018"], noughts["2020"]
    assert first is not None and last is not None and first[3] < last[1], "each where it stands"


def test_a_nought_in_a_row_of_figures(context: ReadingContext, ruled: bool) -> None:
    rows = [["", "2018", "2019", "2020"], ["Number of officers", "0", "<5", "2"]]
    reading = read(context, rows, ruled)
    assert bounds(reading) == [("2019", None, 1, 4), ("2020", "2", 2, 2)]
    assert [zero.period for zero in reading.zeros] == ["2018"]


def test_a_nought_of_one_kind_only_says_nothing_of_its_year(
    context: ReadingContext, ruled: bool
) -> None:
    rows = [["Outcome", "2018", "2019"], ["Dismissed", "0", "2"]]
    reading = read(context, rows, ruled)
    assert (bounds(reading), reading.zeros) == ([("2019", "2", 2, 2)], ())
