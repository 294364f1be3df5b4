"""The list of bank holidays that a user put in place of the bundled one."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

NAME = "bank-holidays.json"


@dataclass(frozen=True, slots=True)
class StoredList:
    """GOV.UK's list as stored, and where it came from, in words."""

    holidays: Any
    source: str


def place() -> Path:
    """The file in the user's data folder."""
    from platformdirs import user_data_path

    return user_data_path("foitrack") / NAME


def stored_list() -> StoredList | None:
    """What the user put in place, or None; a file that cannot be trusted is as good as none."""
    from foitrack.law.bank_holidays import HolidayListError, read_govuk

    try:
        stored = json.loads(place().read_text("utf-8"))
        read_govuk(stored["holidays"])
        return StoredList(stored["holidays"], str(stored["source"]))
    except FileNotFoundError:
        return None
    except (OSError, ValueError, TypeError, KeyError, HolidayListError):
        # The bundled list is always there and was checked when it was bundled.
        return None


def store(holidays: Any, *, origin: str, on: date) -> Path:
    """Put a checked list in place, whole or not at all; where it lies."""
    path = place()
    path.parent.mkdir(parents=True, exist_ok=True)
    source = f"GOV.UK bank holidays, from {origin} on {on.isoformat()}"
    half = path.with_name(f"{path.name}.{os.getpid()}.new")
    text = json.dumps({"source": source, "holidays": holidays}, ensure_ascii=False, indent=1)
    half.write_text(text, "utf-8")
    half.replace(path)
    return path
