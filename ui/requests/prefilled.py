"""What New request may begin with, where a person comes from a campaign or an authority."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Prefilled:
    """Words for the fields, and authorities by name: one is chosen, several are ticked."""

    title: str = ""
    wording: str = ""
    campaign: str = ""
    names: tuple[str, ...] = ()
