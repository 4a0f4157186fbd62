"""`errand play` and `errand run`: the shop, until it is stopped."""

import asyncio
import logging
import os
import signal
import sys
import webbrowser
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
KEPT_BY_PLAY = (
    "*.sqlite", "*.sqlite-wal", "*.sqlite-shm", "vault.key", "bank.secret", "clock.json", "readings.jsonl",
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
) -> None:
    """Open the playground: the whole shop with a town around it; needs no token, key or internet."""
    from bot.playground.play import play as open_playground

    settings = settings_for_play(os.environ)
    folder = home.resolve() if home else settings.var / "play"
    if fresh:
        forget(folder)
    keep_a_log(folder)

    async def stay_open() -> None:
        showing = None if no_browser or not port else asyncio.create_task(show_page(port))
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


def forget(folder: Path) -> None:
    """Delete what was played before; nothing else that may lie in the folder."""
    for pattern in KEPT_BY_PLAY:
        for path in folder.glob(pattern):
            path.unlink()


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


async def until_stopped(work: Coroutine[None, None, None]) -> None:
    """Run until Ctrl-C or SIGTERM, then let `work` clean up."""
    task = asyncio.create_task(work)
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, task.cancel)
    with suppress(asyncio.CancelledError):
        await task
    typer.echo("Stopped. Nothing is lost: the next start goes on where this one was.")
