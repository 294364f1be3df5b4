"""Which request a document answers: by reference, else by authority, date and subject.

In doubt several are given, or none: a letter filed with the wrong request would set its clock
wrong and be hard to find.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from foitrack.casefile.models import Authority, FindingRecord, Request, RequestReference
from foitrack.desk.views import FindingStatus
from foitrack.reading.findings import Reading

LIKELY = 5
"""How many requests are offered where a document's request is in doubt."""
MARKS = (" ", "-", "/", ".", ":", "_", "#")
DAYS_APART = timedelta(days=14)
"""An authority may print the day it registered a request rather than the day it was sent."""
WORDS_ENOUGH = 6
SAME_SUBJECT, OTHER_SUBJECT = 0.5, 0.2
"""Shares of a request's words: alike from the one up, unlike below the other."""
_WORD = re.compile(r"[^\W\d_]{4,}")


@dataclass(frozen=True, slots=True)
class Told:
    """What a document says of the request that it answers."""

    reference: str | None = None
    authority: str | None = None
    asked_on: date | None = None
    request_text: str | None = None


def told_by(reading: Reading) -> Told:
    """What a reading says of its request."""
    return Told(
        reading.reference,
        reading.authority,
        reading.request_date or reading.received_date,
        reading.request_text,
    )


def told_in(session: Session, response_id: int) -> Told:
    """What the findings of a kept document say of its request; rejected ones say nothing."""
    values: dict[str, str] = {}
    for finding in session.scalars(
        select(FindingRecord)
        .where(
            FindingRecord.response_id == response_id,
            FindingRecord.status != FindingStatus.REJECTED.value,
        )
        .order_by(FindingRecord.id)
    ):
        values.setdefault(finding.field, finding.corrected or finding.value)
    asked = values.get("request_date") or values.get("received_date")
    return Told(
        values.get("reference"),
        values.get("authority"),
        date.fromisoformat(asked) if asked else None,
        values.get("request_text"),
    )


def likely_requests(session: Session, told: Told) -> tuple[int, ...]:
    """Requests that a document may answer, best first; a single one is beyond doubt."""
    return _with_reference(session, told) or _to_authority(session, told)


def _with_reference(session: Session, told: Told) -> tuple[int, ...]:
    if told.reference is None:
        return ()
    found = session.execute(
        select(RequestReference.request_id, Authority.name)
        .join(Request, RequestReference.request_id == Request.id)
        .outerjoin(Authority, Request.authority_id == Authority.id)
        .where(
            _bare(RequestReference.reference) == bare_reference(told.reference),
            ~Request.binned,
        )
        .order_by(RequestReference.request_id)
        .distinct()
    ).all()
    # Two authorities may have given the same number.
    other = {number for number, name in found if name and told.authority not in (None, name)}
    return tuple(dict.fromkeys(number for number, _ in found if number not in other))[:LIKELY]


def _bare(column: ColumnElement[str] | object) -> ColumnElement[str]:
    bare: ColumnElement[str] = func.lower(column)
    for mark in MARKS:
        bare = func.replace(bare, mark, "")
    return bare


def bare_reference(reference: str) -> str:
    """A reference as references are compared: without case, spaces and marks."""
    bare = reference.lower()
    for mark in MARKS:
        bare = bare.replace(mark, "")
    return bare


def _to_authority(session: Session, told: Told) -> tuple[int, ...]:
    if told.authority is None:
        return ()
    found = session.scalars(
        select(Request)
        .join(Authority, Request.authority_id == Authority.id)
        .where(Authority.name == told.authority, ~Request.binned)
        .order_by(Request.answered, Request.sent_on.desc(), Request.id.desc())
    ).all()
    known = _references(session, [request.id for request in found])
    possible = [request for request in found if not _speaks_against(request, told, known)]
    sure = [request for request in possible if _speaks_for(request, told)]
    waiting = [request for request in sure or possible if not request.answered]
    answered = [request for request in sure or possible if request.answered]
    chosen = waiting or answered if sure else waiting + answered
    return tuple(request.id for request in chosen[:LIKELY])


def _references(session: Session, ids: Sequence[int]) -> set[int]:
    """The requests whose reference is known."""
    query = select(RequestReference.request_id).where(RequestReference.request_id.in_(ids))
    return set(session.scalars(query))


def _speaks_for(request: Request, told: Told) -> bool:
    """The same day or the same subject, where both sides say one."""
    near = told.asked_on and request.sent_on and abs(told.asked_on - request.sent_on) <= DAYS_APART
    return bool(near) or (likeness(request.wording, told.request_text) or 0) >= SAME_SUBJECT


def _speaks_against(request: Request, told: Told, known: set[int]) -> bool:
    """Another reference, another day, another subject: not this request."""
    if told.reference is not None and request.id in known:
        # One that matches has been found before by its reference.
        return True
    if told.asked_on and request.sent_on and abs(told.asked_on - request.sent_on) > DAYS_APART:
        return True
    alike = likeness(request.wording, told.request_text)
    return alike is not None and alike < OTHER_SUBJECT


def likeness(one: str, other: str | None) -> float | None:
    """The share of words that two texts have in common; None where either says too little."""
    words = [set(_WORD.findall(text.casefold())) for text in (one, other or "")]
    least = min(map(len, words))
    return len(words[0] & words[1]) / least if least >= WORDS_ENOUGH else None
