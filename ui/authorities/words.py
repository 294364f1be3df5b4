"""How an authority did, in words: unknown things are said, and nothing is added up that is not."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from foitrack.desk.views.authority import AuthorityLine, AuthorityRecord, Performance
from foitrack.law.terms import Review
from ui.counting import counted
from ui.law_words import review_words

translate = QCoreApplication.translate


def in_time(did: Performance) -> str:
    """How many answers came by their last day, of those whose days are known."""
    judged = did.in_time + did.answered_late
    if judged:
        return translate("Authorities", "{0} of {1}").format(did.in_time, judged)
    return translate("Authorities", "not known") if did.answered else ""


def late(did: Performance) -> str:
    """How many answers are late now."""
    return f"{did.late_now:,}" if did.late_now else ""


def days(did: Performance) -> str:
    """The average of working days that its answers took."""
    if did.average_days is None:
        return translate("Authorities", "not known") if did.answered else ""
    return f"{did.average_days:.1f}"


def asked(did: Performance) -> str:
    """How many requests it has had."""
    return f"{did.requests:,}" if did.requests else translate("Authorities", "none")


def performance(did: Performance) -> tuple[str, ...]:
    """One sentence for each thing that is known of how it did."""
    if not did.requests:
        return (translate("Authorities", "No request to it in this case file."),)
    said = [
        translate("Authorities", "{0}, {1} answered.").format(
            counted(did.requests, "request"), f"{did.answered:,}"
        )
    ]
    judged = did.in_time + did.answered_late
    if judged:
        said.append(
            translate("Authorities", "{0} in time, {1} late{2}.").format(
                f"{did.in_time:,}", f"{did.answered_late:,}", _unknown(did.answered - judged)
            )
        )
    if did.average_days is not None:
        mean = translate("Authorities", "{0} working days on average, over {1}.")
        said.append(mean.format(f"{did.average_days:.1f}", counted(did.timed, "answer")))
    elif did.answered:
        said.append(translate("Authorities", "How many days its answers took is not known."))
    if did.late_now:
        said.append(
            translate("Authorities", "{0} late now.").format(counted(did.late_now, "answer"))
        )
    return tuple(said)


def _unknown(number: int) -> str:
    return translate("Authorities", ", {0} not known").format(f"{number:,}") if number else ""


def reviews(found: tuple[tuple[Review, int], ...]) -> str:
    """Its internal reviews by how they stand: "Late 1, refusal upheld 2"."""
    return ", ".join(f"{review_words(review)} {number:,}" for review, number in found)


def other_names(record: AuthorityRecord) -> str:
    """Short, Welsh and other names."""
    details = record.details
    names = (details.short_name, record.welsh_name, *details.aliases)
    return ", ".join(dict.fromkeys(name for name in names if name))


def cell(line: AuthorityLine, key: str) -> str:
    """A cell's words, as they are copied and read aloud."""
    unknown = translate("Authorities", "not known")
    simple = {
        "name": line.name,
        "nation": line.nation or unknown,
        "kind": line.kind or unknown,
        "law": line.regime.value,
        "requests": asked(line.did),
        "in-time": in_time(line.did),
        "late": late(line.did),
        "days": days(line.did),
    }
    return simple[key]


def said(line: AuthorityLine, key: str, title: str) -> str:
    """A cell as read aloud: what it is, then its words."""
    words = cell(line, key)
    if key == "name":
        own = translate("Authorities", "added by you") if line.own else ""
        return ", ".join(part for part in (words, line.short_name, own) if part)
    return f"{title}: {words or translate('Authorities', 'none')}"
