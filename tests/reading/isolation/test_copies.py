"""Part of a long document is read by copies of its worker: the same, and under the same limits."""

from __future__ import annotations

import io
import random
import sys
from collections.abc import Callable, Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.lib import colors
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, PageBreak, Paragraph, SimpleDocTemplate, Table

from foitrack.reading.findings import Reading, UnreadableDocumentError
from foitrack.reading.isolation import Readers, ReadingCancelledError
from foitrack.reading.reader import ReadingContext, read_document
from tests.reading.isolation.conftest import Ask, Fails
from tests.reading.isolation.test_pool import watch
from tests.reading.making.mutations import of_bytes

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="copies are made on Linux alone"
)


@pytest.fixture(scope="module")
def several() -> Iterator[Readers]:
    """A worker that reads a few pages with three copies already."""
    with Readers(workers=1, tasks="tests.reading.isolation.many_copies") as readers:
        yield readers


def pdf(pages: list[list[int]]) -> bytes:
    """Pages, each of pieces: a paragraph for a 0, else a ruled table of so many rows. A table may
    go on over pages.
    """
    style = getSampleStyleSheet()["BodyText"]
    story: list[Flowable] = []
    for number, pieces in enumerate(pages):
        for rows in pieces:
            if rows:
                cells = [["Year", "Rank", "Outcome"]]
                cells += [[f"{2000 + n % 20}", f"PC {number}", f"{n} days"] for n in range(rows)]
                story.append(Table(cells, style=[("GRID", (0, 0), (-1, -1), 0.5, colors.black)]))
            else:
                words = f"On page {number} we confirm that the information is held by the force. "
                story.append(Paragraph(words * 4, style))
        story.append(PageBreak())
    written = io.BytesIO()
    SimpleDocTemplate(written, invariant=1).build(story)
    return written.getvalue()


PIECES = st.sampled_from([0, 0, 1, 3, 41, 60])


@given(st.lists(st.lists(PIECES, min_size=1, max_size=3), min_size=4, max_size=9))
@settings(deadline=None)
def test_pages_read_by_copies_are_the_same(
    several: Readers, context: ReadingContext, pages: list[list[int]]
) -> None:
    data = pdf(pages)
    assert several.read(data, "long.pdf", context) == read_document(data, "long.pdf", context)


def test_a_table_goes_on_where_another_share_begins(
    several: Readers, context: ReadingContext
) -> None:
    """Rows of one filled cell look like running text, unless the page before is known."""
    rows = [["Rank", "Note"], *[["PC", "Advice"]] * 20, *[["Sergeant", ""]] * 260, ["PC", "Advice"]]
    table = Table(rows, style=[("GRID", (0, 0), (-1, -1), 0.5, colors.black)])
    written = io.BytesIO()
    SimpleDocTemplate(written, invariant=1).build([table])
    found = several.read(written.getvalue(), "long.pdf", context)
    assert [list(row) for row in found.tables[0].rows] == rows[1:]


@given(st.integers(0, 2**32))
@settings(deadline=None)
def test_damaged_pages_are_read_or_refused_as_without_copies(
    several: Readers, context: ReadingContext, seed: int
) -> None:
    data = of_bytes(pdf([[0], [41], [0], [3], [60], [0]]), random.Random(seed))
    assert outcome(lambda: several.read(data, "long.pdf", context)) == outcome(
        lambda: read_document(data, "long.pdf", context)
    )


def outcome(read: Callable[[], Reading]) -> Reading | str:
    try:
        return read()
    except UnreadableDocumentError as problem:
        return problem.kind


def hidden_words(pages: int) -> bytes:
    """Each page with a word under a black box."""
    written = io.BytesIO()
    canvas = Canvas(written, invariant=1)
    for number in range(pages):
        canvas.drawString(72, 700, f"Page {number} is from a county force.")
        canvas.drawString(72, 650, "Secret")
        canvas.rect(60, 640, 100, 30, fill=1)
        canvas.showPage()
    canvas.save()
    return written.getvalue()


@pytest.mark.parametrize("pages", [12, 104])
def test_words_that_nobody_sees_are_left_out_by_copies_too(
    pages: int, several: Readers, context: ReadingContext
) -> None:
    # Of more pages than are looked at in one file, the same ones stay unseen as without copies.
    data = hidden_words(pages)
    found = several.read(data, "long.pdf", context)
    assert found == read_document(data, "long.pdf", context)
    assert found.text.count("Secret") == max(0, pages - 100)


def test_a_copy_answers(ask: Ask) -> None:
    assert ask("copy_answers").text == "[Span(start=1, end=2), Span(start=3, end=4)]"


def test_a_copy_may_do_no_more_than_its_worker(ask: Ask) -> None:
    assert set(ask("copy_is_fenced", "soffice").text.strip("[]").split(", ")) == {"'FencedError'"}


@pytest.mark.parametrize("deed", ["segfaults", "aborts", "leaves", "stumbles", "eats"])
def test_a_copy_that_breaks_down_has_no_answer(deed: str, ask: Ask) -> None:
    assert ask("copy_falls", deed).text == "None"


def test_a_copys_answer_is_held_to_its_size(ask: Ask) -> None:
    assert ask("copy_answers_much").text == "None"


@pytest.mark.parametrize("lie", ["a trap", "a function"])
def test_a_copys_answer_is_values_of_readers_only(lie: str, ask: Ask) -> None:
    assert ask("copy_lies", lie).text == "None"


def test_a_copy_that_hangs_is_a_document_too_slow(hasty: Readers, fails: Fails) -> None:
    assert fails("copy_hangs", by=hasty).kind == "too-slow"


def test_a_copy_ends_with_its_worker(pool: Readers, context: ReadingContext) -> None:
    ended = []
    pending = pool.submit(b"", "copy_hangs", context, early=True)

    def stop(first: object) -> None:
        ended.append(watch(int(first.text)))  # type: ignore[attr-defined]
        pending.cancel()

    with pytest.raises(ReadingCancelledError):
        pending.result(early=stop)
    assert ended[0].poll(10_000), "the copy lives on"


def test_a_copy_that_is_not_waited_for_is_ended(ask: Ask) -> None:
    assert ask("copy_is_left").text == "ChildProcessError"
