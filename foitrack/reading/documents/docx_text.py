"""The text of a Word file: paragraphs and tables as they read when all is shown as final."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from foitrack.reading.documents.docx_pale import PAPER, ground_of, is_unseen
from foitrack.reading.documents.docx_parts import Parts, as_level, switched
from foitrack.reading.documents.docx_signs import form_field, symbol, text_of
from foitrack.reading.documents.flow import Block, Cell, FlowTable, Paragraph, TableRow, raised
from foitrack.reading.documents.xml_tree import within

_GROUPS = frozenset(
    ["w:hyperlink", "w:smartTag", "w:customXml", "w:ins", "w:moveTo", "w:fldSimple", "w:bdo",
     "w:dir", "w:sdt", "w:sdtContent", "m:oMath", "m:oMathPara", "w:ruby", "w:rubyBase"]
)  # fmt: skip
_GONE = frozenset(["w:del", "w:moveFrom", "w:cellDel"])
_SIGNS = {
    "w:tab": "\t", "w:ptab": "\t", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "\u2011",
}  # fmt: skip
_DRAWN = frozenset(["w:drawing", "w:pict", "w:object", "mc:AlternateContent"])
_PAGE_FIELD = re.compile(r"\s*(?:PAGE|NUMPAGES|SECTIONPAGES)\b")
_WHITE = re.compile(r"[\t\r\n]")
MOST_SPANNED = 400


@dataclass
class Kept:
    """What the file still holds and does not print, as counts of characters and passages."""

    deleted: int = 0
    deletions: int = 0
    hidden: int = 0
    pale: int = 0
    """In the colour of what is behind it, or too small to be read."""
    foreign: int = 0
    """Passages of another format (a web page, another document) set into this one."""


@dataclass
class _Words:
    """A paragraph while it is read."""

    pieces: list[str] = field(default_factory=list)
    boxes: list[Block] = field(default_factory=list)
    fields: list[str] = field(default_factory=list)
    """The instruction of each field that is open."""
    plain: int = 0
    bold: int = 0

    def add(self, text: str, *, bold: bool) -> None:
        self.pieces.append(text)
        inked = len(text.strip())
        self.plain += 0 if bold else inked
        self.bold += inked if bold else 0


@dataclass
class Reader:
    """Reads the paragraphs and tables of a part, and counts what it does not print."""

    parts: Parts
    kept: Kept = field(default_factory=Kept)
    notes: list[tuple[str, str]] = field(default_factory=list)
    """The notes referred to: "footnote" or "endnote", and its number in the file."""
    ground: str | None = PAPER
    """The colour behind what is being read; None where it cannot be told."""

    def blocks(self, parent: Element) -> list[Block]:
        """The paragraphs and tables below an element."""
        found: list[Block] = []
        carried = ""
        for child in self._content(parent):
            if child.tag == "w:tbl":
                found.append(self._table(child))
            elif child.tag == "w:altChunk":
                self.kept.foreign += 1
            else:
                paragraph, boxes = self._paragraph(child)
                paragraph.text, carried = carried + paragraph.text, ""
                if within(child, "w:pPr", "w:rPr", "w:del") is not None:
                    # Its end was deleted: the next paragraph goes on in the same line.
                    carried = paragraph.text
                    found += boxes
                    continue
                found += [paragraph, *boxes]
        return [*found, Paragraph(carried)] if carried else found

    def _content(self, parent: Element) -> Iterator[Element]:
        for child in parent:
            if child.tag in ("w:p", "w:tbl", "w:altChunk"):
                yield child
            elif child.tag == "mc:AlternateContent":
                yield from self._content(_chosen(child))
            elif child.tag in _GROUPS:
                yield from self._content(child)
            elif child.tag in _GONE:
                self._delete(child)

    @contextmanager
    def _on(self, properties: Element | None, style: str = "") -> Iterator[None]:
        """What is read meanwhile stands on the ground that some properties lay."""
        before = self.ground
        shaded = self.parts.style(style, "shaded")
        self.ground = ground_of(properties, None if shaded else before)
        yield
        self.ground = before

    def _table(self, table: Element) -> FlowTable:
        properties = within(table, "w:tblPr")
        with self._on(properties, text_of(properties, "w:tblStyle")):
            return FlowTable(self._rows(table))

    def _rows(self, table: Element) -> list[TableRow]:
        rows = []
        for row in _inside(table, "w:tr"):
            properties = within(row, "w:trPr")
            if within(properties, "w:del") is not None:
                self._delete(row)
            elif switched(properties, "w:hidden"):
                self.kept.hidden += _length(row)
            else:
                rows.append(self._row(row, properties))
        return rows

    def _row(self, row: Element, properties: Element | None) -> TableRow:
        cells = [Cell(across=n) for n in (_span(properties, "w:gridBefore", 0),) if n]
        for cell in _inside(row, "w:tc"):
            own = within(cell, "w:tcPr")
            if within(own, "w:cellDel") is not None:
                self._delete(cell)
                continue
            merged, beside = within(own, "w:vMerge"), within(own, "w:hMerge")
            if beside is not None and beside.get("w:val") != "restart" and cells:
                cells[-1].across += _span(own, "w:gridSpan", 1)
                continue
            below = merged is not None and merged.get("w:val", "continue") != "restart"
            with self._on(own):
                blocks = self.blocks(cell)
            cells.append(Cell(blocks, _span(own, "w:gridSpan", 1), continues=below))
        cells += [Cell(across=n) for n in (_span(properties, "w:gridAfter", 0),) if n]
        return TableRow(cells, bool(switched(properties, "w:tblHeader")))

    def _paragraph(self, paragraph: Element) -> tuple[Paragraph, list[Block]]:
        properties = within(paragraph, "w:pPr")
        named = within(properties, "w:pStyle")
        style = self.parts.usual if named is None else named.get("w:val", "")
        words = _Words()
        with self._on(properties, style):
            self._runs(paragraph, words, style)
        text = "".join(words.pieces)
        mark = self._mark(properties, style) if text.strip() else ""
        return Paragraph(text, mark, words.bold > 0 and not words.plain), words.boxes

    def _mark(self, properties: Element | None, style: str) -> str:
        own = within(properties, "w:numPr")
        numbering, level = within(own, "w:numId"), within(own, "w:ilvl")
        number = self.parts.style(style, "numbering") if numbering is None else None
        if numbering is not None:
            number = numbering.get("w:val", "")
        at = as_level(level.get("w:val")) if level is not None else None
        if at is None:
            of_style = self.parts.style(style, "level")
            at = of_style if isinstance(of_style, int) else 0
        return self.parts.lists.mark(number, at) if isinstance(number, str) else ""

    def _runs(self, parent: Element, words: _Words, style: str) -> None:
        for child in parent:
            if child.tag in ("w:r", "m:r"):
                self._run(child, words, style)
            elif child.tag in _GONE:
                self._delete(child)
            elif child.tag == "mc:AlternateContent":
                self._runs(_chosen(child), words, style)
            elif child.tag == "w:fldSimple" and _PAGE_FIELD.match(child.get("w:instr", "")):
                continue
            elif child.tag in _GROUPS or child.tag.startswith("m:"):
                self._runs(child, words, style)

    def _run(self, run: Element, words: _Words, style: str) -> None:
        properties = within(run, "w:rPr")
        named = within(properties, "w:rStyle")
        own = "" if named is None else named.get("w:val", "")
        if self._said(properties, "w:vanish", (own, style), "hidden"):
            self.kept.hidden += _length(run)
            return
        if is_unseen(properties, (own, style), self.parts, self.ground) and _length(run):
            self.kept.pale += _length(run)
            return
        bold = self._said(properties, "w:b", (own, style), "bold")
        raise_it = text_of(properties, "w:vertAlign") == "superscript"
        for child in run:
            if child.tag in _DRAWN:
                words.boxes += self._boxes(child)
                continue
            text = self._of_run(child, words)
            if text:
                words.add(raised(text) if raise_it else text, bold=bold)

    def _said(
        self, properties: Element | None, name: str, styles: tuple[str, ...], said: str
    ) -> bool:
        """A switch of a run: its own, else its style's, else its paragraph's style's."""
        own = switched(properties, name)
        if own is not None:
            return own
        told = (self.parts.style(style, said) for style in styles if style)
        return bool(next((answer for answer in told if answer is not None), False))

    def _of_run(self, child: Element, words: _Words) -> str:
        """What one piece of a run prints; fields and notes are kept account of on the way."""
        name = child.tag
        if name == "w:fldChar":
            _turn_field(child.get("w:fldCharType", ""), words.fields)
            return form_field(child)
        if name == "w:instrText":
            if words.fields:
                words.fields[-1] += child.text or ""
            return ""
        if any(_PAGE_FIELD.match(instruction) for instruction in words.fields):
            return ""
        if name in ("w:t", "m:t"):
            return _WHITE.sub(" ", child.text or "")
        if name in ("w:footnoteReference", "w:endnoteReference"):
            return self._note(name[2:].removesuffix("Reference"), child.get("w:id", ""))
        if name == "w:delText":
            self.kept.deleted += len(child.text or "")
        return _SIGNS.get(name, "") if name != "w:sym" else symbol(child)

    def _note(self, kind: str, number: str) -> str:
        if (kind, number) not in self.notes:
            self.notes.append((kind, number))
        return raised(str(self.notes.index((kind, number)) + 1))

    def _boxes(self, drawn: Element) -> list[Block]:
        """The text boxes within a drawing: each once, though the file holds it twice."""
        found: list[Block] = []
        todo = [drawn]
        while todo:
            element = todo.pop()
            if element.tag == "w:txbxContent":
                before, self.ground = self.ground, None
                found += self.blocks(element)
                self.ground = before
            elif element.tag == "mc:AlternateContent":
                todo.append(_chosen(element))
            else:
                todo += list(element)[::-1]
        return found

    def _delete(self, element: Element) -> None:
        length = _length(element)
        self.kept.deleted += length
        self.kept.deletions += length > 0


def _chosen(alternatives: Element) -> Element:
    """The first of the ways in which a thing is given: newer programs' before older ones'."""
    for name in ("mc:Choice", "mc:Fallback"):
        found = alternatives.find(name)
        if found is not None and len(found):
            return found
    return Element("none")


def _inside(element: Element, name: str) -> Iterator[Element]:
    """The rows of a table or cells of a row, also where a form's field is wrapped around them."""
    for child in element:
        if child.tag == name:
            yield child
        elif child.tag in _GROUPS:
            yield from _inside(child, name)


def _length(element: Element) -> int:
    return sum(len(e.text or "") for e in element.iter() if e.tag in ("w:t", "w:delText"))


def _span(properties: Element | None, name: str, otherwise: int) -> int:
    text = text_of(properties, name)
    if not (len(text) < 5 and text.isdecimal()):
        return otherwise
    return min(max(int(text), otherwise), MOST_SPANNED)


def _turn_field(turn: str, fields: list[str]) -> None:
    if turn == "begin":
        fields.append("")
    elif turn == "end" and fields:
        fields.pop()
