"""Documents of every kind, broken at random: read, or refused in plain words, and in good time."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator

import pytest

from foitrack import assets
from foitrack.reading.documents import ocr
from foitrack.reading.documents.opening import open_document
from foitrack.reading.documents.programs import find_program
from foitrack.reading.findings import UnreadableDocumentError
from foitrack.reading.reader import ReadingContext, read_document
from foitrack.reading.tables.finding import find_tables
from tests.reading.making import doc, docx, image, mutations, odt, rtf
from tests.reading.making.blocks import Block, Table, of_letter
from tests.reading.making.docx import numbered, paragraph, run
from tests.reading.test_letters import LETTERS, letter

SHORT, LONG, CONVERTED = 30, 2_000, 200
MOST_SECONDS = 20.0
"""On a busy machine; as a rule a broken document takes some thousandths of one."""
READ_WHOLE = 10
Mutation = Callable[[bytes, random.Random], bytes]


def letters() -> Iterator[list[Block]]:
    for name in LETTERS[::20]:
        yield of_letter(letter(name)["text"])
    (seed,) = assets.seed_folder().glob("001_*.txt")
    yield of_letter(seed.read_text("utf-8"))
    rows = [["Rank", "Outcome", "Count"], ["PC", "Dismissed\nor resigned", "<5"], ["Sgt", "", "12"]]
    yield ["Dear Ms Example", "", Table(rows, marked=True), "", Table(rows[1:]), "Thank you."]


def word_with_everything() -> bytes:
    """A Word document that uses most of what a Word document can."""
    level = '<w:lvl w:ilvl="{0}"><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1.%2"/></w:lvl>'
    lists = (
        f'<w:abstractNum w:abstractNumId="0">{level.format(0)}{level.format(1)}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    style = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:basedOn w:val="N"/></w:style>'
    )
    box = f"<w:pict><w:txbxContent>{paragraph('In a box')}</w:txbxContent></w:pict>"
    note = '<w:r><w:footnoteReference w:id="5"/></w:r>'
    merged = docx.rows(
        docx.row(
            docx.cell(paragraph("Year"), '<w:vMerge w:val="restart"/>'),
            docx.cell(paragraph("Outcome"), '<w:gridSpan w:val="2"/>'),
            header=True,
        ),
        docx.row(docx.cell(paragraph(""), "<w:vMerge/>"), *[docx.cell(paragraph("1"))] * 2),
    )
    body = (
        numbered("How many?")
        + numbered("Which?", level=1)
        + f"<w:p>{run('Hello')}<w:r>{box}</w:r>{note}<w:del><w:r><w:delText>no</w:delText></w:r>"
        f"</w:del><w:ins>{run('yes')}</w:ins></w:p>" + merged
    )
    return docx.package(
        body,
        numbering=lists,
        styles=style,
        header=paragraph("Someham Council"),
        footer=paragraph("Page 1"),
        footnotes=f'<w:footnote w:id="5">{paragraph("A note")}</w:footnote>',
        comments=f'<w:comment w:id="1">{paragraph("Hm")}</w:comment>',
    )


def originals(form: str) -> list[bytes]:
    if form == "docx":
        return [*map(docx.docx, letters()), word_with_everything()]
    return list(map(rtf.rtf if form == "rtf" else odt.odt, letters()))


MUTATIONS: dict[str, tuple[Mutation, ...]] = {
    "docx": (mutations.of_bytes, mutations.of_package, mutations.of_package),
    "odt": (mutations.of_bytes, mutations.of_package, mutations.of_package),
    "rtf": (mutations.of_bytes, mutations.of_rtf, mutations.of_rtf),
}


def check(data: bytes, name: str, context: ReadingContext | None) -> bool:
    """Whether a broken document was read; it may be refused, and nothing else."""
    began = time.perf_counter()
    try:
        if context is not None:
            read_document(data, name, context)
        else:
            document = open_document(data, name)
            for table in find_tables(document.text, document.place, document.grids):
                assert all(len(row) == len(table.columns) for row in table.rows)
            for span in (*document.speaking, *document.recognised):
                assert 0 <= span.start <= span.end <= len(document.text)
    except UnreadableDocumentError as problem:
        assert problem.message.rstrip().endswith(".")
        return False
    finally:
        assert time.perf_counter() - began < MOST_SECONDS
    return True


def try_all(form: str, context: ReadingContext, rounds: int) -> None:
    chance = random.Random(f"{form} 20230330")
    documents = originals(form)
    read = 0
    for number in range(rounds):
        change = MUTATIONS[form][number % len(MUTATIONS[form])]
        data = change(documents[number % len(documents)], chance)
        read += check(data, f"letter.{form}", context if number % READ_WHOLE == 0 else None)
    # Were nearly all refused at the door, little would have been tried.
    assert rounds // 10 <= read


@pytest.mark.parametrize("form", MUTATIONS)
def test_nothing_escapes(context: ReadingContext, form: str) -> None:
    try_all(form, context, SHORT)


@pytest.mark.extended
@pytest.mark.parametrize("form", MUTATIONS)
def test_nothing_escapes_at_length(context: ReadingContext, form: str) -> None:
    try_all(form, context, LONG)


def try_converted(rounds: int) -> None:
    if find_program("soffice") is None:
        pytest.skip("LibreOffice is not installed here")
    chance = random.Random(20230330)
    documents = [doc.doc(blocks) for blocks in list(letters())[-2:]]
    for number in range(rounds):
        data = mutations.of_bytes(documents[number % 2], chance)
        # The first bytes tell the format; without them it is another reader's.
        check(documents[0][:8] + data[8:], "letter.doc", None)


def test_no_old_document_escapes() -> None:
    try_converted(1)


@pytest.mark.extended
def test_no_old_document_escapes_at_length() -> None:
    try_converted(CONVERTED)


def try_pictures(rounds: int) -> None:
    chance = random.Random(20230330)
    kinds = ("PNG", "JPEG", "TIFF", "GIF", "BMP", "WEBP")
    documents = [image.image("Our ref: FOI 12/21", kind) for kind in kinds]
    for number in range(rounds):
        at = number % len(kinds)
        data = mutations.of_bytes(documents[at], chance)
        check(documents[at][:16] + data[16:], f"scan.{kinds[at].lower()}", None)


@pytest.mark.parametrize("rounds", [SHORT, pytest.param(LONG, marks=pytest.mark.extended)])
def test_no_picture_escapes(rounds: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """The decoders alone: what they give is a picture, whatever tesseract makes of it."""
    monkeypatch.setattr("foitrack.reading.documents.image.is_installed", lambda: True)
    monkeypatch.setattr(
        "foitrack.reading.documents.image.recogniser",
        lambda folder: ocr.Recogniser(folder, folder, ("eng",)),
    )
    monkeypatch.setattr(ocr.Recogniser, "_look", lambda reader, picture: ocr.Seen((), 0.0))
    try_pictures(rounds)


@pytest.mark.extended
def test_no_broken_picture_is_too_much_for_tesseract() -> None:
    if find_program("tesseract") is None:
        pytest.skip("tesseract is not installed here")
    try_pictures(CONVERTED)
