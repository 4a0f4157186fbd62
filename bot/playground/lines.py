"""Files of JSON lines that the playground adds to as things happen, and reads when it starts again."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

__all__ = ["add_lines", "kept_lines"]

Row = dict[str, Any]


def kept_lines(path: Path, most: int) -> list[Row]:
    """The last `most` rows of the file, which is then cut to them. A process that was killed while it wrote
    leaves half a line, which is taken away so that the next row begins one of its own."""
    if not path.exists():
        return []
    content = path.read_bytes()
    lines = [line for line in content.split(b"\n") if line]
    rows = [row for row in map(_row, lines) if row is not None][-most:]
    if len(rows) < len(lines) or not content.endswith(b"\n"):
        path.write_bytes(_written(rows))
    return rows


def add_lines(path: Path, rows: Iterable[Row]) -> None:
    with path.open("ab") as file:
        file.write(_written(rows))


def _written(rows: Iterable[Row]) -> bytes:
    return "".join(json.dumps(row, default=str) + "\n" for row in rows).encode()


def _row(line: bytes) -> Row | None:
    try:
        row = json.loads(line)
    except ValueError:
        return None
    return row if isinstance(row, dict) else None
