"""From a workbook to case rows: the seeds' tables as sheets give what the seeds' texts give."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from foitrack import assets
from foitrack.reading.findings import CaseRow, CaseValue, Reading
from foitrack.reading.reader import ReadingContext, read_document
from tests.reading.making.sheets import WRITERS, MadeSheet, Value, csv_text, xlsx

ALL = [*WRITERS, "csv"]
Seed = Callable[[str], Reading]


def written(form: str, *sheets: MadeSheet) -> bytes:
    return csv_text(sheets[0].rows) if form == "csv" else WRITERS[form](*sheets)


def lines_of(number: str) -> list[list[Value]]:
    """A seed's text as a sheet: a row for each line, a cell for each part between tabs."""
    (file,) = assets.seed_folder().glob(f"{number}_*.txt")
    lines = file.read_text("utf-8").replace("<u>", "").replace("</u>", "").split("\n")
    return [[cell.strip() for cell in line.strip("\n").split("\t")] for line in lines]


def values(row: CaseRow) -> tuple[CaseValue, ...]:
    return tuple(replace(v, printed=" ".join(v.printed.split())) for v in row.values)


def as_sheet(seed: Reading) -> list[list[Value]]:
    """A seed's tables on a sheet, each under its heading, with the nought between them."""
    rows: list[list[Value]] = [["Police misconduct and social media"], []]
    parts = [(t.place.start or 0, t) for t in seed.tables]
    noughts = [(z.place.start or 0, z) for z in seed.zeros]
    for _, part in sorted([*parts, *noughts], key=lambda found: found[0]):
        if hasattr(part, "period"):
            rows += [[part.period], [], ["0"], []]
        else:
            rows += [[part.heading]] if part.heading in ("2018", "2019", "2021") else []
            rows += [list(part.columns), *(list(row) for row in part.rows), []]
    return rows


@pytest.mark.parametrize("form", ALL)
@pytest.mark.parametrize("number", ["000", "001", "003"])
def test_a_seeds_tables_as_a_sheet(
    seed: Seed, context: ReadingContext, number: str, form: str
) -> None:
    text = seed(number)
    reading = read_document(written(form, MadeSheet(as_sheet(text))), f"data.{form}", context)
    assert reading.schema == text.schema
    assert [values(row) for row in reading.cases] == [values(row) for row in text.cases]
    assert [z.period for z in reading.zeros] == [z.period for z in text.zeros]
    for row in reading.cases:
        assert row.place.sheet in ("Data", "data")
        assert row.place.cell


@pytest.mark.parametrize("form", ALL)
def test_the_whole_of_549_as_a_sheet(seed: Seed, context: ReadingContext, form: str) -> None:
    """Its five empty lines, its title, and its months as text."""
    text = seed("001")
    reading = read_document(written(form, MadeSheet(lines_of("001"))), f"data.{form}", context)
    assert [values(row) for row in reading.cases] == [values(row) for row in text.cases]
    assert reading.reference == text.reference
    assert reading.cases[0].place.cell == "A6:E6"
    assert reading.cases[10].place.cell == "A17:E17"


@pytest.mark.parametrize("form", WRITERS)
def test_months_as_days_shown_as_months(context: ReadingContext, form: str) -> None:
    sheet = MadeSheet(
        [
            ["Police misconduct"],
            ["Date", "Rank", "Outcome"],
            [date(2021, 2, 1), "PC", "Dismissed"],
            [date(2021, 3, 1), "SC", "NFA"],
        ],
        formats={(3, 0): "mm/dd/yyyy", (4, 0): "dd/mm/yyyy"},
    )
    reading = read_document(written(form, sheet), f"data.{form}", context)
    assert [(r.one("period"), r.printed["Date"]) for r in reading.cases] == [
        ("2021-02-01", "02/01/2021"),
        ("2021-03-01", "01/03/2021"),
    ]


@pytest.mark.parametrize("form", ALL)
def test_years_across_the_top(context: ReadingContext, form: str) -> None:
    sheet = MadeSheet(
        [
            ["Police misconduct outcomes"],
            ["Outcome", 2019, 2020, 2021],
            ["Dismissed", 1, "<5", 0],
            ["Written warning", 12, "*", 3],
            ["Total", 13, "", 3],
        ]
    )
    reading = read_document(written(form, sheet), f"data.{form}", context)
    counts = [
        (r.one("outcome"), r.one("year"), v.value, v.low, v.high)
        for r in reading.cases
        for v in r.values
        if v.field == "count"
    ]
    assert counts == [
        ("Dismissed", "2019", "1", 1, 1),
        ("Dismissed", "2020", None, 1, 4),
        ("Written warning", "2019", "12", 12, 12),
        ("Written warning", "2020", None, 0, None),
        ("Written warning", "2021", "3", 3, 3),
    ]
    assert reading.tables[0].total_row == ("Total", "13", "", "3")
    assert {r.place.cell for r in reading.cases} == {"A3:D3", "A4:D4"}


@pytest.mark.parametrize("form", WRITERS)
def test_hidden_cases_are_no_cases(context: ReadingContext, form: str) -> None:
    rows: list[list[Value]] = [
        ["Year", "Rank", "Misconduct outcome"],
        [2019, "PC", "Dismissed"],
        [2020, "Police constable", "NFA"],
        [2021, "SC", "Resigned"],
    ]
    sheets = (
        MadeSheet(rows, "Shown", hidden_rows=frozenset({3})),
        MadeSheet(rows, "All", "hidden"),
        MadeSheet([["Police data"]], "About"),
    )
    reading = read_document(written(form, *sheets), f"data.{form}", context)
    assert [r.one("year") for r in reading.cases] == ["2019", "2021"]
    assert sum("may not have meant to release" in w for w in reading.warnings) == 2
    assert "2020" not in reading.text


def test_a_sheet_for_each_year(context: ReadingContext) -> None:
    rows: list[list[Value]] = [["Rank", "Outcome"], ["PC", "Dismissed"], ["SC", "NFA"]]
    data = xlsx(
        MadeSheet([["Police misconduct"], ["Tables by year follow."]], "About"),
        MadeSheet(rows, "2019"),
        MadeSheet(rows, "2020"),
    )
    reading = read_document(data, "data.xlsx", context)
    assert [r.one("year") for r in reading.cases] == ["2019", "2019", "2020", "2020"]


def test_a_letter_on_a_sheet_has_its_fields_with_their_cells(context: ReadingContext) -> None:
    rows: list[list[Value]] = [
        ["Gwent Police"],
        ["Our reference:", "FOI 1234/21"],
        ["Date:", date(2021, 3, 4)],
        [],
        ["Rank", "Outcome", "Number"],
        ["PC", "Written warning", 3],
        ["SC", "Dismissed", 1],
    ]
    reading = read_document(xlsx(MadeSheet(rows)), "data.xlsx", context)
    assert reading.authority == "Gwent Police"
    assert reading.reference == "FOI 1234/21"
    places = {f.field: (f.place.sheet, f.place.cell) for f in reading.findings}
    assert places["authority"] == ("Data", "A1")
    assert places["reference"] == ("Data", "B2")
