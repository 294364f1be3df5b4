"""The table of authorities: time taken against the limit, outcome, provisions; and the reasons."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from reportlab.platypus.flowables import Flowable

from foitrack.law.terms import Review, State
from foitrack.law.wording import (
    OUTCOME_WORDS,
    REVIEW_WORDS,
    STATE_WORDS,
    counted,
    short_provision,
    table_date,
)
from foitrack.reporting.cells import Cell, ChipsCell, TextCell
from foitrack.reporting.contents import Summary, SummaryRow
from foitrack.reporting.figures import is_answered, is_overdue, is_waiting, reasons
from foitrack.reporting.fonts import Lettering
from foitrack.reporting.ledger import Column, Ledger, Row
from foitrack.reporting.prose import Prose, heading
from foitrack.reporting.styles import (
    CELL,
    CELL_LATE,
    CELL_NAME,
    CELL_SOFT,
    CHIP,
    SMALL,
)
from foitrack.reporting.time_bar import Scale, TimeBar

if TYPE_CHECKING:
    from foitrack.reporting.contents import SummaryCited

NOT_STATED = "Authority not stated"


def timed_rows(rows: Sequence[SummaryRow]) -> list[SummaryRow]:
    """The answered and the overdue, quickest first; those of unknown time after them."""
    shown = [row for row in rows if is_answered(row) or is_overdue(row)]
    return sorted(
        shown,
        key=lambda row: (
            row.days is None,
            row.days or 0,
            row.late,
            row.authority is None,
            (row.authority or row.title).casefold(),
            row.request_id,
        ),
    )


def name_cell(row: SummaryRow, lettering: Lettering, *, with_title: bool) -> Cell:
    """The authority; where it is not stated, or alone does not tell, the request's title too."""
    name = row.authority or NOT_STATED
    if row.authority is None or with_title:
        name = f"{name}\n{row.title}"
    return TextCell(lettering, name, CELL_NAME if row.authority else CELL_SOFT)


def reference_cell(row: SummaryRow, lettering: Lettering) -> Cell:
    """The authority's own references."""
    words = "\n".join(row.references)
    return TextCell(lettering, words or "none given", CELL if words else CELL_SOFT)


def date_words(row: SummaryRow) -> str:
    """The day the request was sent, for a table."""
    return table_date(row.sent_on) if row.sent_on else "not known"


def outcome_cell(row: SummaryRow, lettering: Lettering) -> Cell:
    """What the answer was, and the internal review where one was asked for."""
    if is_overdue(row):
        return TextCell(lettering, "No answer yet", CELL_LATE)
    words = OUTCOME_WORDS[row.outcome] if row.outcome else "not recorded"
    if not row.answered:
        words = "To read" if row.state is State.RESPONSE_TO_READ else STATE_WORDS[row.state]
    if row.review is not Review.NONE:
        words += f"\nReview: {REVIEW_WORDS[row.review].lower()}"
    return TextCell(lettering, words, CELL)


def chips(cited: Sequence[SummaryCited]) -> tuple[tuple[str, bool], ...]:
    """The short forms, once each, in the order cited; confirmed where any was confirmed."""
    found: dict[str, bool] = {}
    for each in cited:
        chip = short_provision(each.provision)
        found[chip] = found.get(chip, False) or each.confirmed
    return tuple(found.items())


def _columns() -> list[Column]:
    return [
        Column("Authority", 1.45),
        Column("Reference", 1),
        Column("Sent", fixed=56),
        Column("Days taken", 1.42),
        Column("Outcome", fixed=72),
        Column("Cited", fixed=58, right=True),
    ]


def _row(
    row: SummaryRow,
    scale: Scale,
    lettering: Lettering,
    links: Mapping[int, str],
    *,
    with_title: bool,
) -> Row:
    cells: list[Cell] = [
        name_cell(row, lettering, with_title=with_title),
        reference_cell(row, lettering),
        TextCell(lettering, date_words(row), CELL_SOFT),
        TimeBar(lettering, row, scale),
        outcome_cell(row, lettering),
        ChipsCell(lettering, chips(row.provisions), right=True),
    ]
    return Row(cells, links.get(row.request_id))


def titles_needed(rows: Sequence[SummaryRow]) -> bool:
    """Whether an authority stands there more than once, so that its name alone does not tell."""
    names = [row.authority for row in rows if row.authority]
    return len(names) != len(set(names))


def _untimed_note(rows: Sequence[SummaryRow]) -> str:
    missing = sum(is_answered(row) and row.days is None for row in rows)
    if not missing:
        return ""
    return (
        f"Of {counted(missing, 'answer')} the time taken is not known, because the day the request "
        "was received or the day it was answered is not known."
    )


def times(summary: Summary, lettering: Lettering, links: Mapping[int, str]) -> list[Flowable]:
    """The table of time taken, and the reasons given under it. `links`: a place by request."""
    rows = timed_rows(summary.requests)
    if not rows:
        return []
    limits = {row.limit for row in rows}
    limit = (
        f"working days; the limit is {limits.pop()}"
        if len(limits) == 1
        else "working days; the dashed line is each one's own limit"
    )
    scale, with_title = Scale.over(rows), titles_needed(summary.requests)
    body = [_row(row, scale, lettering, links, with_title=with_title) for row in rows]
    story: list[Flowable] = [
        *heading(lettering, "Time taken and reasons given", needs=80, aside=limit),
        Ledger(lettering, _columns(), body, after=3),
    ]
    note = _untimed_note(rows)
    if note:
        story.append(Prose(lettering, note, SMALL, before=3))
    return [*story, *_reasons(summary, lettering)]


def _reasons(summary: Summary, lettering: Lettering) -> list[Flowable]:
    found = reasons(summary.requests)
    words = heading(lettering, "Reasons given", before=11)
    if not found:
        return [*words, Prose(lettering, "No provision has been confirmed as cited.", CELL_SOFT)]
    chip = max(lettering.width(reason.chip, CHIP) for reason in found) + 10
    columns = [
        Column("", fixed=chip),
        Column("", 0.62),
        Column("", 1.6),
        Column("", fixed=70, right=True),
    ]
    body = [
        Row(
            [
                ChipsCell(lettering, ((reason.chip, True),)),
                TextCell(lettering, reason.title, CELL_NAME),
                TextCell(lettering, reason.remark, CELL_SOFT),
                TextCell(lettering, reason.given_by, CELL, right=True),
            ]
        )
        for reason in found
    ]
    return [*words, Ledger(lettering, columns, body, padding=2.6, ruled=False)]


def _waiting_row(row: SummaryRow, lettering: Lettering, *, with_title: bool) -> Row:
    due = table_date(row.due_on) if row.due_on else "not known"
    due += " (provisional)" if row.provisional else ""
    days = "not known" if row.days is None else f"{row.days:,} of {row.limit:,}"
    late = is_overdue(row)
    return Row(
        [
            name_cell(row, lettering, with_title=with_title),
            reference_cell(row, lettering),
            TextCell(lettering, date_words(row), CELL_SOFT),
            TextCell(lettering, due, CELL),
            TextCell(lettering, days, CELL_LATE if late else CELL),
            TextCell(lettering, STATE_WORDS[row.state], CELL_LATE if late else CELL),
        ]
    )


def waiting(summary: Summary, lettering: Lettering) -> list[Flowable]:
    """The requests with no answer yet, the first due first; the overdue too, if not yet shown."""
    shown = summary.options.times
    rows = [row for row in summary.requests if is_waiting(row) and not (shown and is_overdue(row))]
    if not rows:
        return []
    rows.sort(key=lambda row: (row.due_on is None, row.due_on or summary.made_on, row.request_id))
    with_title = titles_needed(summary.requests)
    columns = [
        Column("Authority", 1.5),
        Column("Reference", 1),
        Column("Sent", fixed=60),
        Column("Last day", fixed=66),
        Column("Working days gone", fixed=82),
        Column("State", 0.8),
    ]
    body = [_waiting_row(row, lettering, with_title=with_title) for row in rows]
    words = f"Requests still waiting ({len(rows):,})"
    return [*heading(lettering, words, needs=60), Ledger(lettering, columns, body)]
