"""How fast documents are read, as ratios to the least that could be done with them.

Run: python benchmarks/reading.py [--pages 200]

Ratios are compared between runs, not times: both are taken in the same run on the same machine.
A PDF is compared with bare text extraction of its pages by the same library; text of growing
length with itself, so that reading that takes more than its share of time shows.
"""

from __future__ import annotations

import argparse
import io
import subprocess
import sys
from collections.abc import Callable
from statistics import median
from time import perf_counter

import pypdfium2

from foitrack import assets
from foitrack.reading.documents.pdf import read_pdf
from foitrack.reading.reader import ReadingContext, read_document

REPEATS = 5
PARAGRAPH = (
    "To release any further information into the public domain, where an investigation may be "
    "recent or ongoing, would be detrimental to the ability of the force to obtain information. "
)


def main() -> None:
    """Print each measurement with its ratio."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pages", type=int, default=200)
    pages = parser.parse_args().pages
    context = assets.reading_context()
    _pdf(pages)
    _text(context)
    _five_seeds()


def _pdf(pages: int) -> None:
    data = _letter(pages)
    bare = _seconds(lambda: _bare_text(data))
    whole = _seconds(lambda: read_pdf(data, "letter.pdf"))
    print(f"PDF of {pages} pages: {whole:.2f} s, {whole / bare:.1f} × bare text extraction")


def _text(context: ReadingContext) -> None:
    short, long = (PARAGRAPH * n for n in (400, 1600))
    first = _seconds(lambda: read_document(short.encode(), "letter.txt", context))
    second = _seconds(lambda: read_document(long.encode(), "letter.txt", context))
    print(f"text four times as long: {second / first:.1f} × the time ({len(long):,} characters)")


def _five_seeds() -> None:
    seeds = [str(file) for file in sorted(assets.seed_folder().glob("*.txt"))]
    command = [sys.executable, "-m", "foitrack", "read", "--json-lines", *seeds]
    bare = _seconds(lambda: subprocess.run([sys.executable, "-c", ""], check=True))
    whole = _seconds(lambda: subprocess.run(command, check=True, stdout=subprocess.DEVNULL))
    print(f"five seeds, whole process: {whole:.2f} s, {whole / bare:.0f} × bare Python")


def _letter(pages: int) -> bytes:
    """A letter of prose in a PDF, made once for the run."""
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate

    style = getSampleStyleSheet()["Normal"]
    flow: list[object] = []
    for _ in range(pages):
        flow += [Paragraph(PARAGRAPH * 10, style), PageBreak()]
    stream = io.BytesIO()
    SimpleDocTemplate(stream).build(flow)
    return stream.getvalue()


def _bare_text(data: bytes) -> int:
    pdf = pypdfium2.PdfDocument(data)
    length = sum(len(page.get_textpage().get_text_range()) for page in pdf)
    pdf.close()
    return length


def _seconds(work: Callable[[], object]) -> float:
    """The middle of several runs, in seconds."""
    times = []
    for _ in range(REPEATS):
        began = perf_counter()
        work()
        times.append(perf_counter() - began)
    return median(times)


if __name__ == "__main__":
    main()
