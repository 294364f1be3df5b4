"""Lists and ranges after a citation: "and (c)", ", 31(1)(g)", " to (e)", "-29"."""

from __future__ import annotations

import re

from foitrack.later import later
from foitrack.law.citation.anchors import keyword_at
from foitrack.law.citation.brackets import Labels, labels_at
from foitrack.law.citation.numbering import Numbering
from foitrack.law.citation.numbers import goes_on_after, number_at, path_at
from foitrack.law.citation.run import Item, Run
from foitrack.law.citation.taking import take, take_brackets

_TITLE = re.compile(r"\s{0,2}[(\[\"“‘'][^()\[\]\n]{3,240}[)\]\"”’']")
LISTING = later(
    r"\s{0,3}(?:[,;/&+]|\b(?:and/or|and|or|nor|plus|ac?(?=\s+\d)|neu|as\s+well\s+as|along\s+with)\b)"
    r"(?:\s{0,2}(?:[,;&]|\b(?:and/or|and|or|nor|also|both|further|the)\b)){0,3}\s{0,3}",
    re.IGNORECASE,
)
_TO = re.compile(r"\s{0,2}(?:[-‐‑–—]|\b(?:to|through)\b)\s{0,2}", re.IGNORECASE)
_SUB = later(
    r"(?:sub[-‐‑–]?\s?(?:sections?|paragraphs?)|paragraphs?|paras?\.?)\s{0,2}", re.IGNORECASE
)
_OF_SOMETHING = re.compile(r"\s+of\s+(?:the|this|that|our|your|their|its|an?)\b", re.IGNORECASE)
_MARKER = later(
    r"\((?:[a-z]|[ivx]{1,4}|\d{1,2})\)\s+(?!(?:and|or|to|of|in|is|are|was|were|has|have|had|as|by|for|because"
    r"|since|where|both|with|which|that|under|may|will|would|do|does|read|appl\w+|engag\w+|exempt\w*|foi\w*|eir\w*"
    r"|the\s+(?:act|foi|freedom|eir))\b)[a-z“\"£\d]",
    re.IGNORECASE,
)
_KEY = re.compile(r"\s{0,2}[=:]")
_BLANKS = re.compile(r"\s{1,3}")
_RANGE_OF_SECTIONS = 6
_SUBSECTIONS = frozenset(("1", "2", "3", "4", "5", "3A", "3B", "4A", "5A", "5B"))


class ListReader:
    """Reads what hangs on a run. Every step moves forward or ends, so the time is linear."""

    __slots__ = ("_numbering", "_text")

    def __init__(self, text: str, numbering: Numbering) -> None:
        self._text = text
        self._numbering = numbering

    def extend(self, run: Run) -> None:
        """Takes the whole list that hangs on a run."""
        while self._entry(run):
            pass

    def _entry(self, run: Run) -> bool:
        """Takes one more entry of a list: "and (c)", ", 31(1)(g)", " to (e)"."""
        return self._ranged(run) or self._listed_from(run, run.end) or self._after_title(run)

    def _after_title(self, run: Run) -> bool:
        title = _TITLE.match(self._text, run.end)
        return title is not None and self._listed_from(run, title.end())

    def _listed_from(self, run: Run, at: int) -> bool:
        gap = LISTING.match(self._text, at)
        if gap is None or keyword_at(self._text, gap.end()) is not None:
            return False
        if self._begins_an_entry(gap):
            return False
        return self._labels_listed(run, gap.end()) or self._number_listed(run, gap.end())

    def _begins_an_entry(self, gap: re.Match[str]) -> bool:
        """Whether brackets number the letter's own list: "section 40(2); (b) the prices"."""
        parted = ";" in gap.group() or "\n" in gap.group()
        return parted and _MARKER.match(self._text, gap.end()) is not None

    def _labels_listed(self, run: Run, at: int) -> bool:
        word = _SUB.match(self._text, at)
        start = word.end() if word is not None else at
        found = labels_at(self._text, start, run.last, self._numbering, worded=word is not None)
        if found is None or self._numbers_the_next(found.end):
            return False
        taken = take(run, run.last, found, at, self._numbering, listed=True)
        if taken:
            take_brackets(self._text, run, self._numbering)
        return taken

    def _numbers_the_next(self, end: int) -> bool:
        """Whether labels only number the next citation: "(1) s.21; (2) s.40", "[2] = s.40"."""
        if _KEY.match(self._text, end) is not None:
            return True
        space = _BLANKS.match(self._text, end)
        return space is not None and keyword_at(self._text, space.end()) is not None

    def _number_listed(self, run: Run, at: int) -> bool:
        number = number_at(self._text, at)
        if number is None:
            return False
        section, end = number
        follows = labels_at(self._text, end, (section,), self._numbering)
        if follows is not None and self._is_subsection(run, section, follows):
            return self._subsection_listed(run, section, at, end)
        if follows is None and not self._may_stand_alone(run, section, end):
            return False
        run.items.append(Item((section,), at, end))
        run.end = end
        take_brackets(self._text, run, self._numbering)
        return True

    def _is_subsection(self, run: Run, number: str, follows: Labels) -> bool:
        """Whether "2(c)" after "36(2)(b)" has lost its outer bracket."""
        path = (run.last[0], number, follows.labels[0][0])
        return number in _SUBSECTIONS and self._numbering.knows(path) and not path[2][0].isdigit()

    def _subsection_listed(self, run: Run, number: str, at: int, end: int) -> bool:
        run.items.append(Item((run.last[0], number), at, end))
        run.end = end
        return take_brackets(self._text, run, self._numbering)

    def _may_stand_alone(self, run: Run, section: str, end: int) -> bool:
        if run.anchor.plural and _OF_SOMETHING.match(self._text, end):
            return True
        if not goes_on_after(self._text, end):
            return False
        return run.anchor.plural or self._numbering.is_ground(section)

    def _ranged(self, run: Run) -> bool:
        gap = _TO.match(self._text, run.end)
        if gap is None:
            return False
        low, at = run.items[-1], gap.end()
        word = keyword_at(self._text, at)
        if word is not None and word.inner:
            return False
        at = word.number_at if word is not None else at
        labels = labels_at(self._text, at, low.path, self._numbering)
        if labels is not None and len(low.path) > 1:
            return self._label_range(run, low, labels, at)
        number = number_at(self._text, at)
        return number is not None and self._number_range(run, low, number, at)

    def _label_range(self, run: Run, low: Item, found: Labels, at: int) -> bool:
        paths = self._numbering.through(low.path, found.labels[0][0])
        if len(paths) == 2 and not self._numbering.knows(paths[1]):
            return False
        run.items += [Item(path, at, found.end) for path in paths[1:]]
        run.end = found.end
        return True

    def _number_range(self, run: Run, low: Item, number: tuple[str, int], at: int) -> bool:
        section, end = number
        high = path_at(self._text, section, end, self._numbering)
        if len(high[0]) > 1 and len(high[0]) == len(low.path) and high[0][:-1] == low.path[:-1]:
            paths = self._numbering.through(low.path, high[0][-1])
        elif len(low.path) == 1 and section.isdigit() and low.path[0].isdigit():
            paths = [(str(n),) for n in range(int(low.path[0]), int(section) + 1)]
            paths = paths if len(high[0]) == 1 and goes_on_after(self._text, high[1]) else []
        else:
            paths = []
        if len(paths) < 2:
            return False
        wide = len(high[0]) == 1 and len(paths) > _RANGE_OF_SECTIONS
        low.wide = low.wide or wide
        run.items += [Item(path, at, high[1], wide) for path in paths[1:]]
        run.end = high[1]
        return True
