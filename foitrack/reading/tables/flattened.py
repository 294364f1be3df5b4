"""Tables whose cells ran together: periods as columns, lists of figures, numbered labels."""

from __future__ import annotations

import itertools
import re
from collections.abc import Container, Iterator, Sequence
from functools import lru_cache
from operator import itemgetter

from foitrack.later import later
from foitrack.reading.counts import parse_count
from foitrack.reading.periods import parse_period
from foitrack.reading.prose import Span, lines, rows_of, trimmed
from foitrack.reading.tables.aligned import find_aligned
from foitrack.reading.tables.grid import Grid, Row

_PERIOD = later(
    r"(?:FY ?)?(?:19|20)\d\d(?: ?[/-] ?(?:20)?\d\d(?!\d))?|Q[1-4][ /-](?:19|20)\d\d|Totals?|TOTALS?"
)
_ITEM = re.compile(r"(?<!\S)(?P<n>\d{1,4}) ?[x×] ?(?=[A-Za-z])")
_FIGURE = r"(?:\d{1,3}(?:,\d{3})+|\d{1,7}|[<>≤] ?\d{1,4}|\*|-)"
_IS_FIGURE = re.compile(rf"{_FIGURE}|nil|none", re.IGNORECASE).fullmatch
_TOTAL = re.compile(r"(?:grand )?total\b[\s:=–—-]*", re.IGNORECASE)
_LABELLED = later(
    r"(?P<label>(?P<word>(?!(?:Table|Question|Part|Point|Answer|Response|Annex|Appendix|Schedule|"
    r"Figure|Chart|Section|Page)\b)[A-Z][a-z]{2,20}) "
    r"(?P<n>\d{1,3})(?![\d/.,])[.:)]?)\s+(?P<rest>\S.*)$"
)
_YEAR_FIRST = re.compile(r"\W*(?:\S+\s+){0,2}\S*\d")
"""A period has a figure, in its first words."""
_AROUND = " *•·-|"
_END_OF_PERIODS = frozenset("0123456789lLsS |\t*")
_END_OF_FIGURES = frozenset("0123456789" + _AROUND)
_MOST_COLUMNS = 40
_MOST_ITEMS = 200


def find_pivots(plain: str) -> Iterator[Grid]:
    """Tables with a line of periods as header, and below it labels with a figure for each."""
    closing = _ending(plain, _END_OF_PERIODS)
    if not any(_may_be_periods(line) and _period_header(line) for line in closing):
        return
    rows = [span for span in lines(plain) if span.of(plain).strip()]
    aligned = list(find_aligned(plain))
    lists = [grid.span for grid in aligned if all(grid.header)]
    """Tables under a full line of headings: two years on a line of theirs head nothing."""
    index = 0
    while index < len(rows):
        line = rows[index].of(plain)
        header = _period_header(line) if _may_be_periods(line) else None
        if any(span.start < rows[index].start < span.end for span in lists):
            header = None
        body, after = (
            _pivot_rows(plain, rows, index + 1, len(header) - 1) if header else ([], index + 1)
        )
        if any(_has_more(grid, header, rows[index], body) for grid in aligned):
            # Of a row with an empty cell, only its layout says where.
            header = None
        if header and body:
            yield Grid(header, tuple(body), Span(rows[index].start, body[-1].span.end))
        index = max(after, index + 1)


def _has_more(grid: Grid, header: tuple[str, ...] | None, line: Span, body: list[Row]) -> bool:
    """Whether a table that is set in columns has the same header, and more rows below it."""
    return grid.header == header and grid.span.start == line.start and len(grid.rows) > len(body)


def _ending(plain: str, ends: Container[str]) -> Iterator[str]:
    """The lines that end in one of some characters."""
    return itertools.compress(rows_of(plain), map(ends.__contains__, _last_of(plain)))


@lru_cache(maxsize=1)
def _last_of(plain: str) -> tuple[str, ...]:
    """Each line's last character; kept, as one text is looked at for table after table."""
    return tuple(map(itemgetter(slice(-1, None)), rows_of(plain)))


def _may_be_periods(line: str) -> bool:
    """Whether a line may hold two periods; each has a year."""
    return line.count("20") + line.count("19") > 1


def find_labelled(plain: str) -> Iterator[Grid]:
    """Lists such as "Officer 1 …", "Officer 2 …": a table of a label and a text."""
    numbered = [line for line in rows_of(plain) if " 1" in line]
    if not any(map(_begins_list, numbered)):
        return
    run: list[tuple[Span, re.Match[str]]] = []
    for span in lines(plain):
        line = span.of(plain)
        if not line.strip():
            continue
        found = _LABELLED.match(line.strip())
        follows = (
            found
            and run
            and found["word"] == run[-1][1]["word"]
            and int(found["n"]) == int(run[-1][1]["n"]) + 1
        )
        if not follows:
            yield from _labelled(plain, run)
            run = []
        if found and (follows or int(found["n"]) == 1):
            run.append((span, found))
    yield from _labelled(plain, run)


def _begins_list(line: str) -> bool:
    found = _LABELLED.match(line.strip())
    return found is not None and int(found["n"]) == 1


def find_period_lists(plain: str) -> Iterator[Grid]:
    """Lines of a period and its figures, one under the other ("2018 5")."""
    closing = map(str.strip, _ending(plain, _END_OF_FIGURES))
    if sum(_period_line(line) is not None for line in closing if line) < 2:
        return
    run: list[tuple[Span, list[str]]] = []
    above: Span | None = None
    for span in lines(plain):
        line = span.of(plain)
        if not line.strip():
            continue
        cells = _period_line(line.strip()) or _total_line(line.strip(), run)
        if cells and (not run or len(cells) == len(run[-1][1])):
            run.append((span, cells))
            continue
        yield from _listed(plain, above, run)
        run = [(span, cells)] if cells else []
        if not cells:
            above = span
    yield from _listed(plain, above, run)


def _period_header(line: str) -> tuple[str, ...] | None:
    """The columns of a line of periods, after an optional label; None for any other line."""
    if len(line) > 600:
        return None
    found = list(_PERIOD.finditer(line))
    periods = [m for m in found if not m.group().lower().startswith("total")]
    if not len(periods) >= 2 or len(found) > _MOST_COLUMNS:
        return None
    between = [line[a.end() : b.start()] for a, b in itertools.pairwise(found)]
    if len({m.group() for m in periods}) < len(periods):
        return None
    label = line[: found[0].start()].strip(" |\t")
    if any(gap.strip(" |\t") for gap in between) or line[found[-1].end() :].strip(" |\t*"):
        return None
    # With a gap in it a label is the names of two columns.
    runs_on = label.endswith((".", ",", "and", "to", "from", "-"))
    if len(label.split()) > 5 or "  " in label or runs_on:
        return None
    return (label, *(m.group() for m in found))


def _pivot_rows(plain: str, rows: Sequence[Span], start: int, width: int) -> tuple[list[Row], int]:
    body: list[Row] = []
    totals: list[int] | None = None
    index = start
    while index < len(rows):
        span = trimmed(plain, rows[index])
        figures = _figures(span.of(plain), width)
        if figures:
            body.append(Row(figures, span))
            counts = [parse_count(cell) for cell in figures[1:]]
            totals = [c.exact or 0 for c in counts if c] if all(counts) else totals
            index += 1
            continue
        if not _ITEM.search(span.of(plain)) or len(span.of(plain)) > 600:
            break
        row, index = _item_row(plain, rows, index, width, totals)
        if row is None:
            break
        body.append(row)
    return body, index


def _figures(line: str, width: int) -> tuple[str, ...] | None:
    """A label and exactly `width` figures."""
    parts = line.replace("|", " ").split()
    if len(parts) <= width or len(line) > 600:
        return None
    cells, label = parts[-width:], " ".join(parts[:-width])
    if not all(re.fullmatch(_FIGURE, cell) for cell in cells) or len(label.split()) > 15:
        return None
    return (label, *cells) if re.search(r"[A-Za-z]", label) else None


def _item_row(
    plain: str, rows: Sequence[Span], index: int, width: int, totals: list[int] | None
) -> tuple[Row | None, int]:
    """A label with things like "1x Written warning", put under the columns they must belong to."""
    first = trimmed(plain, rows[index])
    met = _ITEM.search(first.of(plain))
    label = first.of(plain)[: met.start()].strip() if met else ""
    items = _items(first.of(plain)[len(label) :])
    end = first.end
    index += 1
    while (
        index < len(rows)
        and _ITEM.match(rows[index].of(plain).strip())
        and len(items) < _MOST_ITEMS
    ):
        span = trimmed(plain, rows[index])
        items += _items(span.of(plain))
        end, index = span.end, index + 1
    parted = _parted(items, width, totals)
    if parted is None:
        return None, index
    return Row((label, *parted), Span(first.start, end)), index


def _items(text: str) -> list[tuple[int, str]]:
    found = list(_ITEM.finditer(text))
    if not found:
        return []
    ends = [m.start() for m in found[1:]] + [len(text)]
    return [
        (int(m["n"]), text[m.start() : end].strip()) for m, end in zip(found, ends, strict=True)
    ]


def _parted(
    items: list[tuple[int, str]], width: int, totals: list[int] | None
) -> tuple[str, ...] | None:
    """The items in reading order, cut so that each column adds up to its total above.

    Without such totals, only one item for each column is certain.
    """
    if totals is None or len(totals) != width:
        return tuple(text for _, text in items) if len(items) == width else None
    cells: list[str] = []
    at = 0
    for total in totals:
        taken: list[str] = []
        sum_so_far = 0
        while at < len(items) and sum_so_far < total:
            sum_so_far += items[at][0]
            taken.append(items[at][1])
            at += 1
        if sum_so_far != total:
            return None
        cells.append("\n".join(taken))
    return tuple(cells) if at == len(items) else None


def _labelled(plain: str, run: list[tuple[Span, re.Match[str]]]) -> Iterator[Grid]:
    if len(run) < 2:
        return
    rows = tuple(Row((m["label"], m["rest"]), trimmed(plain, span)) for span, m in run)
    yield Grid(("", ""), rows, Span(rows[0].span.start, rows[-1].span.end))


def _period_line(line: str) -> list[str] | None:
    if len(line) > 200 or not _YEAR_FIRST.match(line):
        return None
    parts = re.split(r"\s*(?::|=|\s[-–—])\s+|\s+", line.strip(_AROUND))
    for size in (1, 2):
        period = " ".join(parts[:size])
        figures = parts[size:]
        if figures and all(map(_IS_FIGURE, figures)) and parse_period(period):
            return [period, *figures]
    return None


def _total_line(line: str, run: list[tuple[Span, list[str]]]) -> list[str] | None:
    """The total that ends a list of periods."""
    met = _TOTAL.match(line.strip(_AROUND)) if len(run) > 1 else None
    if met is None:
        return None
    figures = line.strip(_AROUND)[met.end() :].split()
    same = len(figures) + 1 == len(run[0][1]) and all(map(_IS_FIGURE, figures))
    return [met.group().strip(" :=–—-\t"), *figures] if same else None


def _listed(plain: str, above: Span | None, run: list[tuple[Span, list[str]]]) -> Iterator[Grid]:
    if len(run) < 2:
        return
    width = len(run[0][1])
    rows = tuple(Row(tuple(cells), trimmed(plain, span)) for span, cells in run)
    header = _header_above(above.of(plain).strip() if above else "", width)
    start = above.start if above and any(header) else rows[0].span.start
    yield Grid(header, rows, Span(start, rows[-1].span.end))


def _header_above(line: str, width: int) -> tuple[str, ...]:
    words = line.strip(" *_").split()
    if len(words) == width and not line.endswith((".", ":")):
        return tuple(words)
    if (
        width == 2
        and 2 < len(words) <= 8
        and re.match(r"(?:year|date|month|period)\b", line, re.I)
        and line[-1] not in ".:"
    ):
        return words[0], " ".join(words[1:])
    return ("",) * width
