"""A person pays an invoice in the chat: shipping question, pre-checkout question, successful payment."""

import asyncio
import secrets
from contextlib import suppress
from typing import Any

from .chats import chat_of, post
from .desk import Desk
from .errors import ControlError
from .methods.payments import PRE_CHECKOUT_SECONDS
from .spec import Json
from .state import Person
from .updates import MESSAGE_SECONDS, QUERY_SECONDS

_LOOK_SECONDS = 0.1


async def pay(desk: Desk, person: Person, message_id: int, given: Json) -> Json:
    """`{outcome: paid | refused | timeout}`; waits for the bot's answers, each at most 10 seconds."""
    chat = chat_of(desk, person)
    posted = chat.messages.get(message_id)
    if posted is None or posted.invoice is None:
        raise ControlError(f"message {message_id} is no invoice", status=404)
    invoice = posted.invoice
    total, order = invoice["total_amount"] + _tip(invoice, given), _order(invoice, given)
    option_id = None
    if invoice["is_flexible"]:
        answer = await _shipping(desk, person, invoice, order)
        if answer is None or not answer["ok"]:
            return _closed(desk, person, message_id, answer)
        option = _option(answer["shipping_options"], given.get("shipping_option_id"))
        option_id = option["id"]
        total += sum(price["amount"] for price in option["prices"])
    body: Json = {"from": person.user(), "currency": invoice["currency"], "total_amount": total}
    body["invoice_payload"] = invoice["payload"]
    body |= {"shipping_option_id": option_id} if option_id else {}
    body |= {"order_info": order} if order else {}
    answer = await _asked(desk, person, "pre_checkout", "pre_checkout_query", body, PRE_CHECKOUT_SECONDS)
    if answer is None or not answer["ok"]:
        return _closed(desk, person, message_id, answer)
    payment = {name: value for name, value in body.items() if name not in ("id", "from")}
    payment["telegram_payment_charge_id"] = secrets.token_hex(16)
    payment["provider_payment_charge_id"] = secrets.token_hex(12)
    done = post(desk, person, chat, {"successful_payment": payment}, from_bot=False)
    desk.updates.make("message", done.message, queue=f"chat:{chat.id}", seconds=MESSAGE_SECONDS)
    desk.journal.publish("payment", chat_id=chat.id, message_id=message_id, outcome="paid")
    return {"outcome": "paid", "message": done.message}


async def _shipping(desk: Desk, person: Person, invoice: Json, order: Json) -> Json | None:
    if "shipping_address" not in order:
        raise ControlError("this invoice wants a shipping_address")
    body = {
        "from": person.user(),
        "invoice_payload": invoice["payload"],
        "shipping_address": order["shipping_address"],
    }
    return await _asked(desk, person, "shipping", "shipping_query", body, PRE_CHECKOUT_SECONDS)


async def _asked(desk: Desk, person: Person, kind: str, update: str, body: Json, seconds: int) -> Json | None:
    """Put the question to the bot; None when it does not answer in time, by the emulator's clock."""
    question = desk.ask(kind, person, seconds, data=body["invoice_payload"])
    body["id"] = question.id
    desk.updates.make(update, body, queue=f"pay:{person.id}", seconds=QUERY_SECONDS)
    while question.answer is None and desk.now() <= question.asked_at + seconds:
        with suppress(TimeoutError):
            async with asyncio.timeout(_LOOK_SECONDS):
                await desk.journal.changed()
    return question.answer


def _closed(desk: Desk, person: Person, message_id: int, answer: Json | None) -> Json:
    outcome: Json = {"outcome": "timeout"}
    if answer is not None:
        outcome = {"outcome": "refused", "error_message": answer["error_message"]}
    desk.journal.publish("payment", chat_id=person.id, message_id=message_id, **outcome)
    return outcome


def _tip(invoice: Json, given: Json) -> int:
    tip = int(given.get("tip", 0))
    if not 0 <= tip <= invoice.get("max_tip_amount", 0):
        raise ControlError(f"this invoice takes tips from 0 to {invoice.get('max_tip_amount', 0)}")
    return tip


def _order(invoice: Json, given: Json) -> Json:
    names = (("name", "need_name"), ("phone_number", "need_phone_number"), ("email", "need_email"))
    order: Json = {name: given[name] for name, flag in names if invoice[flag] and given.get(name)}
    if given.get("shipping_address") and invoice["need_shipping_address"]:
        order["shipping_address"] = given["shipping_address"]
    return order


def _option(options: list[Json], wanted: Any) -> Json:
    for option in options:
        if wanted is None or option.get("id") == wanted:
            return option
    raise ControlError(f"no shipping option {wanted!r}", status=404)
