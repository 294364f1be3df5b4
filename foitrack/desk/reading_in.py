"""From a kept document to proposals: what is to be read, reading it, and storing what came."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from sqlalchemy.orm import Session

from foitrack.casefile import search
from foitrack.casefile.models import Document, Request, Response
from foitrack.desk import step_names as called
from foitrack.desk.additions import store_additions
from foitrack.desk.desk import Desk, Step, step
from foitrack.desk.events import recompute
from foitrack.desk.keeping import bytes_of, dropped, existing, is_read, keep_document
from foitrack.desk.proposals import context_for, proposal_of
from foitrack.desk.reference import Reference
from foitrack.desk.schema_store import stays_with
from foitrack.desk.storing import Outcome, store_outcomes
from foitrack.desk.views import DeskError, Proposal
from foitrack.reading.findings import Part, Reading, UnreadableDocumentError
from foitrack.reading.isolation import readers
from foitrack.reading.merged_findings import is_letter
from foitrack.reading.part_by_part import read_isolated
from foitrack.reading.part_places import by_itself
from foitrack.reading.reader import ReadingContext
from foitrack.saying import say

_ABOUT = 50_000


@dataclass(frozen=True, slots=True)
class ToRead:
    """A kept document that is to be read, with what its reader is to know."""

    document_id: int
    name: str
    data: bytes
    context: ReadingContext


def open_response(
    session: Session, reference: Reference, name: str, data: bytes, request: Request | None
) -> int:
    """A response with one document that waits to be read; its id."""
    response = Response(request_id=request.id if request is not None else None)
    session.add(response)
    session.flush()
    keep_document(session, response.id, name, data)
    if request is not None:
        recompute(session, reference, request)
    return response.id


def to_read(desk: Desk, response_id: int) -> list[ToRead]:
    """The documents of a response that a reading takes: all of a proposal, what was added since
    of a response that is recorded. DeskError where there is none of these.
    """
    with desk.case.reading() as session:
        response = existing(session, response_id)
        documents = dropped(session, response_id)
        known = [one for one in documents if is_read(one)]
        if response.recorded:
            documents = [one for one in documents if not is_read(one)]
            if not documents:
                raise DeskError("This response has been recorded already. Nothing was changed.")
        context = context_for(session, desk.reference, response.request_id)
        told = (one.text[:_ABOUT] for one in known if one not in documents)
        context = replace(context, about="\n".join([context.about, *told]))
        stays = stays_with(session, response)
        own = context.schemas.get(stays or "")
        if own is not None and (context.schema is not None or not own.automatic):
            context = replace(context, schema=own.name)
        return [ToRead(one.id, one.name, bytes_of(session, one), context) for one in documents]


def make_ready(desk: Desk) -> None:
    """Have a reader started that will be wanted soon, as a document seems to be on its way."""
    with desk.case.reading() as session:
        context = context_for(session, desk.reference, None)
    readers().make_ready(context)


def outcomes_of(
    documents: Sequence[ToRead],
    *,
    early: Callable[[Reading], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> list[Outcome]:
    """Each document read in a process of its own, or why it could not be."""
    outcomes = []
    about = ""
    for one in documents:
        context = replace(one.context, about=one.context.about + about)
        try:
            reading = read_isolated(one.data, one.name, context, early=early, cancelled=cancelled)
        except UnreadableDocumentError as problem:
            outcomes.append(Outcome(one.document_id, None, problem.message))
            continue
        about += f"\n{reading.text[:_ABOUT]}"
        outcomes.append(Outcome(one.document_id, reading))
    return outcomes


def store(desk: Desk, response_id: int, outcomes: Sequence[Outcome]) -> Proposal:
    """Store what reading the documents of a response came to."""
    names = [_name(desk, one.document_id) for one in outcomes]
    with step(desk, say(called.READ_FILES, ", ".join(names[:2]))) as made:
        split = store_in(made, desk.reference, response_id, outcomes)
    with desk.case.reading() as session:
        found = proposal_of(session, desk.reference, existing(session, response_id))
        return replace(found, split=split)


def _name(desk: Desk, document_id: int) -> str:
    with desk.case.reading() as session:
        document = session.get(Document, document_id)
        return document.name if document is not None else ""


def store_in(
    made: Step, reference: Reference, response_id: int, outcomes: Sequence[Outcome]
) -> tuple[int, ...]:
    """The same within a step; the ids of proposals that a file of several answers became."""
    session = made.session
    response = existing(session, response_id)
    made.continues += [("document", one.document_id) for one in outcomes]
    split: tuple[int, ...] = ()
    if response.recorded:
        if any(is_read(session.get_one(Document, one.document_id)) for one in outcomes):
            raise DeskError("This response has been recorded already. Nothing was changed.")
        store_additions(session, response, outcomes)
    else:
        store_outcomes(session, response, outcomes)
        split = _split(session, reference, response, outcomes)
    if response.request_id is not None:
        search.index_request(session, response.request_id)
        made.request_ids.append(response.request_id)
    return split


def _split(
    session: Session, reference: Reference, response: Response, outcomes: Sequence[Outcome]
) -> tuple[int, ...]:
    """A mailbox, or an archive of letters to several requests: each answer becomes a proposal of
    its own, and the file they came in is put away.
    """
    whole = outcomes[0].reading if len(outcomes) == 1 else None
    if whole is None or not whole.several:
        return ()
    answers = [(part, own) for part in whole.parts if (own := _answer(part)) is not None]
    request = session.get(Request, response.request_id) if response.request_id else None
    response.discarded = True
    made = []
    for part, own in answers:
        new = existing(session, open_response(session, reference, part.name, part.data, request))
        [document] = dropped(session, new.id)
        store_outcomes(session, new, [Outcome(document.id, own)])
        made.append(new.id)
    return tuple(made)


def _answer(part: Part) -> Reading | None:
    """A part's own reading where it is an answer of its own."""
    if part.reading is None or not (is_letter(part.reading) or part.reading.format in _MAILS):
        return None
    return by_itself(part)


_MAILS = ("eml", "msg")
