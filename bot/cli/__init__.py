"""The commands of `errand`, put together. Each imports what it needs only when it runs."""

from typing import Annotated

import typer
from typer.main import get_command

from bot.cli import benching, building, checking, evaluating, serving, staffing

__all__ = ["program"]

errand = typer.Typer(
    name="errand",
    help="Send a page, get everything it needs. Start with `errand play`.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"errand {version('errand')}")
        raise typer.Exit


@errand.callback()
def every_command(
    _version: Annotated[
        bool, typer.Option("--version", callback=version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Send a page, get everything it needs. Start with `errand play`."""


errand.command()(serving.play)
errand.command()(serving.run)
errand.command()(checking.doctor)
errand.command()(staffing.people)
errand.command()(staffing.grant)
errand.command()(building.migrate)
errand.command()(building.train)
errand.command()(building.key)
errand.command()(benching.bench)
errand.command("eval")(evaluating.evaluate)
errand.command()(building.migration)
errand.command()(building.docs)


def program() -> None:
    """Parse the command line and run the command; leaves by SystemExit."""
    get_command(errand)(prog_name="errand")
