"""Backups and what restoring one would change, as JSON."""

from __future__ import annotations

from typing import Any

from foitrack.desk.backup_words import backup_words, differences_words
from foitrack.desk.safety import Backup, Differences

__all__ = ["backup_shape", "backup_words", "differences_shape", "differences_words"]


def backup_shape(backup: Backup) -> dict[str, Any]:
    """A backup as JSON."""
    return {"path": str(backup.path), "at": backup.at.isoformat(), "reason": backup.reason}


def differences_shape(found: Differences) -> dict[str, Any]:
    """What restoring would change, as JSON."""
    return {
        "differences": {
            one.kind: {
                "gone": list(one.only_now),
                "back": list(one.only_then),
                "changed": list(one.changed),
            }
            for one in found.kinds
        },
        "missing_documents": list(found.missing),
    }
