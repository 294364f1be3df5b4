"""Every format reads within the fences as it does without them, and damaged files break none."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator

import pytest

from foitrack import assets
from foitrack.reading.documents.programs import find_program
from foitrack.reading.findings import Reading, UnreadableDocumentError
from foitrack.reading.isolation import Readers
from foitrack.reading.reader import ReadingContext, read_document
from tests.reading import mailing, rendering
from tests.reading.making import doc, docx, image, odt, rtf
from tests.reading.making.blocks import of_letter
from tests.reading.making.sheets import WRITERS, MadeSheet, csv_text
from tests.reading.test_broken_documents import mutated

FEW, MANY, MANY_CONVERTED = 3, 2_000, 200
LETTER = next(assets.seed_folder().glob("000*.txt")).read_text("utf-8")
ROWS = [["Year", "Rank", "Outcome"], [2019, "PC", "Dismissed"], [2020, "PC", "<5"]]
FILES = [("reply.txt", LETTER.encode()), ("data.csv", b"Year,Rank\n2020,PC\n2021,PC\n")]
MAKERS: dict[str, Callable[[], bytes]] = {
    "txt": LETTER.encode,
    "md": LETTER.encode,
    "html": lambda: rendering.page(LETTER),
    "pdf": lambda: rendering.pdf(LETTER),
    "docx": lambda: docx.docx(of_letter(LETTER)),
    "odt": lambda: odt.odt(of_letter(LETTER)),
    "rtf": lambda: rtf.rtf(of_letter(LETTER)),
    "csv": lambda: csv_text(ROWS),
    "eml": lambda: mailing.eml(mailing.COVER, FILES),
    "msg": lambda: mailing.msg(mailing.COVER, FILES),
    "mbox": lambda: mailing.mbox(mailing.COVER, FILES),
    "zip": lambda: mailing.archive(FILES),
    **{form: lambda form=form: WRITERS[form](MadeSheet(ROWS)) for form in WRITERS},
}
CONVERTED: dict[str, tuple[str, Callable[[], bytes]]] = {
    "doc": ("soffice", lambda: doc.doc(of_letter(LETTER))),
    "png": ("tesseract", lambda: image.image(LETTER)),
    "tiff": ("tesseract", lambda: image.image(LETTER, "TIFF")),
}


@pytest.fixture(scope="module")
def own() -> Iterator[Readers]:
    """The program's workers."""
    with Readers() as readers:
        yield readers


def made(form: str) -> bytes:
    if form in MAKERS:
        return MAKERS[form]()
    program, make = CONVERTED[form]
    if find_program(program) is None:
        pytest.skip(f"{program} is not installed here")
    return make()


@pytest.mark.parametrize(
    "form",
    # LibreOffice within the fences is in test_reading; a TIFF goes the way of a PNG.
    [*MAKERS, "png", *(pytest.param(form, marks=pytest.mark.extended) for form in ("doc", "tiff"))],
)
def test_it_reads_the_same_in_a_worker(own: Readers, context: ReadingContext, form: str) -> None:
    data, name = made(form), f"letter.{form}"
    found = own.read(data, name, context)
    assert found == read_document(data, name, context)
    assert found.text.strip() or found.parts


def try_many(own: Readers, context: ReadingContext, form: str, rounds: int) -> None:
    chance = random.Random(f"20230330 {form}")
    whole = made(form)
    damaged = ((mutated(whole, chance), f"{number}.{form}") for number in range(rounds))
    for found in own.read_many(damaged, context):
        if isinstance(found, Reading):
            assert found.text.strip() or found.parts
            continue
        assert isinstance(found, UnreadableDocumentError)
        assert found.kind not in ("crashed", "too-slow", "too-large"), found.__cause__
        assert found.message


@pytest.mark.parametrize("form", MAKERS)
def test_damaged_files_break_no_worker(own: Readers, context: ReadingContext, form: str) -> None:
    try_many(own, context, form, FEW)


@pytest.mark.extended
@pytest.mark.parametrize("form", MAKERS)
def test_many_damaged_files_break_no_worker(
    own: Readers, context: ReadingContext, form: str
) -> None:
    try_many(own, context, form, MANY)


@pytest.mark.extended
@pytest.mark.parametrize("form", CONVERTED)
def test_many_damaged_files_break_no_converter(
    own: Readers, context: ReadingContext, form: str
) -> None:
    try_many(own, context, form, MANY_CONVERTED)
