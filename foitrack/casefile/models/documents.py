"""Responses and the documents they are made of: what was read in them, and what was confirmed."""

from __future__ import annotations

from datetime import date

from sqlalchemy import JSON, Boolean, Date, ForeignKey, Integer, LargeBinary, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from foitrack.casefile.models.base import Base


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
