"""The way up beside a request: each rung's word, sentence, last day and source."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from foitrack.desk import requests
from foitrack.desk.views import Changed, NewRequest
from foitrack.law.escalation import Possible, Rung
from foitrack.law.terms import Event, EventKind, Strength
from tests.ui.conftest import Settle
from ui.requests.detail import RequestDetailPane
from ui.requests.way_up import WayUp, in_words, rung_chip
from ui.widgets.state_chip import StateChip
from ui.workspace import Workspace

OPEN = Rung(
    "ICO",
    Possible.NOW,
    "Possible until Mon 8 May 2023.",
    date(2023, 5, 8),
    "FOIA s50(2)(b)",
    Strength.GUIDANCE,
)
LATER = Rung("Tribunal", Possible.LATER, "After the Commissioner's decision notice.")


def shown(widget: WayUp) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget)]


def test_a_rung_is_said_whole_and_never_by_colour_alone() -> None:
    assert in_words(OPEN) == (
        "ICO: Open now. Possible until Mon 8 May 2023. FOIA s50(2)(b), guidance, not statute."
    )
    assert in_words(LATER) == "Tribunal: Not yet. After the Commissioner's decision notice."
    chips = [rung_chip(possible) for possible in Possible]
    assert len({chip.words for chip in chips}) == len({chip.icon for chip in chips}) == 4


def test_rungs_stand_in_order_with_their_sources(dressed: QApplication, qtbot: QtBot) -> None:
    widget = WayUp()
    qtbot.addWidget(widget)
    widget.show_rungs((OPEN, LATER))
    assert shown(widget) == [
        "The way up",
        *("ICO", "Open now", "Possible until Mon 8 May 2023."),
        "FOIA s50(2)(b), guidance, not statute",
        *("Tribunal", "Not yet", "After the Commissioner's decision notice."),
    ]
    assert [chip.accessibleName() for chip in widget.findChildren(StateChip)] == [
        "Open now",
        "Not yet",
    ]
    assert "ICO: Open now." in widget.accessibleDescription()
    widget.show_rungs(())
    assert widget.isHidden()


def test_an_overdue_request_shows_what_is_open_and_a_scottish_one_its_own_bodies(
    empty_workspace: Workspace, qtbot: QtBot, settle: Settle
) -> None:
    desk, today = empty_workspace.desk, empty_workspace.today
    for authority in ("Gwent Police", "Police Scotland"):
        new = NewRequest("Complaints", authority, sent_on=date(2023, 1, 9))
        requests.log(desk, new, today=today)
    pane = RequestDetailPane(empty_workspace)
    qtbot.addWidget(pane)
    pane.resize(1000, 800)
    pane.show_request(1, "review")
    pane.show()
    settle(empty_workspace)
    rungs = pane.review.way_up.rungs()
    assert [(rung.name, rung.possible) for rung in rungs] == [
        ("Chase", Possible.NOW),
        ("Internal review", Possible.LATER),
        ("ICO", Possible.NOW),
        ("Tribunal", Possible.LATER),
    ]
    assert pane.review.way_up.isVisible()
    said = "There is no answer: a review is not needed first."
    qtbot.waitUntil(lambda: said in shown(pane.review.way_up))
    pane.show_request(2, "review")
    qtbot.waitUntil(lambda: pane.review.way_up.rungs()[2].name.startswith("Scottish"))
    assert pane.review.way_up.rungs()[1].possible is Possible.NOW
    requests.add_event(desk, 2, Event(EventKind.CHASED, date(2023, 3, 20)), today=today)
    pane.hear(Changed(""))
    # New lines are shown by the event loop, a turn after they were added.
    qtbot.waitUntil(lambda: "Last chased on Mon 20 March 2023." in shown(pane.review.way_up))
