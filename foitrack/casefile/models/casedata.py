"""Case data: the tables of documents, the rows made of them, and the words they are read by."""

from __future__ import annotations

from sqlalchemy import JSON, Boolean, ForeignKey, Index, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from foitrack.casefile.models.base import Base


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
