"""Documents inside documents, each with its own text; case schemas and terms of one's own."""

from __future__ import annotations

import json

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
    _steps_to_its_document()
    op.drop_column("response", "text")


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

    op.execute(
        "UPDATE document SET error = "
        "(SELECT r.error FROM response r WHERE r.id = document.response_id) "
        "WHERE id IN (SELECT min(d.id) FROM document d GROUP BY d.response_id)"
    )


def _steps_to_its_document() -> None:
    """What was done before must still be undone and redone exactly: a text that a step gave to a
    response it now gives to the document.
    """
    bind = op.get_bind()
    first = {
        row.response_id: row.id
        for row in bind.execute(
            sa.text("SELECT response_id, min(id) AS id FROM document GROUP BY response_id")
        )
    }
    made = _documents_made(bind)
    told = bind.execute(
        sa.text(
            "SELECT id, change_set_id, row_key, before, after FROM change "
            "WHERE table_name = 'response' ORDER BY id"
        )
    ).all()
    for change_id, step, response_id, before, after in told:
        rows = [json.loads(row) if row is not None else None for row in (before, after)]
        texts = [row.pop("text", None) if row is not None else None for row in rows]
        if texts == [None, None]:
            continue
        document_id = first.get(response_id) or made.get(response_id)
        if rows[0] == {} and rows[1] == {}:
            bind.execute(sa.text("DELETE FROM change WHERE id = :id"), {"id": change_id})
        else:
            _rewrite(bind, change_id, *rows)
        if document_id is not None:
            _give_text(bind, step, document_id, texts)


def _documents_made(bind: sa.Connection) -> dict[int, int]:
    """The first document of each response that a step made; it may be undone since."""
    return {
        json.loads(after)["response_id"]: document_id
        for document_id, after in bind.execute(
            sa.text(
                "SELECT row_key, after FROM change WHERE table_name = 'document' "
                "AND before IS NULL ORDER BY row_key DESC"
            )
        ).all()
    }


def _give_text(bind: sa.Connection, step: int, document_id: int, texts: list[str | None]) -> None:
    """Tell in a step that it changed a document's text, where it did."""
    before, after = ({"text": text} if text is not None else None for text in texts)
    if before is None or after is None:
        # The response was made or deleted in this step, and its document with it: what was made
        # had no text yet, and what is deleted takes its text along.
        return
    bind.execute(
        sa.text(
            "INSERT INTO change (change_set_id, table_name, row_key, before, after) "
            "VALUES (:step, 'document', :key, :before, :after)"
        ),
        {
            "step": step,
            "key": document_id,
            "before": json.dumps(before),
            "after": json.dumps(after),
        },
    )


def _rewrite(
    bind: sa.Connection,
    change_id: int,
    before: dict[str, object] | None,
    after: dict[str, object] | None,
) -> None:
    bind.execute(
        sa.text("UPDATE change SET before = :before, after = :after WHERE id = :id"),
        {
            "id": change_id,
            "before": None if before is None else json.dumps(before),
            "after": None if after is None else json.dumps(after),
        },
    )


def downgrade() -> None:
    """Nothing goes back: a newer case file is refused by an older program."""
    raise NotImplementedError
