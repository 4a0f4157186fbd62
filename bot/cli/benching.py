"""`errand bench`: the project's figures, measured here and now."""

import importlib
import sys
from collections.abc import Sequence
from enum import StrEnum
from typing import Annotated, Protocol

import typer

__all__ = ["NeedsCheckout", "bench", "table"]


class Bench(StrEnum):
    WIRE = "wire"
    TURN = "turn"
    CHOOSE = "choose"
    PAGES = "pages"
    SETUP = "setup"


class NeedsCheckout(Exception):
    """The command needs a checkout with the development dependencies."""


class Row(Protocol):
    def cells(self) -> tuple[str, ...]: ...


def bench(
    what: Annotated[
        Bench,
        typer.Argument(
            help="wire: updates per second; turn: one turn; choose: choosing sellers; pages: reading a page;"
            " setup: a fresh clone."
        ),
    ],
) -> None:
    """Measure, and print a table. docs/operations.md says what the columns mean."""
    from bot.settings import ROOT

    sys.path.insert(0, str(ROOT))
    try:
        module = importlib.import_module(f"tests.benchmarks.{what}")
    except ModuleNotFoundError as error:
        raise NeedsCheckout(
            f"`errand bench {what}` needs a checkout, set up by `make setup` ({error})."
        ) from error
    rows: list[Row] = module.run()
    typer.echo(table(module.HEADINGS, [row.cells() for row in rows]))


def table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table, its columns aligned."""
    widths = [max(len(cell) for cell in column) for column in zip(headings, *rows, strict=True)]
    lines = [headings, ["-" * width for width in widths], *rows]
    return "\n".join(
        f"| {' | '.join(cell.ljust(width) for cell, width in zip(line, widths, strict=True))} |"
        for line in lines
    )
