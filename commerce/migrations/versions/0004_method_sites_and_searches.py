"""method sites and searches"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.create_table(
        "method_site",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("host", sa.String(length=120), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("adapter", sa.String(length=40), nullable=False),
        sa.Column("address", sa.String(length=400), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("trouble", sa.String(length=40), nullable=True),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_method_site")),
        sa.UniqueConstraint("address", name=op.f("uq_method_site_address")),
    )
    with op.batch_alter_table("method_site", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_method_site_state"), ["state"], unique=False)

    op.create_table(
        "job_search",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("job", sa.String(length=120), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("servings", sa.String(length=40), nullable=True),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("silent", sa.JSON(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_job_search_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_job_search")),
    )
    with op.batch_alter_table("job_search", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_job_search_person_id"), ["person_id"], unique=False)

    op.create_table(
        "product_search",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("query", sa.String(length=100), nullable=False),
        sa.Column("max_price", sa.String(length=40), nullable=True),
        sa.Column("size", sa.String(length=40), nullable=True),
        sa.Column("colour", sa.String(length=40), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_product_search_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_product_search")),
    )
    with op.batch_alter_table("product_search", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_product_search_person_id"), ["person_id"], unique=False)

    op.create_table(
        "found_method",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("search_id", sa.Uuid(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("site", sa.String(length=80), nullable=False),
        sa.Column("url", sa.String(), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("reading", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["search_id"], ["job_search.id"], name=op.f("fk_found_method_search_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_found_method")),
    )
    with op.batch_alter_table("found_method", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_found_method_search_id"), ["search_id"], unique=False)
