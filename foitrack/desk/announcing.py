"""What is worth a notification on the desktop: one summary a day, each right about to be lost once.

Pure rules: the day, the time and what was said before are arguments, and nothing is remembered
here. What is said never holds a title or a name unless the person asked for that, since others
may see the screen.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta

from foitrack.law.wording import counted, full_date
from foitrack.saying import say

SOON = 7
"""Days before a right is lost when it is said, the last day among them."""
ONE_BY_ONE = 3
"""Rights that are said each on its own; more become one notification."""
KEPT = 60
"""Days for which it stays remembered that a right was said, after it was lost."""
ACTS = {
    "review": say("ask for an internal review"),
    "commissioner": say("complain to the Information Commissioner"),
    "scottish-commissioner": say("appeal to the Scottish Information Commissioner"),
}


@dataclass(frozen=True, slots=True)
class Quiet:
    """Hours in which nothing is said: from `start` until just before `end`, over midnight too.

    Where both are the same there are none.
    """

    start: time
    end: time

    def covers(self, at: time) -> bool:
        """Whether it is quiet at that time of day."""
        if self.start <= self.end:
            return self.start <= at < self.end
        return at >= self.start or at < self.end


@dataclass(frozen=True, slots=True)
class Right:
    """Something that can be asked for until a day, and never after it."""

    request_id: int
    kind: str
    """One of ACTS."""
    on: date
    name: str = ""
    """The authority and the title of the request."""

    @property
    def key(self) -> str:
        """What it is remembered by: another last day makes it another."""
        return f"{self.on.isoformat()} {self.request_id} {self.kind}"


@dataclass(frozen=True, slots=True)
class Told:
    """What was said before."""

    summary_on: date | None = None
    rights: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Announcement:
    """One notification; `request_ids` are what it leads to, none for the page Today."""

    title: str
    body: str
    request_ids: tuple[int, ...] = ()


def announce(
    summary: str,
    rights: Sequence[Right],
    told: Told,
    *,
    today: date,
    at: time,
    quiet: Quiet | None = None,
    names: bool = False,
) -> tuple[tuple[Announcement, ...], Told]:
    """What to say now, and what has been said once that is done.

    `summary` is what needs the person today, empty where nothing does; a day on which nothing did
    when it was looked at has had its summary. In quiet hours nothing is said and nothing is lost:
    it is said when they are over.
    """
    if quiet is not None and quiet.covers(at):
        return (), told
    said: list[Announcement] = []
    if summary and told.summary_on != today:
        said.append(Announcement(say("What needs you today"), summary))
    new = _new(rights, told, today)
    said += _of_rights(new, today, names)
    # A right that comes twice, or whose day has long passed, is not carried along for ever.
    oldest = (today - timedelta(days=KEPT)).isoformat()
    kept = {key for key in told.rights if key[:10] >= oldest}
    return tuple(said), Told(today, frozenset(kept | {right.key for right in new}))


def _new(rights: Iterable[Right], told: Told, today: date) -> list[Right]:
    """Each right that is about to be lost and was not said, the first to be lost first."""
    last = today + timedelta(days=SOON - 1)
    found = {
        right.key: right
        for right in rights
        if today <= right.on <= last and right.key not in told.rights
    }
    return sorted(found.values(), key=lambda right: (right.on, right.request_id, right.kind))


def _of_rights(rights: Sequence[Right], today: date, names: bool) -> list[Announcement]:
    if len(rights) <= ONE_BY_ONE:
        return [_one(right, today, names) for right in rights]
    ids = tuple(dict.fromkeys(right.request_id for right in rights))
    first = full_date(rights[0].on)
    return [
        Announcement(
            say("{0} about to be lost", counted(len(rights), "right")),
            say(
                "The first on {0}, of {1}. Open FOI Track to see them.",
                first,
                counted(len(ids), "request"),
            ),
            ids,
        )
    ]


def _one(right: Right, today: date, names: bool) -> Announcement:
    left = (right.on - today).days
    act, day = ACTS[right.kind], full_date(right.on)
    if left == 0:
        title = say("Last day today to {0}", act)
    elif left == 1:
        title = say("Last day tomorrow to {0}", act)
    else:
        title = say("Last day in {0} to {1}", counted(left, "day"), act)
    if names and right.name:
        body = say("{0}. It can be done until {1}.", right.name, day)
    else:
        body = say("One of your requests; open FOI Track to see it. It can be done until {0}.", day)
    return Announcement(title, body, (right.request_id,))
