"""Documents inside documents, each with its own text; case schemas and terms of one's own."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the case file to this format."""
    _schemas_of_ones_own()
    with op.batch_alter_table("document") as document:
        document.add_column(sa.Column("parent_id", sa.Integer(), nullable=True))
        document.add_column(
            sa.Column("part", sa.String(length=600), nullable=False, server_default="")
        )
        document.add_column(
            sa.Column("format", sa.String(length=20), nullable=False, server_default="")
        )
        document.add_column(sa.Column("text", sa.Text(), nullable=False, server_default=""))
        document.add_column(sa.Column("warnings", sa.JSON(), nullable=False, server_default="[]"))
        document.add_column(sa.Column("error", sa.Text(), nullable=True))
        document.create_foreign_key(
            op.f("fk_document_parent_id_document"),
            "document",
            ["parent_id"],
            ["id"],
            ondelete="CASCADE",
        )
        document.create_index(op.f("ix_document_parent_id"), ["parent_id"])
    with op.batch_alter_table("case_row") as case_row:
        case_row.add_column(
            sa.Column("source", sa.String(length=10), nullable=False, server_default="table")
        )
    with op.batch_alter_table("extracted_table") as table:
        table.add_column(sa.Column("row_places", sa.JSON(), nullable=False, server_default="[]"))
        table.add_column(sa.Column("mapping", sa.JSON(), nullable=False, server_default="{}"))
    with op.batch_alter_table("request") as request:
        request.add_column(sa.Column("closed", sa.JSON(), nullable=False, server_default="[]"))
    _text_to_its_document()


def _schemas_of_ones_own() -> None:
    op.create_table(
        "case_schema",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=100), nullable=False),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("definition", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_schema")),
        sa.UniqueConstraint("name", name=op.f("uq_case_schema_name")),
    )
    op.create_table(
        "case_term",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("campaign_id", sa.Integer(), nullable=True),
        sa.Column("schema_name", sa.String(length=100), nullable=False),
        sa.Column("field", sa.String(length=60), nullable=False),
        sa.Column("printed", sa.Text(), nullable=False),
        sa.Column("normal", sa.JSON(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["campaign_id"],
            ["campaign.id"],
            name=op.f("fk_case_term_campaign_id_campaign"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_term")),
    )
    op.create_index(op.f("ix_case_term_campaign_id"), "case_term", ["campaign_id"])
    op.create_index("ix_case_term_schema", "case_term", ["schema_name", "field"])


def _text_to_its_document() -> None:
    """Until now a response had one text: that of the first document it came with."""
    op.execute(
        "UPDATE document SET text = "
        "coalesce((SELECT r.text FROM response r WHERE r.id = document.response_id), '') "
        "WHERE id IN (SELECT min(d.id) FROM document d GROUP BY d.response_id)"
    )


def downgrade() -> None:
    """Nothing goes back: a newer case file is refused by an older program."""
    raise NotImplementedError
