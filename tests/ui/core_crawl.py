"""Looking through what is in sight for words that were not put into the window's language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QLabel,
    QLineEdit,
    QListView,
    QWidget,
)

from foitrack.desk import casedata, requests
from foitrack.desk.agenda import holidays
from foitrack.desk.views import CaseFilter, RequestFilter, SortKey
from ui.workspace import Workspace

ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.ToolTipRole,
)
MOST_LINES = 40
GIVEN = ("A question",)
"""What the tests hand to the dialogs."""
YEAR = timedelta(days=366)
PLAIN = re.compile(r"\b(?=\w*[aeiouAEIOU])[A-Za-z][a-z']+\b")
"""A word that the pseudo-language has not touched: it leaves no vowel as it is."""
DATES = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Mon|Tue|Wed|Thu|Fri|Sat|Sun|(?:Jan|Febr)uary"
    r"|March|April|May|June|July|August|(?:Septem|Octo|Novem|Decem)ber"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\b"
)
"""In English in every language."""
NO_WORDS = re.compile(r"<[^>]*>|&nbsp;|\S*[/@]\S*|\S+\.(?:txt|ini|foitrack)|Ctrl|Alt|Shift|GOV\.UK")
LEFT = re.compile(r"Freedom of Information", re.S)
"""Names of Acts."""


def all_said(page: QWidget) -> set[str]:
    """All that is seen or read aloud of what is in sight, the first lines of each list with it."""
    found: set[str] = set()
    for widget in page.findChildren(QWidget):
        if widget.isVisible():
            found |= {widget.toolTip(), widget.accessibleName(), widget.accessibleDescription()}
            found |= set(_own_words(widget))
    return found - {""}


def _own_words(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    elif isinstance(widget, QLineEdit):
        yield widget.placeholderText()
    elif isinstance(widget, QAbstractItemView) and widget.model() is not None:
        model, top = widget.model(), QModelIndex()
        columns = 1 if isinstance(widget, QListView) else model.columnCount(top)
        for row in range(min(MOST_LINES, model.rowCount(top))):
            for column in range(columns):
                cell = model.index(row, column)
                yield from (cell.data(role) for role in ROLES if isinstance(cell.data(role), str))


def data_of(workspace: Workspace) -> list[str]:
    """What the case file and the lists that ship hold, longest first: no words of the program."""
    desk, today = workspace.desk, workspace.today
    found: set[str] = {"English", "Cymraeg", desk.reference.calendars.source, *GIVEN}
    for row in requests.rows(desk, _every_request(workspace), today=today):
        found |= {row.authority or "", row.title, row.campaign or "", *row.references}
    for entry in desk.reference.directory.entries:
        found |= {entry.name, entry.nation, entry.kind, *entry.short_names}
        found.add(entry.kind.capitalize())
    for field, options in casedata.options(desk, CaseFilter()).items():
        found |= {field, field.capitalize(), *(value for value, _ in options)}
    for schema in desk.reference.schemas.values():
        found |= {field.name.capitalize() for field in schema.fields}
        found |= set(schema.counted.values())
    for each in desk.reference.catalogue.provisions:
        found |= {each.title, each.in_short, each.harm, each.public_interest, each.ncnd_form}
        found.add(each.guidance)
    rows = casedata.rows(desk, casedata.ids(desk, CaseFilter(), "", False))
    found |= {value for row in rows for values in row.values.values() for value in values}
    found |= {one for row in rows for one in (*row.printed, *row.printed.values())}
    found |= {flag.capitalize() for row in rows for flag in row.flags}
    found |= {day.title for day in holidays(desk, today - YEAR, today + YEAR)}
    return sorted(found - {""}, key=len, reverse=True)


def _every_request(workspace: Workspace) -> tuple[int, ...]:
    return requests.ids(workspace.desk, RequestFilter(), SortKey.DUE, False, today=workspace.today)


def in_english(text: str, data: Sequence[str]) -> list[str]:
    """The words of a text that were not put into the other language, and are no data."""
    if LEFT.search(text):
        return []
    for one in data:
        text = text.replace(one, "")
    return PLAIN.findall(DATES.sub("", NO_WORDS.sub("", text)))
