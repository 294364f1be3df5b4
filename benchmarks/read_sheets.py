"""How fast workbooks are read, as ratios to libraries that read their cells and nothing else.

Run: python benchmarks/read_sheets.py [--rows 100000] [--columns 30]

The same workbook is iterated by openpyxl (read-only) and by python-calamine, which tell neither
what is hidden nor what a number shows as, and read by our reader into text, tables and places.
Seconds are of this process's processor, so that a busy machine does not spoil the ratios.
"""

from __future__ import annotations

import argparse
import io
import random
import resource
from collections.abc import Callable, Iterator
from datetime import date
from time import process_time
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook, load_workbook
from python_calamine import CalamineWorkbook

from foitrack import assets
from foitrack.reading.documents.workbook import column_name
from foitrack.reading.documents.xlsx import read_xlsx
from foitrack.reading.reader import ReadingContext, read_document

_FIRST_DAY = (date(2018, 1, 1) - date(1899, 12, 30)).days
_RANKS = ("PC", "Sergeant", "Inspector", "Special Constable")
_OUTCOMES = ("Written warning", "No further action", "Management action", "Dismissed")


def main() -> None:
    """Print each measurement with its ratio."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--columns", type=int, default=30)
    given = parser.parse_args()
    data = workbook(given.rows, given.columns)
    print(f"{given.rows:,} rows of {given.columns} columns, {len(data) / 1e6:.1f} MB packed")
    calamine = _told("python-calamine", given.rows, _seconds(lambda: _calamine(data)))
    openpyxl = _told("openpyxl, read-only", given.rows, _seconds(lambda: _openpyxl(data)))
    own = _told("our reader", given.rows, _seconds(lambda: read_xlsx(data, "a.xlsx")))
    print(f"our reader: {own / openpyxl:.2f} × openpyxl, {own / calamine:.1f} × python-calamine")
    context = assets.reading_context()
    whole = _told("with case rows", given.rows, _seconds(lambda: _cases(data, context)))
    print(f"with case rows: {whole / openpyxl:.2f} × openpyxl")
    print(f"most memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")


def workbook(rows: int, columns: int) -> bytes:
    """A workbook of police misconduct with shared texts, dates and numbers, as Excel writes it."""
    book = Workbook()
    stream = io.BytesIO()
    book.save(stream)
    with ZipFile(stream) as archive:
        held = {name: archive.read(name) for name in archive.namelist()}
    styles = held["xl/styles.xml"].replace(
        b"</cellXfs>", b'<xf numFmtId="14" fontId="0" fillId="0" applyNumberFormat="1"/></cellXfs>'
    )
    held["xl/styles.xml"] = styles
    made = io.BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED, compresslevel=1) as archive:
        for name, data in held.items():
            if name != "xl/worksheets/sheet1.xml":
                archive.writestr(name, data)
        with archive.open("xl/worksheets/sheet1.xml", "w") as part:
            for piece in _sheet(rows, columns):
                part.write(piece.encode())
    return made.getvalue()


def _sheet(rows: int, columns: int) -> Iterator[str]:
    chance = random.Random(1)
    names = [column_name(column) for column in range(columns)]
    heads = ["Date", "Rank", "Misconduct outcome", "Number of officers"]
    heads += [f"Field {n}" for n in range(5, columns + 1)]
    yield '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    yield _row(1, [_text(f"{name}1", head) for name, head in zip(names, heads, strict=True)])
    for number in range(2, rows + 2):
        cells = [
            f'<c r="A{number}" s="1"><v>{_FIRST_DAY + chance.randrange(2000)}</v></c>',
            _text(f"B{number}", chance.choice(_RANKS)),
            _text(f"C{number}", chance.choice(_OUTCOMES)),
            f'<c r="D{number}"><v>{chance.randrange(1, 9)}</v></c>',
        ]
        cells += [
            _text(f"{name}{number}", f"text {chance.randrange(1000)}")
            if place % 2
            else f'<c r="{name}{number}"><v>{chance.randrange(100_000)}</v></c>'
            for place, name in enumerate(names[4:])
        ]
        yield _row(number, cells[:columns])
    yield "</sheetData></worksheet>"


def _row(number: int, cells: list[str]) -> str:
    return f'<row r="{number}">{"".join(cells)}</row>'


def _text(name: str, text: str) -> str:
    return f'<c r="{name}" t="str"><v>{text}</v></c>'


def _openpyxl(data: bytes) -> int:
    book = load_workbook(io.BytesIO(data), read_only=True)
    return sum(len(row) for row in book.worksheets[0].iter_rows(values_only=True))


def _calamine(data: bytes) -> int:
    return len(CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0).to_python())


def _cases(data: bytes, context: ReadingContext) -> int:
    return len(read_document(data, "police.xlsx", context).cases)


def _told(what: str, rows: int, seconds: float) -> float:
    print(f"{what}: {seconds:.1f} s, {rows / seconds:,.0f} rows a second")
    return seconds


def _seconds(work: Callable[[], object]) -> float:
    began = process_time()
    work()
    return process_time() - began


if __name__ == "__main__":
    main()
