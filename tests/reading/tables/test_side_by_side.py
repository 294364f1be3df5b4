"""What stands side by side in text: questions and answers, lists, addresses, boxes."""

from __future__ import annotations

import textwrap

import pytest

from foitrack.reading.documents.base import in_text
from foitrack.reading.findings import Table
from foitrack.reading.tables.finding import find_tables


def read(text: str) -> tuple[Table, ...]:
    return find_tables(textwrap.dedent(text), in_text)


QUESTIONS = """
    Query                              Response
    How many officers were             Ashdale
    trained in the year, and           Four in the first half of the year
    in which depots were they          Two in the second half of the year
    based at the time?
                                       Broomfield
                                       None

    The policy that applies            The policy is on our website, where it has been
    to them, and the date on           since 2019.
    which it was made.
"""


def test_questions_beside_answers_are_rows_by_question() -> None:
    (table,) = read(QUESTIONS + "\nIf you are unhappy with this answer you may ask for a review.\n")
    assert table.columns == ("Query", "Response")
    assert table.rows == (
        (
            "How many officers were trained in the year, and in which depots were they based at "
            "the time?",
            "Ashdale Four in the first half of the year Two in the second half of the year "
            "Broomfield None",
        ),
        (
            "The policy that applies to them, and the date on which it was made.",
            "The policy is on our website, where it has been since 2019.",
        ),
    )


def test_questions_with_a_line_drawn_between_them() -> None:
    rule = "-" * 60
    (table,) = read(
        f"""
        Request                               Response
        {rule}
        1. What was spent on agency           £19,482,116
           staff in 2022/23?
        {rule}
        2. How many shifts were filled        2022/23: 1,204
           by them in each year?              2023/24: 316
        {rule}
        """
    )
    assert table.rows == (
        ("1. What was spent on agency staff in 2022/23?", "£19,482,116"),
        ("2. How many shifts were filled by them in each year?", "2022/23: 1,204 2023/24: 316"),
    )


def test_a_numbered_paragraph_close_above_a_table_and_one_below() -> None:
    (table,) = read(
        """
        1  Officers disciplined from 2020 to 2022 about what they wrote: the year, the rank
           and what happened.

        Year   Rank   Allegation                       Result
        2020   PC     Abusive reply to a member        Written warning
                      of the public
        2021   PC     Video in uniform                 Management advice

        2022   PS     Photo of a custody suite         Resigned

        2  The names of the officers and the stations at which they served.
           These are exempt.
        """
    )
    assert table.columns == ("Year", "Rank", "Allegation", "Result")
    assert table.rows[0] == ("2020", "PC", "Abusive reply to a member of the public",
                             "Written warning")  # fmt: skip
    assert len(table.rows) == 3


def test_a_pages_foot_between_rows_and_their_headings_printed_again() -> None:
    first, second = read(
        """
        Year   Rank        Platform   Outcome
        2021   Constable   WhatsApp   Written warning
        2022   Sergeant    WhatsApp   Dismissed

        OFFICIAL           FOI 20417 - Response                 Page 1 of 3

        Year   Rank        Platform   Outcome
        2022   Inspector   Facebook   Reflective practice
        2023   Constable   X          No action
        """
    )
    assert first.columns == second.columns == ("Year", "Rank", "Platform", "Outcome")
    assert [len(table.rows) for table in (first, second)] == [2, 2]


def test_questions_with_numbers_need_no_empty_line_between() -> None:
    (table,) = read(
        """
        Question                        Answer
        1. How many were there          Twelve, of which two are
        in 2021?                        still open
        2. And in 2022?                 Nil return
        3. What did they cost, with     £1,200 in all
        all that belongs to them?
        """
    )
    assert [row[0] for row in table.rows] == [
        "1. How many were there in 2021?",
        "2. And in 2022?",
        "3. What did they cost, with all that belongs to them?",
    ]
    assert [row[1] for row in table.rows] == [
        "Twelve, of which two are still open",
        "Nil return",
        "£1,200 in all",
    ]


@pytest.mark.parametrize("mark", ["-", "•", "\uf0b7", "o"])
def test_a_lists_marks_are_no_column(mark: str) -> None:
    items = ["There is a strong interest in this", "It would cost much", "It would take long"]
    assert read("".join(f"{mark}     {item}\n" for item in items)) == ()
    (table,) = read(
        f"{mark}   Support services          45,750\n\n"
        f"{mark}   Utilities                  1,890\n\n"
        f"{mark}   Staffing                  46,970\n"
    )
    assert table.rows == (
        ("Support services", "45,750"),
        ("Utilities", "1,890"),
        ("Staffing", "46,970"),
    )


def test_a_list_by_numbers_whose_items_have_several_paragraphs_is_no_table() -> None:
    assert read("1.\tThe first of them\n2.\tThe next\n\tand more of it\n3.\tThe last\n") == ()
    assert (
        read("1.     The first of them\n2.     The next\n       More of it\n3.     The last\n")
        == ()
    )


def test_questions_and_answers_by_their_numbers_are_no_table() -> None:
    text = (
        "Q1     A list of the software\nA1     We use none of it\nQ2     Its cost\nA2     Nothing\n"
    )
    assert read(text) == ()


def test_addresses_side_by_side_above_the_letter() -> None:
    address = """
    8 April 2021                                    Information Governance
                                                        Ashdale Partnership
    Private and confidential                             NHS Foundation Trust
    Addressee only                                              Fieldhouse
    By post                                                   Mill Lane
    The editor                                                  Someham
    12 High Street                                              SM1 2AB
    """
    assert read(f"{address}\n    Dear editor,\n\n    Thank you for writing.\n") == ()


def test_a_box_below_a_box_is_another_table() -> None:
    first, second = read(
        """
        ┌──────┬─────────┐
        │Year  │Paid in  │
        ├──────┼─────────┤
        │2021  │1,014    │
        ├──────┼─────────┤
        │2022  │1,619    │
        └──────┴─────────┘
        ┌──────────┬─────────┐
        │At the end│Comments │
        ├──────────┼─────────┤
        │Spent     │Of which │
        │          │none lost│
        ├──────────┼─────────┤
        │Expired   │None     │
        ├──────────┼─────────┤
        │Passed on │None     │
        └──────────┴─────────┘
        """
    )
    assert first.rows == (("2021", "1,014"), ("2022", "1,619"))
    assert second.columns == ("At the end", "Comments")
    assert second.rows == (
        ("Spent", "Of which none lost"),
        ("Expired", "None"),
        ("Passed on", "None"),
    )
