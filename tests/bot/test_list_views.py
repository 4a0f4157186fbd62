"""How components stand on cards and buttons."""

from decimal import Decimal
from uuid import uuid4

from bot.views.lists import which_card
from bot.views.wording import words_for
from commerce.methods.models import Component

WORDS = words_for("en", "DE", "Europe/Berlin")


def component(name: str, qty: int, size: str | None = None) -> Component:
    amount = Decimal(qty)
    return Component(
        list_id=uuid4(), n=1, text=name, name=name, base_qty=amount, qty=amount, unit="piece", size=size
    )


def labels(*components: Component) -> list[str]:
    return [row[0].label for row in which_card(WORDS, "onions", components, wished=False).buttons]


def test_components_of_one_name_are_told_apart_by_amount_and_size() -> None:
    assert labels(component("onion", 1), component("onion", 2, size="large")) == ["1 onion", "2 onion large"]
    assert labels(component("red onion", 1), component("onion", 2)) == ["red onion", "onion"]
