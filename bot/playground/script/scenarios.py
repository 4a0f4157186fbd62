"""The scripts that come along, in `world/scenarios/`, and those on disk."""

from pathlib import Path

from bot.playground.script.reading import read_file
from bot.playground.script.steps import Script

__all__ = ["SCENARIOS", "ready_made", "scenario"]

SCENARIOS = Path(__file__).parents[1] / "world" / "scenarios"


def scenario(name: str) -> Script:
    """A script from a file, or one of those that come along, by its name. Raises `BadScript`."""
    path, own = Path(name), SCENARIOS / f"{Path(name).name}.yml"
    if not path.exists() and name == path.name and own.is_file():
        return read_file(own)
    return read_file(path)


def ready_made() -> dict[str, Script]:
    """By name, in the order of their names."""
    return {path.stem: read_file(path) for path in sorted(SCENARIOS.glob("*.yml"))}
