"""The page on which a card is paid with. Plain HTML and CSS: no script, nothing from elsewhere."""

import html
import re
from pathlib import Path
from string import Template
from urllib.parse import urlsplit

from aiohttp import web
from babel.numbers import format_currency

from bot.playground.bank import checkout
from bot.playground.bank.checkout import Card, Decline
from bot.playground.bank.desk import BANK, Bank, Json
from bot.playground.bank.errors import StripeRefusal
from commerce.money import Money
from commerce.settlement.stripe_provider import minor_amount

__all__ = ["add_card_page"]

HERE = Path(__file__).parent
PAGE = Template((HERE / "card.html").read_text("utf-8"))
TEST_CARDS = (
    ("4242 4242 4242 4242", "is paid"),
    ("4000 0000 0000 0002", "is declined"),
    ("4000 0000 0000 9995", "has no funds"),
)
WORDS = {
    Decline.GENERIC: "Your card was declined. Try another one.",
    Decline.NO_FUNDS: "Your card has insufficient funds. Try another one.",
    Decline.LOST: "Your card was declined. Try another one.",
    Decline.EXPIRED: "Your card has expired. Check the date or try another one.",
    Decline.WRONG_CVC: "The security code is wrong.",
    Decline.WRONG_NUMBER: "That is not a card number. Check the digits.",
    Decline.LIVE_CARD: "This is a stand-in bank: real cards are not taken. Use one of the test cards below.",
}
_DATE = re.compile(r"\s*(\d{1,2})\s*[/\-. ]\s*(\d{2}|\d{4})\s*")


def add_card_page(app: web.Application) -> None:
    app.add_routes(
        [
            web.get("/pay/{id}", show_page),
            web.post("/pay/{id}", take_card),
            web.get("/card.css", show_style),
        ]
    )


async def show_page(request: web.Request) -> web.StreamResponse:
    session = _session(request)
    return _page(request, session)


async def take_card(request: web.Request) -> web.StreamResponse:
    """Pay and go back to the shop, or say why not. A page sent twice is charged once."""
    bank, session = request.app[BANK], _session(request)
    form = {name: str(value) for name, value in (await request.post()).items()}
    if session["status"] == "expired":
        return _page(request, session)
    card = _card(form)
    if card is None:
        return _page(request, session, form, "The date is month and year, like 04 / 30.")
    with bank.store.whole():
        decline = checkout.pay(bank, session["id"], card)
    if decline is not None:
        return _page(request, session, form, WORDS[decline])
    raise web.HTTPSeeOther(_success_url(session))


async def show_style(request: web.Request) -> web.StreamResponse:
    return web.FileResponse(HERE / "card.css")


def _session(request: web.Request) -> Json:
    """The session as the bank keeps it, expired if its time is over. Raises HTTPNotFound."""
    bank: Bank = request.app[BANK]
    number = request.match_info["id"]
    try:
        with bank.store.whole():
            checkout.session_of(bank, number)
        return bank.get("checkout.session", number)
    except StripeRefusal as refusal:
        raise web.HTTPNotFound(text="There is no such payment.") from refusal


def _card(form: Json) -> Card | None:
    """The card as typed; None if the date cannot be read."""
    date = _DATE.fullmatch(form.get("expiry", ""))
    if date is None:
        return None
    year = int(date[2])
    return Card(
        "".join(sign for sign in form.get("number", "") if sign.isascii() and sign.isdigit()),
        int(date[1]),
        year if year > 99 else 2000 + year,
        form.get("code", "").strip(),
    )


def _page(
    request: web.Request, session: Json, form: Json | None = None, trouble: str | None = None
) -> web.Response:
    form = form or {}
    state = session["status"]
    lines = "".join(_line(line, session) for line in session["shown_lines"])
    text = PAGE.substitute(
        prefix=html.escape(request.path.removesuffix(f"/pay/{session['id']}")),
        state=state,
        amount=_money(session["amount_total"], session),
        lines=lines,
        back=html.escape(session["cancel_url"] or session["success_url"]),
        onward=html.escape(_success_url(session)),
        number=html.escape(form.get("number", TEST_CARDS[0][0])),
        expiry=html.escape(form.get("expiry", "12 / 34")),
        code=html.escape(form.get("code", "123")),
        trouble=f'<p class="trouble" role="alert">{html.escape(trouble)}</p>' if trouble else "",
        cards="".join(f"<li><code>{number}</code> {words}</li>" for number, words in TEST_CARDS),
        suggestions="".join(f'<option value="{number}">{words}</option>' for number, words in TEST_CARDS),
    )
    places = {_origin(session["success_url"]), _origin(session["cancel_url"] or session["success_url"])}
    policy = (
        "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; "
        f"form-action 'self' {' '.join(sorted(places))}"
    )
    headers = {
        "Content-Security-Policy": policy,
        "Cache-Control": "no-store",
        "Referrer-Policy": "no-referrer",
    }
    return web.Response(text=text, content_type="text/html", headers=headers)


def _line(line: Json, session: Json) -> str:
    words = line["name"] if line["quantity"] == 1 else f"{line['quantity']} × {line['name']}"
    return f"<li><span>{html.escape(words)}</span><span>{_money(line['amount'], session)}</span></li>"


def _money(amount: int, session: Json) -> str:
    currency = session["currency"].upper()
    major = Money(minor_amount(amount, currency), currency).major
    return html.escape(format_currency(major, currency, locale="en"))


def _success_url(session: Json) -> str:
    return str(session["success_url"]).replace("{CHECKOUT_SESSION_ID}", session["id"])


def _origin(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"
