"""`errand play --headless --scenario FILE`: scripts played in a town of their own."""

import asyncio
import logging
import shutil
import signal
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from bot.cli.folders import keep_a_log, was_played_in

if TYPE_CHECKING:
    from bot.playground.script.steps import Script
    from bot.settings import Settings

__all__ = ["play_scenarios"]

NOT_OPENED, STOPPED = 3, 130


def play_scenarios(
    names: Sequence[str], settings: "Settings", *, home: Path | None, keep: bool, as_json: bool, engine: bool
) -> int:
    """The exit code: 0 all as expected, 1 a step differed, 2 a file is bad, 3 the playground did not open."""
    from bot.playground.script.headless import BAD_FILE, EngineAway
    from bot.playground.script.scenarios import scenario
    from bot.playground.script.steps import BadScript

    try:
        scripts = [scenario(name) for name in names]
        for script in scripts:
            if script.free_text and not engine:
                raise BadScript(script.source, 0, "has free text in it, which --no-engine leaves out")
        if home is not None and was_played_in(home):
            typer.echo(f"{home} holds what was played before; add --fresh to forget it.", err=True)
            return NOT_OPENED
        return _in_a_folder(scripts, settings, home, keep=keep, as_json=as_json)
    except BadScript as bad:
        typer.echo(f"{bad}\nThe format is described in docs/scenarios.md.", err=True)
        return BAD_FILE
    except (EngineAway, OSError) as error:
        typer.echo(
            f"The playground could not be opened: {error}. `errand doctor` looks what is missing.", err=True
        )
        return NOT_OPENED


def _in_a_folder(
    scripts: "list[Script]", settings: "Settings", home: Path | None, *, keep: bool, as_json: bool
) -> int:
    folder = home or Path(tempfile.mkdtemp(prefix="errand-play-"))
    keep_a_log(folder)
    try:
        return asyncio.run(_until_done(scripts, settings, folder, as_json))
    finally:
        logging.shutdown()
        if keep or home:
            typer.echo(f"The data of this play is in {folder}", err=True)
        else:
            shutil.rmtree(folder, ignore_errors=True)


async def _until_done(scripts: "list[Script]", settings: "Settings", folder: Path, as_json: bool) -> int:
    """Play to the end, or until Ctrl-C or SIGTERM; either way everything is closed."""
    from bot.playground.script.headless import play_scripts

    def progress(words: str) -> None:
        typer.echo(words, err=True)

    task = asyncio.create_task(
        play_scripts(scripts, settings, folder, tell_line=typer.echo, progress=progress, as_json=as_json)
    )
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, task.cancel)
    with suppress(asyncio.CancelledError):
        return await task
    progress("Stopped.")
    return STOPPED
