"""The name under which the history keeps what this person does in the window."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ui.remembered import recall, remember

if TYPE_CHECKING:
    from foitrack.desk.desk import Desk

LONGEST = 80


def chosen_name() -> str:
    """The name that was chosen; empty where this computer's user name is to be used."""
    return recall("own-name")


def choose_name(name: str) -> None:
    """Use a name from now on; an empty one is this computer's user name again.

    What the history holds already stays under the name of its time.
    """
    remember("own-name", " ".join(name.split())[:LONGEST])


def under_own_name(desk: Desk) -> Desk:
    """The same desk, at which steps are made under the name that was chosen."""
    return replace(desk, who=lambda: _name(desk))


def _name(desk: Desk) -> str:
    return chosen_name() or desk.who()
