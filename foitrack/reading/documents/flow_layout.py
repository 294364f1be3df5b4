"""What a table of a document is for: data, questions with answers, or only to place text."""

from __future__ import annotations

import re
from enum import StrEnum
from itertools import zip_longest

from foitrack.reading.documents.flow import FlowTable, TableRow
from foitrack.reading.tables.answering import MOST_COLUMNS, are_questions

_LABEL = re.compile(
    r"(?:(?:our|your|my|foi|eir) )?(?:ref(?:erence)?\b|date\b.{0,3}$|date ?:|dated\b|"
    r"tel(?:ephone)?\b|phone\b|fax\b|e-?mail\b|web(?:site)? ?:|direct (?:dial|line)\b|"
    r"enquiries to\b|please ask\b|contact ?:|to ?:|from ?:|sent ?:|subject ?:|switchboard\b|dx\b)"
    r"|\S+@\S+\.\w+$|[A-Z]{1,2}\d[\dA-Z]? ?\d[A-Z]{2}$",
    re.IGNORECASE,
)
_MANY_LINES = 2
_FEW_ROWS = 4
_LONG = 60


class Use(StrEnum):
    """What a table is for."""

    DATA = "data"
    LABELS = "labels"
    """Labels with values beside them: text, line by line."""
    ANSWERS = "answers"
    """Questions with their answers: a table, and sentences that say things as well."""
    LAYOUT = "layout"
    """Text that was only put in place with it."""


def use_of(table: FlowTable) -> Use:
    """What a table is for."""
    rows = [row for row in table.rows if any(cell.lines() for cell in row.cells)]
    if len(rows) < 2 or table.width < 2 or _holds_tables(table, len(rows)):
        return Use.LAYOUT
    if _is_letterhead(rows):
        return Use.LAYOUT
    if _are_answers(rows):
        return Use.ANSWERS
    return Use.LABELS if _are_labels(rows) else Use.DATA


def _holds_tables(table: FlowTable, rows: int) -> bool:
    """Whether other tables are placed by it: it is a frame for them, not one of data."""
    cells = [cell for cell in table.cells() if cell.lines()]
    holding = sum(any(isinstance(block, FlowTable) for block in cell.blocks) for cell in cells)
    return holding > 0 and (rows <= 2 or holding * 4 >= len(cells))


def _is_letterhead(rows: list[TableRow]) -> bool:
    """Address, references and dates beside each other, several lines to a cell."""
    cells = [cell.lines() for row in rows for cell in row.cells]
    lines = [line for own in cells for line in own]
    labels = sum(bool(_LABEL.match(line)) for line in lines)
    several = any(len(own) > _MANY_LINES for own in cells)
    return several and len(rows) <= _FEW_ROWS and labels * 4 >= len(lines)


def _are_answers(rows: list[TableRow]) -> bool:
    """Whether one column asks and another answers, or all of them are prose."""
    texts = [[" ".join(cell.text.split()) for cell in row.cells] for row in rows]
    return are_questions(texts) or (max(map(len, texts)) <= MOST_COLUMNS and _are_prose(texts))


def _are_prose(texts: list[list[str]]) -> bool:
    """Whether sentences stand in every column, as in a letter in two languages side by side."""
    columns = list(zip_longest(*texts, fillvalue=""))
    return len(columns) > 1 and all(
        sum(len(text) >= _LONG and text[-1] in ".?!:;" for text in column) * 2
        >= sum(bool(text) for text in column)
        for column in columns
    )


def _are_labels(rows: list[TableRow]) -> bool:
    """Two columns, the left one of labels that end in colons."""
    labels = sum(len(row.cells) == 2 and row.cells[0].text.endswith(":") for row in rows)
    return labels * 2 >= len(rows)
