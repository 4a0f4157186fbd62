"""An honest emulator of the Telegram Bot API, for any bot.

It keeps people, chats, files and pending updates, checks every call and answer against the specification of
Bot API 10.0, refuses in Telegram's words, and records what the real server would let pass silently as
*violations*.

    python -m bot.playground.emulator --port 8081

prints a token and an address. A PTB bot is driven by it unchanged:

    from telegram.ext import Application, MessageHandler, filters

    async def echo(update, context):
        await update.message.reply_text(update.message.text)

    app = Application.builder().token(TOKEN).base_url("http://127.0.0.1:8081/bot")
    app = app.base_file_url("http://127.0.0.1:8081/file/bot").build()
    app.add_handler(MessageHandler(filters.TEXT, echo))
    app.run_polling()

    # curl -d '{"first_name": "Ada"}' http://127.0.0.1:8081/control/users
    # curl -d '{"text": "hello"}' http://127.0.0.1:8081/control/users/1000000001/say

The control API (people, what they see and do, events, faults) is described in `control` and `control_acts`.
"""

from .desk import TOKEN, Desk, Settings
from .emulator import Emulator

__all__ = ["TOKEN", "Desk", "Emulator", "Settings"]
