"""A person pays an invoice in the chat: shipping question, pre-checkout question, successful payment."""

import asyncio
import secrets
from contextlib import suppress
from typing import Any

from .chats import post
from .desk import Desk
from .errors import ControlError
from .methods.payments import PRE_CHECKOUT_SECONDS
from .rooms import chat_of
from .spec import Json
from .state import Chat, Person, Question
from .updates import MESSAGE_SECONDS, QUERY_SECONDS

_LOOK_SECONDS = 0.1


async def pay(
    desk: Desk, person: Person, message_id: int | None, given: Json, chat: Chat | None = None
) -> Json:
    """`{outcome: paid | refused | timeout}`; waits for the bot's answers, each at most 10 seconds. Without a
    message the invoice is that of a link, by its `slug`."""
    chat = chat or chat_of(desk, person)
    invoice = _invoice_in(desk, chat, message_id, given)
    total, order = invoice["total_amount"] + _tip(invoice, given), _order(invoice, given)
    option_id = None
    if invoice["is_flexible"]:
        asked = _asked_before(desk, person, invoice, given) or await _shipping(desk, person, invoice, order)
        answer = asked.answer
        if answer is None or not answer["ok"]:
            return _closed(desk, chat, message_id, answer)
        option = _option(answer["shipping_options"], given.get("shipping_option_id"))
        option_id = option["id"]
        total += sum(price["amount"] for price in option["prices"])
    body: Json = {"from": person.user(), "currency": invoice["currency"], "total_amount": total}
    body["invoice_payload"] = invoice["payload"]
    body |= {"shipping_option_id": option_id} if option_id else {}
    body |= {"order_info": order} if order else {}
    asked = await _asked(desk, person, "pre_checkout", "pre_checkout_query", body, PRE_CHECKOUT_SECONDS)
    answer = asked.answer
    if answer is None or not answer["ok"]:
        return _closed(desk, chat, message_id, answer)
    payment = {name: value for name, value in body.items() if name not in ("id", "from")}
    payment["telegram_payment_charge_id"] = secrets.token_hex(16)
    payment["provider_payment_charge_id"] = secrets.token_hex(12)
    done = post(desk, chat, {"successful_payment": payment}, sender=person)
    desk.updates.make("message", done.message, queue=f"chat:{chat.id}", seconds=MESSAGE_SECONDS)
    desk.journal.publish("payment", chat_id=chat.id, message_id=message_id, outcome="paid")
    return {"outcome": "paid", "message": done.message}


def invoice_of_link(desk: Desk, slug: str) -> Json:
    """What `t.me/$<slug>` asks to pay. Raises ControlError."""
    invoice = desk.world.invoice_links.get(slug)
    if invoice is None:
        raise ControlError(f"no invoice link with {slug!r}", status=404)
    return invoice


def _invoice_in(desk: Desk, chat: Chat, message_id: int | None, given: Json) -> Json:
    if message_id is None:
        return invoice_of_link(desk, str(given.get("slug", "")))
    posted = chat.messages.get(message_id)
    if posted is None or posted.invoice is None:
        raise ControlError(f"message {message_id} is no invoice", status=404)
    return posted.invoice


async def ask_shipping(desk: Desk, person: Person, message_id: int | None, given: Json, chat: Chat) -> Json:
    """The ways to ship, before anything is paid: `{outcome: options | refused | timeout, options,
    shipping_query_id}`. `pay` takes the id, so that the bot is asked once, as Telegram's clients do."""
    invoice = _invoice_in(desk, chat, message_id, given)
    if not invoice["is_flexible"]:
        raise ControlError("this invoice asks for no way to ship", status=409)
    asked = await _shipping(desk, person, invoice, _order(invoice, given))
    if asked.answer is None or not asked.answer["ok"]:
        return _closed(desk, chat, message_id, asked.answer)
    return {"outcome": "options", "options": asked.answer["shipping_options"], "shipping_query_id": asked.id}


def _asked_before(desk: Desk, person: Person, invoice: Json, given: Json) -> Question | None:
    asked = desk.world.questions.get(str(given.get("shipping_query_id", "")))
    wanted = ("shipping", person.id, invoice["payload"])
    return asked if asked and (asked.kind, asked.user_id, asked.data) == wanted else None


def _tip(invoice: Json, given: Json) -> int:
    tip = int(given.get("tip") or 0)
    if not 0 <= tip <= invoice.get("max_tip_amount", 0):
        raise ControlError(f"this invoice takes tips from 0 to {invoice.get('max_tip_amount', 0)}")
    return tip


async def _shipping(desk: Desk, person: Person, invoice: Json, order: Json) -> Question:
    if "shipping_address" not in order:
        raise ControlError("this invoice wants a shipping_address")
    body = {
        "from": person.user(),
        "invoice_payload": invoice["payload"],
        "shipping_address": order["shipping_address"],
    }
    return await _asked(desk, person, "shipping", "shipping_query", body, PRE_CHECKOUT_SECONDS)


async def _asked(desk: Desk, person: Person, kind: str, update: str, body: Json, seconds: int) -> Question:
    """Put the question to the bot; without an answer when it takes too long, by the emulator's clock."""
    question = desk.ask(kind, person, seconds, data=body["invoice_payload"])
    body["id"] = question.id
    desk.updates.make(update, body, queue=f"pay:{person.id}", seconds=QUERY_SECONDS)
    while question.answer is None and desk.now() <= question.asked_at + seconds:
        with suppress(TimeoutError):
            async with asyncio.timeout(_LOOK_SECONDS):
                await desk.journal.changed()
    return question


def _closed(desk: Desk, chat: Chat, message_id: int | None, answer: Json | None) -> Json:
    outcome: Json = {"outcome": "timeout"}
    if answer is not None:
        outcome = {"outcome": "refused", "error_message": answer["error_message"]}
    desk.journal.publish("payment", chat_id=chat.id, message_id=message_id, **outcome)
    return outcome


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
