from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from foitrack import assets
from foitrack.desk import casedata, reports, requests, responses, reviews
from foitrack.desk.desk import Desk
from foitrack.desk.report_cases import count_words, period_words, place_words
from foitrack.desk.views import (
    CaseFilter,
    CaseRowView,
    DeskError,
    FindingDecision,
    FindingStatus,
    NewRequest,
    RecordDecisions,
)
from foitrack.law.terms import Event, EventKind, Review, State
from foitrack.reading.findings import Place
from foitrack.reporting.contents import SummaryOptions
from foitrack.reporting.names import ADDRESS_LEFT_OUT, LEFT_OUT
from tests.reporting.reading_back import read_back

TODAY = date(2023, 3, 28)
STAFFORDSHIRE = "004_c70aa6e2a97cbd33.txt"


def log(desk: Desk, **changes: object) -> int:
    given: dict[str, object] = {
        "title": "Social media investigations",
        "authority": "Staffordshire Police",
        "campaign": "Police and social media",
        "sent_on": date(2023, 3, 1),
    }
    made = requests.log(desk, NewRequest(**{**given, **changes}), today=TODAY)  # type: ignore[arg-type]
    assert made.new_id is not None
    return made.new_id


DATES = frozenset({"request_date", "received_date"})


def record(
    desk: Desk,
    request_id: int,
    name: str,
    on: date | None,
    *,
    without: frozenset[str] = frozenset(),
) -> None:
    data = (assets.seed_folder() / name).read_bytes()
    proposal = responses.read(desk, responses.keep(desk, name, data, request_id))
    decisions = RecordDecisions(
        findings=tuple(
            FindingDecision(finding.id, FindingStatus.CONFIRMED)
            for finding in proposal.findings
            if finding.field not in without
        ),
        response_date=on,
        response_date_known=on is not None,
        accept_cases=True,
    )
    responses.record(desk, proposal.id, decisions, today=TODAY)


def test_the_whole_job_can_be_read_back(desk: Desk) -> None:
    request_id = log(desk)
    record(desk, request_id, STAFFORDSHIRE, date(2023, 3, 27))
    reviews.ask(desk, request_id, on=TODAY, challenged="Closed cases too", today=TODAY)
    found = read_back(reports.summary_pdf(desk, None, today=TODAY))
    for words in (
        "Staffordshire Police",
        "15350",
        "Thu 30 March 2023",
        "17 working days, on time",
        "St Patrick's Day",
        "s31(1)(g)",
        "s31(2)(b)",
        "s40(2)",
        "Status Asked for",
        "Asked for on Tue 28 March 2023",
        "Challenged Closed cases too",
        STAFFORDSHIRE,
    ):
        assert words in found.text


def test_the_examples_make_a_summary(examples: Desk) -> None:
    contents = reports.summary(examples, None, today=TODAY)
    assert len(contents.requests) == len(contents.responses) == 5
    by_reference = {response.references[0]: response for response in contents.responses}
    letter = by_reference["15350"]
    assert (letter.day, letter.late, letter.due_on) == (17, False, date(2023, 3, 30))
    assert [each.provision for each in letter.provisions] == ["FOIA s31(1)(g)", "FOIA s40(2)"]
    assert letter.cases is None
    rows = {reference: each.cases for reference, each in by_reference.items() if each.cases}
    assert {reference: len(table.rows) for reference, table in rows.items()} == {
        "2021/24677": 7,
        "549/21": 69,
        "221/21": 5,
    }
    assert rows["2021/24677"].total == "7 rows, with a total count of 11."
    assert contents.cases is not None
    assert contents.cases.rows == 81
    assert [chart.field for chart in contents.cases.charts] == ["year", "outcome_family"]


def test_its_charts_have_the_figures_that_the_window_paints(examples: Desk) -> None:
    painted = {one.field: one for one in casedata.overview(examples, CaseFilter()).charts}
    printed = reports.summary(examples, None, today=TODAY).cases
    assert printed is not None and printed.charts
    for one in printed.charts:
        own = painted[one.field]
        assert one.series == own.series
        assert [bar.counts for bar in one.bars] == [bar.counts for bar in own.bars]
        assert one.note == own.note


def test_the_same_case_file_gives_the_same_bytes(examples: Desk) -> None:
    once = reports.summary_pdf(examples, None, today=TODAY)
    assert reports.summary_pdf(examples, None, today=TODAY) == once


def test_a_campaign_has_only_its_own_requests(desk: Desk) -> None:
    log(desk)
    log(desk, campaign="River alarms", authority="Environment Agency", title="Alarms")
    campaign_id = requests.detail(desk, 1, today=TODAY).campaign_id
    contents = reports.summary(desk, campaign_id, today=TODAY)
    assert contents.title == "Police and social media"
    assert [row.request_id for row in contents.requests] == [1]
    everything = reports.summary(desk, None, today=TODAY)
    assert everything.title == "All requests"
    assert not everything.campaign
    assert len(everything.requests) == 2


def test_a_campaign_that_is_not_there_is_said_plainly(desk: Desk) -> None:
    with pytest.raises(DeskError, match="not in this case file"):
        reports.summary(desk, 99, today=TODAY)


def test_an_empty_case_file_still_makes_a_page(desk: Desk) -> None:
    found = read_back(reports.summary_pdf(desk, None, today=TODAY))
    assert "No requests have been logged yet." in found.text


@pytest.mark.parametrize(
    ("today", "state", "days", "late"),
    [
        (date(2023, 3, 28), State.WAITING, 18, False),
        (date(2023, 3, 30), State.WAITING, 20, False),
        (date(2023, 4, 3), State.OVERDUE, 22, True),
    ],
)
def test_while_it_waits_the_days_gone_by_are_counted(
    desk: Desk, today: date, state: State, days: int, late: bool
) -> None:
    log(desk)
    [row] = reports.summary(desk, None, today=today).requests
    assert (row.state, row.days, row.late, row.limit) == (state, days, late, 20)


def test_a_missing_date_gives_no_time(desk: Desk) -> None:
    log(desk, sent_on=None)
    [row] = reports.summary(desk, None, today=TODAY).requests
    assert row.days is None
    assert "not known" in read_back(reports.summary_pdf(desk, None, today=TODAY)).text


def test_a_late_answer_carries_its_clock_to_the_day_it_came(desk: Desk) -> None:
    request_id = log(desk, sent_on=date(2023, 2, 1))
    record(desk, request_id, STAFFORDSHIRE, date(2023, 3, 27), without=DATES)
    [response] = reports.summary(desk, None, today=TODAY).responses
    assert response.due_on == date(2023, 3, 1)
    assert response.late
    assert response.strip[0].on == date(2023, 2, 1)
    assert response.strip[-1].on == date(2023, 3, 27)
    assert response.strip[-1].n == response.day == 37
    assert len({day.on for day in response.strip}) == len(response.strip)
    assert [day.n for day in response.strip if day.on == date(2023, 3, 17)] == [None]


def test_a_letter_that_is_no_answer_has_no_section(desk: Desk) -> None:
    request_id = log(desk)
    text = (
        "Dear requester,\n\nThank you for your request for information. I write to acknowledge "
        "that we received it on 1 March 2023. You will have a response within 20 working days."
    )
    data = text.encode()
    proposal = responses.read(desk, responses.keep(desk, "thanks.txt", data, request_id))
    assert [f.value for f in proposal.findings if f.field == "letter"] == ["acknowledgement"]
    confirmed = tuple(FindingDecision(f.id, FindingStatus.CONFIRMED) for f in proposal.findings)
    decisions = RecordDecisions(confirmed, date(2023, 3, 3), True)
    responses.record(desk, proposal.id, decisions, today=TODAY)
    contents = reports.summary(desk, None, today=TODAY)
    assert contents.responses == ()


def test_a_proposal_is_not_published(desk: Desk) -> None:
    request_id = log(desk)
    data = (assets.seed_folder() / STAFFORDSHIRE).read_bytes()
    responses.read(desk, responses.keep(desk, STAFFORDSHIRE, data, request_id))
    contents = reports.summary(desk, None, today=TODAY)
    assert contents.responses == ()
    text = read_back(reports.summary_pdf(desk, None, today=TODAY)).text
    assert "To read 1" in text
    assert "No provision has been confirmed as cited." in text


def test_the_binned_are_left_out(desk: Desk) -> None:
    requests.bin(desk, log(desk))
    assert reports.summary(desk, None, today=TODAY).requests == ()


WORDING = (
    "Dear Mrs Sample,\n\nPlease send me the figures.\n\n"
    "Robin Placeholder\n12 Sample Road, Exampleton ZZ9 9ZZ"
)


@pytest.mark.parametrize("officials", [True, False])
@pytest.mark.parametrize("requester", [True, False])
def test_names_are_left_out_as_chosen(desk: Desk, officials: bool, requester: bool) -> None:
    request_id = log(
        desk,
        wording=WORDING,
        notes="Robin Placeholder rang Mr Sample",
        requester_name="Robin Placeholder",
        requester_address="12 Sample Road\nExampleton ZZ9 9ZZ",
    )
    record(desk, request_id, STAFFORDSHIRE, date(2023, 3, 27))
    options = SummaryOptions(
        leave_out_officials=officials, leave_out_requester=requester, notes=True
    )
    [response] = reports.summary(desk, None, today=TODAY, options=options).responses
    said = response.wording + response.notes
    assert ("Robin" in said) is not requester
    assert ("Sample Road" in said) is not requester
    assert ("Mrs Sample" in said or "Mr Sample" in said) is not officials
    assert (LEFT_OUT in said) is (officials or requester)
    assert (ADDRESS_LEFT_OUT in said) is requester
    data = reports.summary_pdf(desk, None, today=TODAY, options=options)
    assert (b"Placeholder" in data) is False
    assert ("Placeholder" in read_back(data).text) is not requester


def test_an_answer_to_a_review_is_measured_by_the_reviews_clock(desk: Desk) -> None:
    request_id = log(desk, sent_on=date(2023, 1, 3))
    record(desk, request_id, STAFFORDSHIRE, date(2023, 1, 20), without=DATES)
    reviews.ask(desk, request_id, on=date(2023, 2, 1), today=TODAY)
    requests.add_event(
        desk,
        request_id,
        Event(EventKind.REVIEW_OUTCOME, date(2023, 2, 20), detail=Review.UPHELD.value),
        today=TODAY,
    )
    [response] = reports.summary(desk, None, today=TODAY).responses
    assert response.review.status is Review.UPHELD
    assert response.review.answered_on == date(2023, 2, 20)
    assert response.review.asked_on == date(2023, 2, 1)


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (Place(table=1, row=3), "Table 1, row 3"),
        (Place(page=2), "page 2"),
        (Place(sheet="Q1", cell="B4"), "sheet Q1, cell B4"),
        (Place(part="annex.csv", table=2), "annex.csv, Table 2"),
        (Place(start=10, end=20), ""),
    ],
)
def test_places_are_said_in_words(place: Place, words: str) -> None:
    assert place_words(place) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2015-11", "Nov 2015"),
        ("2015-11-03", "3 Nov 2015"),
        ("2015", "2015"),
        ("2015-16", "2015-16"),
        ("2019/20", "2019/20"),
    ],
)
def test_periods_are_said_as_people_write_them(value: str, words: str) -> None:
    assert period_words(value) == words


@pytest.mark.parametrize(
    ("count", "low", "high", "words"),
    [
        (1234, None, None, "1,234"),
        (None, 1, 4, "1 to 4"),
        (None, None, 4, "0 to 4"),
        (None, 5, None, "5 or more"),
        (None, None, None, ""),
        (0, None, None, "0"),
    ],
)
def test_a_suppressed_count_stays_a_range(
    count: int | None, low: int | None, high: int | None, words: str
) -> None:
    row = CaseRowView(1, 1, None, {}, {}, count, low, high, Place(), None, None, True)
    assert count_words(row) == words


@pytest.fixture
def printed_with(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], None]:
    def point(folder: Path) -> None:
        monkeypatch.setattr(assets, "resource", lambda *_: folder)

    return point


def test_a_missing_font_is_said_plainly(
    desk: Desk, tmp_path: Path, printed_with: Callable[[Path], None]
) -> None:
    from foitrack.errors import PlainError

    contents = reports.summary(desk, None, today=TODAY)
    printed_with(tmp_path)
    with pytest.raises(PlainError, match="Install FOI Track again"):
        reports.printed(contents)
