"""Rich Text files, with their tables; pictures, objects and programs in them are passed over."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from foitrack.reading.documents.base import Document
from foitrack.reading.documents.flow import Flow
from foitrack.reading.documents.flow_text import as_document
from foitrack.reading.documents.rtf_groups import Groups
from foitrack.reading.documents.rtf_tables import RowPlan
from foitrack.reading.documents.rtf_words import SIGNS, TOKEN, codec
from foitrack.reading.documents.unprinted import comments, deleted, hidden

_LONGEST_INSTRUCTION = 200
_READ_IN_SKIPPED = frozenset(["result", "ud"])


def read_rtf(data: bytes, name: str) -> Document:
    """A Rich Text file as a document.

    Raises UnreadableDocumentError where its groups are nested without end.
    """
    reader = _Reader(name)
    reader.read(data)
    return as_document("rtf", reader.flow())


@dataclass
class _Reader(Groups):
    """Reads the words of a file and does what they say."""

    plan: RowPlan = field(default_factory=RowPlan)
    inner_plan: RowPlan = field(default_factory=RowPlan)
    """The definition of a row in a table within a table."""

    def read(self, data: bytes) -> None:
        """All tokens of the file, in order."""
        at = max(0, data.find(b"{\\rtf"))
        while not self.whole and (token := TOKEN.match(data, at)):
            at = token.end()
            if (text := token["text"]) is not None:
                self._text(text)
            elif (word := token["word"]) is not None:
                number = int(token["number"]) if token["number"] else None
                if word == b"bin":
                    at += max(0, number or 0)
                else:
                    self._word(word.decode("ascii"), number)
            elif (brace := token["brace"]) is not None:
                self.brace(opens=brace == b"{")
            elif (sign := token["sign"]) is not None:
                self._sign(sign)
            elif token["hex"] is not None and not self.state.skip:
                self.decoder.byte(int(token["hex"], 16), self.state.font)
        self.decoder.settle(self.state.font)

    def flow(self) -> Flow:
        """What was read."""
        warnings = []
        if self.kept["deleted"]:
            warnings.append(deleted(self.kept["deletions"], self.kept["deleted"]))
        if self.kept["hidden"]:
            warnings.append(hidden(self.kept["hidden"]))
        if self.kept["comments"]:
            warnings.append(comments(self.kept["comments"]))
        if not self.whole:
            warnings.append("The file ends in the middle: it may have been cut short.")
            while self.stack:
                self.brace(opens=False)
        return Flow(self.body.finished(), self.heads, self.feet, self.notes, warnings)

    def _word(self, word: str, number: int | None) -> None:
        if word == "u":
            if number is not None and not self.state.skip:
                self.decoder.unit(number, self.state.fallback, self.state.font)
            return
        self.decoder.settle(self.state.font)
        starred, self.starred = self.starred, False
        if self.state.skip:
            if self.state.what == "fonttbl":
                self._font(word, number)
            elif word in _READ_IN_SKIPPED:
                self.state = replace(self.state, skip=False, what=word)
            return
        if self.begins(word, starred):
            return
        self.decoder.owed = 0
        if word in SIGNS:
            self.say(SIGNS[word])
        elif word in _DEEDS:
            _DEEDS[word](self, number)

    def _font(self, word: str, number: int | None) -> None:
        """The fonts' table: which character set each number means."""
        if number is None:
            return
        if word == "f":
            self.state = replace(self.state, font=number)
        elif word == "fcharset":
            self.decoder.fonts.setdefault(self.state.font, number)
        elif word == "cpg":
            self.decoder.fonts[self.state.font] = codec(number)

    def _text(self, text: bytes) -> None:
        if not self.state.skip:
            self.starred = False
            self.decoder.take(text, self.state.font)
        elif self.state.what == "fldinst" and len(self.instruction) < _LONGEST_INSTRUCTION:
            self.instruction += text[:_LONGEST_INSTRUCTION].decode("latin-1")

    def _sign(self, sign: bytes) -> None:
        if sign == b"*":
            self.starred = True
        elif not self.state.skip and not self.decoder.passes_over(sign):
            self.decoder.settle(self.state.font)
            # A line end that is escaped ends a paragraph, as \par does.
            if sign in (b"\n", b"\r"):
                self.state.stream.end_paragraph(self.state.depth)
            else:
                self.say(SIGNS.get(sign.decode("latin-1"), ""))

    @property
    def inner(self) -> bool:
        """Whether a row of a table within a table is being defined."""
        return self.state.what == "nesttableprops"

    @property
    def row_plan(self) -> RowPlan:
        """The definition of a row that is being given."""
        return self.inner_plan if self.inner else self.plan

    def begin_plan(self) -> None:
        """A row's definition begins."""
        if self.inner:
            self.inner_plan = RowPlan()
        else:
            self.plan = RowPlan()


def _end_paragraph(reader: _Reader, number: int | None) -> None:
    reader.state.stream.end_paragraph(reader.state.depth)


def _inner_depth(reader: _Reader) -> int:
    return max(2, reader.state.depth)


def _below(reader: _Reader, number: int | None) -> None:
    reader.row_plan.coming.below = True


def _beside(reader: _Reader, number: int | None) -> None:
    reader.row_plan.coming.beside = True


def _header(reader: _Reader, number: int | None) -> None:
    reader.row_plan.header = True


Deed = Callable[[_Reader, int | None], None]
_DEEDS: dict[str, Deed] = {
    "par": _end_paragraph,
    "sect": _end_paragraph,
    "pard": lambda r, n: r.set(depth=0),
    "intbl": lambda r, n: r.set(depth=max(1, r.state.depth)),
    "itap": lambda r, n: r.set(depth=max(0, n or 0)),
    "cell": lambda r, n: r.state.stream.end_cell(1),
    "nestcell": lambda r, n: r.state.stream.end_cell(_inner_depth(r)),
    "row": lambda r, n: r.state.stream.end_row(1, r.plan),
    "nestrow": lambda r, n: r.state.stream.end_row(_inner_depth(r), r.inner_plan),
    "trowd": lambda r, n: r.begin_plan(),
    "cellx": lambda r, n: r.row_plan.end_cell(n or 0),
    "clvmrg": _below,
    "clmrg": _beside,
    "trhdr": _header,
    "b": lambda r, n: r.set(bold=n != 0),
    "v": lambda r, n: r.set(hidden=n != 0),
    "deleted": lambda r, n: r.delete(n != 0),
    "super": lambda r, n: r.set(raised=n != 0),
    "nosupersub": lambda r, n: r.set(raised=False),
    "plain": lambda r, n: r.set(bold=False, hidden=False, deleted=False, raised=False),
    "f": lambda r, n: r.set(font=n or 0),
    "deff": lambda r, n: r.set(font=n or 0),
    "uc": lambda r, n: r.set(fallback=1 if n is None else n),
    "ansicpg": lambda r, n: r.decoder.use_page(n),
    "mac": lambda r, n: r.decoder.use_page(10000),
    "pc": lambda r, n: r.decoder.use_page(437),
    "pca": lambda r, n: r.decoder.use_page(850),
    "chftn": lambda r, n: r.mark_note(),
}
