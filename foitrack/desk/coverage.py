"""A campaign authority by authority: what was asked, what was answered, and what it holds.

A few queries for a campaign of any size; no query for a line.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from foitrack.casefile.models import Authority, Campaign, CaseRowRecord, Request
from foitrack.desk import listing
from foitrack.desk.case_queries import YEAR, joined, values_of, wanted_rows
from foitrack.desk.coverage_words import figures_of, sentence
from foitrack.desk.desk import Desk
from foitrack.desk.reference import Reference
from foitrack.desk.views import CaseFilter, DeskError, RequestRow
from foitrack.desk.views.coverage import (
    OTHER_PERIODS,
    Coverage,
    CoverageRow,
    Figure,
    Question,
)

QUESTIONS = 20
"""Wordings shown: a campaign of one question has few."""
AT_ONCE = 5_000
ALWAYS = frozenset(
    {
        Figure.ASKED,
        Figure.ANSWERED,
        Figure.PART,
        Figure.REFUSED,
        Figure.NOT_HELD,
        Figure.NONE_YET,
        Figure.LATE,
        Figure.IN_REVIEW,
        Figure.COMMISSIONER,
    }
)
"""Said even where they are 0; the others only where there are any."""
_A_YEAR = re.compile(r"\d{4}")


def coverage(desk: Desk, campaign_id: int, *, today: date) -> Coverage:
    """A campaign's page. DeskError where there is no such campaign."""
    with desk.case.reading() as session:
        campaign = existing(session, campaign_id)
        rows = tuple(_lines(session, desk.reference, campaign_id, today))
        counted = Counter(figure for row in rows for figure in row.figures)
        shown = [one for one in Figure if one in ALWAYS or counted[one]]
        years = {year for row in rows for year, _ in row.by_year}
        return Coverage(
            id=campaign.id,
            name=campaign.name,
            schema=campaign.schema_name,
            notes=campaign.notes,
            sentence=sentence(counted),
            figures=tuple((figure, counted[figure]) for figure in shown),
            questions=_questions(session, campaign_id),
            years=tuple(sorted(years, key=lambda year: (year == OTHER_PERIODS, year))),
            rows=rows,
        )


def existing(session: Session, campaign_id: int) -> Campaign:
    """A campaign that is there and not in the bin. DeskError where it is not."""
    campaign = session.get(Campaign, campaign_id)
    if campaign is None or campaign.binned:
        raise DeskError("That campaign is no longer there. Nothing was changed.")
    return campaign


def _lines(
    session: Session, reference: Reference, campaign_id: int, today: date
) -> Iterator[CoverageRow]:
    own = (Request.campaign_id == campaign_id, ~Request.binned)
    ids = session.scalars(
        select(Request.id)
        .outerjoin(Authority, Request.authority_id == Authority.id)
        .where(*own)
        .order_by(Authority.name.is_(None), func.lower(Authority.name), Request.id)
    ).all()
    places = places_of(session, reference)
    years = _rows_by_year(session, campaign_id)
    for start in range(0, len(ids), AT_ONCE):
        for row in listing.rows(session, reference, ids[start : start + AT_ONCE], today):
            yield _line(row, places, years.get(row.id, ()))


def _line(
    row: RequestRow,
    places: Mapping[str, tuple[str, str]],
    by_year: tuple[tuple[str, int], ...],
) -> CoverageRow:
    nation, kind = places.get(row.authority or "", ("", ""))
    late = row.answered_on > row.due_on if row.answered_on and row.due_on else None
    return CoverageRow(row, nation, kind, figures_of(row), late, by_year)


def places_of(session: Session, reference: Reference) -> dict[str, tuple[str, str]]:
    """Nation and kind of every authority in the case file, by its name."""
    found = {}
    known = select(Authority.name, Authority.nation, Authority.kind)
    for name, nation, kind in session.execute(known):
        entry = reference.directory.match(name)
        found[name] = (
            nation or (entry.nation if entry else ""),
            kind or (entry.kind if entry else ""),
        )
    return found


def _rows_by_year(session: Session, campaign_id: int) -> dict[int, tuple[tuple[str, int], ...]]:
    """Each request's case rows by year. A row of two years counts in both."""
    own = values_of(YEAR)
    found = session.execute(
        joined(select(Request.id, own.c.value, func.count(CaseRowRecord.id)))
        .outerjoin(own, own.c.row_id == CaseRowRecord.id)
        .where(wanted_rows(CaseFilter(campaign_id=campaign_id)))
        .group_by(Request.id, own.c.value)
    )
    by_request: dict[int, Counter[str]] = defaultdict(Counter)
    for request_id, year, number in found:
        single = year is not None and _A_YEAR.fullmatch(year)
        by_request[request_id][year if single else OTHER_PERIODS] += number
    return {request_id: tuple(sorted(years.items())) for request_id, years in by_request.items()}


def _questions(session: Session, campaign_id: int) -> tuple[Question, ...]:
    number = func.count(Request.id)
    found: Sequence[tuple[str, int]] = [
        (wording, count)
        for wording, count in session.execute(
            select(Request.wording, number)
            .where(Request.campaign_id == campaign_id, ~Request.binned, Request.wording != "")
            .group_by(Request.wording)
            .order_by(number.desc(), func.min(Request.id))
            .limit(QUESTIONS)
        )
    ]
    return tuple(Question(wording.strip(), count) for wording, count in found if wording.strip())
