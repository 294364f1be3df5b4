"""One who gives a case file a passphrase, changes it and takes it off, over and over: to be killed.

Run as `python -m tests.reliability.locksmith`, see `bear`. Each deed is noted before it begins and
after it returned, with the passphrase that holds then ("" for none).
"""

from __future__ import annotations

import json
import os
import sys
import traceback
from pathlib import Path

from foitrack.casefile import encryption
from foitrack.desk import protection

ROUNDS = 1000
"""Fewer than the program takes: the passphrase is not what is tried here."""


def work(path: Path, notes: Path, first: int) -> None:
    """Change what opens the file until killed; `first` tells with which of the three to begin."""
    handle = os.open(notes, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)

    def note(**what: object) -> None:
        os.write(handle, json.dumps(what).encode() + b"\n")

    if first % 3:
        protection.protect(path, _word(first - 1))
        note(done=_word(first - 1))
    note(ready=True)
    for number in range(first, first + 100_000):
        word = _word(number)
        note(begun=word)
        if word:
            protection.protect(path, word)
        else:
            protection.unprotect(path)
        note(done=word)


def _word(number: int) -> str:
    """One after the other a passphrase, another, and none."""
    return "" if number % 3 == 2 else f"passphrase {number}"


def bear() -> None:
    """For each line of JSON on standard input, a child that works until killed."""
    for line in sys.stdin:
        path, notes, first = json.loads(line)
        child = os.fork()
        if child == 0:
            try:
                work(Path(path), Path(notes), first)
            finally:
                traceback.print_exc()
                os._exit(1)
        print(child, flush=True)
        print(os.waitpid(child, 0)[1], flush=True)


if __name__ == "__main__":
    encryption.ROUNDS = ROUNDS
    encryption.driver()
    bear()
