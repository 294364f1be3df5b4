"""What is said of an authority now, beside what a person saw when they began to correct it."""

from __future__ import annotations

from dataclasses import fields, replace
from functools import partial
from typing import Any

from sqlalchemy.orm import Session

from foitrack.desk.authorities import known
from foitrack.desk.authority_record import details_of
from foitrack.desk.reference import Reference
from foitrack.desk.stale import NOBODY_KNOWN, Field, author_of, refuse_stale
from foitrack.desk.views.authority import AuthorityDetails
from foitrack.law.terms import Body, Regime
from foitrack.law.wording import BODY_WORDS
from foitrack.saying import say

NAMES = {
    "name": say("Name"),
    "short_name": say("Short name"),
    "aliases": say("Other names"),
    "nation": say("Nation"),
    "kind": say("Kind"),
    "regime": say("Law of new requests"),
    "body": say("Special time to answer"),
    "email": say("E-mail for requests"),
    "notes": say("Notes"),
}


def not_stale(
    session: Session,
    reference: Reference,
    name: str,
    wanted: AuthorityDetails,
    seen: AuthorityDetails,
) -> AuthorityDetails:
    """What to write: what is changed here, and the rest as it is stored by now.

    StaleEditError where somebody else has changed the same.
    """
    stored, entry = known(session, reference, name), reference.directory.match(name)
    if stored is None and entry is None:
        return wanted
    now = replace(details_of(stored, entry), aliases=tuple(stored.aliases) if stored else ())
    every = [one.name for one in fields(AuthorityDetails)]
    changed = {one: getattr(wanted, one) for one in every if _differ(wanted, seen, one)}
    own = {
        one: Field(
            NAMES[one],
            getattr(now, one),
            partial(author_of, session, "authority", stored.id, one)
            if stored is not None
            else lambda: NOBODY_KNOWN,
            said,
        )
        for one in every
    }
    refuse_stale(own, changed, {one: getattr(seen, one) for one in every})
    return replace(now, **changed)


def _differ(one: AuthorityDetails, other: AuthorityDetails, name: str) -> bool:
    return bool(getattr(one, name) != getattr(other, name))


def said(value: Any) -> str:
    """What is said of an authority, in words."""
    if isinstance(value, Regime):
        return value.value
    if isinstance(value, Body):
        return say(BODY_WORDS[value])
    return "; ".join(value) if isinstance(value, tuple) else str(value)
