"""Drawn tables in which a cell covers several columns or rows."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from foitrack.reading.documents.base import in_text
from foitrack.reading.findings import Table
from foitrack.reading.tables.finding import find_tables
from tests.reading.tables.test_round_trip import around

ASCII = str.maketrans("│─┌┬┐├┼┤└┴┘", "|-+++++++++")
FIGURES = st.lists(st.integers(0, 999), min_size=4, max_size=4)


def read(drawn: str) -> tuple[Table, ...]:
    return find_tables(around(f"Outcomes of each year\n\n{drawn}"), in_text)


def lined(cells: list[str], widths: list[int]) -> str:
    return "│" + "│".join(f" {c.ljust(w)} " for c, w in zip(cells, widths, strict=True)) + "│"


@given(st.lists(FIGURES, min_size=2, max_size=4), st.integers(9, 14), st.booleans(), st.booleans())
def test_years_over_two_columns_each(
    figures: list[list[int]], width: int, ruled: bool, plain: bool
) -> None:
    edge, both = "─" * (width + 2), "─" * (2 * width + 5)
    narrow, wide = [width] * 5, [width, 2 * width + 3, 2 * width + 3]
    rule = f"├{'┼'.join([edge] * 5)}┤"
    body = [lined([f"Rank {n}", *map(str, row)], narrow) for n, row in enumerate(figures)]
    drawn = "\n".join(
        [
            f"┌{edge}┬{both}┬{both}┐",
            lined(["", "2021", "2022"], wide),
            f"│ {'Rank'.ljust(width)} ├{edge}┬{edge}┼{edge}┬{edge}┤",
            lined(["", *["Dismissed", "Resigned"] * 2], narrow),
            rule,
            f"\n{rule}\n".join(body) if ruled else "\n".join(body),
            f"└{'┴'.join([edge] * 5)}┘",
        ]
    )
    (table,) = read(drawn.translate(ASCII) if plain else drawn)
    assert [" ".join(name.split()) for name in table.columns] == [
        "Rank",
        "2021 Dismissed",
        "2021 Resigned",
        "2022 Dismissed",
        "2022 Resigned",
    ]
    assert table.rows == tuple((f"Rank {n}", *map(str, row)) for n, row in enumerate(figures))
    assert table.heading == "Outcomes of each year"


def test_a_year_beside_several_rows() -> None:
    (table,) = read(
        """\
┌──────┬──────┬─────────────┐
│ Year │ Rank │ Outcome     │
├──────┼──────┼─────────────┤
│ 2021 │ PC   │ Dismissed   │
│      ├──────┼─────────────┤
│      │ PS   │ Written     │
│      │      │ warning     │
├──────┼──────┼─────────────┤
│ 2022 │ PC   │ Resigned    │
└──────┴──────┴─────────────┘
"""
    )
    assert table.columns == ("Year", "Rank", "Outcome")
    assert table.rows == (
        ("2021", "PC", "Dismissed"),
        ("2021", "PS", "Written warning"),
        ("2022", "PC", "Resigned"),
    )


def test_a_year_right_across() -> None:
    first, second = read(
        """\
+------+-----------+
| Rank | Outcome   |
+------+-----------+
| 2021             |
+------+-----------+
| PC   | Dismissed |
| PS   | Resigned  |
+------+-----------+
| 2022             |
+------+-----------+
| PC   | Advice    |
+------+-----------+
"""
    )
    assert (first.heading, second.heading) == ("2021", "2022")
    assert first.columns == second.columns == ("Rank", "Outcome")
    assert first.rows == (("PC", "Dismissed"), ("PS", "Resigned"))
    assert second.rows == (("PC", "Advice"),)


def test_strokes_that_stand_anywhere_are_no_such_table() -> None:
    drawn = "| Rank | Outcome |\n|---|---|\n| PC | Dismissed |\n| PS | Resigned |\n| PC | Advice |"
    (table,) = read(drawn)
    assert len(table.rows) == 3
