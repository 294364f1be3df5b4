"""The same letter in other clothes: wrapped, in other encodings, as a web page, as a PDF."""

from __future__ import annotations

import html
import io
import re
import textwrap

_IN_COLUMNS = re.compile(r"\S {3,}\S")
"""A line set in columns by spaces, which only letters of one width keep apart."""
_GAPS = re.compile(r" {3,}")
_AS_WIDE_AS_A_PAGE = 85


def paragraphs(letter: str) -> list[str]:
    """The letter's lines that are not blank: each is a paragraph, or a line of an address."""
    return [line for line in letter.split("\n") if line.strip()]


def wrapped(letter: str, width: int = 76) -> bytes:
    """Long lines broken at a width, as mail programs do; tables and short lines as they are."""
    rows = []
    for line in letter.split("\n"):
        whole = len(line) <= width or "\t" in line or line.startswith("|")
        rows += (
            [line]
            if whole
            else textwrap.wrap(line, width, break_long_words=False, break_on_hyphens=False)
        )
    return "\n".join(rows).encode()


def windows(letter: str) -> bytes:
    """As Windows programs of old save it."""
    return letter.replace("\n", "\r\n").encode("cp1252")


def utf16(letter: str) -> bytes:
    """As some mail archives save it, with its mark."""
    return letter.encode("utf-16")


def page(letter: str) -> bytes:
    """A saved web page with the furniture such pages have."""
    body = []
    table: list[list[str]] = []
    for line in [*letter.split("\n"), ""]:
        cells = cells_of(line)
        if cells:
            table.append(cells)
            continue
        if line.strip() and set(line.strip()) <= set("|-: "):
            continue
        if table:
            body.append(_html_table(table))
            table = []
        if line.strip():
            body.append(f"<p>{html.escape(line)}</p>")
    return (
        "<!doctype html><html><head><meta charset='utf-8'><title>Disclosure</title>"
        "<script>var reference = 'FOI 1';</script></head><body>"
        "<div class='cookie-banner'><p>We use cookies. Section 40(2) cookies.</p></div>"
        "<a class='skip-link' href='#main'>Skip to content</a>"
        "<nav><a href='/'>Request an internal review</a></nav>"
        f"<main id='main'>{''.join(body)}</main>"
        "<form id='page-feedback'><p>Was this page useful?</p></form></body></html>"
    ).encode()


def cells_of(line: str) -> list[str]:
    """The cells of a line that holds a table's row; empty for any other line."""
    if "\t" in line:
        return line.split("\t")
    bare = line.strip()
    if bare.startswith("|") and bare.endswith("|") and not set(bare) <= set("|-: "):
        return [cell.strip() for cell in bare.strip("|").split("|")]
    apart = _GAPS.split(bare)
    return apart if len(apart) > 2 else []


def _html_table(rows: list[list[str]]) -> str:
    def cells(row: list[str], tag: str) -> str:
        return "".join(f"<{tag}>{html.escape(cell)}</{tag}>" for cell in row)

    head, *body = rows
    lines = [f"<tr>{cells(head, 'th')}</tr>", *(f"<tr>{cells(row, 'td')}</tr>" for row in body)]
    return f"<table>{''.join(lines)}</table>"


def pdf(letter: str, *, ruled: bool = False) -> bytes:
    """A PDF with a text layer, as a word processor makes it."""
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Paragraph, Preformatted, SimpleDocTemplate, Spacer

    style, typed = getSampleStyleSheet()["Normal"], getSampleStyleSheet()["Code"]
    if max(map(len, letter.split("\n"))) in range(95, 135):
        # Lines broken already stay as they are.
        style.fontSize = 7.5
    flow: list[object] = []
    table: list[list[str]] = []
    for line in [*letter.split("\n"), ""]:
        cells = cells_of(line)
        if cells:
            table.append(cells)
            continue
        if line.strip() and set(line.strip()) <= set("|-: "):
            continue
        if table:
            flow += [pdf_table(table, ruled=ruled), Spacer(1, 12)]
            table = []
        if _IN_COLUMNS.search(line) and len(line) < _AS_WIDE_AS_A_PAGE:
            flow.append(Preformatted(line, typed))
        else:
            flow.append(Paragraph(html.escape(line), style) if line.strip() else Spacer(1, 10))
    stream = io.BytesIO()
    SimpleDocTemplate(stream).build(flow)
    return stream.getvalue()


def pdf_table(rows: list[list[str]], *, ruled: bool, widths: list[float] | None = None) -> object:
    """A table whose cells wrap in their columns."""
    from reportlab.lib import colors
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Paragraph, Table

    style = getSampleStyleSheet()["Normal"]
    cells = [[Paragraph(html.escape(cell), style) for cell in row] for row in rows]
    table = Table(cells, colWidths=widths, repeatRows=1)
    commands: list[tuple[object, ...]] = [("VALIGN", (0, 0), (-1, -1), "TOP")]
    if ruled:
        commands.append(("GRID", (0, 0), (-1, -1), 0.5, colors.black))
    table.setStyle(commands)
    return table
