"""Tables as text (CSV, TSV): any encoding, any sign between cells, quoted or not."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from foitrack.reading.documents.base import Document
from foitrack.reading.documents.text import decode, read_text
from foitrack.reading.documents.workbook import (
    MAX_COLUMNS,
    Budget,
    Sheet,
    SheetRow,
    one_line,
)
from foitrack.reading.documents.workbook_text import as_document

_SIGNS = ",;\t|"
_SAMPLE_LINES = 400
_SAMPLE = 200_000
_LONGEST_CELL = 100_000
_MOST_LINES_IN_CELL = 200
_DECIMAL = re.compile(r"(?<=\d),(?=\d)")
Cells = Sequence[str]


def read_csv(data: bytes, name: str) -> Document:
    """A file of cells as a document with one sheet, which is called as the file.

    Raises UnreadableDocumentError where the bytes are no text, or too much.
    """
    read_text(data, name, "csv")  # refuses what is no text
    text = decode(data).lstrip("\ufeff").replace("\0", "")
    sign, text = separator(text)
    warnings: list[str] = []
    records = list(_records(text, sign, quoted=True))
    if _runs_away(records, text):
        records = list(_records(text, sign, quoted=False))
        warnings.append(
            "A quotation mark is never closed: the marks are read as text, and cells are parted "
            "at every separator."
        )
    sheet = Sheet(name.replace("\\", "/").rpartition("/")[2].rpartition(".")[0] or name)
    budget = Budget(name)
    for number, cells in enumerate(records, 1):
        kept = [
            (n, shown) for n, cell in enumerate(cells[:MAX_COLUMNS]) if (shown := one_line(cell))
        ]
        if kept:
            budget.take(len(kept))
            columns, texts = zip(*kept, strict=True)
            sheet.rows.append(SheetRow(number, columns, texts))
    return as_document("csv", [sheet], warnings, name, named=False)


def separator(text: str) -> tuple[str, str]:
    """The sign between cells, and the text without a line that names it (`sep=;`).

    The sign that parts the most lines into the same number of cells; a comma where none does.
    """
    first, _, rest = text.partition("\n")
    if re.match(r"sep=[^\s\w\"]?\r?$|sep=\t\r?$", first, re.IGNORECASE):
        return first.strip("\r\n")[4:5] or ",", rest
    sample = text[:_SAMPLE]
    best = max(_SIGNS, key=lambda sign: (_evenness(sample, sign), -_SIGNS.index(sign)))
    return best, text


def _evenness(sample: str, sign: str) -> float:
    """How evenly a sign parts the lines: the share that has the commonest number of cells."""
    if sign not in sample:
        return 0.0
    widths: Counter[int] = Counter()
    for number, cells in enumerate(_records(sample, sign, quoted=True)):
        if number >= _SAMPLE_LINES:
            break
        if any(cell.strip() for cell in cells):
            widths[len(cells)] += 1
    lines = sum(widths.values())
    wide = {width: n for width, n in widths.items() if width > 1}
    if not wide:
        return 0.0
    width, often = max(wide.items(), key=lambda item: (item[1], item[0]))
    # Of signs that part as evenly, the one that gives more cells; but 1,5;2,5 is two numbers.
    decimal = sign == "," and len(_DECIMAL.findall(sample)) == sample.count(",")
    return often / lines + min(width, 100) / 10_000 - (0.02 if decimal else 0)


def _records(text: str, sign: str, *, quoted: bool) -> Iterator[Cells]:
    """The lines' cells, where quotation marks may hold a separator or a line's end."""
    csv.field_size_limit(2**31 - 1)
    lines = io.StringIO(text, newline="")
    if quoted:
        return csv.reader(lines, delimiter=sign, skipinitialspace=True)
    return csv.reader(lines, delimiter=sign, quoting=csv.QUOTE_NONE)


def _runs_away(records: Sequence[Cells], text: str) -> bool:
    """Whether a quotation mark that nobody closed has swallowed lines of the file."""
    last = records[-1][-1:] if records else ()
    if text.count('"') % 2 and any("\n" in cell for cell in last):
        return True
    return any(
        len(cell) > _LONGEST_CELL or cell.count("\n") > _MOST_LINES_IN_CELL
        for cells in records
        for cell in cells
        if "\n" in cell
    )
