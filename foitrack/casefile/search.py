"""Full text over requests: an index that can be rebuilt at any time.

FTS5 in a file (here), a tsvector on a server (`tsvector`); what is found is the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import BindParameter, ColumnElement, bindparam, text
from sqlalchemy.orm import Session

from foitrack.casefile import tsvector
from foitrack.casefile.models import Request
from foitrack.casefile.search_terms import Term, terms_in


def as_query(typed: str) -> str | None:
    """What a person typed as an FTS5 query; None where it holds no word."""
    terms = terms_in(typed)
    return _query(terms) if terms else None


def _query(terms: Sequence[Term]) -> str:
    return " ".join(f'"{one.text}"{"*" if one.prefix else ""}' for one in terms)


def found_by(typed: str, dialect: str) -> ColumnElement[bool] | None:
    """The requests that what was typed finds, in SQL; None where nothing is asked for.

    Each word may be the beginning of one; “words in quotes” follow each other.
    """
    terms = terms_in(typed)
    return holding(terms, dialect) if terms else None


def holding(terms: Sequence[Term], dialect: str) -> ColumnElement[bool]:
    """The requests that hold every term, in SQL; there is at least one term."""
    if dialect == "postgresql":
        return tsvector.found_by([(term.text, term.prefix) for term in terms])
    return _matching(_query(terms))


def _matching(query: str) -> ColumnElement[bool]:
    found = text("SELECT rowid FROM request_index WHERE request_index MATCH :words")
    # Unique: a list may be searched for two sets of words at once.
    words: BindParameter[str] = bindparam("words", query, unique=True)
    return Request.id.in_(found.bindparams(words).columns(rowid=Request.id.type))


def index_request(session: Session, request_id: int) -> None:
    """Bring one request's entry up to date."""
    index_requests(session, [request_id])


def index_requests(session: Session, request_ids: Iterable[int]) -> None:
    """Bring several requests' entries up to date."""
    session.flush()
    ids = [{"id": request_id} for request_id in request_ids]
    if ids and _on_server(session):
        tsvector.index_requests(session, [one["id"] for one in ids])
    elif ids:
        session.execute(text("DELETE FROM request_index WHERE rowid = :id"), ids)
        session.execute(text(INSERT_ONE), ids)


def rebuild(session: Session) -> None:
    """Make the index anew from the case file."""
    session.flush()
    if _on_server(session):
        tsvector.rebuild(session)
        return
    session.execute(text("DELETE FROM request_index"))
    session.execute(text(INSERT_ALL))


def _on_server(session: Session) -> bool:
    return session.get_bind().dialect.name == "postgresql"


INSERT_ALL = """
INSERT INTO request_index (rowid, content)
SELECT r.id,
       coalesce(r.title, '') || char(10) || coalesce(r.wording, '')
       || char(10) || coalesce(r.notes, '')
       || char(10) || coalesce((SELECT a.name FROM authority a WHERE a.id = r.authority_id), '')
       || char(10) || coalesce((SELECT c.name FROM campaign c WHERE c.id = r.campaign_id), '')
       || char(10) || coalesce((SELECT group_concat(f.reference, char(10))
                                FROM request_reference f WHERE f.request_id = r.id), '')
       || char(10) || coalesce((SELECT group_concat(d.text, char(10))
                                FROM document d JOIN response p ON d.response_id = p.id
                                WHERE p.request_id = r.id), '')
FROM request r
"""
INSERT_ONE = INSERT_ALL + " WHERE r.id = :id"


def out_of_step(session: Session) -> int:
    """How many requests the index does not hold as they are."""
    wanted = session.execute(text("SELECT" + INSERT_ALL.partition("SELECT")[2])).all()
    held = session.execute(text("SELECT rowid, content FROM request_index")).all()
    then, now = ({one: _lines(words) for one, words in found} for found in (held, wanted))
    return sum(then.get(one) != now.get(one) for one in {*then, *now})


def _lines(words: str) -> list[str]:
    # In any order: SQLite puts together what it groups as it finds it.
    return sorted(line for line in words.split("\n") if line)
