"""The rows of a quoted request: their numbers, and whether they ask."""

from __future__ import annotations

import re

from foitrack.later import later
from foitrack.reading.response.voices import asks, names_a_wish

ITEM = later(
    r"[\s*•·o-]{0,8}(?:\(?(?:q(?:uestion)?\s*)?\d{1,2}\s*[.):]|\(?[a-z]\)|[•·*-])\s*", re.IGNORECASE
)
EDGES = " \t*_#>\"'•·-"
NUMBER = re.compile(r"\W{0,3}(?:q(?:uestion)? ?)?(\d{1,2}|[a-h]|[ivx]{1,4}) ?[.):]", re.IGNORECASE)
FIRSTS = ("1", "a", "i")
SENTENCE = re.compile(r"(?<=[a-z)][.?!])\s+(?=[A-Z])")
REACH = 12_000


def bare_item(line: str) -> str:
    return ITEM.sub("", line.strip(EDGES), count=1).strip()


def counted(line: str) -> int | None:
    """The number that a line begins with as an item of a list."""
    met = NUMBER.match(line.strip(EDGES))
    return int(met[1]) if met and met[1].isdigit() else None


def asking(line: str) -> bool:
    """Whether a line asks, or names what is wanted."""
    bare = bare_item(line)
    return bare.endswith("?") or asks(bare) or names_a_wish(bare)
