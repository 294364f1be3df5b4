"""What the person chose of notifications, and what was said; both are remembered here alone."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, replace
from datetime import date, time

from PySide6.QtCore import QObject, Signal

from foitrack.desk.announcing import Quiet, Told
from ui.remembered import recall, remember

USUAL = Quiet(time(20), time(8))
"""Quiet hours until the person sets others."""


@dataclass(frozen=True, slots=True)
class Choices:
    """Everything is off until it is asked for, but the quiet hours, which are on."""

    on: bool = False
    names: bool = False
    """Whether a notification may name the request and the authority."""
    keeps_quiet: bool = True
    hours: Quiet = USUAL

    @property
    def quiet(self) -> Quiet | None:
        """The hours in which nothing is said."""
        return self.hours if self.keeps_quiet else None


class Changes(QObject):
    """Tells that something else was chosen."""

    changed = Signal()


CHANGES = Changes()


def choices() -> Choices:
    """What was chosen; where what is remembered cannot be read, what is usual."""
    return Choices(
        on=recall("notify") == "yes",
        names=recall("notify-names") == "yes",
        keeps_quiet=recall("quiet", "yes") == "yes",
        hours=Quiet(_time("quiet-from", USUAL.start), _time("quiet-until", USUAL.end)),
    )


def choose(**changed: object) -> None:
    """Choose something else, from now on; the fields are those of Choices."""
    made = replace(choices(), **changed)  # type: ignore[arg-type]
    remember("notify", _word(made.on))
    remember("notify-names", _word(made.names))
    remember("quiet", _word(made.keeps_quiet))
    remember("quiet-from", made.hours.start.isoformat("minutes"))
    remember("quiet-until", made.hours.end.isoformat("minutes"))
    CHANGES.changed.emit()


def told(place: str) -> Told:
    """What was said of a case file before; nothing where that cannot be read."""
    try:
        kept = json.loads(recall(_key(place), "{}"))
        on = kept.get("summary", "")
        rights = frozenset(one for one in kept.get("rights", []) if isinstance(one, str))
        return Told(date.fromisoformat(on) if on else None, rights)
    except (ValueError, TypeError, AttributeError):
        return Told()


def remember_told(place: str, said: Told) -> None:
    """Remember what was said of a case file: days and the numbers of requests, no names."""
    on = said.summary_on.isoformat() if said.summary_on else ""
    remember(_key(place), json.dumps({"summary": on, "rights": sorted(said.rights)}))


def _key(place: str) -> str:
    # A path is no key that every system's settings can hold.
    return "told/" + hashlib.sha256(place.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _word(yes: bool) -> str:
    return "yes" if yes else "no"


def _time(key: str, otherwise: time) -> time:
    try:
        return time.fromisoformat(recall(key)).replace(tzinfo=None)
    except ValueError:
        return otherwise
