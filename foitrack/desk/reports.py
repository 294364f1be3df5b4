"""Gathers from the case file what the PDF summary says."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from foitrack.desk import campaigns, requests
from foitrack.desk.desk import Desk
from foitrack.desk.report_cases import (
    figures,
    rows_by_request,
)
from foitrack.desk.report_responses import USUAL_LIMIT, responses_of
from foitrack.desk.views import (
    DeskError,
    RequestDetail,
    RequestFilter,
    SortKey,
)
from foitrack.law.terms import Deadline, DeadlineKind
from foitrack.progress import CancelledError, Progress
from foitrack.reporting.contents import (
    CaseFigures,
    FontFiles,
    Summary,
    SummaryCited,
    SummaryOptions,
    SummaryRow,
    fonts_in,
)
from foitrack.reporting.names import Cleaner, cleaner

ALL = "All requests"
PLAIN = SummaryOptions()


def summary(
    desk: Desk,
    campaign_id: int | None,
    *,
    today: date,
    options: SummaryOptions = PLAIN,
    progress: Progress | None = None,
) -> Summary:
    """The summary of a campaign, or of every request where `campaign_id` is None.

    DeskError where there is no such campaign; CancelledError where `progress` was stopped.
    """
    title = _title(desk, campaign_id)
    wanted = RequestFilter(campaign_id=campaign_id)
    ids = requests.ids(desk, wanted, SortKey.AUTHORITY, False, today=today)
    details = list(_details(desk, ids, today, progress or Progress()))
    rows = rows_by_request(desk, campaign_id)
    cases: CaseFigures | None = None
    if rows:
        cases = figures(desk, campaign_id, rows)
    found = [
        response
        for detail in details
        for response in responses_of(
            desk.reference.calendars, detail, rows.get(detail.row.id, ()), _cleaner(detail, options)
        )
    ]
    return Summary(
        title=title,
        made_on=today,
        requests=tuple(_row(detail, _cleaner(detail, options)) for detail in details),
        responses=tuple(found),
        cases=cases,
        options=options,
        campaign=campaign_id is not None,
    )


def _details(
    desk: Desk, ids: tuple[int, ...], today: date, progress: Progress
) -> Iterator[RequestDetail]:
    for number, request_id in enumerate(ids):
        progress.tell("Gathering the requests", number / len(ids))
        yield requests.detail(desk, request_id, today=today)


def summary_pdf(
    desk: Desk, campaign_id: int | None, *, today: date, options: SummaryOptions = PLAIN
) -> bytes:
    """The summary as a PDF. DeskError where there is no such campaign."""
    return printed(summary(desk, campaign_id, today=today, options=options))


def printed(
    contents: Summary, fonts: FontFiles | None = None, progress: Progress | None = None
) -> bytes:
    """A summary's pages, with the fonts that ship unless others are given.

    FontFileError where a font file is missing or damaged; CancelledError where it was stopped.
    """
    from foitrack.reporting.summary import summary_pdf as lay_out

    told = progress or Progress()
    try:
        return lay_out(
            contents, fonts or _shipped_fonts(), lambda: told.tell("Laying out the pages")
        )
    except Exception:
        # Whatever the layout made of it on the way out.
        if told.stopping:
            raise CancelledError from None
        raise


def _shipped_fonts() -> FontFiles:
    from foitrack import assets

    return fonts_in(assets.resource("fonts"))


def _title(desk: Desk, campaign_id: int | None) -> str:
    if campaign_id is None:
        return ALL
    for campaign in campaigns.all(desk):
        if campaign.id == campaign_id:
            return campaign.name
    raise DeskError("That campaign is not in this case file. No summary was made.")


def _cleaner(detail: RequestDetail, options: SummaryOptions) -> Cleaner:
    return cleaner(
        detail.requester_name,
        detail.requester_address,
        officials=options.leave_out_officials,
        requester=options.leave_out_requester,
    )


def _days(detail: RequestDetail, due: Deadline | None, limit: int) -> int | None:
    """Working days taken; while it waits, those gone by; None where a date is missing."""
    row = detail.row
    if row.answered:
        return row.answered_day
    if due is None or row.working_days_left is None:
        return None
    return limit - row.working_days_left


def _row(detail: RequestDetail, clean: Cleaner) -> SummaryRow:
    row, due = detail.row, detail.reckoning.of(DeadlineKind.RESPONSE)
    limit = (due.working_days if due else None) or USUAL_LIMIT
    late = due is not None and due.met is not None and due.met.late > 0
    if not row.answered and row.working_days_left is not None:
        late = row.working_days_left < 0
    return SummaryRow(
        request_id=row.id,
        authority=row.authority,
        title=clean(row.title),
        references=row.references,
        sent_on=row.sent_on,
        due_on=row.due_on,
        state=row.state,
        outcome=row.outcome,
        answered=row.answered,
        days=_days(detail, due, limit),
        late=late,
        limit=limit,
        provisions=tuple(
            SummaryCited(tag.provision, tag.title, tag.effect, tag.confirmed)
            for tag in row.provisions
        ),
        review=row.review,
        provisional=row.provisional,
    )
