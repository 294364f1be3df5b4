"""What must hold for every date, whatever it is."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from foitrack import assets
from foitrack.law.bank_holidays import DIVISIONS
from foitrack.law.calendars import Calendars
from foitrack.law.clock import explain, reckon
from foitrack.law.terms import Body, Deadline, DeadlineKind, Event, EventKind, Reckoning, Regime
from tests.law.questions import CALENDARS

LISTED: dict[str, Any] = json.loads(assets.resource("bank-holidays.json").read_text("utf-8"))
RULES = CALENDARS.rules
DAY = timedelta(days=1)

regimes = st.sampled_from(Regime)
days = st.dates(date(2005, 1, 1), date(2030, 12, 31))
listed_days = st.dates(date(2019, 1, 1), date(2028, 6, 1))
offsets = st.integers(0, 90).map(lambda n: n * DAY)
plain = st.sampled_from(
    [
        (EventKind.RECEIVED, DeadlineKind.RESPONSE),
        (EventKind.REVIEW_ASKED, DeadlineKind.REVIEW),
        (EventKind.RESPONSE, DeadlineKind.REVIEW_REQUEST),
    ]
)


def _of(
    regime: Regime,
    kind: DeadlineKind,
    events: list[Event],
    calendars: Calendars = CALENDARS,
    body: Body = Body.GENERAL,
) -> Deadline:
    found = reckon(regime, events, calendars, today=date(2040, 1, 1), body=body).of(kind)
    assert found is not None
    return found


@given(regimes, plain, days)
def test_a_last_day_is_a_working_day(
    regime: Regime, question: tuple[EventKind, DeadlineKind], on: date
) -> None:
    event, kind = question
    found = _of(regime, kind, [Event(event, on)])
    assert CALENDARS.for_regime(regime).is_working_day(found.on)
    assert found.working_days is not None
    assert all(skipped.on.weekday() < 5 for skipped in found.skipped)
    between = CALENDARS.for_regime(regime).working_days_between(on, found.on)
    assert between == found.working_days


@given(regimes, plain, days)
def test_within_a_run_of_days_off_the_day_of_receipt_does_not_matter(
    regime: Regime, question: tuple[EventKind, DeadlineKind], on: date
) -> None:
    event, kind = question
    calendar = CALENDARS.for_regime(regime)
    later = on
    while not calendar.is_working_day(later + DAY):
        later += DAY
        first, second = (_of(regime, kind, [Event(event, day)]) for day in (on, later))
        assert second.on == first.on


@given(regimes, plain, listed_days, st.integers(1, 200))
def test_one_more_holiday_inside_moves_the_day_by_one_working_day(
    regime: Regime, question: tuple[EventKind, DeadlineKind], on: date, ahead: int
) -> None:
    event, kind = question
    before = _of(regime, kind, [Event(event, on)])
    extra = on + ahead * DAY
    assume(extra <= before.on)
    calendar = CALENDARS.for_regime(regime)
    assume(calendar.is_working_day(extra))
    listed = json.loads(json.dumps(LISTED))
    for division in DIVISIONS:
        listed[division]["events"].append(
            {"title": "One more", "date": extra.isoformat(), "notes": ""}
        )
    after = _of(regime, kind, [Event(event, on)], Calendars.from_govuk(listed, RULES))
    assert after.on == calendar.add_working_days(before.on, 1)
    assert "One more, bank holiday" in "".join(skipped.why for skipped in after.skipped)


bodies = st.sampled_from(Body)
stories = st.lists(
    st.tuples(
        st.sampled_from([kind for kind in EventKind if kind is not EventKind.RECEIVED]),
        st.dates(date(2023, 1, 1), date(2024, 6, 1)),
        st.none() | st.dates(date(2023, 1, 1), date(2025, 1, 1)),
    ),
    max_size=6,
)


def _told(regime: Regime, body: Body, received: date, story: list[tuple[Any, ...]]) -> Reckoning:
    events = [Event(EventKind.RECEIVED, received), *(Event(*entry) for entry in story)]
    closed = ((date(2023, 7, 20), date(2023, 9, 4)), (date(2023, 12, 20), date(2024, 1, 6)))
    return reckon(regime, events, CALENDARS, today=date(2040, 1, 1), body=body, closed=closed)


@given(regimes, bodies, st.dates(date(2023, 1, 1), date(2024, 3, 1)), st.integers(1, 40), stories)
def test_received_later_is_never_due_sooner(
    regime: Regime, body: Body, received: date, later: int, story: list[tuple[Any, ...]]
) -> None:
    first = _told(regime, body, received, story)
    second = _told(regime, body, received + later * DAY, story)
    for kind in (
        DeadlineKind.RESPONSE,
        DeadlineKind.REFUSAL_NOTICE,
        DeadlineKind.PUBLIC_INTEREST_LIMIT,
        DeadlineKind.EXTENSION_NOTICE,
        DeadlineKind.SPECIFIED_DAY_LIMIT,
    ):
        before, after = first.of(kind), second.of(kind)
        if before is not None:
            assert after is not None
            assert after.on >= before.on


@given(regimes, bodies, st.dates(date(2023, 1, 1), date(2024, 3, 1)), stories)
def test_every_calendar_day_is_explained_once(
    regime: Regime, body: Body, received: date, story: list[tuple[Any, ...]]
) -> None:
    for found in _told(regime, body, received, story).deadlines:
        explained = explain(found, CALENDARS, regime)
        length = (found.on - found.start).days + 1
        assert [day.on for day in explained] == [found.start + n * DAY for n in range(length)]
        assert all(day.why for day in explained)
        numbers = [day.n for day in explained if day.n is not None]
        assert numbers == sorted(set(numbers))
        if found.working_days is not None:
            assert numbers == list(range(found.working_days + 1))
            off = {skipped.on for skipped in found.skipped} | set(found.disregarded)
            assert off == {d.on for d in explained[1:] if d.n is None and d.on.weekday() < 5}


@given(regimes, days, offsets)
def test_an_answer_is_late_exactly_when_it_is_after_the_last_day(
    regime: Regime, received: date, after: timedelta
) -> None:
    events = [Event(EventKind.RECEIVED, received), Event(EventKind.RESPONSE, received + after)]
    found = _of(regime, DeadlineKind.RESPONSE, events)
    assert found.met is not None
    assert (found.met.late > 0) is (found.met.on > found.on)
    assert found.met.late == max(0, (received + after - found.on).days)


@given(st.lists(st.tuples(st.sampled_from(EventKind), st.none() | days), max_size=8), regimes)
def test_no_history_is_a_crash(story: list[tuple[EventKind, date | None]], regime: Regime) -> None:
    events = [Event(kind, on) for kind, on in story]
    reckoning = reckon(regime, events, CALENDARS, today=date(2031, 6, 1))
    kinds = [found.kind for found in reckoning.deadlines]
    assert len(kinds) == len(set(kinds))
    assert kinds == sorted(kinds, key=list(DeadlineKind).index)
    assert reckon(regime, reversed(events), CALENDARS, today=date(2031, 6, 1)).deadlines == (
        reckoning.deadlines
    )
