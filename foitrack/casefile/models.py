"""The tables of a case file. Types that SQLite and PostgreSQL share; no column names a subject."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import (
    JSON,
    Boolean,
    Date,
    DateTime,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Text,
    UniqueConstraint,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship

NAMES = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


COMPUTED = {"computed": True}
"""Marks a column that follows from the events: history leaves it out, and it is recomputed."""


class Base(DeclarativeBase):
    """What all tables share: names for constraints, so that migrations can name them too."""

    metadata = MetaData(naming_convention=NAMES)


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


class Content(Base):
    """A document's bytes, once for each SHA-256."""

    __tablename__ = "content"
    sha256: Mapped[str] = mapped_column(String(64), primary_key=True)
    size: Mapped[int] = mapped_column(Integer)
    bytes: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)


class Response(Base):
    """A document or several that came as one answer; a proposal until recorded."""

    __tablename__ = "response"
    id: Mapped[int] = mapped_column(primary_key=True)
    request_id: Mapped[int | None] = mapped_column(
        ForeignKey("request.id", ondelete="CASCADE"), index=True
    )
    recorded: Mapped[bool] = mapped_column(Boolean, default=False)
    discarded: Mapped[bool] = mapped_column(Boolean, default=False)
    letter: Mapped[str | None] = mapped_column(String(40))
    received_on: Mapped[date | None] = mapped_column(Date)
    outcome: Mapped[str | None] = mapped_column(String(40))
    reference: Mapped[str | None] = mapped_column(String(200))
    review_window: Mapped[str | None] = mapped_column(String(200))
    review_contact: Mapped[str | None] = mapped_column(String(300))
    schema_name: Mapped[str | None] = mapped_column(String(100))
    mentioned: Mapped[list[str]] = mapped_column(JSON, default=list)
    zeros: Mapped[list[str]] = mapped_column(JSON, default=list)
    warnings: Mapped[list[str]] = mapped_column(JSON, default=list)
    attachments_named: Mapped[list[str]] = mapped_column(JSON, default=list)
    error: Mapped[str | None] = mapped_column(Text)


class Document(Base):
    """A file as received, under the name it had."""

    __tablename__ = "document"
    id: Mapped[int] = mapped_column(primary_key=True)
    response_id: Mapped[int] = mapped_column(
        ForeignKey("response.id", ondelete="CASCADE"), index=True
    )
    name: Mapped[str] = mapped_column(String(400))
    media_type: Mapped[str] = mapped_column(String(100))
    size: Mapped[int] = mapped_column(Integer)
    sha256: Mapped[str] = mapped_column(ForeignKey("content.sha256"), index=True)
    pages: Mapped[int | None] = mapped_column(Integer)
    parent_id: Mapped[int | None] = mapped_column(
        ForeignKey("document.id", ondelete="CASCADE"), index=True
    )
    """The mail or archive that it came in."""
    part: Mapped[str] = mapped_column(String(600), default="")
    """Where it stands in what it came in: `place.part` of what was read from it."""
    format: Mapped[str] = mapped_column(String(20), default="")
    text: Mapped[str] = mapped_column(Text, default="", deferred=True)
    """What was read from it; places count characters in this."""
    warnings: Mapped[list[str]] = mapped_column(JSON, default=list)
    error: Mapped[str | None] = mapped_column(Text)


class FindingRecord(Base):
    """A value read from a document, its place, and what a person said of it."""

    __tablename__ = "finding"
    id: Mapped[int] = mapped_column(primary_key=True)
    response_id: Mapped[int] = mapped_column(
        ForeignKey("response.id", ondelete="CASCADE"), index=True
    )
    document_id: Mapped[int | None] = mapped_column(ForeignKey("document.id"))
    field: Mapped[str] = mapped_column(String(40))
    value: Mapped[str] = mapped_column(Text)
    corrected: Mapped[str | None] = mapped_column(Text)
    printed: Mapped[str] = mapped_column(Text)
    place: Mapped[dict[str, object]] = mapped_column(JSON)
    why: Mapped[str] = mapped_column(Text, default="")
    question: Mapped[str | None] = mapped_column(String(40))
    certainty: Mapped[str] = mapped_column(String(10))
    status: Mapped[str] = mapped_column(String(12), default="proposed")
    with_provisions: Mapped[list[str]] = mapped_column(JSON, default=list)


class ProvisionRecord(Base):
    """A provision that a response cites, confirmed by a person."""

    __tablename__ = "provision"
    id: Mapped[int] = mapped_column(primary_key=True)
    response_id: Mapped[int] = mapped_column(
        ForeignKey("response.id", ondelete="CASCADE"), index=True
    )
    finding_id: Mapped[int | None] = mapped_column(ForeignKey("finding.id"))
    provision: Mapped[str] = mapped_column(String(60))
    with_provisions: Mapped[list[str]] = mapped_column(JSON, default=list)
    sentence: Mapped[str] = mapped_column(Text, default="")
    standing: Mapped[str] = mapped_column(String(12), default="cited")


class TableRecord(Base):
    """A table found in a document, verbatim."""

    __tablename__ = "extracted_table"
    id: Mapped[int] = mapped_column(primary_key=True)
    response_id: Mapped[int] = mapped_column(
        ForeignKey("response.id", ondelete="CASCADE"), index=True
    )
    document_id: Mapped[int | None] = mapped_column(ForeignKey("document.id"))
    number: Mapped[int] = mapped_column(Integer)
    heading: Mapped[str | None] = mapped_column(Text)
    columns: Mapped[list[str]] = mapped_column(JSON)
    rows: Mapped[list[list[str]]] = mapped_column(JSON)
    total_row: Mapped[list[str] | None] = mapped_column(JSON)
    place: Mapped[dict[str, object]] = mapped_column(JSON)
    flags: Mapped[list[str]] = mapped_column(JSON, default=list)
    row_places: Mapped[list[dict[str, object]]] = mapped_column(JSON, default=list)
    mapping: Mapped[dict[str, str | None]] = mapped_column(JSON, default=dict)
    """The field of each column, counted from 0, that a person chose; None for "leave it out"."""


class CaseRowRecord(Base):
    """One line of case data; a proposal until its response's rows are accepted."""

    __tablename__ = "case_row"
    id: Mapped[int] = mapped_column(primary_key=True)
    response_id: Mapped[int] = mapped_column(
        ForeignKey("response.id", ondelete="CASCADE"), index=True
    )
    document_id: Mapped[int | None] = mapped_column(ForeignKey("document.id"))
    position: Mapped[int] = mapped_column(Integer)
    source: Mapped[str] = mapped_column(String(10), default="table")
    """"table", or "prose" where a sentence was made into a row."""
    accepted: Mapped[bool] = mapped_column(Boolean, default=False)
    checked: Mapped[bool] = mapped_column(Boolean, default=False)
    count: Mapped[int | None] = mapped_column(Integer)
    low: Mapped[int | None] = mapped_column(Integer)
    high: Mapped[int | None] = mapped_column(Integer)
    printed: Mapped[dict[str, str]] = mapped_column(JSON, default=dict)
    place: Mapped[dict[str, object]] = mapped_column(JSON)
    flags: Mapped[list[str]] = mapped_column(JSON, default=list)

    values: Mapped[list[CaseValueRecord]] = relationship(order_by="CaseValueRecord.id")


class CaseValueRecord(Base):
    """One normal value of a case row's field."""

    __tablename__ = "case_value"
    id: Mapped[int] = mapped_column(primary_key=True)
    row_id: Mapped[int] = mapped_column(ForeignKey("case_row.id", ondelete="CASCADE"), index=True)
    field: Mapped[str] = mapped_column(String(60))
    printed: Mapped[str] = mapped_column(Text, default="")
    value: Mapped[str | None] = mapped_column(Text)
    low: Mapped[int | None] = mapped_column(Integer)
    high: Mapped[int | None] = mapped_column(Integer)

    __table_args__ = (Index("ix_case_value_field", "field", "value"),)


class CaseSchemaRecord(Base):
    """A case schema that a campaigner made, or a shipped one as changed; one of each name."""

    __tablename__ = "case_schema"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(100), unique=True)
    title: Mapped[str] = mapped_column(String(300))
    definition: Mapped[dict[str, object]] = mapped_column(JSON)
    """As the TOML of a shipped schema parses."""


class CaseTermRecord(Base):
    """What a campaigner said that a printed value means, remembered for the campaign."""

    __tablename__ = "case_term"
    id: Mapped[int] = mapped_column(primary_key=True)
    campaign_id: Mapped[int | None] = mapped_column(
        ForeignKey("campaign.id", ondelete="CASCADE"), index=True
    )
    """None: for requests that belong to no campaign."""
    schema_name: Mapped[str] = mapped_column(String(100))
    field: Mapped[str] = mapped_column(String(60))
    printed: Mapped[str] = mapped_column(Text)
    """As vocabularies compare: folded, lower case."""
    normal: Mapped[list[str]] = mapped_column(JSON, default=list)
    """The normal values; none where it was said to mean nothing."""
    note: Mapped[str] = mapped_column(Text, default="")
    """What the grouping leaves out: "temporary"."""

    __table_args__ = (Index("ix_case_term_schema", "schema_name", "field"),)


class ChangeSet(Base):
    """One undo step: a label a person understands, who and when."""

    __tablename__ = "change_set"
    id: Mapped[int] = mapped_column(primary_key=True)
    label: Mapped[str] = mapped_column(String(400))
    at: Mapped[datetime] = mapped_column(DateTime)
    who: Mapped[str] = mapped_column(String(200), default="")
    undone: Mapped[bool] = mapped_column(Boolean, default=False, index=True)
    request_ids: Mapped[list[int]] = mapped_column(JSON, default=list)


class Change(Base):
    """One row as it was and as it became, within a change set."""

    __tablename__ = "change"
    id: Mapped[int] = mapped_column(primary_key=True)
    change_set_id: Mapped[int] = mapped_column(
        ForeignKey("change_set.id", ondelete="CASCADE"), index=True
    )
    table_name: Mapped[str] = mapped_column(String(60))
    row_key: Mapped[int] = mapped_column(Integer)
    before: Mapped[dict[str, object] | None] = mapped_column(JSON(none_as_null=True))
    after: Mapped[dict[str, object] | None] = mapped_column(JSON(none_as_null=True))


class Setting(Base):
    """What the case file remembers about itself."""

    __tablename__ = "setting"
    name: Mapped[str] = mapped_column(String(100), primary_key=True)
    value: Mapped[str] = mapped_column(Text)
    __table_args__ = (UniqueConstraint("name"),)
