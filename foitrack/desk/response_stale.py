"""What a response holds now, beside what a person saw of it when they began to decide."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial

from sqlalchemy import select
from sqlalchemy.orm import Session

from foitrack.casefile.models import Authority, FindingRecord, Request, Response
from foitrack.desk.stale import Conflict, Field, Seen, StaleEditError, author_of, refuse_stale
from foitrack.desk.views import (
    FindingDecision,
    FindingStatus,
    Proposal,
    RecordDecisions,
)
from foitrack.law.terms import LetterKind, Outcome, Review
from foitrack.law.wording import LETTER_WORDS, OUTCOME_WORDS, REVIEW_WORDS, full_date
from foitrack.saying import say

DATE, OUTCOME = "response_date", "outcome"
LEFT_OUT, PUT_AWAY = say("Left out"), say("Put away")
ONE_ONLY = frozenset({DATE, OUTCOME, "letter", "review_result", "review_window", "review_contact"})
"""Fields of which a response keeps one value, whichever finding says it."""
NAMES = {
    DATE: say("Date of response"),
    "request_date": say("Date of request"),
    "received_date": say("Date received by the authority"),
    "reference": say("Authority's reference"),
    "letter": say("Kind of letter"),
    "review_result": say("How the review ended"),
    "review_offer": say("Internal review"),
    "review_window": say("Time to ask for internal review"),
    "review_contact": say("Where to ask for internal review"),
    "attachment": say("File named but not here"),
}


def refuse_stale_request(
    session: Session, response: Response, wanted: int, seen: Seen | None
) -> None:
    """StaleEditError where somebody else has given a response to another request."""
    by = partial(author_of, session, "response", response.id, "request_id")
    own = Field(
        say("The request it answers"), response.request_id, by, partial(_request_said, session)
    )
    refuse_stale({"request": own}, {"request": wanted}, seen)


def _request_said(session: Session, request_id: int | None) -> str:
    found = session.execute(
        select(Request.title, Authority.name)
        .outerjoin(Authority, Authority.id == Request.authority_id)
        .where(Request.id == request_id)
    ).first()
    if found is None:
        return say("None yet")
    return f"{found.name}: {found.title}" if found.name else str(found.title)


def not_stale(
    session: Session, response: Response, decisions: RecordDecisions, seen: Proposal
) -> RecordDecisions:
    """Those decisions that change something, given what others have decided since.

    What somebody else has settled alike, and what was only shown and not decided here, is left
    out. StaleEditError where the same was settled otherwise.
    """
    since = _Since(session, response, seen)
    since.look_where_it_stands()
    findings = tuple(since.still_to_decide(decisions))
    day, outcome = since.day(decisions.response_date), since.outcome(decisions.outcome)
    if since.told:
        raise StaleEditError(since.told)
    known = decisions.response_date_known or day is not None
    return replace(
        decisions, findings=findings, response_date=day, response_date_known=known, outcome=outcome
    )


Settled = tuple[bool, str] | None
"""Whether a finding stands, and with which value; None while nobody has decided."""


@dataclass(slots=True)
class _Since:
    """What others have decided about a response since it was seen."""

    session: Session
    response: Response
    seen: Proposal
    told: list[Conflict] = field(default_factory=list)
    contended: set[str] = field(default_factory=set)
    """The fields of findings that two people have decided."""

    def look_where_it_stands(self) -> None:
        """It may have gone to another request, or have been put away."""
        theirs, mine = self.response.request_id, self.seen.request_id
        if mine is not None and theirs is not None and mine != theirs:
            said = _request_said(self.session, mine), _request_said(self.session, theirs)
            self._tell("request", say("The request it answers"), (mine, theirs), said, "request_id")
        if self.response.discarded and not self.seen.discarded:
            said = say("To be recorded"), PUT_AWAY
            self._tell("discarded", say("This letter"), (False, True), said, "discarded")

    def still_to_decide(self, decisions: RecordDecisions) -> Iterator[FindingDecision]:
        """The decisions that nobody else has made, alike or otherwise."""
        query = select(FindingRecord).where(FindingRecord.response_id == self.response.id)
        known = {one.id: one for one in self.session.scalars(query.order_by(FindingRecord.id))}
        shown = {one.id: _settled(one.status.value, one.value) for one in self.seen.findings}
        changed = [
            one
            for one in known.values()
            if (now := _settled_now(one)) is not None and now != shown.get(one.id)
        ]
        for decision in decisions.findings:
            own = known.get(decision.finding_id)
            mine = _settled(decision.status.value, decision.value or (own.value if own else ""))
            rivals = [one for one in changed if own is not None and _rival(own, mine, one)]
            if own is not None and rivals:
                self._tell_finding(own.field, decision, mine, rivals[-1])
            elif own is None or mine != _settled_now(own):
                yield decision

    def day(self, mine: date | None) -> date | None:
        """The day to write: one that was only shown gives way to one that somebody gave."""
        theirs, shown = self.response.received_on, self.seen.response_date
        if theirs is None or theirs == shown:
            return mine
        if mine not in (None, shown, theirs) and DATE not in self.contended:
            said = full_date(mine), full_date(theirs)
            self._tell(DATE, NAMES[DATE], (mine, theirs), said, "received_on")
        return theirs

    def outcome(self, mine: Outcome | None) -> Outcome | None:
        """The outcome to write, in the same way."""
        theirs = Outcome(self.response.outcome) if self.response.outcome else None
        if theirs is None or theirs is self.seen.outcome:
            return mine
        if mine not in (None, self.seen.outcome, theirs) and OUTCOME not in self.contended:
            said = say(OUTCOME_WORDS[mine]), say(OUTCOME_WORDS[theirs])
            self._tell(OUTCOME, say("Outcome"), (mine, theirs), said, "outcome")
        return theirs

    def _tell(
        self,
        key: str,
        name: str,
        values: tuple[object, object],
        said: tuple[str, str],
        column: str,
    ) -> None:
        by = author_of(self.session, "response", self.response.id, column)
        self.told.append(Conflict(key, name, *values, *said, *by))

    def _tell_finding(
        self, name: str, decision: FindingDecision, mine: Settled, theirs: FindingRecord
    ) -> None:
        self.contended.add(name)
        other = FindingDecision(
            theirs.id, FindingStatus(theirs.status), theirs.corrected or theirs.value
        )
        said = settled_said(name, mine), settled_said(name, _settled_now(theirs))
        by = author_of(self.session, "finding", theirs.id, "status")
        key = f"finding {decision.finding_id}"
        called = NAMES.get(name, name.replace("_", " ").capitalize())
        self.told.append(Conflict(key, called, decision, other, *said, *by))


def _settled(status: str, value: str) -> Settled:
    if status == FindingStatus.PROPOSED.value:
        return None
    return (False, "") if status == FindingStatus.REJECTED.value else (True, value)


def _settled_now(record: FindingRecord) -> Settled:
    return _settled(record.status, record.corrected or record.value)


def _rival(own: FindingRecord, mine: Settled, other: FindingRecord) -> bool:
    """Whether what somebody else has settled cannot stand beside what is decided now."""
    theirs = _settled_now(other)
    if own.id == other.id:
        return mine is not None and mine != theirs
    alone = own.field == other.field and own.field in ONE_ONLY
    both = mine is not None and mine[0] and theirs is not None and theirs[0]
    return alone and both and mine != theirs


def settled_said(name: str, settled: Settled) -> str:
    """What was decided about a finding, in words."""
    if settled is None:
        return say("Not decided")
    stands, value = settled
    if not stands:
        return LEFT_OUT
    try:
        if name.endswith("_date"):
            return full_date(date.fromisoformat(value))
        if name == OUTCOME:
            return say(OUTCOME_WORDS[Outcome(value)])
        if name == "letter":
            return say(LETTER_WORDS[LetterKind(value)])
        return say(REVIEW_WORDS[Review(value)]) if name == "review_result" else value
    except ValueError:
        return value
