"""Whether a day that was typed can be taken."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from ui.widgets.date_field import DateField
from ui.widgets.typed_date import read_typed_date

translate = QCoreApplication.translate


def say_problem(field: DateField, today: date, *, missing: str = "") -> bool:
    """Say at the field what is wrong with its day, and put the keyboard there.

    `missing` is said where it is empty; without it an empty field is no problem. Returns
    whether there was one.
    """
    words = read_typed_date(field.edit.text()).complaint
    on = field.date()
    if not words and on is None:
        words = missing
    elif on is not None and on > today:
        words = translate("Days", "That day is still to come.")
    if words:
        field.complain(words)
        field.setFocus()
    return bool(words)
