"""All that a translator is asked for, found in the sources once for all tests of a process."""

from __future__ import annotations

import runpy
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from foitrack.reading.collecting import without_collecting

SCRIPT = Path(__file__).parents[1] / "packaging" / "words.py"


@cache
def script() -> dict[str, Any]:
    return runpy.run_path(str(SCRIPT))


@cache
def every_word() -> tuple[str, ...]:
    look: Callable[[], list[str]] = script()["every_word"]
    # Hundreds of thousands of small parts of sources: to look through them for rubbish takes long.
    with without_collecting():
        return tuple(look())
