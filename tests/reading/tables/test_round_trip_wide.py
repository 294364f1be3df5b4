"""Tables as varied as answers have them, laid out in each way that text has, read back equal."""

from __future__ import annotations

import html
import re
import textwrap
from datetime import date

from hypothesis import assume, given
from hypothesis import strategies as st

from foitrack.reading.documents.base import in_text
from foitrack.reading.documents.html import read_html
from foitrack.reading.findings import Table
from foitrack.reading.tables.finding import find_tables

Rows = list[list[str]]
HEADINGS = (
    "Date", "Year", "Rank/grade", "Officer or staff", "Nature of allegation", "Outcome", "No.",
    "Number of officers", "Platform(s)", "Location", "Gender", "Reason", "Cost (£)", "% of total",
    "Date of allegation", "Employee's role", "Q1 answer", "What was done?", "Days lost",
    "2018", "2019/20", "FY 2020/21",
)  # fmt: skip
WORDS = [
    "officer", "posted", "offensive", "remarks", "online", "about", "colleague", "constable",
    "warned", "advice", "café", "naïve", "O'Neill's", "co-worker", "(former)", "A&E", "and/or",
    "N/A", "£50", "50%", "#2", "24/7", "PC's", "TikTok", "–", "e.g.", "“quoted”", "x3",
    "1st", "12-month", "off-duty", "IT", "X", "@force",
]  # fmt: skip
PHRASE = st.lists(st.sampled_from(WORDS), min_size=1, max_size=7).map(" ".join)
FIGURE = st.integers(0, 99_999).map("{:,}".format)
SUPPRESSED = st.sampled_from(["<5", "*", "-", "0", "c.£138,000", "1-4", "≤3", "..", "12", "7"])
SINCE = st.dates(date(1995, 1, 1), date(2030, 12, 31))
DAY = SINCE.map("{:%d/%m/%Y}".format)
MONTH = SINCE.map("{:%b %Y}".format)
YEAR = st.integers(2005, 2026).map(str)
MONEY = st.integers(0, 99_999).map("£{:,}".format)
ANSWER = st.sampled_from(["Yes", "No", "Not held", "N/A", "Male", "Female"])


def kind_of(cells: st.SearchStrategy[str], empty: bool) -> st.SearchStrategy[str]:
    return st.one_of(cells, cells, cells, st.just("")) if empty else cells


@st.composite
def tables(draw: st.DrawFn) -> Rows:
    """A header and rows; the first column is full, others have gaps here and there."""
    width = draw(st.integers(2, 7))
    header = draw(st.permutations(HEADINGS))[:width]
    chosen = st.sampled_from([PHRASE, FIGURE, SUPPRESSED, DAY, MONTH, YEAR, MONEY, ANSWER])
    kinds = draw(st.lists(chosen, min_size=width, max_size=width))
    first = draw(st.sampled_from([PHRASE, DAY, MONTH, YEAR]))
    empty = draw(st.booleans())
    columns = [first, *(kind_of(kind, empty) for kind in kinds[1:])]
    rows = draw(st.lists(st.tuples(*columns), min_size=2, max_size=9))
    # A header is told from data by its words; a row of one cell is a line like any other.
    assume(any(not re.search(r"\d{4}", heading) for heading in header[:1]))
    assume(all(sum(bool(cell) for cell in row) > 1 for row in rows))
    assume(any(row[-1] for row in rows))
    return [list(header), *(list(row) for row in rows)]


def same(found: tuple[Table, ...], rows: Rows) -> None:
    (table,) = found
    assert [list(table.columns), *(list(row) for row in table.rows)] == rows


def around(body: str) -> str:
    return f"Please see the figures below.\n\n{body}\n\nIf you need more, please ask us.\n"


def widths_of(rows: Rows) -> list[int]:
    return [max(len(row[n]) for row in rows) for n in range(len(rows[0]))]


@given(tables())
def test_tabs(rows: Rows) -> None:
    same(find_tables(around("\n".join("\t".join(row) for row in rows)), in_text), rows)


@given(tables(), st.booleans(), st.booleans())
def test_pipes(rows: Rows, edges: bool, ruled: bool) -> None:
    lines = [f"| {' | '.join(row)} |" if edges else " | ".join(row) for row in rows]
    if ruled:
        rule = "|".join(["---", ":--", "--:", ":-:"][n % 4] for n in range(len(rows[0])))
        lines.insert(1, f"|{rule}|" if edges else rule)
    same(find_tables(around("\n".join(lines)), in_text), rows)


BOXES = (("│", "─", "┼"), ("|", "-", "+"), ("║", "═", "╬"), ("┃", "━", "╋"))


@given(tables(), st.sampled_from(BOXES), st.booleans())
def test_box_drawing(rows: Rows, box: tuple[str, str, str], inner: bool) -> None:
    stroke, dash, cross = box
    widths = widths_of(rows)
    rule = cross + cross.join(dash * (width + 2) for width in widths) + cross
    lines = [
        f"{stroke} "
        + f" {stroke} ".join(c.ljust(w) for c, w in zip(row, widths, strict=True))
        + f" {stroke}"
        for row in rows
    ]
    body = f"\n{rule}\n".join(lines) if inner else "\n".join([lines[0], rule, *lines[1:]])
    same(find_tables(around(f"{rule}\n{body}\n{rule}"), in_text), rows)


@given(tables(), st.sampled_from(BOXES))
def test_box_drawing_with_cells_that_wrap(rows: Rows, box: tuple[str, str, str]) -> None:
    stroke, dash, cross = box
    assume(len(rows) > 3)
    wrapped = [[textwrap.wrap(cell, 14, break_long_words=False) for cell in row] for row in rows]
    widths = [
        max([len(line) for row in wrapped for line in row[n]] + [1]) for n in range(len(rows[0]))
    ]
    rule = cross + cross.join(dash * (width + 2) for width in widths) + cross
    # A later line on which no cell is empty looks like a row of its own, and is taken for one.
    assume(all(min(map(len, row)) < 2 for row in wrapped))
    body = [rule]
    for row in wrapped:
        for at in range(max(map(len, row))):
            cells = [
                (cell[at] if at < len(cell) else "").ljust(w)
                for cell, w in zip(row, widths, strict=True)
            ]
            body.append(f"{stroke} " + f" {stroke} ".join(cells) + f" {stroke}")
        body.append(rule)
    same(find_tables(around("\n".join(body)), in_text), rows)


@given(tables(), st.integers(2, 6), st.booleans())
def test_aligned_spaces(rows: Rows, gap: int, right: bool) -> None:
    widths = widths_of(rows)

    def put(cell: str, width: int, column: int) -> str:
        number = right and column and all(re.fullmatch(r"[\d,<*£-]*", r[column]) for r in rows[1:])
        return cell.rjust(width) if number else cell.ljust(width)

    lines = [
        (" " * gap)
        .join(put(c, w, n) for n, (c, w) in enumerate(zip(row, widths, strict=True)))
        .rstrip()
        for row in rows
    ]
    same(find_tables(around("\n".join(lines)), in_text), rows)


@given(tables(), st.data())
def test_web_page(rows: Rows, data: st.DataObject) -> None:
    """With heads or without, parts or none, cells in markup, white space as editors leave it."""
    headed, parted = data.draw(st.booleans()), data.draw(st.booleans())
    wraps = data.draw(
        st.sampled_from(["{}", "<p>{}</p>", "<b>{}</b>", "\n   {}\n  ", "<p> {}<br></p>"])
    )

    def line(row: list[str], tag: str) -> str:
        cells = (f"<{tag}>{wraps.format(html.escape(c))}</{tag}>" for c in row)
        return f"<tr>{''.join(cells)}</tr>\n"

    head = line(rows[0], "th" if headed else "td")
    body = "".join(line(row, "td") for row in rows[1:])
    if parted:
        head, body = f"<thead>{head}</thead>", f"<tbody>{body}</tbody>"
    page = (
        "<html><body><p>Please see the figures below.</p>"
        f"<table>{head}{body}</table><p>If you need more, please ask us.</p></body></html>"
    )
    document = read_html(page.encode())
    same(find_tables(document.text, document.place, document.grids), rows)


@given(tables(), st.data())
def test_web_page_with_merged_cells_and_lines_in_cells(rows: Rows, data: st.DataObject) -> None:
    """A cell that spans rows stands in each of them; a cell's lines stay lines."""
    merged = [list(row) for row in rows]
    for row in merged[1:]:
        for n, cell in enumerate(row):
            if " " in cell and data.draw(st.booleans()):
                row[n] = cell.replace(" ", "\n", 1)
    column = data.draw(st.integers(0, len(rows[0]) - 1))
    down = data.draw(st.integers(1, len(rows) - 1))
    for row in merged[2 : 1 + down]:
        row[column] = merged[1][column]
    assume(all(sum(bool(cell) for cell in row) > 1 for row in merged))
    lines = []
    for at, row in enumerate(merged):
        tag = "td" if at else "th"
        cells = []
        for n, cell in enumerate(row):
            if n == column and 1 < at < 1 + down:
                continue
            span = f" rowspan='{down}'" if n == column and at == 1 and down > 1 else ""
            text = html.escape(cell).replace("\n", data.draw(st.sampled_from(["<br>", "<br/>\n"])))
            cells.append(f"<{tag}{span}>{text}</{tag}>")
        lines.append(f"<tr>{''.join(cells)}</tr>")
    page = f"<html><body><p>See below.</p><table>{''.join(lines)}</table></body></html>"
    document = read_html(page.encode())
    same(find_tables(document.text, document.place, document.grids), merged)
