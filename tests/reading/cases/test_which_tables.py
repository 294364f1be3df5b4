"""Which tables list cases: the headings that forces use, and tables of other things beside them."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest

from foitrack.reading.findings import Reading
from foitrack.reading.reader import ReadingContext, read_document

_YEAR = ["2019", "2020", "2021"]
_FINANCIAL = ["2018/19", "2019/20", "2020/21"]
_DAY = ["03/02/2019", "14/05/2020", "30/11/2021"]
_RANK = ["PC", "Sgt", "PCSO"]
_STAFF = ["Police Officer", "Police Staff", "Special Constable"]
_PLATFORM = ["Facebook", "WhatsApp", "Twitter"]
_TEXT = ["Inappropriate comments", "Shared images of colleagues", "Offensive posts"]
_BREACH = ["Discreditable Conduct", "Authority, Respect and Courtesy", "Confidentiality"]
_OUTCOME = ["Written Warning", "Dismissed", "NFA"]
_NUMBER = ["1", "2", "3"]
CELLS = {
    "period": (_YEAR, _FINANCIAL, _DAY), "rank": (_RANK, _STAFF), "platform": (_PLATFORM,),
    "allegation": (_TEXT, _BREACH), "outcome": (_OUTCOME,), "count": (_NUMBER,),
}  # fmt: skip

# Each heading with the field it leads to; "-" leads to none.
LISTS = [
    "Year=period|Rank=rank|Platform=platform|Allegation=allegation|Result of case=outcome",
    "Financial Year=period|Rank/grade=rank|Social media platform=platform"
    "|Nature of complaint=allegation|Disposal=outcome",
    "FY=period|Officer or staff=rank|Type of misconduct=allegation|Sanction=outcome",
    "Date of allegation=period|Officer or staff=rank|Platform used=platform|Result=outcome",
    "Year case finalised=period|Role of subject=rank"
    "|Standard of professional behaviour breached=allegation|Final outcome=outcome",
    "No=-|Date=period|Rank of officer=rank|App/Site=platform|Brief description=allegation"
    "|Outcome=outcome",
    "Case number=-|Recorded=period|Rank or staff grade=rank|Conduct=allegation"
    "|Sanction imposed=outcome",
    "Year recorded=period|Officer type=rank|Social media=platform|What was alleged=allegation"
    "|How was it dealt with=outcome",
    "Year=period|Police Officer / Police Staff=rank|Allegation Type=allegation"
    "|Allegation Result=outcome",
    "Year=period|Rank=rank|Breach=allegation|Disciplinary outcome=outcome",
    "Date of hearing=period|Rank=rank|Breach of standards=allegation|Hearing outcome=outcome",
    "Yr=period|Rank / Position=rank|Summary of allegation=allegation|Action taken=outcome",
    "Year=period|Employee=rank|Type of social media=platform|Reason for investigation=allegation"
    "|Punishment=outcome",
    "Year of allegation=period|Officers (rank)=rank|Nature of the alleged misconduct=allegation"
    "|Resulting action=outcome",
    "Date case opened=period|Staff/Officer=rank|Media=platform|Offence/Misconduct=allegation"
    "|Determination=outcome",
    "Year=period|Subject's rank=rank|Complaint type=allegation|Means of disposal=outcome",
    "year_received=period|rank_at_time=rank|allegation_type=allegation|outcome_level=outcome",
    "DateRecorded=period|OfficerRank=rank|SocialMedia=platform|FinalOutcome=outcome",
    "Complaint Date=period|Officer Rank=rank|Complaint Summary=allegation"
    "|Complaint Outcome=outcome",
    "Year complaint received=period|Rank=rank|Misuse of=platform|Outcome Details=outcome",
    "When=period|Who=rank|What happened=allegation|What was done=outcome",
    "Officer or Staff=-|Rank=rank|Year=period|Finding=-|Sanction=outcome",
]  # fmt: skip


def sheet(rows: list[list[str]], title: str = "") -> bytes:
    out = io.StringIO()
    csv.writer(out).writerows([*([[title], []] if title else []), *rows])
    return out.getvalue().encode()


def listed(spec: str) -> tuple[list[list[str]], list[str]]:
    """A table under these headings, and the fields they lead to."""
    parts = [part.rsplit("=", 1) for part in spec.split("|")]
    columns = []
    for number, (heading, field) in enumerate(parts):
        choices = CELLS.get(field, (["A", "B", "C"],))
        columns.append([heading, *choices[number % len(choices)]])
    if any(heading == "No" for heading, _ in parts):
        columns[0] = ["No", *_NUMBER]
    return [list(row) for row in zip(*columns, strict=True)], [f for _, f in parts if f != "-"]


def values(reading: Reading) -> list[set[str]]:
    left_out = {"year", "outcome_family"}
    return [{v.field for v in row.values if v.value} - left_out for row in reading.cases]


@pytest.mark.parametrize("spec", LISTS)
def test_the_headings_that_forces_use(context: ReadingContext, spec: str) -> None:
    rows, fields = listed(spec)
    reading = read_document(sheet(rows, "Police misconduct"), "data.csv", context)
    assert values(reading) == [{*fields, "count"}] * 3
    assert [row.one("count") for row in reading.cases] == ["1"] * 3
    chosen = replace(context, schema="police-misconduct")
    assert values(read_document(sheet(rows), "data.csv", chosen)) == values(reading)


def test_a_sheet_alone_says_by_its_words_what_it_is_about(context: ReadingContext) -> None:
    rows, _ = listed(LISTS[0])
    reading = read_document(sheet(rows), "data.csv", context)
    assert (reading.schema, len(reading.cases)) == ("police-misconduct", 3)


@pytest.mark.parametrize(
    "rows",
    [
        "Year|Role|Allegation|Outcome~2019|Teacher|Shouting|No further action"
        "~2020|Assistant|Neglect|Dismissed~2021|Head|Fraud|Resigned",
        "Year|Employee type|Outcome~2019|Staff|Dismissed~2020|Staff|Written warning"
        "~2021|Member of staff|Final written warning",
        "Year|Rank|Offence|Outcome~2019|Sgt|Absence|Fined~2020|Cpl|Assault|Discharged"
        "~2021|Pte|Theft|Detained",
    ],
)
def test_a_sheet_alone_of_others_is_not_about_the_police(
    context: ReadingContext, rows: str
) -> None:
    table = [line.split("|") for line in rows.split("~")]
    assert read_document(sheet(table), "data.csv", context).cases == ()


def test_the_name_of_a_file_tells_its_subject(context: ReadingContext) -> None:
    table = [["Disposal", "No. of officers"], ["Dismissed", "4"], ["NFA", "12"]]
    assert read_document(sheet(table), "data.csv", context).cases == ()
    named = read_document(sheet(table), "Police_misconduct-2019.csv", context)
    assert [row.one("count") for row in named.cases] == ["4", "12"]


OTHERS = {
    "request log": "Ref|Date received|Subject|Outcome~FOI 1/20|02/01/2020|Dogs|Disclosed in full"
    "~FOI 2/20|03/01/2020|Hearings|Refused~FOI 3/20|09/01/2020|Vehicles|Part disclosed",
    "request log with its summary": "Reference number|Request summary|Date|Decision"
    "~1234|Officers dismissed|02/01/2020|Information provided~1235|Budget|03/01/2020|Exempt"
    "~1236|Vans|04/01/2020|Not held",
    "request figures": "Year|Number of requests|Number refused~2019|1200|40~2020|1300|50"
    "~2021|1400|60",
    "budget": "Financial year|Description|Amount (£)~2019/20|Legal costs|12,000"
    "~2020/21|Panel fees|9,500~2021/22|Training|1,000",
    "spending": "Year|Reason|Total~2019|Legal fees|£12,000~2020|Counsel|£9,000~2021|Travel|£800",
    "contacts": "Rank|Name|Telephone|Post~Inspector|A Person|01632 960000|Standards"
    "~Sergeant|B Person|01632 960001|Standards~PC|C Person|01632 960002|Standards",
    "headcount": "Rank|Headcount|FTE~Constable|1200|1180.5~Sergeant|300|298~Inspector|90|90",
    "in post": "Rank|Number of officers in post~Constable|1200~Sergeant|300~Inspector|90",
    "strength": "Year|Rank|Strength~2019|Constable|1200~2020|Sergeant|300~2021|Inspector|90",
    "strength by year": "Police strength|2019|2020~Constable|1200|1210~Sergeant|300|310",
    "followers": "Platform|Number of followers|Date~Facebook|120000|01/02/2020"
    "~Twitter|90000|01/02/2020~Instagram|8000|01/02/2020",
    "courses": "Rank|Course completed|Date~PC|Yes|01/02/2020~Sgt|Yes|02/03/2020~PC|No|04/05/2020",
    "trained": "Year|Rank|Number of officers trained~2019|PC|120~2020|Sgt|40~2021|Insp|9",
    "actions": "Date|Action|Owner~01/02/2020|Meeting with the Federation|Standards"
    "~02/03/2020|Review the policy|HR~04/05/2020|Training for all staff|Learning",
    "versions": "Version|Date|Summary of changes|Author~1.0|01/02/2020|First issue|HR"
    "~1.1|02/03/2020|Misconduct section amended|HR~2.0|04/05/2020|Rewritten|HR",
    "stock": "Item|Description|Quantity|Cost~1|Laptop|12|£4,000~2|Chair|3|£900~3|Desk|4|£800",
    "crime": "Year|Offence|Number of offences~2019|Burglary|120~2020|Robbery|30~2021|Theft|400",
    "crime outcomes": "Year|Offence|Outcome|Count~2019|Harassment|Charged|12"
    "~2019|Stalking|Evidential difficulties|90~2020|Stalking|Charged|9",
    "pay": "Rank|Pay point|Salary|Date effective~Constable|0|£23,556|01/09/2022"
    "~Constable|1|£27,000|01/09/2022~Sergeant|0|£45,000|01/09/2022",
    "vacancies": "Post|Grade|Salary|Closing date~Clerk|Grade C|£21,000|01/02/2020"
    "~Analyst|Grade D|£25,000|02/03/2020~Manager|Grade F|£40,000|04/05/2020",
    "events": "Date|Incident|Location~01/02/2020|Road closed|A38~02/03/2020|Flood|Town"
    "~04/05/2020|Fire|Mill",
    "hearings to come": "Date|Time|Venue|Details~01/02/2020|10:00|HQ|Public hearing"
    "~02/03/2020|11:00|HQ|Private hearing~04/05/2020|10:30|Hotel|Public hearing",
    "absence": "Rank|Date|Reason for absence~PC|01/02/2020|Flu~PC|02/03/2020|Leave"
    "~Sgt|04/05/2020|Flu",
    "vetting": "Role|Date|Vetting level~PC|01/02/2020|MV~Staff|02/03/2020|RV~PCSO|04/05/2020|RV",
    "gifts": "Date|Rank|Description|Value~01/02/2019|Supt|Wine|£12~02/03/2019|ACC|Dinner|£40"
    "~04/05/2020|CC|Tickets|£90",
    "permissions": "Rank|Interest|Decision~PC|Property rental|Approved"
    "~Sgt|Dog walking|Approved~PC|Security|Refused",
    "departments by year": "Role|2019|2020~Clerk|4|5~Analyst|7|9~Driver|1|1",
}  # fmt: skip


@pytest.mark.parametrize("name", OTHERS)
def test_tables_of_other_things_are_no_cases(context: ReadingContext, name: str) -> None:
    """Though they come in an answer about misconduct."""
    rows = [line.split("|") for line in OTHERS[name].split("~")]
    reading = read_document(sheet(rows, "Police misconduct: the rest"), "data.csv", context)
    assert reading.tables
    assert reading.cases == ()
    chosen = replace(context, schema="police-misconduct")
    assert read_document(sheet(rows), "data.csv", chosen).cases == ()


def test_outcomes_told_in_whole_sentences(context: ReadingContext) -> None:
    rows = [["Year", "Rank", "Outcome"]]
    for rank, what in (("PC", "words of advice"), ("Sgt", "a written warning"), ("PC", "advice")):
        rows.append(["2019", rank, f"After it was looked into the officer in question got {what}."])
    reading = read_document(sheet(rows, "Police misconduct"), "data.csv", context)
    assert [row.one("outcome_family") for row in reading.cases] == [
        "management-advice",
        "written-warning",
        "management-advice",
    ]


FINDINGS = [
    ("14/09/2022", "Gross misconduct proven", "Dismissed", "Dismissed", "dismissed"),
    ("01/03/2022", "Not proven", "None", "Not proven", "not-upheld"),
    ("01/03/2022", "No case to answer", "N/A", "No case to answer", "no-case"),
    ("01/03/2022", "Not upheld", "", "Not upheld", "not-upheld"),
    ("Ongoing", "-", "-", "Pending", "pending"),
    # Nothing else is said.
    ("01/03/2022", "-", "None", "None", "other"),
    ("12/2022", "None", "-", "-", "other"),
    ("01/03/2022", "See above", "None", "None", "other"),
]


@pytest.mark.parametrize(("ended", "finding", "sanction", "outcome", "family"), FINDINGS)
def test_what_came_of_a_case_without_a_sanction(
    context: ReadingContext, ended: str, finding: str, sanction: str, outcome: str, family: str
) -> None:
    rows = [
        ["Date received", "Date finalised", "Role", "Allegation", "Finding", "Sanction"],
        ["03/02/2021", "02/03/2022", "PC", "Confidentiality", "Proven", "Dismissed"],
        ["11/01/2022", ended, "Sergeant", "Confidentiality", finding, sanction],
    ]
    row = read_document(sheet(rows, "Police misconduct"), "data.csv", context).cases[1]
    assert (row.one("outcome"), row.one("outcome_family")) == (outcome, family)
    assert (row.one("period"), row.printed["Sanction"]) == ("2022-01-11", sanction)
