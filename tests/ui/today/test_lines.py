from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from foitrack.desk.views import Agenda, AgendaGroup, AgendaItem
from foitrack.law.terms import NextStep, Step
from ui.today import words
from ui.today.lines import DENSITIES, ActionRow, Heading, fitting, lines
from ui.today.ticks import BARS, reached


def item(
    authority: str, step: Step = Step.CHASE, late: int = 0, ids: tuple[int, ...] = (1,)
) -> AgendaItem:
    return AgendaItem(
        ids,
        authority,
        "One question",
        "5 working days late",
        "Due",
        NextStep(step, "Do it."),
        20,
        late,
    )


def agenda(*groups: AgendaGroup) -> Agenda:
    return Agenda("Headline", "Sentence", groups)


def group(kind: str, *items: AgendaItem) -> AgendaGroup:
    return AgendaGroup(
        kind, kind.capitalize(), "A hint", items, sum(len(i.request_ids) for i in items)
    )


def test_a_group_is_a_heading_and_its_rows_and_empty_groups_are_hidden() -> None:
    found = lines(
        agenda(group("overdue", item("A"), item("B")), group("review"), group("to-read", item("C")))
    )
    kinds = [type(line) for line in found]
    assert kinds == [Heading, ActionRow, ActionRow, Heading, ActionRow]


def test_only_the_first_row_of_the_page_is_the_next_thing_to_do() -> None:
    found = lines(agenda(group("overdue", item("A"), item("B")), group("to-read", item("C"))))
    assert [line.first for line in found if isinstance(line, ActionRow)] == [True, False, False]


def test_the_roomiest_density_that_fits_is_taken() -> None:
    roomy, middle, tight = DENSITIES
    needed = 12 * roomy.row + 5 * roomy.heading
    assert fitting(12, 5, needed, 1.0) is roomy
    assert fitting(12, 5, needed - 1, 1.0) is middle
    assert fitting(12, 5, 12 * tight.row + 5 * tight.heading, 1.0) is tight


def test_where_nothing_fits_the_page_is_roomy_and_scrolls() -> None:
    assert fitting(100, 5, 700, 1.0) is DENSITIES[0]


def test_larger_text_needs_more_room() -> None:
    roomy = DENSITIES[0]
    needed = 3 * roomy.row + roomy.heading
    assert fitting(3, 1, needed, 1.0) is roomy
    assert fitting(3, 1, needed, 1.05) is not roomy


@pytest.mark.parametrize(
    ("day", "limit", "bars"), [(0, 20, 0), (17, 20, 17), (20, 20, 20), (30, 40, 15), (55, 40, BARS)]
)
def test_ticks_stand_for_the_share_of_the_count_that_has_passed(
    day: int, limit: int, bars: int
) -> None:
    assert reached(day, limit) == bars


def test_a_batch_is_opened_and_a_single_request_is_acted_on(dressed: QApplication) -> None:
    assert words.button(item("14 authorities", Step.WAIT, ids=(1, 2))) == "Open the batch"
    assert words.button(item("A", Step.WAIT)) == "Record response"
    assert words.button(item("A", Step.READ_RESPONSE)) == "Read and record"
    assert words.button(item("A", Step.NOTHING)) == "Open the request"


def test_late_is_red_whatever_the_group(dressed: QApplication) -> None:
    late = ActionRow(item("A", Step.CHASE_REVIEW), "review", first=False)
    soon = ActionRow(item("A", Step.ASK_REVIEW), "review", first=False)
    arrived = ActionRow(item("A", Step.READ_RESPONSE), "to-read", first=False)
    assert [words.when_tone(row) for row in (late, soon, arrived)] == ["red", "amber", "text"]


def test_a_row_says_all_that_it_paints(dressed: QApplication) -> None:
    said = words.said(ActionRow(item("Kent Police"), "due-soon", first=True))
    for part in ("Kent Police", "One question", "5 working days late", "Day 20 of 20"):
        assert part in said
