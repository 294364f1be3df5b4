"""What reading says can be said in another language: its reasons, remarks and troubles."""

from __future__ import annotations

import ast
import re
import runpy
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from foitrack.reading.documents.workbook import Area, Cells, Ranges, Sheet, Unseen
from foitrack.reading.documents.workbook_hidden import hidden, sheet_warnings
from foitrack.reading.findings import Reading, UnreadableDocumentError
from foitrack.reading.merged_tables import SAME_ELSEWHERE
from foitrack.reading.pictures import draw
from foitrack.reading.prose import Span
from foitrack.reading.reasons import reason, remark
from foitrack.reading.recognised import DOUBT, doubted
from foitrack.reading.worker.failures import failed, refused, too_many_bytes
from foitrack.reading.worker.limits import Limits
from foitrack.reading.worker.process import Failure
from foitrack.reading.worker.talk import Refusal
from foitrack.saying import Said
from tests.reading.rendering import pdf

WORDS = Path(__file__).parents[2] / "packaging" / "words.py"
READING = Path(__file__).parents[2] / "foitrack" / "reading"
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


LEFT = ("recognised.py", "worker")
"""Put together from parts of sentences, or of another kind: docs/decisions/018."""
PARTED = {
    "The response is dated before the 7.",
    "It stands alone at the 7 of the letter.",
    "7; its rows are counted once.",
    "7 But 7 stands “7”.",
    "A table in the page has 7 7.",
    "7 7 7 that cannot be seen on the page (7).",
    "7 is 7 (77).",
    "7: 7 without a stored value (7): the cells are read as empty, nothing is computed.",
    "7: 7 7 an error instead of a value (7).",
    "7 7 not shown in the cells.",
    "7: 7 hidden (7).",
    "A pivot table keeps a copy of the data it was made from7: 7 with the columns 7. It may hold "
    "more than the sheets show.",
    "The workbook keeps values copied from another workbook7: 7 7.",
    "The workbook has 7 7.",
}
"""Known by what stands there really, and not with a seven in its place."""


def sentences_with_names() -> Iterator[tuple[str, str]]:
    """Every sentence in the sources of reading that names something, with sevens for names."""
    for path in sorted(READING.rglob("*.py")):
        if path.name.startswith("schema") or {path.name, path.parent.name} & set(LEFT):
            continue
        for each in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(each, ast.JoinedStr):
                parts = [v.value if isinstance(v, ast.Constant) else "7" for v in each.values]
                said = "".join(map(str, parts))
                if re.fullmatch(r"[A-Z“7].* [a-z]{2,} .*[.]", said):
                    yield f"{path.name}:{each.lineno}", said


def test_every_sentence_that_names_something_is_known_again() -> None:
    found = dict(sentences_with_names())
    assert len(found) > 40
    unknown = {
        where: said
        for where, said in found.items()
        if said not in PARTED
        and not (getattr(remark(said), "values", ()) or getattr(reason(said), "values", ()))
    }
    assert unknown == {}


def test_a_remark_on_a_file_within_another_and_on_what_is_hidden() -> None:
    said = "letters.zip/reply.pdf: Pages 2, 3 could not be read: the file is damaged there."
    found = remark(said)
    assert found == said
    assert list(templates(found)) == [
        "{0}: {1}",
        "{0} could not be read: the file is damaged there.",
        "Pages {0}",
    ]
    hidden = (
        "Page 2 holds a word that cannot be seen on the page (too small to be read). The authority "
        "may not have meant to release it: nothing hidden is read into case data or published."
    )
    assert remark(hidden) == hidden
    assert list(templates(remark(hidden)))[1:] == [
        "{0} holds {1} that cannot be seen on the page ({2}).",
        "Page {0}",
        "a word",
    ]


def test_a_page_that_cannot_be_shown_is_told_with_its_numbers(words: set[str]) -> None:
    said = {}
    for data, page in ((pdf(LETTER), 9), (b"%PDF-1.7 cut", 1), (b"no picture", 1)):
        with pytest.raises(UnreadableDocumentError) as caught:
            draw(data, "a “b”.pdf", page, 100)
        found = remark(str(caught.value))
        assert found == str(caught.value) and isinstance(found, Said)
        said[found.template] = found.values
    assert said == {
        "“{0}” has no page {1}, only {2}.": ("a “b”.pdf", "9", "1"),
        "“{0}” cannot be shown as a picture; the document itself is kept and unharmed.": (
            *("a “b”.pdf",),
        ),
    }
    assert set(said) <= words


def test_a_reader_that_was_ended_is_told_with_its_limits(words: set[str]) -> None:
    ended = [failed(each, "b.pdf", Limits()) for each in Failure]
    ended += [refused(Refusal("empty", ""), "b.pdf"), too_many_bytes("b.pdf", 300 << 20)]
    for error in ended:
        found = remark(str(error))
        assert found == str(error) and isinstance(found, Said)
        assert found.values[0] == "b.pdf" and found.template in words, found


def unseen(count: int, columns: list[int], rows: list[int], filtered: bool) -> Unseen:
    """What a sheet holds of every kind, so many times."""
    cells = Cells(count, [(row, 1) for row in range(2, 2 + min(count, 2))])
    every = {"columns": dict.fromkeys(columns, 4), "row_values": count, "filtered": filtered}
    found = Unseen(rows=Ranges([(row, row) for row in rows]))
    for kind in ("invisible", "masked", "comments", "uncomputed", "errors"):
        setattr(found, kind, cells)
    for name, value in every.items():
        setattr(found, name, value)
    return found


EVERYTHING_UNSEEN = (
    Unseen(sheet="hidden", values=1),
    Unseen(sheet="very hidden", values=1_200, extent=Area(1, 0, 4, 3)),
    unseen(1, [3], [3], True),
    unseen(900, [0, 2, 3], list(range(2, 40, 2)), False),
    Unseen(
        others=[
            "it has 1 picture and 2 charts and text boxes, not read: look at the sheet itself for "
            "what they say.",
            "the sheet is damaged after row 7: what follows could not be read.",
        ]
    ),
)
BESIDE = (
    "A pivot table keeps a copy of the data it was made from (sheet “a, b”, A1:C4, which is very "
    "hidden): 3 records with the columns Name, Pay. It may hold more than the sheets show.",
    "A pivot table keeps a copy of the data it was made from: 1,200 different values with the "
    "columns a, b and 2 more. It may hold more than the sheets show.",
    "The workbook keeps values copied from another workbook (“staff.xlsx”): 1 value.",
    "The workbook has 2 files inside it.",
    "The workbook has hidden names: Old.",
)


def test_what_workbooks_hide_is_told_in_whole_sentences(words: set[str]) -> None:
    said = [
        one for each in EVERYTHING_UNSEEN for one in sheet_warnings(Sheet("a “b”", unseen=each))
    ]
    said += [hidden(one) for one in BESIDE]
    assert len(said) > 20
    found = {one: [*templates(remark(one))] for one in said}
    assert [one for one in said if remark(one) != one] == []
    left = {t for each in found.values() for t in each if any(map(str.isalpha, t))} - words
    assert left == set()
    named = (
        "{0} to {1}",
        "{0} and {1}",
        "{0} and {1} more groups",
        "{0} and {1} more",
        "{0} values",
    )
    assert {*named, "{0} picture"} <= {template for each in found.values() for template in each}
