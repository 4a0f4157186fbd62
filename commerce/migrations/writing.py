"""Writes a migration from what the tables in the code say and the migrations do not have yet."""

import subprocess
import sys
from pathlib import Path
from typing import Any

from alembic import command
from sqlalchemy import Enum, MetaData
from sqlmodel.sql.sqltypes import AutoString

from commerce.database import DecimalText, UtcTime, open_engine
from commerce.migrating import MIGRATIONS, settings_of_alembic, upgrade

__all__ = ["write_migration"]


def write_migration(metadata: MetaData, message: str, *, migrations: Path = MIGRATIONS) -> Path:
    """Write `versions/NNNN_message.py`, for a person to read and finish."""
    versions = migrations / "versions"
    number = f"{len(list(versions.glob('[0-9]*.py'))) + 1:04d}"
    engine = open_engine("sqlite://")
    upgrade(engine, migrations)
    with engine.begin() as connection:
        config = settings_of_alembic(connection, migrations)
        config.attributes |= {"metadata": metadata, "render_item": plain_type}
        command.revision(config, message, autogenerate=True, rev_id=number)
    (path,) = versions.glob(f"{number}_*.py")
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(line for line in lines if "# ###" not in line), encoding="utf-8")
    for step in (["check", "--fix-only", "--select", "I,F401"], ["format"]):
        subprocess.run([sys.executable, "-m", "ruff", *step, "-q", str(path)], check=True)  # noqa: S603
    return path


def plain_type(kind: str, item: Any, _context: object) -> str | bool:
    """A column is written as what the database keeps: old migrations must not change with the code."""
    if kind != "type":
        return False
    if isinstance(item, Enum | DecimalText):
        return "sa.String(length=40)"
    if isinstance(item, UtcTime):
        return "sa.DateTime(timezone=True)"
    if isinstance(item, AutoString):
        length = getattr(item.impl, "length", None)
        return f"sa.String(length={length})" if length else "sa.String()"
    return False
