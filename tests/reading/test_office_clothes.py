"""Letters and the five seeds must read the same as Word, Rich Text and OpenDocument files."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pytest

from foitrack import assets
from foitrack.reading.documents.opening import open_document
from foitrack.reading.documents.programs import find_program
from foitrack.reading.findings import Reading
from foitrack.reading.reader import ReadingContext, read_document
from tests.reading.making import doc, docx, odt, rtf
from tests.reading.making.blocks import Block, dressed, of_letter
from tests.reading.test_letters import LETTERS, differences, letter, lot

WRITERS: dict[str, Callable[[Sequence[Block]], bytes]] = {
    "docx": docx.docx,
    "rtf": rtf.rtf,
    "odt": odt.odt,
}
A_FEW = [name for name in LETTERS if lot(name) % 72 == 1]
SEEDS = ["000", "001", "002", "003", "004"]
FIELDS = (
    "letter",
    "reference",
    "authority",
    "request_date",
    "received_date",
    "response_date",
    "outcome",
    "exemptions",
    "mentioned",
    "review",
    "attachments_named",
    "questions",
)
EXTENDED = pytest.mark.extended
needs_libreoffice = pytest.mark.skipif(
    find_program("soffice") is None, reason="LibreOffice is not installed here"
)


@pytest.mark.parametrize("form", WRITERS)
@pytest.mark.parametrize("name", A_FEW)
def test_a_letter_reads_the_same(context: ReadingContext, name: str, form: str) -> None:
    check_letter(context, name, form, blanks=True)


@pytest.mark.parametrize("name", A_FEW)
def test_paragraphs_parted_by_their_style(context: ReadingContext, name: str) -> None:
    check_letter(context, name, "docx", blanks=False)


@pytest.mark.extended
@pytest.mark.parametrize("blanks", [True, False])
@pytest.mark.parametrize("form", WRITERS)
@pytest.mark.parametrize("name", LETTERS)
def test_every_letter_reads_the_same(
    context: ReadingContext, name: str, form: str, blanks: bool
) -> None:
    check_letter(context, name, form, blanks=blanks)


def check_letter(context: ReadingContext, name: str, form: str, *, blanks: bool) -> None:
    data = letter(name)
    if data.get("wrapped") and not blanks:
        pytest.skip("this letter's lines are broken, and only blank ones part its paragraphs")
    blocks = of_letter(data["text"].lstrip("\n"), blanks=blanks)
    reading = read_document(WRITERS[form](blocks), f"letter.{form}", context)
    assert reading.format == form
    assert differences(reading, data) == []
    for finding in reading.findings:
        start, end = finding.place.start, finding.place.end
        if start is not None and end is not None:
            assert " ".join(reading.text[start:end].split()) == finding.printed


@pytest.fixture(scope="module")
def seeds(context: ReadingContext) -> dict[str, tuple[str, Reading]]:
    """Each seed's text, and how it reads."""
    found = {}
    for number in SEEDS:
        (file,) = assets.seed_folder().glob(f"{number}_*.txt")
        found[number] = (
            file.read_text("utf-8"),
            read_document(file.read_bytes(), file.name, context),
        )
    return found


def cases(reading: Reading) -> list[Any]:
    return [
        ([(v.field, v.value, v.printed) for v in row.values], dict(row.printed))
        for row in reading.cases
    ]


def check_seed(reading: Reading, expected: Reading) -> None:
    for field in FIELDS:
        assert getattr(reading, field) == getattr(expected, field), field
    assert cases(reading) == cases(expected)
    assert [zero.period for zero in reading.zeros] == [zero.period for zero in expected.zeros]


@pytest.mark.parametrize("form", WRITERS)
@pytest.mark.parametrize("number", SEEDS)
def test_a_seed_line_by_line(
    context: ReadingContext, seeds: dict[str, tuple[str, Reading]], number: str, form: str
) -> None:
    text, expected = seeds[number]
    blocks: list[Block] = list(text.split("\n"))
    reading = read_document(WRITERS[form](blocks), f"letter.{form}", context)
    check_seed(reading, expected)


@pytest.mark.parametrize("form", WRITERS)
@pytest.mark.parametrize("number", SEEDS)
def test_a_seed_with_tables_of_the_format(
    context: ReadingContext, seeds: dict[str, tuple[str, Reading]], number: str, form: str
) -> None:
    _, expected = seeds[number]
    reading = read_document(WRITERS[form](dressed(expected)), f"letter.{form}", context)
    check_seed(reading, expected)
    assert [(t.columns, t.rows) for t in reading.tables] == [
        (t.columns, t.rows) for t in expected.tables
    ]


@needs_libreoffice
@pytest.mark.parametrize(
    "number", [one if one == "000" else pytest.param(one, marks=EXTENDED) for one in SEEDS]
)
def test_a_seed_as_an_old_word_document(
    context: ReadingContext, seeds: dict[str, tuple[str, Reading]], number: str
) -> None:
    _, expected = seeds[number]
    reading = read_document(doc.doc(dressed(expected)), "letter.doc", context)
    assert reading.format == "doc"
    check_seed(reading, expected)


@needs_libreoffice
@pytest.mark.extended
@pytest.mark.parametrize("name", LETTERS[::4])
def test_a_letter_as_an_old_word_document(context: ReadingContext, name: str) -> None:
    data = letter(name)
    blocks = of_letter(data["text"].lstrip("\n"))
    reading = read_document(doc.doc(blocks), "letter.doc", context)
    assert differences(reading, data) == []


@needs_libreoffice
@pytest.mark.parametrize("form", ["docx", "rtf"])
def test_what_another_program_writes(
    context: ReadingContext, seeds: dict[str, tuple[str, Reading]], form: str
) -> None:
    _, expected = seeds["001"]
    data = doc.made_into(form, odt.odt(dressed(expected)))
    check_seed(read_document(data, f"letter.{form}", context), expected)


@needs_libreoffice
@pytest.mark.parametrize("form", ["odt", pytest.param("rtf", marks=EXTENDED)])
def test_numbers_of_lists_survive_another_program(form: str) -> None:
    level = '<w:lvl w:ilvl="{}"><w:start w:val="1"/><w:numFmt w:val="{}"/><w:lvlText w:val="{}"/>'
    first, second = level.format(0, "decimal", "%1."), level.format(1, "lowerLetter", "%1.%2)")
    lists = (
        f'<w:abstractNum w:abstractNumId="7">{first}</w:lvl>{second}</w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
    )
    body = (
        docx.numbered("How many?")
        + docx.numbered("In which years?")
        + docx.numbered("By month", level=1)
        + docx.numbered("By rank", level=1)
        + docx.paragraph("and")
        + docx.numbered("At what cost?")
    )
    data = doc.made_into(form, docx.package(body, numbering=lists), given="docx")
    document = open_document(data, f"letter.{form}")
    assert [line for line in document.text.split("\n") if line] == [
        "1. How many?",
        "2. In which years?",
        "2.a) By month",
        "2.b) By rank",
        "and",
        "3. At what cost?",
    ]
