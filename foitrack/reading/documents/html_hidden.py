"""Rows, cells and columns of a web page's tables that a person does not see.

Workbooks saved as web pages carry hidden rows and columns so.
"""

from __future__ import annotations

import re

from selectolax.lexbor import LexborNode

from foitrack.reading.documents.workbook_hidden import hidden

_AWAY = re.compile(
    r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|"
    r"mso-hide\s*:\s*(?:all|screen))",
    re.IGNORECASE,
)
_LONGEST_STYLE = 2000
_MOST_COLUMNS = 1000


def is_away(node: LexborNode) -> bool:
    """Whether a row, cell or column is there and not shown."""
    attributes = node.attributes
    if "hidden" in attributes:
        return True
    return bool(_AWAY.search((attributes.get("style") or "")[:_LONGEST_STYLE]))


def columns_away(table: LexborNode) -> frozenset[int]:
    """The columns of a table, from 0, that are not shown."""
    found: set[int] = set()
    at = 0
    for column in table.css("col"):
        span = column.attributes.get("span") or "1"
        width = min(int(span), _MOST_COLUMNS) if span.isdecimal() and len(span) < 6 else 1
        if is_away(column):
            found.update(range(at, at + width))
        at += width
        if at > _MOST_COLUMNS:
            break
    return frozenset(found)


def cells_with_text(row: LexborNode) -> int:
    """How many cells of a row have something in them."""
    return sum(bool(cell.text(strip=True)) for cell in row.iter() if cell.tag in ("td", "th"))


def warning(cells: int) -> str:
    """What is said of cells that are not shown."""
    what = "cell that it does not show" if cells == 1 else "cells that it does not show"
    return hidden(f"A table in the page has {cells:,} {what}.", cells == 1)
