"""Authorities: those of the directory, and those that the campaigner added."""

from __future__ import annotations

import difflib

from sqlalchemy import select
from sqlalchemy.orm import Session

from foitrack.casefile.models import Authority
from foitrack.desk.desk import Desk
from foitrack.desk.reference import Reference
from foitrack.desk.views import AuthorityChoice, DeskError
from foitrack.law.authorities import DirectoryEntry, propose_regime
from foitrack.law.terms import Body, Regime

ADDED = "You added this authority. FOIA applies unless it is a Scottish public authority."


class UnknownAuthorityError(DeskError):
    """No authority of that name; the message suggests near ones."""


def search(desk: Desk, text: str, limit: int = 8) -> tuple[AuthorityChoice, ...]:
    """Authorities that some typed words may mean, best first."""
    found = [_from_entry(entry) for entry in desk.reference.directory.search(text, limit)]
    if len(found) < limit and text.strip():
        names = {choice.name for choice in found}
        with desk.case.reading() as session:
            own = session.scalars(
                select(Authority)
                .where(Authority.name.icontains(text.strip(), autoescape=True))
                .order_by(Authority.name)
                .limit(limit)
            )
            found += [_from_record(record) for record in own if record.name not in names]
    return tuple(found[:limit])


def choice(desk: Desk, name: str) -> AuthorityChoice:
    """The authority of that name, short name or alias. UnknownAuthorityError where none is."""
    entry = desk.reference.directory.match(name)
    if entry is not None:
        return _from_entry(entry)
    with desk.case.reading() as session:
        record = session.scalar(select(Authority).where(Authority.name == name.strip()))
        if record is not None:
            return _from_record(record)
    raise UnknownAuthorityError(
        f"No authority is called “{name}”.{_suggestion(desk.reference, name)} "
        "Check the name, or add it as a new authority. Nothing was changed."
    )


def everyone(desk: Desk) -> tuple[AuthorityChoice, ...]:
    """Every authority of the directory, by name."""
    entries = sorted(desk.reference.directory.entries, key=lambda entry: entry.name)
    return tuple(_from_entry(entry) for entry in entries)


def find_or_add(
    session: Session,
    reference: Reference,
    name: str,
    *,
    regime: Regime | None = None,
    body: Body | None = None,
) -> Authority:
    """The stored authority of a name, added from the directory, or as the campaigner's own."""
    entry = reference.directory.match(name)
    proper = entry.name if entry else " ".join(name.split())
    record = session.scalar(select(Authority).where(Authority.name == proper))
    if record is None:
        proposed, _, kind = propose_regime(entry) if entry else (Regime.FOIA, "", Body.GENERAL)
        record = Authority(
            name=proper, regime=(regime or proposed).value, body=(body or kind).value
        )
        session.add(record)
        session.flush()
    return record


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
    )


def _from_record(record: Authority) -> AuthorityChoice:
    return AuthorityChoice(
        record.id, record.name, "", "", Regime(record.regime), ADDED, Body(record.body)
    )


def _suggestion(reference: Reference, name: str) -> str:
    every = {
        known.casefold(): entry.name
        for entry in reference.directory.entries
        for known in entry.all_names()
    }
    near = difflib.get_close_matches(name.casefold(), every, n=3, cutoff=0.6)
    names = list(dict.fromkeys(every[known] for known in near))
    return f" Did you mean {' or '.join(names)}?" if names else ""
