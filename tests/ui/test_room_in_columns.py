"""Columns share what room there is, and what must not be cut takes smaller type and more lines."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF, QStandardItemModel
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui import theme
from ui.requests.columns import COLUMNS, INDEX
from ui.requests.row_delegate import DATE, PAD
from ui.widgets.sharing import beside, shared_out
from ui.widgets.table_view import ListTable
from ui.widgets.whole_words import SMALL, USUAL, fitted

WIDTHS = {"state": 100, "title": 120, "due": 200}


def test_what_has_most_to_say_grows_first() -> None:
    assert shared_out(WIDTHS, 600, {"title": 500}) == {"state": 100, "title": 300, "due": 200}


def test_in_a_very_wide_window_the_others_grow_a_little_and_the_rest_stays_empty() -> None:
    made = shared_out(WIDTHS, 4000, {"title": 500})
    assert made == {"state": 150, "title": 500, "due": 300}


def test_a_width_that_was_chosen_stays() -> None:
    made = shared_out(WIDTHS, 4000, {"title": 500}, kept={"due", "title"})
    assert made == {"state": 150, "title": 120, "due": 200}


def test_no_column_is_made_narrower_where_there_is_no_room() -> None:
    assert shared_out(WIDTHS, 300, {"title": 500}) == WIDTHS


@pytest.mark.parametrize(
    ("page", "scale", "wide"),
    [(1000, 1.0, 272), (1600, 1.0, 272), (2000, 1.0, 372), (9000, 1.0, 640), (3600, 2.0, 644)],
)
def test_what_stands_beside_a_list_takes_a_share_of_a_very_wide_window(
    page: int, scale: float, wide: int
) -> None:
    assert beside(page, 272, scale) == wide


@pytest.mark.parametrize("way", list(Qt.LayoutDirection)[:2])
def test_a_line_goes_on_to_the_edge_where_its_columns_end_before_it(
    dressed: QApplication, qtbot: QtBot, way: Qt.LayoutDirection
) -> None:
    table = ListTable("Lines")
    qtbot.addWidget(table)
    table.reaches_across = True
    table.setLayoutDirection(way)
    table.setModel(QStandardItemModel(3, 1, table))
    table.setColumnWidth(0, 100)
    table.horizontalHeader().hide()
    table.resize(400, 300)
    table.show()
    table.setCurrentIndex(table.model().index(1, 0))
    seen = table.viewport().grab().toImage()
    at = seen.width() - 20 if way is Qt.LayoutDirection.LeftToRight else 20
    rows = [table.rowViewportPosition(row) for row in range(3)]
    grounds = [seen.pixelColor(at, top + 10) for top in rows]
    tokens = theme.tokens()
    assert grounds == [tokens.surface, tokens.accent_soft, tokens.surface]
    assert [seen.pixelColor(at, top - 1) for top in rows[1:]] == [tokens.line] * 2


@pytest.mark.parametrize(("column", "taken"), [("due", DATE), ("review", 0)])
def test_very_late_is_said_in_full_in_the_list_of_requests(
    dressed: QApplication, column: str, taken: int
) -> None:
    """In the usual widths, which are those of a window of 1440 pixels."""
    room = COLUMNS[INDEX[column]].width - taken - 2 * PAD
    assert " ".join(fitted("12,102 working days late", room, 600).lines).endswith("days late")


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_words_that_may_not_be_cut_are_all_there(dressed: QApplication, scale: float) -> None:
    theme.apply(dressed, "light", scale)
    try:
        said = "Great Ormond Street Hospital for Children NHS Foundation Trust"
        wide = QFontMetricsF(theme.font(USUAL, 400)).horizontalAdvance(said)
        assert fitted(said, wide, 400).lines == (said,)
        small = fitted(said, wide * 0.95, 400)
        assert (small.size, small.lines) == (SMALL, (said,))
        halves = fitted(said, wide * 0.55, 400)
        assert len(halves.lines) == 2
        assert " ".join(halves.lines) == said
        metrics = QFontMetricsF(theme.font(SMALL, 400))
        assert all(metrics.horizontalAdvance(line) <= wide * 0.55 for line in halves.lines)
        assert fitted(said, wide * 0.2, 400).lines[-1].endswith("…")
        assert len(fitted(said, wide * 0.2, 400).lines) == 2
        assert fitted("Llanfairpwllgwyngyllgogerychwyrndrobwll", 60, 400).lines[0]
        assert fitted("", 60, 400).lines == ("",)
    finally:
        theme.apply(dressed, "light", 1.0)
