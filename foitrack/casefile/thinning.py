"""Old backups go as they age, so that their folder does not grow for ever."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from foitrack.casefile import backups
from foitrack.casefile.backups import CLOSING, DAILY, Backup, BackupError, in_plain_words, reading
from foitrack.casefile.encryption import database_errors
from foitrack.casefile.kept_documents import DocumentFolder

DAYS, WEEKS, MONTHS = 7, 4, 12
PASSING = (CLOSING, DAILY)
"""Thinned as they age; what a person or an upgrade asked for stays."""
SETTLED = timedelta(days=1)
"""How long a document without a backup is left alone: its backup may be on its way."""


def thin(folder: Path, now: datetime) -> tuple[Backup, ...]:
    """Let old backups go, and the documents only they held; which went.

    There stay: all of today, the newest of each of 7 days, 4 weeks and 12 months, and each that
    a person or an upgrade asked for.
    """
    known = backups.all(folder)
    kept = _to_keep(known, now)
    gone = tuple(one for one in known if one not in kept)
    with in_plain_words(folder):
        for one in gone:
            one.path.unlink()
        wanted = _documents_of(kept)
        if wanted is not None:
            DocumentFolder(folder).sweep(wanted, (now - SETTLED).timestamp())
    return gone


def _to_keep(known: Iterable[Backup], now: datetime) -> set[Backup]:
    kept: set[Backup] = set()
    slots: set[tuple[object, ...]] = set()
    today = now.astimezone(UTC).date()
    for one in sorted(known, key=lambda each: each.at, reverse=True):
        age = (today - one.at.date()).days
        week, month = one.at.isocalendar()[:2], (one.at.year, one.at.month)
        months = (today.year - one.at.year) * 12 + today.month - one.at.month
        own: list[tuple[object, ...]] = []
        if age < DAYS:
            own.append(("day", one.at.date()))
        if age < DAYS * WEEKS:
            own.append(("week", week))
        if months < MONTHS:
            own.append(("month", month))
        if not kept or age <= 0 or one.reason not in PASSING or not slots.issuperset(own):
            kept.add(one)
        slots.update(own)
    return kept


def _documents_of(kept: Iterable[Backup]) -> set[str] | None:
    """The names of the documents in backups; None where one cannot be read: then none may go."""
    wanted: set[str] = set()
    try:
        for one in kept:
            with reading(one) as raw:
                rows = raw.execute("SELECT sha256 FROM content").fetchall()
            wanted |= {one.documents.name_of(row[0]) for row in rows}
    except database_errors(BackupError):
        return None
    return wanted
