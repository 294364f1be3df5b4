"""The law in which a paragraph exists, where its form alone tells the laws apart."""

from __future__ import annotations

from foitrack.law.citation.numbering import Numbering, Path, written
from foitrack.law.citation.run import Run
from foitrack.law.provisions import Catalogue, ProvisionKind
from foitrack.law.terms import Regime

_ACTS = (Regime.FOIA, Regime.FOISA)
# Regulation 10 of the EIR and regulation 12 of the EISR are duties, but hold the exceptions there.
_EXCEPTIONS_OF_THE_OTHER = ("10", "12")


def fitting(law: Regime, run: Run, catalogue: Catalogue, numbering: Numbering) -> Regime:
    """The law itself, or the one other law in which alone this very paragraph exists.

    "regulation 10(4)(e)" is Scotland's and "section 30(b)(ii)" too, whatever the regime.
    """
    path = _telling(run)
    if path is None or catalogue.lists(law, written(path)) or _is_duty(law, path, catalogue):
        return law
    there = numbering.relied_on_in(path)
    same = [other for other in there if (other in _ACTS) == (law in _ACTS)]
    return (same or there or [law])[0]


def _is_duty(law: Regime, path: Path, catalogue: Catalogue) -> bool:
    duty = catalogue.kind_of(law, path[0]) is ProvisionKind.PROCEDURAL
    return duty and path[0] not in _EXCEPTIONS_OF_THE_OTHER


def _telling(run: Run) -> Path | None:
    """The first path of a run that is detailed enough to tell the laws apart."""
    detailed = (
        item.path
        for item in run.items
        if len(item.path) > 2 or (len(item.path) == 2 and not item.path[1][0].isdigit())
    )
    return next(detailed, None)
