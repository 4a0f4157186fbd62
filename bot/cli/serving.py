"""`errand play` and `errand run`: the shop, until it is stopped."""

import asyncio
import logging
import os
import signal
from collections.abc import Coroutine, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from bot.settings import Settings

__all__ = ["forget", "play", "run", "settings_for_play"]

LIVE_ONLY = (
    "DATABASE_URL", "TELEGRAM_BOT_TOKEN", "STRIPE_API_KEY", "STRIPE_WEBHOOK_SECRET", "ERRAND_PUBLIC_URL",
    "ERRAND_WEBHOOK_SECRET", "ERRAND_VAULT_KEY",
)  # fmt: skip
KEPT_IN_PLAY = ("*.sqlite", "*.sqlite-wal", "*.sqlite-shm", "vault.key")

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
) -> None:
    """Open the playground: the whole shop with a town around it; needs no token, key or internet."""
    from bot.app import play as open_playground

    settings = settings_for_play(home, os.environ)
    if fresh:
        forget(settings.var)
    keep_a_log(settings.var)
    asyncio.run(
        until_stopped(open_playground(settings, port=port, engine=not no_engine, show_page=not no_browser))
    )


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


def settings_for_play(home: Path | None, environment: Mapping[str, str]) -> "Settings":
    """Play has a folder of its own, and no secret or database of the real shop ever comes into it."""
    from bot.settings import ROOT, read_settings

    given = environment.get("ERRAND_VAR")
    folder = home or (Path(given) if given else ROOT / "var") / "play"
    plain = {name: value for name, value in environment.items() if name not in LIVE_ONLY}
    return read_settings(environment=plain | {"ERRAND_VAR": str(folder.resolve())})


def forget(home: Path) -> None:
    """Delete what was played before; nothing else that may lie in the folder."""
    for pattern in KEPT_IN_PLAY:
        for path in home.glob(pattern):
            path.unlink()


def keep_a_log(folder: Path) -> None:
    """Everything goes to errand.log, warnings to the terminal too."""
    folder.mkdir(parents=True, exist_ok=True)
    whole = logging.FileHandler(folder / "errand.log", encoding="utf-8")
    terminal = logging.StreamHandler()
    terminal.setLevel(logging.WARNING)
    logging.basicConfig(
        level=logging.INFO,
        format="%(asctime)s %(levelname)s %(name)s: %(message)s",
        handlers=[whole, terminal],
    )


async def until_stopped(work: Coroutine[None, None, None]) -> None:
    """Run until Ctrl-C or SIGTERM, then let `work` clean up."""
    task = asyncio.create_task(work)
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, task.cancel)
    with suppress(asyncio.CancelledError):
        await task
    typer.echo("Stopped. Nothing is lost: the next start goes on where this one was.")
