"""`python -m bot.playground.emulator`: the emulator by itself."""

import argparse
import asyncio
import contextlib
import signal
import sqlite3
from pathlib import Path

from .desk import TOKEN, Settings
from .emulator import Emulator
from .methods import METHODS
from .server import is_token
from .spec import bot_api


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bot.playground.emulator", description=__doc__)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8081)
    parser.add_argument("--token", default=TOKEN, type=_token, help="the token that the bot must use")
    parser.add_argument(
        "--database", type=Path, help="SQLite file; without it everything is forgotten at the end"
    )
    parser.add_argument("--delay-ms", type=int, default=0, help="pause before every answer")
    parser.add_argument(
        "--webhook-retry", type=float, default=1.0, help="seconds of the webhook's first pause"
    )
    parser.add_argument("--name", default="Bot", help="the bot's first name")
    parser.add_argument("--username", default="emulated_bot", help="the bot's username, without @")
    parser.add_argument("--rates", action="store_true", help="429 for who sends faster than is advised")
    parser.add_argument("--fast", action="store_true", help="no checks, no log: for benchmarks")
    parser.add_argument("--methods", action="store_true", help="print the methods that are emulated, and end")
    given = parser.parse_args()
    if given.methods:
        spec = bot_api()
        names = sorted(method.name for name, method in spec.methods.items() if name in METHODS)
        print(*names, f"{len(names)} of the {len(spec.methods)} methods of {spec.version}", sep="\n")
        return
    settings = Settings(
        token=given.token,
        database=given.database,
        delay_ms=given.delay_ms,
        rates=given.rates,
        retry_seconds=given.webhook_retry,
        first_name=given.name,
        username=given.username,
        check=not given.fast,
        record=not given.fast,
    )
    try:
        asyncio.run(_serve(settings, given.host, given.port))
    except KeyboardInterrupt:
        return
    except (OSError, OverflowError) as error:
        parser.exit(1, f"Cannot listen at {given.host}:{given.port}: {error}. Choose another --port.\n")
    except sqlite3.Error as error:
        parser.exit(1, f"{given.database} cannot be used as --database: {error}.\n")


def _token(given: str) -> str:
    if not is_token(given):
        raise argparse.ArgumentTypeError(f"{given!r} is none: it looks like 1000001:anything")
    return given


async def _serve(settings: Settings, host: str, port: int) -> None:
    async with Emulator(settings) as emulator:
        address = await emulator.serve(host, port)
        print(f"Bot API at {address}/bot{emulator.token}/, control API at {address}/control", flush=True)
        ended = asyncio.Event()
        with contextlib.suppress(NotImplementedError):  # Windows has no such handlers
            asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, ended.set)
        await ended.wait()


if __name__ == "__main__":
    main()
