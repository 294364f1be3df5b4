"""What would be saved follows what the person decided, and nothing else."""

from __future__ import annotations

from datetime import date

from foitrack.desk.views import FindingStatus, Proposal, ProposedFinding
from foitrack.law.terms import Outcome
from foitrack.reading.findings import Certainty, Place
from ui.recording.decisions import RESPONSE_DATE, Decisions


def finding(
    number: int, field: str, value: str, certainty: Certainty = Certainty.FOUND
) -> ProposedFinding:
    place = Place(start=number * 10, end=number * 10 + 5)
    return ProposedFinding(
        number, field, value, value, place, "", certainty, FindingStatus.PROPOSED
    )


def decisions(*findings: ProposedFinding) -> Decisions:
    return Decisions(
        Proposal(
            id=1,
            request_id=1,
            documents=(),
            text="",
            findings=findings,
            tables=(),
            cases=(),
            zeros=(),
            mentioned=(),
            warnings=(),
            error=None,
        )
    )


DATE = finding(1, "response_date", "2023-03-27")
OUTCOME = finding(2, "outcome", "part-disclosed", Certainty.CHECK)
S40 = finding(3, "exemption", "FOIA s40(2)")


def test_nothing_is_decided_at_first() -> None:
    fresh = decisions(DATE, OUTCOME, S40)
    assert fresh.confirmed() == 0
    assert fresh.left_open() == 3
    assert not fresh.anything()
    assert fresh.to_save().findings == ()
    assert fresh.response_date() is None


def test_a_proposed_date_is_needed_until_it_is_confirmed() -> None:
    some = decisions(DATE)
    assert some.still_needed() == RESPONSE_DATE
    some.confirm(DATE)
    assert some.still_needed() is None
    assert some.to_save().response_date == date(2023, 3, 27)
    assert some.to_save().response_date_known


def test_not_known_is_an_answer() -> None:
    some = decisions(OUTCOME)
    some.date_not_known = True
    assert some.still_needed() is None
    assert some.to_save().response_date is None
    assert not some.to_save().response_date_known


def test_a_correction_replaces_the_value_and_counts_once() -> None:
    some = decisions(DATE, OUTCOME)
    some.correct(OUTCOME, "refused")
    some.confirm(OUTCOME)
    assert some.outcome() is Outcome.REFUSED
    assert some.confirmed() == 1
    assert some.status(OUTCOME) is FindingStatus.CORRECTED


def test_a_rejected_finding_is_saved_as_rejected_and_not_counted() -> None:
    some = decisions(S40)
    some.reject(S40)
    assert some.confirmed() == 0
    assert some.anything()
    assert [d.status for d in some.to_save().findings] == [FindingStatus.REJECTED]


def test_confirming_the_sure_ones_leaves_those_to_check() -> None:
    some = decisions(DATE, OUTCOME, S40)
    assert some.confirm_sure() == 2
    assert some.status(OUTCOME) is FindingStatus.PROPOSED
    assert some.left_open() == 1
