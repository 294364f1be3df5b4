"""Similar requests to one authority that may be added up for the cost limit."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from foitrack.law.calendars import Calendars
from foitrack.law.terms import Regime
from foitrack.law.wording import counted, full_date
from foitrack.saying import say

CONSECUTIVE_WORKING_DAYS = 60
"""SI 2004/3244 reg 5(2)(b), under FOIA s12(4)."""


def may_be_added_up(earlier: date, later: date, calendars: Calendars) -> bool:
    """Whether two days of receipt lie within 60 consecutive working days, both counted.

    Under FOIA only: EIR has no cost limit, and FOISA's aggregation is not known to be in force.
    """
    calendar = calendars.for_regime(Regime.FOIA)
    first, last = min(earlier, later), max(earlier, later)
    counted_days = calendar.working_days_between(first, last) + calendar.is_working_day(first)
    return counted_days <= CONSECUTIVE_WORKING_DAYS


def aggregation_warning(
    regime: Regime, received: date, others: Iterable[date], calendars: Calendars
) -> str | None:
    """What to say before a request is logged, or None where nothing can be added up.

    `others` are the days on which the authority received similar requests, by the same person or
    by others acting in concert or in pursuance of a campaign (FOIA s12(4)).
    """
    if regime is not Regime.FOIA:
        return None
    near = sorted(on for on in others if may_be_added_up(on, received, calendars))
    if not near:
        return None
    calendar = calendars.for_regime(regime)
    # Received on a working day, that day is the first of the 60.
    ahead = CONSECUTIVE_WORKING_DAYS + 1 - calendar.is_working_day(near[-1])
    free = calendar.add_working_days(near[-1], ahead)
    return say(
        "This authority has had {0} within 60 working days, the latest on {1}. It may "
        "add up what they cost (FOIA s12(4)) and refuse them all above £450, 18 hours' "
        "work, or £600, 24 hours, in central government. From {2} it could not.",
        counted(len(near), "similar request"),
        full_date(near[-1]),
        full_date(free),
    )
