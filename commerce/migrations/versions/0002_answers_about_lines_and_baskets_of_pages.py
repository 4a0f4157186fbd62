"""answers about lines and baskets of pages"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_table(
        "alias",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("whole_line", sa.Boolean(), nullable=False),
        sa.Column("source", sa.String(length=400), nullable=False),
        sa.Column("name", sa.String(length=160), nullable=False),
        sa.Column("qty", sa.String(length=40), nullable=True),
        sa.Column("qty_max", sa.String(length=40), nullable=True),
        sa.Column("unit", sa.String(length=12), nullable=True),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_alias_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_alias")),
        sa.UniqueConstraint(
            "person_id",
            "language",
            "whole_line",
            "source",
            name=op.f("uq_alias_person_id_language_whole_line_source"),
        ),
    )
    with op.batch_alter_table("alias", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_alias_person_id"), ["person_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_alias_source"), ["source"], unique=False)

    op.create_table(
        "item_choice",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("source", sa.String(length=160), nullable=False),
        sa.Column("item_id", sa.Uuid(), nullable=False),
        sa.Column("chosen_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["item_id"], ["item.id"], name=op.f("fk_item_choice_item_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_item_choice_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_item_choice")),
        sa.UniqueConstraint("person_id", "source", name=op.f("uq_item_choice_person_id_source")),
    )
    with op.batch_alter_table("item_choice", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_item_choice_item_id"), ["item_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_item_choice_person_id"), ["person_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_item_choice_source"), ["source"], unique=False)

    with op.batch_alter_table("component", schema=None) as batch_op:
        batch_op.add_column(sa.Column("part_of", sa.Uuid(), nullable=True))
        batch_op.add_column(sa.Column("open_parts", sa.Integer(), nullable=False, server_default="0"))
        batch_op.add_column(sa.Column("remembered", sa.String(length=40), nullable=True))
        batch_op.add_column(sa.Column("prefers_id", sa.Uuid(), nullable=True))
        batch_op.create_index(batch_op.f("ix_component_part_of"), ["part_of"], unique=False)
        batch_op.create_foreign_key(batch_op.f("fk_component_part_of"), "component", ["part_of"], ["id"])
        batch_op.create_foreign_key(batch_op.f("fk_component_prefers_id"), "item", ["prefers_id"], ["id"])

    with op.batch_alter_table("component", schema=None) as batch_op:
        batch_op.alter_column("open_parts", server_default=None)

    with op.batch_alter_table("component_list", schema=None) as batch_op:
        batch_op.add_column(sa.Column("basket_id", sa.Uuid(), nullable=True))
        batch_op.add_column(sa.Column("together", sa.Uuid(), nullable=True))
        batch_op.add_column(sa.Column("may_join", sa.Uuid(), nullable=True))
        batch_op.create_index(batch_op.f("ix_component_list_basket_id"), ["basket_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_component_list_together"), ["together"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_component_list_basket_id"), "component_list", ["basket_id"], ["id"]
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_component_list_may_join"), "component_list", ["may_join"], ["id"]
        )
