"""The five example responses must read exactly so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date

import pytest

from foitrack import assets
from foitrack.law.terms import LetterKind, Outcome
from foitrack.reading.findings import CaseRow, Reading

Seed = Callable[[str], Reading]


def officers(rows: Iterable[CaseRow], field: str) -> dict[str, int]:
    """How many officers under each value of a field; a row with several counts under each."""
    found: Counter[str] = Counter()
    for row in rows:
        for value in row.all(field):
            found[value] += int(row.one("count") or 0)
    return dict(found)


def printed_ranks(reading: Reading) -> list[str]:
    return [value.printed for row in reading.cases for value in row.values if value.field == "rank"]


def exemptions(reading: Reading) -> dict[str, tuple[str, ...]]:
    return {f.value: f.with_provisions for f in reading.findings if f.field == "exemption"}


@pytest.mark.parametrize(
    ("number", "reference", "authority", "outcome"),
    [
        ("000", "2021/24677", "Gwent Police", Outcome.DISCLOSED),
        ("001", "549/21", None, Outcome.DISCLOSED),
        ("002", "01.FOI.22.026570", "Metropolitan Police Service", Outcome.PART_DISCLOSED),
        ("003", "221/21", None, Outcome.DISCLOSED),
        ("004", "15350", "Staffordshire Police", Outcome.PART_DISCLOSED),
    ],
)
def test_reference_authority_and_outcome(
    seed: Seed, number: str, reference: str, authority: str | None, outcome: Outcome
) -> None:
    reading = seed(number)
    assert (reading.reference, reading.authority, reading.outcome) == (
        reference,
        authority,
        outcome,
    )
    assert reading.letter is LetterKind.RESPONSE


@pytest.mark.parametrize("number", ["000", "001", "003"])
def test_letters_that_cite_nothing(seed: Seed, number: str) -> None:
    assert seed(number).exemptions == ()


@pytest.mark.parametrize("number", ["002", "004"])
def test_letters_that_cite_law_enforcement_and_personal_information(
    seed: Seed, number: str
) -> None:
    cited = exemptions(seed(number))
    assert list(cited) == ["FOIA s31(1)(g)", "FOIA s40(2)"]
    assert cited["FOIA s31(1)(g)"] == ("FOIA s31(2)(b)",)
    assert seed(number).cases == ()


def test_section_17_is_only_mentioned(seed: Seed) -> None:
    assert seed("002").mentioned == ("FOIA s17",)
    assert seed("004").mentioned == ("FOIA s17(1)",)


def test_gwent_row_for_row(seed: Seed) -> None:
    reading = seed("000")
    assert [
        (row.one("year"), row.all("platform"), row.one("outcome"), row.one("count"))
        for row in reading.cases
    ] == [
        ("2018", ("Facebook",), "Management action", "1"),
        ("2018", ("Facebook",), "Management action", "1"),
        ("2019", ("Facebook",), "Management action", "1"),
        ("2019", ("Instagram",), "Management action", "1"),
        ("2021", ("WhatsApp",), "Reflective Practice Review Process", "5"),
        ("2021", ("Instagram",), "Reflective Practice Review Process", "1"),
        ("2021", ("Twitter",), "No further action", "1"),
    ]
    assert reading.cases[0].one("allegation") == (
        "Obtained information from facebook to search on police systems"
    )


def test_gwent_figures(seed: Seed) -> None:
    rows = seed("000").cases
    assert officers(rows, "year") == {"2018": 2, "2019": 2, "2021": 7}
    assert officers(rows, "platform") == {
        "WhatsApp": 5,
        "Facebook": 3,
        "Instagram": 2,
        "Twitter": 1,
    }
    assert officers(rows, "outcome") == {
        "Reflective Practice Review Process": 6,
        "Management action": 4,
        "No further action": 1,
    }
    assert officers(rows, "rank") == {"Constable": 11}


def test_gwent_keeps_cells_as_printed(seed: Seed) -> None:
    reading = seed("000")
    assert printed_ranks(reading) == ["PC", "PC", "PC", "PC", "PC’s x 5", "PC", "PC"]
    assert reading.tables[2].columns == ("Rank/Officer", "Platform/Allegation", "Outcome")
    assert [table.heading for table in reading.tables] == ["2018", "2019", "2021"]


def test_gwent_nought_is_explicit_and_no_row(seed: Seed) -> None:
    reading = seed("000")
    (zero,) = reading.zeros
    assert zero.period == "2020"
    assert zero.place.start is not None and zero.place.end is not None
    assert reading.text[zero.place.start : zero.place.end].split() == ["2020", "0"]


def test_gwent_offers_a_review_without_a_window(seed: Seed) -> None:
    review = seed("000").review
    assert (review.offered, review.window, review.contact) == (True, None, None)


def test_549_is_one_table_through_its_blank_lines(seed: Seed) -> None:
    reading = seed("001")
    (table,) = reading.tables
    assert table.columns == ("Date", "Nature of Allegation", "Social Media", "Rank", "Outcome")
    file = next(assets.seed_folder().glob("001_*.txt")).read_text("utf-8")
    assert list(table.rows) == [
        tuple(cell.strip() for cell in line.split("\t"))
        for line in file.splitlines()[5:]
        if line.strip()
    ]


def test_549_figures(seed: Seed) -> None:
    reading = seed("001")
    rows = reading.cases
    assert len(rows) == 69
    assert officers(rows, "year") == {
        "2015": 6, "2016": 8, "2017": 16, "2018": 11, "2019": 9, "2020": 14, "2021": 5,
    }  # fmt: skip
    assert Counter(printed_ranks(reading)) == {
        "PC": 41, "SG": 11, "IN": 1, "SC": 1, "CV Grade C": 6, "CV Grade D": 3,
        "CV Grade B": 2, "CV Grade H": 2, "CV Grade A": 1, "CV Grade E": 1,
    }  # fmt: skip
    assert officers(rows, "platform") == {
        "Facebook": 31, "WhatsApp": 24, "Twitter": 12, "Instagram": 2,
        "Snapchat": 1, "Messenger": 1, "Text messages": 1,
    }  # fmt: skip


def test_549_row_for_row(seed: Seed) -> None:
    reading = seed("001")
    for row, cells in zip(reading.cases, reading.tables[0].rows, strict=True):
        month, year = cells[0].split("/")
        assert row.one("period") == f"{year}-{month}"
        assert row.one("year") == year
        assert row.one("allegation") == cells[1]
        assert tuple(row.printed.values()) == cells
        assert row.one("count") == "1"
        assert row.one("outcome_family") not in (None, "other")


def test_549_keeps_identical_rows(seed: Seed) -> None:
    rows = Counter(tuple(row.printed.values()) for row in seed("001").cases)
    assert sorted(number for number in rows.values() if number > 1) == [2, 6]


def test_549_names_no_authority_and_offers_no_review(seed: Seed) -> None:
    assert seed("001").review.offered is None


def test_met_keeps_its_data_in_an_attachment(seed: Seed) -> None:
    reading = seed("002")
    assert reading.tables == ()
    assert reading.attachments_named == ("attached document",)
    assert reading.review.offered is None


def test_pivot_row_for_row(seed: Seed) -> None:
    assert [
        (row.one("year"), row.one("outcome"), row.one("outcome_family"), row.one("count"))
        for row in seed("003").cases
    ] == [
        ("2018", "Written warning", "written-warning", "1"),
        ("2019", "Written warning", "written-warning", "1"),
        ("2019", "Final written warning", "final-written-warning", "1"),
        ("2020", "Final written warning", "final-written-warning", "1"),
        ("2020", "Reflective practice requires improvement", "reflective-practice", "3"),
    ]


def test_pivot_figures(seed: Seed) -> None:
    rows = seed("003").cases
    assert officers(rows, "year") == {"2018": 1, "2019": 2, "2020": 4}
    assert officers(rows, "outcome") == {
        "Written warning": 2,
        "Final written warning": 2,
        "Reflective practice requires improvement": 3,
    }


def test_summaries_are_a_table_of_their_own(seed: Seed) -> None:
    reading = seed("003")
    assert len(reading.tables) == 2
    assert [row[0] for row in reading.tables[1].rows] == [f"Officer {n}" for n in range(1, 5)]
    assert all(row.place.table == 1 for row in reading.cases)


def test_request_date_of_003(seed: Seed) -> None:
    reading = seed("003")
    assert reading.request_date == date(2021, 2, 19)
    assert reading.response_date is None


def test_staffordshire_dates_review_and_spreadsheet(seed: Seed) -> None:
    reading = seed("004")
    assert reading.request_date == reading.received_date == date(2023, 3, 1)
    assert reading.response_date == date(2023, 3, 27)
    assert reading.review.offered is True
    assert reading.review.window == "two months"
    assert reading.review.contact == "foi@staffordshire.police.uk"
    assert reading.attachments_named == (
        "FOI 15350 Complaints Against Police for Social Media Use Data",
    )


@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
def test_every_place_is_the_printed_text(seed: Seed, number: str) -> None:
    reading = seed(number)
    assert reading.findings
    for finding in reading.findings:
        start, end = finding.place.start, finding.place.end
        assert start is not None and end is not None, finding
        assert " ".join(reading.text[start:end].split()) == finding.printed
