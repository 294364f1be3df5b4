"""Prose to the provisions it relies on, with their place in the text.

The Act is decided from the words nearby, then from the request's regime. Duties, other
statutes' numbers, and provisions the letter says it does not rely on are mentioned, not cited.
"""

from __future__ import annotations

from foitrack.law.citation.attribution import Attributor
from foitrack.law.citation.collecting import collect
from foitrack.law.citation.elsewhere import Elsewhere, title_words
from foitrack.law.citation.found import Citation, Citations, Mention
from foitrack.law.citation.gathering import judge
from foitrack.law.citation.numbering import Numbering
from foitrack.law.citation.surroundings import Surroundings
from foitrack.law.provisions import Catalogue
from foitrack.law.terms import Regime

__all__ = ["Citation", "Citations", "Mention", "cite"]


class _Last:
    """What was worked out of the catalogue that was asked for last."""

    known: tuple[Catalogue, Numbering, frozenset[str]] | None = None


def _worked_out(catalogue: Catalogue) -> tuple[Numbering, frozenset[str]]:
    """Its paragraphs and the words of its titles: more work than most texts, and always alike."""
    last = _Last.known
    if last is None or last[0] is not catalogue:
        last = _Last.known = (catalogue, Numbering(catalogue), title_words(catalogue))
    return last[1], last[2]


def cite(text: str, regime: Regime | None, catalogue: Catalogue) -> Citations:
    """The provisions that a text cites. `regime` is the request's, None where it is not known.

    Takes time in proportion to the length of the text, whatever it holds.
    """
    numbering, titles = _worked_out(catalogue)
    around = Surroundings(text, regime)
    judged = judge(
        text,
        numbering,
        around,
        Attributor(around, catalogue, numbering, regime),
        Elsewhere(around, numbering, titles),
    )
    return collect(text, judged, catalogue)
