"""To which row each line of a label belongs that runs over several."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from foitrack.reading.tables.figure_lines import Kind, Laid

_WRAPPED = 0.8
_LINKS = frozenset(
    ["a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"]
)
_DIGIT = re.compile(r"\d")
_LETTER = re.compile(r"[A-Za-z]")


@dataclass(frozen=True, slots=True)
class Part:
    """A line of a table's body."""

    line: Laid
    after_blank: bool = False

    @property
    def has_figures(self) -> bool:
        """Whether it is more than words."""
        return self.line.kind is Kind.FIGURES

    @property
    def words(self) -> str:
        """Its label, or what of it stands on this line."""
        return self.line.label.text if self.line.label else ""


def labelled(parts: Sequence[Part]) -> list[list[Part]] | None:
    """The lines of each row; None where it cannot be told to which row a line belongs."""
    around = _around(parts)
    if any(part.has_figures and not part.words for part in parts):
        return around
    end = max((n for n, part in enumerate(parts, 1) if part.has_figures), default=0)
    widest = max((len(part.words) for part in parts), default=0)
    ways = [_last_lines(parts[:end], widest), _first_lines(parts, widest), around]
    best = min(filter(None, ways), key=lambda rows: _oddness(rows, parts, widest), default=None)
    pairs = [pair for row in best or () for pair in pairwise(row)]
    if pairs and not any(_surely_runs_on(above.words, below.words) for above, below in pairs):
        # "North area" over "Ashdale" heads stations, as far as anything tells.
        return [[part] for part in parts[:end]]
    return best


def _oddness(rows: Sequence[Sequence[Part]], parts: Sequence[Part], widest: int) -> int:
    """How much in rows is unlike labels that run over lines."""
    pairs = [pair for row in rows for pair in pairwise(row)]
    return (
        5 * sum(row[0].words[:1].islower() for row in rows)
        + 3 * sum(not _is_wrapped(a.words, b.words, widest) for a, b in pairs)
        + 3 * sum(not any(part.has_figures for part in row) for row in rows)
        + 2 * (len(parts) - sum(map(len, rows)))
        + sum(below.words[:1].isupper() for _, below in pairs)
    )


def _around(parts: Sequence[Part]) -> list[list[Part]] | None:
    """With the figures in the label's middle: as many lines below them as above."""
    rows: list[list[Part]] = []
    at = 0
    while at < len(parts):
        count = next((n for n, part in enumerate(parts[at:]) if part.has_figures), None)
        if count is None:
            # Words below the last row are none of its own.
            break
        row = list(parts[at : at + 2 * count + 1])
        below = row[count + 1 :]
        if len(below) < count or any(part.has_figures for part in below):
            return None
        if not count and not row[0].words:
            return None
        rows.append(row)
        at += len(row)
    return rows or None


def _last_lines(parts: Sequence[Part], widest: int) -> list[list[Part]]:
    rows: list[list[Part]] = []
    open_row: list[Part] = []
    for part in parts:
        goes_on = part.after_blank and part.words[:1].islower() and not open_row and rows
        if goes_on and not part.has_figures:
            # The page ended within the label, below its figures.
            rows[-1].append(part)
            continue
        if rows and not open_row and rows[-1][-1] is not None and _runs_on(rows[-1], part):
            rows[-1].append(part)
            continue
        if open_row and not _is_wrapped(open_row[-1].words, part.words, widest):
            rows.append(open_row)
            open_row = []
        open_row.append(part)
        if part.has_figures:
            rows.append(open_row)
            open_row = []
    return rows


def _runs_on(row: Sequence[Part], part: Part) -> bool:
    """Whether words go on that an earlier line began to add to a row below its figures."""
    return not row[-1].has_figures and not part.has_figures and part.words[:1].islower()


def _first_lines(parts: Sequence[Part], widest: int) -> list[list[Part]]:
    rows: list[list[Part]] = []
    for part in parts:
        if rows and not part.has_figures and _is_wrapped(rows[-1][-1].words, part.words, widest):
            rows[-1].append(part)
        else:
            rows.append([part])
    return rows


def _surely_runs_on(above: str, below: str) -> bool:
    """Whether words cannot but go on in the next line."""
    first, last = below.split(" ", 1)[0].lower(), above.rsplit(" ", 1)[-1].lower()
    if below[:1].islower() or below[:1] in "(&/-–" or above[-1:] in ",/&-–":
        return True
    return first in _LINKS or last in _LINKS


def _is_wrapped(above: str, below: str, widest: int) -> bool:
    """Whether a label goes on in the next line: its first word had no room, or begins small.

    "CJ00" over "CJ01" are two labels, of which one has no figures.
    """
    if below[:1].islower():
        return True
    if _DIGIT.search(above) and _shape(above) == _shape(below):
        return False
    word = below.split(" ", 1)[0]
    return len(above) + 1 + len(word) >= _WRAPPED * widest


def _shape(text: str) -> str:
    return _LETTER.sub("a", _DIGIT.sub("0", text))
