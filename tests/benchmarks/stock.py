"""The bot to compare with: python-telegram-bot's own Application, its own transport, its defaults.

    python -m tests.benchmarks.stock ADDRESS TOKEN SIDE_BY_SIDE

`SIDE_BY_SIDE` 0 is the default (one update at a time); a number is `concurrent_updates`, which gives the
order within a chat away. Nothing is kept: what it has taken is lost with its process.
"""

import logging
import sys

from telegram import Update
from telegram.ext import Application, ContextTypes, MessageHandler, filters


async def echo(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    if update.message is not None and update.message.text is not None:
        await update.message.reply_text(update.message.text)


def main() -> None:
    address, token, side_by_side = sys.argv[1:]
    logging.disable(logging.CRITICAL)
    builder = Application.builder().token(token)
    builder = builder.base_url(f"{address}/bot").base_file_url(f"{address}/file/bot")
    if int(side_by_side):
        builder = builder.concurrent_updates(int(side_by_side))
    app = builder.build()
    app.add_handler(MessageHandler(filters.TEXT, echo))
    app.run_polling()


if __name__ == "__main__":
    main()
