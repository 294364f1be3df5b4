from __future__ import annotations

from ui.requests.columns import COLUMNS, hidden_at

FIRST = frozenset(column.key for column in COLUMNS if column.shown_first)


def test_all_fit_at_the_drawn_size() -> None:
    assert hidden_at(1440 - 216, FIRST) == frozenset()


def test_request_gives_way_before_reference() -> None:
    widths = [hidden_at(width, FIRST) for width in range(1300, 700, -10)]
    assert frozenset({"title"}) in widths
    assert frozenset({"reference"}) not in widths
    assert hidden_at(1024 - 56, FIRST) == {"title", "reference"}


def test_larger_text_needs_more_room() -> None:
    assert hidden_at(1224, FIRST, 1.25) == {"title", "reference"}


def test_only_what_is_wanted_is_hidden() -> None:
    least = {"sent", "provisions"}
    assert hidden_at(100, FIRST - {"title"}) == {"reference"} | least
    assert hidden_at(100, FIRST | {"campaign"}) == {"campaign", "title", "reference"} | least


def test_a_column_that_was_asked_for_gives_way_last() -> None:
    assert "campaign" not in hidden_at(1224, FIRST | {"campaign"})


def test_at_the_largest_text_what_matters_most_is_still_there() -> None:
    hidden = hidden_at(1440 - 112, FIRST, 2.0)
    assert hidden == {"title", "reference", "sent", "provisions"}
