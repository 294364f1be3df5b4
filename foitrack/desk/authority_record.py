"""Everything about one authority: who it is, why its law, how it did, what it was asked."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from foitrack.casefile.models import Authority, ProvisionRecord, Request, Response
from foitrack.desk import listing
from foitrack.desk.authorities import ADDED, UnknownAuthorityError, known, nearest
from foitrack.desk.authority_list import performances
from foitrack.desk.desk import Desk
from foitrack.desk.reference import Reference
from foitrack.desk.views.authority import AuthorityDetails, AuthorityRecord, Performance
from foitrack.law.authorities import DirectoryEntry, propose_regime
from foitrack.law.terms import Body, Regime, Review
from foitrack.saying import say

SHOWN = 200
"""Requests of one authority that are listed; the Requests page has them all."""
NOBODY = -1
"""The number of an authority that is not in the case file yet."""
Cited = tuple[tuple[str, str, int], ...]
Reviews = tuple[tuple[Review, int], ...]


def record(desk: Desk, name: str, *, today: date) -> AuthorityRecord:
    """Everything about one authority. UnknownAuthorityError where it is not known."""
    with desk.case.reading() as session:
        stored = known(session, desk.reference, name)
        entry = desk.reference.directory.match(stored.name if stored else name)
        if stored is None and entry is None:
            raise UnknownAuthorityError(
                say("There is no authority called “{0}” any more. Nothing was changed.", name)
            )
        number = stored.id if stored else NOBODY
        return AuthorityRecord(
            id=stored.id if stored else None,
            details=details_of(stored, entry),
            own=entry is None,
            welsh_name=entry.welsh_name if entry else "",
            places=entry.places if entry else (),
            regime_reason=_reason(stored, entry),
            did=performances(session, today, number).get(number, Performance()),
            exemptions=_exemptions(session, desk.reference, number),
            reviews=_reviews(session, number, today),
            requests=listing.rows(session, desk.reference, _newest(session, number), today),
            given_names=tuple(stored.aliases) if stored else (),
            perhaps=nearest(desk.reference, stored.name) if stored and entry is None else "",
        )


def details_of(stored: Authority | None, entry: DirectoryEntry | None) -> AuthorityDetails:
    """What the directory says, and over it what a person said."""
    short = entry.short_names[:1] if entry else ()
    others = (*entry.short_names[1:], *entry.aliases) if entry else ()
    said = tuple(stored.aliases) if stored else ()
    regime = Regime(stored.regime) if stored else entry.regime if entry else Regime.FOIA
    body = Body(stored.body) if stored else entry.body if entry else Body.GENERAL
    return AuthorityDetails(
        name=stored.name if stored else entry.name if entry else "",
        short_name=(stored.short_name if stored else "") or "".join(short),
        aliases=tuple(dict.fromkeys((*others, *said))),
        nation=entry.nation if entry else stored.nation if stored else "",
        kind=entry.kind if entry else stored.kind if stored else "",
        regime=regime,
        body=body,
        email=stored.email if stored else "",
        notes=stored.notes if stored else "",
    )


def _reason(stored: Authority | None, entry: DirectoryEntry | None) -> str:
    if entry is None:
        return ADDED
    proposed, reason, _ = propose_regime(entry)
    if stored is not None and stored.regime != proposed.value:
        return say("You chose {0}. {1}", stored.regime, reason)
    return reason


def _exemptions(session: Session, reference: Reference, authority_id: int) -> Cited:
    """In how many requests each section was cited; each request counts once a section."""
    found = session.execute(
        select(ProvisionRecord.provision, Response.request_id)
        .join(Response, ProvisionRecord.response_id == Response.id)
        .join(Request, Response.request_id == Request.id)
        .where(Request.authority_id == authority_id, ~Request.binned, ~Response.discarded)
        .distinct()
    )
    citing: dict[str, set[int | None]] = defaultdict(set)
    for provision, request_id in found:
        citing[section_of(provision)].add(request_id)
    counted = [(section, len(requests)) for section, requests in citing.items()]
    counted.sort(key=lambda one: (-one[1], one[0]))
    return tuple((section, _title(reference, section), number) for section, number in counted)


def section_of(provision: str) -> str:
    """The section or regulation that a provision stands in: "FOIA s31(1)(g)" is "FOIA s31".

    The exceptions of a regulation are one each, so they stay whole.
    """
    bare = provision.split("(", 1)[0]
    return provision if bare.endswith((" r10", " r12")) else bare


def _title(reference: Reference, section: str) -> str:
    entry = reference.catalogue.entry(section)
    return entry.title if entry else ""


def _reviews(session: Session, authority_id: int, today: date) -> Reviews:
    stage = listing.review_at()
    found = session.execute(
        select(stage, func.count(Request.id))
        .where(
            Request.authority_id == authority_id,
            ~Request.binned,
            Request.review_stage != Review.NONE.value,
        )
        .group_by(stage),
        {"today": today},
    )
    counted = {Review(value): number for value, number in found}
    return tuple((review, counted[review]) for review in Review if review in counted)


def _newest(session: Session, authority_id: int) -> list[int]:
    return list(
        session.scalars(
            select(Request.id)
            .where(Request.authority_id == authority_id, ~Request.binned)
            .order_by(Request.sent_on.desc().nulls_last(), Request.id.desc())
            .limit(SHOWN)
        )
    )
