"""Authorities: those of the directory, and those that the campaigner added."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from sqlalchemy import String, cast, func, or_, select
from sqlalchemy.orm import Session

from foitrack.casefile.models import Authority
from foitrack.desk.desk import Desk
from foitrack.desk.near_names import near
from foitrack.desk.reference import Reference
from foitrack.desk.views import AuthorityChoice, DeskError
from foitrack.law.authorities import Directory, DirectoryEntry, propose_regime
from foitrack.law.terms import Body, Regime
from foitrack.saying import say

ADDED = say("You added this authority. FOIA applies unless it is a Scottish public authority.")
COMMON = frozenset(
    {
        *("the", "of", "and", "for", "police", "force", "service", "constabulary", "council"),
        *("borough", "city", "county", "district", "metropolitan", "authority"),
    }
)
"""Words that tell no authority from another."""
_WORD = re.compile(r"[^\W_]+")


class UnknownAuthorityError(DeskError):
    """No authority of that name; the message suggests near ones."""


def search(desk: Desk, text: str, limit: int = 8) -> tuple[AuthorityChoice, ...]:
    """Authorities that some typed words may mean, best first."""
    found = [_from_entry(entry) for entry in desk.reference.directory.search(text, limit)]
    if len(found) < limit and text.strip():
        with desk.case.reading() as session:
            own = matching(own_records(session, desk.reference), text)
            found += [_from_record(record) for record in own]
    return tuple(found[:limit])


def meant(desk: Desk, text: str) -> tuple[AuthorityChoice, ...]:
    """The few authorities whose names are nearly what was typed, likeliest first."""
    return tuple(map(_from_entry, near(desk.reference, text)))


def choice(desk: Desk, name: str) -> AuthorityChoice:
    """The authority of that name, short name or alias. UnknownAuthorityError where none is."""
    entry = desk.reference.directory.match(name)
    if entry is not None:
        return _from_entry(entry)
    with desk.case.reading() as session:
        record = known(session, desk.reference, name)
        if record is not None:
            entry = desk.reference.directory.match(record.name)
            return _from_entry(entry) if entry else _from_record(record)
    raise UnknownAuthorityError(
        say(
            "{0} Check the name, or add it as a new authority. Nothing was changed.",
            _not_known(desk.reference, name),
        )
    )


def everyone(desk: Desk) -> tuple[AuthorityChoice, ...]:
    """Every authority of the directory and of the campaigner's own, by name."""
    with desk.case.reading() as session:
        own = [_from_record(one) for one in own_records(session, desk.reference)]
    found = [*map(_from_entry, desk.reference.directory.entries), *own]
    return tuple(sorted(found, key=lambda one: one.name))


def find_or_add(
    session: Session,
    reference: Reference,
    name: str,
    *,
    regime: Regime | None = None,
    body: Body | None = None,
) -> Authority:
    """The stored authority of a name, added from the directory, or as the campaigner's own."""
    record = known(session, reference, name)
    if record is None:
        entry = reference.directory.match(name)
        proper = entry.name if entry else " ".join(name.split())
        proposed, _, kind = propose_regime(entry) if entry else (Regime.FOIA, "", Body.GENERAL)
        record = Authority(
            name=proper, regime=(regime or proposed).value, body=(body or kind).value
        )
        session.add(record)
        session.flush()
    return record


def known(session: Session, reference: Reference, name: str) -> Authority | None:
    """The stored authority that a name means: its own, the directory's, or one a person gave."""
    entry = reference.directory.match(name)
    proper = entry.name if entry else " ".join(name.split())
    record = session.scalar(select(Authority).where(Authority.name == proper))
    if record is not None or entry is not None:
        return record
    wanted = proper.casefold()
    # Few have names beside their own: the others are left to the database to compare.
    likely = or_(
        func.lower(Authority.name) == proper.lower(),
        Authority.short_name != "",
        cast(Authority.aliases, String) != "[]",
    )
    for other in session.scalars(select(Authority).where(likely).order_by(Authority.id)):
        if wanted in (said.casefold() for said in names_of(other)):
            return other
    return None


def names_of(record: Authority) -> tuple[str, ...]:
    """Every name by which a person knows a stored authority."""
    return tuple(name for name in (record.name, record.short_name, *record.aliases) if name)


def own_records(session: Session, reference: Reference) -> tuple[Authority, ...]:
    """The stored authorities that the directory does not have, by name."""
    every = session.scalars(select(Authority).order_by(Authority.name))
    return tuple(one for one in every if reference.directory.match(one.name) is None)


def matching(records: Iterable[Authority], text: str) -> Sequence[Authority]:
    """Those whose names what was typed may mean, best first, as the directory is searched."""
    found = {one.name: one for one in records}
    entries = tuple(
        DirectoryEntry(
            one.name, one.nation, one.kind, Regime(one.regime), aliases=names_of(one)[1:]
        )
        for one in found.values()
    )
    return [found[entry.name] for entry in Directory.of(entries).search(text, len(entries))]


def _from_entry(entry: DirectoryEntry) -> AuthorityChoice:
    regime, reason, body = propose_regime(entry)
    details = [entry.welsh_name, *entry.short_names[:1]]
    if entry.places:
        details.append("covers " + ", ".join(entry.places[:3]))
    return AuthorityChoice(
        id=None,
        name=entry.name,
        short_name=entry.short_names[0] if entry.short_names else "",
        detail="; ".join(detail for detail in details if detail),
        regime=regime,
        regime_reason=reason,
        body=body,
        group=entry.kind,
        nation=entry.nation,
    )


def _from_record(record: Authority) -> AuthorityChoice:
    return AuthorityChoice(
        id=record.id,
        name=record.name,
        short_name=record.short_name,
        detail="; ".join(names_of(record)[1:]),
        regime=Regime(record.regime),
        regime_reason=ADDED,
        body=Body(record.body),
        group=record.kind,
        nation=record.nation,
    )


def nearest(reference: Reference, name: str) -> str:
    """The one authority of the directory that shares all but the commonest words with a name.

    Empty where there is none, or more than one.
    """
    wanted = _telling(name)
    found = {
        entry.name
        for entry in reference.directory.entries
        if wanted and any(_telling(known) == wanted for known in entry.all_names())
    }
    return found.pop() if len(found) == 1 else ""


def _telling(name: str) -> frozenset[str]:
    return frozenset(_WORD.findall(name.casefold())) - COMMON


def _not_known(reference: Reference, name: str) -> str:
    names = [entry.name for entry in near(reference, name)]
    if not names:
        return say("No authority is called “{0}”.", name)
    likely = names[0]
    for other in names[1:]:
        likely = say("{0} or {1}", likely, other)
    return say("No authority is called “{0}”. Did you mean {1}?", name, likely)
