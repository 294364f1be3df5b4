"""More time: what an authority may take, and what it merely announces."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from foitrack.law.clocks.counting import Span, Tally, count_to, tally
from foitrack.law.clocks.matter import Matter
from foitrack.law.clocks.receipt import Start
from foitrack.law.terms import Deadline, Event, EventKind, OtherReading, Strength
from foitrack.law.wording import full_date
from foitrack.saying import say

_ANNOUNCED = say("announced by the authority")


def extended(matter: Matter, start: Start, plain: Deadline, spans: Sequence[Span]) -> Deadline:
    """The last day for the answer, moved by an extension where the law knows one.

    EIR and EISR r7: 40 working days in all from receipt, if the authority says so by day 20. The
    date before stays in `original`. An extension that does not hold, or one that the law does
    not know, leaves the date as it is and stands beside it in `also`.
    """
    told = _latest_before_review(matter)
    if told is None:
        return _only_announced(matter, plain, EventKind.PUBLIC_INTEREST_EXTENSION)
    period = matter.period("extension")
    if period is None:
        return _only_announced(matter, plain, EventKind.EXTENSION)
    longest = count_to(matter.calendar, plain.start, period.length, spans)
    assert longest is not None  # nothing stops this count
    doubt = _why_not_extended(start, plain, told)
    if doubt:
        matter.note(say("{0} ({1}): the first date stands.", doubt, period.basis))
        why = say("The date if the extension is let stand all the same.")
        reading = OtherReading(told.until or longest.on, period.basis, period.strength, why)
        return replace(plain, also=(*plain.also, reading))
    if told.on is None:
        matter.note(say("The day of the extension is not known: it counts only if told by day 20."))
    moved = replace(
        _ending(matter, plain, longest),
        basis=f"{plain.basis}, {period.basis.split(' ', 1)[1]}",
        original=plain.on,
    )
    return _with_announced(matter, moved, told.until, spans)


def _why_not_extended(start: Start, plain: Deadline, told: Event) -> str:
    """Why an extension does not move the last day, or nothing."""
    if told.on is not None and told.on > plain.on:
        return say(
            "The extension was announced on {0}, after the last day to do so, {1}, which "
            "is too late",
            full_date(told.on),
            full_date(plain.on),
        )
    if told.on is not None and start.clarified and told.on < start.on:
        return say(
            "The extension of {0} was of the time before the clock started again on {1}",
            full_date(told.on),
            full_date(start.on),
        )
    if told.until is not None and told.until <= plain.on:
        return say(
            "The authority announced {0}, which is within its usual time and no extension",
            full_date(told.until),
        )
    return ""


def _ending(matter: Matter, deadline: Deadline, found: Tally) -> Deadline:
    """The deadline with another end to its count."""
    return replace(
        deadline,
        on=found.on,
        working_days=found.days,
        skipped=found.skipped,
        disregarded=found.disregarded,
        disregarded_why=found.disregarded_why,
        provisional=found.on > matter.calendar.last_sure_day,
    )


def announced(
    matter: Matter, deadline: Deadline, kind: EventKind, spans: Sequence[Span]
) -> Deadline:
    """The deadline with the date that the authority announced: the earlier is the date."""
    untils = [event.until for event in matter.history.of(kind) if event.until]
    return _with_announced(matter, deadline, untils[-1] if untils else None, spans)


def _with_announced(
    matter: Matter, deadline: Deadline, until: date | None, spans: Sequence[Span]
) -> Deadline:
    if until is None or until == deadline.on or until <= deadline.start:
        return deadline
    if until > deadline.on:
        why = say("The date that the authority announced; it is beyond the limit.")
        reading = OtherReading(until, _ANNOUNCED, Strength.GUIDANCE, why)
        return replace(deadline, also=(*deadline.also, reading))
    why = say("The longest that the authority may take; it announced an earlier date.")
    reading = OtherReading(deadline.on, deadline.basis, deadline.strength, why)
    sooner = _ending(matter, deadline, tally(matter.calendar, deadline.start, until, spans))
    return replace(sooner, also=(*deadline.also, reading))


def _only_announced(matter: Matter, plain: Deadline, kind: EventKind) -> Deadline:
    """More time under a law that gives none: the date stays, what was announced is beside it."""
    if kind is EventKind.PUBLIC_INTEREST_EXTENSION and matter.period("public-interest-limit"):
        return plain
    if not matter.history.happened(kind):
        return plain
    why = say("{0} gives the authority no such extension: the last day stays.", matter.regime)
    matter.note(why)
    readings = tuple(
        OtherReading(event.until, _ANNOUNCED, Strength.GUIDANCE, why)
        for event in matter.history.of(kind)
        if event.until and event.until != plain.on
    )
    return replace(plain, also=(*plain.also, *readings[-1:]))


def _latest_before_review(matter: Matter) -> Event | None:
    """The latest extension of the answer; one told after a review was asked for is the review's."""
    review = matter.history.first(EventKind.REVIEW_ASKED)
    return next(
        (
            event
            for event in reversed(list(matter.history.of(EventKind.EXTENSION)))
            if event.on is None or review is None or event.on < review
        ),
        None,
    )
