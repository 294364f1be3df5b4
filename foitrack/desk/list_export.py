"""A list of requests as a table for other programs (CSV)."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from foitrack.desk import requests
from foitrack.desk.desk import Desk
from foitrack.desk.exporting import ExportError
from foitrack.desk.views import RequestRow
from foitrack.law.wording import REVIEW_WORDS, STATE_WORDS
from foitrack.progress import Progress
from foitrack.saying import say

HEADINGS = (
    "State",
    "Authority",
    "Request",
    "Campaign",
    "References",
    "Law",
    "Sent",
    "Due",
    "Answered",
    "Answered on working day",
    "Exemptions",
    "Internal review",
    "Number in this case file",
)
AT_ONCE = 500
BEGINS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def to_csv_file(
    desk: Desk,
    request_ids: Sequence[int],
    path: Path,
    *,
    today: date,
    progress: Progress | None = None,
) -> int:
    """Write requests to a file in their order, which only its owner may read; how many.

    A file of that name is replaced once the new one is whole. ExportError where it cannot be
    written, CancelledError where it was stopped.
    """
    from foitrack.casefile.kept_documents import write_whole

    text = io.StringIO()
    written = _write(text, desk, request_ids, today, progress or Progress())
    try:
        # With the mark that has spreadsheet programs read it as Unicode.
        write_whole(path, text.getvalue().encode("utf-8-sig"))
    except OSError as problem:
        raise ExportError(
            say(
                "{0} cannot be written ({1}). What was there is there still.",
                path,
                problem.strerror,
            )
        ) from problem
    return written


def _write(
    text: io.StringIO, desk: Desk, ids: Sequence[int], today: date, progress: Progress
) -> int:
    out = csv.writer(text)
    out.writerow(HEADINGS)
    written = 0
    for row in _rows(desk, ids, today, progress):
        out.writerow([_harmless(cell) for cell in cells(row)])
        written += 1
    return written


def _rows(desk: Desk, ids: Sequence[int], today: date, progress: Progress) -> Iterator[RequestRow]:
    for start in range(0, len(ids), AT_ONCE):
        progress.tell("Exporting", start / len(ids))
        yield from requests.rows(desk, ids[start : start + AT_ONCE], today=today)


def cells(row: RequestRow) -> tuple[str, ...]:
    """What the table says of a request; empty where a thing is not known. Days are ISO."""
    return (
        STATE_WORDS[row.state],
        row.authority or "",
        row.title,
        row.campaign or "",
        "; ".join(row.references),
        row.regime.value,
        _day(row.sent_on),
        _day(row.due_on),
        _day(row.answered_on),
        "" if row.answered_day is None else str(row.answered_day),
        "; ".join(tag.provision for tag in row.provisions),
        REVIEW_WORDS[row.review],
        str(row.id),
    )


def _day(on: date | None) -> str:
    return on.isoformat() if on else ""


def _harmless(cell: str) -> str:
    """No spreadsheet shall take the words of a letter for a formula and run it."""
    return f"'{cell}" if cell.startswith(BEGINS_A_FORMULA) else cell
