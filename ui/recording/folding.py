"""Which passages of a document are worth showing: those with finds, and a little around them.

Long passages where nothing was found fold to one line. Offsets are into the document's text;
`FoldedText` maps them to the text on screen and back.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

SHOWN_AROUND = 2
"""Lines kept before and after a find, for context."""
GAPLESS = 3_000
"""Characters in a row without a gap: no words, and a line of many thousands holds the window up."""
LONGEST = 1_500
"""Lines that open at once: a longer passage folds to several, so that none takes long to show."""
WORTH_FOLDING = 8
"""Shorter passages stay open: a fold that saves little only hides things."""


_GAPLESS = re.compile(rf"\S{{{GAPLESS}}}")
_LONGEST_LINE = 4_000
_LONG_LINE = re.compile(rf"([^\n]{{{_LONGEST_LINE},4999}}) ")
_LINE = re.compile(r"[^\n]*\n?")


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of whole lines, `start` to `end` in the document's text."""

    start: int
    end: int
    lines: int
    folded: bool
    about: str = ""
    """What a folded passage holds, where known: "your own request"."""
    sealed: bool = False
    """It stays folded: a line too long to be shown, and without words."""


def passages(
    text: str,
    finds: Iterable[tuple[int, int]],
    *,
    about: Sequence[tuple[int, int, str]] = (),
) -> tuple[Passage, ...]:
    """Split a text into passages shown and passages folded. Together they are the whole text.

    Where nothing was found, the text begins open: there is nothing better to show.
    """
    lines = _line_spans(text)
    starts = [span[0] for span in lines]
    finds = list(finds)
    keep = [not finds and number < LONGEST for number in range(len(lines))]
    within: set[int] = set()
    for start, end in finds:
        first, last = _lines_touched(starts, start, end)
        within.update(range(first, last + 1))
        for number in range(first - SHOWN_AROUND, last + SHOWN_AROUND + 1):
            if 0 <= number < len(keep):
                keep[number] = True
    return tuple(
        piece
        for run in _runs(text, lines, keep, about)
        for part in ([run] if run.folded else _without_gaps(text, lines, starts, run, within))
        for piece in apart(text, part)
    )


def apart(text: str, part: Passage) -> tuple[Passage, ...]:
    """An open passage, with lines that cannot be shown as sealed passages of their own."""
    if part.folded or not _GAPLESS.search(text, part.start, part.end):
        return (part,)
    made: list[Passage] = []
    for line in _LINE.finditer(text, part.start, part.end):
        start, end = line.span()
        sealed = _GAPLESS.search(text, start, end) is not None
        if made and not sealed and not made[-1].sealed:
            made[-1] = Passage(made[-1].start, end, made[-1].lines + 1, False)
        elif start < end:
            made.append(Passage(start, end, 1, sealed, sealed=sealed))
    return tuple(made)


def _without_gaps(
    text: str, lines: list[tuple[int, int]], starts: list[int], run: Passage, within: set[int]
) -> Iterable[Passage]:
    """A passage with each gap of several empty lines as a folded passage of its own."""
    first, last = _lines_touched(starts, run.start, run.end)
    gap = [
        number not in within and not text[slice(*lines[number])].strip()
        for number in range(first, last + 1)
    ]
    begin = 0
    for number in range(1, len(gap) + 1):
        if number < len(gap) and gap[number] == gap[begin]:
            continue
        start, end = lines[first + begin][0], lines[first + number - 1][1]
        many = gap[begin] and (number - begin > 1 or start == 0)
        yield Passage(start, end, 0 if gap[begin] else number - begin, many)
        begin = number


def _line_spans(text: str) -> list[tuple[int, int]]:
    spans, start = [], 0
    for line in text.splitlines(keepends=True):
        spans.append((start, start + len(line)))
        start += len(line)
    return spans


def _lines_touched(starts: list[int], start: int, end: int) -> tuple[int, int]:
    first = max(bisect_right(starts, start) - 1, 0)
    last = max(bisect_left(starts, max(end, start + 1)) - 1, first)
    return first, last


def _runs(
    text: str,
    lines: list[tuple[int, int]],
    keep: list[bool],
    about: Sequence[tuple[int, int, str]],
) -> Iterable[Passage]:
    first = 0
    for number in range(1, len(lines) + 1):
        as_before = number < len(lines) and keep[number] == keep[first]
        if as_before and (keep[first] or number - first < LONGEST):
            continue
        start, end = lines[first][0], lines[number - 1][1]
        written = sum(1 for a, b in lines[first:number] if text[a:b].strip())
        folded = not keep[first] and written >= WORTH_FOLDING
        yield Passage(start, end, written, folded, _about(start, end, about) if folded else "")
        first = number


def _about(start: int, end: int, about: Sequence[tuple[int, int, str]]) -> str:
    """The label that covers most of a passage, if one covers at least half of it."""
    best, covered = "", 0
    for a, b, label in about:
        shared = min(b, end) - max(a, start)
        if shared > covered:
            best, covered = label, shared
    return best if covered * 2 >= end - start else ""


def _in_short_lines(text: str) -> str:
    # Most texts have no such line, which this finds sooner than the expression.
    if all(len(line) <= _LONGEST_LINE for line in text.split("\n")):
        return text
    return _LONG_LINE.sub(r"\1\n", text)


class FoldedText:
    """A text as shown: open passages verbatim, folded ones as one line each."""

    def __init__(self, text: str, parts: Sequence[Passage], labels: Sequence[str]) -> None:
        """`labels` holds the line shown for each folded passage, in order of `parts`."""
        self.parts = tuple(parts)
        self._text = text
        pieces: list[str] = []
        self._shown_at: list[int] = []
        position = 0
        for part, label in zip(self.parts, labels, strict=True):
            # A very long line is broken at a space, which keeps every place where it is.
            whole = text[part.start : part.end] if not part.folded else ""
            piece = f"{label}\n" if part.folded else _in_short_lines(whole)
            self._shown_at.append(position)
            pieces.append(piece)
            position += len(piece)
        self.shown = "".join(pieces)

    def starts(self) -> tuple[int, ...]:
        """Where each passage begins on screen."""
        return tuple(self._shown_at)

    def to_shown(self, offset: int) -> int | None:
        """Where an offset of the document stands on screen; None inside a folded passage."""
        for part, at in zip(self.parts, self._shown_at, strict=True):
            if part.start <= offset < part.end or offset == part.end == self.parts[-1].end:
                return None if part.folded else at + offset - part.start
        return None

    def passage_at(self, offset: int) -> int | None:
        """The index of the passage that an offset of the document lies in."""
        for index, part in enumerate(self.parts):
            if part.start <= offset < part.end:
                return index
        return None

    def to_text(self, shown: int) -> int:
        """The offset of the document that stands at a place on screen, or after it."""
        index = max(bisect_right(self._shown_at, shown) - 1, 0)
        if not self.parts:
            return 0
        part = self.parts[index]
        return (
            part.end if part.folded else min(part.start + shown - self._shown_at[index], part.end)
        )

    def folded_at(self, shown: int) -> int | None:
        """The index of the folded passage whose line stands at a place on screen."""
        for index, (part, at) in enumerate(zip(self.parts, self._shown_at, strict=True)):
            following = self._shown_at[index + 1 :] or [len(self.shown) + 1]
            if part.folded and at <= shown < following[0]:
                return index
        return None

    def with_opened(self, index: int) -> tuple[Passage, ...]:
        """The passages with one of them opened; a sealed one stays as it is."""
        chosen = self.parts[index]
        if chosen.sealed:
            return self.parts
        opened = apart(self._text, replace(chosen, folded=False))
        return (*self.parts[:index], *opened, *self.parts[index + 1 :])
