"""Responses: kept at once, proposed until confirmed, recorded whole, and matched or left alone."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import func, select

from foitrack import assets
from foitrack.casefile.models import Content
from foitrack.desk import history, requests, responses
from foitrack.desk.demo import everything_confirmed
from foitrack.desk.desk import Desk
from foitrack.desk.views import (
    DeskError,
    FindingDecision,
    FindingStatus,
    Proposal,
    ProposedFinding,
    RecordDecisions,
)
from foitrack.law.terms import (
    DeadlineKind,
    Event,
    EventKind,
    LetterKind,
    Outcome,
    Standing,
    State,
)
from tests.desk.conftest import TODAY
from tests.desk.everything import contents
from tests.desk.letters import LISTED, REFUSAL, SUPPRESSED, keep_and_read, log, record

ACKNOWLEDGEMENT = """Kent Police

Our reference: 80/23

12 January 2023

Thank you for your request under the Freedom of Information Act 2000, receipt of which we
acknowledge. You will receive our response within 20 working days.
"""
NOTHING = RecordDecisions((), None, False)


def finding(proposal: Proposal, field: str) -> ProposedFinding:
    [found] = [one for one in proposal.findings if one.field == field]
    return found


def decided(
    proposal: Proposal, *fields: str, on: date | None = date(2023, 3, 2)
) -> RecordDecisions:
    chosen = [
        FindingDecision(one.id, FindingStatus.CONFIRMED)
        for one in proposal.findings
        if one.field in fields
    ]
    return RecordDecisions(tuple(chosen), on, on is not None)


def kinds(desk: Desk, request_id: int) -> list[EventKind]:
    return [view.event.kind for view in requests.detail(desk, request_id, today=TODAY).events]


def staffordshire() -> bytes:
    [path] = assets.seed_folder().glob("004_*.txt")
    return path.read_bytes()


def test_the_main_job(desk: Desk) -> None:
    """Seed 004: sent 1 March, due 30 March, answered on day 17 with two exemptions."""
    request_id = log(desk, "Staffordshire Police", sent=date(2023, 3, 1))
    proposal_id = responses.keep(desk, "FOI 15350.txt", staffordshire(), request_id)
    proposal = responses.read(desk, proposal_id)
    detail = requests.detail(desk, request_id, today=TODAY)
    assert detail.row.state is State.RESPONSE_TO_READ
    assert [(tag.provision, tag.confirmed) for tag in detail.row.provisions] == [
        ("FOIA s31(1)(g)", False),
        ("FOIA s40(2)", False),
    ]
    changed = responses.record(desk, proposal_id, everything_confirmed(proposal), today=TODAY)
    assert changed.undo_label == "Record response from Staffordshire Police"
    detail = requests.detail(desk, request_id, today=TODAY)
    assert detail.row.state is State.ANSWERED
    assert detail.row.outcome is Outcome.PART_DISCLOSED
    assert (detail.row.answered_on, detail.row.answered_day) == (date(2023, 3, 27), 17)
    assert detail.row.references == ("15350",)
    assert [(tag.provision, tag.confirmed) for tag in detail.row.provisions] == [
        ("FOIA s31(1)(g)", True),
        ("FOIA s40(2)", True),
    ]
    [answer] = detail.responses
    assert answer.provisions[0].with_provisions == ("FOIA s31(2)(b)",)
    assert "conduct which is improper" in answer.provisions[0].sentence
    assert answer.attachments_named
    ask = detail.reckoning.of(DeadlineKind.REVIEW_REQUEST)
    assert ask is not None
    assert ask.on == date(2023, 5, 26)
    assert [other.on for other in ask.also] == [date(2023, 5, 27)]
    assert responses.document_bytes(desk, answer.documents[0].id) == staffordshire()


def test_nothing_read_is_a_fact_until_confirmed(desk: Desk) -> None:
    request_id = log(desk, sent=None)
    before = requests.detail(desk, request_id, today=TODAY)
    keep_and_read(desk, REFUSAL, request_id)
    after = requests.detail(desk, request_id, today=TODAY)
    assert after.events == before.events
    assert after.row.references == ()
    assert after.row.outcome is None
    assert not after.row.answered
    assert after.case_rows == 0
    assert all(not tag.confirmed for tag in after.row.provisions)


def test_what_is_not_decided_stays_a_proposal(desk: Desk) -> None:
    request_id = log(desk)
    proposal = keep_and_read(desk, REFUSAL, request_id)
    responses.record(desk, proposal.id, decided(proposal, "reference"), today=TODAY)
    detail = requests.detail(desk, request_id, today=TODAY)
    assert detail.row.references == ("79/23",)
    assert detail.row.outcome is None
    assert [tag.confirmed for tag in detail.row.provisions] == [False]
    assert detail.responses[0].open_findings > 0
    # The same document is recorded further later; the date given stands.
    again = responses.proposal(desk, proposal.id)
    later = replace(decided(again, "exemption", "outcome", on=None), response_date_known=False)
    responses.record(desk, proposal.id, later, today=TODAY)
    detail = requests.detail(desk, request_id, today=TODAY)
    assert [tag.confirmed for tag in detail.row.provisions] == [True]
    assert detail.row.outcome is Outcome.REFUSED
    assert detail.row.answered_on == date(2023, 3, 2)
    assert kinds(desk, request_id).count(EventKind.RESPONSE) == 1


def test_corrected_and_rejected(desk: Desk) -> None:
    request_id = log(desk)
    proposal = keep_and_read(desk, REFUSAL, request_id)
    cited, reference = finding(proposal, "exemption"), finding(proposal, "reference")
    decisions = RecordDecisions(
        (
            FindingDecision(cited.id, FindingStatus.CORRECTED, "FOIA s41(1)"),
            FindingDecision(reference.id, FindingStatus.REJECTED),
        ),
        date(2023, 3, 2),
        True,
        Outcome.REFUSED,
        added_provisions=("FOIA s38(1)(a)",),
    )
    responses.record(desk, proposal.id, decisions, today=TODAY)
    detail = requests.detail(desk, request_id, today=TODAY)
    assert {tag.provision for tag in detail.row.provisions} == {"FOIA s41(1)", "FOIA s38(1)(a)"}
    assert detail.row.references == ()
    kept = finding(responses.proposal(desk, proposal.id), "exemption")
    assert (kept.status, kept.value, "40(2)" in kept.printed) == (
        FindingStatus.CORRECTED,
        "FOIA s41(1)",
        True,
    )
    history.undo(desk)
    assert finding(responses.proposal(desk, proposal.id), "exemption").value == "FOIA s40(2)"


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("exemption", "section forty", "not written as an exemption"),
        ("response_date", "2023-02-30", "not a date that exists"),
        ("outcome", "granted", "not an outcome"),
        ("letter", "postcard", "not a kind of letter"),
        ("reference", "  ", "cannot be empty"),
    ],
)
def test_a_correction_that_cannot_be_is_refused(
    desk: Desk, field: str, value: str, words: str
) -> None:
    proposal = keep_and_read(desk, REFUSAL, log(desk))
    before = contents(desk)
    wrong = FindingDecision(finding(proposal, field).id, FindingStatus.CORRECTED, value)
    with pytest.raises(DeskError, match=words):
        responses.record(
            desk, proposal.id, RecordDecisions((wrong,), date(2023, 3, 2), True), today=TODAY
        )
    assert contents(desk) == before


@pytest.mark.parametrize(
    ("decisions", "words"),
    [
        (RecordDecisions((), None, True), "say that it is not known"),
        (RecordDecisions((), date(2023, 3, 29), True), "still to come"),
        (RecordDecisions((), date(2022, 1, 3), True), "before the request was sent"),
        (
            RecordDecisions((), None, False, added_provisions=("s40",)),
            "not written as an exemption",
        ),
        (
            RecordDecisions((FindingDecision(999, FindingStatus.CONFIRMED),), None, False),
            "no longer there",
        ),
    ],
)
def test_decisions_that_cannot_be_are_refused(
    desk: Desk, decisions: RecordDecisions, words: str
) -> None:
    proposal = keep_and_read(desk, REFUSAL, log(desk))
    before = contents(desk)
    with pytest.raises(DeskError, match=words):
        responses.record(desk, proposal.id, decisions, today=TODAY)
    assert contents(desk) == before


def test_a_response_of_a_day_not_known(desk: Desk) -> None:
    request_id = log(desk)
    proposal = keep_and_read(desk, REFUSAL, request_id)
    responses.record(desk, proposal.id, NOTHING, today=TODAY)
    detail = requests.detail(desk, request_id, today=TODAY)
    assert detail.row.answered
    assert (detail.row.answered_on, detail.row.answered_day) == (None, None)
    assert detail.row.state is State.ANSWERED


def test_a_letter_to_be_read_tells_the_day_read_in_it(desk: Desk) -> None:
    request_id = log(desk)
    keep_and_read(desk, REFUSAL, request_id)
    keep_and_read(desk, "Kent Police\n\nYour request is being dealt with.\n", request_id)
    detail = requests.detail(desk, request_id, today=TODAY)
    assert [one.dated for one in detail.responses] == [date(2023, 3, 2), None]
    lines = [line for line in detail.timeline if line.title == "Response to read"]
    assert [line.on for line in lines] == [date(2023, 3, 2), None]
    # What is only proposed is no fact: the request is still waited for.
    assert [one.received_on for one in detail.responses] == [None, None]


def test_an_acknowledgement_is_recorded_as_one(desk: Desk) -> None:
    request_id = log(desk)
    proposal = record(desk, ACKNOWLEDGEMENT, request_id)
    assert finding(proposal, "letter").value == LetterKind.ACKNOWLEDGEMENT.value
    detail = requests.detail(desk, request_id, today=TODAY)
    assert EventKind.ACKNOWLEDGED in kinds(desk, request_id)
    assert not detail.row.answered
    assert detail.row.state is State.OVERDUE


def test_a_letter_kind_that_was_rejected_is_not_used(desk: Desk) -> None:
    request_id = log(desk)
    proposal = keep_and_read(desk, ACKNOWLEDGEMENT, request_id)
    rejected = FindingDecision(finding(proposal, "letter").id, FindingStatus.REJECTED)
    responses.record(
        desk, proposal.id, RecordDecisions((rejected,), date(2023, 1, 12), True), today=TODAY
    )
    assert kinds(desk, request_id)[-1] is EventKind.RESPONSE


def test_a_confirmed_outcome_outweighs_a_letter_kind_nobody_confirmed(desk: Desk) -> None:
    request_id = log(desk)
    proposal = keep_and_read(desk, ACKNOWLEDGEMENT, request_id)
    decisions = RecordDecisions((), date(2023, 1, 12), True, Outcome.NOT_HELD)
    responses.record(desk, proposal.id, decisions, today=TODAY)
    assert kinds(desk, request_id)[-1] is EventKind.RESPONSE


def test_a_request_without_a_day_takes_the_confirmed_one(desk: Desk) -> None:
    request_id = log(desk, "Staffordshire Police", sent=None)
    proposal = responses.read(desk, responses.keep(desk, "a.txt", staffordshire(), request_id))
    responses.record(desk, proposal.id, everything_confirmed(proposal), today=TODAY)
    detail = requests.detail(desk, request_id, today=TODAY)
    assert detail.row.sent_on == date(2023, 3, 1)
    assert detail.row.due_on == date(2023, 3, 30)
    assert detail.row.answered_day == 17


def test_a_day_of_the_request_is_not_overwritten(desk: Desk) -> None:
    request_id = log(desk, "Staffordshire Police", sent=date(2023, 2, 27))
    proposal = responses.read(desk, responses.keep(desk, "a.txt", staffordshire(), request_id))
    assert not finding(proposal, "request_date").matches
    responses.record(desk, proposal.id, everything_confirmed(proposal), today=TODAY)
    assert requests.detail(desk, request_id, today=TODAY).row.sent_on == date(2023, 2, 27)


def test_correcting_the_event_moves_the_letter_and_its_window(desk: Desk) -> None:
    request_id = log(desk)
    record(desk, REFUSAL, request_id)
    [view] = [
        v
        for v in requests.detail(desk, request_id, today=TODAY).events
        if v.event.kind is EventKind.RESPONSE
    ]
    assert view.event.until == date(2023, 5, 2)
    requests.correct_event(
        desk, view.id, Event(EventKind.RESPONSE, date(2023, 3, 6), view.event.until), today=TODAY
    )
    detail = requests.detail(desk, request_id, today=TODAY)
    assert detail.responses[0].received_on == date(2023, 3, 6)
    assert [v.event.until for v in detail.events][-1] == date(2023, 5, 6)


def test_the_same_bytes_are_stored_once(desk: Desk) -> None:
    first, second = log(desk), log(desk, "Essex Police")
    for request_id in (first, second, None):
        responses.keep(desk, "letter.txt", LISTED.encode(), request_id)
    with desk.case.reading() as session:
        [stored] = session.scalars(select(Content.sha256))
        assert stored == hashlib.sha256(LISTED.encode()).hexdigest()
        assert session.scalar(select(func.count(Content.sha256))) == 1


@pytest.mark.parametrize("data", [b"", b"\x00\x01\x02\xff" * 50, b"%PDF-1.7 broken", b"PK\x03\x04"])
def test_what_cannot_be_read_is_kept_all_the_same(desk: Desk, data: bytes) -> None:
    request_id = log(desk)
    proposal = responses.read(desk, responses.keep(desk, "odd.pdf", data, request_id))
    assert proposal.error
    assert proposal.findings == ()
    assert responses.document_bytes(desk, proposal.documents[0].id) == data
    # The form is filled by hand.
    by_hand = RecordDecisions((), date(2023, 2, 1), True, Outcome.REFUSED, False, ("FOIA s12(1)",))
    responses.record(desk, proposal.id, by_hand, today=TODAY)
    detail = requests.detail(desk, request_id, today=TODAY)
    assert [tag.provision for tag in detail.row.provisions] == ["FOIA s12(1)"]
    assert detail.row.answered_on == date(2023, 2, 1)


def test_reading_again_finds_the_same_and_is_no_step(desk: Desk) -> None:
    proposal = keep_and_read(desk, SUPPRESSED, log(desk))
    before = contents(desk)
    assert responses.read(desk, proposal.id) == responses.proposal(desk, proposal.id)
    assert contents(desk) == before


def test_keeping_and_reading_are_one_step(desk: Desk) -> None:
    request_id = log(desk)
    before = contents(desk)
    proposal = keep_and_read(desk, SUPPRESSED, request_id)
    after = contents(desk)
    assert history.undo_label(desk) == "Keep letter.txt"
    history.undo(desk)
    assert contents(desk) == before
    with pytest.raises(DeskError, match="no response"):
        responses.proposal(desk, proposal.id)
    history.redo(desk)
    assert contents(desk) == after


def test_reading_later_is_a_step_of_its_own(desk: Desk) -> None:
    request_id = log(desk)
    proposal_id = responses.keep(desk, "letter.txt", REFUSAL.encode(), request_id)
    kept = contents(desk)
    log(desk, "Essex Police")
    between = contents(desk)
    responses.read(desk, proposal_id)
    history.undo(desk)
    assert contents(desk) == between
    history.undo(desk)
    assert contents(desk) == kept


def test_a_discarded_proposal_keeps_its_file(desk: Desk) -> None:
    request_id = log(desk)
    proposal = keep_and_read(desk, REFUSAL, request_id)
    responses.discard(desk, proposal.id)
    detail = requests.detail(desk, request_id, today=TODAY)
    assert detail.responses == ()
    assert detail.row.state is State.OVERDUE
    assert detail.row.provisions == ()
    assert responses.document_bytes(desk, proposal.documents[0].id) == REFUSAL.encode()


def test_a_file_can_be_added_to_a_response(desk: Desk) -> None:
    request_id = log(desk)
    proposal = record(desk, REFUSAL, request_id)
    changed = responses.add_document(desk, proposal.id, "data.csv", b"a,b\n1,2\n")
    [answer] = requests.detail(desk, request_id, today=TODAY).responses
    assert [document.name for document in answer.documents] == ["letter.txt", "data.csv"]
    assert changed.new_id == answer.documents[1].id


def test_the_latest_answer_decides_the_outcome(desk: Desk) -> None:
    request_id = log(desk)
    record(desk, REFUSAL, request_id)
    second = keep_and_read(desk, LISTED, request_id)
    given = RecordDecisions((), date(2023, 3, 20), True, Outcome.DISCLOSED, True)
    responses.record(desk, second.id, given, today=TODAY)
    detail = requests.detail(desk, request_id, today=TODAY)
    assert detail.row.outcome is Outcome.DISCLOSED
    assert len(detail.responses) == 2
    history.undo(desk)
    assert requests.detail(desk, request_id, today=TODAY).row.outcome is Outcome.REFUSED


def test_provisions_keep_what_became_of_them(desk: Desk) -> None:
    from foitrack.desk import reviews

    request_id = log(desk)
    record(desk, REFUSAL, request_id)
    [provision] = requests.detail(desk, request_id, today=TODAY).responses[0].provisions
    reviews.provision_standing(desk, provision.id, Standing.OVERTURNED)
    [provision] = requests.detail(desk, request_id, today=TODAY).responses[0].provisions
    assert provision.standing is Standing.OVERTURNED


def matched(desk: Desk, text: str) -> tuple[int, ...]:
    return responses.match(desk, keep_and_read(desk, text, None).id)


def test_matching_by_reference(desk: Desk) -> None:
    log(desk)
    wanted = log(desk, reference="79 / 23")
    assert matched(desk, REFUSAL) == (wanted,)


def test_another_authority_with_the_same_number_is_not_meant(desk: Desk) -> None:
    log(desk, "Essex Police", reference="79/23")
    assert matched(desk, REFUSAL) == ()


def test_a_request_known_by_another_number_is_not_meant(desk: Desk) -> None:
    log(desk, reference="11/22")
    assert matched(desk, REFUSAL) == ()


def test_matching_by_authority(desk: Desk) -> None:
    only = log(desk)
    log(desk, "Essex Police")
    assert matched(desk, REFUSAL) == (only,)


def test_two_requests_to_one_authority_are_a_doubt(desk: Desk) -> None:
    both = {log(desk), log(desk, title="Drones")}
    assert set(matched(desk, REFUSAL)) == both


def test_the_day_of_the_request_settles_the_doubt(desk: Desk) -> None:
    log(desk, "Staffordshire Police", sent=date(2022, 11, 1))
    wanted = log(desk, "Staffordshire Police", sent=date(2023, 3, 1))
    proposal = responses.read(desk, responses.keep(desk, "a.txt", staffordshire(), None))
    assert responses.match(desk, proposal.id) == (wanted,)


def test_an_unattached_document_is_attached_later(desk: Desk) -> None:
    proposal = keep_and_read(desk, REFUSAL, None)
    with pytest.raises(DeskError, match="which request"):
        responses.record(desk, proposal.id, everything_confirmed(proposal), today=TODAY)
    request_id, other = log(desk), log(desk, "Essex Police")
    responses.attach(desk, proposal.id, other)
    responses.attach(desk, proposal.id, request_id)
    assert requests.detail(desk, other, today=TODAY).responses == ()
    responses.record(desk, proposal.id, everything_confirmed(proposal), today=TODAY)
    assert requests.detail(desk, request_id, today=TODAY).row.answered
    with pytest.raises(DeskError, match="recorded already"):
        responses.attach(desk, proposal.id, other)
