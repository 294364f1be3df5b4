"""What the person has decided about a proposal so far; no Qt, so that the rules can be read.

Nothing here writes: `to_save` gives what `desk.responses.record` takes.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from foitrack.desk.stale import Conflict
from foitrack.desk.views import (
    FindingDecision,
    FindingStatus,
    Proposal,
    ProposedFinding,
    RecordDecisions,
)
from foitrack.law.terms import LetterKind, Outcome
from foitrack.reading.findings import Certainty

RESPONSE_DATE = "response_date"
OUTCOME = "outcome"
LETTER = "letter"
EXEMPTION = "exemption"

SECTIONS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "found",
        (
            "letter",
            "reference",
            "authority",
            RESPONSE_DATE,
            "received_date",
            "request_date",
            OUTCOME,
            "review_result",
        ),
    ),
    ("exemptions", (EXEMPTION,)),
    ("follows", ("review_offer", "review_window", "review_contact", "attachment")),
)
NOT_LISTED = frozenset({"request_text"})
"""Shown by the fold in the document, not as a field to confirm."""

ANSWERS = frozenset({LetterKind.RESPONSE, LetterKind.REVIEW_OUTCOME})


@dataclass(slots=True)
class Decisions:
    """Decisions about one proposal. Findings not decided stay proposals when saved."""

    proposal: Proposal
    made: dict[int, FindingDecision] = field(default_factory=dict)
    typed_date: date | None = None
    date_not_known: bool = False
    typed_outcome: Outcome | None = None
    accept_cases: bool = False
    added_provisions: tuple[str, ...] = ()
    accept_rows: set[int] = field(default_factory=set)
    """Case rows from sentences, which are taken one by one."""
    seen: Proposal | None = None
    """The proposal as it was shown when what is decided here was decided; None: as it is now."""
    back_to: tuple[int, int] | None = None
    """Somebody gave the letter to another request, and it goes back: to this one, from that."""

    def status(self, finding: ProposedFinding) -> FindingStatus:
        """What stands for a finding now: a decision of this sitting, or the stored one."""
        decision = self.made.get(finding.id)
        return decision.status if decision else finding.status

    def value(self, finding: ProposedFinding) -> str:
        """The finding's value, as corrected where it was."""
        decision = self.made.get(finding.id)
        if decision is not None and decision.value is not None:
            return decision.value
        return finding.value

    def confirm(self, finding: ProposedFinding) -> None:
        """The person says that the value is right."""
        corrected = self.made.get(finding.id)
        if corrected is not None and corrected.status is FindingStatus.CORRECTED:
            return
        self.made[finding.id] = FindingDecision(finding.id, FindingStatus.CONFIRMED)

    def correct(self, finding: ProposedFinding, value: str) -> None:
        """The person gives another value; the printed text is kept beside it."""
        if value == finding.value:
            self.confirm(finding)
            return
        self.made[finding.id] = FindingDecision(finding.id, FindingStatus.CORRECTED, value)

    def reject(self, finding: ProposedFinding) -> None:
        """The person says that this is not there, or not so."""
        self.made[finding.id] = FindingDecision(finding.id, FindingStatus.REJECTED)

    def confirm_sure(self) -> int:
        """Confirm every open finding that needs no second look; how many there were."""
        sure = [
            finding
            for finding in self.listed()
            if self.status(finding) is FindingStatus.PROPOSED
            and finding.certainty is Certainty.FOUND
        ]
        for finding in sure:
            self.confirm(finding)
        return len(sure)

    def listed(self) -> tuple[ProposedFinding, ...]:
        """The findings to decide, in the order of the pane."""
        return tuple(finding for _, group in self.sections() for finding in group)

    def sections(self) -> tuple[tuple[str, tuple[ProposedFinding, ...]], ...]:
        """The findings in the pane's sections; those of an unforeseen field come last."""
        known = {name for _, names in SECTIONS for name in names} | NOT_LISTED
        found = self.proposal.findings
        grouped = [
            (title, tuple(f for name in names for f in found if f.field == name))
            for title, names in SECTIONS
        ]
        grouped.append(("other", tuple(f for f in found if f.field not in known)))
        return tuple(grouped)

    def is_answer(self) -> bool:
        """Whether the document answers the request (and not, say, acknowledges it)."""
        return self.letter() in (None, *ANSWERS)

    def letter(self) -> LetterKind | None:
        """What kind of letter this is, as found or corrected; None where nobody knows."""
        [*letters] = (f for f in self.listed() if f.field == LETTER)
        if not letters or self.status(letters[0]) is FindingStatus.REJECTED:
            return None
        try:
            return LetterKind(self.value(letters[0]))
        except ValueError:
            return None

    def lacks(self, name: str) -> bool:
        """Whether no finding of a field stands or could still be confirmed."""
        return not any(
            finding.field == name and self.status(finding) is not FindingStatus.REJECTED
            for finding in self.listed()
        )

    def of(self, proposal: Proposal) -> Decisions:
        """These decisions with the proposal as it is now; what it has lost is let go."""
        there = {finding.id for finding in proposal.findings}
        made = {number: one for number, one in self.made.items() if number in there}
        return replace(self, proposal=proposal, made=made, seen=self._still_seen(proposal))

    def as_seen(self) -> Proposal:
        """What the person had before them; a refresh does not make what others did seen."""
        return self.seen or self.proposal

    def _still_seen(self, proposal: Proposal) -> Proposal:
        if not self.anything():
            return proposal
        was = self.as_seen()
        before = {one.id: one for one in was.findings if one.id in self.made}
        return replace(
            proposal,
            findings=tuple(before.get(one.id, one) for one in proposal.findings),
            response_date=was.response_date,
            outcome=was.outcome,
            discarded=was.discarded,
            request_id=was.request_id or proposal.request_id,
        )

    def take(self, conflict: Conflict, mine: bool) -> None:
        """Have one of two values stand: theirs has been seen by now."""
        was, theirs = self.as_seen(), conflict.theirs
        if isinstance(theirs, FindingDecision):
            self._take_finding(conflict, theirs, mine)
        elif conflict.field == "request" and isinstance(theirs, int):
            if mine and was.request_id is not None:
                self.back_to = was.request_id, theirs
            self.seen = replace(was, request_id=theirs)
        elif conflict.field == "discarded":
            self.seen = replace(was, discarded=True)
        elif conflict.field == RESPONSE_DATE and isinstance(theirs, date):
            self.seen = replace(was, response_date=theirs)
            if not mine:
                self.typed_date, self.date_not_known = None, False
                self._forget(RESPONSE_DATE)
        elif conflict.field == OUTCOME and isinstance(theirs, Outcome):
            self.seen = replace(was, outcome=theirs)
            if not mine:
                self.typed_outcome = None
                self._forget(OUTCOME)

    def _take_finding(self, conflict: Conflict, theirs: FindingDecision, mine: bool) -> None:
        was = self.as_seen()
        self.seen = replace(
            was,
            findings=tuple(
                replace(one, status=theirs.status, value=theirs.value or one.value)
                if one.id == theirs.finding_id
                else one
                for one in was.findings
            ),
        )
        if not mine and isinstance(conflict.mine, FindingDecision):
            self.made.pop(conflict.mine.finding_id, None)

    def _forget(self, field: str) -> None:
        for finding in self.listed():
            if finding.field == field:
                self.made.pop(finding.id, None)

    def response_date(self) -> date | None:
        """The date of the response as decided: typed, or a confirmed finding's."""
        if self.typed_date is not None:
            return self.typed_date
        for finding in self.listed():
            if finding.field == RESPONSE_DATE and self._stands(finding):
                return _date_or_none(self.value(finding))
        return self.proposal.response_date

    def outcome(self) -> Outcome | None:
        """The outcome as decided: chosen by hand, or a confirmed finding's."""
        if self.typed_outcome is not None:
            return self.typed_outcome
        for finding in self.listed():
            if finding.field == OUTCOME and self._stands(finding):
                return Outcome(self.value(finding))
        return self.proposal.outcome

    def confirmed(self) -> int:
        """How many values this sitting would save: findings, typed values and case rows."""
        findings = sum(1 for d in self.made.values() if d.status is not FindingStatus.REJECTED)
        typed = (self.typed_date is not None or self.date_not_known) + (
            self.typed_outcome is not None
        )
        listed = sum(row.source == "table" for row in self.proposal.cases)
        rows = (listed if self.accept_cases else 0) + len(self.accept_rows)
        return findings + typed + rows + len(self.added_provisions)

    def left_open(self) -> int:
        """Findings that would stay proposals."""
        return sum(1 for f in self.listed() if self.status(f) is FindingStatus.PROPOSED)

    def anything(self) -> bool:
        """Whether there is anything to save, rejections included."""
        return self.confirmed() > 0 or bool(self.made)

    def still_needed(self) -> str | None:
        """What keeps the response from being saved: the date, until it is given or unknown."""
        if self.response_date() is None and not (self.date_not_known or self.proposal.recorded):
            return RESPONSE_DATE
        return None

    def to_save(self) -> RecordDecisions:
        """The decisions as the desk takes them."""
        return RecordDecisions(
            findings=tuple(self.made.values()),
            response_date=self.response_date(),
            response_date_known=self.response_date() is not None,
            outcome=self.outcome(),
            accept_cases=self.accept_cases,
            added_provisions=self.added_provisions,
            accept_rows=tuple(sorted(self.accept_rows)),
        )

    def _stands(self, finding: ProposedFinding) -> bool:
        return self.status(finding) in (FindingStatus.CONFIRMED, FindingStatus.CORRECTED)


def _date_or_none(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
