"""The limits that the user guide names are those that hold."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from foitrack import assets
from foitrack.reading import budget, pictures
from foitrack.reading.documents import base, ocr, pdf, workbook
from foitrack.reading.isolation import Limits
from foitrack.reading.reader import read_document
from foitrack.reading.worker.plain import MOST_CASE_ROWS, MOST_VALUES, number_of_values

GUIDE = (Path(__file__).parents[2] / "docs" / "user-guide.md").read_text("utf-8")
MEGABYTE, MILLION = 1024 * 1024, 1_000_000
HELD = Limits()


@pytest.fixture(scope="module")
def table() -> dict[str, str]:
    section = GUIDE.split("### Limits")[1].split("\n## ")[0]
    return dict(re.findall(r"^\| (.+?) \| (.+?) \|$", section, re.MULTILINE))


def test_a_reader_takes_what_a_worker_is_given() -> None:
    assert HELD.document == base.MAX_BYTES


@pytest.mark.parametrize(
    ("what", "figures"),
    [
        ("A file", [base.MAX_BYTES // MEGABYTE]),
        ("Time to read it", [HELD.seconds, HELD.converting_seconds]),
        ("Memory to read it", [HELD.memory // MEGABYTE]),
        (
            "What is read from it",
            [HELD.answer // MEGABYTE, HELD.files // MEGABYTE, MOST_VALUES // MILLION],
        ),
        ("Case rows of one document", [MOST_CASE_ROWS]),
        ("Pages of a PDF", [pdf.MAX_PAGES]),
        ("Text", [base.MAX_CHARACTERS // MILLION, base.MAX_CHARACTERS_OF_CELLS // MILLION]),
        ("Cells of a spreadsheet", [workbook.MAX_CELLS // MILLION]),
        ("A picture", [pictures.MOST_DOTS_OF_A_FILE // MILLION, ocr.MOST_DOTS // MILLION]),
        (
            "Files in a mail or an archive",
            [
                budget.MAX_MEMBERS,
                budget.MAX_DEPTH,
                budget.MAX_UNPACKED // MEGABYTE,
                budget.MAX_SECONDS,
            ],
        ),
        (
            "How tightly a file over 1 MB may be packed",
            [budget.MAX_RATIO],
        ),
    ],
)
def test_each_figure_is_the_one_that_holds(
    what: str, figures: list[float], table: dict[str, str]
) -> None:
    told = [float(number.replace(",", "")) for number in re.findall(r"\d[\d,]*", table[what])]
    assert told == figures


def test_as_many_case_rows_as_named_are_about_as_many_values_as_are_taken() -> None:
    context = assets.reading_context()
    head = "Year,Rank,Platform,Allegation,Outcome,Number"
    row = "2019,PC,Facebook,Posted a picture,Written warning,1"

    def values(rows: int) -> int:
        reading = read_document("\n".join([head, *[row] * rows]).encode(), "cases.csv", context)
        assert len(reading.cases) == rows
        return number_of_values(reading)

    of_a_row = (values(60) - values(10)) / 50
    assert MOST_VALUES / of_a_row == pytest.approx(MOST_CASE_ROWS, rel=0.05)
