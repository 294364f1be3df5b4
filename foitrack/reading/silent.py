"""Which tables are data, of which the words say nothing of the letter."""

from __future__ import annotations

import re

from foitrack.reading.documents.base import Document
from foitrack.reading.findings import Table
from foitrack.reading.prose import Span
from foitrack.reading.tables.answering import are_questions


def silent(tables: tuple[Table, ...], document: Document) -> list[Span]:
    """Where the tables of data stand: what is written in them says nothing of the letter."""
    return [
        span
        for table in tables
        if (span := _span(table)) and span not in document.speaking and not _asks(table)
    ]


_PUBLISHED = re.compile(
    r"\b(?:already|previously) (?:published|available|released|in the public domain)\b|"
    r"\b(?:published|available) (?:already|elsewhere)\b|"
    r"\bwhere (?:else )?(?:to find|you can find)\b",
    re.IGNORECASE,
)


_OF_PAGE = re.compile(
    r"(?:(?:foi |our |case )?ref(?:erence)?(?: (?:no|number))?|(?:date )?(?:received|replied|"
    r"answered|closed|published|requested|released)|date of (?:request|receipt|reply|response)|"
    r"status|service(?: area)?|department|directorate|category|subject|title|topic|format)\W*",
    re.IGNORECASE,
)
"""What a page says of a request beside its words."""
_TO_SHARE = frozenset(("tweet", "share", "pin it", "like", "facebook", "print", "e-mail", "email"))
_OF_LAW = re.compile(r"\s*(?:sections?|s\.?|regulations?|reg\.?) ?\d", re.IGNORECASE)


def of_data(tables: tuple[Table, ...]) -> tuple[Table, ...]:
    """The tables without those that only list what has been published, or the law's sections."""
    return tuple(
        table
        for table in tables
        if not _PUBLISHED.search(table.heading or "")
        and not all(map(_OF_LAW.match, (row[0] for row in (table.columns, *table.rows))))
        and not _of_page(table)
    )


def _of_page(table: Table) -> bool:
    """Whether a table only says when a page's request came and went, or is a bar to share it by."""
    rows = (table.columns, *table.rows)
    if all(_OF_PAGE.fullmatch(row[0].strip()) for row in rows if row[0].strip()):
        return True
    return any(len([c for c in row if c.strip().lower() in _TO_SHARE]) > 1 for row in rows)


def _span(table: Table) -> Span | None:
    start, end = table.place.start, table.place.end
    return Span(start, end) if start is not None and end is not None else None


def _asks(table: Table) -> bool:
    return are_questions((table.columns, *table.rows))
