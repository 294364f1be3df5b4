"""Columns share what room there is, and what must not be cut takes smaller type and more lines."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication

from ui import theme
from ui.requests.columns import COLUMNS, INDEX
from ui.requests.row_delegate import DATE, PAD
from ui.widgets.sharing import shared_out
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
