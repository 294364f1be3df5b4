"""Discipline of a hospital's, a council's or a university's staff is no police misconduct, though
the letter names the police.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from foitrack.reading.findings import Reading
from foitrack.reading.reader import ReadingContext, read_document
from tests.reading.mailing import eml
from tests.reading.making.clothes import CLOTHES, Rows

Read = Callable[[str], Reading]
BODIES = [
    "Riverside University Hospitals NHS Foundation Trust",
    "Leeds City Council",
    "University of Leeds",
    "Scottish Ambulance Service",
    "Ministry of Justice",
]
ASKED = (
    "\n\nDear Requester\n\nYou asked about disciplinary action against staff, and how many cases "
    "were reported to the police.\n\n"
)
OF_STAFF = {
    "list": "Year\tRole\tAllegation\tOutcome\n2019\tManager\tAbuse\tDismissed\n"
    "2020\tClerk\tTheft, reported to the police\tWritten warning\n",
    "staff": "Year\tRole\tAllegation\tOutcome\n2019\tStaff\tAbuse\tDismissed\n"
    "2020\tMember of staff\tTheft\tWritten warning\n",
    "outcomes by year": "Outcome\t2019\t2020\nDismissed\t3\t4\nFinal written warning\t2\t1\n",
    "outcomes across": "Grade\tDismissed\tWritten warning\nBand 5\t3\t4\nBand 2\t2\t1\n",
    "numbers": "Year\tOutcome\tNumber\n2019\tDismissed\t3\n2020\tWritten warning\t2\n",
    "two labels": "Grade\tOutcome\t2019\t2020\n5\tDismissed\t3\t1\n6\tResigned\t2\t0\n",
    "referred": "Year\tDismissed\tReported to the police\n2019\t3\t1\n2020\t2\t0\n",
}


@pytest.mark.parametrize("body", BODIES)
@pytest.mark.parametrize("table", OF_STAFF)
def test_another_bodys_staff(read: Read, body: str, table: str) -> None:
    reading = read(body + ASKED + OF_STAFF[table])
    assert reading.tables
    assert (reading.schema, reading.cases, reading.zeros) == (None, (), ())


@pytest.mark.parametrize(
    "body", ["Gwent Police", "British Transport Police", "Independent Office for Police Conduct"]
)
def test_the_polices_own_staff(read: Read, body: str) -> None:
    reading = read(body + ASKED + OF_STAFF["numbers"])
    assert [case.one("count") for case in reading.cases] == ["3", "2"]


def test_where_nobody_knows_who_writes(read: Read) -> None:
    assert len(read(ASKED + OF_STAFF["numbers"]).cases) == 2


POLICE = [
    "Year\tRank\tOutcome\n2019\tPC\tDismissed\n2020\tConstable\tResigned\n",
    "Police officers dismissed, as forces report\n\nYear\tOutcome\tNumber\n2019\tDismissed\t3\n",
    "Outcome\tPC\tSergeant\nDismissed\t4\t1\nResigned\t2\t0\n",
]


@pytest.mark.parametrize("table", POLICE)
def test_a_ministrys_table_that_names_the_police(read: Read, table: str) -> None:
    assert read("Home Office" + ASKED + table).cases


@pytest.mark.parametrize("name", CLOTHES)
@pytest.mark.parametrize(
    "rows",
    [
        [["Year", "Role", "Outcome"], ["2019", "Staff Nurse", "Dismissed"], ["2020", "HCA", "NFA"]],
        [["Staff group", "Dismissed", "Resigned"], ["Nursing", "3", "4"], ["Midwives", 2, 1]],
        [["Year", "Outcome", "Nurses", "HCAs"], ["2019", "Dismissed", 3, 4], ["2020", "NFA", 2, 1]],
        [["Job title", "2019", "2020"], ["Teacher", 3, 4], ["Teaching assistant", 2, 1]],
        [["Role", "Outcome", "Number"], ["Lecturer", "Dismissed", 3], ["Professor", "NFA", 2]],
    ],
)  # fmt: skip
def test_people_of_no_police_force(context: ReadingContext, name: str, rows: Rows) -> None:
    """Though nobody knows who writes, or the schema was asked for."""
    data = CLOTHES[name]("Misconduct of staff, and what was reported to the police", rows)
    assert read_document(data, name, context).cases == ()
    chosen = replace(context, schema="police-misconduct")
    assert read_document(data, name, chosen).cases == ()


def test_an_allegation_about_a_nurse_is_no_nurses(read: Read) -> None:
    reading = read(
        "Gwent Police\n\nMisconduct of officers\n\nAllegation\tRank\tOutcome\n"
        "Harassed a nurse\tPC\tDismissed\nRude to a doctor\tSgt\tWritten warning\n"
    )
    assert len(reading.cases) == 2


def test_a_sheet_is_of_the_letter_that_it_came_with(context: ReadingContext) -> None:
    rows: Rows = [["Year", "Outcome", "Number"], ["2019", "Dismissed", 3], ["2020", "NFA", 2]]
    sheet = ("data.xlsx", CLOTHES["data.xlsx"]("Staff misconduct", rows))
    told = "{}\n\nPlease see attached the cases of misconduct, and those reported to the police.\n"
    of_council = eml(told.format("Leeds City Council"), [sheet])
    assert read_document(of_council, "reply.eml", context).cases == ()
    of_police = eml(told.format("Gwent Police"), [sheet])
    assert len(read_document(of_police, "reply.eml", context).cases) == 2


def test_a_schema_that_was_asked_for_is_read_by_whoever_writes(context: ReadingContext) -> None:
    chosen = replace(context, schema="police-misconduct")
    letter = "Leeds City Council" + ASKED + OF_STAFF["numbers"]
    assert len(read_document(letter.encode(), "letter.txt", chosen).cases) == 2
