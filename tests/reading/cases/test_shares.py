"""Numbers printed with their share of all: the number counts, a share alone never does."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from foitrack.reading.findings import Reading
from foitrack.reading.reader import ReadingContext, read_document
from tests.reading.cases.telling import told
from tests.reading.making.sheets import MadeSheet, csv_text, xlsx

ABOUT = "Misconduct of police officers on social media\n\n"
Read = Callable[[str], Reading]

FORMS = ["{n} ({p}%)", "{n} [{p}%]", "{n} / {p}%", "{n} ({p}.0%)", "{n} ({p} per cent)"]


def cell(form: str, number: int, share: int) -> str:
    return form.format(n=number, p=share)


@pytest.mark.parametrize("form", FORMS)
def test_in_a_list_of_outcomes(form: str, read: Read) -> None:
    first, second, whole = cell(form, 5, 71), cell(form, 2, 29), cell(form, 7, 100)
    reading = read(
        f"{ABOUT}Rank\tOutcome\tNumber\nPC\tDismissed\t{first}\nSgt\tNFA\t{second}\n"
        f"Total\t\t{whole}\n"
    )
    assert told(reading) == [
        (None, "Constable", "Dismissed", "5"),
        (None, "Sergeant", "No further action", "2"),
    ]
    assert [case.printed["Number"] for case in reading.cases] == [first, second]
    assert [v.printed for v in reading.cases[0].values if v.field == "count"] == [first]
    assert reading.tables[0].rows[0] == ("PC", "Dismissed", first)
    assert (reading.tables[0].total_row, reading.tables[0].flags) == (("Total", "", whole), ())


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("write", [xlsx, lambda made: csv_text(made.rows)])
def test_by_year_on_a_sheet(
    context: ReadingContext, form: str, write: Callable[[MadeSheet], bytes]
) -> None:
    rows = [
        ["Police misconduct outcomes"],
        ["Outcome", "2019", "2020"],
        ["Dismissed", cell(form, 5, 71), cell(form, 0, 0)],
        ["NFA", cell(form, 2, 29), cell(form, 3, 100)],
    ]
    name = "data.xlsx" if write is xlsx else "data.csv"
    reading = read_document(write(MadeSheet(rows)), name, context)
    assert [(*row[:1], *row[2:]) for row in told(reading)] == [
        ("2019", "Dismissed", "5"),
        ("2019", "No further action", "2"),
        ("2020", "No further action", "3"),
    ]


def test_in_two_lines_of_a_cell(context: ReadingContext) -> None:
    lines = "".join(
        f"<tr><td>{a}</td><td>{b}</td></tr>"
        for a, b in [("Outcome", "Officers (%)"), ("Dismissed", "5<br>(71%)"), ("NFA", "2<br>29%")]
    )
    page = f"<html><body><h1>Misconduct of police officers</h1><table>{lines}</table></body></html>"
    reading = read_document(page.encode(), "page.html", context)
    assert [row[2:] for row in told(reading)] == [("Dismissed", "5"), ("No further action", "2")]
    assert reading.cases[0].printed == {"Outcome": "Dismissed", "Officers (%)": "5\n(71%)"}


HEADINGS = [
    ("Dismissed (%)", "Written warning (%)"),
    ("Dismissed and %", "Written warning and %"),
    ("Dismissed (% of total)", "Written warning (% of total)"),
]


@pytest.mark.parametrize("headings", HEADINGS)
def test_a_heading_that_says_both(headings: tuple[str, str], read: Read) -> None:
    reading = read(
        f"{ABOUT}Year\t{headings[0]}\t{headings[1]}\n2019\t5 (71%)\t2 (29%)\n2020\t1 (25%)\t<5\n"
    )
    assert told(reading) == [
        ("2019", None, "Dismissed", "5"),
        ("2019", None, "Written warning", "2"),
        ("2020", None, "Dismissed", "1"),
        ("2020", None, "Written warning", None),
    ]
    assert reading.cases[0].printed == {"Year": "2019", headings[0]: "5 (71%)"}


def test_years_that_say_both(read: Read) -> None:
    reading = read(
        f"{ABOUT}Outcome\t2019 (%)\t2020 (%)\nDismissed\t4 (80%)\t1 (50%)\nNFA\t1 (20%)\t"
    )
    assert told(reading) == [
        ("2019", None, "Dismissed", "4"),
        ("2020", None, "Dismissed", "1"),
        ("2019", None, "No further action", "1"),
    ]


SHARES = [
    "Outcome\t%\nDismissed\t71%\nNFA\t29%\n",
    "Outcome\tNumber\nDismissed\t71%\nNFA\t29%\n",
    "Outcome\t2019\t2020\nDismissed\t71%\t40%\nNFA\t29%\t60%\n",
    "Year\tDismissed (%)\tWritten warning (%)\n2019\t71\t29\n2020\t25\t75\n",
    "Year\tDismissed %\tWritten warning %\n2019\t71\t29\n2020\t25\t75\n",
]


@pytest.mark.parametrize("table", SHARES)
def test_shares_alone_are_no_counts(table: str, read: Read) -> None:
    assert read(ABOUT + table).cases == ()


def test_shares_in_columns_of_their_own(read: Read) -> None:
    reading = read(
        f"{ABOUT}Year\tDismissed\tDismissed (%)\tResigned\tResigned %\n"
        "2019\t5\t71\t2\t29\n2020\t1\t25\t3\t75\n"
    )
    assert [row[2:] for row in told(reading)] == [
        ("Dismissed", "5"),
        ("Resigned", "2"),
        ("Dismissed", "1"),
        ("Resigned", "3"),
    ]
