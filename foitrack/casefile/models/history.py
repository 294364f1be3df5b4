"""What was done, step by step, and what the case file remembers about itself."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import JSON, Boolean, DateTime, ForeignKey, Integer, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from foitrack.casefile.models.base import Base


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
