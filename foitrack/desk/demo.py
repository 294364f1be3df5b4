"""The example case file, made from the seeds by the path that a user takes: log, keep, read,
confirm.

Each seed is a response byte for byte and a TOML beside it with the request, what the reader must
find, and the checked case rows.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

from foitrack.desk import campaigns, requests, responses
from foitrack.desk.desk import Desk, create
from foitrack.desk.reference import Reference
from foitrack.desk.views import (
    FindingDecision,
    FindingStatus,
    NewRequest,
    Proposal,
    RecordDecisions,
)
from foitrack.law.terms import Outcome, Regime


@dataclass(frozen=True, slots=True)
class Seed:
    """An example request: its response's file, and what its TOML says."""

    document: Path
    request: dict[str, Any]
    read: dict[str, Any]
    cases: tuple[dict[str, Any], ...]


def seeds(folder: Path) -> tuple[Seed, ...]:
    """The seeds in a folder, by file name."""
    return tuple(_seed(path) for path in sorted(folder.glob("*.toml")))


def _seed(path: Path) -> Seed:
    data = tomllib.loads(path.read_text("utf-8"))
    return Seed(
        path.with_suffix(".txt"), data["request"], data["read"], tuple(data.get("cases", ()))
    )


def build(path: Path | str, reference: Reference, folder: Path, *, today: date) -> Desk:
    """Make the example case file at a new place, whole or not at all.

    A plain error where it cannot be made.
    """
    desk = create(path, reference)
    noon = datetime.combine(today, time(12), UTC)
    # The example is the same wherever and whenever it is made: its history names nobody.
    made = replace(desk, now=lambda: noon, who=lambda: "")
    try:
        for seed in seeds(folder):
            _add(made, seed, today)
    except BaseException:
        desk.close()
        for end in ("", "-wal", "-shm"):
            Path(f"{path}{end}").unlink(missing_ok=True)
        raise
    return desk


def _add(desk: Desk, seed: Seed, today: date) -> None:
    about = seed.request
    if about["campaign"] not in {campaign.name for campaign in campaigns.all(desk)}:
        campaigns.create(desk, about["campaign"], about.get("schema"))
    logged = requests.log(
        desk,
        NewRequest(
            title=about["title"],
            authority=about.get("authority"),
            wording=about.get("wording", ""),
            campaign=about["campaign"],
            regime=Regime(about["regime"]),
            sent_on=about.get("sent_on"),
            sent_by=about.get("sent_by", "email"),
            notes=about.get("notes", ""),
        ),
        today=today,
    )
    proposal_id = responses.keep(
        desk, seed.document.name, seed.document.read_bytes(), logged.new_id
    )
    proposal = responses.read(desk, proposal_id)
    responses.record(desk, proposal_id, everything_confirmed(proposal), today=today)


def everything_confirmed(proposal: Proposal) -> RecordDecisions:
    """The decisions of a person who has checked each finding and found it right."""
    on = next((f.value for f in proposal.findings if f.field == "response_date"), None)
    outcome = next((f.value for f in proposal.findings if f.field == "outcome"), None)
    return RecordDecisions(
        findings=tuple(
            FindingDecision(finding.id, FindingStatus.CONFIRMED) for finding in proposal.findings
        ),
        response_date=date.fromisoformat(on) if on else None,
        response_date_known=on is not None,
        outcome=Outcome(outcome) if outcome else None,
        accept_cases=True,
    )
