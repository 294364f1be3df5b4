"""A campaign's matrix: what each was asked and answered, in order and filtered, in few queries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import event

from foitrack.desk import campaign_changes, campaigns, history, requests, reviews
from foitrack.desk.coverage import coverage
from foitrack.desk.coverage_order import YEAR, in_order, options, shown
from foitrack.desk.desk import Desk
from foitrack.desk.not_asked import not_asked
from foitrack.desk.views import DeskError, NewRequest, RequestFilter, SortKey
from foitrack.desk.views.coverage import Coverage, CoverageFilter, CoverageRow, Figure
from foitrack.law.terms import Event, EventKind, Review
from tests.desk.conftest import TODAY
from tests.desk.letters import LISTED, REFUSAL, SUPPRESSED, keep_and_read, log, record

ANSWER = EventKind.RESPONSE
EVERY, BY = RequestFilter(), (SortKey.DUE, False)


def happened(desk: Desk, request_id: int, kind: EventKind, on: date) -> None:
    requests.add_event(desk, request_id, Event(kind, on), today=TODAY)


def the_campaign(desk: Desk) -> int:
    [found] = campaigns.all(desk)
    return found.id


@pytest.fixture
def asked(desk: Desk) -> Desk:
    """A campaign with a request of each kind."""
    record(desk, LISTED, log(desk, "Kent Police"))
    record(desk, REFUSAL, log(desk, "Gwent Police"))
    late = log(desk, "Police Scotland", sent=date(2023, 2, 9))
    assert late
    log(desk, "Essex Police", sent=date(2023, 3, 20))
    keep_and_read(desk, SUPPRESSED, log(desk, "Sussex Police", sent=date(2023, 1, 9)))
    reviewed = log(desk, "Surrey Police", sent=date(2022, 11, 1))
    happened(desk, reviewed, ANSWER, date(2022, 12, 21))
    reviews.ask(desk, reviewed, on=date(2023, 2, 1), today=TODAY)
    log(desk, None, sent=None)
    return desk


def of(desk: Desk) -> Coverage:
    return coverage(desk, the_campaign(desk), today=TODAY)


def test_each_request_counts_as_what_it_is(asked: Desk) -> None:
    found = of(asked)
    counted = dict(found.figures)
    assert counted[Figure.ASKED] == 7
    assert (counted[Figure.ANSWERED], counted[Figure.REFUSED]) == (1, 1)
    assert (counted[Figure.TO_READ], counted[Figure.UNSAID]) == (1, 1)
    assert (counted[Figure.NONE_YET], counted[Figure.LATE]) == (3, 1)
    assert (counted[Figure.IN_REVIEW], counted[Figure.COMMISSIONER]) == (1, 0)
    assert Figure.TRIBUNAL not in counted
    assert found.sentence == (
        "7 asked. 1 answered in full, 1 refused, 1 answered with no outcome set, "
        "1 to be read. 3 have not answered yet, 1 of them late. 1 in review."
    )


def test_a_line_says_what_was_asked_and_answered(asked: Desk) -> None:
    lines = {line.row.authority: line for line in of(asked).rows}
    assert list(lines)[:2] == ["Essex Police", "Gwent Police"]
    assert list(lines)[-1] is None
    kent = lines["Kent Police"]
    assert (kent.nation, kent.kind, kent.case_rows) == ("England", "police force", 3)
    assert kent.by_year == (("2020", 1), ("2021", 2))
    assert kent.answered_late is False
    assert lines["Surrey Police"].answered_late is True
    assert lines["Surrey Police"].row.review is Review.LATE
    assert lines["Essex Police"].answered_late is None
    assert [tag.provision for tag in lines["Gwent Police"].row.provisions] == ["FOIA s40(2)"]
    assert of(asked).years == ("2020", "2021")


def names(found: Iterable[CoverageRow]) -> list[str | None]:
    return [line.row.authority for line in found]


def test_lines_are_filtered_and_ordered(asked: Desk) -> None:
    rows = of(asked).rows
    late = CoverageFilter(figures=frozenset({Figure.LATE, Figure.REFUSED}))
    assert names(shown(rows, late)) == ["Gwent Police", "Police Scotland"]
    assert names(shown(rows, replace(late, nations=frozenset({"Wales"})))) == ["Gwent Police"]
    assert names(shown(rows, CoverageFilter(search="kent"))) == ["Kent Police"]
    assert options(rows, lambda line: line.nation) == (
        ("England", 4),
        ("Scotland", 1),
        ("Wales", 1),
        ("", 1),
    )
    assert names(in_order(rows, "state", False))[0] == "Police Scotland"
    assert names(in_order(rows, YEAR + "2021", True))[0] == "Kent Police"
    for sort in ("asked", "answered", "exemptions", "review", "rows", "nation", "kind"):
        up, down = in_order(rows, sort, False), in_order(rows, sort, True)
        assert sorted(line.row.id for line in up) == sorted(line.row.id for line in rows)
        # What is not known stands last both ways.
        assert up[-1].row.authority == down[-1].row.authority is None
    assert names(in_order(rows, "authority", True))[-1] == "Essex Police"


@contextmanager
def counted(desk: Desk) -> Iterator[list[str]]:
    said: list[str] = []

    def hear(_c: object, _k: object, statement: str, *_: object) -> None:
        said.append(statement)

    event.listen(desk.case.engine, "before_cursor_execute", hear)
    yield said
    event.remove(desk.case.engine, "before_cursor_execute", hear)


def test_the_number_of_queries_does_not_follow_the_number_of_requests(desk: Desk) -> None:
    log(desk)
    with counted(desk) as few:
        of(desk)
    new = NewRequest("Misuse of social media", None, campaign="Police and social media")
    many = ["Essex Police", "Gwent Police", "Surrey Police", "Sussex Police"]
    requests.log_many(desk, new, many, today=TODAY)
    with counted(desk) as more:
        assert len(of(desk).rows) == 5
    assert len(more) == len(few) < 15


def test_nothing_asked_yet(desk: Desk) -> None:
    made = campaigns.create(desk, "River alarms")
    assert made.new_id is not None
    found = coverage(desk, made.new_id, today=TODAY)
    assert (found.sentence, found.rows) == ("Nobody has been asked yet.", ())
    with pytest.raises(DeskError, match="no longer there"):
        coverage(desk, 99, today=TODAY)


def test_questions_are_told_with_how_many_were_asked_them(desk: Desk) -> None:
    for authority, wording in (("Kent Police", "How many?"), ("Essex Police", "How many?")):
        new = NewRequest("Q", authority, wording, campaign="C")
        requests.log(desk, new, today=TODAY)
    requests.log(desk, NewRequest("Q", "Gwent Police", "Which?", campaign="C"), today=TODAY)
    requests.log(desk, NewRequest("Q", "Surrey Police", campaign="C"), today=TODAY)
    assert [(q.wording, q.requests) for q in of(desk).questions] == [
        ("How many?", 2),
        ("Which?", 1),
    ]


def test_whom_it_has_not_asked(asked: Desk) -> None:
    found = not_asked(asked, the_campaign(asked))
    assert found.title == "Misuse of social media"
    first = found.groups[0]
    assert (first.kind, first.nation, first.total) == ("police force", "", 45)
    assert "Kent Police" not in first.names
    assert "Cumbria Constabulary" in first.names
    assert len(first.names) == 45 - 6
    wales = next(g for g in found.groups if (g.kind, g.nation) == ("police force", "Wales"))
    assert (wales.total, len(wales.names)) == (4, 3)


class TestChanges:
    """What is done to a campaign as a whole, and taken back."""

    def test_notes(self, desk: Desk) -> None:
        log(desk)
        campaign_changes.set_notes(desk, the_campaign(desk), "Ask again in May.")
        assert of(desk).notes == "Ask again in May."
        history.undo(desk)
        assert of(desk).notes == ""

    def test_two_become_one(self, desk: Desk) -> None:
        one, two = log(desk, "Kent Police"), log(desk, "Essex Police", campaign="Sociial media")
        first, second = campaigns.all(desk)
        campaign_changes.set_notes(desk, second.id, "misspelt")
        done = campaign_changes.merge(desk, second.id, first.id)
        assert done.request_ids == (two,)
        [left] = campaigns.all(desk)
        assert (left.id, left.requests) == (first.id, 2)
        assert of(desk).notes == "misspelt"
        found = requests.ids(desk, replace(EVERY, search="Police and social"), *BY, today=TODAY)
        assert set(found) == {one, two}
        history.undo(desk)
        assert [c.requests for c in campaigns.all(desk)] == [1, 1]
        history.redo(desk)
        assert [c.requests for c in campaigns.all(desk)] == [2]
        with pytest.raises(DeskError, match="another campaign"):
            campaign_changes.merge(desk, first.id, first.id)

    def test_the_bin(self, desk: Desk) -> None:
        one, two = log(desk, "Kent Police"), log(desk, "Essex Police")
        requests.bin(desk, two)
        number = the_campaign(desk)
        assert campaign_changes.bin(desk, number).request_ids == (one,)
        assert campaigns.all(desk) == ()
        assert [c.requests for c in campaign_changes.in_bin(desk)] == [2]
        with pytest.raises(DeskError, match="in the bin"):
            campaigns.create(desk, "police and Social Media")
        history.undo(desk)
        assert [c.requests for c in campaigns.all(desk)] == [1]
        history.redo(desk)
        campaign_changes.restore(desk, number)
        assert [c.requests for c in campaigns.all(desk)] == [2]
        with pytest.raises(DeskError, match="not in the bin"):
            campaign_changes.restore(desk, number)

    def test_what_leaves_the_bin_brings_its_campaign_along(self, desk: Desk) -> None:
        one = log(desk, "Kent Police")
        campaign_changes.bin(desk, the_campaign(desk))
        requests.restore(desk, one)
        assert [c.requests for c in campaigns.all(desk)] == [1]
        campaign_changes.bin(desk, the_campaign(desk))
        log(desk, "Essex Police")
        assert [c.requests for c in campaigns.all(desk)] == [1]
