"""What goes into the reading of a seller's answer, and what comes out."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Literal

from commerce.units import Amount

__all__ = ["AskedLine", "ReadLine", "ReplyReading", "Unclear", "Why"]


@dataclass(frozen=True)
class AskedLine:
    """One line of an inquiry, as the seller sees it.

    `qty` as written ("2 boxes"), `needed` the same as an amount, where the shop has one; `packs` of `pack`
    cover it where the shop knows, and are what is sold; `list_price_minor` is the price of all of them by the
    seller's list, None where there is none; `called` are other names of the seller's thing, in any language.
    """

    n: int
    component: str
    qty: str
    packs: int | None = None
    pack: Amount | None = None
    list_price_minor: int | None = None
    called: tuple[str, ...] = ()
    needed: Amount | None = None


@dataclass(frozen=True)
class ReadLine:
    """What is offered for a line: the price of all that is offered, None when only a total is known."""

    price_minor: int | None
    qty: str | None
    packs: int | None
    substitute: str | None


class Why(StrEnum):
    """Why an answer must be asked back."""

    NOTHING_READ = "nothing_read"
    WHICH_LINE = "which_line"
    UNKNOWN_NAME = "unknown_name"
    UNKNOWN_LINE = "unknown_line"
    TWO_PRICES = "two_prices"
    ONE_PRICE_FOR_SEVERAL = "one_price_for_several"
    NO_PRICE = "no_price"
    VAGUE_PRICE = "vague_price"
    ODD_PRICE = "odd_price"
    OTHER_CURRENCY = "other_currency"
    TOTAL_DIFFERS = "total_differs"
    WHICH_QUANTITY = "which_quantity"
    WHICH_UNIT = "which_unit"
    YES_AND_NO = "yes_and_no"
    WHICH_DATE = "which_date"
    HOW_MANY_LINES = "how_many_lines"
    WHAT_DISCOUNT = "what_discount"
    PLUS_TAX = "plus_tax"
    REST_OPEN = "rest_open"


@dataclass(frozen=True)
class Unclear:
    """Something to ask back: why, the words it stands in, and the numbers of the lines it may concern."""

    why: Why
    words: str
    lines: tuple[int, ...] = ()


@dataclass(frozen=True)
class ReplyReading:
    """An answer as read. Nothing may bind while `unclear` is not empty.

    `lines` has every line asked for; None is not offered or not answered. `delivery_fee_minor` is a fee
    that the seller names beside the prices, 0 for a delivery that is free or that the prices include, None
    when nothing is said; `fee_included`: in the total. `conditions` are reductions and terms that hold on a
    condition, as written.
    """

    lines: Mapping[int, ReadLine | None]
    total_minor: int | None
    delivery: date | Literal["pickup"] | None
    valid_until: date | None
    decline: bool
    question: bool
    unclear: tuple[Unclear, ...]
    delivery_fee_minor: int | None = None
    fee_included: bool = False
    conditions: tuple[str, ...] = ()
