"""What a case file is called in the window, on this computer or on a server."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def is_server(place: str) -> bool:
    """Whether a case file lies on a server and not on this computer."""
    return "://" in place and not place.startswith("sqlite")


def name_of(place: str) -> str:
    """A case file's name for the window's title: "requests", "cases on db.example"."""
    if not is_server(place):
        return Path(place).stem
    from foitrack.desk.servers import place_of

    return place_of(place).said()


def stored(place: str) -> tuple[str, str]:
    """Where a case file is kept, in a sentence, and its path or address."""
    if not is_server(place):
        return translate("Team", "Stored on this computer"), place
    said = translate("Team", "Stored on your team's server: {0}").format(name_of(place))
    return said, place.rsplit("@", 1)[-1]
