"""The demo world read from its CSV files, as frozen values. Nothing here knows a database.

Money is integer euro cents, weights are grams of the whole pack, lengths millimetres, places WGS 84 degrees.
"""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cache
from pathlib import Path

from commerce.units import Amount, Unit

__all__ = [
    "CURRENCY",
    "CarrierCard",
    "Category",
    "ItemCard",
    "Packaging",
    "PageKind",
    "PersonCard",
    "Place",
    "Role",
    "SavedPage",
    "SellerCard",
    "SiteCard",
    "carriers",
    "items",
    "pages",
    "people",
    "sellers",
    "sites",
]

CURRENCY = "EUR"
FOLDER = Path(__file__).parent
SEPARATOR = "|"


class Category(StrEnum):
    FOOD = "food"
    HARDWARE = "hardware"
    FABRIC = "fabric"
    FASHION = "fashion"
    HOUSEHOLD = "household"
    CHEMICAL = "chemical"


class Packaging(StrEnum):
    """What a packer and a carrier must mind."""

    FRAGILE = "fragile"
    UPRIGHT = "upright"
    NO_STACK = "no_stack"
    COLD = "cold"
    FROZEN = "frozen"
    HAZARDOUS = "hazardous"


class Role(StrEnum):
    CONSUMER = "consumer"
    SELLER = "seller"
    COORDINATOR = "coordinator"
    CARRIER = "carrier"
    ADMIN = "admin"


class PageKind(StrEnum):
    """Recipes and guides hold components; the others must be refused with words."""

    RECIPE = "recipe"
    GUIDE = "guide"
    ARTICLE = "article"
    DOCUMENT = "document"
    VIDEO = "video"


@dataclass(frozen=True)
class Place:
    latitude: float
    longitude: float
    street: str
    postcode: str
    town: str


@dataclass(frozen=True)
class SellerCard:
    """A shop. Bringing from it costs `delivery_fee_minor`, nothing from goods of `free_from_minor` on.

    `lead_days` pass between an order and the goods being packed; `staff` is a key of `people()`.
    """

    key: str
    name: str
    kind: str
    description: str
    place: Place
    opening_hours: str
    delivery_fee_minor: int
    free_from_minor: int | None
    minimum_minor: int
    lead_days: int
    staff: str
    categories: tuple[Category, ...]


@dataclass(frozen=True)
class CarrierCard:
    """A delivery service: what a round costs, and what fits and may travel on its vehicle."""

    key: str
    name: str
    kind: str
    description: str
    place: Place
    opening_hours: str
    base_fee_minor: int
    per_km_minor: int
    per_stop_minor: int
    most_weight_grams: int
    longest_item_mm: int
    takes: tuple[Packaging, ...]


@dataclass(frozen=True)
class ItemCard:
    """One article of one seller: `stock` packs of `pack`, at `price_minor` each.

    `family` is the head noun in the singular; `level` 1 is the floor; `piece_grams` is the weight of one
    piece as a recipe counts it (an egg, an onion, a bulb of garlic), `density_g_per_ml` that of the contents.
    """

    seller: str
    code: str
    title: str
    other_names: tuple[str, ...]
    category: Category
    family: str
    pack: Amount
    price_minor: int
    stock: int
    weight_grams: int
    length_mm: int
    width_mm: int
    height_mm: int
    packaging: tuple[Packaging, ...]
    aisle: int
    bay: int
    level: int
    density_g_per_ml: Decimal | None
    piece_grams: Decimal | None


@dataclass(frozen=True)
class PersonCard:
    """Somebody of the town; `works_for` is the key of a seller or a carrier, `home` where parcels go."""

    key: str
    first_name: str
    last_name: str
    username: str
    language_code: str
    role: Role
    works_for: str | None
    home: Place | None


@dataclass(frozen=True)
class SiteCard:
    """A site that can be asked for a job: by its search page or its feed (`adapter`)."""

    host: str
    name: str
    language: str
    adapter: str


@dataclass(frozen=True)
class SavedPage:
    """A page of an invented web site, kept in `file`."""

    host: str
    path: str
    title: str
    language: str
    kind: PageKind

    @property
    def file(self) -> Path:
        return FOLDER / "pages" / self.host / self.path


@cache
def sellers() -> tuple[SellerCard, ...]:
    return tuple(_seller(row) for row in _rows("sellers.csv"))


@cache
def items() -> tuple[ItemCard, ...]:
    """All items, by seller, in the order of its shelves' sections."""
    return tuple(_item(row) for row in _rows("items.csv"))


@cache
def carriers() -> tuple[CarrierCard, ...]:
    return tuple(_carrier(row) for row in _rows("carriers.csv"))


@cache
def people() -> tuple[PersonCard, ...]:
    """Everybody who has an account when the playground opens; the first one is the consumer."""
    return tuple(_person(row) for row in _rows("people.csv"))


@cache
def pages() -> tuple[SavedPage, ...]:
    return tuple(
        SavedPage(row["host"], row["path"], row["title"], row["language"], PageKind(row["kind"]))
        for row in _rows("pages.csv")
    )


@cache
def sites() -> tuple[SiteCard, ...]:
    """The sites among `pages()` that are asked for a job."""
    return tuple(
        SiteCard(row["host"], row["name"], row["language"], row["adapter"]) for row in _rows("sites.csv")
    )


def _rows(name: str) -> Iterator[Mapping[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as opened:
        yield from csv.DictReader(opened, strict=True)


def _seller(row: Mapping[str, str]) -> SellerCard:
    return SellerCard(
        key=row["key"],
        name=row["name"],
        kind=row["kind"],
        description=row["description"],
        place=_place(row),
        opening_hours=row["opening_hours"],
        delivery_fee_minor=int(row["delivery_fee_minor"]),
        free_from_minor=int(row["free_from_minor"]) if row["free_from_minor"] else None,
        minimum_minor=int(row["minimum_minor"]),
        lead_days=int(row["lead_days"]),
        staff=row["staff"],
        categories=tuple(Category(name) for name in _several(row["categories"])),
    )


def _carrier(row: Mapping[str, str]) -> CarrierCard:
    return CarrierCard(
        key=row["key"],
        name=row["name"],
        kind=row["kind"],
        description=row["description"],
        place=_place(row),
        opening_hours=row["opening_hours"],
        base_fee_minor=int(row["base_fee_minor"]),
        per_km_minor=int(row["per_km_minor"]),
        per_stop_minor=int(row["per_stop_minor"]),
        most_weight_grams=int(row["most_weight_grams"]),
        longest_item_mm=int(row["longest_item_mm"]),
        takes=tuple(Packaging(name) for name in _several(row["takes"])),
    )


def _item(row: Mapping[str, str]) -> ItemCard:
    return ItemCard(
        seller=row["seller"],
        code=row["code"],
        title=row["title"],
        other_names=_several(row["other_names"]),
        category=Category(row["category"]),
        family=row["family"],
        pack=Amount(Decimal(row["pack_qty"]), Unit(row["pack_unit"])),
        price_minor=int(row["price_minor"]),
        stock=int(row["stock"]),
        weight_grams=int(row["weight_grams"]),
        length_mm=int(row["length_mm"]),
        width_mm=int(row["width_mm"]),
        height_mm=int(row["height_mm"]),
        packaging=tuple(Packaging(name) for name in _several(row["packaging"])),
        aisle=int(row["aisle"]),
        bay=int(row["bay"]),
        level=int(row["level"]),
        density_g_per_ml=_decimal(row["density_g_per_ml"]),
        piece_grams=_decimal(row["piece_grams"]),
    )


def _person(row: Mapping[str, str]) -> PersonCard:
    return PersonCard(
        key=row["key"],
        first_name=row["first_name"],
        last_name=row["last_name"],
        username=row["username"],
        language_code=row["language_code"],
        role=Role(row["role"]),
        works_for=row["works_for"] or None,
        home=_place(row) if row["street"] else None,
    )


def _place(row: Mapping[str, str]) -> Place:
    return Place(float(row["latitude"]), float(row["longitude"]), row["street"], row["postcode"], row["town"])


def _several(field: str) -> tuple[str, ...]:
    return tuple(field.split(SEPARATOR)) if field else ()


def _decimal(field: str) -> Decimal | None:
    return Decimal(field) if field else None
