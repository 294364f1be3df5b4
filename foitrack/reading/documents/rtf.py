"""Rich Text files, with their tables; pictures, objects and programs in them are passed over."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from foitrack.reading.documents.base import Document
from foitrack.reading.documents.flow import Block, Flow, raised
from foitrack.reading.documents.flow_text import as_document
from foitrack.reading.documents.rtf_decoding import Decoder
from foitrack.reading.documents.rtf_tables import RowPlan, Stream
from foitrack.reading.documents.rtf_words import (
    BOXES,
    BULLETS,
    FEET,
    HEADS,
    MARKS,
    NOT_TEXT,
    SIGNS,
    STARRED,
    TOKEN,
    codec,
)
from foitrack.reading.documents.unprinted import comments, deleted, hidden
from foitrack.reading.findings import UnreadableDocumentError

_DEEPEST = 2_000
_LONGEST_INSTRUCTION = 200
_PAGE_FIELD = re.compile(r"\s*(?:PAGE|NUMPAGES|SECTIONPAGES)\b")
_OWN_STREAM = HEADS | FEET | BOXES | MARKS | {"footnote"}
_READ_IN_SKIPPED = frozenset(["result", "ud"])


@dataclass(frozen=True, slots=True)
class _State:
    """What holds within a group and ends with it."""

    stream: Stream
    what: str = ""
    """The kind of group, where it is none of running text."""
    skip: bool = False
    bold: bool = False
    hidden: bool = False
    deleted: bool = False
    raised: bool = False
    font: int = -1
    fallback: int = 1
    depth: int = 0
    """How deep in tables the paragraph stands."""


def read_rtf(data: bytes, name: str) -> Document:
    """A Rich Text file as a document.

    Raises UnreadableDocumentError where its groups are nested without end.
    """
    reader = _Reader(name)
    reader.read(data)
    return as_document("rtf", reader.flow())


@dataclass
class _Reader:
    name: str
    body: Stream = field(default_factory=Stream)
    heads: list[Block] = field(default_factory=list)
    feet: list[Block] = field(default_factory=list)
    notes: list[Block] = field(default_factory=list)
    stack: list[_State] = field(default_factory=list)
    starred: bool = False
    """Whether the group began with the mark for groups that may be skipped."""
    plan: RowPlan = field(default_factory=RowPlan)
    inner_plan: RowPlan = field(default_factory=RowPlan)
    """The definition of a row in a table within a table."""
    instruction: str = ""
    note_count: int = 0
    kept: dict[str, int] = field(
        default_factory=lambda: dict.fromkeys(("deleted", "hidden", "deletions", "comments"), 0)
    )
    whole: bool = False
    state: _State = field(init=False)
    decoder: Decoder = field(init=False)

    def __post_init__(self) -> None:
        self.state = _State(self.body)
        self.decoder = Decoder(self.say)

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
                self._brace(opens=brace == b"{")
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
                self._brace(opens=False)
        return Flow(self.body.finished(), self.heads, self.feet, self.notes, warnings)

    def say(self, text: str) -> None:
        """Text of the group that is open."""
        state = self.state
        if state.skip or not text:
            return
        if state.deleted or state.hidden:
            self.kept["deleted" if state.deleted else "hidden"] += len(text)
            return
        state.stream.add(raised(text) if state.raised else text, bold=state.bold)

    def _brace(self, *, opens: bool) -> None:
        self.decoder.settle(self.state.font)
        self.decoder.owed = 0
        self.starred = False
        if opens:
            if len(self.stack) >= _DEEPEST:
                raise UnreadableDocumentError(
                    "damaged",
                    f"“{self.name}” is a Rich Text file nested without end: it is damaged. "
                    "Ask for the file again.",
                )
            self.stack.append(self.state)
            self.state = replace(self.state, what=self.state.what if self.state.skip else "")
        elif self.stack:
            ended, self.state = self.state, self.stack.pop()
            if ended.stream is not self.state.stream:
                self._put(ended)
            self.whole = not self.stack

    def _put(self, ended: _State) -> None:
        """A group with a stream of its own is over: what it gathered goes where it belongs."""
        if ended.what in MARKS:
            mark = "".join(ended.stream.pieces).strip()
            self.state.stream.mark = "•" if mark in BULLETS else mark
            return
        blocks = ended.stream.finished()
        if ended.what in HEADS:
            self.heads += blocks
        elif ended.what in FEET:
            self.feet += blocks
        elif ended.what == "footnote":
            self.notes += blocks
        else:
            self.state.stream.boxes += blocks

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
        if self._begins(word, starred):
            return
        self.decoder.owed = 0
        if word in SIGNS:
            self.say(SIGNS[word])
        elif word in _DEEDS:
            _DEEDS[word](self, number)

    def _begins(self, word: str, starred: bool) -> bool:
        """Whether a word says what kind of group this is; the group begins then."""
        state = self.state
        if word in _OWN_STREAM:
            self._begin_stream(word)
        elif word in ("annotation", "fonttbl") or word in NOT_TEXT:
            self.kept["comments"] += word == "annotation"
            self.instruction = "" if word == "fldinst" else self.instruction
            self.state = replace(state, skip=True, what=word)
        elif word == "fldrslt":
            self.state = replace(state, skip=bool(_PAGE_FIELD.match(self.instruction)))
        elif word in STARRED or starred:
            self.state = replace(state, skip=word not in STARRED, what=word)
        else:
            return False
        return True

    def _begin_stream(self, word: str) -> None:
        stream = Stream()
        if word == "footnote":
            self.note_count += 1
            stream.mark = raised(str(self.note_count))
        self.state = replace(
            self.state, stream=stream, what=word, bold=False, raised=False, depth=0
        )

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

    def set(self, **changes: object) -> None:
        """Something holds from here on, to the end of the group."""
        if any(getattr(self.state, name) != value for name, value in changes.items()):
            self.state = replace(self.state, **changes)  # type: ignore[arg-type]

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

    def delete(self, on: bool) -> None:
        """A passage deleted with changes tracked begins or ends."""
        self.kept["deletions"] += on and not self.state.deleted
        self.set(deleted=on)

    def mark_note(self) -> None:
        """The mark of a note: in the text, the number that the next note will have."""
        if self.state.stream is self.body:
            self.say(raised(str(self.note_count + 1)))


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
