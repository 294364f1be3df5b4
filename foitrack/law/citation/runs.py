"""A number with what follows it: brackets, lists, ranges. "Sections 27(1)(a)-(c), 31 and 40(2)"."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from foitrack.law.citation.anchors import Anchor, Keyword, keyword_at
from foitrack.law.citation.brackets import Labels, inner_labels_at, labels_at
from foitrack.law.citation.numbering import Numbering, Path

_NUMBER = re.compile(r"(?P<digits>\d{1,3})(?P<suffix>[A-Za-z]{0,2})(?![A-Za-z0-9])")
_SPACED_SUFFIX = re.compile(r"\s[aA](?=\s*(?:[(\[.,;:)]|$|\n|(?:and|of|or)\b))")
_TITLE = re.compile(r"\s{0,2}[(\[\"“‘'][^()\[\]\n]{3,240}[)\]\"”’']")
_LISTING = re.compile(
    r"\s{0,3}(?:[,;/&+]|\b(?:and/or|and|or|nor|plus|as\s+well\s+as|along\s+with)\b)"
    r"(?:\s{0,2}(?:[,;&]|\b(?:and/or|and|or|nor|also|both|further|the)\b)){0,3}\s{0,3}"
)
_TO = re.compile(r"\s{0,2}(?:[-‐‑–—]|\b(?:to|through)\b)\s{0,2}")
_SUB = re.compile(
    r"(?:sub[-‐‑–]?\s?(?:sections?|paragraphs?)|paragraphs?|paras?\.?)\s{0,2}", re.IGNORECASE
)
_OF_OURS = (
    r"of\s+(?:the\s+)?[“\"‘']?(?:act\b|fo|f\.o|freedom|ei|environment|legislation|\d{4}\s+act)"
)
_GOES_ON = (
    r"(?:and|or|to|are|is|was|were|have|has|had|which|that|in|under|by|as|because|for|do|does|did"
    r"|would|could|may|must|both|where|since|so|if|also|being|due|with|respectively|engaged"
    r"|appl\w+|exempt\w*|exception\w*|foi\w*|eis?rs?)\b"
)
_AFTER_BARE_NUMBER = re.compile(
    rf"[ \t\u00a0]{{0,3}}(?:$|[.;:)\]&+\n\r\"”’'*|]|,(?!\d{{3}})|/\s?(?=[\dsS])|[–—-]\s"
    r"|\((?=[A-Za-z][a-z])"
    rf"|(?<=\s)(?:{_OF_OURS}|of\s+(?:the\s+)?(?-i:[A-Z])|{_GOES_ON}))",
    re.IGNORECASE,
)
_DOTTED = re.compile(r"(\d{1,2})(?=\.\d{1,2}(?:\s?\([a-z]{1,4}\)|\.[a-g]\b))")
_RANGE_OF_SECTIONS = 6
_NOT_A_SECTION = re.compile(r"\s?%|:\d|\.\d|/\d{1,2}/|/\d{4}|(?:st|nd|rd|th)\b")


@dataclass(slots=True)
class Item:
    """One provision printed in a run, with its place."""

    path: Path
    start: int
    end: int
    wide: bool = False
    """Part of a range so wide that it stands for a whole Part of an Act."""


@dataclass(slots=True)
class Run:
    """A keyword or number and the list that hangs on it."""

    anchor: Anchor
    start: int
    end: int
    items: list[Item] = field(default_factory=list)
    joined: bool = False
    """Only "and", "or" or a comma stands between it and the run before."""

    @property
    def last(self) -> Path:
        """The path printed last."""
        return self.items[-1].path


class RunReader:
    """Reads runs from a text. Every step moves forward or ends, so the time is linear."""

    __slots__ = ("_numbering", "_text")

    def __init__(self, text: str, numbering: Numbering) -> None:
        self._text = text
        self._numbering = numbering

    def read(self, anchor: Anchor, before: Run | None) -> Run | None:
        """The run at an anchor; None where its number is no section's."""
        run = Run(anchor, anchor.start, anchor.number_at)
        if anchor.keyword is Keyword.DEPENDENT:
            begun = before is not None and self._dependent(run, before)
        else:
            begun = self._first(run)
        if not begun:
            return None
        while self._listed(run):
            pass
        return run

    def _first(self, run: Run) -> bool:
        number = self._number(run.anchor.number_at)
        if number is None:
            return False
        section, end = number
        if run.anchor.inner:
            return self._inner(run, section, end)
        run.items.append(Item((section,), run.start, end))
        run.end = end
        bracketed = self._brackets(run)
        if run.anchor.keyword is Keyword.BARE:
            return bracketed
        if run.anchor.keyword is Keyword.GROUND and not bracketed:
            return _AFTER_BARE_NUMBER.match(self._text, end) is not None
        return True

    def _dependent(self, run: Run, before: Run) -> bool:
        base = Item((before.last[0],), run.start, run.anchor.number_at)
        found = labels_at(self._text, run.end, base.path, self._numbering, worded=True)
        if found is None:
            return False
        self._take(run, base.path, found, run.start, listed=False)
        self._brackets(run)
        return True

    def _inner(self, run: Run, section: str, end: int) -> bool:
        """Takes labels that stand before: "subsections (1)(a) and (b) of section 31"."""
        outer, run.end = self._path_at(section, end)
        path, inner, at = outer, run.anchor.inner, 0
        while at < len(inner):
            gap = _LISTING.match(inner, at)
            at = gap.end() if gap is not None else at
            found = inner_labels_at(inner, at, path, self._numbering)
            if found is None:
                break
            listed = gap is not None
            for label, _ in found.labels:
                path = self._placed_within(run, path, label, outer, listed=listed) or outer
                listed = True
            at = found.end
        return bool(run.items)

    def _placed_within(
        self, run: Run, path: Path, label: str, outer: Path, *, listed: bool
    ) -> Path | None:
        placed = self._numbering.place(path, label, listed=listed and len(path) > len(outer))
        if placed is None or placed[: len(outer)] != outer:
            return None
        if run.items and placed[:-1] == run.items[-1].path:
            run.items[-1].path = placed
        else:
            run.items.append(Item(placed, run.start, run.end))
        return placed

    def _number(self, at: int) -> tuple[str, int] | None:
        found = _NUMBER.match(self._text, at)
        if found is None or _NOT_A_SECTION.match(self._text, found.end()):
            return self._dotted(at)
        section, end = str(int(found["digits"])) + found["suffix"].upper(), found.end()
        if section == "22" and (spaced := _SPACED_SUFFIX.match(self._text, end)):
            return "22A", spaced.end()
        if self._text[at - 1 : at] in "([" and self._text[end : end + 1] in (")", "]"):
            end += 1
        return section, end

    def _dotted(self, at: int) -> tuple[str, int] | None:
        """The number before a dot, where brackets show what the dot means: "12.5(e)"."""
        found = _DOTTED.match(self._text, at)
        return None if found is None else (found[1], found.end())

    def _brackets(self, run: Run) -> bool:
        """Takes all brackets that follow directly; whether there were any."""
        any_found = False
        while True:
            item = run.items[-1]
            found = labels_at(self._text, run.end, item.path, self._numbering, worded=True)
            if found is None:
                return any_found
            if not self._take(run, item.path, found, run.end, listed=False):
                return any_found
            any_found = True

    def _take(self, run: Run, path: Path, found: Labels, start: int, *, listed: bool) -> bool:
        """Adds the labels of one pair of brackets to a run."""
        placed_items: list[Item] = []
        for label, ranged in found.labels:
            placed = self._numbering.place(path, label, listed=listed or bool(placed_items))
            placed = (*placed, *found.below) if placed is not None else None
            if placed is None or not (found.tight or self._numbering.knows(placed)):
                return False
            if ranged and placed_items:
                low = placed_items[-1].path
                through = self._numbering.through(low, placed[-1])[1:]
                placed_items += [Item(p, start, found.end) for p in through]
            else:
                placed_items.append(Item(placed, start, found.end))
            path = placed
        last = run.items[-1] if run.items else None
        first = placed_items[0].path
        below = last is not None and first[: len(last.path)] == last.path
        if last is not None and not listed and (below or found.amends):
            # "40" then "(2)": the same provision, not another one.
            placed_items[0].start = last.start
            run.items.pop()
        run.items += placed_items
        run.end = found.end
        return True

    def _listed(self, run: Run) -> bool:
        """Takes one more entry of a list: "and (c)", ", 31(1)(g)", " to (e)"."""
        return self._ranged(run) or self._listed_from(run, run.end) or self._after_title(run)

    def _after_title(self, run: Run) -> bool:
        title = _TITLE.match(self._text, run.end)
        return title is not None and self._listed_from(run, title.end())

    def _listed_from(self, run: Run, at: int) -> bool:
        gap = _LISTING.match(self._text, at)
        if gap is None or keyword_at(self._text, gap.end()) is not None:
            return False
        return self._labels_listed(run, gap.end()) or self._number_listed(run, gap.end())

    def _labels_listed(self, run: Run, at: int) -> bool:
        word = _SUB.match(self._text, at)
        start = word.end() if word is not None else at
        found = labels_at(self._text, start, run.last, self._numbering, worded=word is not None)
        if found is None:
            return False
        taken = self._take(run, run.last, found, at, listed=True)
        return taken and (self._brackets(run) or True)

    def _number_listed(self, run: Run, at: int) -> bool:
        number = self._number(at)
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
        self._brackets(run)
        return True

    def _is_subsection(self, run: Run, number: str, follows: Labels) -> bool:
        """Whether "2(c)" after "36(2)(b)" has lost its outer bracket."""
        path = (run.last[0], number, follows.labels[0][0])
        return number in "12345" and self._numbering.knows(path) and not path[2][0].isdigit()

    def _subsection_listed(self, run: Run, number: str, at: int, end: int) -> bool:
        run.items.append(Item((run.last[0], number), at, end))
        run.end = end
        return self._brackets(run)

    def _may_stand_alone(self, run: Run, section: str, end: int) -> bool:
        if _AFTER_BARE_NUMBER.match(self._text, end) is None:
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
        number = self._number(at)
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
        high = self._path_at(section, end)
        if len(high[0]) > 1 and len(high[0]) == len(low.path) and high[0][:-1] == low.path[:-1]:
            paths = self._numbering.through(low.path, high[0][-1])
        elif len(low.path) == 1 and section.isdigit() and low.path[0].isdigit():
            paths = [(str(n),) for n in range(int(low.path[0]), int(section) + 1)]
            paths = paths if len(high[0]) == 1 and self._range_ends(high[1]) else []
        else:
            paths = []
        if len(paths) < 2:
            return False
        wide = len(high[0]) == 1 and len(paths) > _RANGE_OF_SECTIONS
        low.wide = low.wide or wide
        run.items += [Item(path, at, high[1], wide) for path in paths[1:]]
        run.end = high[1]
        return True

    def _range_ends(self, end: int) -> bool:
        return _AFTER_BARE_NUMBER.match(self._text, end) is not None

    def _path_at(self, section: str, end: int) -> tuple[Path, int]:
        path: Path = (section,)
        while (found := labels_at(self._text, end, path, self._numbering)) is not None:
            if len(found.labels) > 1:
                break
            path, end = (*path, found.labels[0][0]), found.end
        return path, end
