"""Many documents at once: all kept first, so that nothing is lost, then read and matched.

Each goes to the request that it plainly answers; in doubt it goes to none, and a person chooses.
Nothing is recorded: every one is a proposal still to be confirmed.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from foitrack.casefile import search
from foitrack.casefile.models import CaseRowRecord, Document, Request, Response, TableRecord
from foitrack.desk import step_names as called
from foitrack.desk.desk import Desk, Step, step
from foitrack.desk.events import recompute
from foitrack.desk.keeping import dropped, existing
from foitrack.desk.matching import Match, matched, told_in
from foitrack.desk.proposals import context_for
from foitrack.desk.reading_in import ToRead, open_response, outcomes_of, store_in, to_read
from foitrack.desk.responses import attach
from foitrack.desk.schema_store import let_go
from foitrack.desk.storing import Outcome, forget_response
from foitrack.desk.views import DeskError, Filed
from foitrack.errors import PlainError
from foitrack.law.terms import Regime
from foitrack.law.wording import counted
from foitrack.reading.findings import Reading
from foitrack.reading.reader import ReadingContext
from foitrack.saying import say

AT_ONCE = 2
"""Documents read at the same time; one more waits, so that no reader does."""
GIVEN = say("You chose its request.")
NOBODY_MEANT = say("Nothing in it says which request it answers.")
MAY_BE = say("It may answer any of several requests.")
SEEN = say("The same document is there already.")
UNREAD = say("It could not be read, so choose its request yourself.")
Progress = Callable[[Filed, int, int], None]
Read = tuple[list[ToRead], list[Outcome]]
"""The documents of a proposal, and what reading them came to."""


def keep_many(
    desk: Desk, files: Sequence[tuple[str, bytes]], request_id: int | None = None
) -> tuple[int, ...]:
    """Keep documents, all or none, in one step; the proposal of each, to be read next."""
    if not files:
        return ()
    what = files[0][0] if len(files) == 1 else counted(len(files), "document")
    with step(desk, say(called.KEEP_FILES, what)) as made:
        request = None
        if request_id is not None:
            request = made.session.get(Request, request_id)
            if request is None:
                raise DeskError(
                    say("There is no request {0}. The files are untouched.", request_id)
                )
            made.request_ids.append(request_id)
        return tuple(
            open_response(made.session, desk.reference, name, data, request) for name, data in files
        )


def read_many(
    desk: Desk,
    proposal_ids: Sequence[int],
    *,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> tuple[Filed, ...]:
    """Read kept documents, several at the same time, and match each to its request.

    `progress` is called in this thread after each, with how many are done of how many.
    `cancelled` is asked between documents; what is not read by then stays kept, to be read later.
    One of them that holds several answers becomes several proposals, each told by itself.
    """
    filed: list[Filed] = []
    total = len(proposal_ids)
    for done, (proposal_id, reading) in enumerate(_read_ahead(desk, proposal_ids, cancelled), 1):
        for one in _settled(desk, proposal_id, reading):
            filed.append(one)
            if progress is not None:
                progress(one, done, total)
    return tuple(filed)


def read_one(
    desk: Desk,
    proposal_id: int,
    *,
    early: Callable[[Reading], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> tuple[Filed, ...]:
    """Read one kept document and match it, as `read_many` does; it can be watched and stopped.

    Raises ReadingCancelledError where it was stopped: nothing is stored, and it stays kept.
    """
    documents = to_read(desk, proposal_id)
    outcomes = outcomes_of(documents, early=early, cancelled=cancelled)
    return tuple(_file(desk, proposal_id, documents, outcomes))


def _settled(desk: Desk, proposal_id: int, reading: Future[Read]) -> list[Filed]:
    """What became of a document; what goes wrong with one costs only it."""
    try:
        return _file(desk, proposal_id, *reading.result())
    except PlainError as problem:
        with desk.case.reading() as session:
            documents = dropped(session, proposal_id)
            name = documents[0].name if documents else ""
        return [Filed(name, proposal_id, None, UNREAD, error=str(problem))]


def _read_ahead(
    desk: Desk, proposal_ids: Sequence[int], cancelled: Callable[[], bool] | None
) -> Iterator[tuple[int, Future[Read]]]:
    """Each proposal with what its reading came to, in their order, a few read ahead."""

    def read(proposal_id: int) -> Read:
        documents = to_read(desk, proposal_id)
        return documents, outcomes_of(documents)

    ahead: deque[tuple[int, Future[Read]]] = deque()
    with ThreadPoolExecutor(AT_ONCE, thread_name_prefix="batch") as pool:
        todo = deque(proposal_ids)
        while todo or ahead:
            if cancelled is not None and cancelled():
                todo.clear()
            while todo and len(ahead) <= AT_ONCE:
                proposal_id = todo.popleft()
                ahead.append((proposal_id, pool.submit(read, proposal_id)))
            if ahead:
                yield ahead.popleft()


def _file(
    desk: Desk, proposal_id: int, documents: Sequence[ToRead], outcomes: Sequence[Outcome]
) -> list[Filed]:
    """Store what was read and give it its request; read it again where that request's campaign
    has words of its own.
    """
    label = say(called.READ_FILES, documents[0].name)
    with step(desk, label) as made:
        split = store_in(made, desk.reference, proposal_id, outcomes)
        filed = [_place(made, desk, each, documents) for each in split or (proposal_id,)]
    for one in filed:
        if one.request_id is not None and not (one.again or one.error):
            _read_for(desk, one.proposal_id, one.request_id, documents[0].context, label)
    return filed


def give(desk: Desk, proposal_id: int, request_id: int) -> None:
    """Give a document that was read to the request that a person chose for it, and read it again
    where that request's campaign has words of its own.
    """
    documents = to_read(desk, proposal_id)
    attach(desk, proposal_id, request_id)
    if documents:
        label = say(called.READ_FILES, documents[0].name)
        _read_for(desk, proposal_id, request_id, documents[0].context, label)


def _read_for(
    desk: Desk, proposal_id: int, request_id: int, known: ReadingContext, label: str
) -> None:
    """Read a document again where its request brings a law, a schema or words not known before."""
    with desk.case.reading() as session:
        now = context_for(session, desk.reference, request_id)
        if not _otherwise(known, now, bare=_has_bare_tables(session, proposal_id)):
            return
    outcomes = outcomes_of(to_read(desk, proposal_id))
    with step(desk, label) as made:
        store_in(made, desk.reference, proposal_id, outcomes)


def reads_otherwise(desk: Desk, proposal_id: int, known_request: int | None) -> bool:
    """Whether the request that a proposal has been given brings a law, a schema or words that
    its reading, made for another request or for none, did not know.
    """
    with desk.case.reading() as session:
        response = existing(session, proposal_id)
        known = context_for(session, desk.reference, known_request)
        now = context_for(session, desk.reference, response.request_id)
        bare = _has_bare_tables(session, proposal_id)
    return not response.recorded and _otherwise(known, now, bare=bare)


def _has_bare_tables(session: Session, response_id: int) -> bool:
    """Whether a proposal has tables of which no case row came."""
    tables = session.scalar(select(exists().where(TableRecord.response_id == response_id)))
    cases = session.scalar(select(exists().where(CaseRowRecord.response_id == response_id)))
    return bool(tables) and not cases


def _otherwise(known: ReadingContext, now: ReadingContext, *, bare: bool) -> bool:
    """Whether a document reads otherwise by what is now known.

    What was asked tells what a table without case rows (`bare`) may be about.
    """
    if bare and now.schema is None and known.about != now.about:
        of_itself = [one for one in now.schemas.values() if one.automatic]
        if any(one.about(now.about) and not one.about(known.about) for one in of_itself):
            return True
    if known.schema == now.schema and known.regime == now.regime:
        return False
    return now.schema is not None or now.regime not in (None, Regime.FOIA)


def _place(made: Step, desk: Desk, proposal_id: int, documents: Sequence[ToRead]) -> Filed:
    """Where a document that has been read goes, and why."""
    session = made.session
    response = existing(session, proposal_id)
    name = dropped(session, proposal_id)[0].name
    filed = Filed(name, proposal_id, response.request_id, GIVEN, error=response.error)
    if response.request_id is None:
        match = matched(session, told_in(session, proposal_id))
        filed = replace(filed, why=_why(match, response), candidates=match.ids)
        if len(match.ids) == 1:
            filed = replace(filed, request_id=match.ids[0], candidates=())
            _attach(made, desk, response, match.ids[0])
    before = _came_before(session, response)
    if before is None:
        return filed
    request_id = response.request_id
    forget_response(session, response)
    if request_id is not None:
        recompute(session, desk.reference, session.get_one(Request, request_id))
        search.index_request(session, request_id)
    return replace(filed, proposal_id=before, why=SEEN, again=True)


def _why(match: Match, response: Response) -> str:
    if match.ids:
        return match.why if len(match.ids) == 1 else MAY_BE
    return UNREAD if response.error else match.why or NOBODY_MEANT


def _attach(made: Step, desk: Desk, response: Response, request_id: int) -> None:
    response.request_id = request_id
    made.session.flush()
    let_go(made.session, response)
    recompute(made.session, desk.reference, made.session.get_one(Request, request_id))
    search.index_request(made.session, request_id)
    made.request_ids.append(request_id)


def _came_before(session: Session, response: Response) -> int | None:
    """An earlier response of the same request, or of none, that is these very bytes."""
    own = {document.sha256 for document in dropped(session, response.id)}
    same = (
        Response.request_id == response.request_id
        if response.request_id is not None
        else Response.request_id.is_(None)
    )
    found: int | None = session.scalar(
        select(Response.id)
        .join(Document, Document.response_id == Response.id)
        .where(Document.sha256.in_(own), Response.id < response.id, ~Response.discarded, same)
        .where(Document.parent_id.is_(None))
        .order_by(Response.recorded.desc(), Response.id)
        .limit(1)
    )
    return found
