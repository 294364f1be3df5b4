"""What reading says can be said in another language: its reasons, remarks and troubles."""

from __future__ import annotations

import runpy
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from foitrack.reading.findings import Reading
from foitrack.reading.merged_tables import SAME_ELSEWHERE
from foitrack.reading.prose import Span
from foitrack.reading.reasons import reason, remark
from foitrack.reading.recognised import DOUBT, doubted
from foitrack.saying import Said

WORDS = Path(__file__).parents[2] / "packaging" / "words.py"
LETTER = """Kent Police
Our reference: FOI/23/445
Your reference: FOI/23/446

Tuesday 20 March 2023

Thank you for your request of 31 February 2023, received on 3 March.

The table has the figures for 2021 and 2022. We refuse the rest of your request under section
31(1)(a) of the Freedom of Information Act 2000.

Year | Officers
2021 | 4
2022 | 6
"""


@pytest.fixture(scope="module")
def words() -> set[str]:
    found: set[str] = set(runpy.run_path(str(WORDS))["every_word"]())
    return found


def templates(said: str) -> Iterator[str]:
    """What a translator is asked for, of a sentence and of those within it."""
    if isinstance(said, Said):
        yield said.template
        for value in said.values:
            yield from templates(value)


def all_told(reading: Reading) -> set[str]:
    said = [reason(finding.why) for finding in reading.findings]
    flags = [flag for table in reading.tables for flag in table.flags]
    flags += [flag for row in reading.cases for flag in row.flags]
    said += map(remark, (*flags, *reading.warnings))
    return {template for one in said for template in templates(one)}


def test_a_translator_is_told_of_all_that_is_said_of_the_examples(
    seed: Callable[[str], Reading], words: set[str]
) -> None:
    for number in ("000", "001", "002", "003", "004"):
        assert all_told(seed(number)) - words == set(), number


def test_what_is_said_of_dates_figures_and_pictures_is_told_too(
    read: Callable[[str], Reading], words: set[str]
) -> None:
    reading = read(LETTER)
    found = all_told(reading) | all_told(doubted(reading, [Span(0, len(LETTER))]))
    assert found - words == set()
    assert "{0} But {1}." in found, found


@pytest.mark.parametrize(
    ("text", "template", "values"),
    [
        (
            "The letter says that it is attached. But in a “b”.zip/c.pdf stands “d”.",
            "{0} But {1} stands “{2}”.",
            ("The letter says that it is attached.", "in a “b”.zip/c.pdf", "d"),
        ),
        (
            "It stands in the letterhead. But that day was a Monday, not the weekday printed. "
            f"It was {DOUBT}.",
            "{0} It was read off a picture by machine: compare it with the page.",
            ("It stands in the letterhead. But that day was a Monday, not the weekday printed.",),
        ),
        (
            "It gives figures; of the rest: it refuses the request as vexatious.",
            "It gives figures; of the rest: {0}",
            ("it refuses the request as vexatious.",),
        ),
        ("Cited in “Section 40”.”", "Cited in “{0}”", ("Section 40”.",)),
        ("It is named in the letter.", "It is named in the letter.", ()),
    ],
)
def test_a_reason_has_its_parts(
    text: str, template: str, values: tuple[str, ...], words: set[str]
) -> None:
    found = reason(text)
    assert found == text and isinstance(found, Said)
    assert (found.template, found.values) == (template, values)
    assert set(templates(found)) <= words


def test_a_remark_has_its_parts_and_nothing_stays_nothing(words: set[str]) -> None:
    said = [SAME_ELSEWHERE.format("“a.xlsx”"), "not in the vocabulary: spring", "counts officers"]
    for text in said:
        found = remark(text)
        assert found == text and isinstance(found, Said) and found.values
        assert set(templates(found)) <= words
    assert not isinstance(remark(""), Said)
