"""Hello, help, settings, search results, and what admins see."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import col, func, select

from bot.commands import (
    AddItem,
    AdminOrderHistory,
    AdminOrders,
    AskSellers,
    Command,
    Help,
    NeverMind,
    SetPriority,
    ShowList,
    ShowProposal,
    ShowWork,
    TalkToHuman,
    Track,
)
from bot.commands import Settings as ShowSettings
from bot.messages import Button, Message
from bot.turn import Stage
from bot.views.wording import Words
from commerce.catalogue.service import seller_of
from commerce.delivery.service import delivery_of_order
from commerce.events import history
from commerce.matching.searching import Found
from commerce.orders.models import Order, OrderState
from commerce.orders.service import parts_of, total_minor
from commerce.people.models import Person, Role
from commerce.quotes.asking import inquiries_of
from commerce.quotes.choosing import Priority
from commerce.quotes.models import Round

__all__ = [
    "admin_history", "admin_orders", "did_you_mean", "engine_away", "help_card", "search_card",
    "settings_card", "welcome_card",
]  # fmt: skip

ORDERS_PER_PAGE = 8
MOST_HISTORY = 60

# What a button can do instead of words, by the intent that was perhaps meant.
INSTEAD: dict[str, Command] = {
    "ask_sellers": AskSellers(),
    "compare_offers": ShowProposal(),
    "choose_strategy": ShowProposal(),
    "explain_choice": ShowProposal(),
    "track_order": Track(),
    "keep_components": ShowList(),
    "drop_components": ShowList(),
    "add_component": ShowList(),
    "scale_job": ShowList(),
    "change_quantity": ShowList(),
    "set_priority": ShowSettings(),
    "help": Help(),
    "talk_to_human": TalkToHuman(),
    "never_mind": NeverMind(),
}


def welcome_card(stage: Stage, person: Person, roles: frozenset[Role]) -> Message:
    """Two sentences and three suggestions; a seller and a carrier hear what concerns them."""
    words = stage.words(person)
    shop = stage.settings.shop.name
    for role in (Role.SELLER, Role.CARRIER, Role.ADMIN, Role.COORDINATOR):
        if role in roles:
            return Message(
                words(f"welcome-{role.value}", name=person.name, shop=shop), _rows(words, _menu(role))
            )
    return Message(words("welcome", name=person.name, shop=shop), _rows(words, _menu(Role.CONSUMER)))


def help_card(stage: Stage, person: Person, roles: frozenset[Role], topic: str) -> Message:
    words = stage.words(person)
    parts = [words("help-consumer")]
    parts += [
        words(f"help-{role.value}") for role in (Role.SELLER, Role.CARRIER, Role.ADMIN) if role in roles
    ]
    return Message("\n\n".join(parts), _rows(words, _menu(Role.CONSUMER)))


def settings_card(stage: Stage, person: Person) -> Message:
    words = stage.words(person)
    rows = tuple(
        (
            Button(
                ("● " if person.priority == priority.value else "○ ")
                + words.plain("priority-short", priority=priority.value.replace("_", "-")),
                SetPriority(priority),
            ),
        )
        for priority in (Priority.CHEAPEST, Priority.SOONEST, Priority.FEWEST_SELLERS, Priority.NEAREST)
    )
    text = words(
        "settings-title", priority=person.priority.replace("_", "-"), language=words.locale.language_name
    )
    return Message(text, rows)


def search_card(stage: Stage, person: Person, query: str, found: Sequence[Found]) -> Message:
    words = stage.words(person)
    if not found:
        return Message(words("search-nothing", query=query))
    lines = [words("search-title", query=query), ""]
    rows = []
    for hit in found:
        price = words.money(hit.item.price_minor, hit.seller.currency)
        left = "none" if hit.left <= 0 else "few" if hit.left <= 3 else "plenty"
        lines.append(
            words(
                "search-line",
                title=hit.item.title,
                seller=hit.seller.name,
                price=price,
                stock=left,
                left=hit.left,
            )
        )
        if hit.left > 0:
            rows.append((Button(words.plain("button-add", title=hit.item.title), AddItem(hit.item.id)),))
    return Message("\n".join(lines), tuple(rows))


def did_you_mean(stage: Stage, person: Person, text: str, intents: Sequence[str]) -> Message:
    """Buttons for what it could have meant; never silence."""
    words = stage.words(person)
    offers = {INSTEAD[intent]: intent for intent in intents if intent in INSTEAD}
    rows: list[tuple[Button, ...]] = [
        (Button(words.plain("meant", intent=intent.replace("_", "-")), command),)
        for command, intent in list(offers.items())[:3]
    ]
    rows.append(
        (Button(words.plain("button-help"), Help()), Button(words.plain("button-human"), TalkToHuman()))
    )
    return Message(words("not-understood"), tuple(rows))


def engine_away(stage: Stage, person: Person, roles: frozenset[Role], at: str) -> Message:
    """An honest answer while free text cannot be read; everything else works."""
    words = stage.words(person)
    return Message(words("engine-away", stage=at), _rows(words, _menu(Role.CONSUMER)))


def admin_orders(stage: Stage, person: Person, page: int) -> Message:
    words = stage.words(person)
    placed = Order.state != OrderState.DRAFT
    count = stage.session.exec(select(func.count()).select_from(Order).where(placed)).one()
    if not count:
        return Message(words("admin-no-orders"))
    pages = -(-count // ORDERS_PER_PAGE)
    page = min(max(page, 0), pages - 1)
    query = select(Order).where(placed).order_by(col(Order.created_at).desc())
    orders = list(stage.session.exec(query.offset(page * ORDERS_PER_PAGE).limit(ORDERS_PER_PAGE)))
    lines = [words("admin-orders-title", count=count), ""]
    for order in orders:
        sellers = ", ".join(
            seller_of(stage.session, part.seller_id).name for part in parts_of(stage.session, order.id)
        )
        lines.append(
            words(
                "admin-order-line",
                code=order.code,
                state=order.state.value.replace("_", "-"),
                total=words.money(total_minor(stage.session, order), order.currency),
                at=_moment(words, order.created_at),
                sellers=sellers,
            )
        )
    buttons: list[tuple[Button, ...]] = [
        tuple(Button(order.code, AdminOrderHistory(order.code)) for order in orders[:4])
    ]
    buttons += [tuple(Button(order.code, AdminOrderHistory(order.code)) for order in orders[4:])]
    if pages > 1:
        buttons.append(
            (
                Button("‹", AdminOrders((page - 1) % pages)),
                Button(words.plain("page-of", page=page + 1, pages=pages), AdminOrders(page)),
                Button("›", AdminOrders((page + 1) % pages)),
            )
        )
    return Message("\n".join(lines), tuple(buttons))


def admin_history(stage: Stage, person: Person, order: Order) -> Message:
    """Everything that happened to an order, from the list to the door."""
    words = stage.words(person)
    asked = stage.session.get_one(Round, order.round_id)
    subjects = [order.id, asked.list_id, asked.id]
    subjects += [part.id for part in parts_of(stage.session, order.id)]
    subjects += [inquiry.id for inquiry in inquiries_of(stage.session, asked.id)]
    delivery = delivery_of_order(stage.session, order.id)
    if delivery is not None:
        subjects.append(delivery.id)
    lines = [words("admin-history-title", code=order.code, state=order.state.value.replace("_", "-")), ""]
    shown: set[tuple[datetime, str, str]] = set()
    for row in history(stage.session, subjects)[-MOST_HISTORY * 2 :]:
        detail = str(row.facts.get("state") or row.facts.get("what") or row.facts.get("why") or "")
        key = (row.at, row.kind, detail)
        if key not in shown:
            shown.add(key)
            lines.append(
                words("admin-history-line", at=_moment(words, row.at), kind=_spaced(row.kind), detail=detail)
            )
    return Message("\n".join(lines))


def _menu(role: Role) -> list[tuple[str, Command]]:
    if role in {Role.SELLER, Role.CARRIER}:
        return [("button-work", ShowWork()), ("button-help", Help())]
    if role is Role.ADMIN:
        return [("button-orders", AdminOrders()), ("button-help", Help())]
    return [("button-how", Help()), ("button-where", Track()), ("button-settings", ShowSettings())]


def _rows(words: Words, menu: Sequence[tuple[str, Command]]) -> tuple[tuple[Button, ...], ...]:
    return tuple((Button(words.plain(key), command),) for key, command in menu)


def _moment(words: Words, at: datetime) -> str:
    return f"{at.astimezone(words.zone):%d.%m.} {words.time(at)}"


def _spaced(kind: str) -> str:
    """ "RoundOpened" -> "round opened"."""
    return "".join(f" {sign.lower()}" if sign.isupper() else sign for sign in kind).strip()
