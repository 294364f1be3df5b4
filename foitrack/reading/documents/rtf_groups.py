"""The groups of a Rich Text file: what holds within each, and where its text goes."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from foitrack.reading.documents.flow import Block, raised
from foitrack.reading.documents.rtf_decoding import Decoder
from foitrack.reading.documents.rtf_tables import Stream
from foitrack.reading.documents.rtf_words import (
    BOXES,
    BULLETS,
    FEET,
    HEADS,
    MARKS,
    NOT_TEXT,
    STARRED,
)
from foitrack.reading.findings import UnreadableDocumentError

_DEEPEST = 2_000
_PAGE_FIELD = re.compile(r"\s*(?:PAGE|NUMPAGES|SECTIONPAGES)\b")
_OWN_STREAM = HEADS | FEET | BOXES | MARKS | {"footnote"}


@dataclass(frozen=True, slots=True)
class State:
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


@dataclass
class Groups:
    """The groups that are open, and what those that are over have left."""

    name: str
    body: Stream = field(default_factory=Stream)
    heads: list[Block] = field(default_factory=list)
    feet: list[Block] = field(default_factory=list)
    notes: list[Block] = field(default_factory=list)
    stack: list[State] = field(default_factory=list)
    starred: bool = False
    """Whether the group began with the mark for groups that may be skipped."""
    instruction: str = ""
    note_count: int = 0
    kept: dict[str, int] = field(
        default_factory=lambda: dict.fromkeys(("deleted", "hidden", "deletions", "comments"), 0)
    )
    whole: bool = False
    state: State = field(init=False)
    decoder: Decoder = field(init=False)

    def __post_init__(self) -> None:
        self.state = State(self.body)
        self.decoder = Decoder(self.say)

    def say(self, text: str) -> None:
        """Text of the group that is open."""
        state = self.state
        if state.skip or not text:
            return
        if state.deleted or state.hidden:
            self.kept["deleted" if state.deleted else "hidden"] += len(text)
            return
        state.stream.add(raised(text) if state.raised else text, bold=state.bold)

    def brace(self, *, opens: bool) -> None:
        """A group begins or ends. UnreadableDocumentError where they nest without end."""
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

    def _put(self, ended: State) -> None:
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

    def begins(self, word: str, starred: bool) -> bool:
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

    def set(self, **changes: object) -> None:
        """Something holds from here on, to the end of the group."""
        if any(getattr(self.state, name) != value for name, value in changes.items()):
            self.state = replace(self.state, **changes)  # type: ignore[arg-type]

    def delete(self, on: bool) -> None:
        """A passage deleted with changes tracked begins or ends."""
        self.kept["deletions"] += on and not self.state.deleted
        self.set(deleted=on)

    def mark_note(self) -> None:
        """The mark of a note: in the text, the number that the next note will have."""
        if self.state.stream is self.body:
            self.say(raised(str(self.note_count + 1)))
