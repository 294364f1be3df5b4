"""What tesseract prints of a picture, as words with their boxes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest
from statistics import median

from foitrack.reading.documents.pdf_layout import Word

_LEAST_SURE = 25.0
_WORD_LEVEL, _LINE_LEVEL = "5", "4"
_STROKES = frozenset("|_=~[]{}\\/'`.,:;")
_LONGEST_STROKE, _THICKEST = 100.0, 8.0
_A_GUESS = 50.0


@dataclass(frozen=True, slots=True)
class Seen:
    """What was made out on a picture."""

    words: tuple[Word, ...]
    """Boxes in dots, from the top left."""
    line_height: float
    """Of a usual line of it, in dots."""
    rules: tuple[float, ...] = ()
    """The heights of long level strokes."""
    sureness: float = 0.0
    """How sure the letters are on the whole, to 100: what stands on its head is below 50."""
    weight: float = 0.0
    """How much was made out, by letters, each as it is sure."""
    upended: bool = False
    """Whether most letters stand in lines that run up or down."""


@dataclass(slots=True)
class _Letters:
    """Letters counted, as they are sure and as their lines run."""

    every: int = 0
    upended: int = 0
    sureness: float = 0.0
    weight: float = 0.0

    def add(self, letters: int, confidence: float, *, upended: bool) -> None:
        self.every += letters
        self.upended += letters if upended else 0
        self.sureness += letters * confidence
        self.weight += letters * max(0.0, confidence - _A_GUESS)


def parsed(printed: str) -> Seen:
    """Tesseract's table: one line a word, with the box of its line above it."""
    words: list[Word] = []
    heights: list[float] = []
    rules: list[float] = []
    counted = _Letters()
    top_of_line, end_of_line, upended = 0.0, 0.0, False
    for row in printed.splitlines()[1:]:
        cells = row.split("\t")
        if len(cells) < 12 or cells[0] not in (_LINE_LEVEL, _WORD_LEVEL):
            continue
        try:
            left, top, width, height, confidence = map(float, cells[6:11])
        except ValueError:
            continue
        text = "".join(cells[11].split())
        if cells[0] == _LINE_LEVEL:
            top_of_line, end_of_line, upended = top, top + height, height > width
            continue
        if text:
            counted.add(len(text), confidence, upended=upended)
        if not text and width > _LONGEST_STROKE and height < _THICKEST:
            rules.append(top + height / 2)
        elif text and confidence >= _LEAST_SURE and (text == "|" or not set(text) <= _STROKES):
            # All words of a line as high as it, as a PDF gives them.
            words.append(Word(text, (left, top_of_line, left + width, end_of_line)))
            heights.append(end_of_line - top_of_line)
    return Seen(
        tuple(_mended(words)),
        median(heights) if heights else 0.0,
        tuple(rules),
        counted.sureness / counted.every if counted.every else 0.0,
        counted.weight,
        counted.upended * 2 > counted.every,
    )


def _mended(words: Sequence[Word]) -> list[Word]:
    """The words, without strokes; an I taken for a stroke, and addresses torn at their @."""
    found: list[Word] = []
    for word, following in zip_longest(words, words[1:]):
        text, box = word
        before = found[-1] if found else None
        if text == "|":
            if following is None or not following.text[:1].islower():
                continue
            text = "I"
        beside = before is not None and before.box[1] == box[1]
        if before is not None and beside and (text.startswith("@") or before.text.endswith("@")):
            left, top, _, bottom = before.box
            found[-1] = Word(before.text + text, (left, top, box[2], bottom))
        else:
            found.append(Word(text, box))
    return found
