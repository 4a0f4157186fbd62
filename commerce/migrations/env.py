"""Run by Alembic within `commerce.migrating`, which hands over an open connection in its transaction."""

from alembic import context

given = context.config.attributes
context.configure(
    connection=given["connection"],
    target_metadata=given.get("metadata"),
    render_item=given.get("render_item"),
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
