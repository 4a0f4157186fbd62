"""`errand play` and `errand run`: the shop, until it is stopped."""

import asyncio
import os
import signal
import sys
import webbrowser
from collections.abc import Coroutine, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.folders import forget, keep_a_log
from bot.cli.scripting import play_scenarios

if TYPE_CHECKING:
    from bot.settings import Settings

__all__ = ["play", "run", "settings_for_play"]

LIVE_ONLY = (
    "DATABASE_URL", "TELEGRAM_BOT_TOKEN", "STRIPE_API_KEY", "STRIPE_WEBHOOK_SECRET", "ERRAND_PUBLIC_URL",
    "ERRAND_WEBHOOK_SECRET", "ERRAND_VAULT_KEY",
)  # fmt: skip
PATIENCE_SECONDS = 30

Port = Annotated[int, typer.Option(help="Port to listen on; 0 takes a free one.", min=0, max=65535)]
Home = Annotated[Path | None, typer.Option(help="Folder for the data.", file_okay=False)]


def play(
    port: Port = 8080,
    fresh: Annotated[bool, typer.Option("--fresh", help="Forget what was played before.")] = False,
    no_engine: Annotated[
        bool,
        typer.Option("--no-engine", help="Without the dialogue engine: links, buttons and commands only."),
    ] = False,
    home: Home = None,
    no_browser: Annotated[
        bool, typer.Option("--no-browser", help="Do not open the page in a browser.")
    ] = False,
    headless: Annotated[
        bool, typer.Option("--headless", help="For scripts: open no browser; with --scenario play and end.")
    ] = False,
    scenario: Annotated[
        list[str] | None,
        typer.Option(
            help="Play this file, or a ready-made one by name, in a town of its own. May be repeated."
        ),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Tell each scenario as one line of JSON.")] = False,
    keep: Annotated[bool, typer.Option("--keep", help="Keep the data of a scenario's play.")] = False,
) -> None:
    """Open the playground: the whole shop with a town around it; needs no token, key or internet."""
    from bot.playground.play import play as open_playground

    settings = settings_for_play(os.environ)
    if scenario:
        if not headless:
            raise typer.BadParameter("--scenario goes with --headless; on the page, scripts are under Script")
        if fresh and home:
            forget(home.resolve())
        where = home.resolve() if home else None
        played = play_scenarios(
            scenario, settings, home=where, keep=keep, as_json=as_json, engine=not no_engine
        )
        raise typer.Exit(played)
    folder = home.resolve() if home else settings.var / "play"
    if fresh:
        forget(folder)
    keep_a_log(folder)

    async def stay_open() -> None:
        showing = None if no_browser or headless or not port else asyncio.create_task(show_page(port))
        try:
            await open_playground(settings, home=folder, port=port, engine=not no_engine)
        finally:
            if showing is not None:
                showing.cancel()

    asyncio.run(until_stopped(stay_open()))


def run(
    port: Port = 8080,
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    home: Home = None,
) -> None:
    """Run the shop on Telegram, with the token in TELEGRAM_BOT_TOKEN (see `errand doctor`)."""
    from bot.app import run as open_shop
    from bot.settings import read_settings

    environment = os.environ | ({"ERRAND_VAR": str(home.resolve())} if home else {})
    settings = read_settings(environment=environment)
    keep_a_log(settings.var)
    asyncio.run(until_stopped(open_shop(settings, host=host, port=port)))


def settings_for_play(environment: Mapping[str, str]) -> "Settings":
    """No secret and no database of the real shop ever comes into the playground."""
    from bot.settings import read_settings

    return read_settings(environment={k: v for k, v in environment.items() if k not in LIVE_ONLY})


async def show_page(port: int) -> None:
    """Open the page in a browser once it answers, where somebody sits at a screen."""
    screen = sys.platform == "darwin" or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    if not screen or not sys.stdout.isatty():
        return
    for _ in range(PATIENCE_SECONDS):
        with suppress(OSError):
            _, writer = await asyncio.open_connection("127.0.0.1", port)
            writer.close()
            await asyncio.to_thread(webbrowser.open, f"http://127.0.0.1:{port}")
            return
        await asyncio.sleep(1)


async def until_stopped(work: Coroutine[None, None, None]) -> None:
    """Run until Ctrl-C or SIGTERM, then let `work` clean up."""
    task = asyncio.create_task(work)
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, task.cancel)
    with suppress(asyncio.CancelledError):
        await task
    typer.echo("Stopped. Nothing is lost: the next start goes on where this one was.")
