"""Fees: the days that a notice takes out of the count, and the time to pay."""

from __future__ import annotations

from datetime import date

from foitrack.law.clocks.counting import Span
from foitrack.law.clocks.matter import Matter, counted_deadline, dated_deadline, met_by
from foitrack.law.regimes import Unit
from foitrack.law.terms import Deadline, DeadlineKind, EventKind
from foitrack.law.wording import full_date
from foitrack.saying import say


def fee_spans(matter: Matter) -> tuple[Span, ...]:
    """From each fees notice to its payment, both included (FOIA s10(2), FOISA s10(3), r8)."""
    return tuple(
        Span(
            notice, paid, say("from the fees notice to the payment ({0})", matter.rules.fees_basis)
        )
        for notice, paid in _paid_notices(matter)
    )


def _paid_notices(matter: Matter) -> list[tuple[date, date]]:
    pairs: list[tuple[date, date]] = []
    free = list(matter.history.days(EventKind.FEE_PAID))
    for notice in matter.history.days(EventKind.FEES_NOTICE):
        paid = next((on for on in free if on >= notice), None)
        if paid is not None:
            free.remove(paid)
            pairs.append((notice, paid))
    return pairs


def fee_payment(matter: Matter) -> Deadline | None:
    """The last day to pay the fee asked for in the latest notice."""
    notice = matter.history.last(EventKind.FEES_NOTICE)
    period = matter.period("fee-payment")
    if notice is None or period is None:
        return None
    kind = DeadlineKind.FEE_PAYMENT
    if period.unit is Unit.WORKING_DAYS:
        deadline = counted_deadline(matter, kind, notice, period)
    else:
        deadline = dated_deadline(kind, notice, period)
    deadline = met_by(matter, deadline, matter.history.days(EventKind.FEE_PAID))
    _say_what_it_does(matter, deadline)
    return deadline


def _say_what_it_does(matter: Matter, deadline: Deadline) -> None:
    paid = deadline.met
    if paid is not None and paid.late:
        matter.note(
            say(
                "The fee was paid on {0}, after the last day to pay it ({1}): the authority "
                "need no longer answer ({2}).",
                full_date(paid.on),
                full_date(deadline.on),
                deadline.basis,
            )
        )
    elif paid is None and not matter.history.happened(EventKind.FEE_PAID):
        matter.note(
            say(
                "The clock stands still from the fees notice until the fee is paid: the last "
                "day for an answer will move by those working days ({0}).",
                matter.rules.fees_basis,
            )
        )
