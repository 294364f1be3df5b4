"""Two people at one letter: what one has decided is never written over by the other in silence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from foitrack.desk import history, requests, responses, reviews
from foitrack.desk.desk import Desk, open_desk
from foitrack.desk.reference import Reference
from foitrack.desk.stale import StaleEditError
from foitrack.desk.views import (
    DeskError,
    FindingDecision,
    FindingStatus,
    Proposal,
    ProposedFinding,
    ProvisionView,
    RecordDecisions,
)
from foitrack.law.terms import Outcome, Standing
from tests.desk.conftest import TODAY, address_of
from tests.desk.letters import REFUSAL, keep_and_read, log

DAY = date(2023, 3, 20)


@pytest.fixture
def ada(desk: Desk, reference: Reference) -> Iterator[Desk]:
    """Somebody else at the same case file."""
    opened = open_desk(address_of(desk), reference)
    yield replace(opened, who=lambda: "ada")
    opened.close()


@pytest.fixture
def seen(desk: Desk) -> Proposal:
    """A refusal that was read and waits, as both saw it."""
    return keep_and_read(desk, REFUSAL, log(desk))


def of(proposal: Proposal, field: str) -> ProposedFinding:
    return next(one for one in proposal.findings if one.field == field)


def decisions(
    *made: FindingDecision, on: date | None = DAY, outcome: Outcome | None = None
) -> RecordDecisions:
    return RecordDecisions(made, on, on is not None, outcome)


def confirm(finding: ProposedFinding) -> FindingDecision:
    return FindingDecision(finding.id, FindingStatus.CONFIRMED)


def correct(finding: ProposedFinding, value: str) -> FindingDecision:
    return FindingDecision(finding.id, FindingStatus.CORRECTED, value)


def reject(finding: ProposedFinding) -> FindingDecision:
    return FindingDecision(finding.id, FindingStatus.REJECTED)


def record(desk: Desk, seen: Proposal, wanted: RecordDecisions) -> None:
    responses.record(desk, seen.id, wanted, today=TODAY, seen=seen)


def test_a_finding_that_both_decided(desk: Desk, ada: Desk, seen: Proposal) -> None:
    exemption = of(seen, "exemption")
    record(ada, seen, decisions(correct(exemption, "FOIA s31(1)(g)")))
    steps = len(history.entries(desk))
    with pytest.raises(StaleEditError, match=r"now “FOIA s31\(1\)\(g\)” \(by ada") as told:
        record(desk, seen, decisions(confirm(exemption)))
    [conflict] = told.value.conflicts
    assert conflict.mine_said == exemption.value
    assert len(history.entries(desk)) == steps
    with pytest.raises(StaleEditError, match="you have “Left out”"):
        record(desk, seen, decisions(reject(exemption)))
    # Whoever has seen theirs may write over it.
    record(desk, responses.proposal(desk, seen.id), decisions(confirm(exemption)))
    assert of(responses.proposal(ada, seen.id), "exemption").value == exemption.value


def test_the_day_and_the_outcome_that_both_gave(desk: Desk, ada: Desk, seen: Proposal) -> None:
    record(ada, seen, decisions(on=date(2023, 3, 21), outcome=Outcome.DISCLOSED))
    with pytest.raises(StaleEditError) as told:
        record(desk, seen, decisions(outcome=Outcome.REFUSED))
    assert {one.field: one.theirs for one in told.value.conflicts} == {
        "response_date": date(2023, 3, 21),
        "outcome": Outcome.DISCLOSED,
    }
    now = responses.proposal(desk, seen.id)
    assert (now.response_date, now.outcome) == (date(2023, 3, 21), Outcome.DISCLOSED)


def test_what_only_one_of_them_touched_is_kept(desk: Desk, ada: Desk, seen: Proposal) -> None:
    exemption, reference = of(seen, "exemption"), of(seen, "reference")
    record(desk, seen, decisions(confirm(reference), on=DAY))
    both = responses.proposal(desk, seen.id)
    record(ada, both, decisions(confirm(exemption), on=date(2023, 3, 21), outcome=Outcome.REFUSED))
    # Theirs stays: the day that this form was opened with is not one that was given here.
    record(desk, both, decisions(correct(reference, "77/23"), on=DAY))
    now = responses.proposal(desk, seen.id)
    assert (now.response_date, now.outcome) == (date(2023, 3, 21), Outcome.REFUSED)
    assert of(now, "exemption").status is FindingStatus.CONFIRMED
    assert of(now, "reference").value == "77/23"


def test_confirming_what_is_confirmed_leaves_what_became_of_it(
    desk: Desk, ada: Desk, seen: Proposal
) -> None:
    exemption = of(seen, "exemption")
    record(ada, seen, decisions(confirm(exemption)))
    [provision] = _provisions(ada, seen)
    reviews.provision_standing(ada, provision.id, Standing.WITHDRAWN)
    record(desk, seen, decisions(confirm(exemption)))
    responses.record(desk, seen.id, decisions(confirm(exemption)), today=TODAY)
    assert [one.standing for one in _provisions(desk, seen)] == [Standing.WITHDRAWN]


def test_an_exemption_that_both_added_by_hand_is_there_once(
    desk: Desk, ada: Desk, seen: Proposal
) -> None:
    by_hand = replace(decisions(), added_provisions=("FOIA s43(2)",))
    record(ada, seen, by_hand)
    record(desk, seen, by_hand)
    assert [one.provision for one in _provisions(desk, seen)].count("FOIA s43(2)") == 1


def test_the_request_of_a_letter(desk: Desk, ada: Desk, seen: Proposal) -> None:
    first, other, third = seen.request_id, log(desk, "Kent Police"), log(desk, "Gwent Police")
    responses.attach(ada, seen.id, other, seen={"request": first})
    with pytest.raises(StaleEditError, match="Kent Police"):
        responses.attach(desk, seen.id, third, seen={"request": first})
    with pytest.raises(StaleEditError, match="The request it answers is now “Kent Police") as told:
        record(desk, seen, decisions(confirm(of(seen, "exemption"))))
    assert [(one.mine, one.theirs) for one in told.value.conflicts] == [(first, other)]
    responses.attach(desk, seen.id, third, seen={"request": other})
    assert responses.proposal(ada, seen.id).request_id == third


def test_what_is_recorded_is_not_put_away(desk: Desk, ada: Desk, seen: Proposal) -> None:
    record(ada, seen, decisions())
    with pytest.raises(DeskError, match="recorded"):
        responses.discard(desk, seen.id)
    assert responses.proposal(ada, seen.id).recorded


def test_what_was_put_away_is_recorded_by_who_wants_that(
    desk: Desk, ada: Desk, seen: Proposal
) -> None:
    responses.discard(ada, seen.id)
    with pytest.raises(StaleEditError, match="now “Put away” \\(by ada"):
        record(desk, seen, decisions(confirm(of(seen, "exemption"))))
    now = responses.proposal(desk, seen.id)
    assert now.discarded
    record(desk, now, decisions(confirm(of(seen, "exemption"))))
    now = responses.proposal(ada, seen.id)
    assert now.recorded
    assert not now.discarded


def _provisions(desk: Desk, seen: Proposal) -> list[ProvisionView]:
    assert seen.request_id is not None
    found = requests.detail(desk, seen.request_id, today=TODAY)
    return [one for response in found.responses for one in response.provisions]
