"""The texts of the guide as they ship, their headings, and which section explains which page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtGui import QTextBlock, QTextDocument

from foitrack import assets

GUIDE = "user-guide.md"
TEXTS = (GUIDE, "command-line.md", "export-format.md")
"""What can be read in the window; a link to anything else is not followed."""
SECTIONS = {
    "today": "today",
    "requests": "the-list-of-requests",
    "deadlines": "deadlines",
    "casedata": "case-data",
    "reports": "reports",
    "campaign": "campaigns",
    "authorities": "authorities",
    "settings": "settings",
    "schema": "columns-and-words",
    "recording": "recording-a-response",
    "arrivals": "recording-a-response",
    "help": "",
}
"""The section of the guide for each page of the window."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in the guide: which text, and the anchor of one of its headings; empty: its top."""

    text: str = GUIDE
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a text: 1 the title, 2 a section, 3 a part of one."""

    level: int
    words: str
    anchor: str
    block: int
    """The number of its block in the document."""


def read(text: str) -> str:
    """A text of the guide, in Markdown; KeyError where it is none of ours."""
    if text not in TEXTS:
        raise KeyError(text)
    return assets.guide_text(text).read_text("utf-8")


def spot_of(link: str, shown: str) -> Spot | None:
    """Where a link of the text that is shown leads; None where it leads out of the guide."""
    text, _, anchor = link.partition("#")
    text = text.removeprefix("./") or shown
    return Spot(text, anchor) if text in TEXTS else None


def anchor_of(words: str) -> str:
    """The anchor of a heading, as other readers of Markdown make it."""
    return re.sub(r"[^\w\- ]", "", words.strip().lower()).replace(" ", "-")


def headings(document: QTextDocument) -> tuple[Heading, ...]:
    """The headings of a text, in order; of two with the same words the second counts on."""
    seen: dict[str, int] = {}
    found = []
    for block in _blocks(document):
        level = block.blockFormat().headingLevel()
        if level:
            anchor = anchor_of(block.text())
            again = seen[anchor] = seen.get(anchor, -1) + 1
            anchor = f"{anchor}-{again}" if again else anchor
            found.append(Heading(level, block.text(), anchor, block.blockNumber()))
    return tuple(found)


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()
