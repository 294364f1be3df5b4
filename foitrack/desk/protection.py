"""Case files that open only with a passphrase: giving one, changing it, taking it off."""

from __future__ import annotations

from pathlib import Path

from foitrack.casefile import encryption, kept_elsewhere, protecting, sqlite
from foitrack.casefile.encryption import PassphraseNeededError, WrongPassphraseError
from foitrack.casefile.troubles import CaseFileError, in_plain_words
from foitrack.progress import Progress
from foitrack.saying import say

__all__ = [
    "SHORT",
    "DamagedFileError",
    "PassphraseNeededError",
    "WrongPassphraseError",
    "can_protect",
    "hint",
    "is_protected",
    "protect",
    "unlock",
    "unprotect",
]


class DamagedFileError(CaseFileError):
    """A protected file whose beginning is spoilt, so that nothing opens it."""


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
    """Take a passphrase for this run; WrongPassphraseError where it does not open the file.

    DamagedFileError where it opens the newest backup: then it is right, and the file is spoilt.
    """
    try:
        with in_plain_words(path):
            encryption.unlock(path, passphrase)
    except WrongPassphraseError:
        if not _opens_newest_backup(path, passphrase):
            raise
        raise DamagedFileError(
            say(
                "{0} does not open with this passphrase, but its newest backup does. So either "
                "the beginning of the file is damaged, or this is a passphrase that it had "
                "before. Nothing was changed.",
                path,
            )
        ) from None


def _opens_newest_backup(path: Path, passphrase: str) -> bool:
    newest = next(iter(kept_elsewhere.backups_of(path)), None)
    if newest is None or not encryption.may_be_protected(newest.path):
        return False
    try:
        with in_plain_words(newest.path):
            encryption.unlock(newest.path, passphrase)
    except CaseFileError:
        return False
    return True


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
        raise CaseFileError(say("{0} has no passphrase. Nothing was changed.", path))
    protecting.unprotect(path, progress)


def hint(passphrase: str) -> str:
    """How good a passphrase is, by its length alone; empty where nothing is typed."""
    if not passphrase:
        return ""
    if len(passphrase) < SHORT:
        return say(
            "Short: a machine can guess it. Take {0} letters or more, such as four words.", LONG
        )
    if len(passphrase) < LONG:
        return say("Fair. {0} letters or more are better, such as four words.", LONG)
    return say("Long enough.")
