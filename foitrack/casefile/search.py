"""Full text over requests: an index that can be rebuilt at any time (FTS5 on SQLite)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sqlalchemy import text
from sqlalchemy.orm import Session

TERM = re.compile(r"[^\s\"\x00]+")
WORD = re.compile(r"[^\W_]")


def as_query(typed: str) -> str | None:
    """What a person typed as an FTS5 query: each term quoted, the last a prefix; None if empty."""
    # A term without a letter or figure would find nothing and hide what the others find.
    terms = [f'"{term}"' for term in TERM.findall(typed) if WORD.search(term)]
    return " ".join(terms) + "*" if terms else None


def index_request(session: Session, request_id: int) -> None:
    """Bring one request's entry up to date."""
    index_requests(session, [request_id])


def index_requests(session: Session, request_ids: Iterable[int]) -> None:
    """Bring several requests' entries up to date."""
    session.flush()
    ids = [{"id": request_id} for request_id in request_ids]
    if ids:
        session.execute(text("DELETE FROM request_index WHERE rowid = :id"), ids)
        session.execute(text(INSERT_ONE), ids)


def rebuild(session: Session) -> None:
    """Make the index anew from the case file."""
    session.flush()
    session.execute(text("DELETE FROM request_index"))
    session.execute(text(INSERT_ALL))


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
    return sorted(words.split("\n"))
