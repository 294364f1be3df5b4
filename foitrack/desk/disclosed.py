"""Who answered in full what another authority refused, ready to paste into a review letter."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session, contains_eager

from foitrack.casefile.models import Authority, Request, RequestReference
from foitrack.desk.desk import Desk
from foitrack.desk.requests import AT_ONCE, existing
from foitrack.desk.views.coverage import Disclosure
from foitrack.law.terms import Outcome
from foitrack.law.wording import full_date

ALIKE, MUCH_THE_SAME = 0.95, 0.6
"""Shares of the words of both: the same question but for a slip, much the same one."""
_WORD = re.compile(r"[^\W\d_]{3,}")
_NUMBER = re.compile(r"\d+")
_ADDRESSED = re.compile(r"^\s*dear\b.*$", re.IGNORECASE | re.MULTILINE)


def answered_in_full(desk: Desk, request_id: int) -> tuple[Disclosure, ...]:
    """Others in its campaign that answered the same question in full, the same words first.

    What was asked is compared, not assumed: a request whose words are not kept is like none.
    DeskError where there is no such request.
    """
    with desk.case.reading() as session:
        own = existing(session, request_id)
        asked = _words(own)
        if own.campaign_id is None or not asked:
            return ()
        found = _in_full(session, own)
        alike = [(other, _same(asked, _words(other))) for other in found]
        wanted = [(other, same) for other, same in alike if same is not None]
        references = _references(session, [other.id for other, _ in wanted])
        made = [
            Disclosure(
                other.id,
                other.authority.name if other.authority else "",
                references.get(other.id),
                other.answered_on,
                same,
            )
            for other, same in wanted
        ]
    made.sort(key=lambda one: (not one.same, one.authority.casefold(), one.request_id))
    return tuple(made)


def _in_full(session: Session, own: Request) -> Sequence[Request]:
    found = session.scalars(
        select(Request)
        .join(Authority, Request.authority_id == Authority.id)
        .options(contains_eager(Request.authority))
        .where(
            Request.campaign_id == own.campaign_id,
            Request.id != own.id,
            ~Request.binned,
            Request.answered,
            Request.outcome == Outcome.DISCLOSED.value,
        )
    )
    return [other for other in found if other.authority_id != own.authority_id]


def _words(request: Request) -> frozenset[str]:
    """What was asked as a set of words, without the name of who was asked."""
    text = _ADDRESSED.sub("", request.wording).casefold()
    name = request.authority.name.casefold() if request.authority else ""
    words = frozenset(_WORD.findall(text)) - frozenset(_WORD.findall(name))
    return words | frozenset(_NUMBER.findall(text)) if words else words


def _same(one: frozenset[str], other: frozenset[str]) -> bool | None:
    """Whether two questions are the same (True), much the same (False), or others (None)."""
    if not other:
        return None
    share = len(one & other) / len(one | other)
    numbers = any(word.isdecimal() for word in one ^ other)
    if share >= ALIKE and not numbers:
        return True
    return False if share >= MUCH_THE_SAME else None


def _references(session: Session, ids: Sequence[int]) -> dict[int, str]:
    found: dict[int, str] = {}
    for start in range(0, len(ids), AT_ONCE):
        query = (
            select(RequestReference.request_id, RequestReference.reference)
            .where(RequestReference.request_id.in_(ids[start : start + AT_ONCE]))
            .order_by(RequestReference.id)
        )
        for request_id, reference in session.execute(query):
            found.setdefault(request_id, reference)
    return found


def for_a_letter(found: Sequence[Disclosure]) -> str:
    """The paragraph for a letter that asks for a review; empty where nobody disclosed it."""
    said = [
        _listed("Other public authorities answered the same question in full:", found, same=True),
        _listed(
            "Other public authorities answered much the same question in full:", found, same=False
        ),
    ]
    paragraphs = [one for one in said if one]
    if not paragraphs:
        return ""
    paragraphs.append(
        "Please take this into account, and explain what makes your own position different."
    )
    return "\n\n".join(paragraphs)


def _listed(head: str, found: Sequence[Disclosure], *, same: bool) -> str:
    lines = [f"- {line(one)}" for one in found if one.same is same]
    return "\n".join((head, *lines)) if lines else ""


def line(one: Disclosure) -> str:
    """One authority with its reference and the day: "Kent Police (reference 12/23), on …"."""
    reference = f" (reference {one.reference})" if one.reference else ""
    on = f", on {full_date(one.answered_on)}" if one.answered_on else ""
    return f"{one.authority}{reference}{on}"
