"""How long long PDFs take to be read, against bare text extraction of the same pages.

Run: python benchmarks/read_pdf.py [--pages 500] [--repeats 5] [--bare bounded] [--only annex]

Each document is made here, of words in no order that repeats. Three things take turns in one
process: bare extraction; the document alone (`open_document`: its text with the place of every
word, and the tables that its pages show); and whole reading (`read_document`: besides these the
tables that its text shows, every field of the letter, case rows). The ratios of both to bare
extraction are printed, by their middle runs, and of whole reading by the shortest as well. Taken
is the processor's time, of which others at work on the machine take less than of the clock's.
Last comes whole reading as the program does it: in a worker that is there already, by the clock,
from handing the file over to having the reading (a long document is read on several cores there,
where the system knows how), against bare extraction by the clock.
Bare extraction is that of pypdfium2 alone: for each page `page.get_textpage().get_text_range()`,
the faster of its two ways and so the stricter measure; `--bare bounded` takes
`get_text_bounded()`. What is made ready once in a process (about 0.2 s for the first long
document, unless its reader has read the letter made up for it) is left out by a first run of each
that does not count.
"""

from __future__ import annotations

import argparse
import io
import random
import re
from collections.abc import Callable, Iterator
from statistics import median
from time import perf_counter, process_time
from typing import Any

import pypdfium2

from foitrack import assets
from foitrack.reading.collecting import without_collecting
from foitrack.reading.documents.opening import open_document
from foitrack.reading.isolation import Readers
from foitrack.reading.reader import read_document

LETTER = (
    "Thank you for your request of {day} May 2023, which was received on {day} May 2023.",
    "Your request has been considered under the Freedom of Information Act 2000.",
    "I can confirm that the information requested is held by {name} Council.",
    "The names of staff are exempt under section 40(2) of the Act, as {words}.",
    "Section 31(1)(g) is engaged because disclosure would {words}.",
    "There were {count} incidents recorded in 2021/22, of which {day} {words}.",
    "If you are dissatisfied with this response you may ask for an internal review within two "
    "months.",
    "Please see the attached spreadsheet “figures {count}.xlsx” for the remainder.",
)
VOCABULARY: list[str] = re.findall(
    r"\w+",
    "the of and to in for that is with on by this as be are from was have not which at has or "
    "it service area report year number public council officer decision policy review process "
    "management board committee cost staff local community health road school planning budget "
    "contract annual figure response information period data system project programme support "
    "development strategy assessment performance quality standard training equipment building "
    "housing transport environment water waste energy safety police fire children adult social "
    "care hospital patient university student research county district region national ministry",
)
NAMES = ("Ashdale", "Broomfield", "Carrick", "Denham", "Elmstead", "Farrow")
PLACES = ("North", "South", "East", "West", "Central")
KINDS_OF_COST = ("Repairs", "Fuel", "Hire", "Consultancy", "Travel")
STAGES = ("Paid", "Paid in part", "Awaiting invoice", "Disputed", "Written off")
RANKS = ("Constable", "Sergeant", "Inspector", "Staff", "Special constable")
OUTCOMES = ("Written warning", "Management advice", "No further action", "Dismissed", "Resigned")


class Writer:
    """Words by the page, the same in every run."""

    def __init__(self) -> None:
        self.chance = random.Random(20000)

    def words(self, least: int, most: int) -> str:
        """A run of words."""
        return " ".join(self.chance.choices(VOCABULARY, k=self.chance.randint(least, most)))

    def sentence(self) -> str:
        """A sentence of no meaning."""
        return f"{self.words(8, 28).capitalize()}."

    def said(self) -> str:
        """A sentence as letters have it."""
        form = self.chance.choice(LETTER)
        numbers = {"day": self.chance.randint(1, 28), "count": self.chance.randint(10, 4000)}
        return form.format(name=self.chance.choice(NAMES), words=self.words(4, 12), **numbers)

    def paragraph(self, letters: float) -> str:
        """Three to six sentences, that share of them a letter's."""
        return " ".join(
            self.said() if self.chance.random() < letters else self.sentence()
            for _ in range(self.chance.randint(3, 6))
        )

    def row(self, number: int, *, cases: bool = False) -> list[str]:
        """A line of a table of costs, or of cases of misconduct."""
        year = f"{self.chance.randint(2015, 2023)}"
        return [
            f"{number}",
            year,
            self.chance.choice(PLACES),
            self.chance.choice(RANKS if cases else KINDS_OF_COST),
            self.words(3, 6),
            self.chance.choice(OUTCOMES if cases else STAGES),
            f"{self.chance.randint(1, 900)}",
        ]


HEADER = ["No", "Year", "Area", "Kind of cost", "Description", "Stage", "Amount"]
CASES = ["No", "Year", "Area", "Rank", "Allegation", "Outcome", "Number"]


def letters(pages: int) -> bytes:
    """Letters of an authority, one after the other, two pages each."""
    return _flowing(pages, _letter_page)


def reports(pages: int) -> bytes:
    """A report: headings, prose, lists."""
    return _flowing(pages, _report_page)


def headed(pages: int) -> bytes:
    """Letters with a running head and page numbers, which are drawn before what stands between."""
    return _flowing(pages, _letter_page, _head_and_foot)


def emphasis(pages: int) -> bytes:
    """Answers with bold and slanted words in most of their lines."""
    return _flowing(pages, _answer_page)


def tables(pages: int) -> bytes:
    """A report with a ruled table on every tenth page."""
    return _flowing(pages, _page_with_table)


def annex(pages: int) -> bytes:
    """One table over all pages, its header printed once, without rules."""
    return _annex(pages, ruled=False)


def ruled_annex(pages: int) -> bytes:
    """One table over all pages, with rules and a header on each."""
    return _annex(pages, ruled=True)


def cases(pages: int) -> bytes:
    """A table over all pages that is read as case data: police misconduct."""
    return _annex(pages, ruled=True, cases=True)


KINDS: dict[str, Callable[[int], bytes]] = {
    "letters": letters,
    "reports": reports,
    "headed": headed,
    "emphasis": emphasis,
    "tables": tables,
    "annex": annex,
    "ruled-annex": ruled_annex,
    "cases": cases,
}


def _letter_page(writer: Writer, number: int, styles: Any) -> Iterator[Any]:
    from reportlab.platypus import Paragraph

    if number % 2 == 0:
        yield Paragraph(f"{NAMES[number % 6]} Council", styles["Normal"])
        yield Paragraph(f"Our ref: FOI {10_000 + number}/23", styles["Normal"])
        yield Paragraph(f"{number % 28 + 1} June 2023", styles["Normal"])
        yield Paragraph("Dear requester", styles["BodyText"])
    for _ in range(7):
        yield Paragraph(writer.paragraph(0.4), styles["BodyText"])


def _report_page(writer: Writer, number: int, styles: Any) -> Iterator[Any]:
    from reportlab.platypus import Paragraph

    yield Paragraph(f"{number + 1}. {writer.words(3, 7).capitalize()}", styles["Heading2"])
    for part in range(6):
        yield Paragraph(writer.paragraph(0.05), styles["BodyText"])
        if part == 3:
            for _ in range(4):
                yield Paragraph(f"• {writer.words(6, 14)}", styles["Normal"])


def _answer_page(writer: Writer, number: int, styles: Any) -> Iterator[Any]:
    from reportlab.platypus import Paragraph

    for part in range(7):
        asked, slanted = f"<b>Question {part + 1}</b>", f"<i>{writer.words(3, 5)}</i>"
        yield Paragraph(f"{asked} {writer.paragraph(0.3)} {slanted}.", styles["BodyText"])


def _head_and_foot(canvas: Any, document: Any) -> None:
    canvas.setFont("Helvetica", 8)
    canvas.drawString(72, 800, "Ashdale Council: freedom of information")
    canvas.drawString(72, 30, "Freedom of information")
    canvas.drawRightString(523, 30, f"Page {document.page}")


def _page_with_table(writer: Writer, number: int, styles: Any) -> Iterator[Any]:
    from reportlab.platypus import Paragraph

    if number % 10 != 9:
        yield from _report_page(writer, number, styles)
        return
    yield Paragraph(writer.paragraph(0.1), styles["BodyText"])
    yield _table([HEADER, *(writer.row(n + 1) for n in range(20))], ruled=True)
    yield Paragraph(writer.paragraph(0.1), styles["BodyText"])


def _flowing(
    pages: int,
    of_page: Callable[[Writer, int, Any], Iterator[Any]],
    around: Callable[[Any, Any], None] | None = None,
) -> bytes:
    """A document of exactly so many pages; `around` draws on each before its words."""
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import KeepInFrame, PageBreak, SimpleDocTemplate

    writer, styles = Writer(), getSampleStyleSheet()
    flow: list[Any] = []
    for number in range(pages):
        flow += [KeepInFrame(0, 680, list(of_page(writer, number, styles))), PageBreak()]
    stream = io.BytesIO()
    drawn = {"onFirstPage": around, "onLaterPages": around} if around else {}
    SimpleDocTemplate(stream).build(flow[:-1], **drawn)
    return stream.getvalue()


def _annex(pages: int, *, ruled: bool, cases: bool = False) -> bytes:
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate

    writer, per_page = Writer(), 38
    title = "Police officers and social media" if cases else "Costs of the year"
    flow: list[Any] = [Paragraph(title, getSampleStyleSheet()["Heading2"])]
    for page in range(pages):
        rows = [writer.row(page * per_page + n + 1, cases=cases) for n in range(per_page)]
        head = [CASES if cases else HEADER] if ruled or page == 0 else []
        flow += [_table([*head, *rows], ruled=ruled), PageBreak()]
    stream = io.BytesIO()
    SimpleDocTemplate(stream).build(flow[:-1])
    return stream.getvalue()


def _table(rows: list[list[str]], *, ruled: bool) -> Any:
    from reportlab.lib import colors
    from reportlab.platypus import Table

    style: list[tuple[Any, ...]] = [
        ("FONTSIZE", (0, 0), (-1, -1), 7),
        ("TOPPADDING", (0, 0), (-1, -1), 2),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 2),
        ("ALIGN", (-1, 0), (-1, -1), "RIGHT"),
    ]
    if ruled:
        style.append(("GRID", (0, 0), (-1, -1), 0.5, colors.black))
    return Table(rows, colWidths=[30, 30, 45, 75, 160, 85, 40], style=style)


def bare_range(data: bytes) -> int:
    """Bare extraction; closed as it goes, as a careful program does."""
    return _bare(data, lambda textpage: textpage.get_text_range())


def bare_bounded(data: bytes) -> int:
    """Bare extraction by the page's bounds."""
    return _bare(data, lambda textpage: textpage.get_text_bounded())


def _bare(data: bytes, extract: Callable[[Any], str]) -> int:
    pdf = pypdfium2.PdfDocument(data)
    length = 0
    for page in pdf:
        textpage = page.get_textpage()
        length += len(extract(textpage))
        textpage.close()
        page.close()
    pdf.close()
    return length


def _seconds(work: Callable[[], object], clock: Callable[[], float] = process_time) -> float:
    began = clock()
    work()
    return clock() - began


def measure_worker(
    data: bytes, bare: Callable[[bytes], int], repeats: int
) -> tuple[list[float], list[float]]:
    """Seconds by the clock of bare extraction here, and of reading by a worker, in turns."""
    context = assets.reading_context()
    bares, workers = [], []
    with Readers(workers=1) as readers:
        for _ in range(repeats + 1):
            bares.append(_seconds(lambda: bare(data), perf_counter))
            workers.append(_seconds(lambda: readers.read(data, "long.pdf", context), perf_counter))
    return bares[1:], workers[1:]


def measure(data: bytes, bare: Callable[[bytes], int], repeats: int) -> tuple[list[float], ...]:
    """Seconds of bare extraction, of the document alone and of whole reading, taken in turns."""
    context = assets.reading_context()
    works: tuple[Callable[[], object], ...] = (
        lambda: bare(data),
        lambda: _opened(data),
        lambda: read_document(data, "long.pdf", context),
    )
    rounds = [[_seconds(work) for work in works] for _ in range(repeats + 1)]
    bares, documents, wholes = map(list, zip(*rounds[1:], strict=True))
    return bares, documents, wholes


def _opened(data: bytes) -> None:
    with without_collecting():
        open_document(data, "long.pdf").close()


def main() -> None:
    """Print a line for each kind of document."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--pages", type=int, default=500)
    parser.add_argument("--repeats", type=int, default=5)
    parser.add_argument("--bare", choices=("range", "bounded"), default="range")
    parser.add_argument("--only", choices=sorted(KINDS), action="append")
    chosen = parser.parse_args()
    bare = bare_bounded if chosen.bare == "bounded" else bare_range
    print(f"{'':35} {'middle ratio':^20} {'shortest':>9} {'in a':>9}")
    print(
        f"{'document':12} {'pages':>5} {'bare':>8} {'read':>8} "
        f"{'document':>9} {'whole':>9} {'whole':>9} {'worker':>9}"
    )
    for name in chosen.only or KINDS:
        data = KINDS[name](chosen.pages)
        bares, documents, wholes = measure(data, bare, chosen.repeats)
        middle, document, whole = map(median, (bares, documents, wholes))
        clocked, workers = map(median, measure_worker(data, bare, chosen.repeats))
        print(
            f"{name:12} {chosen.pages:5} {middle:7.2f}s {whole:7.2f}s "
            f"{document / middle:8.2f}× {whole / middle:8.2f}× {min(wholes) / min(bares):8.2f}× "
            f"{workers / clocked:8.2f}×",
            flush=True,
        )


if __name__ == "__main__":
    main()
