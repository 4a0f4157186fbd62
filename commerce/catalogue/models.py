"""Sellers, their shops and items, and the stock held for orders."""

from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from sqlalchemy import JSON, CheckConstraint, Column, Index
from sqlmodel import Field

from commerce.database import DecimalText, Table, UtcTime, identity, state_column
from commerce.units import Amount, Unit

__all__ = ["Hold", "HoldState", "Item", "Seller", "SellerMember", "SellerState"]


class SellerState(StrEnum):
    ACTIVE = "active"
    PAUSED = "paused"
    SUSPENDED = "suspended"


class Seller(Table, table=True):
    """A shop. `delivery_fee_minor` is what bringing from it costs, nothing from `free_from_minor` on."""

    __tablename__ = "seller"
    id: UUID = identity()
    key: str = Field(unique=True, max_length=40)
    name: str = Field(max_length=80)
    description: str = ""
    street: str = ""
    opening_hours: str = ""
    latitude: float = 0.0
    longitude: float = 0.0
    currency: str = Field(default="EUR", max_length=3)
    delivery_fee_minor: int = 0
    free_from_minor: int | None = None
    minimum_minor: int = 0
    lead_days: int = 0
    state: SellerState = state_column(SellerState, SellerState.ACTIVE)


class SellerMember(Table, table=True):
    """Who speaks for a seller."""

    __tablename__ = "seller_member"
    seller_id: UUID = Field(foreign_key="seller.id", primary_key=True)
    person_id: UUID = Field(foreign_key="person.id", primary_key=True)


class Item(Table, table=True):
    """One article of one seller, sold in packs of `pack_qty` `pack_unit`; `stock` counts packs."""

    __tablename__ = "item"
    __table_args__ = (
        CheckConstraint("stock >= 0", name="stock_not_negative"),
        CheckConstraint("price_minor > 0", name="price_positive"),
        Index("item_code", "seller_id", "code", unique=True),
    )
    id: UUID = identity()
    seller_id: UUID = Field(foreign_key="seller.id", index=True)
    code: str = Field(max_length=40)
    title: str = Field(max_length=120)
    other_names: list[str] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    category: str = Field(max_length=20)
    family: str = Field(max_length=60)
    pack_qty: Decimal = Field(sa_type=DecimalText)
    pack_unit: str = Field(max_length=12)
    price_minor: int
    stock: int = 0
    weight_grams: int = 0
    length_mm: int = 0
    width_mm: int = 0
    height_mm: int = 0
    packaging: list[str] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    aisle: int = 0
    bay: int = 0
    level: int = 0
    density_g_per_ml: Decimal | None = Field(default=None, sa_type=DecimalText)
    piece_grams: Decimal | None = Field(default=None, sa_type=DecimalText)
    listed: bool = True

    @property
    def pack(self) -> Amount:
        return Amount(self.pack_qty, Unit(self.pack_unit))


class HoldState(StrEnum):
    HELD = "held"
    TAKEN = "taken"
    FREED = "freed"


class Hold(Table, table=True):
    """Packs of an item kept for `holder_id` (a part of an order)."""

    __tablename__ = "hold"
    __table_args__ = (Index("hold_once", "holder_id", "item_id", unique=True),)
    id: UUID = identity()
    item_id: UUID = Field(foreign_key="item.id", index=True)
    holder_id: UUID = Field(index=True)
    packs: int
    state: HoldState = state_column(HoldState, HoldState.HELD)
    held_at: datetime = Field(sa_type=UtcTime)
