"""How each group of Today looks and what its buttons say."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication

from foitrack.desk.views import AgendaItem
from foitrack.law.terms import Step
from ui.requests.next_action import action_for
from ui.today.lines import ActionRow, Heading, Line

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Look:
    """A group's icon and the theme's colour token for it."""

    icon: str
    tone: str


LOOKS = {
    "overdue": Look("alert", "red"),
    "due-soon": Look("clock", "amber"),
    "to-read": Look("mail", "accent_ink"),
    "review": Look("review", "violet"),
    "commissioner": Look("scales", "violet"),
    "date-missing": Look("question", "amber"),
}
_OTHER = Look("clock", "text2")


def look(kind: str) -> Look:
    """The look of a group."""
    return LOOKS.get(kind, _OTHER)


def when_tone(row: ActionRow) -> str:
    """The colour token for the distance: late is red, coming up is amber."""
    if row.item.late > 0 or row.item.step.step in (Step.CHASE, Step.CHASE_REVIEW):
        return "red"
    return {"due-soon": "amber", "review": "amber", "commissioner": "amber"}.get(row.kind, "text")


def is_batch(item: AgendaItem) -> bool:
    """Whether the row stands for several requests."""
    return len(item.request_ids) > 1 or item.beyond


def button(item: AgendaItem) -> str:
    """The words on a row's button."""
    if item.beyond:
        return translate("Today", "Show the rest")
    if is_batch(item):
        return translate("Today", "Open the batch")
    action = action_for(item.step.step)
    if action is None:
        return translate("Today", "Open the request")
    if item.step.step is Step.WAIT:
        return translate("Today", "Record response")
    return action.text


def said(line: Line) -> str:
    """A whole line in one sentence, for screen readers and for copying."""
    if isinstance(line, Heading):
        count = translate("Today", "%n request(s)", "", line.group.requests)
        return f"{line.group.title}, {count}. {line.group.hint}"
    item = line.item
    parts = (item.authority, item.detail, item.when, item.when_detail, ticks_said(item))
    return ". ".join(part for part in (*parts, button(item)) if part)


def ticks_said(item: AgendaItem) -> str:
    """The ticks in words; empty where a row has none."""
    if item.day is None:
        return ""
    if item.late > 0:
        return translate("Today", "Past day {limit} of the count").format(limit=item.limit)
    return translate("Today", "Day {day} of {limit}").format(day=item.day, limit=item.limit)


def long_day(on: date) -> str:
    """Today's date over the headline: "Tuesday 28 March 2023"."""
    return f"{on:%A} {on.day} {on:%B %Y}"
