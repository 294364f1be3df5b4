"""State, provisions and nations as small painted things that also say themselves in words."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from foitrack.desk.views import ProvisionTag
from foitrack.law.terms import Outcome, Standing, State
from ui import theme
from ui.theme.icons import icon_names
from ui.theme.tokens import TOKEN_NAMES
from ui.widgets.exemption_chip import ExemptionChip, distinct, paint_exemptions, tooltip
from ui.widgets.nation_tags import NationTags, in_words
from ui.widgets.state_chip import StateChip, chip_size, paint_chip, state_chip

S31 = ProvisionTag("FOIA s31(1)(g)", True, "Law enforcement", "qualified")


def canvas(width: int = 200, height: int = 36) -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(theme.tokens().surface)
    return image


def differs(image: QImage, x: int, y: int) -> bool:
    return image.pixelColor(x, y) != theme.tokens().surface


@pytest.mark.parametrize("state", list(State))
def test_every_state_has_icon_word_and_colour(state: State) -> None:
    for outcome in (None, *Outcome):
        chip = state_chip(state, outcome)
        assert chip.words, outcome
        assert chip.icon in icon_names(), outcome
        assert chip.tone in TOKEN_NAMES, outcome
        assert chip.tint == "" or chip.tint in TOKEN_NAMES, outcome


def test_only_what_waits_for_the_person_is_tinted() -> None:
    tinted = {state for state in State if state_chip(state).tint}
    assert tinted == {State.OVERDUE, State.RESPONSE_TO_READ, State.DATE_MISSING}
    assert state_chip(State.WAITING, due_soon=True).words == "Due soon"
    assert state_chip(State.WAITING, due_soon=True).tint
    assert not state_chip(State.OVERDUE, due_soon=True).words.startswith("Due")


def test_an_answer_is_named_by_its_outcome() -> None:
    assert state_chip(State.ANSWERED, Outcome.REFUSED).words == "Refused"
    assert state_chip(State.ANSWERED, Outcome.COST_LIMIT).tone == "plum"
    assert state_chip(State.ANSWERED, Outcome.PART_DISCLOSED).icon == "part"
    assert state_chip(State.WAITING, Outcome.REFUSED).words == "Waiting"


def test_the_tint_becomes_surface_on_a_selected_row(dressed: QApplication) -> None:
    chip = state_chip(State.OVERDUE)
    for selected, expected in ((False, theme.tokens().red_soft), (True, theme.tokens().surface)):
        image = canvas()
        painter = QPainter(image)
        paint_chip(painter, QRectF(0, 0, 200, 36), chip, selected=selected)
        painter.end()
        assert image.pixelColor(chip_size(chip).width() - 3, 18) == expected


def test_a_chip_as_a_label_is_read_aloud(dressed: QApplication, qtbot: QtBot) -> None:
    label = StateChip(state_chip(State.OVERDUE))
    qtbot.addWidget(label)
    assert label.accessibleName() == "Overdue"
    assert label.size() == chip_size(state_chip(State.OVERDUE))
    label.show_chip(state_chip(State.RESPONSE_TO_READ))
    assert label.text() == "Response to read"


def test_the_tooltip_says_all_about_a_provision() -> None:
    assert tooltip(S31) == "FOIA s31(1)(g), Law enforcement, qualified, confirmed"
    cost = ProvisionTag("FOIA s12(1)", False, "Cost limit", "absolute")
    assert "not an exemption" in tooltip(cost)
    assert "absolute" not in tooltip(cost)
    assert "not confirmed yet" in tooltip(cost)
    gone = ProvisionTag("FOIA s40(2)", True, "", "", Standing.OVERTURNED)
    assert "overturned on review" in tooltip(gone)
    environment = ProvisionTag("EIR r12(4)(b)", True, "Manifestly unreasonable", "qualified")
    assert "qualified" in tooltip(environment)


def test_one_chip_a_section_confirmed_where_any_is() -> None:
    tags = (
        ProvisionTag("FOIA s31(1)(a)", False),
        ProvisionTag("FOIA s31(1)(g)", True),
        ProvisionTag("FOIA s40(2)", False),
    )
    assert [(short, tag.confirmed) for short, tag in distinct(tags)] == [
        ("s31", True),
        ("s40", False),
    ]


def test_solid_and_dashed_edges_differ(dressed: QApplication) -> None:
    pictures = []
    for confirmed in (True, False):
        image = canvas(60)
        painter = QPainter(image)
        paint_exemptions(painter, QRectF(0, 0, 60, 36), (ProvisionTag("FOIA s31", confirmed),))
        painter.end()
        pictures.append(image)
    solid, dashed = pictures
    along = range(6, 30)
    assert all(differs(solid, x, 8) for x in along)
    assert any(not differs(dashed, x, 8) for x in along)


def test_chips_that_do_not_fit_are_counted(dressed: QApplication) -> None:
    tags = tuple(ProvisionTag(f"FOIA s{number}", True) for number in (22, 30, 31, 40, 41))
    image = canvas(90)
    painter = QPainter(image)
    paint_exemptions(painter, QRectF(0, 0, 90, 36), tags)
    painter.end()
    assert not any(differs(image, 89, y) for y in range(36))
    assert any(differs(image, x, 18) for x in range(40, 89))


def test_a_chip_as_a_label_has_its_tooltip(dressed: QApplication, qtbot: QtBot) -> None:
    chip = ExemptionChip(S31)
    qtbot.addWidget(chip)
    assert chip.text() == "s31"
    assert chip.toolTip() == chip.accessibleName() == tooltip(S31)
    assert not chip.grab().isNull()


def test_nations_say_where_the_holiday_is(dressed: QApplication, qtbot: QtBot) -> None:
    assert in_words(("E", "W", "S", "NI")) == "A bank holiday in all of the UK"
    assert in_words({"NI"}) == "A bank holiday in Northern Ireland only"
    assert in_words({"W", "E", "NI"}) == (
        "A bank holiday in England, Wales and Northern Ireland only"
    )
    tags = NationTags({"NI"})
    qtbot.addWidget(tags)
    image = tags.grab().toImage()
    amber = theme.tokens().amber
    assert image.pixelColor(tags.width() - 4, 3) == amber
    assert image.pixelColor(4, 3) != amber
