"""A long document is read as its letter, and for provisions as a whole."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from foitrack.reading.excerpt import LONG
from foitrack.reading.findings import Reading

Read = Callable[[str], Reading]
LETTER = (
    "Someham District Council\n\nOur ref: FOI 4711/23\nDate: 3 May 2023\n\nDear Sir or Madam\n\n"
    "Thank you for your request of 11 April 2023. Your request has been considered under the "
    "Freedom of Information Act 2000. We hold the information, and it is attached.\n\n"
)
CLOSE = (
    "If you are not satisfied you may ask for an internal review within 40 working days of this "
    "letter: write to foi@someham.example.\n\nYours faithfully\n\nInformation Officer\n"
)
LINE = "The committee noted the report of the working group on roads and drains for the year.\n"


def filler(characters: int) -> str:
    lines = [LINE if n % 9 else f"{LINE}\n" for n in range(characters // len(LINE))]
    return "".join(lines) + "\n"


@pytest.mark.parametrize("place", [0.1, 0.3, 0.5, 0.7, 0.9])
def test_an_exemption_anywhere(read: Read, place: float) -> None:
    length = LONG * 5
    sentence = "The names are exempt under section 40(2) of the Act and have been redacted.\n\n"
    before, after = filler(int(length * place)), filler(int(length * (1 - place)))
    reading = read(LETTER + before + sentence + after + CLOSE)
    assert reading.exemptions == ("FOIA s40(2)",)
    (found,) = (one for one in reading.findings if one.field == "exemption")
    assert found.place.start is not None and found.place.end is not None
    assert "40(2)" in reading.text[found.place.start : found.place.end]


def test_a_new_provision_after_another_was_printed_often(read: Read) -> None:
    often = "This is exempt under section 40(2) of the Act.\n\n"
    once = "We rely on s31(1)(g) of the Act to withhold the plan, by virtue of (2)(b).\n\n"
    text = "".join(filler(4_000) + often for _ in range(30))
    reading = read(LETTER + text + once + filler(LONG) + CLOSE)
    assert reading.exemptions == ("FOIA s40(2)", "FOIA s31(1)(g)")


@pytest.mark.parametrize(
    "printed",
    [
        "Sections 21, 36 and 43 of the Act are engaged",
        "This is exempt under s.43 of the Act",
        "We withhold it under section 43(2)",
        "The exemption at Section 43 (2) applies",
        "S43(2) FOIA is engaged and it is withheld",
    ],
)
def test_forms_of_citations(read: Read, printed: str) -> None:
    reading = read(LETTER + filler(LONG * 2) + f"{printed}.\n\n" + filler(LONG) + CLOSE)
    assert any(one.startswith("FOIA s43") for one in reading.exemptions)


def test_head_and_close_are_read(read: Read) -> None:
    reading = read(LETTER + filler(LONG * 3) + CLOSE)
    assert reading.reference == "FOI 4711/23"
    assert reading.authority == "Someham District Council"
    assert str(reading.response_date) == "2023-05-03"
    assert reading.review.offered is True
    assert reading.review.window == "40 working days"
    for finding in reading.findings:
        start, end = finding.place.start, finding.place.end
        if start is not None and end is not None:
            assert " ".join(reading.text[start:end].split()) == finding.printed


@pytest.mark.parametrize("reasons", [2_000, 10_000, 13_000, 18_000, 24_000])
def test_a_long_letter_before_a_report_is_read_to_its_end(read: Read, reasons: int) -> None:
    reading = read(LETTER + filler(reasons) + CLOSE + filler(LONG * 2))
    assert reading.reference == "FOI 4711/23"
    assert (reading.review.offered, reading.review.window) == (True, "40 working days")
    assert reading.review.contact == "foi@someham.example"


def test_a_table_far_inside(read: Read) -> None:
    table = "Year\tNumber\n2018\t4\n2019\t7\n2020\t9\n\n"
    reading = read(LETTER + filler(LONG * 2) + table + filler(LONG) + CLOSE)
    assert [one.columns for one in reading.tables] == [("Year", "Number")]


def test_one_line_without_an_end(read: Read) -> None:
    reading = read((LETTER + filler(LONG * 2) + CLOSE).replace("\n", " "))
    assert reading.reference == "FOI 4711/23"
