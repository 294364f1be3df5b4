from hypothesis import given
from hypothesis import strategies as st

from foitrack.reporting.cells import ChipsCell, TextCell
from foitrack.reporting.fonts import Lettering
from foitrack.reporting.ledger import Column, Ledger, Row, shared_out
from tests.reporting.samples import fonts

LETTERING = Lettering(fonts())
spans = st.lists(
    st.tuples(st.floats(1, 90), st.floats(0, 400)).map(lambda s: (s[0], s[0] + s[1])),
    min_size=1,
    max_size=14,
)


@given(spans, st.floats(100, 800))
def test_columns_fill_the_room_and_hold_their_words_where_that_can_be(
    wanted: list[tuple[float, float]], room: float
) -> None:
    widths = shared_out(wanted, room)
    least = sum(low for low, _ in wanted)
    if least <= room:
        assert all(width >= low - 0.01 for width, (low, _) in zip(widths, wanted, strict=True))
    assert sum(widths) <= room + 0.01


def ledger(texts: list[str]) -> Ledger:
    columns = [Column("Words"), Column("Cited", fixed=60)]
    rows = [
        Row([TextCell(LETTERING, text), ChipsCell(LETTERING, (("s31", True), ("s40", False)))])
        for text in texts
    ]
    return Ledger(LETTERING, columns, rows)


@given(st.lists(st.text("ab \n", max_size=3000), min_size=1, max_size=12), st.floats(80, 700))
def test_the_parts_of_a_table_always_fit_and_always_end(texts: list[str], page: float) -> None:
    rest: Ledger = ledger(texts)
    for _ in range(4000):
        _, height = rest.wrap(300, page)
        if height <= page:
            return
        parts = rest.split(300, page)
        if not parts:
            # Too low a page for one whole row: the frame of a real page is never so low.
            assert page < 200
            return
        first, rest = parts  # type: ignore[assignment]
        assert first.wrap(300, page)[1] <= page + 0.01
    raise AssertionError("the table never ended")
