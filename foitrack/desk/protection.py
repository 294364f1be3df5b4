"""Case files that open only with a passphrase: giving one, changing it, taking it off."""

from __future__ import annotations

from pathlib import Path

from foitrack.casefile import encryption, protecting, sqlite
from foitrack.casefile.encryption import PassphraseNeededError, WrongPassphraseError
from foitrack.casefile.troubles import CaseFileError
from foitrack.progress import Progress

__all__ = [
    "SHORT",
    "PassphraseNeededError",
    "WrongPassphraseError",
    "can_protect",
    "hint",
    "is_protected",
    "protect",
    "unlock",
    "unprotect",
]

SHORT, LONG = 12, 20
"""Letters of a passphrase: fewer are soon guessed by a machine; so many are not."""
NO_WAY_BACK = (
    "If the passphrase is lost, nobody can open the case file or its backups again: not you, and "
    "not the makers of this program."
)


def can_protect() -> bool:
    """Whether what protects case files is installed."""
    return encryption.is_there()


def is_protected(path: Path) -> bool:
    """Whether a file opens only with a passphrase."""
    return encryption.may_be_protected(path)


def unlock(path: Path, passphrase: str) -> None:
    """Take a passphrase for this run; WrongPassphraseError where it does not open the file."""
    encryption.unlock(path, passphrase)


def protect(path: Path, passphrase: str, progress: Progress | None = None) -> None:
    """Protect a closed case file, also with another passphrase than before.

    CaseFileError where it is no case file or open elsewhere, CancelledError where it was stopped;
    it is as it was then.
    """
    sqlite.open_file(path).dispose()
    protecting.protect(path, passphrase, progress)


def unprotect(path: Path, progress: Progress | None = None) -> None:
    """Write a closed case file so that it opens without a passphrase; errors as for `protect`."""
    sqlite.open_file(path).dispose()
    if not is_protected(path):
        raise CaseFileError(f"{path} has no passphrase. Nothing was changed.")
    protecting.unprotect(path, progress)


def hint(passphrase: str) -> str:
    """How good a passphrase is, by its length alone; empty where nothing is typed."""
    if not passphrase:
        return ""
    if len(passphrase) < SHORT:
        return f"Short: a machine can guess it. Take {LONG} letters or more, such as four words."
    if len(passphrase) < LONG:
        return f"Fair. {LONG} letters or more are better, such as four words."
    return "Long enough."
