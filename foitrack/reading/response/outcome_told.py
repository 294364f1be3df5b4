"""Where a letter says most of its outcome."""

from __future__ import annotations

from collections.abc import Sequence

from foitrack.law.terms import Outcome
from foitrack.reading.findings import Finding, Place
from foitrack.reading.prose import Span
from foitrack.reading.response.outcome import Decision
from foitrack.reading.response.signs import Sign, Signal

_TELLING: dict[Outcome, tuple[Sign, ...]] = {
    Outcome.DISCLOSED: (Sign.ALL, Sign.GIVEN, Sign.FIGURE, Sign.ANSWERS, Sign.HOLDS),
    Outcome.PART_DISCLOSED: (
        Sign.SOME,
        Sign.REFUSED,
        Sign.NOT_HELD,
        Sign.NCND,
        Sign.COST,
        Sign.GIVEN,
    ),
    Outcome.REFUSED: (Sign.REFUSED,),
    Outcome.NOT_HELD: (Sign.NOT_HELD,),
    Outcome.NEITHER_CONFIRM_NOR_DENY: (Sign.NCND,),
    Outcome.COST_LIMIT: (Sign.COST, Sign.REFUSED),
    Outcome.VEXATIOUS: (Sign.VEXATIOUS, Sign.REFUSED),
    Outcome.REPEATED: (Sign.REPEATED, Sign.REFUSED),
}


def outcome_finding(
    text: str, told: Sequence[Signal], decided: Decision, shown: Span | None
) -> Finding:
    """The outcome as a finding, at the sentence, or else the table, that says most of it."""
    best = telling(told, decided.outcome) or decided.at or shown
    place = Place(start=best.start, end=best.end) if best else Place()
    printed = " ".join(best.of(text).split()) if best else ""
    return Finding(
        "outcome",
        decided.outcome.value,
        printed,
        place,
        decided.why,
        certainty=decided.certainty,
    )


def telling(told: Sequence[Signal], outcome: Outcome) -> Span | None:
    """The sentence that says most of an outcome."""
    for sign in _TELLING[outcome]:
        for signal in told:
            if signal.sign is sign:
                return signal.span
    return None
