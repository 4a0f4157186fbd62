"""substitutes and sellers questions"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.create_table(
        "seller_question",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("inquiry_id", sa.Uuid(), nullable=False),
        sa.Column("asked_by", sa.Uuid(), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("words", sa.String(length=300), nullable=False),
        sa.Column("answer", sa.String(length=300), nullable=True),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["asked_by"], ["person.id"], name=op.f("fk_seller_question_asked_by")),
        sa.ForeignKeyConstraint(["inquiry_id"], ["inquiry.id"], name=op.f("fk_seller_question_inquiry_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_seller_question")),
    )
    with op.batch_alter_table("seller_question", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_seller_question_inquiry_id"), ["inquiry_id"], unique=False)

    with op.batch_alter_table("inquiry_line", schema=None) as batch_op:
        batch_op.add_column(sa.Column("note", sa.String(length=20), nullable=True))

    with op.batch_alter_table("order_line", schema=None) as batch_op:
        batch_op.add_column(sa.Column("from_stock", sa.Boolean(), server_default=sa.true(), nullable=False))

    with op.batch_alter_table("quote_line", schema=None) as batch_op:
        batch_op.add_column(sa.Column("substitute_item_id", sa.Uuid(), nullable=True))
        batch_op.add_column(sa.Column("substitute_state", sa.String(length=40), nullable=True))
        batch_op.create_foreign_key(
            batch_op.f("fk_quote_line_substitute_item_id"), "item", ["substitute_item_id"], ["id"]
        )

    # so far no substitute was taken from the stock of an item
    op.execute("UPDATE order_line SET from_stock = false WHERE substitute IS NOT NULL")
