"""Requests: whom was asked what in which campaign, and what happened since."""

from __future__ import annotations

from datetime import date

from sqlalchemy import (
    JSON,
    Boolean,
    Date,
    ForeignKey,
    Index,
    Integer,
    String,
    Text,
    UniqueConstraint,
)
from sqlalchemy.orm import Mapped, mapped_column, relationship

from foitrack.casefile.models.base import COMPUTED, Base


class Campaign(Base):
    """One question to many authorities."""

    __tablename__ = "campaign"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(300), unique=True)
    schema_name: Mapped[str | None] = mapped_column(String(100))
    notes: Mapped[str] = mapped_column(Text, default="")
    binned: Mapped[bool] = mapped_column(Boolean, default=False)


class Authority(Base):
    """A public authority that this case file has a request to, or that a person added."""

    __tablename__ = "authority"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(300), unique=True)
    regime: Mapped[str] = mapped_column(String(10))
    body: Mapped[str] = mapped_column(String(30))
    short_name: Mapped[str] = mapped_column(String(100), default="")
    aliases: Mapped[list[str]] = mapped_column(JSON, default=list)
    """Other names that mean it, beside those of the directory."""
    nation: Mapped[str] = mapped_column(String(60), default="")
    """Empty, as `kind` is, where the directory says it or nobody has."""
    kind: Mapped[str] = mapped_column(String(60), default="")
    email: Mapped[str] = mapped_column(String(300), default="")
    notes: Mapped[str] = mapped_column(Text, default="")


class Request(Base):
    """A request; what lists sort by is stored beside it by `desk.events`."""

    __tablename__ = "request"
    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str] = mapped_column(String(500))
    wording: Mapped[str] = mapped_column(Text, default="")
    authority_id: Mapped[int | None] = mapped_column(ForeignKey("authority.id"), index=True)
    campaign_id: Mapped[int | None] = mapped_column(ForeignKey("campaign.id"), index=True)
    regime: Mapped[str] = mapped_column(String(10))
    body: Mapped[str] = mapped_column(String(30), default="general")
    sent_by: Mapped[str] = mapped_column(String(30), default="email")
    requester_name: Mapped[str] = mapped_column(String(300), default="")
    requester_address: Mapped[str] = mapped_column(Text, default="")
    challenged: Mapped[str] = mapped_column(Text, default="")
    notes: Mapped[str] = mapped_column(Text, default="")
    binned: Mapped[bool] = mapped_column(Boolean, default=False)
    closed: Mapped[list[list[str]]] = mapped_column(JSON, default=list)
    """A school's holidays: first and last day of each, as ISO dates."""

    # Computed from the events; `check` proves that they equal the computation.
    stage: Mapped[str] = mapped_column(String(30), default="draft", info=COMPUTED)
    sent_on: Mapped[date | None] = mapped_column(Date, info=COMPUTED)
    due_on: Mapped[date | None] = mapped_column(Date, info=COMPUTED)
    due_provisional: Mapped[bool] = mapped_column(Boolean, default=False, info=COMPUTED)
    answered: Mapped[bool] = mapped_column(Boolean, default=False, info=COMPUTED)
    answered_on: Mapped[date | None] = mapped_column(Date, info=COMPUTED)
    answered_day: Mapped[int | None] = mapped_column(Integer, info=COMPUTED)
    outcome: Mapped[str | None] = mapped_column(String(40), info=COMPUTED)
    review_by: Mapped[date | None] = mapped_column(Date, info=COMPUTED)
    review_stage: Mapped[str] = mapped_column(String(20), default="none", info=COMPUTED)
    review_due_on: Mapped[date | None] = mapped_column(Date, info=COMPUTED)
    commissioner_by: Mapped[date | None] = mapped_column(Date, info=COMPUTED)
    next_on: Mapped[date | None] = mapped_column(Date, info=COMPUTED)
    calendar_version: Mapped[str] = mapped_column(String(80), default="", info=COMPUTED)

    authority: Mapped[Authority | None] = relationship()
    campaign: Mapped[Campaign | None] = relationship()

    __table_args__ = (
        # Each holds all that one order of the list needs, so that no row is fetched to sort it.
        Index(
            "ix_request_by_state",
            "binned",
            "stage",
            "due_on",
            "review_due_on",
            # And all by which it is judged what needs doing today.
            "review_by",
            "commissioner_by",
            "outcome",
            "regime",
            "sent_on",
            "campaign_id",
            "review_stage",
        ),
        Index("ix_request_by_review", "binned", "review_stage", "review_due_on", "review_by"),
        Index("ix_request_by_sent", "binned", "sent_on"),
        Index("ix_request_by_title", "binned", "title"),
        Index("ix_request_by_authority", "binned", "authority_id"),
        Index("ix_request_by_campaign", "binned", "campaign_id"),
    )


class RequestReference(Base):
    """The authority's own number for a request; there may be several."""

    __tablename__ = "request_reference"
    id: Mapped[int] = mapped_column(primary_key=True)
    request_id: Mapped[int] = mapped_column(ForeignKey("request.id", ondelete="CASCADE"))
    reference: Mapped[str] = mapped_column(String(200), index=True)

    __table_args__ = (Index("ix_request_reference_of_request", "request_id", "reference"),)


class EventRecord(Base):
    """Something that happened to a request."""

    __tablename__ = "event"
    id: Mapped[int] = mapped_column(primary_key=True)
    request_id: Mapped[int] = mapped_column(
        ForeignKey("request.id", ondelete="CASCADE"), index=True
    )
    kind: Mapped[str] = mapped_column(String(40))
    on: Mapped[date | None] = mapped_column("on_date", Date)
    until: Mapped[date | None] = mapped_column(Date)
    detail: Mapped[str] = mapped_column(String(300), default="")
    note: Mapped[str] = mapped_column(Text, default="")
    response_id: Mapped[int | None] = mapped_column(ForeignKey("response.id"), index=True)


class Snooze(Base):
    """A request's line on Today put off to a day; a line of another kind is not."""

    __tablename__ = "snooze"
    id: Mapped[int] = mapped_column(primary_key=True)
    request_id: Mapped[int] = mapped_column(ForeignKey("request.id", ondelete="CASCADE"))
    kind: Mapped[str] = mapped_column(String(20))
    """A group of Today: overdue, due-soon, to-read, review, commissioner, date-missing."""
    until: Mapped[date] = mapped_column(Date)

    __table_args__ = (UniqueConstraint("request_id", "kind"),)


class SavedFilter(Base):
    """A filter of the Requests list that a person gave a name."""

    __tablename__ = "saved_filter"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(100), unique=True)
    definition: Mapped[dict[str, object]] = mapped_column(JSON)
