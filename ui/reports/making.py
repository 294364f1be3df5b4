"""Makes a summary and its pages, one at a time: a newer wish stops the one before."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from foitrack.desk import campaigns, reports
from foitrack.desk.requests import count
from foitrack.desk.views import CampaignView, RequestFilter
from foitrack.progress import CancelledError, Progress
from foitrack.reporting.contents import Summary, SummaryOptions
from ui.counting import for_later
from ui.reports.pages_of_pdf import PdfPages, open_pages
from ui.workspace import Workspace

MOST = 2_000
"""Requests of which a summary is made unasked; of more only where a person says so."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a summary is to be of, as wish number `asked`."""

    asked: int
    campaign_id: int | None
    options: SummaryOptions
    only_campaign: bool
    """Take the only campaign there is where none is chosen."""
    however_many: bool


@dataclass(frozen=True, slots=True)
class Made:
    """A summary laid out, as wish number `asked`; no pages where there is nothing to say."""

    asked: int
    campaigns: tuple[CampaignView, ...]
    campaign_id: int | None
    requests: int
    summary: Summary | None
    """None where there are too many requests to make one unasked."""
    pages: PdfPages | None


class Making(QObject):
    """Works beside everything else that the desk is asked for, and can be stopped."""

    made = Signal(object)
    failed = Signal(object)
    stopped = Signal()
    """A person stopped it."""

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._progress: Progress | None = None

    def begin(self, wanted: Wanted) -> None:
        """Make this one; the one before is no longer wanted."""
        if self._progress is not None:
            self._progress.stop()
        progress = self._progress = Progress()

        def work() -> Made | None:
            try:
                return self._make(wanted, progress)
            except CancelledError:
                return None

        label = self.tr("Laying out the summary")
        self._workspace.read(work, self._take, self._fail, label, progress)

    def _take(self, made: Made | None) -> None:
        if made is not None:
            self.made.emit(made)
        elif self._progress is not None and self._progress.stopping:
            # The newest itself: what it took the place of was not stopped by a person.
            self.stopped.emit()

    def _fail(self, problem: Exception) -> None:
        self.failed.emit(problem)

    def _make(self, wanted: Wanted, progress: Progress) -> Made:
        desk, today = self._workspace.desk, self._workspace.today
        progress.tell(for_later("Gathering the requests"))
        found, chosen = campaigns.all(desk), wanted.campaign_id
        if wanted.only_campaign and chosen is None:
            every = count(desk, RequestFilter(), today=today)
            chosen = found[0].id if len(found) == 1 and found[0].requests == every else None
        number = count(desk, RequestFilter(campaign_id=chosen), today=today)
        if number > MOST and not wanted.however_many:
            return Made(wanted.asked, found, chosen, number, None, None)
        contents = reports.summary(
            desk, chosen, today=today, options=wanted.options, progress=progress
        )
        pages = (
            open_pages(reports.printed(contents, progress=progress)) if contents.requests else None
        )
        return Made(wanted.asked, found, chosen, number, contents, pages)
