"""Backups, and what restoring one would change, in words."""

from __future__ import annotations

from foitrack.desk.safety import Backup, Difference, Differences
from foitrack.law.wording import counted

REASONS = {"by-hand": "made by hand", "closing": "made on closing", "daily": "made daily"}
NAMED = 10
"""Things of one sort that are named; the rest is counted."""


def backup_words(backup: Backup) -> str:
    """A backup on a line."""
    why = REASONS.get(backup.reason, backup.reason.replace("-", " "))
    return f"{backup.at:%Y-%m-%d %H:%M:%S} UTC, {why}"


def kept_words(count: int, size: int) -> str:
    """How many backups there are and what they take: "3 backups, 1.2 MB"."""
    unit, each = ("GB", 1e9) if size >= 1e9 else ("MB", 1e6) if size >= 1e6 else ("kB", 1e3)
    return f"{counted(count, 'backup')}, {size / each:.3g} {unit}"


def differences_words(found: Differences) -> list[str]:
    """What restoring would change, line by line."""
    lines = [line for one in found.kinds for line in _lines(one)]
    if found.missing:
        lines.append(f"Bytes missing from the backup: {_names(found.missing)}")
    return lines or ["It holds what the case file holds now."]


def _lines(one: Difference) -> list[str]:
    parts = (
        ("would be gone", one.only_now),
        ("would come back", one.only_then),
        ("would be as then", one.changed),
    )
    return [
        f"{counted(len(names), one.kind)} {what}: {_names(names)}" for what, names in parts if names
    ]


def _names(names: tuple[str, ...]) -> str:
    more = len(names) - NAMED
    return "; ".join(names[:NAMED]) + (f"; and {more} more" if more > 0 else "")
