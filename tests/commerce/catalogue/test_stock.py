"""Stock: whatever is held, taken and freed in whatever order, no pack is sold twice or lost."""

from datetime import UTC, datetime
from uuid import UUID, uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlmodel import Session, create_engine

from commerce.catalogue.service import OutOfStock, available, free_stock, hold_stock, take_stock
from commerce.tables import METADATA
from tests.commerce.quotes.market import open_market

NOW = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
STOCK = 5
STEPS = st.lists(
    st.tuples(st.sampled_from(["hold", "take", "free"]), st.integers(0, 3), st.integers(1, 4)), max_size=25
)


@settings(max_examples=60, deadline=None)
@given(STEPS)
def test_packs_are_never_sold_twice_nor_lost(steps: list[tuple[str, int, int]]) -> None:
    engine = create_engine("sqlite://")
    METADATA.create_all(engine)
    with Session(engine) as session:
        item = open_market(session, NOW).item("Basil in a pot")
        holders: list[UUID] = [uuid4() for _ in range(4)]
        held: dict[UUID, int] = {}
        sold: dict[UUID, int] = {}
        for act, who, packs in steps:
            holder = holders[who]
            if act == "hold" and holder not in sold:
                room = STOCK - sum(held.values()) - sum(sold.values())
                if packs > room:
                    with pytest.raises(OutOfStock) as refused:
                        hold_stock(session, item.id, packs, holder, NOW)
                    assert refused.value.left == room
                else:
                    hold_stock(session, item.id, packs, holder, NOW)
                    held[holder] = held.get(holder, 0) + packs
            elif act == "take":
                take_stock(session, holder)
                if holder in held:
                    sold[holder] = held.pop(holder)
            elif act == "free":
                free_stock(session, holder)
                held.pop(holder, None)
                sold.pop(holder, None)
            session.flush()
            assert item.stock == STOCK - sum(sold.values())
            assert available(session, [item.id])[item.id] == item.stock - sum(held.values())
    engine.dispose()
