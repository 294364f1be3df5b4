"""What reading says of what workbooks hold and do not show, found again with its parts.

Beside `foitrack.reading.remarks_on_files`, and for the same. Reading puts these together from
pieces (`workbook_hidden`, `xlsx_beyond`); here each stands as the whole sentence that it becomes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from foitrack.kept_sentences import FIGURE, NAME, Place, Sentences
from foitrack.saying import together


@dataclass(frozen=True)
class _Each(Place):
    """Where several stand with a comma between them, each of which may be said otherwise."""

    of: Sentences

    def found(self, text: str) -> str:
        """All of them, each with its parts."""
        return together(map(self.of.found, text.split(", ")), ", ")


_END = Place("[A-Z]+|[0-9]+")
_RUNS = _Each(NAME.pattern, Sentences({"{0} to {1}": (_END, _END)}, or_a_name=True))
_LINES = Sentences(
    {"{0} and {1} more groups": (_RUNS, FIGURE), "{0} and {1}": (_RUNS, _RUNS), "{0}": (_RUNS,)},
    or_a_name=True,
)
"""Columns or rows: "D", "A and C to D"."""
NAMES = Sentences({"{0} and {1} more": (NAME, FIGURE)}, or_a_name=True)
"""Cells or names, and how many more there are."""
_VALUES = Sentences({"{0} value": (FIGURE,), "{0} values": (FIGURE,)})
_COMMENTS = Sentences({"{0} comment": (FIGURE,), "{0} comments": (FIGURE,)})
_FORMULAE = Sentences({"{0} formula": (FIGURE,), "{0} formulae": (FIGURE,)})
_CELLS = Sentences({"{0} cell": (FIGURE,), "{0} cells": (FIGURE,)})
_DRAWN = Sentences(
    {
        "{0} picture": (FIGURE,),
        "{0} pictures": (FIGURE,),
        "{0} chart": (FIGURE,),
        "{0} charts": (FIGURE,),
        "text boxes": (),
    }
)
_ALL_DRAWN = Sentences(
    {
        "{0} and {1} and {2}": (_DRAWN, _DRAWN, _DRAWN),
        "{0} and {1}": (_DRAWN, _DRAWN),
        "{0}": (_DRAWN,),
    }
)
_HELD = Sentences({"{0} records": (FIGURE,), "{0} different values": (FIGURE,)})
_SOURCE = Sentences(
    {
        "sheet “{0}”, {1}, which is not in this workbook": (NAME, NAME),
        "sheet “{0}”, {1}, which is very hidden": (NAME, NAME),
        "sheet “{0}”, {1}, which is hidden": (NAME, NAME),
        "sheet “{0}”, {1}": (NAME, NAME),
    },
    or_a_name=True,
)
_ON_SHEETS: Mapping[str, tuple[Place | Sentences, ...]] = {
    "Sheet “{0}” is hidden so that even the menu does not list it ({1} in {2}).": (
        *(NAME, _VALUES, NAME),
    ),
    "Sheet “{0}” is hidden so that even the menu does not list it ({1}).": (NAME, _VALUES),
    "Sheet “{0}” is hidden ({1} in {2}).": (NAME, _VALUES, NAME),
    "Sheet “{0}” is hidden ({1}).": (NAME, _VALUES),
    "Sheet “{0}”: column {1} is hidden ({2}).": (NAME, NAME, _VALUES),
    "Sheet “{0}”: columns {1} are hidden ({2}).": (NAME, _LINES, _VALUES),
    "Sheet “{0}”: row {1} is hidden by a filter ({2}).": (NAME, NAME, _VALUES),
    "Sheet “{0}”: rows {1} are hidden by a filter ({2}).": (NAME, _LINES, _VALUES),
    "Sheet “{0}”: row {1} is hidden ({2}).": (NAME, NAME, _VALUES),
    "Sheet “{0}”: rows {1} are hidden ({2}).": (NAME, _LINES, _VALUES),
    "Sheet “{0}”: cell {1} is written so that it does not show (white on white, or with a format "
    "that shows nothing).": (NAME, NAMES),
    "Sheet “{0}”: cells {1} are written so that they do not show (white on white, or with a format "
    "that shows nothing).": (NAME, NAMES),
    "Sheet “{0}”: cell {1} shows a fixed text in place of the number that it holds.": (NAME, NAMES),
    "Sheet “{0}”: cells {1} show a fixed text in place of the number that they hold.": (
        *(NAME, NAMES),
    ),
    "Sheet “{0}”: {1} on {2} is not shown in the cells.": (NAME, _COMMENTS, NAMES),
    "Sheet “{0}”: {1} on {2} are not shown in the cells.": (NAME, _COMMENTS, NAMES),
    "Sheet “{0}”: {1} without a stored value ({2}): the cells are read as empty, nothing is "
    "computed.": (NAME, _FORMULAE, NAMES),
    "Sheet “{0}”: {1} shows an error instead of a value ({2}).": (NAME, _CELLS, NAMES),
    "Sheet “{0}”: {1} show an error instead of a value ({2}).": (NAME, _CELLS, NAMES),
    "Sheet “{0}”: it is a chart, which is not read.": (NAME,),
    "Sheet “{0}”: it has {1}, not read: look at the sheet itself for what they say.": (
        *(NAME, _ALL_DRAWN),
    ),
    "Sheet “{0}”: a pivot table is read as it stands, with its stored values.": (NAME,),
    "Sheet “{0}”: the file is damaged here: what follows could not be read.": (NAME,),
    "Sheet “{0}”: the sheet is damaged: what follows could not be read.": (NAME,),
    "Sheet “{0}”: the sheet is damaged after row {1}: what follows could not be read.": (
        *(NAME, FIGURE),
    ),
}
_BESIDE_SHEETS: Mapping[str, tuple[Place | Sentences, ...]] = {
    "A pivot table keeps a copy of the data it was made from: {0} with the columns {1}. It may "
    "hold more than the sheets show.": (_HELD, NAMES),
    "A pivot table keeps a copy of the data it was made from ({0}): {1} with the columns {2}. It "
    "may hold more than the sheets show.": (_SOURCE, _HELD, NAMES),
    "The workbook keeps values copied from another workbook: {0}.": (_VALUES,),
    "The workbook keeps values copied from another workbook (“{0}”): {1}.": (NAME, _VALUES),
    "The workbook gives names to ranges or values, which are not read: {0}.": (NAMES,),
    "The workbook has hidden names: {0}.": (NAMES,),
    "The workbook has {0} file inside it.": (FIGURE,),
    "The workbook has {0} files inside it.": (FIGURE,),
    "The workbook has {0} control.": (FIGURE,),
    "The workbook has {0} controls.": (FIGURE,),
}
HIDDEN_IN_WORKBOOKS = {**_ON_SHEETS, **_BESIDE_SHEETS}
"""What a workbook holds and does not show, or is not read in it."""
