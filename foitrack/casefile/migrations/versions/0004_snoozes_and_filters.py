"""Things to do that are put off to a day, and filters of the Requests list that were kept."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_BY_STATE = (
    "binned",
    "stage",
    "due_on",
    "review_due_on",
    "review_by",
    "commissioner_by",
    "outcome",
    "regime",
    "sent_on",
    "campaign_id",
    "review_stage",
)


def upgrade() -> None:
    """Bring the case file to this format."""
    op.create_table(
        "snooze",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("request_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_snooze")),
        sa.ForeignKeyConstraint(
            ["request_id"],
            ["request.id"],
            name=op.f("fk_snooze_request_id_request"),
            ondelete="CASCADE",
        ),
        sa.UniqueConstraint("request_id", "kind", name=op.f("uq_snooze_request_id")),
    )
    op.drop_index("ix_request_by_state", table_name="request")
    op.create_index("ix_request_by_state", "request", list(_BY_STATE))
    op.create_table(
        "saved_filter",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=100), nullable=False),
        sa.Column("definition", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_saved_filter")),
        sa.UniqueConstraint("name", name=op.f("uq_saved_filter_name")),
    )


def downgrade() -> None:
    """Nothing goes back: a newer case file is refused by an older program."""
    raise NotImplementedError
