"""Tool tips that teach the law: one sentence each, with the section that the dates rest on."""

from __future__ import annotations

import re
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from foitrack import assets
from foitrack.desk import requests
from foitrack.law.terms import Body, Regime
from tests.ui.conftest import Settle
from ui.law_tips import GENERAL, TIPS, tip
from ui.requests.columns import COLUMNS, INDEX
from ui.requests.detail import RequestDetailPane
from ui.requests.detail_tabs import TABS
from ui.requests.model import RequestsModel
from ui.workspace import Workspace

SECTION = re.compile(r"\b(?:(?:FOIA|FOISA) s\d|(?:EIR|EISR) r\d|s45 Code)")
PERIODS = ("response", "review-request", "review", "commissioner")


@pytest.mark.parametrize("regime", list(Regime))
def test_every_tip_is_one_sentence_with_its_section(regime: Regime) -> None:
    for topic, tips in TIPS.items():
        said = tips[regime]
        assert said.endswith(").") or topic == "law", said
        assert said.count(". ") == 0, said
        assert SECTION.search(said), said


@pytest.mark.parametrize("regime", list(Regime))
def test_a_tip_names_what_the_date_is_counted_by(regime: Regime) -> None:
    rules = assets.calendars().rules.of(regime)
    for topic in PERIODS:
        period = rules.period(topic)
        assert period is not None
        assert f"({period.basis})." in TIPS[topic][regime]


def test_headings_teach_what_holds_under_all_four_laws() -> None:
    across, role = Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole
    model = RequestsModel(lambda *_: None)
    for key, topic in (("due", "response"), ("review", "review-request")):
        assert model.headerData(INDEX[key], across, role) == tip(topic)
    assert model.headerData(INDEX["authority"], across, role) == COLUMNS[INDEX["authority"]].title
    for said in GENERAL.values():
        assert all(law in said for law in ("FOISA", "EIR", "EISR")), said


def test_the_parts_of_a_request_teach_its_own_law(
    dressed: QApplication, workspace: Workspace, qtbot: QtBot, settle: Settle
) -> None:
    pane = RequestDetailPane(workspace)
    qtbot.addWidget(pane)
    head, tabs = pane.header, pane.tabs

    def show(**changed: Any) -> None:
        change = requests.edit(workspace.desk, 1, **changed)
        pane.show_request(1, at_once=True)
        pane.hear(change)
        settle(workspace)

    for regime in (Regime.EISR, Regime.FOIA):
        show(regime=regime)
        assert head.due_word.toolTip() == tip("response", regime)
        assert head.due_word.accessibleDescription() == tip("response", regime)
        assert tabs.tabToolTip(TABS.index("review")) == tip("review-request", regime)
        assert pane.review.ask.toolTip() == tip("review-request", regime)
    show(body=Body.SCHOOL)
    assert head.due_word.toolTip() == ""
