"""Where a passphrase comes from when a protected file is opened: a file named, or a person.

Never an argument of a command: those can be seen by every user of the computer and stay in the
shell's history.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

from foitrack.errors import PlainError
from foitrack.saying import say

VARIABLE = "FOITRACK_PASSPHRASE_FILE"
_MOST = 10_000
Ask = Callable[[Path], str | None]


class PassphraseFileError(PlainError):
    """The file that should hold the passphrase cannot be used."""


def _nobody(_path: Path) -> str | None:
    return None


_ask: Ask = _nobody


def ask_by(ask: Ask | None) -> None:
    """Who is asked where no file is named; None: nobody, whoever opens is told it is needed."""
    global _ask
    _ask = ask or _nobody


def for_file(path: Path) -> str | None:
    """The passphrase to try on a file; None where nobody gives one."""
    return from_file() or _ask(path)


def from_file() -> str | None:
    """What the file named in FOITRACK_PASSPHRASE_FILE holds, without the line's end."""
    named = os.environ.get(VARIABLE)
    return first_line(Path(named)) if named else None


def first_line(file_named: Path) -> str:
    """The passphrase that a file holds. PassphraseFileError where it holds none."""
    try:
        with file_named.open("rb") as file:
            text = file.read(_MOST).decode("utf-8")
    except (OSError, ValueError) as problem:
        reason = getattr(problem, "strerror", None) or "it is not text"
        raise PassphraseFileError(
            say(
                "The passphrase cannot be read from the file named for it ({0}). Nothing was "
                "changed.",
                reason,
            )
        ) from None
    found = text.split("\n")[0].removesuffix("\r")
    if not found:
        raise PassphraseFileError(
            "The first line of the file named for the passphrase is empty. Nothing was changed."
        )
    return found


def on_terminal() -> bool:
    """Whether a person can be asked where the program was called."""
    return sys.stdin is not None and sys.stdin.isatty()


def typed(prompt: str) -> str:
    """What a person types without its being shown."""
    import getpass

    return getpass.getpass(prompt)


def ask_on_terminal(path: Path) -> str | None:
    """Ask the person who called the program; None where nobody is there."""
    return typed(f"Passphrase of {path.name}: ") if on_terminal() else None
