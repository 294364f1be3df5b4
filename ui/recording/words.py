"""How findings read on screen: field names, values in words, sources."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from foitrack.desk.views import FindingStatus, ProposedFinding
from foitrack.law.terms import LetterKind, Outcome, Review
from foitrack.law.wording import full_date
from foitrack.reading.findings import Certainty
from ui.law_words import letter_words, outcome_words, review_words


def _tr(text: str) -> str:
    return QCoreApplication.translate("recording", text)


def field_name(field: str) -> str:
    """What a field is called beside its value."""
    names = {
        "reference": _tr("Authority's reference"),
        "authority": _tr("Authority"),
        "request_date": _tr("Date of request"),
        "received_date": _tr("Date received by the authority"),
        "response_date": _tr("Date of response"),
        "letter": _tr("Kind of letter"),
        "outcome": _tr("Outcome"),
        "review_result": _tr("How the review ended"),
        "exemption": _tr("Exemption"),
        "review_offer": _tr("Internal review"),
        "review_window": _tr("Time to ask for internal review"),
        "review_contact": _tr("Where to ask for internal review"),
        "attachment": _tr("File named but not here"),
        "extension_until": _tr("New date announced"),
    }
    return names.get(field, field.replace("_", " ").capitalize())


OFFERED = frozenset({"true", "yes", "offered"})


def value_in_words(field: str, value: str) -> str:
    """A finding's value as a person reads it; unknown values as they are."""
    try:
        if field.endswith("_date") or field == "extension_until":
            return full_date(date.fromisoformat(value))
        if field == "outcome":
            return outcome_words(Outcome(value))
        if field == "review_result":
            return review_words(Review(value))
        if field == "letter":
            return letter_words(LetterKind(value))
        if field == "review_offer":
            return (
                _tr("Offered")
                if value in ("True", "true", "yes", "offered")
                else _tr("Not offered")
            )
    except ValueError:
        return value
    return value


def status_words(finding: ProposedFinding, status: FindingStatus) -> tuple[str, str, str]:
    """A finding's mark: icon, words, and the token of its colour."""
    if status is FindingStatus.CONFIRMED:
        return "check-circle", _tr("Confirmed"), "green"
    if status is FindingStatus.CORRECTED:
        return "pen", _tr("Corrected by you"), "green"
    if status is FindingStatus.REJECTED:
        return "close", _tr("Left out"), "text3"
    if finding.matches:
        return "check-circle", _tr("Matches yours"), "green"
    if finding.certainty is Certainty.CHECK:
        return "question", _tr("Check this"), "amber"
    return "check", _tr("Found"), "text2"
