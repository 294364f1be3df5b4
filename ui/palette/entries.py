"""What the palette offers: an action, a page, or something that the case file holds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton

from foitrack.desk.views.found import Hit, HitKind, Marked
from ui.actions import Actions, keys_in_words, name_in_words, plain
from ui.palette.fuzzy import match

translate = QCoreApplication.translate
PAGE, ITSELF = "page-", "palette"
HIT_ICONS = {
    HitKind.REQUEST: "list",
    HitKind.CAMPAIGN: "flag",
    HitKind.AUTHORITY: "authority",
    HitKind.DOCUMENT: "document",
    HitKind.CASE_ROW: "table",
    HitKind.NOTE: "note",
}


NOTHING = Marked()


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the palette that can be chosen."""

    key: str
    """What it is remembered by ("action:undo", "request:12"); empty: not remembered."""
    icon: str
    title: Marked
    detail: Marked = NOTHING
    aside: str = ""
    """At the right: keys, or what else tells it from others."""
    why_not: str = ""
    """Why it cannot be chosen now; empty where it can."""
    deed: Callable[[], object] | None = None
    hit: Hit | None = None

    def said(self) -> str:
        """All its words, for a screen reader."""
        parts = (self.title.text, self.detail.text, self.aside, self.why_not)
        return ", ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class Group:
    """Lines under a heading."""

    title: str
    entries: tuple[Entry, ...]
    more: bool = False


def action_entries(actions: Actions, page: Iterable[QAction]) -> Iterator[tuple[Entry, bool]]:
    """An entry for each action there is, and whether it leads to a page."""
    for action in actions:
        if action.isVisible() and action.objectName() != ITSELF:
            yield _entry(action, name_in_words(action)), action.objectName().startswith(PAGE)
    for action in page:
        if action.isVisible() and action.text() and not action.isSeparator():
            yield _entry(action, plain(action.text())), False


def button_entries(buttons: Iterable[QPushButton], known: Iterable[str]) -> Iterator[Entry]:
    """An entry for each button of the page that no action does already."""
    shown = set(known)
    for button in buttons:
        name = button.accessibleName() or plain(button.text())
        if name and name not in shown:
            shown.add(name)
            why_not = "" if button.isEnabled() else translate("Palette", "Not possible now")
            yield Entry("", "keyboard", Marked(name), why_not=why_not, deed=button.click)


def fitting(entries: Iterable[Entry], typed: str) -> tuple[Entry, ...]:
    """Those that fit what was typed, best first; what cannot be done now stands last."""
    found = []
    for number, entry in enumerate(entries):
        fits = match(typed, entry.title.text)
        if fits is not None:
            marked = Marked(entry.title.text, fits.spans)
            order = (bool(entry.why_not), fits.cost, number)
            found.append((order, _with_title(entry, marked)))
    return tuple(entry for _, entry in sorted(found, key=lambda one: one[0]))


def _with_title(entry: Entry, title: Marked) -> Entry:
    return replace(entry, title=title)


def _entry(action: QAction, name: str) -> Entry:
    page = action.objectName().startswith(PAGE)
    return Entry(
        key=f"action:{action.objectName()}" if action.objectName() else "",
        icon="chevron-right" if page else "keyboard",
        title=Marked(name),
        aside=keys_in_words(action),
        why_not="" if action.isEnabled() else why_disabled(action),
        deed=action.trigger,
    )


def why_disabled(action: QAction) -> str:
    """Why an action cannot be done now: what it says itself, or what its menu stands for."""
    said = action.property("why_disabled")
    if said:
        return str(said)
    reasons = {
        "undo": translate("Palette", "There is nothing to undo"),
        "redo": translate("Palette", "There is nothing to redo"),
        "stop": translate("Palette", "Nothing is running that could be stopped"),
        "request": translate("Palette", "Choose a request first"),
        "response": translate("Palette", "Choose a response first"),
        "campaign": translate("Palette", "Not possible for what is chosen on this page"),
        "authority": translate("Palette", "Choose an authority first"),
        "casedata": translate("Palette", "Choose a row first"),
    }
    for name in (action.objectName(), str(action.property("menu"))):
        if name in reasons:
            return reasons[name]
    return translate("Palette", "Not possible now")


def hit_entry(hit: Hit) -> Entry:
    """A line for something found in the case file."""
    key = ""
    if hit.kind is HitKind.REQUEST:
        key = f"request:{hit.request_id}"
    elif hit.kind is HitKind.CAMPAIGN:
        key = f"campaign:{hit.campaign_id}"
    return Entry(key, HIT_ICONS[hit.kind], hit.title, hit.snippet, hit.detail, hit=hit)


def kind_title(kind: HitKind) -> str:
    """The heading above hits of a kind."""
    return {
        HitKind.REQUEST: translate("Palette", "Requests"),
        HitKind.CAMPAIGN: translate("Palette", "Campaigns"),
        HitKind.AUTHORITY: translate("Palette", "Authorities"),
        HitKind.DOCUMENT: translate("Palette", "In documents"),
        HitKind.CASE_ROW: translate("Palette", "In case data"),
        HitKind.NOTE: translate("Palette", "In notes"),
    }[kind]


def put_together(typed: str, known: Sequence[tuple[Entry, bool]]) -> tuple[Group, ...]:
    """The actions and pages that fit what was typed, the heading with the best of them first."""
    made = []
    for title, page in (
        (translate("Palette", "Go to"), True),
        (translate("Palette", "Actions"), False),
    ):
        entries = [entry for entry, its in known if its is page]
        found = fitting(entries, typed) if typed else tuple(entries)
        if found:
            best = match(typed, found[0].title.text)
            made.append((best.cost if typed and best else 0, Group(title, found)))
    return tuple(group for _, group in sorted(made, key=lambda one: one[0]))
