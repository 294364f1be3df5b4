"""What is a case and what is none: noughts in words, figures held back, totals, drawn lines."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from foitrack.reading.findings import Reading
from tests.reading.cases.telling import told

ABOUT = "Misconduct of police officers on social media\n\n"
Read = Callable[[str], Reading]


@pytest.mark.parametrize(
    "row",
    [
        "2022\tNil\tNil\tNil",
        "2022\tNone\t\t",
        "2022\tNo officers\t\t",
        "2022\tNil return\t\t",
        "2022\t-\tNone recorded\t-",
        "2022\tNo staff dismissed\t\t",
        "2022\t\tNo allegations recorded in this year\t",
    ],
)
def test_a_year_without_a_case_is_a_nought_and_no_case(row: str, read: Read) -> None:
    reading = read(f"{ABOUT}Year\tRank\tAllegation\tOutcome\n2021\tPC\tAbuse\tDismissed\n{row}\n")
    assert told(reading) == [("2021", "Constable", "Dismissed", "1")]
    assert [zero.period for zero in reading.zeros] == ["2022"]


@pytest.mark.parametrize(
    "row",
    [
        "2022\tSgt\tNone\tNo case to answer",
        "2022\tUnknown\t\t",
        "2022\t\t\tNo further action",
        "2022\t\t\tNo case",
    ],
)
def test_a_case_of_which_little_is_told_is_one(row: str, read: Read) -> None:
    reading = read(f"{ABOUT}Year\tRank\tAllegation\tOutcome\n2021\tPC\tAbuse\tDismissed\n{row}\n")
    assert len(reading.cases) == 2
    assert reading.zeros == ()


@pytest.mark.parametrize("row", ["2020\tNone\t\t0", "2020\t-\t-\t0", "2020\tNil\tNil\tNil"])
def test_a_nought_beside_nil_is_its_years(row: str, read: Read) -> None:
    reading = read(
        f"{ABOUT}Year\tRank\tOutcome\tNumber\n2019\tPC\tDismissed\t2\n{row}\n2021\tPC\tNFA\t1\n"
    )
    assert told(reading) == [
        ("2019", "Constable", "Dismissed", "2"),
        ("2021", "Constable", "No further action", "1"),
    ]
    assert [zero.period for zero in reading.zeros] == ["2020"]


def test_a_year_of_which_every_kind_is_nought(read: Read) -> None:
    reading = read(
        f"{ABOUT}Year\tOutcome\tNumber\n2020\tDismissed\t0\n2020\tResigned\t0\n"
        "2021\tDismissed\t2\n2021\tResigned\t0\n2022\tDismissed\t0\n"
    )
    assert [case.one("count") for case in reading.cases] == ["2"]
    # Of 2022 one kind is 0, and nobody knows of the others.
    assert [zero.period for zero in reading.zeros] == ["2020"]


def test_a_nought_of_a_year_with_cases_is_none(read: Read) -> None:
    reading = read(
        f"{ABOUT}Year\tRank\tOutcome\tNumber\n2019\tPC\tDismissed\t2\n2019\tNil\tNil\t0\n"
    )
    assert told(reading) == [("2019", "Constable", "Dismissed", "2")]
    assert reading.zeros == ()


def test_a_number_that_is_held_back_is_not_one(read: Read) -> None:
    """Most cells say why there is none: the column holds numbers all the same."""
    reading = read(
        f"{ABOUT}Year\tRank\tOutcome\tNumber of officers\n2021\tPC\tDismissed\tData not held\n"
        "2022\tPC\tDismissed\tN/A\n2023\tPC\tDismissed\twithheld s40\n2024\tSgt\tDismissed\t<5\n"
        "2024\tSgt\tWritten warning\t*\n2025\tPC\tDismissed\t\n2025\tSgt\tDismissed\t3\n"
    )
    counts = [value for case in reading.cases for value in case.values if value.field == "count"]
    assert [(value.value, value.low, value.high) for value in counts] == [
        (None, 0, None),
        (None, 0, None),
        (None, 0, None),
        (None, 1, 4),
        (None, 0, None),
        (None, 0, None),
        ("3", 3, 3),
    ]


def test_what_is_counted_is_not_who_where_it_is_held_back(read: Read) -> None:
    reading = read(
        f"{ABOUT}Year\tOutcome\tOfficers\n2021\tDismissed\tNot held\n2022\tDismissed\tN/A\n"
    )
    assert told(reading) == [("2021", None, "Dismissed", None), ("2022", None, "Dismissed", None)]


@pytest.mark.parametrize(
    "total", ["All outcomes", "Overall", "All", "Combined", "All of the above"]
)
def test_a_total_by_another_name(total: str, read: Read) -> None:
    reading = read(f"{ABOUT}Outcome\t2021\t2022\nDismissed\t2\t3\nNFA\t1\t1\n{total}\t3\t4\n")
    assert reading.tables[0].total_row == (total, "3", "4")
    assert [case.one("count") for case in reading.cases] == ["2", "3", "1", "1"]


def test_all_is_no_total_beside_words(read: Read) -> None:
    reading = read(
        f"{ABOUT}Rank\tAllegation\tOutcome\nPC\tAbuse\tDismissed\nAll\tTraining\tAdvice\n"
    )
    assert reading.tables[0].total_row is None
    assert len(reading.tables[0].rows) == 2


@pytest.mark.parametrize(
    "rule", ["----  ----  -------", "====  ====  =======", "____  ____  _______"]
)
def test_a_line_drawn_under_the_header_is_no_row(rule: str, read: Read) -> None:
    reading = read(f"{ABOUT}Year  Rank  Outcome\n{rule}\n2021  PC    Dismissed\n2022  Sgt   NFA\n")
    assert told(reading) == [
        ("2021", "Constable", "Dismissed", "1"),
        ("2022", "Sergeant", "No further action", "1"),
    ]


GROUPS = [
    # A year is printed above its group.
    (["2021", "", "2022", "2023"], ["2021", "2021", "2022", "2023"]),
    (["2021/22", "", "", "2022/23"], ["2021/22", "2021/22", "2021/22", "2022/23"]),
    (["2023", "", "2022", ""], ["2023", "2023", "2022", "2022"]),
    (["2021", "", ""], ["2021", "2021", "2021"]),
    # The empty one may be a year of its own, or nobody knows.
    (["2021", "", "2023", "2024"], ["2021", None, "2023", "2024"]),
    (["2021", "2021", "", "2022"], ["2021", "2021", None, "2022"]),
    (["2021", "2022", ""], ["2021", "2022", None]),
    (["3 May 2021", "", "9 June 2022"], ["2021-05-03", None, "2022-06-09"]),
    (["", "2021", "2022"], [None, "2021", "2022"]),
]


@pytest.mark.parametrize(("printed", "meant"), GROUPS)
def test_an_empty_year(printed: list[str], meant: list[str | None], read: Read) -> None:
    rows = "".join(f"{year}\tPC\tDismissed\n" for year in printed)
    reading = read(f"{ABOUT}Year\tRank\tOutcome\n{rows}")
    assert [case.one("period") for case in reading.cases] == meant


@pytest.mark.parametrize(
    ("heading", "period"),
    [
        ("Officers dismissed in 2023", "2023"),
        ("Officers dismissed in 2023, as at 2 May 2024", "2023"),
        ("Officers dismissed, as recorded on 2 May 2024", None),
        ("Officers dismissed from 1 April 2022 to 31 March 2023", None),
    ],
)
def test_the_day_on_which_figures_were_taken_is_not_their_period(
    heading: str, period: str | None, read: Read
) -> None:
    reading = read(f"{ABOUT}{heading}\n\nRank\tOutcome\tNumber\nPC\tDismissed\t2\nSgt\tNFA\t1\n")
    assert reading.tables[0].heading == heading
    assert [case.one("period") for case in reading.cases] == [period, period]


OF_OFFICERS = ["Officers", "Police officers", "Officers involved"]


@pytest.mark.parametrize("heading", OF_OFFICERS)
def test_numbers_under_what_is_counted_are_no_rank(heading: str, read: Read) -> None:
    reading = read(f"{ABOUT}Platform\t{heading}\nWhatsApp\t5\nFacebook\t3\nTotal\t8\n")
    assert [(case.one("platform"), case.one("count")) for case in reading.cases] == [
        ("WhatsApp", "5"),
        ("Facebook", "3"),
    ]
    assert all(case.one("rank") is None for case in reading.cases)
    assert {case.flags for case in reading.cases} == {("counts officers",)}


def test_numbers_of_officers_beside_their_rank(read: Read) -> None:
    reading = read(f"{ABOUT}Rank\tOfficers\tOutcome\nPC\t5\tDismissed\nSgt\t<5\tNFA\n")
    assert told(reading) == [
        (None, "Constable", "Dismissed", "5"),
        (None, "Sergeant", "No further action", None),
    ]


def test_officers_and_staff_are_counted_apart(read: Read) -> None:
    reading = read(f"{ABOUT}Platform\tOfficers\tStaff\nFacebook\t7\t4\nWhatsApp\t9\t2\n")
    assert [
        (*case.all("platform"), case.one("rank"), case.one("count"), case.flags)
        for case in reading.cases
    ] == [
        ("Facebook", "Officer", "7", ("counts officers",)),
        ("Facebook", "Police staff", "4", ("counts staff",)),
        ("WhatsApp", "Officer", "9", ("counts officers",)),
        ("WhatsApp", "Police staff", "2", ("counts staff",)),
    ]


def test_a_number_of_officers_that_only_sums_is_no_rank(read: Read) -> None:
    reading = read(f"{ABOUT}Platform\tOfficers\tNumber of cases\nFacebook\t7\t4\nWhatsApp\t9\t2\n")
    assert [(case.one("rank"), case.one("count")) for case in reading.cases] == [
        (None, "4"),
        (None, "2"),
    ]


def test_officers_of_whom_the_heading_says_more_are_no_rank(read: Read) -> None:
    reading = read(f"{ABOUT}Platform\tOfficers dismissed\nFacebook\t7\nWhatsApp\t9\n")
    assert [case for case in reading.cases if case.one("rank") or case.one("count") == "1"] == []


def test_officers_by_year(read: Read) -> None:
    reading = read(f"{ABOUT}Year\tOfficers\tAllegations\n2021\t7\t9\n2022\t4\t5\n")
    assert told(reading) == [("2021", None, None, "7"), ("2022", None, None, "4")]
    assert {case.flags for case in reading.cases} == {("counts officers",)}
    # Of what, nobody says: they may be all that there are.
    rest = "We serve you.\n\nYear\tOfficers\tStaff\n2021\t700\t90\n2022\t400\t50\n"
    assert read(ABOUT + rest).cases == ()
    public = "Complaints logged\n\nYear\tComplaints\tAllegations\n2021\t700\t90\n2022\t400\t50\n"
    assert read(f"{ABOUT}We serve you.\n\n{public}").cases == ()


def test_shares_and_the_numbers_of_lines_count_nobody(read: Read) -> None:
    reading = read(f"{ABOUT}Platform\tPercentage of officers\nFacebook\t70\nWhatsApp\t30\n")
    assert all(case.one("count") not in ("70", "30") for case in reading.cases)
    reading = read(f"{ABOUT}Officers\tOutcome\n1\tDismissed\n2\tNFA\n3\tDismissed\n")
    assert "2" not in [case.one("count") for case in reading.cases]


HELD = ["Redacted", "[c]", "withheld under section 40", "Information exempt", "s40(2)"]


@pytest.mark.parametrize("cell", HELD)
@pytest.mark.parametrize("header", ["Year\tDismissed\tResigned", "Outcome\t2020\t2021"])
def test_a_figure_that_is_kept_back_is_some_number(cell: str, header: str, read: Read) -> None:
    first, second = ("2020", "2021") if header.startswith("Year") else ("Dismissed", "Resigned")
    reading = read(f"{ABOUT}{header}\n{first}\t3*\t2\n{second}\t5\t{cell}\n")
    counts = [value for case in reading.cases for value in case.values if value.field == "count"]
    assert [(one.value, one.low, one.high) for one in counts] == [
        ("3", 3, 3),
        ("2", 2, 2),
        ("5", 5, 5),
        (None, 0, None),
    ]


def test_what_does_not_apply_is_no_figure(read: Read) -> None:
    reading = read(f"{ABOUT}Year\tDismissed\tResigned\n2020\t3\tN/A\n2021\t5\t1\n")
    assert [case.one("count") for case in reading.cases] == ["3", "5", "1"]
