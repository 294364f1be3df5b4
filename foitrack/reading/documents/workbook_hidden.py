"""What a workbook holds and does not show, in words for a person. None of it is read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from foitrack.reading.documents.workbook import Cells, Sheet, cell_name, column_name

NOT_MEANT = (
    "The authority may not have meant to release {them}: nothing hidden is read into case data "
    "or published."
)
_MOST_NAMED = 6


def sheet_warnings(sheet: Sheet) -> Iterator[str]:
    """A sentence or two for each kind of content that a sheet holds and does not show."""
    unseen, name = sheet.unseen, f"Sheet “{sheet.name}”"
    if unseen.sheet:
        yield _hidden_sheet(sheet, name)
    elif unseen.columns:
        runs = list(_runs(unseen.columns))
        where = _listed(_span(column_name(a), column_name(b), "column") for a, b in runs)
        yield hidden(f"{name}: {where} hidden ({_values(sum(unseen.columns.values()))}).",
                     where.startswith("column "))  # fmt: skip
    if unseen.row_values and not unseen.sheet:
        runs = unseen.rows.runs
        where = _listed(_span(str(a), str(b), "row") for a, b in runs)
        why = " by a filter" if unseen.filtered else ""
        yield hidden(f"{name}: {where} hidden{why} ({_values(unseen.row_values)}).",
                     where.startswith("row "))  # fmt: skip
    yield from _cells(name, unseen.invisible, "is|are", "written so that {it} not show (white on "
                      "white, or with a format that shows nothing).", hides=True)  # fmt: skip
    yield from _cells(name, unseen.masked, "shows|show", "a fixed text in place of the number that "
                      "{it} hold.", hides=True)  # fmt: skip
    if unseen.comments.count:
        many = unseen.comments.count > 1
        text = f"{name}: {_number(unseen.comments.count, 'comment')} on {_names(unseen.comments)}"
        yield hidden(f"{text} {'are' if many else 'is'} not shown in the cells.", not many)
    yield from _said(name, unseen.uncomputed, unseen.errors)
    yield from (f"{name}: {sentence}" for sentence in unseen.others)


def hidden(sentence: str, one: bool = False) -> str:
    """The sentence, and what follows from it."""
    return f"{sentence} {NOT_MEANT.format(them='it' if one else 'them')}"


def _hidden_sheet(sheet: Sheet, name: str) -> str:
    unseen = sheet.unseen
    how = (
        "hidden so that even the menu does not list it"
        if unseen.sheet == "very hidden"
        else "hidden"
    )
    where = f" in {unseen.extent.name}" if unseen.extent else ""
    return hidden(f"{name} is {how} ({_values(unseen.values)}{where}).", True)


def _cells(name: str, cells: Cells, verb: str, rest: str, *, hides: bool) -> Iterator[str]:
    if not cells.count:
        return
    one, many = verb.split("|")
    single = cells.count == 1
    if "hold" in rest:
        said = rest.format(it="it" if single else "they")
        said = said.replace("it hold", "it holds")
    else:
        said = rest.format(it="it does" if single else "they do")
    what = "cell" if single else "cells"
    sentence = f"{name}: {what} {_names(cells)} {one if single else many} {said}"
    yield hidden(sentence, single) if hides else sentence


def _said(name: str, uncomputed: Cells, errors: Cells) -> Iterator[str]:
    """What is no secret, and matters to whoever relies on the figures."""
    if uncomputed.count:
        cells = _number(uncomputed.count, "formula")
        yield (
            f"{name}: {cells} without a stored value ({_names(uncomputed)}): the cells are read "
            "as empty, nothing is computed."
        )
    if errors.count:
        cells = _number(errors.count, "cell")
        verb = "shows" if errors.count == 1 else "show"
        yield f"{name}: {cells} {verb} an error instead of a value ({_names(errors)})."


def _names(cells: Cells) -> str:
    """The cells, those that follow one another in a column or row as a range."""
    runs: list[tuple[tuple[int, int], tuple[int, int]]] = []
    for row, column in sorted(cells.first, key=lambda cell: (cell[1], cell[0])):
        if runs and runs[-1][1] == (row - 1, column):
            runs[-1] = (runs[-1][0], (row, column))
        else:
            runs.append(((row, column), (row, column)))
    more = cells.count - sum(last[0] - first[0] + 1 for first, last in runs[:_MOST_NAMED])
    named = [
        cell_name(*first) if first == last else f"{cell_name(*first)}:{cell_name(*last)}"
        for first, last in runs[:_MOST_NAMED]
    ]
    return ", ".join(named) + (f" and {more:,} more" if more else "")


def _runs(columns: Mapping[int, int]) -> Iterator[tuple[int, int]]:
    start = last = None
    for column in sorted(columns):
        if start is None or last is None:
            start = last = column
        elif column == last + 1:
            last = column
        else:
            yield start, last
            start = last = column
    if start is not None and last is not None:
        yield start, last


def _span(first: str, last: str, what: str) -> tuple[str, str]:
    return (f"{what}s", f"{first} to {last}") if first != last else (what, first)


def _listed(spans: Iterable[tuple[str, str]]) -> str:
    """`column D is`, `columns D to F and H are`."""
    found = list(spans)
    noun = found[0][0].rstrip("s")
    single = len(found) == 1 and found[0][0] == noun
    named = [text for _, text in found[:_MOST_NAMED]]
    more = len(found) - len(named)
    if more:
        return f"{noun}s {', '.join(named)} and {more:,} more groups are"
    return f"{noun if single else noun + 's'} {_and(named)} {'is' if single else 'are'}"


def _and(parts: Sequence[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"


def _values(count: int) -> str:
    return _number(count, "value")


def _number(count: int, what: str) -> str:
    plural = f"{what}e" if what.endswith("a") else what
    return f"{count:,} {what if count == 1 else plural + 's' if plural == what else plural}"
