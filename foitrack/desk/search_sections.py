"""Sections as a person types them, "s40(2)", spelt out as letters print them."""

from __future__ import annotations

import re

_SHORT = re.compile(
    r"(?<!\S)(?P<what>s|r|reg)\.?(?P<number>\d{1,3}[a-z]?(?:\(\w{1,4}\))*)(?!\S)", re.IGNORECASE
)


def spelt_out(typed: str) -> str:
    """What was typed, with "s40(2)" as “section 40(2)” and "r12" as “regulation 12”."""
    return _SHORT.sub(_in_full, typed)


def _in_full(found: re.Match[str]) -> str:
    what = "section" if found["what"].lower() == "s" else "regulation"
    return f'"{what} {found["number"]}"'
