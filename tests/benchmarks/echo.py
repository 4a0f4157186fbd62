"""Errand's core with a desk that echoes: the real inbox, lanes, units, outbox and courier on a SQLite file.

python -m tests.benchmarks.echo ADDRESS TOKEN DATABASE
"""

import asyncio
import logging
import sys
from datetime import UTC, datetime
from pathlib import Path

from sqlmodel import Session

import bot.inbox  # noqa: F401 - its table belongs to the database too
from bot.arrivals import Arrival
from bot.courier import Courier
from bot.intake import Intake
from bot.transport import AiohttpRequest, ShopBot
from commerce import outbox
from commerce.database import SWITCH_SECONDS, Units, open_engine
from commerce.tables import METADATA


class EchoDesk:
    """Answers each text with itself; nothing is refused."""

    async def understand(self, arrival: Arrival) -> object:
        return arrival.text

    def handle(self, session: Session, arrival: Arrival, wish: object) -> str:
        outbox.post(session, arrival.account, {"text": str(wish)}, datetime.now(UTC))
        return "Echo"

    def refuse(self, session: Session, arrival: Arrival, error: Exception) -> bool:
        return False

    def apologise(self, session: Session, arrival: Arrival, reference: str) -> None:
        outbox.post(session, arrival.account, {"text": f"Sorry: {reference}"}, datetime.now(UTC))


async def serve(address: str, token: str, database: Path) -> None:
    engine = open_engine(f"sqlite:///{database}")
    METADATA.create_all(engine)
    units = Units(engine)
    bot = ShopBot(
        token,
        base_url=f"{address}/bot",
        base_file_url=f"{address}/file/bot",
        request=AiohttpRequest(connection_pool_size=512),
        get_updates_request=AiohttpRequest(connection_pool_size=2, read_timeout=40.0),
    )
    await bot.initialize()
    courier = Courier(bot, units, lambda: datetime.now(UTC), per_second=1000.0, burst=1000)
    units.after_commit = lambda _stirred: courier.wake()
    intake = Intake(bot, units, EchoDesk(), lambda: datetime.now(UTC))
    try:
        await asyncio.gather(courier.run(), intake.poll())
    finally:
        await bot.shutdown()
        units.close()


def main() -> None:
    address, token, database = sys.argv[1:]
    sys.setswitchinterval(SWITCH_SECONDS)
    logging.disable(logging.INFO)
    asyncio.run(serve(address, token, Path(database)))


if __name__ == "__main__":
    main()
