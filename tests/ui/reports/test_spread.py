from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF, QSizeF

from ui.reports.spread import LEAST_ZOOM, MOST_ZOOM, Spread, lay_out, next_zoom

A4 = QSizeF(595.3, 841.9)
WIDE = QSizeF(841.9, 595.3)


def test_two_upright_pages_stand_side_by_side_where_there_is_room() -> None:
    spread = lay_out([A4] * 31, 0, QSizeF(900, 780), None)
    assert list(spread.pages) == [0, 1]
    assert 0.68 < spread.scale < 0.73


def test_one_page_is_shown_where_two_would_be_too_small() -> None:
    assert list(lay_out([A4] * 31, 4, QSizeF(600, 560), None).pages) == [4]


def test_the_last_page_stands_alone() -> None:
    assert list(lay_out([A4] * 3, 2, QSizeF(1400, 900), None).pages) == [2]


def test_a_zoom_shows_as_many_as_fit_the_width() -> None:
    assert len(lay_out([A4] * 3, 0, QSizeF(1400, 900), 1.0).boxes) == 2
    assert len(lay_out([A4] * 3, 0, QSizeF(1200, 900), 1.0).boxes) == 1


@given(
    st.lists(st.sampled_from([A4, WIDE]), min_size=1, max_size=5),
    st.floats(0, 3000),
    st.floats(0, 3000),
    st.none() | st.floats(0.01, 9),
)
def test_sheets_never_overlap_nor_leave_the_view(
    sizes: list[QSizeF], across: float, down: float, zoom: float | None
) -> None:
    spread: Spread = lay_out(sizes, 0, QSizeF(across, down), zoom)
    whole = QRectF(-1, -1, spread.size.width() + 2, spread.size.height() + 2)
    assert LEAST_ZOOM <= spread.scale <= MOST_ZOOM
    assert all(whole.contains(box) for box in spread.boxes)
    if zoom is None and spread.scale > LEAST_ZOOM:
        assert spread.size.width() <= across + 0.01
        assert spread.size.height() <= down + 0.01
    if len(spread.boxes) > 1:
        assert not spread.boxes[0].intersects(spread.boxes[1])


@given(st.floats(LEAST_ZOOM, MOST_ZOOM))
def test_steps_go_up_and_down_and_end(scale: float) -> None:
    assert next_zoom(scale, larger=True) > scale or scale > MOST_ZOOM - 0.01
    assert next_zoom(scale, larger=False) < scale or scale < LEAST_ZOOM + 0.01
