"""How exactly tables of published PDFs are read, against what people wrote down of them.

Run: python benchmarks/read_tables.py FOLDER [--show NAME]

The folder holds the files of the ICDAR 2013 table competition (Göbel, Hassan, Oro and Orsi: PDFs
of governments of the European Union and the United States, each with a `-str.xml` that says what
stands in each cell). It is no part of this project. Of every row that has a figure beside its
first cell it is counted whether the same cells, in the same order, are a row that is read; and of
the rows read that have one, how many are true. White space and dots that lead to a figure do not
count. A header of years counts as such a row there and is none here; a label over several rows
stands in each of ours and in one of theirs: about one row in forty of the whole.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

from foitrack import assets
from foitrack.reading.reader import ReadingContext, read_document

Row = tuple[str, ...]
_FIGURE = re.compile(r"[(<>~+-]?[£$€]?[\d.,]+%?\)?")
_ENDING = "-str.xml"


def main() -> None:
    """Print the rows found and those that are true, by file and in all."""
    wanted = argparse.ArgumentParser(description=__doc__)
    wanted.add_argument("folder", type=Path)
    wanted.add_argument("--show", help="print what differs in one file: eu-001")
    asked = wanted.parse_args()
    context = assets.reading_context()
    total: Counter[str] = Counter()
    for truth in sorted(asked.folder.glob(f"*{_ENDING}")):
        pdf = truth.with_name(truth.name.removesuffix(_ENDING) + ".pdf")
        if not pdf.exists() or asked.show not in (None, pdf.stem):
            continue
        said, read = Counter(_said(truth)), Counter(_read(pdf, context))
        found = (said & read).total()
        total.update(found=found, said=said.total(), read=read.total())
        if found < max(said.total(), read.total()):
            print(f"{pdf.stem:10} {found} of {said.total()} found; {read.total()} read")
        if asked.show:
            print(*(f"not read: {row}" for row in said - read), sep="\n")
            print(*(f"not true: {row}" for row in read - said), sep="\n")
    found, said, read = total["found"], total["said"], total["read"]
    print(f"{found} of {said} rows found ({found / max(1, said):.1%})")
    print(f"{found} of {read} rows read are true ({found / max(1, read):.1%})")


def _said(truth: Path) -> Iterator[Row]:
    """The rows with figures that people found in a file."""
    for table in ElementTree.parse(truth).getroot().iter("table"):
        for region in table.iter("region"):
            rows: dict[int, dict[int, str]] = {}
            for cell in region.iter("cell"):
                at = int(cell.attrib["start-row"]), int(cell.attrib["start-col"])
                rows.setdefault(at[0], {})[at[1]] = cell.findtext("content") or ""
            cells = ([row[n] for n in sorted(row)] for row in rows.values())
            yield from filter(_has_figure, map(_plain, cells))


def _read(pdf: Path, context: ReadingContext) -> Iterator[Row]:
    """The rows with figures that are read of it."""
    for table in read_document(pdf.read_bytes(), pdf.name, context).tables:
        rows = (*table.rows, *((table.total_row,) if table.total_row else ()))
        yield from filter(_has_figure, map(_plain, rows))


def _plain(cells: list[str] | tuple[str, ...]) -> Row:
    bare = (re.sub(r"[\s\u00ad\ufffe]+", "", cell).lower() for cell in cells)
    return tuple(filter(None, (re.sub(r"\.{3,}", "", cell) for cell in bare)))


def _has_figure(row: Row) -> bool:
    return any(map(_FIGURE.fullmatch, row[1:]))


if __name__ == "__main__":
    main()
