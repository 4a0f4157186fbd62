"""`errand eval`: how well Errand understands, measured on a set of examples."""

import importlib
import json
from collections.abc import Iterator, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Protocol

import typer

from bot.cli.benching import table
from bot.evaluation.reports import BadSet, Figure, Report, Request

__all__ = ["Measured", "evaluate"]


class Measured(StrEnum):
    """Each is measured by the `measure` of the module of its name in `bot.evaluation`."""

    LINES = "lines"
    MATCH = "match"
    PACKS = "packs"
    PAGES = "pages"
    REPLIES = "replies"
    UTTERANCES = "utterances"


class Measuring(Protocol):
    def measure(self, request: Request) -> Report: ...


def evaluate(
    what: Annotated[Measured, typer.Argument(help="What is understood.")],
    paths: Annotated[list[Path], typer.Argument(metavar="FILE...", help="The set of examples.")],
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object instead of a table.")] = False,
    errors: Annotated[bool, typer.Option("--errors", help="Show what went wrong, too.")] = False,
    wild: Annotated[bool, typer.Option("--wild", help="Pages: take every site as unknown.")] = False,
    aliases: Annotated[
        Path | None, typer.Option(help="Match: a file of lines `text=other name` that were learned.")
    ] = None,
) -> None:
    """Measure on a set of examples. docs/evaluation.md says what the sets hold and the figures mean."""
    for path in [*paths, *([aliases] if aliases else [])]:
        if not path.exists():
            raise BadSet(f"There is no {path}.")
    module: Measuring = importlib.import_module(f"bot.evaluation.{what.value}")
    report = module.measure(Request(tuple(paths), wild=wild, aliases=aliases))
    figures = report.as_json()
    if as_json:
        found = {"errors": list(report.errors)} if errors else {}
        typer.echo(json.dumps({**figures, **found}, ensure_ascii=False))
        return
    typer.echo(table(("figure", "value"), list(_rows(figures))))
    if errors:
        typer.echo(f"\n{len(report.errors)} went wrong:")
        for error in report.errors:
            typer.echo(json.dumps(error, ensure_ascii=False))


def _rows(figures: Mapping[str, Figure], before: str = "") -> Iterator[tuple[str, str]]:
    """A row for each number; a group of n, right and rate is one row."""
    for name, figure in figures.items():
        if not isinstance(figure, Mapping):
            yield f"{before}{name}", f"{figure:.4f}" if isinstance(figure, float) else str(figure)
        elif set(figure) == {"n", "right", "rate"}:
            yield f"{before}{name}", f"{figure['rate']:.4f} ({figure['right']} of {figure['n']})"
        else:
            yield from _rows(figure, f"{before}{name}, ")
