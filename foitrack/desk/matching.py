"""Which request a document answers: by reference, by sender, else by authority, date, subject.

In doubt several are given, or none: a letter filed with the wrong request would set its clock
wrong and be hard to find.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from foitrack.casefile.models import (
    Authority,
    Document,
    FindingRecord,
    Request,
    RequestReference,
    Response,
)
from foitrack.desk.fitting import WORD, likeness, near, none_fits, speaks_against
from foitrack.desk.keeping import dropped
from foitrack.desk.views import FindingStatus
from foitrack.law.terms import LetterKind
from foitrack.reading.findings import Reading
from foitrack.saying import say

LIKELY = 5
"""How many requests are offered where a document's request is in doubt."""
MARKS = (" ", "-", "/", ".", ":", "_", "#")
SAME_SUBJECT = 0.5
"""A share of a request's words; alike from it up."""
REFERENCE_ENOUGH = 5
TITLE_ENOUGH = 2
MAILS = ("eml", "msg", "mbox")
LONGEST_HEAD, LONGEST_SENDER = 3000, 400
SHARED_DOMAINS = frozenset(
    [
        "gmail.com",
        "googlemail.com",
        "outlook.com",
        "hotmail.com",
        "hotmail.co.uk",
        "yahoo.com",
        "yahoo.co.uk",
        "icloud.com",
        "btinternet.com",
        "whatdotheyknow.com",
    ]
)
"""Where many write from, so that only a whole address tells who it was."""
_ADDRESS = re.compile(r"[\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")


@dataclass(frozen=True, slots=True)
class Told:
    """What a document says of the request that it answers."""

    reference: str | None = None
    authority: str | None = None
    asked_on: date | None = None
    request_text: str | None = None
    sender: str | None = None
    """Of a mail: the address that it came from."""
    names: tuple[str, ...] = ()
    """The document's name, and a mail's subject."""
    written_on: date | None = None
    of_review: bool = False
    """Whether it is the outcome of an internal review."""


@dataclass(frozen=True, slots=True)
class Match:
    """Requests that a document may answer, best first, and why; a single one is beyond doubt.

    Where there are none, `why` says what speaks against those to its authority.
    """

    ids: tuple[int, ...] = ()
    why: str = ""


def told_by(reading: Reading) -> Told:
    """What a reading says of its request."""
    sender, subject = _heading(reading.format, reading.text)
    return Told(
        reading.reference,
        reading.authority,
        reading.request_date or reading.received_date,
        reading.request_text,
        sender,
        (reading.file, *subject),
        reading.response_date,
        reading.letter is LetterKind.REVIEW_OUTCOME,
    )


def _heading(form: str, text: str) -> tuple[str | None, tuple[str, ...]]:
    """A mail's sender and subject, which stand at the head of its text."""
    if form not in MAILS:
        return None, ()
    head = text[:LONGEST_HEAD].split("\n\n", 1)[0]
    labelled = dict(line.split(": ", 1) for line in head.split("\n") if ": " in line)
    address = _ADDRESS.search(labelled.get("From", ""))
    subject = labelled.get("Subject")
    return address[0].lower() if address else None, (subject,) if subject else ()


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
    written = values.get("response_date")
    names: list[str] = []
    sender = None
    for document in dropped(session, response_id):
        own, subject = _heading(document.format, document.text)
        sender = sender or own
        names += [document.name, *subject]
    return Told(
        values.get("reference"),
        values.get("authority"),
        date.fromisoformat(asked) if asked else None,
        values.get("request_text"),
        sender,
        tuple(names),
        date.fromisoformat(written) if written else None,
        values.get("letter") == LetterKind.REVIEW_OUTCOME.value,
    )


def likely_requests(session: Session, told: Told) -> tuple[int, ...]:
    """Requests that a document may answer, best first; a single one is beyond doubt."""
    return matched(session, told).ids


def matched(session: Session, told: Told) -> Match:
    """The same, with why."""
    if found := _with_reference(session, told):
        return Match(found, say("Its reference is {0}.", told.reference))
    if told.reference is None and (named := _named(session, told)):
        return named
    if told.authority is None and told.sender is not None:
        told = replace(told, authority=_wrote_before(session, told.sender))
        why = say("Earlier answers of {0} came from the same sender.", told.authority)
    else:
        why = say("It comes from {0}.", told.authority)
    found, against = _to_authority(session, told)
    if not found:
        return Match(why=none_fits(told, against))
    return Match(found, why if len(found) == 1 else "")


def _named(session: Session, told: Told) -> Match | None:
    """A request whose reference stands in the document's name or subject, where it is the one."""
    known = session.execute(
        select(RequestReference.request_id, RequestReference.reference)
        .join(Request, RequestReference.request_id == Request.id)
        .where(~Request.binned)
    ).all()
    names = [bare_reference(name) for name in told.names]
    found: dict[int, str] = {}
    for request_id, reference in known:
        bare = bare_reference(reference)
        if len(bare) >= REFERENCE_ENOUGH and any(_stands_in(bare, name) for name in names):
            found[request_id] = reference
    if len(found) != 1:
        return None
    [(request_id, reference)] = found.items()
    return Match((request_id,), say("Its name has the reference {0}.", reference))


def _stands_in(bare: str, name: str) -> bool:
    """Whether a reference stands in a name and is no part of a longer number."""
    return re.search(rf"(?<!\d){re.escape(bare)}(?!\d)", name) is not None


def _wrote_before(session: Session, sender: str) -> str | None:
    """The one authority whose earlier mails came from an address, or from its domain."""
    domain = sender.rsplit("@", 1)[-1]
    wanted = sender if domain in SHARED_DOMAINS else f"@{domain}"
    found = session.execute(
        select(Authority.name, func.lower(func.substr(Document.text, 1, LONGEST_SENDER)))
        .join(Request, Request.authority_id == Authority.id)
        .join(Response, Response.request_id == Request.id)
        .join(Document, Document.response_id == Response.id)
        .where(
            Document.format.in_(MAILS),
            ~Response.discarded,
            func.lower(func.substr(Document.text, 1, LONGEST_SENDER)).contains(
                wanted, autoescape=True
            ),
        )
        .distinct()
    )
    names = {name for name, head in found if wanted in head.split("\n", 1)[0]}
    return names.pop() if len(names) == 1 else None


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


def _to_authority(session: Session, told: Told) -> tuple[tuple[int, ...], list[str]]:
    """Requests to its authority that it may answer, and what speaks against the others."""
    if told.authority is None:
        return (), []
    found = session.scalars(
        select(Request)
        .join(Authority, Request.authority_id == Authority.id)
        .where(Authority.name == told.authority, ~Request.binned)
        .order_by(Request.answered, Request.sent_on.desc(), Request.id.desc())
    ).all()
    known = _references(session, [request.id for request in found])
    against = {request.id: speaks_against(request, told, known) for request in found}
    possible = [request for request in found if not against[request.id]]
    sure = [request for request in possible if _speaks_for(request, told)]
    waiting = [request for request in sure or possible if not request.answered]
    answered = [request for request in sure or possible if request.answered]
    chosen = waiting or answered if sure else waiting + answered
    return tuple(request.id for request in chosen[:LIKELY]), [
        why for why in against.values() if why
    ]


def _references(session: Session, ids: Sequence[int]) -> set[int]:
    """The requests whose reference is known."""
    query = select(RequestReference.request_id).where(RequestReference.request_id.in_(ids))
    return set(session.scalars(query))


def _speaks_for(request: Request, told: Told) -> bool:
    """The same day or the same subject, where both sides say one."""
    same_day = told.asked_on and request.sent_on and near(told.asked_on, request.sent_on)
    if same_day or any(_titled(request.title, name) for name in told.names):
        return True
    return (likeness(request.wording, told.request_text) or 0) >= SAME_SUBJECT


def _titled(title: str, name: str) -> bool:
    """Whether all words of a request's title stand in a name or a subject."""
    words = set(WORD.findall(title.casefold()))
    return len(words) >= TITLE_ENOUGH and words <= set(WORD.findall(name.casefold()))
