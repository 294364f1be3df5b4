"""Text read off pictures of pages by tesseract, where it is installed: words with their boxes."""

from __future__ import annotations

import io
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from foitrack.reading.documents.pages import Page
from foitrack.reading.documents.pdf_layout import Word, lines_of
from foitrack.reading.documents.programs import ProgramError, find_program, run_program
from foitrack.reading.findings import UnreadableDocumentError

if TYPE_CHECKING:
    from PIL.Image import Image

PAGE_SECONDS = 60.0
ALL_SECONDS = 240.0
MOST_DOTS = 40_000_000
_LANGUAGES = ("eng", "cym")
_LEAST_SURE = 25.0
_WORD_LEVEL, _LINE_LEVEL = "5", "4"
_POINTS_A_LINE = 12.0
_STROKES = frozenset("|_=~[]{}\\/'`.,:;")
_LONGEST_STROKE, _THICKEST = 100.0, 8.0


@dataclass(frozen=True, slots=True)
class Seen:
    """What was made out on a picture."""

    words: tuple[Word, ...]
    """Boxes in dots, from the top left."""
    line_height: float
    """Of a usual line of it, in dots."""
    rules: tuple[float, ...] = ()
    """The heights of long level strokes."""


@dataclass
class Recogniser:
    """Reads pictures one after another, in a folder of its own and within a time for all."""

    folder: Path
    program: Path
    languages: tuple[str, ...]
    until: float = field(default_factory=lambda: time.monotonic() + ALL_SECONDS)

    @property
    def has_time(self) -> bool:
        """Whether there is time for a further page."""
        return time.monotonic() < self.until

    def page(self, image: Image, points_a_dot: float | None = None) -> Page:
        """A picture as a page, in points; without a scale, as if set in 12 points.

        The page has no lines where nothing can be made out or the program fails.
        """
        ready, enlarged = _made_ready(image)
        seen = self._look(ready)
        scale = _POINTS_A_LINE / max(seen.line_height, 1.0)
        if points_a_dot is not None:
            scale = points_a_dot / enlarged
        rules = sorted({round(rule * scale) for rule in seen.rules})
        lines = lines_of([_scaled(word, scale) for word in seen.words])
        return Page(lines, rules, ready.height * scale, dots_a_point=1 / (scale * enlarged))

    def _look(self, image: Image) -> Seen:
        stream = io.BytesIO()
        image.save(stream, "PPM")
        left = min(PAGE_SECONDS, max(1.0, self.until - time.monotonic()))
        try:
            printed = run_program(
                self.program,
                ["stdin", "stdout", "-l", "+".join(self.languages), "--psm", "3", "tsv"],
                seconds=left,
                folder=self.folder,
                given=stream.getvalue(),
                environment={"OMP_THREAD_LIMIT": "1"},
            )
        except ProgramError:
            return Seen((), 0.0)
        return _parsed(printed.decode("utf-8", errors="replace"))


def recogniser(folder: Path) -> Recogniser | None:
    """What reads pictures here; None where tesseract is not installed."""
    program = find_program("tesseract")
    if program is None:
        return None
    installed = _languages_of(program, folder)
    languages = tuple(one for one in _LANGUAGES if one in installed)
    return Recogniser(folder, program, languages) if languages else None


def is_installed() -> bool:
    """Whether pictures can be read here."""
    return find_program("tesseract") is not None


def _languages_of(program: Path, folder: Path) -> frozenset[str]:
    try:
        printed = run_program(program, ["--list-langs"], seconds=20.0, folder=folder)
    except ProgramError:
        return frozenset()
    return frozenset(printed.decode("utf-8", errors="replace").split())


def missing(name: str) -> UnreadableDocumentError:
    """For a picture where nothing reads pictures."""
    return UnreadableDocumentError(
        "needs-program",
        f"“{name}” looks like a picture of a page. Pictures are read with tesseract, which is not "
        "installed here: install it and read the file again, or put in the values by hand. The "
        "file itself is kept and unharmed.",
    )


def doubt(pages: str) -> str:
    """A warning for text that a machine read off pictures; `pages` says where ("page 2")."""
    return f"The text of {pages} was read off a picture by machine: compare each value with it."


def _made_ready(image: Image) -> tuple[Image, float]:
    """The picture in grey, at a size that letters are made out at; and how much larger it is."""
    from PIL import Image as Images

    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        over = image.convert("RGBA")
        ground = Images.new("RGBA", over.size, "white")
        image = Images.alpha_composite(ground, over)
    if image.mode.startswith("I") or image.mode == "F":
        image = _in_256_shades(image.convert("F"))
    grey = image.convert("L")
    scale = _enlarged(grey)
    if scale != 1.0:
        size = max(1, round(grey.width * scale)), max(1, round(grey.height * scale))
        grey = grey.resize(size, Images.Resampling.LANCZOS)
    return grey, scale


def _in_256_shades(image: Image) -> Image:
    """Pictures of finer shades, from their darkest to their lightest."""
    low, high = image.getextrema()
    if not isinstance(low, float | int) or not isinstance(high, float | int) or high <= low:
        return image
    by = 255.0 / (high - low)
    return image.point(lambda dot: dot * by - low * by)


def _enlarged(image: Image) -> float:
    """Pictures of a screen are enlarged; those beyond what is read at once, made smaller."""
    dots = image.width * image.height
    scale = 2.0 if max(image.size) < 1_800 else 1.0
    return scale if dots * scale * scale <= MOST_DOTS else (MOST_DOTS / dots) ** 0.5


def _parsed(printed: str) -> Seen:
    """Tesseract's table: one line a word, with the box of its line above it."""
    words: list[Word] = []
    heights: list[float] = []
    rules: list[float] = []
    top_of_line, end_of_line = 0.0, 0.0
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
            top_of_line, end_of_line = top, top + height
        elif not text and width > _LONGEST_STROKE and height < _THICKEST:
            rules.append(top + height / 2)
        elif text and confidence >= _LEAST_SURE and (text == "|" or not set(text) <= _STROKES):
            # All words of a line as high as it, as a PDF gives them.
            words.append(Word(text, (left, top_of_line, left + width, end_of_line)))
            heights.append(end_of_line - top_of_line)
    return Seen(tuple(_mended(words)), median(heights) if heights else 0.0, tuple(rules))


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


def _scaled(word: Word, by: float) -> Word:
    left, top, right, bottom = word.box
    return Word(word.text, (left * by, top * by, right * by, bottom * by))
