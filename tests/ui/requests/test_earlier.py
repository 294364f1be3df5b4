from __future__ import annotations

from dataclasses import replace
from datetime import date

from foitrack.assets import calendars
from foitrack.law.clock import reckon
from foitrack.law.terms import (
    Body,
    Deadline,
    DeadlineKind,
    Event,
    EventKind,
    Outcome,
    Regime,
    State,
)
from tests.ui.requests.samples import ANSWERED, WAITING
from ui.requests.due_words import DueFor, differs, joined, skips, whose
from ui.requests.earlier import earlier, short_warning

SENT = date(2023, 3, 28)


def test_says_how_often_and_what_came_of_it() -> None:
    done = replace(ANSWERED, state=State.ANSWERED, outcome=Outcome.DISCLOSED)
    said = earlier("Gwent Police", (done,))
    assert said is not None
    assert said.title == "You have asked Gwent Police once before"
    assert said.lines == ("15350, Social media investigations, 1 March 2023, answered",)
    assert not said.open
    twice = earlier("Gwent Police", (done, done))
    assert twice is not None
    assert twice.title.endswith("twice before")
    assert earlier("Gwent Police", ()) is None


def test_in_a_list_only_what_is_open_is_warned_of() -> None:
    late = replace(WAITING, state=State.OVERDUE)
    assert short_warning((WAITING,)) == "Also asked, not answered yet, sent 1 March 2023"
    assert short_warning((late,)) == "Overdue request open, sent 1 March 2023"
    assert short_warning((replace(WAITING, sent_on=None),)) == "Also asked, not answered yet"
    assert short_warning((replace(ANSWERED, state=State.ANSWERED),)) == ""


def due(regime: Regime, on: date, body: Body = Body.GENERAL) -> Deadline:
    events = (Event(EventKind.RECEIVED, on),)
    found = reckon(regime, events, calendars(), today=on, body=body).of(DeadlineKind.RESPONSE)
    assert found is not None
    return found


def test_names_the_holidays_skipped() -> None:
    assert skips(due(Regime.FOIA, SENT)) == "Skips Good Friday 7 April and Easter Monday 10 April"
    assert "no bank holiday" in skips(due(Regime.FOIA, date(2023, 6, 1)))
    assert joined(["a"]) == "a"
    assert joined(["a", "b", "c"]) == "a, b and c"


def test_says_why_another_law_gives_another_day() -> None:
    here, there = due(Regime.FOIA, SENT), due(Regime.FOISA, SENT)
    scottish = DueFor(Regime.FOISA, ("Police Scotland",), there)
    assert differs(here, scottish) == "Easter Monday is a working day under Scottish law"
    archive = due(Regime.FOIA, SENT, Body.NATIONAL_ARCHIVES)
    assert differs(here, DueFor(Regime.FOIA, ("x",), archive)) == "30 working days"
    assert whose(("Police Scotland",)) == "Police Scotland"
    assert whose(("a", "b")) == "2 of them"
