"""A page of running text is read as it is when every word of it is looked at, only sooner."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foitrack.reading.documents import pdf_page
from foitrack.reading.documents.base import Document
from foitrack.reading.documents.pdf import read_pdf

FONTS = ("Helvetica", "Helvetica-Bold", "Helvetica-Oblique", "Times-Roman", "Courier")
WORDS = st.lists(
    st.sampled_from(["the", "request", "section 40(2)", "officers", "1,204", "is", "§12", "fy"]),
    min_size=1,
    max_size=5,
)
PIECE = st.tuples(WORDS.map(" ".join), st.sampled_from(FONTS), st.sampled_from((10, 11)))
GAP = st.sampled_from((3.0, 3.0, 3.0, 3.0, 40.0))
LINE = st.lists(st.tuples(PIECE, GAP), min_size=1, max_size=4)
Printed = list[tuple[tuple[str, str, int], float]]


def page(lines: list[Printed], order: list[int], pitch: int = 16) -> bytes:
    """A page of lines one below the other, each of pieces with gaps between, drawn in an order."""
    from reportlab.pdfgen.canvas import Canvas

    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=(595, 842))
    for n in order:
        x = 60.0
        for (text, font, size), gap in lines[n]:
            canvas.setFont(font, size)
            canvas.drawString(x, 780 - n * pitch, text)
            x += canvas.stringWidth(text, font, size) + gap
    canvas.save()
    return stream.getvalue()


def by_words(data: bytes, monkeypatch: pytest.MonkeyPatch) -> Document:
    """The same page by the place of every word."""
    with monkeypatch.context() as patch:
        patch.setattr(pdf_page, "plain_lines", lambda page: None)
        return read_pdf(data, "page.pdf")


def places(document: Document) -> list[tuple[float, ...]]:
    """Where each line stands."""
    at, boxes = 0, []
    for line in document.text.split("\n"):
        if line.strip():
            boxes.append(document.place(at, at + len(line)).box or ())
        at += len(line) + 1
    return boxes


def as_by_words(data: bytes) -> Document:
    """The page, which must have the lines and places that it has word by word."""
    with pytest.MonkeyPatch.context() as patch:
        wanted = by_words(data, patch)
    found = read_pdf(data, "page.pdf")
    assert found.text == wanted.text
    for mine, other in zip(places(found), places(wanted), strict=True):
        # Low letters' lines are taken to be as high as the others of their page, or nearly.
        assert mine == pytest.approx(other, abs=4)
    return found


@given(st.lists(LINE, min_size=1, max_size=12), st.randoms(use_true_random=False))
def test_as_by_the_place_of_every_word(lines: list[Printed], chance) -> None:  # type: ignore[no-untyped-def]
    order = list(range(len(lines)))
    chance.shuffle(order)
    data = page(lines, order)
    as_by_words(data)


def headed(lines: list[Printed], head: tuple[str, str], foot: tuple[str, str]) -> bytes:
    """A page whose head and foot have two parts each and are drawn before its lines."""
    from reportlab.pdfgen.canvas import Canvas

    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=(595, 842))
    canvas.setFont("Helvetica", 9)
    for y, (left, right) in ((800, head), (40, foot)):
        canvas.drawString(60, y, left)
        canvas.drawRightString(540, y, right)
    for n, line in enumerate(lines):
        canvas.setFont(line[0][0][1], 10)
        canvas.drawString(60, 700 - 16 * n, line[0][0][0])
    canvas.save()
    return stream.getvalue()


TWO = st.tuples(WORDS.map(" ".join), WORDS.map(" ".join))


@given(st.lists(LINE, min_size=1, max_size=12), TWO, TWO)
def test_head_and_foot_in_two_parts(
    lines: list[Printed], head: tuple[str, str], foot: tuple[str, str]
) -> None:
    data = headed(lines, head, foot)
    found = as_by_words(data)
    # A part of such a line has the place of the whole, at least.
    box = found.place(0, 3).box
    assert box is not None and box[0] == pytest.approx(60, abs=2)


@pytest.fixture
def word_by_word(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The pages that were looked at word by word."""
    looked: list[int] = []
    laid_out = pdf_page.page_words

    def counted(*about, **more):  # type: ignore[no-untyped-def]
        looked.append(1)
        return laid_out(*about, **more)

    monkeypatch.setattr(pdf_page, "page_words", counted)
    return looked


def line(text: str, font: str = "Helvetica", gap: float = 3.0) -> Printed:
    return [((text, font, 10), gap)]


def test_what_heads_and_ends_a_page_may_be_drawn_first(word_by_word: list[int]) -> None:
    lines = [line("Ashdale Council"), line("Thank you for your request."), line("Page 1 of 2")]
    document = read_pdf(page(lines, [0, 2, 1]), "a.pdf")
    assert document.text.split("\n")[:3] == [
        "Ashdale Council",
        "Thank you for your request.",
        "Page 1 of 2",
    ]
    assert not word_by_word


def test_a_foot_in_two_parts_needs_no_words(word_by_word: list[int]) -> None:
    data = headed([line("Thank you.")] * 5, ("Ashdale Council", "FOI 12/21"), ("FOI", "Page 1"))
    document = read_pdf(data, "a.pdf")
    assert document.text.split("\n")[0] == "Ashdale Council\tFOI 12/21"
    assert document.text.rstrip().split("\n")[-1] == "FOI\tPage 1"
    assert not word_by_word


def test_bold_words_in_a_line_are_no_table(word_by_word: list[int]) -> None:
    bold = line("Question 1:", "Helvetica-Bold") + line("how many officers were dismissed?")
    document = read_pdf(page([bold] * 8, list(range(8))), "a.pdf")
    assert document.text.split("\n")[0] == "Question 1: how many officers were dismissed?"
    assert not word_by_word


def test_columns_are_looked_at_word_by_word(word_by_word: list[int]) -> None:
    row = line("Constable", gap=60.0) + line("12")
    document = read_pdf(page([row] * 8, list(range(8))), "a.pdf")
    assert document.text.split("\n")[0] == "Constable\t12"
    assert word_by_word
