"""inquiry lines without partial"""

from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    with op.batch_alter_table("inquiry_line", schema=None) as batch_op:
        batch_op.drop_column("partial")
