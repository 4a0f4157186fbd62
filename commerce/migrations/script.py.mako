"""${message}"""

import sqlalchemy as sa
from alembic import op

revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}


def upgrade() -> None:
    ${upgrades if upgrades else "pass"}
% if rules:
    for statement in RULES[op.get_bind().dialect.name]:
        op.get_bind().exec_driver_sql(statement)


RULES = ${repr(rules)}
% endif
