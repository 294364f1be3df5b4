"""A second look at the kind of a letter and at its outcome, by the wording of the whole.

Sentence by sentence a phrase may be taken for what it is not. Where the words of the letter as a
whole are surely those of another kind of letter, that is proposed, and a person is asked to look.
"""

from __future__ import annotations

from collections.abc import Mapping

from foitrack.law.terms import LetterKind, Outcome
from foitrack.law.wording import LETTER_WORDS, OUTCOME_WORDS
from foitrack.reading.findings import Certainty, Finding, Place
from foitrack.reading.likeness import Likely, Likeness
from foitrack.reading.response.outcome import Decision
from foitrack.reading.response.sign import Sign

_KIND = {Certainty.FOUND: 0.85, Certainty.CHECK: 0.5}
_OUTCOME = {Certainty.FOUND: 0.9, Certainty.CHECK: 0.7}
"""How likely another value must be for it to be proposed, by how sure the first look was; where
the sentences tell none, it is as where they hardly do.
"""
_ACTS = {
    Outcome.COST_LIMIT: Sign.COST,
    Outcome.VEXATIOUS: Sign.VEXATIOUS,
    Outcome.REPEATED: Sign.REPEATED,
}
_GIVES = (Outcome.DISCLOSED, Outcome.PART_DISCLOSED)


class SecondLook:
    """What the wording of one letter's own words says of its fields."""

    def __init__(
        self, likeness: Mapping[str, Likeness], said: str, *, shown: bool, asked: bool
    ) -> None:
        """`shown`: the letter shows a table of data; `asked`: it quotes what was asked."""
        self._likeness = likeness
        self._said = said
        self._weighed: dict[str, Likely | None] = {}
        self._shown = shown
        self._marks = (
            "(table)" if shown else "(no table)",
            "(request)" if asked else "(no request)",
        )

    def at_kind(self, letter: Finding | None, text: str) -> Finding | None:
        """The kind of letter: as it was found, or else the one that its wording surely has."""
        if letter is None or letter.value == LetterKind.OTHER:
            return letter  # What speaks of no request is none, whatever words it uses.
        likely = self._other_than(letter.value, "letter", _KIND[letter.certainty])
        if likely is None:
            return letter
        span = self._likeness["letter"].telling(self._said, likely.value)
        why = _why(LETTER_WORDS[LetterKind(likely.value)], LETTER_WORDS[LetterKind(letter.value)])
        return Finding(
            "letter",
            likely.value,
            " ".join(span.of(text).split()) if span else "",
            Place(start=span.start, end=span.end) if span else Place(),
            why,
            certainty=Certainty.CHECK,
        )

    def at_outcome(self, decided: Decision | None, *, exempting: bool) -> Decision | None:
        """The outcome: as it was decided, or else the one that the wording surely has.

        `exempting`: the letter relies on a provision, so that it does not give all.
        """
        first = decided.outcome.value if decided else None
        least = _OUTCOME[decided.certainty if decided else Certainty.CHECK]
        likely = self._other_than(first, "outcome", least)
        if likely is None:
            return decided
        outcome = Outcome(likely.value)
        gives_all, gives_nothing = outcome is Outcome.DISCLOSED, outcome not in _GIVES
        if (self._shown and gives_nothing) or (exempting and gives_all):
            return decided
        why = f"Its wording as a whole is that of “{OUTCOME_WORDS[outcome]}”. Please look."
        if decided is not None:
            why = _why(OUTCOME_WORDS[outcome], OUTCOME_WORDS[decided.outcome])
        span = self._likeness["outcome"].telling(self._said, likely.value)
        return Decision(outcome, why, Certainty.CHECK, span)

    def acts(self) -> frozenset[Sign]:
        """What the whole surely does by an act of law, whichever sentence says so."""
        likely = self._likely("outcome")
        surely = likely is not None and likely.share >= _OUTCOME[Certainty.CHECK]
        act = _ACTS.get(Outcome(likely.value)) if likely and surely else None
        return frozenset() if act is None else frozenset((act,))

    def _other_than(self, value: str | None, field: str, least: float) -> Likely | None:
        """What the wording surely says of a field, where that is another value."""
        likely = self._likely(field)
        return likely if likely and likely.value != value and likely.share >= least else None

    def _likely(self, field: str) -> Likely | None:
        """What the wording says of a field, weighed once."""
        if field not in self._weighed:
            known = self._likeness.get(field)
            self._weighed[field] = known.of(self._said, self._marks) if known else None
        return self._weighed[field]


def _why(whole: str, single: str) -> str:
    return (
        f"Its wording as a whole is that of “{whole}”; "
        f"single sentences look like “{single}”. Please look."
    )
