"""Tables of figures in text laid out as on a page, whose labels run over lines."""

from __future__ import annotations

import itertools
import textwrap
from dataclasses import dataclass

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from foitrack.reading.documents.base import in_text
from foitrack.reading.findings import Table
from foitrack.reading.tables.figures import LEFT_OUT
from foitrack.reading.tables.finding import find_tables

HEAD = ("Kind of incident", "2021/22", "2022/23", "2023/24")
AT = (40, 50, 60)
"""Where the columns' middles are."""


def read(text: str) -> tuple[Table, ...]:
    return find_tables(text, in_text)


def laid_out(label: str, figures: tuple[str, ...], at: tuple[int, ...] = AT) -> str:
    """A line of a label and figures, each about its column's middle."""
    line = label
    for figure, middle in zip(figures, at, strict=True):
        if figure:
            line = line.ljust(middle - len(figure) // 2) + figure
    return line


def as_rows(table: Table) -> list[tuple[str, ...]]:
    rows = [table.columns, *table.rows]
    return [*rows, table.total_row] if table.total_row else rows


EXPECTED = [
    HEAD,
    ("Damage to a vehicle in a car park of the council", "12", "9", "14"),
    ("Theft", "3", "", "2"),
    ("Verbal abuse of staff who were at work", "", "1", ""),
    ("Other", "5", "4", "4"),
]
LABELS = {
    "last": [
        "Damage to a vehicle in a car park",
        laid_out("of the council", ("12", "9", "14")),
        laid_out("Theft", ("3", "", "2")),
        "Verbal abuse of staff who were",
        laid_out("at work", ("", "1", "")),
    ],
    "first": [
        laid_out("Damage to a vehicle in a car park", ("12", "9", "14")),
        "of the council",
        laid_out("Theft", ("3", "", "2")),
        laid_out("Verbal abuse of staff who were", ("", "1", "")),
        "at work",
    ],
    "middle": [
        "   Damage to a vehicle in a car",
        laid_out("", ("12", "9", "14")),
        "       park of the council",
        laid_out("             Theft", ("3", "", "2")),
        "     Verbal abuse of staff",
        laid_out("", ("", "1", "")),
        "       who were at work",
    ],
}


@pytest.mark.parametrize("where", LABELS)
def test_a_label_of_two_lines_is_one(where: str) -> None:
    head = laid_out(HEAD[0], HEAD[1:])
    last = laid_out("Other", ("5", "4", "4"))
    (table,) = read("\n".join(["Incidents:", "", head, *LABELS[where], last, "", "Yours, etc."]))
    assert as_rows(table) == EXPECTED
    assert (table.heading, table.flags) == ("Incidents:", ())


def test_headings_that_but_a_blank_parts() -> None:
    text = """
        Kind of incident / year 2021/22 2022/23 2023/24
          Theft of a bicycle       3       1       -
          Theft of equipment
                                   1       2       2
              from a depot
                Total              4       3       2
    """
    (table,) = read(textwrap.dedent(text))
    assert as_rows(table) == [
        ("Kind of incident / year", "2021/22", "2022/23", "2023/24"),
        ("Theft of a bicycle", "3", "1", "-"),
        ("Theft of equipment from a depot", "1", "2", "2"),
        ("Total", "4", "3", "2"),
    ]


def test_headings_over_several_lines() -> None:
    text = """
                                     North        East      Riverside
                                    Quarry       Bank        Leisure
    Outcome                         Depot        Depot       Centre
    Written warning                   2           1
    Dismissed after a hearing
    of the panel                                               1
    Resigned                          1           3            2
    """
    (table,) = read(textwrap.dedent(text))
    assert as_rows(table) == [
        ("Outcome", "North Quarry Depot", "East Bank Depot", "Riverside Leisure Centre"),
        ("Written warning", "2", "1", ""),
        ("Dismissed after a hearing of the panel", "", "", "1"),
        ("Resigned", "1", "3", "2"),
    ]


def test_a_page_ends_within_and_the_next_is_laid_out_elsewhere() -> None:
    text = """
    Stage                      2020     2021     2022
    Closed                       4        5        6
    Closed after a
    review                       1                 1

                                                Ashdale Council
                                                   Town Hall
                                                  Tel No: 101
                                   Page 2 of 3

    Withdrawn                           2        2        3
    Referred to another
    authority                           7        8        9

    With the panel                      1        1        1
    """
    (table,) = read(textwrap.dedent(text))
    assert as_rows(table)[1:] == [
        ("Closed", "4", "5", "6"),
        ("Closed after a review", "1", "", "1"),
        ("Withdrawn", "2", "2", "3"),
        ("Referred to another authority", "7", "8", "9"),
        ("With the panel", "1", "1", "1"),
    ]


def test_rows_whose_columns_cannot_be_told_are_left_out_and_told_of() -> None:
    text = """
    Stage                      2020     2021     2022
    Closed                       4        5        6
    Closed after a
    review                       1                 1

    Withdrawn                        2
    Referred to another
    authority                                 9
    """
    (table,) = read(textwrap.dedent(text))
    assert [row[0] for row in table.rows] == ["Closed", "Closed after a review"]
    assert table.flags == (LEFT_OUT,)


def test_the_same_headings_again_head_another_table_unless_a_page_ended() -> None:
    text = """
    Platform
                        2019-20     2020-21
    Facebook            11          8
    Messages of a
    group               2           6

    Outcome
                        2019-20     2020-21
    No action           6           7
    Written warning
    of the panel        4           <5
    """
    first, second = read(textwrap.dedent(text))
    assert (first.heading, second.heading) == ("Platform", "Outcome")
    assert first.rows == (("Facebook", "11", "8"), ("Messages of a group", "2", "6"))
    assert second.rows[1] == ("Written warning of the panel", "4", "<5")
    (whole,) = read(textwrap.dedent(text).replace("Outcome", "Page 2 of 3"))
    assert len(whole.rows) == 4


def test_a_label_without_figures_is_a_row_of_its_own() -> None:
    text = """
    Code                       2020     2021     2022
    CJ00
    CJ01                         4        5        6
    CJ02                         1                 1
    """
    (table,) = read(textwrap.dedent(text))
    assert as_rows(table)[1:] == [
        ("CJ00", "", "", ""),
        ("CJ01", "4", "5", "6"),
        ("CJ02", "1", "", "1"),
    ]


def test_a_label_that_reaches_up_to_its_figure() -> None:
    text = """
    Finding of the panel        2020     2021     2022
    Not upheld                    4        5        6
    Upheld, with a warning NOT    2        3        3
    recorded
    Upheld, with a warning to be 20       28       49
    recorded
    """
    (table,) = read(textwrap.dedent(text))
    assert as_rows(table)[2:] == [
        ("Upheld, with a warning NOT recorded", "2", "3", "3"),
        ("Upheld, with a warning to be recorded", "20", "28", "49"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "We spent  12  and  14\non the one hand, and were\nglad of it  3  4\n",
        "Your ref    123\nOur ref    456\nDate    12 May 2021\n",
        "Dear Sir\n\nSection 12    5    6\n",
    ],
)
def test_what_is_none(text: str) -> None:
    assert read(text) == ()


@dataclass(frozen=True)
class Written:
    """A table, and how it is printed."""

    rows: list[tuple[str, ...]]
    text: str


SAID = (
    "theft of vehicle damage by property of the council abuse staff fly tipping noise waste "
    "parking permit licence appeal refused granted pending withdrawn allotment library"
)
WORDS = st.sampled_from(SAID.split())


@st.composite
def written(draw: st.DrawFn) -> Written:
    """A table of figures whose labels run over lines, all in one manner."""
    columns = draw(st.integers(2, 5))
    room = draw(st.integers(20, 34))
    manner = draw(st.sampled_from(["last", "first", "middle"]))
    names = [f"{year}/{year - 1999:02}" for year in range(2015, 2015 + columns)]
    at = tuple(room + 8 + n * draw(st.integers(10, 13)) for n in range(columns))
    assume(all(b - a > 8 for a, b in itertools.pairwise(at)))
    lines, rows = [laid_out("Kind", tuple(names), at)], [("Kind", *names)]
    figure = st.one_of(st.integers(0, 9999).map(str), st.sampled_from(["<5", "-", "*"]))
    for _ in range(draw(st.integers(2, 8))):
        label = " ".join(draw(st.lists(WORDS, min_size=1, max_size=9))).capitalize()
        figures = tuple(draw(figure) for _ in range(columns))
        pieces = textwrap.wrap(label, room)
        if manner == "middle":
            pieces = [piece.center(room).rstrip() for piece in pieces]
            if len(pieces) % 2 == 0:
                pieces.insert(len(pieces) // 2, "")
        on = {"last": len(pieces) - 1, "first": 0, "middle": len(pieces) // 2}[manner]
        pieces[on] = laid_out(pieces[on], figures, at)
        lines += pieces
        rows.append((label, *figures))
    return Written(rows, "\n".join(lines) + "\n")


@settings(max_examples=25, deadline=None)
@given(written())
def test_reads_back_equal(table: Written) -> None:
    (found,) = read(table.text)
    assert as_rows(found) == table.rows
