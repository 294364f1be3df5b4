"""Columns that only blanks keep apart: figures set to the right, empty cells, long totals."""

from __future__ import annotations

import textwrap
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from foitrack.reading.documents.base import in_text
from foitrack.reading.findings import Table
from foitrack.reading.tables.finding import find_tables
from tests.reading.tables.test_round_trip import around

RANKS = ["Constable", "Sergeant", "Inspector", "Chief Inspector", "PCSO", "Police staff"]
HEADINGS = ["2019", "2020", "2021", "2022/23", "Officers", "Staff", "Not known"]
FIGURE = st.integers(0, 1204).map(lambda number: f"{number:,}")


def read(text: str) -> tuple[Table, ...]:
    return find_tables(around(textwrap.dedent(text).strip("\n")), in_text)


def right(rows: list[list[str]], gap: int) -> str:
    """Labels set to the left and figures to the right, under their headings."""
    own = max(len(row[0]) for row in rows if not row[0].startswith("Total"))
    widths = [max(len(row[n]) for row in rows) + gap for n in range(1, len(rows[0]))]
    return "\n".join(
        row[0].ljust(own) + "".join(c.rjust(w) for c, w in zip(row[1:], widths, strict=True))
        for row in rows
    )


@given(st.data(), st.integers(2, 8))
def test_empty_cells_stay_under_their_headings(data: st.DataObject, gap: int) -> None:
    names = data.draw(st.lists(st.sampled_from(HEADINGS), min_size=2, max_size=4, unique=True))
    ranks = data.draw(st.permutations(RANKS))[: data.draw(st.integers(2, 5))]
    rows = [["Rank", *names], [ranks[0], *(data.draw(FIGURE) for _ in names)]]
    for rank in ranks[1:]:
        cells = [data.draw(st.sampled_from(["", data.draw(FIGURE)])) for _ in names]
        if not any(cells):
            cells[data.draw(st.integers(0, len(names) - 1))] = "1"
        rows.append([rank, *cells])
    (table,) = read(right(rows, gap))
    assert [list(row) for row in (table.columns, *table.rows)] == rows


def test_a_total_whose_label_is_wider_than_the_others() -> None:
    (table,) = read(
        """
        Outcome            Officers   Staff
        Dismissed                 4       2
        Final written             1       1
        Total (all outcomes)      5       3
        """
    )
    assert table.columns == ("Outcome", "Officers", "Staff")
    assert table.rows == (("Dismissed", "4", "2"), ("Final written", "1", "1"))
    assert table.total_row == ("Total (all outcomes)", "5", "3")
    assert not table.flags


def test_a_total_whose_label_runs_on_below_the_next_column() -> None:
    (table,) = read(
        """
        Year  Rank             Outcome              Number
        2021  Constable        Dismissed                 2
        2021  Sergeant         Written warning           1
        2021 Total                                       3
        2022  Constable        Dismissed                 3
        2022 Total                                       3
        Grand Total                                      6
        """
    )
    assert table.columns == ("Year", "Rank", "Outcome", "Number")
    assert table.rows[2] == ("2021 Total", "", "", "3")
    assert table.total_row == ("Grand Total", "", "", "6")


def test_the_total_of_both_years_below_the_second() -> None:
    _, second = read(
        """
        2021
        Outcome            Officers   Staff
        Dismissed                 3       1
        Final written             2       0
        2022
        Outcome            Officers   Staff
        Dismissed                 4       2
        Final written             1       1
        Total (both years)       10       4
        """
    )
    assert (second.heading, second.columns) == ("2022", ("Outcome", "Officers", "Staff"))
    assert second.rows == (("Dismissed", "4", "2"), ("Final written", "1", "1"))
    assert not second.flags


def test_cells_apart_on_every_line_though_not_set_below_each_other() -> None:
    (table,) = read(
        """
        Tax year    Calls offered    Calls handled    Average speed of answer
        2021 to 2022    23,914    21,660    2 minutes 41 seconds
        2022 to 2023    24,508    21,017    3 minutes 55 seconds
        """
    )
    assert table.columns[1:] == ("Calls offered", "Calls handled", "Average speed of answer")
    assert table.rows[1] == ("2022 to 2023", "24,508", "21,017", "3 minutes 55 seconds")


@given(
    st.lists(st.integers(0, 40), min_size=16, max_size=16), st.booleans(), st.sampled_from([5, 7])
)
def test_three_lines_of_headings(figures: list[int], named: bool, width: int) -> None:
    columns = list(product(("2021", "2022"), ("Officers", "Staff"), ("M", "F")))
    label = "Outcome" if named else ""
    lines = [
        " " * 12 + "".join(year.center(4 * width) for year in ("2021", "2022")),
        " " * 12 + "".join(kind.center(2 * width) for kind in ("Officers", "Staff") * 2),
        label.ljust(12) + "".join(own.center(width) for *_, own in columns),
        *(
            name.ljust(12) + "".join(str(n).center(width) for n in figures[at : at + 8])
            for at, name in ((0, "Dismissed"), (8, "Warning"))
        ),
    ]
    (table,) = read("\n".join(line.rstrip() for line in lines))
    assert table.columns == (label, *map(" ".join, columns))
    assert table.rows == (
        ("Dismissed", *map(str, figures[:8])),
        ("Warning", *map(str, figures[8:])),
    )
