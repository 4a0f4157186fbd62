"""The folder that a playground keeps its data in: what lies there, its log, and forgetting it."""

import logging
from collections.abc import Iterator
from pathlib import Path

__all__ = ["forget", "keep_a_log", "was_played_in"]

KEPT_BY_PLAY = (
    "*.sqlite", "*.sqlite-wal", "*.sqlite-shm", "vault.key", "bank.secret", "clock.json", "readings.jsonl",
    "played.jsonl",
)  # fmt: skip


def forget(folder: Path) -> None:
    """Delete what was played before; nothing else that may lie in the folder."""
    for path in list(_kept(folder)):
        path.unlink()


def was_played_in(folder: Path) -> bool:
    return next(_kept(folder), None) is not None


def _kept(folder: Path) -> Iterator[Path]:
    for pattern in KEPT_BY_PLAY:
        yield from folder.glob(pattern)


def keep_a_log(folder: Path) -> None:
    """Everything goes to errand.log, warnings to the terminal too."""
    folder.mkdir(parents=True, exist_ok=True)
    for chatty in ("alembic", "apscheduler"):
        logging.getLogger(chatty).setLevel(logging.WARNING)
    whole = logging.FileHandler(folder / "errand.log", encoding="utf-8")
    terminal = logging.StreamHandler()
    terminal.setLevel(logging.WARNING)
    logging.basicConfig(
        level=logging.INFO,
        format="%(asctime)s %(levelname)s %(name)s: %(message)s",
        handlers=[whole, terminal],
    )
