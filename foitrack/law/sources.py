"""Where a date comes from, as a letter would cite it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from foitrack.law.regimes import Rules
from foitrack.law.terms import Regime

_OTHER = {
    "s45 Code 5": "part 5 of the section 45 Code of Practice",
    "SI 2009/1976 rr 22, 12": "rules 22 and 12 of the Tribunal's procedure rules (SI 2009/1976)",
    "ICO guidance": "the Information Commissioner's guidance",
    "SIC guidance": "the Scottish Information Commissioner's guidance",
}
_OURS = re.compile(r"(?:(FOIA|EIR|FOISA|EISR) )?([sr])(\d\S*)")
_INSTRUMENT = re.compile(r"(SI \S+) reg (\S+)")
_APPLIED = " as applied by "
_KINDS = {"s": "section", "r": "regulation"}


def formal(basis: str, rules: Rules) -> str:
    """A basis in full: "FOIA s10(1)" becomes "section 10(1) of the Freedom of Information …"."""
    if basis in _OTHER:
        return _OTHER[basis]
    numbers: dict[tuple[str, str], list[str]] = {}
    others: list[str] = []
    law = ""
    for part in basis.split(", "):
        ours = _OURS.fullmatch(part)
        if ours:
            # The law is said once, before the first of its provisions.
            law = ours[1] or law
            numbers.setdefault((law, ours[2]), []).append(ours[3])
        else:
            others.append(_other(part, rules))
    named = [
        f"{_KINDS[kind]}{'s' if found[1:] else ''} {listed(found)} "
        f"of the {rules.of(Regime(law)).title}"
        for (law, kind), found in numbers.items()
    ]
    return listed([*named, *others])


def _other(part: str, rules: Rules) -> str:
    if _APPLIED in part:
        applied, by = part.split(_APPLIED, 1)
        return f"{formal(applied, rules)}{_APPLIED}{formal(by, rules)}"
    instrument = _INSTRUMENT.fullmatch(part)
    if instrument:
        return f"regulation {instrument[2]} of {instrument[1]}"
    return _OTHER.get(part, part)


def listed(parts: Sequence[str]) -> str:
    """Parts as a sentence lists them: "a, b and c"."""
    return " and ".join(part for part in (", ".join(parts[:-1]), *parts[-1:]) if part)
