"""Kills who changes a passphrase; looks whether the file is whole, by the old or the new one."""

from __future__ import annotations

import json
import random
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from foitrack.casefile import checking, encryption
from foitrack.casefile.encryption import WrongPassphraseError
from foitrack.casefile.storage import open_case_file
from tests.casefile.filling import dump
from tests.reliability import locksmith
from tests.reliability.nursery import Nursery


@dataclass(frozen=True, slots=True)
class Found:
    """What was found after a kill."""

    done: int
    """Deeds that were acknowledged."""
    opens_with: str | None
    """The passphrase that opens it, "" for none; None where none that may does."""
    whole: bool
    """Whether every row and byte is as before, and `check` finds nothing."""
    left: tuple[str, ...]
    """Files that were left beside it and stay once it has been opened."""


class KillingLocksmiths:
    """Locksmiths who are killed, one after the other."""

    def __init__(self) -> None:
        self._nursery = Nursery("tests.reliability.locksmith")
        encryption.ROUNDS = locksmith.ROUNDS

    def close(self) -> None:
        """Let no more be born."""
        self._nursery.close()

    def kill_one(self, path: Path, seed: int, longest: float = 0.6) -> Found:
        """Let one work on a copy of a case file, kill it some moments later, and look."""
        chance = random.Random(seed)
        with closing(open_case_file(path)) as case:
            wanted = dump(case)
        folder = path.parent / f"locksmith {seed}"
        folder.mkdir()
        place, notes = folder / "case.foitrack", path.with_name("notes")
        place.write_bytes(path.read_bytes())
        place.chmod(0o600)
        notes.unlink(missing_ok=True)
        first = chance.randrange(3, 3000)
        self._nursery.kill_one([str(place), str(notes), first], notes, chance.uniform(0, longest))
        return _look(place, notes, wanted)


def _look(path: Path, notes: Path, wanted: object) -> Found:
    lines = [json.loads(line) for line in notes.read_bytes().splitlines() if line.endswith(b"}")]
    done = [line["done"] for line in lines if "done" in line]
    deeds = len(done) - ("done" in lines[0])
    may = [done[-1] if done else ""]
    if "begun" in lines[-1]:
        may.append(lines[-1]["begun"])
    encryption.forget()
    opens = next((word for word in may if _opens(path, word)), None)
    if opens is None:
        return Found(deeds, None, False, ())
    with closing(open_case_file(path)) as case:
        whole = checking.check(case) == () and dump(case) == wanted
    left = tuple(sorted(one.name for one in path.parent.iterdir() if one != path))
    encryption.forget()
    return Found(deeds, opens, whole, left)


def _opens(path: Path, word: str) -> bool:
    if not word:
        return path.read_bytes().startswith(encryption.PLAIN)
    try:
        encryption.unlock(path, word)
    except WrongPassphraseError:
        return False
    return encryption.may_be_protected(path)
