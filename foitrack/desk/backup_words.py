"""Backups, and what restoring one would change, in words."""

from __future__ import annotations

from foitrack.desk.safety import Backup, Difference, Differences
from foitrack.law.wording import counted
from foitrack.saying import say

REASONS = {
    "by-hand": say("made by hand"),
    "closing": say("made on closing"),
    "daily": say("made daily"),
}
NAMED = 10
"""Things of one sort that are named; the rest is counted."""


def backup_words(backup: Backup) -> str:
    """A backup on a line."""
    why = REASONS.get(backup.reason, backup.reason.replace("-", " "))
    return say("{0} UTC, {1}", f"{backup.at:%Y-%m-%d %H:%M:%S}", why)


def kept_words(count: int, size: int) -> str:
    """How many backups there are and what they take: "3 backups, 1.2 MB"."""
    unit, each = ("GB", 1e9) if size >= 1e9 else ("MB", 1e6) if size >= 1e6 else ("kB", 1e3)
    return say("{0}, {1} {2}", counted(count, "backup"), f"{size / each:.3g}", unit)


def differences_words(found: Differences) -> list[str]:
    """What restoring would change, line by line."""
    lines = [line for one in found.kinds for line in _lines(one)]
    if found.missing:
        lines.append(say("Bytes missing from the backup: {0}", _names(found.missing)))
    return lines or [say("It holds what the case file holds now.")]


def _lines(one: Difference) -> list[str]:
    def told(names: tuple[str, ...]) -> tuple[str, str]:
        return counted(len(names), one.kind), _names(names)

    lines: list[str] = []
    if one.only_now:
        lines.append(say("{0} would be gone: {1}", *told(one.only_now)))
    if one.only_then:
        lines.append(say("{0} would come back: {1}", *told(one.only_then)))
    if one.changed:
        lines.append(say("{0} would be as then: {1}", *told(one.changed)))
    return lines


def _names(names: tuple[str, ...]) -> str:
    more = len(names) - NAMED
    listed = "; ".join(names[:NAMED])
    return say("{0}; and {1} more", listed, more) if more > 0 else listed
