"""The Internal review tab: its own clock, what was challenged, and what can be done now."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from foitrack.desk.views import RequestDetail, ReviewView
from foitrack.law.calendars import Calendars
from foitrack.law.terms import Deadline, Review
from foitrack.law.wording import full_date
from ui import theme
from ui.counting import counted
from ui.law_tips import ASK, COMMISSIONER, REVIEW, teach
from ui.law_words import review_words
from ui.requests.facts_grid import FactsGrid
from ui.requests.pane_scroll import PaneScroll
from ui.requests.way_up import WayUp
from ui.requests.why_words import source
from ui.widgets.clock_strip import ClockStrip
from ui.widgets.strip_days import strip_of

OPEN = (Review.ASKED, Review.LATE)


class ReviewTab(PaneScroll):
    """Ask for a review, then record how it ended."""

    ask_wanted = Signal()
    outcome_wanted = Signal()
    why_wanted = Signal(object, object)
    """A `Deadline` to explain, and the button beside which to do it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setAccessibleName(self.tr("Internal review"))
        self.strip = ClockStrip(self.tr("Review asked for"))
        self.facts = FactsGrid()
        self.ask = QPushButton(self.tr("Ask for internal review"))
        self.outcome = QPushButton(self.tr("Record the outcome"))
        self.why = QPushButton(self.tr("Why this date?"))
        theme.button_kind(self.why, "link")
        self._deadline: Deadline | None = None
        self.ask.clicked.connect(self.ask_wanted)
        self.outcome.clicked.connect(self.outcome_wanted)
        self.why.clicked.connect(self._explain)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.ask, self.outcome, self.why):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self.column.addWidget(self.strip)
        self.column.addWidget(self.facts)
        self.column.addLayout(buttons)
        self.way_up = WayUp()
        self.column.addWidget(self.way_up)

    def show_detail(self, detail: RequestDetail, calendars: Calendars, today: date) -> None:
        """Show another request."""
        review = detail.review
        self._show_strip(detail, calendars, today)
        self.facts.clear()
        if review.status is Review.NONE:
            self._show_before(detail)
        else:
            self._show_review(detail, calendars, today)
        self.ask.setVisible(review.status is Review.NONE and detail.row.answered)
        self.outcome.setVisible(review.status in OPEN)
        teach(self.ask, ASK, detail.row.regime)
        teach(self.outcome, REVIEW, detail.row.regime)
        teach(self.way_up, COMMISSIONER, detail.row.regime)
        self._deadline = review.due or review.ask_by
        self.why.setVisible(self._deadline is not None)
        self.way_up.show_rungs(detail.way_up)

    def _show_strip(self, detail: RequestDetail, calendars: Calendars, today: date) -> None:
        review, strip = detail.review, None
        if review.due is not None:
            strip = strip_of(
                review.due,
                calendars,
                detail.row.regime,
                today=today,
                answered_on=review.answered_on,
                limit=review.limit,
                review=True,
            )
        self.strip.show_strip(strip)

    def _show_before(self, detail: RequestDetail) -> None:
        review = detail.review
        self.facts.add(self.tr("Asked for"), self.tr("Not asked for"))
        if review.ask_by is not None:
            on = full_date(review.ask_by.on)
            rests = source(review.ask_by.basis, review.ask_by.strength)
            self.facts.add(self.tr("Last day to ask"), on, rests)
            for other in review.ask_by.also:
                rests = source(other.basis, other.strength)
                said = f"{other.why.rstrip('. ')} ({rests})."
                self.facts.add(self.tr("Also read as"), full_date(other.on), said)
        if review.offered_window:
            self.facts.add(
                self.tr("The letter says"), review.offered_window, self.tr("to ask for a review")
            )
        self.facts.add(self.tr("What you can do"), review.possible_now)

    def _show_review(self, detail: RequestDetail, calendars: Calendars, today: date) -> None:
        review, facts = detail.review, self.facts
        asked = full_date(review.asked_on) if review.asked_on else self.tr("day not known")
        facts.add(self.tr("Asked for"), asked)
        facts.add(self.tr("What you challenged"), review.challenged or self.tr("not noted"))
        if review.due is not None:
            facts.add(self.tr("Should be answered"), full_date(review.due.on), review.due.basis)
        if review.limit is not None:
            facts.add(self.tr("Longest it may take"), full_date(review.limit.on))
        late = self._late(detail, calendars, today)
        tone = "red" if review.status is Review.LATE else "text"
        if review.status in OPEN and not review.answered:
            facts.add(self.tr("Answer so far"), self.tr("None"), late, tone=tone)
        else:
            # Answered, though how it ended may still have to be told.
            told = review.status not in OPEN
            ended = review_words(review.status) if told else self.tr("not recorded yet")
            on = full_date(review.answered_on) if review.answered_on else self.tr("day not known")
            facts.add(self.tr("Outcome"), ended, f"{on}{_after(late)}")
        facts.add(self.tr("What you can do"), review.possible_now)

    def _late(self, detail: RequestDetail, calendars: Calendars, today: date) -> str:
        review = detail.review
        if review.due is None:
            return ""
        if detail.row.review_days_late:
            return self._by(detail.row.review_days_late)
        met = review.due.met
        if met is not None and met.late:
            days = calendars.for_regime(detail.row.regime).working_days_between(
                review.due.on, met.on
            )
            return self._by(days) if days else self.tr("late")
        left = calendars.for_regime(detail.row.regime).working_days_between(today, review.due.on)
        if review.status in OPEN and not review.answered and left >= 0:
            return self.tr("due in {0}").format(counted(left, "working day"))
        return ""

    def _by(self, days: int) -> str:
        return self.tr("{0} late").format(counted(days, "working day"))

    def _explain(self) -> None:
        if self._deadline is not None:
            self.why_wanted.emit(self._deadline, self.why)


def _after(words: str) -> str:
    return f", {words}" if words else ""


def offers_outcome(review: ReviewView) -> bool:
    """Whether a review is under way whose end can be recorded."""
    return review.status in OPEN
