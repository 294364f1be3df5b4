"""Where a hit leads: the page, and what that page is to show."""

from __future__ import annotations

from foitrack.desk.views.found import Hit, HitKind


def go_to(hit: Hit) -> tuple[str, object]:
    """The page's name and its argument, as `Workspace.navigate` takes them."""
    if hit.kind in (HitKind.DOCUMENT, HitKind.CASE_ROW) and hit.document_id is not None:
        return "recording", (hit.response_id, hit.place, hit.document_id)
    if hit.kind is HitKind.CASE_ROW:
        # Typed by hand: there is no document to open.
        return "requests", (hit.request_id, "casedata")
    if hit.request_id is not None:
        if hit.kind is not HitKind.NOTE:
            return "requests", hit.request_id
        return "requests", (hit.request_id, "timeline" if hit.on_event else "notes")
    if hit.campaign_id is not None:
        return "campaign", hit.campaign_id
    return "authorities", hit.authority
