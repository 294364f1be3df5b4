"""The public JSON of the case file's commands: names and shapes that stay."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import Any

from foitrack.cli.deadline_answers import deadline_as_json
from foitrack.desk.views import (
    Agenda,
    EventView,
    RequestDetail,
    RequestRow,
    ResponseView,
    TimelineEntry,
)


def request_shape(row: RequestRow) -> dict[str, Any]:
    """A line of `list`."""
    return {
        "id": row.id,
        "state": row.state.value,
        "outcome": row.outcome.value if row.outcome else None,
        "authority": row.authority,
        "title": row.title,
        "campaign": row.campaign,
        "law": row.regime.value,
        "references": list(row.references),
        "sent": _day(row.sent_on),
        "due": _day(row.due_on),
        "working_days_left": row.working_days_left,
        "answered": _day(row.answered_on),
        "answered_on_day": row.answered_day,
        "review": row.review.value,
        "review_ask_by": _day(row.review_by),
        "review_due": _day(row.review_due_on),
        "review_days_late": row.review_days_late,
        "exemptions": [
            {"provision": tag.provision, "confirmed": tag.confirmed, "standing": tag.standing.value}
            for tag in row.provisions
        ],
        "provisional": row.provisional,
    }


def detail_shape(detail: RequestDetail) -> dict[str, Any]:
    """What `show` prints."""
    return {
        **request_shape(detail.row),
        "body": detail.body.value,
        "wording": detail.wording,
        "sent_by": detail.sent_by,
        "notes": detail.notes,
        "events": [event_shape(event) for event in detail.events],
        "deadlines": [deadline_as_json(deadline) for deadline in detail.reckoning.deadlines],
        "timeline": [_timeline_shape(entry) for entry in detail.timeline],
        "next_step": {
            "step": detail.next_step.step.value,
            "sentence": detail.next_step.sentence,
            "by": _day(detail.next_step.by),
            "basis": detail.next_step.basis,
        },
        "responses": [_response_shape(response) for response in detail.responses],
        "review_detail": {
            "status": detail.review.status.value,
            "asked": _day(detail.review.asked_on),
            "answered": _day(detail.review.answered_on),
            "challenged": detail.review.challenged,
            "offered_window": detail.review.offered_window,
            "possible_now": detail.review.possible_now,
        },
        "case_rows": detail.case_rows,
    }


def event_shape(view: EventView) -> dict[str, Any]:
    """An event with its id."""
    return {
        "id": view.id,
        "kind": view.event.kind.value,
        "on": _day(view.event.on),
        "until": _day(view.event.until),
        "detail": view.event.detail,
        "note": view.note,
    }


def _timeline_shape(entry: TimelineEntry) -> dict[str, Any]:
    return {
        "on": _day(entry.on),
        "title": entry.title,
        "detail": entry.detail,
        "future": entry.future,
    }


def _response_shape(response: ResponseView) -> dict[str, Any]:
    return {
        "id": response.id,
        "recorded": response.recorded,
        "letter": response.letter.value if response.letter else None,
        "received": _day(response.received_on),
        "outcome": response.outcome.value if response.outcome else None,
        "reference": response.reference,
        "documents": [asdict(document) for document in response.documents],
        "attachments_named": list(response.attachments_named),
        "review_window": response.review_window,
        "review_contact": response.review_contact,
        "exemptions": [
            {
                "id": provision.id if provision.confirmed else None,
                "provision": provision.provision,
                "with": list(provision.with_provisions),
                "title": provision.title,
                "effect": provision.effect,
                "basis": provision.basis,
                "sentence": provision.sentence,
                "confirmed": provision.confirmed,
                "standing": provision.standing.value,
            }
            for provision in response.provisions
        ],
        "case_rows": response.case_rows,
        "open_findings": response.open_findings,
    }


def agenda_shape(agenda: Agenda) -> dict[str, Any]:
    """What `agenda` prints."""
    return {
        "headline": agenda.headline,
        "sentence": agenda.sentence,
        "groups": [
            {
                "kind": group.kind,
                "title": group.title,
                "requests": group.requests,
                "items": [
                    {
                        "requests": list(item.request_ids),
                        "authority": item.authority,
                        "detail": item.detail,
                        "when": item.when,
                        "when_detail": item.when_detail,
                        "step": item.step.step.value,
                        "sentence": item.step.sentence,
                        "by": _day(item.step.by),
                    }
                    for item in group.items
                ],
            }
            for group in agenda.groups
        ],
    }


def _day(on: date | None) -> str | None:
    return on.isoformat() if on else None
