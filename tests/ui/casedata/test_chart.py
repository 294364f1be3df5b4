from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from foitrack.desk.views import Bar, Chart
from tests.ui.casedata.samples import chart, overview
from ui.casedata.charts import Charts, common_note
from ui.casedata.fill_order import Fills
from ui.widgets.chart import BarChart
from ui.widgets.chart_lanes import lane_counts, lane_sums, lanes_of
from ui.widgets.chart_layout import Measures, drawn_series, lay_out
from ui.widgets.chart_words import describe, in_words, short_figure, short_year, tighter

MEASURES = Measures(line=15, label_width=80, count_width=30, top=24)
MANY = Chart(
    "By year",
    "year",
    tuple("ABCDEF"),
    (Bar("2020", (1, 2, 3, 4, 5, 6)), Bar("2021", (6, 0, 0, 0, 0, 1))),
)


def test_stacked_pieces_follow_one_another_and_are_to_scale() -> None:
    first, second, _ = lay_out(chart(), 400, 200, MEASURES, stacked=True).bars
    ends = [piece.box.right() for piece in first.pieces]
    starts = [piece.box.left() for piece in first.pieces]
    assert starts[1] > ends[0]
    assert first.pieces[0].box.width() > second.pieces[0].box.width()
    assert [piece.series for piece in first.pieces] == [0, 1]


def test_unlike_counts_stand_side_by_side() -> None:
    placed = lay_out(chart(), 400, 200, MEASURES, stacked=False).bars[1]
    assert len({piece.box.left() for piece in placed.pieces}) == 1
    tops = [piece.box.top() for piece in placed.pieces]
    assert tops == sorted(set(tops)) and len(tops) == 3


def test_what_counts_alike_follows_one_another_beside_what_counts_other_things() -> None:
    alike = (("A", "C", "E"), ("B", "D", "F"))
    lanes = lanes_of(MANY, False, alike)
    assert lanes == ((0, 2, 4), (1, 3, 5))
    # Those without a fill of their own share one, and are still not added to what is unlike.
    assert lane_counts(MANY.bars[0], lanes) == (((0, 1), (2, 3), (3, 5)), ((1, 2), (3, 10)))
    assert lane_sums(MANY.bars[0], lanes) == (9, 12)
    assert lane_sums(MANY.bars[1], lanes) == (6, 1)
    placed = lay_out(MANY, 400, 200, MEASURES, stacked=False, alike=alike).bars[0]
    sides = {piece.series: piece.box.left() for piece in placed.pieces if piece.series < 3}
    assert sides[0] == sides[2] < sides[1]
    # An authority of which nothing is known stands alone.
    assert lanes_of(MANY, False, (("A", "B", "C", "D", "E"), ("Gone",))) == ((0, 1, 2, 3, 4), (5,))


@pytest.mark.parametrize("stacked", [True, False])
@pytest.mark.parametrize("field", ["platform", "year"])
def test_nothing_is_painted_outside_its_own_target(field: str, stacked: bool) -> None:
    layout = lay_out(chart(field), 300, 180, MEASURES, stacked=stacked)
    for placed in layout.bars:
        for piece in placed.pieces:
            assert placed.target.contains(piece.box.center())
            assert piece.box.left() >= placed.target.left() - 0.01
            assert piece.box.right() <= placed.target.right() + 0.01
            assert piece.box.top() >= placed.target.top() - 0.01


def test_targets_are_large_enough_to_hit() -> None:
    for field in ("platform", "year"):
        for placed in lay_out(chart(field), 300, 180, MEASURES, stacked=True).bars:
            assert placed.target.width() >= 24 and placed.target.height() >= 24


def test_bars_without_room_are_counted() -> None:
    bars = tuple(Bar(str(at), (at, 0, 0)) for at in range(20, 0, -1))
    layout = lay_out(chart("outcome", *bars), 300, 24 + 5 * 24, MEASURES, stacked=True)
    assert len(layout.bars) == 4
    assert layout.left_off == 16
    assert not layout.more.isEmpty()


def test_after_three_series_the_others_share_a_fill() -> None:
    assert drawn_series(MANY) == ("A", "B", "C", "")
    assert lane_counts(MANY.bars[0], lanes_of(MANY, True)) == (((0, 1), (1, 2), (2, 3), (3, 15)),)
    assert drawn_series(chart()) == chart().series


def test_a_chart_says_every_figure() -> None:
    assert describe(chart()).startswith("Facebook: North Council 30, South Council 4.")
    assert "Not given: East Council 7." in describe(chart())


def test_of_very_many_bars_a_chart_says_the_first() -> None:
    many = chart("authority", *(Bar(f"Council {at}", (1, 0, 0)) for at in range(500)))
    said = describe(many)
    assert "Council 39: North Council 1. 460 more." in said
    assert "Council 40:" not in said


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("no-further-action", "No further action"),
        ("Facebook", "Facebook"),
        ("2020/21", "2020/21"),
        ("PC 12-A", "PC 12-A"),
    ],
)
def test_names_of_vocabularies_are_shown_in_words(value: str, shown: str) -> None:
    assert in_words(value) == shown


@pytest.mark.parametrize(
    ("year", "short"),
    [("2015", "’15"), ("2015/16", "’15/16"), ("1998", "’98"), ("12 May", "12 May")],
)
def test_a_year_is_short_where_there_is_little_room(year: str, short: str) -> None:
    assert short_year(year) == short


@pytest.mark.parametrize(
    ("figure", "short"),
    [
        ("37,936", "38k"),
        ("9,999", "9,999"),
        ("999,499", "999k"),
        ("999,500", "1.0m"),
        ("11 | 2 | 1", "11 | 2 | 1"),
    ],
)
def test_a_figure_is_short_where_there_is_little_room(figure: str, short: str) -> None:
    assert short_figure(figure) == short


def test_figures_side_by_side_never_run_together() -> None:
    ways = [said for _, said in tighter("215 | 28 | 2")]
    assert ways[0] == "215 | 28 | 2"
    assert all([part.strip() for part in said.split("|")] == ["215", "28", "2"] for said in ways)
    assert all(len(said.split()) == 5 for said in ways)
    assert tighter("37,936")[-1] == (11, "38k")


def test_what_is_noted_of_every_chart_is_said_once(dressed: QApplication, qtbot: QtBot) -> None:
    note = "Suppressed figures are drawn at their least."
    both = overview(replace(chart(), note=note), replace(chart("rank"), note=note))
    assert common_note(both) == note
    assert common_note(overview(replace(chart(), note=note), chart("rank"))) == ""
    shown = Charts()
    qtbot.addWidget(shown)
    shown.show_overview(both, {})
    # It is still heard with each chart.
    assert all(note in each.accessibleDescription() for each in shown.charts())


@pytest.fixture
def widget(dressed: QApplication, qtbot: QtBot) -> BarChart:
    made = BarChart()
    qtbot.addWidget(made)
    made.resize(320, 200)
    made.show_chart(chart())
    made.show()
    return made


def test_a_click_on_a_bar_chooses_its_value(widget: BarChart, qtbot: QtBot) -> None:
    target = widget.placed().bars[1].target.center().toPoint()
    with qtbot.waitSignal(widget.chosen) as heard:
        qtbot.mouseClick(widget, Qt.MouseButton.LeftButton, pos=target)
    assert heard.args == ["platform", "WhatsApp"]


def test_the_keyboard_moves_and_chooses_and_not_given_has_no_label(
    widget: BarChart, qtbot: QtBot
) -> None:
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down):
        qtbot.keyClick(widget, key)
    with qtbot.waitSignal(widget.chosen) as heard:
        qtbot.keyClick(widget, Qt.Key.Key_Return)
    assert heard.args == ["platform", ""]
    qtbot.keyClick(widget, Qt.Key.Key_Home)
    with qtbot.waitSignal(widget.chosen) as heard:
        qtbot.keyClick(widget, Qt.Key.Key_Space)
    assert heard.args == ["platform", "Facebook"]


def test_a_chart_has_a_name_and_is_reached_by_tab(widget: BarChart) -> None:
    assert widget.accessibleName() == "By platform"
    assert "WhatsApp: North Council 20" in widget.accessibleDescription()
    assert widget.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_paints_in_both_themes_without_a_word(widget: BarChart, dressed: QApplication) -> None:
    light = widget.grab().toImage()
    widget.show_chart(chart(), selected=frozenset({"Facebook"}))
    assert widget.grab().toImage() != light


def test_an_authority_keeps_its_fill_whatever_is_filtered() -> None:
    fills = Fills()
    fills.in_order(overview(), None)
    only = overview(chart("platform", Bar("Facebook", (4,)), series=("South Council",)))
    shown = fills.in_order(only, None).charts[0]
    assert shown.series == ("North Council", "South Council", "East Council")
    assert shown.bars[0].counts == (0, 4, 0)
    assert fills.in_order(only, 2).charts[0].series == ("South Council",)
