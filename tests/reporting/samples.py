"""Summaries to lay out: one like the letter of Staffordshire Police, and large ones."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from foitrack.law.terms import (
    CountedDay,
    LetterKind,
    Outcome,
    Regime,
    Review,
    State,
    Strength,
)
from foitrack.reporting.contents import (
    CaseColumn,
    CaseFigures,
    CaseTable,
    FontFiles,
    Summary,
    SummaryCaseRow,
    SummaryCited,
    SummaryDocument,
    SummaryOptions,
    SummaryProvision,
    SummaryResponse,
    SummaryReview,
    SummaryRow,
    fonts_in,
)

FONT_FOLDER = Path(__file__).parents[2] / "resources" / "fonts"
TODAY = date(2023, 3, 28)
ST_PATRICK = date(2023, 3, 17)
LAW_ENFORCEMENT = SummaryCited("FOIA s31(1)(g)", "Law enforcement", "qualified")
PERSONAL = SummaryCited("FOIA s40(2)", "Personal information", "mixed")


def fonts() -> FontFiles:
    return fonts_in(FONT_FOLDER)


@dataclass(frozen=True, slots=True)
class Bar:
    label: str
    counts: tuple[int, ...]
    known: bool = True


@dataclass(frozen=True, slots=True)
class Chart:
    title: str
    field: str
    series: tuple[str, ...]
    bars: tuple[Bar, ...]
    note: str = ""


def strip(start: date, end: date, holidays: dict[date, str]) -> tuple[CountedDay, ...]:
    days, n = [CountedDay(start, 0, "day of receipt")], 0
    on = start
    while on < end:
        on += timedelta(days=1)
        why = holidays.get(on, "weekend" if on.weekday() >= 5 else "")
        n += not why
        days.append(CountedDay(on, None if why else n, why or "working day"))
    return tuple(days)


def row(serial: int = 1, /, **changes: object) -> SummaryRow:
    plain = SummaryRow(
        request_id=serial,
        authority="Staffordshire Police",
        title="Complaints over social media use",
        references=("15350",),
        sent_on=date(2023, 3, 1),
        due_on=date(2023, 3, 30),
        state=State.ANSWERED,
        outcome=Outcome.PART_DISCLOSED,
        answered=True,
        days=17,
        late=False,
        limit=20,
        provisions=(LAW_ENFORCEMENT, PERSONAL),
    )
    return replace(plain, **changes)  # type: ignore[arg-type]


def provisions() -> tuple[SummaryProvision, ...]:
    return (
        SummaryProvision(
            "FOIA s31(1)(g)",
            ("FOIA s31(2)(b)",),
            "Law enforcement",
            "exemption",
            "qualified",
            "prejudice",
            "Section 31(1)(g) Law Enforcement by virtue of (2)(b) for the purposes of ascertaining "
            "whether any person is responsible for any conduct which is improper.",
            "letter, page 2",
        ),
        SummaryProvision(
            "FOIA s40(2)",
            (),
            "Personal information",
            "exemption",
            "mixed",
            "class",
            "Section 40(2) – Personal Information.",
            "letter, page 2",
        ),
    )


def review() -> SummaryReview:
    return SummaryReview(
        Review.ASKED,
        asked_on=date(2023, 3, 28),
        due_on=date(2023, 4, 27),
        due_basis="Section 45 Code of Practice, part 5",
        limit_on=date(2023, 5, 30),
        limit_basis="Section 45 Code of Practice, part 5",
        challenged="The reliance on section 31 for cases that are closed.",
        offered_window="two months",
        contact="foi@staffordshire.police.uk",
        possible_now="Wait for the answer to the review, due by Thu 27 April 2023.",
    )


def case_table(rows: int = 3) -> CaseTable:
    columns = (
        CaseColumn("Year"),
        CaseColumn("Rank"),
        CaseColumn("Platform"),
        CaseColumn("Allegation"),
        CaseColumn("Outcome"),
        CaseColumn("Count", number=True),
    )
    made = tuple(
        SummaryCaseRow(
            (
                str(2018 + at % 4),
                "PC",
                "WhatsApp" if at % 3 else "",
                "Inappropriate messages posted in a group <closed> & shared",
                "Reflective practice",
                "1",
            ),
            f"Table 1, row {at + 1}",
            checked=at % 5 != 2,
        )
        for at in range(rows)
    )
    return CaseTable(columns, made, f"{rows} rows, with a total count of {rows}.")


def response(serial: int = 1, /, **changes: object) -> SummaryResponse:
    start, due = date(2023, 3, 1), date(2023, 3, 30)
    holiday = {ST_PATRICK: "St Patrick's Day, bank holiday in Northern Ireland"}
    plain = SummaryResponse(
        key=f"response-{serial}",
        request_id=serial,
        authority="Staffordshire Police",
        title="Complaints over social media use",
        references=("15350",),
        regime=Regime.FOIA,
        number=1,
        of=1,
        letter=LetterKind.RESPONSE,
        sent_on=start,
        answered_on=date(2023, 3, 27),
        due_on=due,
        basis="FOIA s10(1)",
        strength=Strength.STATUTE,
        original_due_on=None,
        day=17,
        late=False,
        limit=20,
        strip=strip(start, due, holiday),
        wording="1) The number of police staff reported for social media activity since March 2018."
        "\n\n2) The breakdown of the nature of the complaint & the platform <used>.",
        outcome=Outcome.PART_DISCLOSED,
        attachments_named=("FOI 15350 Complaints Against Police for Social Media Use Data",),
        provisions=provisions(),
        review=review(),
        documents=(SummaryDocument("letter.pdf", 3, 84_211, "c70aa6e2a97cbd33" * 4),),
        cases=case_table(),
    )
    return replace(plain, **changes)  # type: ignore[arg-type]


def figures_of_cases(rows: int = 87) -> CaseFigures:
    series = ("Authority not stated (549/21)", "Gwent Police", "Avon and Somerset Police")
    years = (
        Bar("2017", (16, 0, 0)),
        Bar("2018", (11, 2, 1)),
        Bar("2019", (9, 2, 2)),
        Bar("2020", (14, 0, 4)),
        Bar("2021", (5, 7, 0)),
    )
    outcomes = (
        Bar("Management action", (18, 4, 0)),
        Bar("No further action", (19, 1, 0)),
        Bar("Reflective practice", (10, 6, 3)),
        Bar("Written warning", (6, 0, 4)),
        Bar("Not given", (2, 0, 0), known=False),
    )
    return CaseFigures(
        rows=rows,
        total_low=rows,
        total_high=rows,
        unchecked=5,
        authorities=3,
        caution="They do not count the same thing: some rows count officers, some allegations.",
        charts=(
            Chart("By year recorded", "year", series, years),
            Chart("By outcome", "outcome_family", series, outcomes),
        ),
    )


def summary(**changes: object) -> Summary:
    plain = Summary(
        title="Police and social media",
        made_on=TODAY,
        requests=(
            row(1),
            row(
                2,
                authority="Gwent Police",
                references=("2021/24677",),
                days=None,
                sent_on=None,
                due_on=None,
                outcome=Outcome.DISCLOSED,
                provisions=(),
            ),
            row(
                3,
                authority="Merseyside Police",
                references=(),
                state=State.OVERDUE,
                days=23,
                late=True,
                answered=False,
                outcome=None,
                provisions=(),
            ),
            row(
                4,
                authority="Kent Police",
                days=31,
                late=True,
                outcome=Outcome.COST_LIMIT,
                provisions=(SummaryCited("FOIA s12(1)", "Cost of answering too high", "n/a"),),
            ),
            row(
                5,
                authority=None,
                references=("549/21",),
                title="Social media cases 2015 to 2021",
                days=None,
                state=State.RESPONSE_TO_READ,
                answered=False,
                outcome=None,
                provisions=(),
            ),
            row(
                6,
                authority="Dorset Police",
                references=(),
                state=State.WAITING,
                days=9,
                answered=False,
                outcome=None,
                provisions=(),
            ),
        ),
        responses=(
            response(1),
            response(
                2,
                authority="Gwent Police",
                references=("2021/24677",),
                day=None,
                sent_on=None,
                answered_on=None,
                due_on=None,
                strip=(),
                provisions=(),
                review=SummaryReview(Review.NONE, possible_now="Give the date of the answer."),
                attachments_named=(),
                cases=case_table(40),
                outcome=Outcome.DISCLOSED,
            ),
        ),
        cases=figures_of_cases(),
        options=SummaryOptions(),
    )
    return replace(plain, **changes)  # type: ignore[arg-type]


def large(requests: int, case_rows: int) -> Summary:
    """Many requests, with as many case rows spread over them."""
    each = case_rows // requests
    return summary(
        requests=tuple(row(at, authority=f"Authority {at:03}") for at in range(1, requests + 1)),
        responses=tuple(
            response(at, authority=f"Authority {at:03}", cases=case_table(each))
            for at in range(1, requests + 1)
        ),
    )
