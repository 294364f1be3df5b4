"""A case file spoilt at random, and whether that is noticed."""

from __future__ import annotations

import random
import shutil
from contextlib import closing
from enum import Enum
from pathlib import Path
from typing import Any

from foitrack.casefile import checking, storage
from foitrack.casefile.storage import CaseFileError
from tests.casefile.filling import dump


class Verdict(Enum):
    """What became of a fault."""

    FOUND = "found"
    HARMLESS = "harmless"
    LOST = "lost"


def spoil_and_look(
    whole: Path, folder: Path, chance: random.Random, wanted: dict[str, list[tuple[Any, ...]]]
) -> Verdict:
    """Spoil a copy of a closed case file; say whether that is found, or changed nothing."""
    folder.mkdir(exist_ok=True)
    path = folder / "case.foitrack"
    shutil.copy(whole, path)
    spoil(path, chance)
    spoilt = path.read_bytes()
    try:
        with closing(storage.open_case_file(path)) as case:
            if checking.check(case):
                verdict = Verdict.FOUND
            else:
                verdict = Verdict.HARMLESS if dump(case) == wanted else Verdict.LOST
    except CaseFileError:
        verdict = Verdict.FOUND
        assert path.read_bytes() == spoilt
    shutil.rmtree(folder)
    return verdict


def spoil(path: Path, chance: random.Random) -> None:
    """Flip a bit, or cut the file short, or blank a stretch of it."""
    size = path.stat().st_size
    kind = chance.choice(("bit", "bit", "bit", "cut", "blank"))
    with path.open("r+b") as file:
        if kind == "cut":
            file.truncate(chance.randrange(size))
            return
        at = chance.randrange(size)
        file.seek(at)
        if kind == "bit":
            [was] = file.read(1)
            file.seek(at)
            file.write(bytes([was ^ 1 << chance.randrange(8)]))
        else:
            file.write(bytes(min(chance.randrange(1, 5000), size - at)))
