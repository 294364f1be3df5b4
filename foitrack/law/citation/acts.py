"""Which Acts and Regulations a text names, and where."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from foitrack.later import later
from foitrack.law.citation.law_names import Family, Named, all_named

_DEFINITION = later(
    r"[\s,]{0,3}[(\[]\s?(?:hereinafter|hereafter|referred to as|known as)?[\s:]{0,2}"
    r"[\"“‘']?\s?(?P<the>the\s+)?[\"“‘']?(?P<short>Act|ACT|[A-Z]{2,6}(?:\s?\d{4})?)[\"”’']{0,2}\s?[)\]]"
)
_MOST_INITIALS = 40


class Acts:
    """Every law named in a text, in order."""

    __slots__ = (
        "_plain",
        "_plain_starts",
        "_starts",
        "named",
        "names_others",
        "names_ours",
        "the_act",
    )

    def __init__(self, text: str) -> None:
        first = _without_overlaps(all_named(text))
        self.the_act, initials = _defined(text, first)
        self.named = _without_overlaps([*first, *_named_by_initials(text, initials)])
        self._starts = [name.start for name in self.named]
        self._plain = [name for name in self.named if not name.vague]
        self._plain_starts = [name.start for name in self._plain]
        self.names_others = any(name.family is Family.OTHER for name in self._plain)
        self.names_ours = any(name.family is not Family.OTHER for name in self._plain)

    def starting(self, start: int, reach: int = 0) -> Named | None:
        """The first law named at a place, or within `reach` characters after it."""
        index = bisect_left(self._starts, start)
        found = self.named[index] if index < len(self.named) else None
        return found if found is not None and found.start <= start + reach else None

    def before(self, start: int) -> Named | None:
        """The law named last before a place."""
        index = bisect_left(self._starts, start)
        return self.named[index - 1] if index else None

    def spelt_out_before(self, start: int) -> Named | None:
        """The law named last before a place by a name of its own, not as "the Act"."""
        index = bisect_left(self._plain_starts, start)
        return self._plain[index - 1] if index else None

    def names_another_of(self, year: str) -> bool:
        """Whether another statute of a year is named in full."""
        return any(
            name.family is Family.OTHER and name.name.endswith(year) for name in self._plain[:200]
        )

    def within(self, start: int, end: int) -> list[Named]:
        """The laws named between two places."""
        return self.named[bisect_left(self._starts, start) : bisect_left(self._starts, end)]


def _without_overlaps(names: Iterable[Named]) -> list[Named]:
    kept: list[Named] = []
    for name in sorted(names, key=lambda n: (n.start, -n.end)):
        if not kept or name.start >= kept[-1].end:
            kept.append(name)
    return kept


def _defined(text: str, named: Iterable[Named]) -> tuple[Named | None, dict[str, str]]:
    """The law that the text itself calls "the Act", and the initials it gives to others."""
    the_act: Named | None = None
    initials: dict[str, str] = {}
    for name in named:
        found = None if name.vague else _DEFINITION.match(text, name.end)
        if found is None:
            continue
        if found["the"] and found["short"].lower() == "act":
            the_act = the_act or name
        elif name.family is Family.OTHER and len(initials) < _MOST_INITIALS:
            initials.setdefault(found["short"], name.name)
    return the_act, initials


def _named_by_initials(text: str, initials: dict[str, str]) -> Iterator[Named]:
    if initials:
        either = re.compile(rf"\b(?:{'|'.join(map(re.escape, initials))})\b")
        for found in either.finditer(text):
            yield Named(found.start(), found.end(), Family.OTHER, None, initials[found.group()])
