"""Full text over requests on PostgreSQL, by the rules that FTS5 follows in a file.

The server splits text by a function of ours, not by its own parser, which would take
“01.FOI.22.026570” for a host name and “3/4” for a path. A word is what letters and figures stand
together without a mark between them, its accents taken off and in small letters. A text is kept in
pieces of `PIECE` words, since PostgreSQL tells no place behind the 16,383rd; they overlap, so that
words that follow each other are found wherever they stand.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import ColumnElement, and_, bindparam, text
from sqlalchemy.orm import Session

from foitrack.casefile.models import Request

PIECE = 8_000
OVERLAP = 50
LONGEST_WORD = 200

MAKE = (
    # Marks by their numbers, not by the server's locale, which may know ASCII only.
    r"""
CREATE FUNCTION foitrack_words(content text) RETURNS text[] LANGUAGE sql IMMUTABLE AS $$
    SELECT regexp_split_to_array(trim(regexp_replace(
        regexp_replace(lower(normalize(content, NFD)), '[\u0300-\u036f]', '', 'g'),
        '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00a9\u00ab-\u00b1\u00b4\u00b6-\u00b8'
        '\u00bb\u00bf\u00d7\u00f7\u2000-\u206f\u20a0-\u20cf\u2190-\u2bff\u3000-\u3003\u3008-\u3020'
        '\ufeff\ufffd]+',
        ' ', 'g')), ' ')
$$""",
    f"""
CREATE FUNCTION foitrack_query(term text, prefix boolean) RETURNS tsquery LANGUAGE sql IMMUTABLE
AS $$
    SELECT string_agg('''' || left(replace(word, '\\', ''), {LONGEST_WORD}) || ''''
        || CASE WHEN prefix AND n = cardinality(words) THEN ':*' ELSE '' END,
        ' <-> ' ORDER BY n)::tsquery
    FROM (SELECT foitrack_words(term) AS words) AS split,
        unnest(words) WITH ORDINALITY AS one (word, n)
    WHERE word <> ''
$$""",
    """
CREATE TABLE request_index (
    request_id bigint NOT NULL REFERENCES request (id) ON DELETE CASCADE DEFERRABLE,
    words tsvector NOT NULL
)""",
    "CREATE INDEX ix_request_index_words ON request_index USING gin (words)",
    "CREATE INDEX ix_request_index_request_id ON request_index (request_id)",
)
"""Made by the first migration."""

INDEX = f"""
INSERT INTO request_index (request_id, words)
SELECT split.id, (
    SELECT string_agg(left(word, {LONGEST_WORD}) || ':' || place, ' ')::tsvector
    FROM unnest(words[piece * {PIECE} + 1 : (piece + 1) * {PIECE} + {OVERLAP}])
        WITH ORDINALITY AS one (word, place)
    WHERE word <> '')
FROM (
    SELECT r.id, foitrack_words(concat_ws(chr(10), r.title, r.wording, r.notes,
        (SELECT a.name FROM authority a WHERE a.id = r.authority_id),
        (SELECT c.name FROM campaign c WHERE c.id = r.campaign_id),
        (SELECT string_agg(f.reference, chr(10)) FROM request_reference f
         WHERE f.request_id = r.id),
        (SELECT string_agg(d.text, chr(10)) FROM document d JOIN response p
         ON d.response_id = p.id WHERE p.request_id = r.id))) AS words
    FROM request r WHERE (CAST(:ids AS bigint[]) IS NULL OR r.id = ANY (:ids))
) AS split, generate_series(0, (cardinality(words) - 1) / {PIECE}) AS piece
WHERE words <> ARRAY['']
"""


def index_requests(session: Session, request_ids: Sequence[int]) -> None:
    """Bring several requests' entries up to date."""
    about = {"ids": list(request_ids)}
    session.execute(text("DELETE FROM request_index WHERE request_id = ANY (:ids)"), about)
    session.execute(text(INDEX), about)


def rebuild(session: Session) -> None:
    """Make the index anew from the case file."""
    session.execute(text("DELETE FROM request_index"))
    session.execute(text(INDEX), {"ids": None})


def found_by(terms: Sequence[tuple[str, bool]]) -> ColumnElement[bool]:
    """The requests that hold every term, in SQL.

    With each term goes whether its last word may be the beginning of one.
    """
    parts = []
    for n, (term, prefix) in enumerate(terms):
        found = text(
            "SELECT request_id FROM request_index "
            f"WHERE words @@ foitrack_query(:term_{n}, {'true' if prefix else 'false'})"
        ).bindparams(bindparam(f"term_{n}", term, unique=True))
        parts.append(Request.id.in_(found.columns(request_id=Request.id.type)))
    return and_(*parts)
