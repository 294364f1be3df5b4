"""Saving what can be read of a damaged case file into a new one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from foitrack import passphrases
from foitrack.casefile import backups, damage, encryption, kept_elsewhere
from foitrack.casefile.damage import Saved
from foitrack.casefile.encryption import PassphraseNeededError, WrongPassphraseError
from foitrack.casefile.history import unused_contents
from foitrack.casefile.kept_documents import DocumentFolder
from foitrack.casefile.models import Content
from foitrack.casefile.storage import open_case_file
from foitrack.casefile.troubles import in_plain_words
from foitrack.desk import responses, safety
from foitrack.desk.desk import Desk
from foitrack.desk.reference import Reference

__all__ = ["Saved", "rescue"]

KINDS = ((b"%PDF", "pdf"), (b"PK\x03\x04", "zip"), (b"\x89PNG", "png"), (b"\xff\xd8\xff", "jpg"))
"""How some documents begin, and what their names end with."""


def rescue(damaged: Path, to: Path, reference: Reference) -> Saved:
    """Save what can be read of a damaged case file into a new one; the old one is not touched.

    Spoilt documents come from the backups. One with a passphrase is saved with the same. Raises
    CaseFileError where the new place is taken or nothing can be read.
    """
    known = kept_elsewhere.backups_of(damaged)
    _have_a_key(damaged, known)
    readable = [one for one in known if not encryption.is_locked(one.path)]
    keys = [encryption.key_for(one.path) for one in readable]
    if not encryption.is_locked(damaged):
        keys.insert(0, encryption.key_for(damaged))
    saved = damage.rescue(
        damaged, to, _documents(readable), [key for key in dict.fromkeys(keys) if key]
    )
    desk = Desk(open_case_file(to), reference)
    try:
        nameless = _keep_nameless(desk)
        safety.check(desk, mend=True)
    finally:
        desk.close()
    return replace(saved, nameless=nameless)


def _have_a_key(damaged: Path, known: Sequence[backups.Backup]) -> None:
    """Ask for the passphrase of a file that nothing is known of; one of its backups may know it."""
    if not encryption.is_locked(damaged):
        return
    given = passphrases.for_file(damaged)
    if given is None:
        if _one_is_open(known):
            return
        raise PassphraseNeededError(damaged)
    for path in (damaged, *(one.path for one in known)):
        try:
            with in_plain_words(path):
                encryption.unlock(path, given)
            return
        except WrongPassphraseError:
            continue
    raise WrongPassphraseError(damaged)


def _one_is_open(known: Sequence[backups.Backup]) -> bool:
    """Whether a protected backup can be read."""
    return any(
        encryption.may_be_protected(one.path) and not encryption.is_locked(one.path)
        for one in known
    )


def _documents(readable: Sequence[backups.Backup]) -> list[DocumentFolder]:
    """The folders of documents, each once for each key."""
    folders = {(one.path.parent, encryption.key_for(one.path)): one for one in readable}
    return [one.documents for one in folders.values()]


def _keep_nameless(desk: Desk) -> int:
    """Have documents whose records were lost wait under “What came in”; how many there are."""
    with desk.case.reading() as session:
        unused = sorted(unused_contents(session))
    for number, sha256 in enumerate(unused, 1):
        with desk.case.reading() as session:
            content = session.get(Content, sha256)
            data = content.bytes if content is not None else b""
        ending = next((name for begins, name in KINDS if data.startswith(begins)), "bin")
        responses.keep(desk, f"saved document {number}.{ending}", data, None)
    return len(unused)
