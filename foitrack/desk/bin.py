"""The bin: requests put away for 30 days, and removing them for good when a person says so.

Nothing leaves the bin by itself: after 30 days a request is only offered for removal. Removing is
the one thing that can't be undone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from foitrack.casefile import purging, scrubbing
from foitrack.casefile.models import (
    CaseRowRecord,
    Change,
    ChangeSet,
    Document,
    Request,
    Response,
)
from foitrack.desk import step_names as called
from foitrack.desk.desk import Desk
from foitrack.desk.requests import existing
from foitrack.desk.views import Changed, DeskError
from foitrack.law.wording import counted
from foitrack.saying import all_of, say

DAYS = 30
"""Days that a request lies in the bin before it is offered for removal."""


@dataclass(frozen=True, slots=True)
class Binned:
    """A request in the bin, with what would go with it."""

    id: int
    title: str
    authority: str | None
    since: datetime | None
    """When it was moved there; None where history does not tell."""
    documents: int
    case_rows: int

    def kept_until(self) -> date | None:
        """The day from which it is offered for removal."""
        return None if self.since is None else (self.since + timedelta(days=DAYS)).date()


@dataclass(frozen=True, slots=True)
class Purged:
    """What became of a removal."""

    requests: int
    scrubbed: bool
    """Whether the bytes have left the file too; not while another program reads it."""
    kept: tuple[str, ...] = ()
    """Authorities that were asked nothing else and stay: more was said of them than a name."""

    def kept_said(self) -> str:
        """What stays, in a sentence; empty where nothing does."""
        if not self.kept:
            return ""
        if len(self.kept) == 1:
            return say("{0} stays on the Authorities page, with what you noted.", self.kept[0])
        return say("{0} stay on the Authorities page, with what you noted.", all_of(self.kept))


def contents(desk: Desk) -> tuple[Binned, ...]:
    """What lies in the bin, longest there first."""
    with desk.case.reading() as session:
        found = session.scalars(select(Request).where(Request.binned).order_by(Request.id)).all()
        since = _since(session, [request.id for request in found])
        made = [_binned(session, request, since.get(request.id)) for request in found]
    newest = datetime.max.replace(tzinfo=UTC)
    return tuple(sorted(made, key=lambda one: (one.since or newest, one.id)))


def due(desk: Desk) -> tuple[Binned, ...]:
    """What has lain in the bin for longer than 30 days."""
    limit = desk.now().astimezone(UTC) - timedelta(days=DAYS)
    return tuple(one for one in contents(desk) if one.since is not None and one.since < limit)


def purge(desk: Desk, request_ids: Sequence[int]) -> Purged:
    """Remove requests in the bin for good, with their documents, case data and history.

    Undo ends here: steps before it can no longer be taken back. Bytes that another request has
    too stay, and so does what somebody noted of an authority. DeskError where one is not in the
    bin; nothing is removed then.
    """
    wanted = list(dict.fromkeys(request_ids))
    if not wanted:
        raise DeskError("The bin is empty. Nothing was changed.")
    with scrubbing.overwriting(desk.case) as session:
        for request_id in wanted:
            if not existing(session, request_id).binned:
                raise DeskError(
                    say(
                        "Request {0} is not in the bin. Only what lies there can be removed for "
                        "good. Nothing was changed.",
                        request_id,
                    )
                )
        label = say(called.PURGE_ONE)
        if len(wanted) > 1:
            label = say(called.PURGE_SOME, counted(len(wanted), "request"))
        at = desk.now().astimezone(UTC).replace(tzinfo=None)
        step = ChangeSet(label=str.__str__(label), who=desk.who(), at=at, request_ids=[])
        session.add(step)
        kept = purging.remove(session, wanted, step)
        _remove_entries(session, wanted)
    return Purged(len(wanted), wipe(desk), kept)


def wipe(desk: Desk) -> bool:
    """Have the bytes of what was removed before leave the file too; whether that could be done."""
    return scrubbing.leave_no_remains(desk.case)


def changed(purged: Purged) -> Changed:
    """What to tell the screens: everything may look different."""
    return Changed(say("{0} removed for good", counted(purged.requests, "request")), ())


def _remove_entries(session: Session, request_ids: Sequence[int]) -> None:
    from foitrack.casefile import search

    search.index_requests(session, request_ids)


def _since(session: Session, ids: Sequence[int]) -> dict[int, datetime]:
    """When each was moved to the bin last, by the history."""
    found = session.execute(
        select(Change.row_key, Change.after, ChangeSet.at)
        .join(ChangeSet, ChangeSet.id == Change.change_set_id)
        .where(Change.table_name == "request", Change.row_key.in_(ids), ~ChangeSet.undone)
        .order_by(ChangeSet.id)
    )
    return {
        key: at.replace(tzinfo=UTC) for key, after, at in found if after and after.get("binned")
    }


def _binned(session: Session, request: Request, since: datetime | None) -> Binned:
    own = select(Response.id).where(Response.request_id == request.id)
    counts = [
        session.scalar(select(func.count(kind.id)).where(kind.response_id.in_(own))) or 0
        for kind in (Document, CaseRowRecord)
    ]
    name = request.authority.name if request.authority else None
    return Binned(request.id, request.title, name, since, *counts)
