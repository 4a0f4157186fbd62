"""The bank as an aiohttp application: the API under `/v1`, the card page under `/pay`, and its switches."""

import asyncio
import hashlib
import hmac
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import suppress
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

from aiohttp import web

from bot.playground.bank import checkout, moving
from bot.playground.bank.card_page import add_card_page
from bot.playground.bank.desk import BANK, Bank, Json
from bot.playground.bank.errors import StripeRefusal, bad_request
from bot.playground.bank.faults import changed
from bot.playground.bank.params import form_fields
from bot.playground.bank.store import Answered, Store
from bot.playground.bank.webhooks import deliver_forever

__all__ = ["make_bank"]

Act = Callable[[Bank, web.Request, Json], Json]
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

MOST_BODY_BYTES = 200_000
PAGING = {"limit", "starting_after"}
KEY_KEPT_SECONDS = 24 * 60 * 60
"""Source: docs.stripe.com/api/idempotent_requests ("after they're at least 24 hours old")."""


def make_bank(
    state_path: Path | None,
    webhook_url: str | None,
    secret: str,
    api_key: str,
    *,
    clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    retry_seconds: float = 1.0,
) -> web.Application:
    """The bank, to be run alone or mounted under a prefix.

    `state_path` None keeps its state in memory. `app[BANK].webhook_url` may be set later. `clock` is the
    playground's, which can jump.
    """
    app = web.Application(client_max_size=MOST_BODY_BYTES)
    app[BANK] = Bank(
        Store(state_path), clock, secret, api_key, webhook_url=webhook_url, retry_seconds=retry_seconds
    )
    app.add_routes(
        [
            web.post("/v1/checkout/sessions", _api(_create_session)),
            web.get("/v1/checkout/sessions/{id}", _api(_show_session)),
            web.post("/v1/checkout/sessions/{id}/expire", _api(_expire_session)),
            web.get("/v1/payment_intents/{id}", _api(_shows("payment_intent"))),
            web.get("/v1/charges/{id}", _api(_shows("charge"))),
            web.post("/v1/refunds", _api(lambda bank, _, form: moving.create_refund(bank, form))),
            web.get("/v1/refunds", _api(_lists("refund", "payment_intent", "charge"))),
            web.get("/v1/refunds/{id}", _api(_shows("refund"))),
            web.post("/v1/accounts", _api(lambda bank, _, form: moving.create_account(bank, form))),
            web.get("/v1/accounts/{id}", _api(_shows("account"))),
            web.post("/v1/transfers", _api(lambda bank, _, form: moving.create_transfer(bank, form))),
            web.get("/v1/transfers", _api(_lists("transfer", "transfer_group", "destination"))),
            web.get("/v1/transfers/{id}", _api(_shows("transfer"))),
            web.post("/v1/transfers/{id}/reversals", _api(_reverse)),
            web.get("/v1/balance", _api(lambda bank, _, __: moving.balance(bank))),
            web.get("/v1/events/{id}", _api(_shows("event"))),
            web.get("/faults", show_faults),
            web.post("/faults", set_faults),
            web.get("/books", show_books),
        ]
    )
    app.router.add_route("*", "/v1/{rest:.*}", _api(_unknown))
    add_card_page(app)
    app.cleanup_ctx.append(_delivering)
    return app


def _create_session(bank: Bank, request: web.Request, form: Json) -> Json:
    base = f"{request.scheme}://{request.host}{request.path.removesuffix('/v1/checkout/sessions')}"
    return checkout.create_session(bank, form, base)


def _show_session(bank: Bank, request: web.Request, _form: Json) -> Json:
    return checkout.session_of(bank, request.match_info["id"])


def _expire_session(bank: Bank, request: web.Request, _form: Json) -> Json:
    return checkout.expire_session(bank, request.match_info["id"])


def _reverse(bank: Bank, request: web.Request, form: Json) -> Json:
    return moving.reverse_transfer(bank, request.match_info["id"], form)


def _shows(kind: str) -> Act:
    return lambda bank, request, _: bank.get(kind, request.match_info["id"])


def _lists(kind: str, *filters: str) -> Act:
    def show(bank: Bank, request: web.Request, _form: Json) -> Json:
        unknown = set(request.query) - set(filters) - PAGING
        if unknown:
            name = min(unknown)
            raise bad_request(f"Received unknown parameter: {name}", code="parameter_unknown", param=name)
        wanted = {name: value for name, value in request.query.items() if name in filters}
        paging = {name: value for name, value in request.query.items() if name in PAGING}
        url = request.path[request.path.index("/v1/") :]
        return moving.listed(url, bank.store.every(kind, **wanted), **paging)

    return show


def _unknown(_bank: Bank, request: web.Request, _form: Json) -> Json:
    words = f"Unrecognized request URL ({request.method}: {request.path})."
    raise StripeRefusal(404, "invalid_request_error", words)


def _api(act: Act) -> Handler:
    """A call of the API around `act`: key, faults, idempotency, and refusals in Stripe's form."""

    async def handle(request: web.Request) -> web.StreamResponse:
        bank = request.app[BANK]
        body = await request.text()
        if bank.faults.slow_seconds:
            bank.struck("slow_seconds")
            await asyncio.sleep(bank.faults.slow_seconds)
        changes = request.method == "POST"
        if changes and bank.faults.takes("break_down"):
            bank.struck("break_down")
            broken = {"error": {"type": "api_error", "message": "The bank has a breakdown."}}
            return web.json_response(broken, status=500)
        try:
            _check_key(bank, request)
            answer, replayed = _answer(bank, request, act, body if changes else "")
        except StripeRefusal as refusal:
            answer, replayed = Answered("", refusal.status, refusal.body()), False
        if changes and request.transport is not None and bank.faults.takes("lose_answers"):
            bank.struck("lose_answers")
            request.transport.abort()
        headers = {"Idempotent-Replayed": "true"} if replayed else {}
        return web.json_response(answer.body, status=answer.status, headers=headers)

    return handle


def _answer(bank: Bank, request: web.Request, act: Act, body: str) -> tuple[Answered, bool]:
    """What to answer, and whether it is the answer of an earlier call with the same key.

    As at Stripe, an answer is remembered for a day once the call is carried out, a refusal of its
    parameters is not.
    """
    key = request.headers.get("Idempotency-Key", "") if request.method == "POST" else ""
    asked = hashlib.sha256(f"{request.method} {request.path} {body}".encode()).hexdigest()
    known = bank.store.answered(key, since=bank.now() - KEY_KEPT_SECONDS) if key else None
    if known is not None:
        if known.asked != asked:
            raise StripeRefusal(
                400,
                "idempotency_error",
                "Keys for idempotent requests can only be used with the same parameters they were first "
                f"used with. Try using a key other than '{key}' if you meant to execute a different request.",
            )
        return known, True
    with bank.store.whole():
        done = Answered(asked, 200, act(bank, request, form_fields(body)))
        if key:
            bank.store.remember(key, done, bank.now())
    return done, False


def _check_key(bank: Bank, request: web.Request) -> None:
    shown = request.headers.get("Authorization", "").removeprefix("Bearer ")
    if not hmac.compare_digest(shown.encode(), bank.api_key.encode()):
        words = f"Invalid API Key provided: {shown[:3]}***" if shown else "You did not provide an API key."
        raise StripeRefusal(401, "invalid_request_error", words)


async def show_faults(request: web.Request) -> web.Response:
    return web.json_response(asdict(request.app[BANK].faults))


async def set_faults(request: web.Request) -> web.Response:
    """A JSON object with some of the faults; those not named stay as they are."""
    bank = request.app[BANK]
    try:
        bank.set_faults(changed(bank.faults, json.loads(await request.text())))
    except (ValueError, TypeError) as error:
        return web.json_response({"error": str(error)}, status=400)
    return web.json_response(asdict(bank.faults))


async def show_books(request: web.Request) -> web.Response:
    """What the bank knows, the newest first, for whoever looks on."""
    bank = request.app[BANK]
    kinds = ("checkout.session", "payment_intent", "charge", "refund", "transfer", "account")
    books: Json = {kind: bank.store.every(kind)[::-1][:100] for kind in kinds}
    books |= {"balance": moving.balance(bank)["available"], "webhooks": bank.store.notices()}
    return web.json_response(books | {"faults": asdict(bank.faults)})


async def _delivering(app: web.Application) -> AsyncIterator[None]:
    delivering = asyncio.create_task(deliver_forever(app[BANK]))
    yield
    delivering.cancel()
    with suppress(asyncio.CancelledError):
        await delivering
    app[BANK].store.close()
