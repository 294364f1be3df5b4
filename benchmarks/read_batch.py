"""What reading in worker processes costs and gains, as ratios to reading in one process.

Run: python benchmarks/read_batch.py [--letters 40] [--pages 500]

The batch is of PDF letters of some pages; the long document shows when its first findings come.
"""

from __future__ import annotations

import argparse
import io
from collections.abc import Callable
from time import perf_counter

from reportlab.pdfgen.canvas import Canvas

from foitrack import assets
from foitrack.reading.findings import Reading
from foitrack.reading.isolation import Readers
from foitrack.reading.reader import ReadingContext, read_document

LINES_A_PAGE = 55


def main() -> None:
    """Print each measurement with its ratio."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--letters", type=int, default=40)
    parser.add_argument("--pages", type=int, default=500)
    asked = parser.parse_args()
    context = assets.reading_context()
    _start(context)
    _batch(context, asked.letters)
    _long(context, asked.pages)


def _start(context: ReadingContext) -> None:
    with Readers(workers=1) as pool:
        first = _seconds(lambda: pool.read(b"Dear Requester", "a.txt", context))
        second = _seconds(lambda: pool.read(b"Dear Requester", "a.txt", context))
    print(f"a worker starts in {first - second:.2f} s; a few words then take {second * 1e3:.1f} ms")


def _batch(context: ReadingContext, letters: int) -> None:
    batch = [(_letter(6), f"{number}.pdf") for number in range(letters)]
    read_document(*batch[0], context)
    alone = _seconds(lambda: [read_document(*one, context) for one in batch])
    print(f"{letters} letters: {alone:.2f} s in one process")
    for workers in (1, 2):
        with Readers(workers=workers) as pool:
            took = _seconds(lambda pool=pool: list(pool.read_many(batch, context)))
        print(f"  {took / alone:.2f} × with {workers} worker(s), their start included")


def _long(context: ReadingContext, pages: int) -> None:
    data = _letter(pages)
    first: list[float] = []
    with Readers(workers=1) as pool:
        pool.read(b"Dear Requester", "a.txt", context)
        began = perf_counter()

        def told(_: Reading) -> None:
            first.append(perf_counter() - began)

        pool.read(data, "long.pdf", context, early=told)
        whole = perf_counter() - began
    print(f"{pages} pages: {whole:.2f} s; what the first say is known after {first[0]:.2f} s")


def _letter(pages: int) -> bytes:
    seed = next(assets.seed_folder().glob("004*.txt")).read_text("utf-8")
    lines = [line[:100] for line in seed.splitlines()][:LINES_A_PAGE]
    written = io.BytesIO()
    canvas = Canvas(written, pagesize=(595, 842))
    for _ in range(pages):
        text = canvas.beginText(50, 800)
        for line in lines:
            text.textLine(line)
        canvas.drawText(text)
        canvas.showPage()
    canvas.save()
    return written.getvalue()


def _seconds(work: Callable[[], object]) -> float:
    began = perf_counter()
    work()
    return perf_counter() - began


if __name__ == "__main__":
    main()
