"""The numbers that Word prints before the paragraphs of its lists (word/numbering.xml)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from foitrack.reading.documents.list_numbers import number_in
from foitrack.reading.documents.xml_tree import every, within

LEVELS = 9
_MOST = 1_000_000
_DASHES = frozenset("-–—*•")


@dataclass(frozen=True, slots=True)
class _Level:
    """How one level of a list counts and prints."""

    start: int = 1
    form: str = "decimal"
    text: str = "%1."
    legal: bool = False
    """Whether the numbers of the levels above are printed as figures here."""
    restarts: bool = True


@dataclass
class Lists:
    """Every list of a document, counting on as its paragraphs come."""

    levels: dict[str, list[_Level]]
    """The levels of each numbering, by its number."""
    counted_with: dict[str, str]
    """The numberings that count together, by the number of what they are made from."""
    starts: dict[str, dict[int, int]]
    """The levels that a numbering begins anew, and at which number."""
    counters: dict[str, list[int | None]] = field(default_factory=dict)
    begun: set[str] = field(default_factory=set)

    def mark(self, numbering: str, level: int) -> str:
        """What is printed before the next paragraph of a list; empty where nothing is."""
        levels = self.levels.get(numbering)
        if levels is None or not 0 <= level < len(levels):
            return ""
        together = self.counted_with[numbering]
        counter = self.counters.setdefault(together, [None] * LEVELS)
        if numbering not in self.begun:
            self.begun.add(numbering)
            for at, start in self.starts[numbering].items():
                counter[at] = start - 1
        before = counter[level]
        counter[level] = levels[level].start if before is None else before + 1
        for below in range(level + 1, LEVELS):
            if below < len(levels) and levels[below].restarts:
                counter[below] = None
        return _printed(levels, level, counter)


def _printed(levels: list[_Level], level: int, counter: list[int | None]) -> str:
    own = levels[level]
    if own.form == "bullet":
        return own.text if own.text in _DASHES else "•"

    def number(found: re.Match[str]) -> str:
        at = int(found[1]) - 1
        if not 0 <= at < len(levels):
            return ""
        value = counter[at]
        form = "decimal" if own.legal and at < level else levels[at].form
        return number_in(form, levels[at].start if value is None else value)

    return re.sub(r"%([1-9])", number, own.text).strip()


def read_lists(root: Element | None, style_numbering: Mapping[str, str]) -> Lists:
    """The lists of word/numbering.xml; `style_numbering` is the numbering of each list style."""
    kinds = {_of(kind, "w:abstractNumId"): kind for kind in every(root, "w:abstractNum")}
    made_from = {
        _of(one, "w:numId"): _value(one, "w:abstractNumId") for one in every(root, "w:num")
    }
    lists = Lists({}, {}, {})
    for one in every(root, "w:num"):
        number = _of(one, "w:numId")
        base = made_from[number]
        link = _value(kinds.get(base), "w:numStyleLink")
        if link:
            base = made_from.get(style_numbering.get(link, ""), base)
        if base not in kinds:
            continue
        levels = _levels(kinds[base])
        starts: dict[int, int] = {}
        for override in every(one, "w:lvlOverride"):
            at = _number(_of(override, "w:ilvl"), 0)
            if not 0 <= at < LEVELS:
                continue
            if (own := within(override, "w:lvl")) is not None:
                levels[at] = _level(own)
            if start := _value(override, "w:startOverride"):
                starts[at] = _number(start, 1)
        lists.levels[number] = levels
        lists.counted_with[number] = base
        lists.starts[number] = starts
    return lists


def _levels(kind: Element) -> list[_Level]:
    levels = [_Level() for _ in range(LEVELS)]
    for level in every(kind, "w:lvl"):
        at = _number(_of(level, "w:ilvl"), 0)
        if 0 <= at < LEVELS:
            levels[at] = _level(level)
    return levels


def _level(level: Element) -> _Level:
    form = _value(level, "w:numFmt") or "decimal"
    return _Level(
        start=_number(_value(level, "w:start"), 1),
        form=form,
        text=_value(level, "w:lvlText")[:40],
        legal=within(level, "w:isLgl") is not None,
        restarts=_value(level, "w:lvlRestart") != "0",
    )


def _of(element: Element, name: str) -> str:
    return element.get(name, "")


def _value(element: Element | None, child: str) -> str:
    found = within(element, child)
    return "" if found is None else found.get("w:val", "")


def _number(text: str, otherwise: int) -> int:
    digits = text.strip()
    if re.fullmatch(r"\d{1,7}", digits, re.ASCII):
        return min(int(digits), _MOST)
    return otherwise
