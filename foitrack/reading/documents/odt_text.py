"""The text of an OpenDocument text: paragraphs and tables as they read with changes accepted."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from foitrack.reading.documents.flow import Block, Cell, FlowTable, Paragraph, TableRow, raised
from foitrack.reading.documents.odt_styles import LEVELS, Styles, number

_WHITE = re.compile(r"[ \t\r\n]+")
_SILENT = frozenset(
    ["office:annotation-end", "text:page-number", "text:page-count", "text:tracked-changes",
     "office:forms", "text:sequence-decls", "text:variable-decls", "text:user-field-decls",
     "svg:title", "svg:desc", "text:script", "text:ruby-text", "text:bookmark", "draw:object",
     "draw:object-ole", "draw:image", "text:soft-page-break", "table:table-column", "draw:param",
     "table:covered-table-cell", "office:event-listeners", "text:alphabetical-index-mark"]
)  # fmt: skip
_DRAWN = frozenset(
    ["draw:frame", "draw:text-box", "draw:custom-shape", "draw:rect", "draw:g", "draw:a",
     "draw:ellipse", "draw:line"]
)  # fmt: skip
_ROWS = frozenset(["table:table-rows", "table:table-row-group", "table:table-header-rows"])
_MOST_REPEATED = 1_000
_MOST_SPACES = 1_000


@dataclass
class Kept:
    """What the file holds and does not print."""

    hidden: int = 0
    comments: int = 0


@dataclass
class _Words:
    pieces: list[str] = field(default_factory=list)
    boxes: list[Block] = field(default_factory=list)
    bold: int = 0
    plain: int = 0

    def add(self, text: str, *, bold: bool) -> None:
        if text.startswith(" ") and (not self.pieces or self.pieces[-1].endswith((" ", "\n"))):
            # White space of the file's own layout stands once at most, and never first.
            text = text[1:]
        self.put(text, bold=bold)

    def put(self, text: str, *, bold: bool) -> None:
        if text:
            self.pieces.append(text)
            inked = len(text.strip())
            self.bold += inked if bold else 0
            self.plain += 0 if bold else inked


@dataclass(frozen=True, slots=True)
class _Look:
    bold: bool = False
    raised: bool = False
    hidden: bool = False


@dataclass
class _List:
    """A list that is open: its style, and how far each of its levels has counted."""

    style: str
    counter: list[int | None]
    level: int = 0


@dataclass
class Reader:
    """Reads paragraphs, lists and tables of one part of the file."""

    styles: Styles
    kept: Kept = field(default_factory=Kept)
    notes: list[Block] = field(default_factory=list)
    note_count: int = 0
    outline: list[int | None] = field(default_factory=lambda: [None] * LEVELS)
    by_style: dict[str, list[int | None]] = field(default_factory=dict)
    by_id: dict[str, list[int | None]] = field(default_factory=dict)

    def blocks(self, parent: Element) -> list[Block]:
        """The paragraphs and tables below an element."""
        found: list[Block] = []
        for child in parent:
            if child.tag in ("text:p", "text:h"):
                found += self._paragraph(child)
            elif child.tag == "text:list":
                found += self._list(child, None)
            elif child.tag == "table:table":
                found.append(self._table(child))
            elif child.tag in _DRAWN:
                found += self._boxes(child)
            elif child.tag == "office:annotation":
                self.kept.comments += 1
            elif child.get("text:display") in ("none", "condition"):
                self.kept.hidden += length(child)
            elif child.tag not in _SILENT:
                found += self.blocks(child)
        return found

    def _paragraph(self, paragraph: Element) -> list[Block]:
        style = paragraph.get("text:style-name", "")
        words = _Words()
        look = _Look(
            self.styles.says("paragraph", style, "bold"),
            self.styles.says("paragraph", style, "raised"),
            self.styles.says("paragraph", style, "hidden"),
        )
        self._inline(paragraph, words, look)
        text = "".join(words.pieces)
        mark = ""
        if paragraph.tag == "text:h" and text.strip():
            mark = self._outlined(paragraph)
        return [Paragraph(text, mark, words.bold > 0 and not words.plain), *words.boxes]

    def _outlined(self, heading: Element) -> str:
        """The number of a heading, where the document numbers its headings."""
        level = number(heading.get("text:outline-level"), 1) - 1
        if heading.get("text:is-list-header") == "true" or not 0 <= level < LEVELS:
            return ""
        self._count(self.outline, "text:outline-style", level, None)
        return self.styles.printed("text:outline-style", level, self.outline)

    def _count(self, counter: list[int | None], style: str, level: int, begin: str | None) -> None:
        before = counter[level]
        following = self.styles.start(style, level) if before is None else before + 1
        counter[level] = number(begin, following)
        counter[level + 1 :] = [None] * (LEVELS - level - 1)

    def _inline(self, parent: Element, words: _Words, look: _Look) -> None:
        self._say(parent.text, words, look)
        for child in parent:
            self._within(child, words, look)
            self._say(child.tail, words, look)

    def _say(self, text: str | None, words: _Words, look: _Look) -> None:
        if not text:
            return
        if look.hidden:
            self.kept.hidden += len(text)
            return
        plain = _WHITE.sub(" ", text)
        words.add(raised(plain) if look.raised else plain, bold=look.bold)

    def _within(self, child: Element, words: _Words, look: _Look) -> None:
        name = child.tag
        if name == "text:s":
            spaces = min(number(child.get("text:c"), 1), _MOST_SPACES)
            words.put(" " * spaces, bold=look.bold)
        elif name in ("text:tab", "text:line-break"):
            words.put("\t" if name == "text:tab" else "\n", bold=look.bold)
        elif name == "text:note":
            words.put(self._note(child), bold=look.bold)
        elif name == "office:annotation":
            self.kept.comments += 1
        elif name in ("text:hidden-text", "text:hidden-paragraph"):
            self.kept.hidden += len(child.get("text:string-value", "") or child.text or "")
        elif name in _DRAWN:
            words.boxes += self._boxes(child)
        elif name not in _SILENT:
            self._inline(child, words, self._looks(child, look))

    def _looks(self, span: Element, look: _Look) -> _Look:
        style = span.get("text:style-name")
        if span.tag != "text:span" or not style:
            return look
        said = self.styles.styles.get(("text", style))
        if said is None:
            return look
        bold = self.styles.says("text", style, "bold") or (look.bold and said.bold is None)
        return _Look(
            bold,
            look.raised or self.styles.says("text", style, "raised"),
            look.hidden or self.styles.says("text", style, "hidden"),
        )

    def _note(self, note: Element) -> str:
        """The mark of a note; the note itself goes to the others."""
        self.note_count += 1
        mark = raised(str(self.note_count))
        body = note.find("text:note-body")
        if body is not None:
            blocks = self.blocks(body)
            if blocks and isinstance(blocks[0], Paragraph):
                blocks[0].mark = mark
            self.notes += blocks
        return mark

    def _boxes(self, drawn: Element) -> list[Block]:
        return self.blocks(drawn)

    def _list(self, listed: Element, outer: _List | None) -> list[Block]:
        style = listed.get("text:style-name") or (outer.style if outer else "")
        if outer is None:
            current = _List(style, self._counter(listed, style))
        else:
            current = _List(style, outer.counter, min(outer.level + 1, LEVELS - 1))
        found: list[Block] = []
        for item in listed:
            if item.tag in ("text:list-item", "text:list-header"):
                found += self._item(item, current)
        return found

    def _counter(self, listed: Element, style: str) -> list[int | None]:
        """How far a list has counted: it may go on where another ended."""
        counter: list[int | None] | None = None
        if listed.get("text:continue-numbering") == "true":
            counter = self.by_style.get(style)
        if (earlier := listed.get("text:continue-list")) is not None:
            counter = self.by_id.get(earlier, counter)
        counter = [None] * LEVELS if counter is None else counter
        self.by_style[style] = counter
        self.by_id[listed.get("xml:id", "")] = counter
        return counter

    def _item(self, item: Element, current: _List) -> list[Block]:
        found: list[Block] = []
        numbered = item.tag == "text:list-header"
        for child in item:
            if child.tag == "text:list":
                found += self._list(child, current)
                continue
            if child.tag not in ("text:p", "text:h"):
                found += self.blocks(_alone(child))
                continue
            blocks = self._paragraph(child)
            first = blocks[0]
            if isinstance(first, Paragraph) and not numbered and first.text.strip():
                begin = item.get("text:start-value")
                self._count(current.counter, current.style, current.level, begin)
                first.mark = self.styles.printed(current.style, current.level, current.counter)
                numbered = True
            found += blocks
        return found

    def _table(self, table: Element) -> FlowTable:
        return FlowTable(self._rows(table, header=False))

    def _rows(self, parent: Element, *, header: bool) -> list[TableRow]:
        rows: list[TableRow] = []
        for child in parent:
            if child.tag in _ROWS:
                rows += self._rows(child, header=header or child.tag == "table:table-header-rows")
            elif child.tag == "table:table-row":
                if child.get("table:visibility") in ("collapse", "filter"):
                    self.kept.hidden += length(child)
                    continue
                times = number(child.get("table:number-rows-repeated"), 1)
                rows += [self._row(child, header)] * min(times, _MOST_REPEATED)
        return rows

    def _row(self, row: Element, header: bool) -> TableRow:
        cells: list[Cell] = []
        for child in row:
            if child.tag != "table:table-cell":
                continue
            times = number(child.get("table:number-columns-repeated"), 1)
            cell = Cell(
                self.blocks(child),
                min(max(1, number(child.get("table:number-columns-spanned"), 1)), _MOST_REPEATED),
                max(1, number(child.get("table:number-rows-spanned"), 1)),
            )
            cells += [cell] * min(times, _MOST_REPEATED)
        return TableRow(cells, header)


def _alone(child: Element) -> Element:
    holder = Element("holder")
    holder.append(child)
    return holder


def length(element: Element) -> int:
    """How many characters of text an element holds."""
    return sum(len(piece.strip()) for piece in element.itertext())
