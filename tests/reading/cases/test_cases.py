from __future__ import annotations

from collections.abc import Callable

import pytest

from foitrack.reading.findings import CaseRow, Reading
from foitrack.reading.reader import ReadingContext, read_document

Read = Callable[[str], Reading]
ABOUT = "Gwent Police: officers investigated for misconduct on social media.\n\n"


def plain(rows: tuple[CaseRow, ...]) -> list[tuple[str | None, ...]]:
    return [tuple(row.one(f) for f in ("period", "rank", "outcome", "count")) for row in rows]


def test_one_line_a_case(read: Read) -> None:
    reading = read(ABOUT + "Year\tRank\tOutcome\n2018\tPC\tNFA\n2019\tSgt\tDismissed\n")
    assert plain(reading.cases) == [
        ("2018", "Constable", "No further action", "1"),
        ("2019", "Sergeant", "Dismissed", "1"),
    ]


def test_the_heading_gives_the_period(read: Read) -> None:
    reading = read(ABOUT + "Cases in 2018/19\n\nRank\tOutcome\nPC\tNFA\nPC\tNFA\n")
    assert plain(reading.cases) == [("2018/19", "Constable", "No further action", "1")] * 2
    assert reading.cases[0].one("year") is None


def test_an_act_in_the_heading_is_no_period(read: Read) -> None:
    reading = read(ABOUT + "Police Reform Act 2002\n\nRank\tOutcome\nPC\tNFA\nPC\tNFA\n")
    assert reading.cases[0].one("period") is None


@pytest.mark.parametrize(
    ("cell", "rank", "count"),
    [
        ("PC’s x 5", "Constable", "5"),
        ("2 x PC", "Constable", "2"),
        ("3x Sergeants", "Sergeant", "3"),
        ("PC (4)", "Constable", "4"),
        ("2 PCs", "Constable", "2"),
        ("PC", "Constable", "1"),
    ],
)
def test_several_officers_in_a_cell(read: Read, cell: str, rank: str, count: str) -> None:
    (row,) = read(ABOUT + f"Year\tRank\tOutcome\n2018\t{cell}\tNFA\n").cases
    assert (row.one("rank"), row.one("count")) == (rank, count)
    assert row.printed["Rank"] == cell


def test_suppressed_counts_are_ranges(read: Read) -> None:
    reading = read(
        ABOUT
        + "Year\tRank\tNumber\n2018\tPC\t<5\n2019\tPC\t*\n2020\tPC\t12\n\n* denotes fewer than "
        "10.\n"
    )
    bounds = [
        next((v.value, v.low, v.high) for v in row.values if v.field == "count")
        for row in reading.cases
    ]
    assert bounds == [(None, 1, 4), (None, 1, 9), ("12", 12, 12)]


def test_totals_are_no_cases(read: Read) -> None:
    reading = read(ABOUT + "Rank\tNumber\nPC\t4\nSergeant\t2\nTotal\t6\n")
    assert [row.one("count") for row in reading.cases] == ["4", "2"]
    assert reading.tables[0].total_row == ("Total", "6")


def test_rows_of_a_group_belong_to_the_label_of_its_total(read: Read) -> None:
    reading = read(
        f"{ABOUT}Year\tRank\tOutcome\tNumber\n2019\tPC\tDismissed\t1\n\tPS\tNFA\t2\n"
        "2019 Total\t\t\t3\n2020\tPC\tNFA\t4\n\tPS\tNFA\t5\nGrand Total\t\t\t12\n"
    )
    told = [(row.one("period"), row.one("count")) for row in reading.cases]
    # Nothing says that the last row is of 2020.
    assert told == [("2019", "1"), ("2019", "2"), ("2020", "4"), ("2020", "5")]
    assert reading.cases[1].printed["Year"] == ""


def test_a_period_with_nought_is_a_zero_and_no_row(read: Read) -> None:
    reading = read(ABOUT + "Year\tNumber of officers\n2018\t3\n2019\t0\n2020\t1\n")
    assert [row.one("period") for row in reading.cases] == ["2018", "2020"]
    assert [zero.period for zero in reading.zeros] == ["2019"]


@pytest.mark.parametrize("nought", ["2019\n\n0", "2019: nil", "2019 - None", "2019\nNil return"])
def test_a_nought_where_a_table_would_be(read: Read, nought: str) -> None:
    reading = read(
        ABOUT
        + "2018\n\nRank\tOutcome\nPC\tNFA\nPC\tNFA\n\n"
        + nought
        + "\n\n2020\n\nRank\tOutcome\nPC\tNFA\nPC\tNFA\n"
    )
    assert [zero.period for zero in reading.zeros] == ["2019"]


def test_ranks_by_year(read: Read) -> None:
    reading = read(ABOUT + "Rank 2018 2019\nConstable 4 0\nSergeant 1 <5\nTotal 5 3\n")
    assert [(r.one("year"), r.one("rank"), r.one("count")) for r in reading.cases] == [
        ("2018", "Constable", "4"),
        ("2018", "Sergeant", "1"),
        ("2019", "Sergeant", None),
    ]


def test_outcomes_by_year_are_known_by_their_names(read: Read) -> None:
    reading = read(ABOUT + "2018 2019\nWritten warning 4 1\nDismissed 1 2\n")
    assert [(r.one("year"), r.one("outcome"), r.one("count")) for r in reading.cases] == [
        ("2018", "Written warning", "4"),
        ("2019", "Written warning", "1"),
        ("2018", "Dismissed", "1"),
        ("2019", "Dismissed", "2"),
    ]


def test_allegations_are_not_officers(read: Read) -> None:
    reading = read(
        ABOUT
        + "Year\tNumber of allegations\n2018\t9\n2019\t4\n\nNow the officers.\n\n"
        + "Year\tNumber of officers\n2018\t3\n2019\t2\n"
    )
    flags = ["counts allegations"] * 2 + ["counts officers"] * 2
    assert [row.flags for row in reading.cases] == [(flag,) for flag in flags]


def test_several_platforms_in_a_cell_count_once_each(read: Read) -> None:
    (row,) = read(
        ABOUT + "Year\tSocial media\tOutcome\n2018\tFacebook & Facebook Messenger\tNFA\n"
    ).cases
    assert row.all("platform") == ("Facebook", "Messenger")


@pytest.mark.parametrize(
    ("cell", "platforms"),
    [
        ("X", ("Twitter",)),
        ("Facebook, X", ("Facebook", "Twitter")),
        ("X/Instagram", ("Twitter", "Instagram")),
        ("X and TikTok", ("Twitter", "TikTok")),
        ("Facebook x 2", ("Facebook",)),
        ("x", ("x",)),  # A tick.
    ],
)
def test_a_letter_that_is_a_platform(read: Read, cell: str, platforms: tuple[str, ...]) -> None:
    table = f"Year\tPlatform\tOutcome\n2018\t{cell}\tNFA\n2019\tWhatsApp\tNFA\n"
    row, _ = read(ABOUT + table).cases
    assert row.all("platform") == platforms


def test_a_platform_in_the_allegation_is_not_counted_twice(read: Read) -> None:
    (row,) = read(
        ABOUT
        + "Year\tPlatform/Allegation\tOutcome\n2018\tTwitter – remarks seen on Facebook\tNFA\n"
    ).cases
    assert row.all("platform") == ("Twitter",)
    assert row.one("allegation") == "remarks seen on Facebook"


def test_an_unknown_value_is_kept_as_printed(read: Read) -> None:
    (row,) = read(ABOUT + "Year\tRank\tOutcome\n2018\tHarbour master\tSent to sea\n").cases
    assert row.one("rank") == "Harbour master"
    assert (row.one("outcome"), row.one("outcome_family")) == ("Sent to sea", "other")


@pytest.mark.parametrize(
    "letter",
    [
        "The Council's potholes.\n\nYear\tNumber of complaints\n2018\t4\n2019\t5\n",
        "Kent Police speed cameras.\n\nYear\tNumber\n2018\t4\n2019\t5\n",
        "Kent Police cars.\n\nModel\tColour\nSaloon\tBlue\nEstate\tRed\n",
        "Complaints about school officers.\n\nYear\tType\n2018\tNoise\n2019\tSmell\n",
    ],
)
def test_letters_about_other_things_have_no_cases(read: Read, letter: str) -> None:
    reading = read(letter)
    assert reading.cases == ()
    assert reading.schema is None
    assert len(reading.tables) == 1


def test_a_schema_asked_for_by_name(context: ReadingContext) -> None:
    letter = b"Potholes.\n\nYear\tNumber\tArea\n2018\t4\tNorth\n2019\t5\tSouth\n"
    asked = ReadingContext(context.catalogue, context.directory, context.schemas, schema="counts")
    reading = read_document(letter, "potholes.txt", asked)
    assert reading.schema == "counts"
    assert [(r.one("period"), r.one("category"), r.one("count")) for r in reading.cases] == [
        ("2018", "North", "4"),
        ("2019", "South", "5"),
    ]
