"""Every authority with how it did, counted in one query."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, case, func, select
from sqlalchemy.orm import Session

from foitrack.casefile.models import Authority, Request
from foitrack.desk import listing
from foitrack.desk.authorities import matching
from foitrack.desk.desk import Desk
from foitrack.desk.reference import Reference
from foitrack.desk.views.authority import (
    AuthorityFilter,
    AuthorityLine,
    AuthorityList,
    Performance,
)
from foitrack.law.terms import Regime, State


def listed(
    desk: Desk, wanted: AuthorityFilter, sort: str, descending: bool, *, today: date
) -> AuthorityList:
    """The authorities that a filter finds: by name, or, where words are typed, the best first."""
    with desk.case.reading() as session:
        records = session.scalars(select(Authority)).all()
        lines = _lines(desk.reference, records, performances(session, today))
        ranked = _ranked(desk.reference, records, wanted.search)
    found = [line for line in lines if _wants(line, wanted)]
    if ranked is not None:
        found = [line for line in found if line.name in ranked]
        found.sort(key=lambda line: ranked[line.name])
    return AuthorityList(
        lines=_in_order(found, sort, descending),
        total=len(lines),
        nations=_options(line.nation for line in lines),
        kinds=_options(line.kind for line in lines),
        regimes=_options(line.regime.value for line in lines),
    )


def _options(values: Iterable[str]) -> tuple[tuple[str, int], ...]:
    counted = Counter(values)
    return tuple(sorted(counted.items(), key=lambda one: (one[0] == "", -one[1], one[0])))


def _ranked(reference: Reference, records: Sequence[Authority], text: str) -> dict[str, int] | None:
    """The place of each authority that what was typed may mean; None where nothing was."""
    if not text.strip():
        return None
    directory = reference.directory
    found = [entry.name for entry in directory.search(text, len(directory.entries))]
    own = [one.name for one in matching(records, text)]
    return {name: place for place, name in enumerate(dict.fromkeys((*found, *own)))}


def _wants(line: AuthorityLine, wanted: AuthorityFilter) -> bool:
    return (
        (not wanted.nations or line.nation in wanted.nations)
        and (not wanted.kinds or line.kind in wanted.kinds)
        and (not wanted.regimes or line.regime in wanted.regimes)
        and (not wanted.asked or line.own or line.did.requests > 0)
    )


_KEYS: Mapping[str, Callable[[AuthorityLine], Any]] = {
    "name": lambda line: line.name.casefold(),
    "nation": lambda line: line.nation or None,
    "kind": lambda line: line.kind or None,
    "law": lambda line: line.regime.value,
    "requests": lambda line: line.did.requests or None,
    "in-time": lambda line: _share(line.did),
    "late": lambda line: line.did.late_now or None,
    "days": lambda line: line.did.average_days,
}


def _share(did: Performance) -> float | None:
    judged = did.in_time + did.answered_late
    return did.in_time / judged if judged else None


def _in_order(
    lines: Sequence[AuthorityLine], sort: str, descending: bool
) -> tuple[AuthorityLine, ...]:
    key = _KEYS.get(sort)
    if key is None:
        return tuple(lines)
    keyed = [(key(line), line) for line in lines]
    told = [one for one in keyed if one[0] is not None]
    told.sort(key=lambda one: one[0], reverse=descending)
    return (*(line for _, line in told), *(line for value, line in keyed if value is None))


def _lines(
    reference: Reference, records: Sequence[Authority], did: Mapping[int, Performance]
) -> list[AuthorityLine]:
    stored = {record.name: record for record in records}
    lines = []
    for entry in reference.directory.entries:
        record = stored.pop(entry.name, None)
        short = entry.short_names[0] if entry.short_names else ""
        lines.append(
            AuthorityLine(
                entry.name,
                (record.short_name if record else "") or short,
                entry.nation,
                entry.kind,
                Regime(record.regime) if record else entry.regime,
                False,
                did.get(record.id, Performance()) if record else Performance(),
            )
        )
    lines += [
        AuthorityLine(
            one.name,
            one.short_name,
            one.nation,
            one.kind,
            Regime(one.regime),
            True,
            did.get(one.id, Performance()),
        )
        for one in stored.values()
    ]
    return sorted(lines, key=lambda line: line.name.casefold())


def _figures() -> tuple[ColumnElement[Any], ...]:
    def number(*wanted: Any) -> ColumnElement[int]:
        return func.sum(case((and_(*wanted), 1), else_=0))

    late = and_(
        Request.stage == State.WAITING.value,
        Request.due_on.is_not(None),
        Request.due_on < listing.TODAY,
    )
    return (
        func.count(Request.id),
        number(Request.answered),
        number(Request.answered, Request.answered_on <= Request.due_on),
        number(Request.answered, Request.answered_on > Request.due_on),
        number(late),
        func.avg(Request.answered_day),
        func.count(Request.answered_day),
    )


def performances(
    session: Session, today: date, authority_id: int | None = None
) -> dict[int, Performance]:
    """How each authority with requests did, or one of them, by its number."""
    whose = (
        Request.authority_id.is_not(None)
        if authority_id is None
        else Request.authority_id == authority_id
    )
    found = session.execute(
        select(Request.authority_id, *_figures())
        .where(~Request.binned, whose)
        .group_by(Request.authority_id),
        {"today": today},
    )
    return {row[0]: _performance(row) for row in found}


def _performance(row: Row[Any]) -> Performance:
    _, requests, answered, in_time, late, late_now, average, timed = tuple(row)
    return Performance(
        requests=requests,
        answered=int(answered or 0),
        in_time=int(in_time or 0),
        answered_late=int(late or 0),
        late_now=int(late_now or 0),
        average_days=None if average is None else float(average),
        timed=timed,
    )
