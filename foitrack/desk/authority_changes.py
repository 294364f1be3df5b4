"""Adding an authority of one's own, correcting what is said of one, making two of them one."""

from __future__ import annotations

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from foitrack.casefile.models import Authority, Request
from foitrack.casefile.search import index_requests
from foitrack.desk import step_names as called
from foitrack.desk.authorities import choice, find_or_add, known, names_of
from foitrack.desk.authority_stale import not_stale
from foitrack.desk.desk import Desk, Step, step
from foitrack.desk.reference import Reference
from foitrack.desk.stale import Seen
from foitrack.desk.undoable_stale import refuse_stale_authority
from foitrack.desk.views import Changed, DeskError
from foitrack.desk.views.authority import AuthorityDetails
from foitrack.saying import say

GONE = "That authority is no longer there. Nothing was changed."
LONGEST = {"name": 300, "short_name": 100, "nation": 60, "kind": 60, "email": 300}
"""Characters that the case file keeps."""


def add(desk: Desk, details: AuthorityDetails) -> Changed:
    """Add an authority that the directory does not have. DeskError where its name is known."""
    details = _tidied(details)
    with step(desk, say(called.ADD_THING, details.name)) as made:
        _refuse_known(made.session, desk.reference, details, None)
        record = Authority(name=details.name)
        made.session.add(record)
        _fill(record, details)
        made.session.flush()
        made.new_id = record.id
    return made.changed()


def edit(
    desk: Desk, name: str, details: AuthorityDetails, *, seen: AuthorityDetails | None = None
) -> Changed:
    """Correct what is said of an authority; it is called `name` now.

    The directory's own keep name, nation and kind. Requests made before keep their law.
    DeskError where the authority is not there or the new name is another's. With `seen`, what
    was shown of it (its aliases those that a person gave), only what differs from that is
    written; StaleEditError where somebody else has changed the same.
    """
    details = _tidied(details)
    with step(desk, say(called.EDIT_AUTHORITY, details.name)) as made:
        session, entry = made.session, desk.reference.directory.match(name)
        if seen is not None:
            details = not_stale(session, desk.reference, name, details, seen)
        if entry is not None:
            record = find_or_add(session, desk.reference, name)
            added = tuple(one for one in details.aliases if one not in entry.all_names())
            record.short_name = (
                "" if details.short_name in entry.short_names[:1] else (details.short_name)
            )
            record.aliases = list(added)
            record.regime, record.body = details.regime.value, details.body.value
            record.email, record.notes = details.email, details.notes
        else:
            found = known(session, desk.reference, name)
            if found is None:
                raise DeskError(GONE)
            _refuse_known(session, desk.reference, details, found)
            _rename(made, found, details)
        session.flush()
    return made.changed()


def _rename(made: Step, record: Authority, details: AuthorityDetails) -> None:
    renamed = record.name != details.name
    _fill(record, details)
    if renamed:
        own = select(Request.id).where(Request.authority_id == record.id)
        made.request_ids += made.session.scalars(own).all()
        index_requests(made.session, made.request_ids)


def merge(desk: Desk, name: str, into: str, *, seen: Seen | None = None) -> Changed:
    """Make two authorities one: the requests go over, and the name leads to the other.

    DeskError where the first has no entry of its own in the case file, or both are the same.
    StaleEditError where something else is said of the first than was `seen` ("authority").
    """
    with step(desk, say(called.JOIN_TWO, name, into)) as made:
        session = made.session
        one = known(session, desk.reference, name)
        if one is None:
            raise DeskError(GONE)
        if desk.reference.directory.match(one.name) is not None:
            raise DeskError(
                say(
                    "{0} stands in the directory and stays. Join the other one with it instead. "
                    "Nothing was changed.",
                    one.name,
                )
            )
        refuse_stale_authority(session, desk.reference, one, seen)
        choice(desk, into)
        other = find_or_add(session, desk.reference, into)
        if other is one:
            raise DeskError("Choose another authority to join it with. Nothing was changed.")
        made.label = say(called.JOIN_TWO, one.name, other.name)
        own = select(Request).where(Request.authority_id == one.id).order_by(Request.id)
        for request in session.scalars(own).all():
            request.authority_id = other.id
            made.request_ids.append(request.id)
        session.flush()
        _take_over(desk.reference, one, other)
        session.delete(one)
        session.flush()
        index_requests(session, made.request_ids)
        made.new_id = other.id
    return made.changed()


def _take_over(reference: Reference, one: Authority, other: Authority) -> None:
    """Its names, address and notes, where the other has none."""
    entry = reference.directory.match(other.name)
    has = {said.casefold() for said in names_of(other)}
    has |= {said.casefold() for said in (entry.all_names() if entry else ())}
    other.aliases = [*other.aliases, *(n for n in names_of(one) if n.casefold() not in has)]
    other.email = other.email or one.email
    other.notes = "\n\n".join(note for note in (other.notes, one.notes) if note.strip())


def remove(desk: Desk, name: str, *, seen: Seen | None = None) -> Changed:
    """Take away an authority of one's own that no request was made to.

    StaleEditError where something else is said of it than was `seen` ("authority").
    """
    with step(desk, say(called.REMOVE_AUTHORITY, name)) as made:
        record = known(made.session, desk.reference, name)
        if record is None:
            raise DeskError(GONE)
        number = made.session.scalar(
            select(func.count(Request.id)).where(Request.authority_id == record.id)
        )
        if number:
            raise DeskError(
                say(
                    "{0} has requests, so it stays. Join it with another authority instead. "
                    "Nothing was changed.",
                    record.name,
                )
            )
        refuse_stale_authority(made.session, desk.reference, record, seen)
        made.session.delete(record)
    return made.changed()


def _fill(record: Authority, details: AuthorityDetails) -> None:
    record.name, record.short_name = details.name, details.short_name
    record.aliases = list(details.aliases)
    record.nation, record.kind = details.nation, details.kind
    record.regime, record.body = details.regime.value, details.body.value
    record.email, record.notes = details.email, details.notes


def _tidied(details: AuthorityDetails) -> AuthorityDetails:
    plain = {name: " ".join(getattr(details, name).split()) for name in LONGEST}
    if not plain["name"]:
        raise DeskError("An authority needs a name. Nothing was changed.")
    for name, most in LONGEST.items():
        if len(plain[name]) > most:
            what = name.replace("_", " ")
            raise DeskError(
                say("The {0} is longer than {1} characters. Nothing was changed.", what, most)
            )
    aliases = [" ".join(alias.split()) for alias in details.aliases]
    wanted = tuple(dict.fromkeys(one for one in aliases if one and one != plain["name"]))
    return AuthorityDetails(
        name=plain["name"],
        short_name=plain["short_name"],
        aliases=wanted,
        nation=plain["nation"],
        kind=plain["kind"],
        regime=details.regime,
        body=details.body,
        email=plain["email"],
        notes=details.notes,
    )


def _refuse_known(
    session: Session, reference: Reference, details: AuthorityDetails, own: Authority | None
) -> None:
    for said in (details.name, details.short_name, *details.aliases):
        if not said:
            continue
        entry, other = reference.directory.match(said), known(session, reference, said)
        if entry is None and (other is None or other is own):
            continue
        name = entry.name if entry else other.name if other else said
        raise DeskError(say("“{0}” means {1} already. Nothing was changed.", said, name))
