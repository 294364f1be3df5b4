from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from foitrack.reading.findings import Place
from tests.ui.casedata.samples import case_row, overview, schema
from ui.casedata import words


@pytest.mark.parametrize(
    ("stored", "shown"),
    [
        ("2021", "2021"),
        ("2021-03", "Mar 2021"),
        ("2021-03-09", "9 Mar 2021"),
        ("2020/21", "2020/21"),
        ("2021-13", "2021-13"),
    ],
)
def test_a_period_is_never_a_numeric_date(stored: str, shown: str) -> None:
    assert words.period(stored) == shown


@pytest.mark.parametrize(
    ("count", "low", "high", "shown"),
    [
        (5, 5, 5, "5"),
        (1200, None, None, "1,200"),
        (None, 1, 4, "1–4"),
        (None, 5, None, "5 or more"),
        (None, None, None, "not known"),
    ],
)
def test_a_suppressed_count_is_a_range_and_never_nought(
    dressed: QApplication, count: int | None, low: int | None, high: int | None, shown: str
) -> None:
    assert words.count(case_row(count=count, low=low, high=high)) == shown


@pytest.mark.parametrize(
    ("place", "said"),
    [
        (Place(table=1, row=68), "Table 1, row 68"),
        (Place(sheet="Data", cell="B7"), "Data, B7"),
        (Place(page=3), "page 3"),
        (Place(start=4, end=9), "in the document"),
    ],
)
def test_a_place_is_named_as_a_person_would_find_it(
    dressed: QApplication, place: Place, said: str
) -> None:
    assert words.place(place) == said


def test_who_vouches_for_a_row(dressed: QApplication) -> None:
    icons = [
        words.provenance(case_row(checked=True)).icon,
        words.provenance(case_row(checked=False)).icon,
        words.provenance(case_row(document_id=None)).icon,
    ]
    assert icons == ["check-circle", "question", "pen"]


def test_what_the_document_does_not_say_is_said_to_be_missing(dressed: QApplication) -> None:
    row = case_row(values={}, authority=None)
    assert words.cell(row, "rank") == ""
    assert words.said(row, "rank", "Rank") == "Rank: not given"
    assert words.cell(row, "authority") == "Authority not stated"


def test_each_printed_cell_stands_beside_its_grouped_value(dressed: QApplication) -> None:
    found = {
        cell.heading: (cell.printed, cell.grouped)
        for cell in words.as_written(case_row(), schema())
    }
    assert found["Rank"] == ("SG", "Sergeant")
    assert found["Date"] == ("03/2021", "Mar 2021")
    assert found["Social media"] == ("Instagram and Facebook", "Instagram, Facebook")
    assert found["Outcome"] == ("Written warning", "")


def test_a_cell_read_by_its_words_can_be_grouped_whatever_its_heading(
    dressed: QApplication,
) -> None:
    printed = dict(case_row().printed)
    printed["Who was it"] = printed.pop("Rank")
    row = case_row(printed=printed)
    assert ("rank", "SG") in words.word_of(row, schema())
    [cell] = [one for one in words.as_written(row, schema()) if one.heading == "Who was it"]
    assert (cell.printed, cell.grouped) == ("SG", "Sergeant")


def test_the_quotation_is_the_cell_that_says_what_happened(dressed: QApplication) -> None:
    row = case_row()
    long_outcome = dict(row.printed) | {"Outcome": "Written warning " * 20}
    combined = dict(row.printed) | {"Allegation": "Instagram – Shared a picture of a meeting"}
    assert (
        words.quotation(replace(row, printed=long_outcome), schema())
        == "Shared a picture of a meeting"
    )
    assert words.quotation(replace(row, printed=combined), schema()).startswith("Instagram –")
    assert words.quotation(replace(row, printed={}), schema()) == ""


def test_no_sum_is_said_where_unlike_things_are_counted(dressed: QApplication) -> None:
    assert words.total(overview()) == "81 rows, total count 87 to 90"
    assert words.total(replace(overview(), total_high=87)) == "81 rows, total count 87"
    assert words.total(overview(caution="These do not count the same thing.")) == "81 rows"
