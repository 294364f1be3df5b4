"""What the first pages of a long document say, as a proposal that cannot be decided yet."""

from __future__ import annotations

from dataclasses import replace

from foitrack.desk.views import FindingStatus, Proposal, ProposedFinding
from foitrack.reading.findings import Finding, Reading
from foitrack.reading.reasons import reason


def early_proposal(kept: Proposal, reading: Reading) -> Proposal:
    """The kept document's proposal with what was found in its first pages.

    The findings have ids below 0: nothing of them is stored, and none can be confirmed.
    """
    first = kept.documents[0]
    shown = replace(first, format=reading.format, text=reading.text)
    findings = tuple(
        _proposed(-number, finding, first.id)
        for number, finding in enumerate(reading.findings, 1)
        if finding.value
    )
    return replace(
        kept, documents=(shown, *kept.documents[1:]), text=reading.text, findings=findings
    )


def _proposed(number: int, finding: Finding, document_id: int) -> ProposedFinding:
    return ProposedFinding(
        id=number,
        field=finding.field,
        value=finding.value,
        printed=finding.printed,
        place=finding.place,
        why=reason(finding.why),
        certainty=finding.certainty,
        status=FindingStatus.PROPOSED,
        with_provisions=finding.with_provisions,
        document_id=document_id,
    )


def is_unread(proposal: Proposal) -> bool:
    """Whether a document is kept whose reading never came to an end."""
    first = proposal.documents[0] if proposal.documents else None
    nothing = not proposal.text and not proposal.findings and proposal.error is None
    return (
        nothing
        and not proposal.recorded
        and first is not None
        and not first.format
        and not first.text
        and first.error is None
    )
