"""What every measurement takes and gives, and how a set of examples is read from its file."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

__all__ = ["BadSet", "Figure", "Report", "Request", "by_group", "milliseconds", "rows_of", "share"]


Figure = float | int | str | Mapping[str, "Figure"]
"""A number, or named ones in groups: {"by_language": {"en": {"n": 3, "right": 2, "rate": 0.6667}}}."""


class BadSet(Exception):
    """The set cannot be read; the message says where and what to do."""


@dataclass(frozen=True)
class Request:
    """What to measure with: the paths as given, and the options that some sets know.

    `wild`: pages are read as those of unknown sites. `aliases`: a file of `text=other name`.
    """

    paths: tuple[Path, ...]
    wild: bool = False
    aliases: Path | None = None

    def only_path(self) -> Path:
        """The one path of a set that is one file or folder. Raises BadSet for several."""
        if len(self.paths) != 1:
            raise BadSet(f"This takes one path, not {len(self.paths)}.")
        return self.paths[0]


@dataclass(frozen=True)
class Report:
    """`right` of `n` examples, further `figures` by name, and `errors`: what went wrong, one object each."""

    n: int
    right: int
    figures: Mapping[str, Figure]
    errors: Sequence[Mapping[str, Any]] = ()

    def as_json(self) -> dict[str, Any]:
        return {"n": self.n, "right": self.right, "rate": share(self.right, self.n), **self.figures}


def share(right: int, n: int) -> float:
    """The share to four places; 0 of nothing."""
    return round(right / n, 4) if n else 0.0


def by_group(results: Iterable[tuple[str, bool]]) -> dict[str, Figure]:
    """{group: {"n", "right", "rate"}} of (group, was it right), in the order of the names."""
    counted, right = Counter[str](), Counter[str]()
    for group, was_right in results:
        counted[group] += 1
        right[group] += was_right
    return {
        group: {"n": n, "right": right[group], "rate": share(right[group], n)}
        for group, n in sorted(counted.items())
    }


def milliseconds(seconds: Sequence[float]) -> dict[str, Figure]:
    """`ms_p50` and `ms_p95` of the times that single examples took."""
    ordered = sorted(seconds) or [0.0]
    return {
        f"ms_p{percent}": round(1000 * ordered[min(len(ordered) - 1, len(ordered) * percent // 100)], 3)
        for percent in (50, 95)
    }


def rows_of(path: Path, *needed: str) -> Iterator[dict[str, Any]]:
    """The objects of a JSON Lines file, each with the keys `needed`. Raises BadSet."""
    if path.is_dir():
        raise BadSet(f"{path} is a folder; this set is one file with a JSON object a line.")
    for number, line in enumerate(path.read_text(encoding="utf-8-sig").splitlines(), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except json.JSONDecodeError as error:
            raise BadSet(f"{path}, line {number} is not JSON: {error}.") from error
        missing = [key for key in needed if not isinstance(row, dict) or key not in row]
        if missing:
            raise BadSet(f"{path}, line {number} has no {', '.join(missing)}; see docs/evaluation.md.")
        yield row
