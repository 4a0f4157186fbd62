"""`errand doctor`: is everything there, and if not, what to do about it."""

from typing import Annotated

import typer

__all__ = ["doctor"]

MARKS = {True: "ok     ", False: "missing"}


def doctor(
    port: Annotated[int, typer.Option(help="The port that `play` or `run` will use.")] = 8080,
    live: Annotated[
        bool, typer.Option("--live", help="Fail, too, if something is missing for real Telegram.")
    ] = False,
) -> None:
    """Check the set-up and say in words what is missing and how to mend it."""
    from bot.cli.checks import Need, examine

    findings = examine(port)
    needs = {
        Need.PLAY: "To play (`make run`)",
        Need.LIVE: "To go live (`errand run`)",
        Need.TESTS: "To run all the tests (`make test`)",
    }
    for need, title in needs.items():
        typer.echo(f"{title}:")
        for finding in (found for found in findings if found.need is need):
            typer.echo(f"  {MARKS[finding.fine]}  {finding.what}")
            if finding.mend:
                typer.echo(f"           {finding.mend}")
    wanted = {Need.PLAY, Need.LIVE} if live else {Need.PLAY}
    missing = [finding for finding in findings if finding.need in wanted and not finding.fine]
    if missing:
        typer.echo(f"{len(missing)} thing{'s are' if len(missing) > 1 else ' is'} missing.")
        raise typer.Exit(1)
    typer.echo("Everything that is needed is there.")
