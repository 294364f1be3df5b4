"""What a person says of an authority, notes on a campaign, and a campaign in the bin."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_WORDS = (("short_name", 100), ("nation", 60), ("kind", 60), ("email", 300))


def upgrade() -> None:
    """Bring the case file to this format."""
    with op.batch_alter_table("authority") as authority:
        for name, length in _WORDS:
            authority.add_column(
                sa.Column(name, sa.String(length=length), nullable=False, server_default="")
            )
        authority.add_column(sa.Column("aliases", sa.JSON(), nullable=False, server_default="[]"))
        authority.add_column(sa.Column("notes", sa.Text(), nullable=False, server_default=""))
    with op.batch_alter_table("campaign") as campaign:
        campaign.add_column(sa.Column("notes", sa.Text(), nullable=False, server_default=""))
        campaign.add_column(
            sa.Column("binned", sa.Boolean(), nullable=False, server_default=sa.false())
        )


def downgrade() -> None:
    """Nothing goes back: a newer case file is refused by an older program."""
    raise NotImplementedError
