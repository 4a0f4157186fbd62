"""Ids, sums, times and states in a person's words."""

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlmodel import Session

from bot.views.wording import Words
from commerce.catalogue.models import Item, Seller
from commerce.delivery.models import Carrier, Delivery, Stop
from commerce.fulfilment.models import SelectionLine
from commerce.methods.models import Component, ComponentList
from commerce.orders.models import Order, OrderPart
from commerce.people.models import Address, Person
from commerce.quotes.models import Inquiry, InquiryLine, Quote, QuoteLine, Round
from commerce.settlement.models import Payment, Refund

__all__ = ["Namer", "spaced"]

ROUND_NAMED: tuple[type[Any], ...] = (
    Person, Seller, Carrier, Order, OrderPart, Round, Inquiry, Quote, ComponentList, Component, Item, Payment,
    Refund, Delivery, Stop, Address, InquiryLine, QuoteLine, SelectionLine,
)  # fmt: skip


def spaced(name: str) -> str:
    """ "OrderPlaced", "partly_refunded" -> "order placed", "partly refunded"."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).replace("_", " ").lower()


class Namer:
    """Looks each id up once. `words` are of the shop's place: its money, its clock."""

    def __init__(self, session: Session, words: Words) -> None:
        self.session = session
        self.words = words
        self._known: dict[str, str] = {}

    def of(self, number: object) -> str:
        """What an id is called; the id itself where nothing has it."""
        key = str(number)
        if key not in self._known:
            self._known[key] = self._look_up(UUID(key))
        return self._known[key]

    def money(self, minor: int, currency: str) -> str:
        return self.words.money(minor, currency)

    def at(self, moment: datetime) -> str:
        """Weekday and time to the second, by the shop's clock."""
        return f"{moment.astimezone(self.words.zone):%a %H:%M:%S}"

    def value(self, value: object) -> object:
        """A fact of an event or a command: ids by their names, times by the clock."""
        if isinstance(value, list | tuple):
            return ", ".join(str(self.value(one)) for one in value)
        if isinstance(value, bool):
            return "yes" if value else "no"
        text = str(value)
        if _is_id(text):
            return self.of(text)
        try:
            return self.at(datetime.fromisoformat(text)) if "T" in text else value
        except ValueError:
            return value

    def facts(self, facts: Mapping[str, Any]) -> dict[str, Any]:
        """Names without `_id` and `_minor`, sums as money, nothing that says nothing."""
        currency = str(facts.get("currency", "EUR"))
        told: dict[str, Any] = {}
        for name, value in facts.items():
            if value is None or value == "" or value == [] or name == "currency":
                continue
            if name.endswith("_minor"):
                told[spaced(name.removesuffix("_minor"))] = self.money(int(value), currency)
            elif name == "url":
                told["page"] = str(value)
            else:
                told[spaced(name.removesuffix("_id"))] = self.value(value)
        return told

    def detail(self, facts: Mapping[str, Any]) -> str:
        """The same in one line; what is called by its kind ("order AB12C") needs no label."""
        told = [(name, str(value)) for name, value in self.facts(facts).items()]
        return " · ".join(
            value if value.startswith(name) or name == "person" else f"{name} {value}" for name, value in told
        )

    def day(self, day: date) -> str:
        return f"{day:%a %d %b}"

    def _look_up(self, key: UUID) -> str:
        for model in ROUND_NAMED:
            row = self.session.get(model, key)
            if row is not None:
                return self._called(row)
        return str(key)

    def _called(self, row: Any) -> str:
        match row:
            case Person() | Seller() | Carrier() | Component():
                return str(row.name)
            case Item() | SelectionLine():
                return str(row.title)
            case ComponentList():
                return f"list “{row.title}”" if row.title else f"list {row.code}"
            case OrderPart() | Inquiry():
                kind = "inquiry" if isinstance(row, Inquiry) else "part"
                return f"{kind} {row.code} of {self.of(row.seller_id)}"
            case Quote():
                return f"version {row.version} of {self.of(row.inquiry_id)}"
            case Payment():
                return f"payment {row.attempt} of {self.of(row.order_id)}"
            case Refund():
                return f"refund of {self.of(row.payment_id)}"
            case Stop():
                return f"stop {row.n} ({self.of(row.part_id) if row.part_id else 'the door'})"
            case InquiryLine():
                return f"{row.packs} × {self.of(row.item_id)}"
            case QuoteLine():
                return self.of(row.inquiry_line_id)
            case Address():
                return f"an address in {row.zone}"
        return f"{type(row).__name__.lower()} {row.code}"


def _is_id(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return len(text) == 36
