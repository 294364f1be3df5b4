"""Rows under a title, in the clothes in which a table comes: a workbook, CSV, a page, a letter."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tests.reading.making.sheets import MadeSheet, Value, csv_text, xlsx

Rows = Sequence[Sequence[Value]]


def _xlsx(title: str, rows: Rows) -> bytes:
    return xlsx(MadeSheet([[title], [], *rows]))


def _csv(title: str, rows: Rows) -> bytes:
    return csv_text([[title], [], *rows])


def _page(title: str, rows: Rows) -> bytes:
    width = max(map(len, rows))
    cells = ([*row, *[None] * (width - len(row))] for row in rows)
    lines = "".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in cells)
    return f"<html><body><h1>{title}</h1><table>{lines}</table></body></html>".encode()


def _cell(value: Value) -> str:
    return f"<td>{'' if value is None else value}</td>"


def _text(title: str, rows: Rows) -> bytes:
    lines = ("\t".join("" if cell is None else str(cell) for cell in row) for row in rows)
    return "\n".join([title, "", *lines, ""]).encode()


CLOTHES: dict[str, Callable[[str, Rows], bytes]] = {
    "data.xlsx": _xlsx,
    "data.csv": _csv,
    "page.html": _page,
    "letter.txt": _text,
}
"""How rows under a title are written, by the name of the file."""
