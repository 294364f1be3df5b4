"""Questions and answers side by side in text laid out as on a page, under headings that say so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from foitrack.reading.prose import Span, lines, trimmed
from foitrack.reading.tables.answering import head_questions
from foitrack.reading.tables.grid import Grid, Row, carried_on
from foitrack.reading.tables.ruled import RULE

_HEADS = re.compile(
    r"^[ \t]*(\S+(?: \S+){0,4})(?: {3,}|\t+)(\S+(?: \S+){0,4})[ \t]*$", re.MULTILINE
)
_WIDE = "   "
_NUMBERED = re.compile(r"\(?(?:q(?:uestion)?\s?)?\d{1,2}[.):]", re.IGNORECASE)
_MOST_BLANK = 2
_LEAST_ROWS = 2
_SLACK = 4


def find_asked(plain: str) -> Iterator[Grid]:
    """Such tables: the cells of a row run over lines; the next row stands below an empty one, or
    begins with its number.
    """
    after = 0
    for met in _heads(plain):
        if met.start() >= after and head_questions((met[1], met[2])):
            found = _table(plain, met)
            if found is not None:
                yield found
                after = found.span.end


def _heads(plain: str) -> Iterator[re.Match[str]]:
    """The lines of two phrases held apart; looked for where a gap stands, as few lines have one."""
    if "\t" in plain:
        yield from _HEADS.finditer(plain)
        return
    at = plain.find(_WIDE)
    while at >= 0:
        met = _HEADS.match(plain, plain.rfind("\n", 0, at) + 1)
        if met is not None:
            yield met
        end = plain.find("\n", at)
        at = plain.find(_WIDE, end) if end >= 0 else -1


@dataclass
class _Open:
    """A row as it grows."""

    cells: list[str]
    span: Span


@dataclass
class _Sides:
    """The rows of a table while its lines are read, and where its second column begins."""

    edge: int
    rows: list[_Open] = field(default_factory=list)

    def take(self, line: str, span: Span, *, parted: bool) -> bool:
        """Take a line into its row; whether it is one of the table's."""
        cut = _cut(line, self.edge)
        if cut is None:
            return False
        cells = [line[:cut].strip(), line[cut:].strip()]
        if not self.rows or _begins(cells[0], parted=parted):
            self.rows.append(_Open(cells, span))
            return True
        last = self.rows[-1]
        last.cells = [carried_on(a, b) if b else a for a, b in zip(last.cells, cells, strict=True)]
        last.span = Span(last.span.start, span.end)
        return True


def _table(plain: str, met: re.Match[str]) -> Grid | None:
    head = plain[met.start() : met.end()].expandtabs(8)
    sides = _Sides(head.index(met[2], head.index(met[1]) + len(met[1])))
    blanks = 0
    for span in lines(plain[met.end() + 1 :]):
        own = Span(span.start + met.end() + 1, span.end + met.end() + 1)
        line = own.of(plain).expandtabs(8)
        if not line.strip() or RULE.match(line):
            # An empty line, or one drawn between two rows.
            blanks += 1
            if blanks > _MOST_BLANK:
                break
            continue
        if not sides.take(line, trimmed(plain, own), parted=blanks > 0):
            break
        blanks = 0
    rows = _answered(sides.rows)
    if len(rows) < _LEAST_ROWS:
        return None
    return Grid(
        (met[1], met[2]),
        tuple(rows),
        Span(trimmed(plain, Span(*met.span())).start, rows[-1].span.end),
    )


def _answered(rows: Sequence[_Open]) -> list[Row]:
    """The rows up to the last that has both a question and an answer."""
    last = max((n for n, row in enumerate(rows, 1) if all(row.cells)), default=0)
    return [Row(tuple(row.cells), row.span) for row in rows[:last]]


def _begins(question: str, *, parted: bool) -> bool:
    if _NUMBERED.match(question):
        return True
    return parted and bool(question) and not question[0].islower()


def _cut(line: str, edge: int) -> int | None:
    """Where a line is blank between the columns; None where it runs across both."""
    if len(line.rstrip()) <= edge - 1:
        return edge
    for at in range(edge, max(0, edge - _SLACK) - 1, -1):
        if at and line[at - 1 : at].isspace() and (at < 2 or line[at - 2 : at].isspace()):
            return at
    return None
