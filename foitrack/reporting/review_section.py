"""The internal review of a request: where it stands, its dates, and what can be done next."""

from __future__ import annotations

from datetime import date

from reportlab.platypus.flowables import Flowable

from foitrack.law.terms import Review
from foitrack.law.wording import REVIEW_WORDS, full_date
from foitrack.reporting.contents import SummaryReview
from foitrack.reporting.facts import facts, said
from foitrack.reporting.fonts import Lettering
from foitrack.reporting.prose import heading
from foitrack.reporting.styles import BODY_SOFT, BODY_STRONG, RED, Style


def _day(on: date, basis: str) -> str:
    return f"{full_date(on)}, {basis}" if basis else full_date(on)


def _status(review: SummaryReview) -> tuple[str, str, Style]:
    style = BODY_STRONG
    if review.status is Review.LATE:
        style = Style(BODY_STRONG.size, BODY_STRONG.leading, BODY_STRONG.weight, RED)
    return said("Status", REVIEW_WORDS[review.status], style)


def _asked(review: SummaryReview) -> list[tuple[str, str, Style]]:
    """The dates of a review that was asked for."""
    known = full_date(review.asked_on) if review.asked_on else "not known"
    pairs = [said("Asked for on", known)]
    if review.due_on:
        pairs.append(said("Answer due by", _day(review.due_on, review.due_basis)))
    if review.limit_on:
        pairs.append(said("At the latest", _day(review.limit_on, review.limit_basis)))
    if review.answered_on:
        pairs.append(said("Answered on", full_date(review.answered_on)))
    if review.challenged.strip():
        pairs.append(said("Challenged", review.challenged))
    return pairs


def review_facts(review: SummaryReview, lettering: Lettering) -> list[Flowable]:
    """The review's status and dates; what the letter offers; what can be done now."""
    pairs = [_status(review)]
    if review.status is not Review.NONE:
        pairs += _asked(review)
    elif review.ask_by:
        pairs.append(said("Ask by", _day(review.ask_by, review.ask_by_basis)))
    window = review.offered_window
    pairs.append(
        said("The letter offers", f"review within {window}")
        if window
        else said("The letter offers", "no time stated for a review", BODY_SOFT)
    )
    if review.contact:
        pairs.append(said("Where to", review.contact))
    if review.possible_now:
        pairs.append(said("Possible now", review.possible_now))
    return [*heading(lettering, "Internal review", needs=60), facts(lettering, pairs)]
