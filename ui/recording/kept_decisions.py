"""Decisions about a letter that were not saved: as text, and back where the letter is the same."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Any

from foitrack.desk.views import FindingDecision, FindingStatus, Proposal, ProposedFinding
from foitrack.law.terms import Outcome
from ui.recording.decisions import Decisions

FORMAT = 1


def as_text(decisions: Decisions) -> str:
    """What was decided, beside what was seen then; empty where nothing was."""
    if not decisions.anything():
        return ""
    seen = decisions.as_seen()
    findings = {one.id: one for one in seen.findings}
    return json.dumps(
        {
            "format": FORMAT,
            "documents": _documents(seen),
            "made": [
                [_what(findings[one.finding_id]), one.finding_id, one.status, one.value]
                for one in decisions.made.values()
                if one.finding_id in findings
            ],
            "typed_date": _day(decisions.typed_date),
            "date_not_known": decisions.date_not_known,
            "typed_outcome": decisions.typed_outcome,
            "accept_cases": decisions.accept_cases,
            "accept_rows": sorted(decisions.accept_rows),
            "rows": _rows(seen),
            "added_provisions": decisions.added_provisions,
            "back_to": decisions.back_to,
            "seen": {
                "findings": [
                    [one.id, one.status, one.value]
                    for one in seen.findings
                    if one.id in decisions.made
                ],
                "response_date": _day(seen.response_date),
                "outcome": seen.outcome,
                "discarded": seen.discarded,
                "request_id": seen.request_id,
            },
        }
    )


def restored(proposal: Proposal, text: str) -> Decisions | None:
    """What was decided, about the letter as it is now; None where it is of another letter.

    What others did since has not been seen: saving asks.
    """
    try:
        kept = json.loads(text)
        there = _documents(proposal)
        if kept["format"] != FORMAT or not all(one in there for one in kept["documents"]):
            return None
        return _restored(proposal, kept)
    except (ValueError, TypeError, KeyError, AttributeError):
        # Of another version of the program.
        return None


def _restored(proposal: Proposal, kept: dict[str, Any]) -> Decisions | None:
    there = {one.id: one for one in proposal.findings}
    made = {
        number: FindingDecision(number, FindingStatus(status), value)
        for what, number, status, value in kept["made"]
        if number in there and _what(there[number]) == what
    }
    same_rows = kept["rows"] == _rows(proposal)
    found = Decisions(
        proposal,
        made,
        typed_date=_date(kept["typed_date"]),
        date_not_known=bool(kept["date_not_known"]),
        typed_outcome=_outcome(kept["typed_outcome"]),
        accept_cases=bool(kept["accept_cases"]) and same_rows,
        added_provisions=tuple(map(str, kept["added_provisions"])),
        accept_rows={int(one) for one in kept["accept_rows"]} if same_rows else set(),
        back_to=(int(kept["back_to"][0]), int(kept["back_to"][1])) if kept["back_to"] else None,
    )
    found.seen = _seen(proposal, kept["seen"], made)
    return found if found.anything() else None


def _seen(proposal: Proposal, seen: dict[str, Any], made: dict[int, FindingDecision]) -> Proposal:
    was = {
        number: (FindingStatus(status), str(value)) for number, status, value in seen["findings"]
    }
    findings = tuple(
        replace(one, status=was[one.id][0], value=was[one.id][1])
        if one.id in made and one.id in was
        else one
        for one in proposal.findings
    )
    return replace(
        proposal,
        findings=findings,
        response_date=_date(seen["response_date"]),
        outcome=_outcome(seen["outcome"]),
        discarded=bool(seen["discarded"]),
        request_id=seen["request_id"] if seen["request_id"] is not None else proposal.request_id,
    )


def _documents(proposal: Proposal) -> list[list[Any]]:
    return [[one.id, one.sha256] for one in proposal.documents]


def _rows(proposal: Proposal) -> list[int]:
    return [one.id for one in proposal.cases]


def _what(finding: ProposedFinding) -> list[str]:
    """A number may be given out twice; what was found is then another."""
    return [finding.field, finding.printed]


def _day(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None


def _date(text: str | None) -> date | None:
    return date.fromisoformat(text) if text is not None else None


def _outcome(text: str | None) -> Outcome | None:
    return Outcome(text) if text is not None else None
