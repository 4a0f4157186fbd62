"""Run by Alembic within `commerce.migrating`, which hands over an open connection in its transaction."""

from alembic import context

given = context.config.attributes
context.configure(
    connection=given["connection"],
    target_metadata=given.get("metadata"),
    render_item=given.get("render_item"),
    template_args=given.get("template_args", {}),
    render_as_batch=given.get("render_as_batch", True),
)
with context.begin_transaction():
    context.run_migrations()
