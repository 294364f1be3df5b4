"""Cells of a PDF page's ruled tables, told by the rules around them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import pairwise

from foitrack.reading.documents.pdf_layout import Line, Word, words_of

Rule = tuple[float, float, float]
"""Where a rule stands across its way, where it begins, where it ends; in points."""
Strokes = tuple[Sequence[Rule], Sequence[Rule]]
"""The level and the upright rules of a page; down is more."""

_SAME_RULE = 2.0
_TOUCHING = 3.0
_LEAST_CELL = 4.0
_MOST_RULES = 2_000
MOST_COLUMNS = 60


@dataclass(frozen=True, slots=True)
class Ruled:
    """A lattice of rules: the edges of its columns and rows, and which cells are one."""

    lefts: tuple[float, ...]
    """Where the columns begin, and where the last ends."""
    tops: tuple[float, ...]
    """Where the rows begin, and where the last ends."""
    level: tuple[Rule, ...]
    upright: tuple[Rule, ...]

    def across(self, row: int, column: int) -> bool:
        """Whether a cell is one with the cell at its left."""
        middle = (self.tops[row] + self.tops[row + 1]) / 2
        return not _covered(self.upright, self.lefts[column], middle)

    def down(self, row: int, column: int) -> bool:
        """Whether a cell is one with the cell above it."""
        middle = (self.lefts[column] + self.lefts[column + 1]) / 2
        return not _covered(self.level, self.tops[row], middle)


def lattices(strokes: Strokes) -> list[Ruled]:
    """The lattices that rules make: rules that touch, with two columns or more."""
    level, upright = (_whole(rules) for rules in strokes)
    if not upright or len(level) * len(upright) > _MOST_RULES * 20:
        return []
    found = []
    for flat, standing in _touching(level, upright):
        lefts = _edges([*(rule[0] for rule in standing), *_ends(flat)])
        tops = _edges([*(rule[0] for rule in flat), *_ends(standing)])
        if 3 <= len(lefts) <= MOST_COLUMNS + 1 and len(tops) >= 2:
            found.append(Ruled(lefts, tops, tuple(flat), tuple(standing)))
    return sorted(found, key=lambda lattice: lattice.tops[0])


def _covered(rules: Sequence[Rule], place: float, at: float) -> bool:
    """Whether a rule at a place, across its way, reaches along it to a point; they are in order."""
    for n in range(bisect_left(rules, (place - _LEAST_CELL,)), len(rules)):
        own, begun, ended = rules[n]
        if own - place >= _LEAST_CELL:
            return False
        if place - own < _LEAST_CELL and begun - _TOUCHING <= at <= ended + _TOUCHING:
            return True
    return False


def _middles(edges: Sequence[float]) -> list[float]:
    return [(one + other) / 2 for one, other in pairwise(edges)]


def _open(rules: Sequence[Rule], place: float, middles: Sequence[float]) -> frozenset[int]:
    """The numbers of the middles, from first to last, that no rule at a place reaches."""
    reaches = []
    for n in range(bisect_left(rules, (place - _LEAST_CELL,)), len(rules)):
        own, begun, ended = rules[n]
        if own - place >= _LEAST_CELL:
            break
        if place - own < _LEAST_CELL:
            reaches.append((begun - _TOUCHING, ended + _TOUCHING))
    if any(begun <= middles[0] and middles[-1] <= ended for begun, ended in reaches):
        return frozenset()
    return frozenset(
        n
        for n, at in enumerate(middles)
        if not any(begun <= at <= ended for begun, ended in reaches)
    )


def _whole(rules: Sequence[Rule]) -> list[Rule]:
    """Rules drawn in pieces, one for each cell, made whole."""
    whole: list[Rule] = []
    groups: list[list[Rule]] = []
    for rule in sorted(set(rules)):
        if groups and rule[0] - groups[-1][0][0] < _SAME_RULE:
            groups[-1].append(rule)
        else:
            groups.append([rule])
    for group in groups:
        place = group[0][0]
        start = len(whole)
        for _, begun, ended in sorted(group, key=lambda rule: rule[1:]):
            if len(whole) > start and begun <= whole[-1][2] + _TOUCHING:
                whole[-1] = place, whole[-1][1], max(whole[-1][2], ended)
            else:
                whole.append((place, begun, ended))
    return whole


def _touching(
    level: Sequence[Rule], upright: Sequence[Rule]
) -> Iterable[tuple[list[Rule], list[Rule]]]:
    """Rules in groups that hang together: each touches another of its group that crosses it."""
    leader = list(range(len(level) + len(upright)))

    def lead(n: int) -> int:
        while leader[n] != n:
            leader[n] = leader[leader[n]]
            n = leader[n]
        return n

    for m, (x, top, foot) in enumerate(upright, len(level)):
        first = bisect_right(level, (top - _TOUCHING, 1e9, 1e9))
        for n in range(first, len(level)):
            y, left, right = level[n]
            if y > foot + _TOUCHING:
                break
            if left - _TOUCHING <= x <= right + _TOUCHING:
                leader[lead(n)] = lead(m)
    groups: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for n, rule in enumerate(level):
        groups.setdefault(lead(n), ([], []))[0].append(rule)
    for m, rule in enumerate(upright, len(level)):
        groups.setdefault(lead(m), ([], []))[1].append(rule)
    return [group for group in groups.values() if group[0] and group[1]]


def _ends(rules: Sequence[Rule]) -> tuple[float, float]:
    return min(rule[1] for rule in rules), max(rule[2] for rule in rules)


def _edges(places: Iterable[float]) -> tuple[float, ...]:
    """The places without those that a double rule has twice."""
    edges: list[float] = []
    for place in sorted(places):
        if not edges or place - edges[-1] >= _LEAST_CELL:
            edges.append(place)
    return tuple(edges)


@dataclass(frozen=True, slots=True)
class Cells:
    """The cells of a lattice filled from a page's lines."""

    rows: tuple[tuple[str, ...], ...]
    """Each row's cells; one that covers several columns or rows stands in all of them."""
    lines: tuple[tuple[int, ...], ...]
    """For each row, the numbers on the page of the lines that stand in it."""
    titles: tuple[bool, ...]
    """For each row, whether one cell runs right across."""
    covers: bool
    """Whether a cell of the first row covers columns that the second row names one by one."""


class _Filling:
    """Words put in the cells of one lattice."""

    def __init__(self, lattice: Ruled) -> None:
        self.lattice = lattice
        self.width, self.height = len(lattice.lefts) - 1, len(lattice.tops) - 1
        self.pieces: dict[tuple[int, int], list[str]] = {}
        self.lines: list[list[int]] = [[] for _ in range(self.height)]
        self.apart: set[int] = set()
        """Rows in which words stand in columns though no rule parts them."""
        across, down = _middles(lattice.lefts), _middles(lattice.tops)
        self.joined = [_open(lattice.upright, left, down) for left in lattice.lefts[:-1]]
        """For each column the rows in which its cell is one with that at its left."""
        self.hanging = [_open(lattice.level, top, across) for top in lattice.tops[:-1]]
        """For each row the columns in which its cell is one with that above it."""
        self.owner = self._owners()

    def fill(self, lines: Sequence[Line]) -> None:
        """Put each word of the lines in its cell."""
        top, foot = self.lattice.tops[0], self.lattice.tops[-1]
        near = [
            (number, line)
            for number, line in enumerate(lines)
            if line.box[3] > top and line.box[1] < foot
        ]
        if any(self.joined[1:]) or any(self.hanging[1:]):
            for _, line in near:
                self._look(line)
        if self.apart:
            self.owner = self._owners()
        for number, line in near:
            self._put(number, line)

    def _owners(self) -> list[list[tuple[int, int]]]:
        """For each cell the cell that it is one with: itself, or one above or to its left."""
        found: list[list[tuple[int, int]]] = []
        for row in range(self.height):
            owners = [(row, column) for column in range(self.width)]
            found.append(owners)
            if row in self.apart:
                continue
            for column in range(self.width):
                if column and row in self.joined[column]:
                    owners[column] = owners[column - 1]
                elif row and column in self.hanging[row]:
                    owners[column] = found[row - 1][column]
        return found

    def _look(self, line: Line) -> None:
        """Mark a row whose words stand in columns that no rule parts."""
        at = [self._at(segment.words[0]) for segment in line.segments]
        for one, other in pairwise(at):
            if one is None or other is None or one[0] != other[0] or one == other:
                continue
            if self.owner[one[0]][one[1]] == self.owner[other[0]][other[1]]:
                self.apart.add(one[0])

    def _put(self, number: int, line: Line) -> None:
        texts: dict[tuple[int, int], list[str]] = {}
        rows = []
        for word in words_of(line):
            at = self._at(word)
            if at is not None:
                row, column = at
                owner = self.owner[row][column]
                if owner in texts:
                    texts[owner].append(word[0])
                else:
                    texts[owner] = [word[0]]
                rows.append(row)
        for owner, words in texts.items():
            self.pieces.setdefault(owner, []).append(" ".join(words))
        if rows:
            whole = rows.count(rows[0]) == len(rows)
            self.lines[rows[0] if whole else max(set(rows), key=rows.count)].append(number)

    def _at(self, word: Word) -> tuple[int, int] | None:
        """The row and column that a word's middle stands in."""
        left, top, right, bottom = word[1]
        column = bisect_right(self.lattice.lefts, (left + right) / 2) - 1
        row = bisect_right(self.lattice.tops, (top + bottom) / 2) - 1
        if 0 <= column < self.width and 0 <= row < self.height:
            return row, column
        return None

    def spans_columns(self, row: int) -> bool:
        """Whether a row is one cell right across."""
        owners = self.owner[row]
        return owners.count(owners[0]) == len(owners)

    def covers(self, row: int) -> bool:
        """Whether a row has a cell over several columns that the row below parts."""
        if row + 1 >= self.height:
            return False
        over, under = self.owner[row], self.owner[row + 1]
        return len(set(under)) > len(set(over)) > 1 and all(
            below in over or below[0] == row + 1 for below in under
        )


def filled(lattice: Ruled, lines: Sequence[Line], join: Callable[[str, str], str]) -> Cells:
    """The cells of a lattice with a page's words in them; `join` makes two lines one."""
    filling = _Filling(lattice)
    filling.fill(lines)
    texts = {
        owner: reduce(join, pieces) if len(pieces) > 1 else pieces[0]
        for owner, pieces in filling.pieces.items()
    }
    rows, members, titles = [], [], []
    first = True
    covers = False
    for row, owners in enumerate(filling.owner):
        cells = tuple(texts.get(owner, "") for owner in owners)
        # A row without words, or with no line of its own, has no place.
        if not any(cells) or not filling.lines[row]:
            continue
        across = filling.spans_columns(row)
        if first and not across:
            first, covers = False, filling.covers(row)
        rows.append(cells)
        members.append(tuple(filling.lines[row]))
        titles.append(across)
    return Cells(tuple(rows), tuple(members), tuple(titles), covers)
