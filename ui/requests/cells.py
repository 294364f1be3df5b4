"""What each cell of the Requests list says, in words, and in which tone.

Unknown things are said ("none yet", "not known"); a blank means there is nothing to know.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from foitrack.desk.views import RequestRow
from foitrack.law.terms import Review, State
from foitrack.law.wording import distance, full_date, short_provision, table_date
from ui.core_words import told
from ui.counting import counted
from ui.law_words import review_words
from ui.widgets import exemption_chip
from ui.widgets.state_chip import row_chip

translate = QCoreApplication.translate

ENDED = frozenset({State.WITHDRAWN, State.CLOSED})


@dataclass(frozen=True, slots=True)
class Words:
    """Words and the theme's colour token to write them in."""

    text: str
    tone: str = "text"
    strong: bool = False


def authority(row: RequestRow) -> Words:
    """The authority's name, or that the document does not say."""
    if row.authority is None:
        return Words(translate("RequestCells", "Authority not stated"), "text3")
    return Words(row.authority, strong=True)


def reference(row: RequestRow) -> Words:
    """The authority's own references."""
    if not row.references:
        return Words(translate("RequestCells", "none yet"), "text3")
    return Words(", ".join(row.references))


def sent(row: RequestRow) -> Words:
    """The day it was sent."""
    if row.sent_on is not None:
        return Words(table_date(row.sent_on))
    if row.state is State.DRAFT:
        return Words(translate("RequestCells", "not sent yet"), "text3")
    return Words(translate("RequestCells", "not known"), "text3")


def due_date(row: RequestRow) -> Words:
    """The last day for the answer."""
    if row.due_on is None:
        return Words(translate("RequestCells", "not known"), "text3")
    settled = row.answered or row.state in ENDED
    return Words(table_date(row.due_on), "text2" if settled else "text")


def due_distance(row: RequestRow) -> Words:
    """How far off that day is, or on which day of the count the answer came."""
    if row.answered:
        return Words(_answered(row), "text2")
    if row.working_days_left is None or row.state in ENDED:
        return Words("")
    words = told(distance(row.working_days_left))
    if row.working_days_left < 0:
        return Words(words, "red", strong=True)
    if row.due_soon:
        return Words(words, "amber", strong=True)
    return Words(words, "text2")


def _answered(row: RequestRow) -> str:
    if row.answered_day is not None:
        return translate("RequestCells", "answered day {day}").format(day=row.answered_day)
    if row.answered_on is not None:
        on = table_date(row.answered_on)
        return translate("RequestCells", "answered {date}").format(date=on)
    return translate("RequestCells", "day not known")


def review(row: RequestRow) -> Words:
    """Where the internal review stands."""
    if row.review is Review.LATE and row.review_days_late:
        days = counted(row.review_days_late, "working day")
        return Words(translate("RequestCells", "{days} late").format(days=days), "red", strong=True)
    if row.review is Review.ASKED and row.review_due_on is not None:
        due = table_date(row.review_due_on)
        return Words(translate("RequestCells", "Due {date}").format(date=due), "violet")
    if row.review_answered:
        return Words(translate("RequestCells", "Result not recorded"), "text2")
    if row.review is not Review.NONE:
        return Words(review_words(row.review), "text2")
    if row.review_by is not None:
        by = table_date(row.review_by)
        return Words(translate("RequestCells", "Ask by {date}").format(date=by), "text2")
    return Words(translate("RequestCells", "not asked for"), "text3") if row.answered else Words("")


def state(row: RequestRow) -> str:
    """The state in one or two words: what was answered where it was, "Due soon" where it is."""
    return row_chip(row).words


def provisions(row: RequestRow) -> str:
    """The provisions cited, short, as read aloud."""
    names: dict[str, None] = {}
    for tag in row.provisions:
        names.setdefault(short_provision(tag.provision))
    if names:
        return ", ".join(names)
    known = row.answered and row.state is not State.RESPONSE_TO_READ
    return translate("RequestCells", "none") if known else ""


def text(row: RequestRow, key: str) -> str:
    """The whole text of a cell, as it is copied, searched by typing, and read aloud."""
    if key == "due":
        apart = f"{due_date(row).text} {due_distance(row).text}"
        return apart.strip()
    simple = {"authority": authority, "reference": reference, "sent": sent, "review": review}
    if key in simple:
        return simple[key](row).text
    others = {
        "state": state(row),
        "title": row.title,
        "campaign": row.campaign or translate("RequestCells", "none"),
        "provisions": provisions(row),
    }
    return others[key]


def tooltip(row: RequestRow, key: str) -> str:
    """More about a cell: full dates, whole titles, what a provision is."""
    if key == "provisions":
        return "\n".join(exemption_chip.tooltip(tag) for tag in row.provisions)
    if key == "due" and row.due_on is not None:
        sure = translate("RequestCells", "holidays that year are not all announced yet")
        return full_date(row.due_on) + (f" ({sure})" if row.provisional else "")
    if key == "sent" and row.sent_on is not None:
        return full_date(row.sent_on)
    return text(row, key)
