"""The answer: its last day, and what stands beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from foitrack.law.clocks.counting import Span, Tally, count_to
from foitrack.law.clocks.extensions import announced, extended
from foitrack.law.clocks.fees import fee_spans
from foitrack.law.clocks.matter import Matter, counted_deadline, deadline_at, met_by
from foitrack.law.clocks.receipt import Start, start_of_clock
from foitrack.law.regimes import Period
from foitrack.law.terms import Body, Deadline, DeadlineKind, EventKind, OtherReading
from foitrack.law.wording import full_date
from foitrack.saying import say


def answer_deadlines(matter: Matter) -> list[Deadline]:
    """The last day for the answer first, then those that come with it; none without a day 0."""
    start = start_of_clock(matter)
    if start is None:
        return []
    fees = fee_spans(matter)
    plain, spans = _plain_response(matter, start, fees)
    responses = matter.history.days(EventKind.RESPONSE)
    response = met_by(matter, extended(matter, start, plain, fees), responses, spans)
    _say_what_moved_it(matter, start, plain)
    weighing = _public_interest(matter, plain, spans)
    return [
        _with_weighing(response, weighing),
        *weighing,
        *_extension_notice(matter, start, fees),
        *_specified_day_limit(matter, start, fees),
    ]


def _plain_response(
    matter: Matter, start: Start, fees: Sequence[Span]
) -> tuple[Deadline, Sequence[Span]]:
    """The last day before any extension, and the days that its count leaves out."""
    period, found, spans = _counted_response(matter, start, fees)
    bases = [period.basis]
    if start.clarified:
        bases.append(matter.rules.clarification_basis)
    if any(span.why in found.disregarded_why for span in fees):
        bases.append(matter.rules.fees_basis)
    deadline = deadline_at(
        matter, DeadlineKind.RESPONSE, start.on, period, found, assumed=start.assumed
    )
    return replace(deadline, basis=_joined(bases)), spans


def _counted_response(
    matter: Matter, start: Start, fees: Sequence[Span]
) -> tuple[Period, Tally, Sequence[Span]]:
    period = matter.period("response")
    limit = matter.period("response-limit")
    assert period is not None  # every law has one: checked when the rules are read
    if limit is None:
        found = count_to(matter.calendar, start.on, period.length, fees)
        assert found is not None
        return period, found, fees
    # A school: the 20th school day or the 60th working day, whichever comes first.
    last = count_to(matter.calendar, start.on, limit.length, fees)
    assert last is not None
    spans = [*fees, *_school_holidays(matter)]
    found = count_to(matter.calendar, start.on, period.length, spans, stop=last.on)
    return (period, found, spans) if found is not None else (limit, last, fees)


def _school_holidays(matter: Matter) -> list[Span]:
    if not matter.closed:
        matter.note(
            say(
                "No school holidays were given: days on which the school is closed do not "
                "count, so the last day may be later."
            )
        )
    return [Span(first, last, say("not a school day")) for first, last in matter.closed]


def _joined(bases: Sequence[str]) -> str:
    """Bases in one, the law's name said once: "FOIA s10(1), s10(2)"."""
    law = bases[0].split(" ")[0] + " "
    return ", ".join([bases[0], *(basis.removeprefix(law) for basis in bases[1:])])


def _say_what_moved_it(matter: Matter, start: Start, plain: Deadline) -> None:
    history = matter.history
    if start.before is not None:
        was = count_to(matter.calendar, start.before, plain.working_days or 0)
        assert was is not None
        matter.note(
            say(
                "The clock started again on {0}, when the clarification was given ({1}); "
                "before that the last day was {2}.",
                full_date(start.on),
                matter.rules.clarification_basis,
                full_date(was.on),
            )
        )
    asked = history.last(EventKind.CLARIFICATION_ASKED)
    if asked and asked > start.on and not history.first(EventKind.RESPONSE, since=asked):
        matter.note(
            say(
                "The authority has asked for clarification: its full time starts again on the "
                "day that it receives it ({0}).",
                matter.rules.clarification_basis,
            )
        )


def _public_interest(matter: Matter, plain: Deadline, spans: Sequence[Span]) -> list[Deadline]:
    """FOIA only: the refusal notice, still due by day 20, and the limit of the guidance."""
    kind = EventKind.PUBLIC_INTEREST_EXTENSION
    notice, limit = matter.period("refusal-notice"), matter.period("public-interest-limit")
    if not matter.history.happened(kind) or notice is None or limit is None:
        return []
    refusal = replace(plain, kind=DeadlineKind.REFUSAL_NOTICE, basis=notice.basis)
    told = matter.history.days(kind)
    weighed = counted_deadline(
        matter,
        DeadlineKind.PUBLIC_INTEREST_LIMIT,
        plain.start,
        limit,
        spans=spans,
        assumed=plain.assumed,
    )
    weighed = announced(matter, weighed, kind, spans)
    responses = matter.history.days(EventKind.RESPONSE)
    return [met_by(matter, refusal, told, spans), met_by(matter, weighed, responses, spans)]


def _with_weighing(response: Deadline, weighing: Sequence[Deadline]) -> Deadline:
    """The limit of weighing beside the last day of the answer, where the authority told in time.

    FOIA s10(3) lets only what may be exempt wait for it; the rest is still due.
    """
    if not weighing:
        return response
    refusal, limit = weighing
    if limit.on <= response.on or (refusal.met is not None and refusal.met.late):
        return response
    why = say("While the public interest is weighed, information that may be exempt can wait.")
    reading = OtherReading(limit.on, limit.basis, limit.strength, why)
    return replace(response, also=(*response.also, reading))


def _extension_notice(matter: Matter, start: Start, fees: Sequence[Span]) -> list[Deadline]:
    """EIR, EISR: the last day on which the authority may say that it takes longer (r7)."""
    period = matter.period("extension-notice")
    if period is None:
        return []
    kind = DeadlineKind.EXTENSION_NOTICE
    found = counted_deadline(matter, kind, start.on, period, spans=fees, assumed=start.assumed)
    return [met_by(matter, found, matter.history.days(EventKind.EXTENSION), fees)]


def _specified_day_limit(matter: Matter, start: Start, fees: Sequence[Span]) -> list[Deadline]:
    """FOIA, armed forces and information abroad: the furthest day that may be specified."""
    period = matter.period("specified-day-limit")
    if period is None:
        return []
    matter.note(
        say(
            "Only the Commissioner can specify a later day for the answer, at the "
            "authority's request, and never one beyond the {0}th working day ({1}).",
            period.length,
            period.basis,
        )
    )
    kind = DeadlineKind.SPECIFIED_DAY_LIMIT
    found = counted_deadline(matter, kind, start.on, period, spans=fees, assumed=start.assumed)
    return [met_by(matter, found, matter.history.days(EventKind.RESPONSE), fees)]


def check_body(matter: Matter) -> None:
    """Say so where this law has no rule of its own for the kind of body."""
    if matter.body is not Body.GENERAL and not matter.rules.has_rule_for(matter.body):
        matter.note(say("{0} has no time of its own for this kind of body.", matter.regime))
