"""Text read off pictures of pages by tesseract, where it is installed: words with their boxes."""

from __future__ import annotations

import io
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from foitrack.reading.documents.ocr_turned import upright
from foitrack.reading.documents.ocr_words import Seen, parsed
from foitrack.reading.documents.pages import Page
from foitrack.reading.documents.pdf_layout import Word, lines_of
from foitrack.reading.documents.pdf_turned import Turn
from foitrack.reading.documents.programs import ProgramError, find_program, run_program
from foitrack.reading.findings import UnreadableDocumentError

if TYPE_CHECKING:
    from PIL.Image import Image

PAGE_SECONDS = 60.0
ALL_SECONDS = 240.0
MOST_DOTS = 40_000_000
_LANGUAGES = ("eng", "cym")
_POINTS_A_LINE = 12.0


@dataclass
class Recogniser:
    """Reads pictures one after another, in a folder of its own and within a time for all."""

    folder: Path
    program: Path
    languages: tuple[str, ...]
    until: float = field(default_factory=lambda: time.monotonic() + ALL_SECONDS)
    turned: int = 0
    """How the page before stood, in quarters of a turn against the clock: the next may as well."""

    @property
    def has_time(self) -> bool:
        """Whether there is time for a further page."""
        return time.monotonic() < self.until

    def page(self, image: Image, points_a_dot: float | None = None) -> Page:
        """A picture as a page, in points; without a scale, as if set in 12 points.

        The page has no lines where nothing can be made out or the program fails.
        """
        ready, enlarged = _made_ready(image)
        until = min(self.until, time.monotonic() + PAGE_SECONDS)
        seen, self.turned = upright(
            ready, self.turned, self._look, lambda: time.monotonic() < until
        )
        scale = _POINTS_A_LINE / max(seen.line_height, 1.0)
        if points_a_dot is not None:
            scale = points_a_dot / enlarged
        rules = sorted({round(rule * scale) for rule in seen.rules})
        lines = lines_of([_scaled(word, scale) for word in seen.words])
        turn = Turn(self.turned, self.turned, ready.width * scale, ready.height * scale)
        return Page(
            lines,
            rules,
            turn.upright_size[1],
            dots_a_point=1 / (scale * enlarged),
            turn=turn if self.turned else None,
        )

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
        return parsed(printed.decode("utf-8", errors="replace"))


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


def _scaled(word: Word, by: float) -> Word:
    left, top, right, bottom = word.box
    return Word(word.text, (left * by, top * by, right * by, bottom * by))
