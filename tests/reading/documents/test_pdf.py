from __future__ import annotations

import io
from pathlib import Path

import pytest

from foitrack.reading.documents import pdf_scans
from foitrack.reading.documents.opening import open_document
from foitrack.reading.documents.pdf import read_pdf
from foitrack.reading.findings import UnreadableDocumentError
from tests.reading import rendering
from tests.reading.making.pdf_codes import coded


def drawn(*pages: list[tuple[float, float, str]], password: str | None = None) -> bytes:
    """A PDF with words at places, counted in points from the bottom left."""
    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.pdfgen.canvas import Canvas

    stream = io.BytesIO()
    lock = StandardEncryption(password) if password else None
    canvas = Canvas(stream, pagesize=(595, 842), encrypt=lock)
    for words in pages:
        for x, y, text in words:
            canvas.drawString(x, y, text)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def test_pages_and_places() -> None:
    document = read_pdf(drawn([(72, 760, "First page.")], [(100, 700, "Ref: FOI 12/21")]), "a.pdf")
    assert document.pages == 2
    start = document.text.index("FOI")
    place = document.place(start, start + len("FOI 12/21"))
    assert place.page == 2
    assert place.box is not None
    left, top, right, bottom = place.box
    assert 115 < left < 140 and right < 200
    assert 842 - 715 < top < 842 - 700 < bottom < 842 - 690


def test_a_locked_file_says_so() -> None:
    with pytest.raises(UnreadableDocumentError) as problem:
        read_pdf(drawn([(72, 700, "secret")], password="key"), "locked.pdf")
    assert problem.value.kind == "encrypted"
    assert "password" in problem.value.message


@pytest.mark.parametrize(
    ("installed", "kind", "said"),
    [(False, "needs-program", "picture of a page"), (True, "no-text", "nothing could be made out")],
)
def test_a_scan_says_so(
    monkeypatch: pytest.MonkeyPatch, installed: bool, kind: str, said: str
) -> None:
    monkeypatch.setattr(pdf_scans, "is_installed", lambda: installed)
    with pytest.raises(UnreadableDocumentError) as problem:
        open_document(drawn([]), "scan.pdf")
    assert problem.value.kind == kind
    assert said in problem.value.message


def test_text_of_a_font_that_names_no_letters_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_scans, "is_installed", lambda: False)
    with pytest.raises(UnreadableDocumentError) as problem:
        open_document(coded([bytes([4, 5, 6, 7, 14, 15, 16])] * 9), "codes.pdf")
    assert problem.value.kind == "needs-program"


def test_one_scanned_page_is_a_warning() -> None:
    document = read_pdf(drawn([(72, 700, "A letter.")], []), "mixed.pdf")
    assert document.warnings and "page 2" in document.warnings[0]


def test_head_and_foot_that_repeat_stand_once() -> None:
    pages = [
        [(72, 800, "Someham Council"), (72, 400, f"Text {n}."), (280, 30, f"Page {n} of 3")]
        for n in (1, 2, 3)
    ]
    text = read_pdf(drawn(*pages), "letter.pdf").text
    assert text.count("Someham Council") == 1
    assert text.count("Page") == 1
    assert all(f"Text {n}." in text for n in (1, 2, 3))


def test_two_columns_of_a_letterhead_are_no_table() -> None:
    document = read_pdf(
        drawn(
            [
                (72, 780, "Someham Council"), (400, 780, "Our ref: FOI 12"),
                (72, 766, "Town Hall"), (400, 766, "Date: 3 May 2023"),
                (72, 752, "Someham SM1 2AB"), (400, 752, "Tel: 01234 567890"),
            ]
        ),
        "letter.pdf",
    )  # fmt: skip
    from foitrack.reading.tables.finding import find_tables

    assert find_tables(document.text, document.place, document.grids) == ()


@pytest.mark.parametrize("ruled", [True, False])
def test_a_table_over_pages_with_its_header_repeated(ruled: bool) -> None:
    rows = [["Date", "Allegation", "Rank"]]
    rows += [
        [f"{n % 12 + 1:02d}/2018", f"Case {n} of remarks that run on over a line", "PC"]
        for n in range(90)
    ]
    document = read_pdf(_table(rows, ruled), "table.pdf")
    (grid,) = document.grids
    assert document.pages is not None and document.pages > 1
    assert list(grid.header) == rows[0]
    assert [list(row.cells) for row in grid.rows] == rows[1:]


def _table(rows: list[list[str]], ruled: bool) -> bytes:
    from reportlab.platypus import SimpleDocTemplate

    stream = io.BytesIO()
    table = rendering.pdf_table(rows, ruled=ruled, widths=[60, 150, 50])
    SimpleDocTemplate(stream).build([table])
    return stream.getvalue()


def test_cut_short(tmp_path: Path) -> None:
    whole = drawn([(72, 700, "A letter.")])
    for length in range(20, len(whole), 97):
        try:
            read_pdf(whole[:length], "cut.pdf")
        except UnreadableDocumentError as problem:
            assert problem.kind == "damaged"


def test_a_table_set_with_blanks_on_a_typewriter() -> None:
    rows = [
        ["Staff group", "First written", "Final written", "Dismissed"],
        ["Nursing and midwifery", "6", "*", "*"],
        ["Clerical", "9", "<5", "0"],
    ]
    typed = "\n".join(row[0].ljust(28) + "".join(c.center(17) for c in row[1:]) for row in rows)
    above = "Our answer stands below, in figures for the whole of the last financial year."
    (grid,) = read_pdf(rendering.pdf(f"{above}\n\n{typed}\n\n{above}"), "typed.pdf").grids
    assert list(grid.header) == rows[0]
    assert [list(row.cells) for row in grid.rows] == rows[1:]
