"""What is on each saved page, as a person read it: files beside this one, in the form of the page evaluation.

A component's `family` is that of the items meant by it; None says that nobody in town sells it.
"""

import json
from dataclasses import dataclass
from pathlib import Path

from bot.playground.world.world import Category, ItemCard, SavedPage, items, pages

EXPECTED = Path(__file__).parent / "expected"
CATEGORIES = {
    "ingredient": {Category.FOOD},
    "material": set(Category) - {Category.FOOD, Category.FASHION},
    "tool": set(Category) - {Category.FOOD, Category.FASHION},
}


@dataclass(frozen=True)
class Component:
    text: str
    name: str
    qty: float | None
    unit: str | None
    kind: str
    family: str | None

    def sold_as(self) -> list[ItemCard]:
        return [
            item for item in items() if item.family == self.family and item.category in CATEGORIES[self.kind]
        ]


@dataclass(frozen=True)
class Expected:
    page: SavedPage
    lang: str
    title: str
    servings: float | None
    refuse: bool
    components: tuple[Component, ...]


def expected_pages() -> list[Expected]:
    """The saved pages that are HTML, each with what is on it."""
    return [_expected(page) for page in pages() if page.path.endswith(".html")]


def _expected(page: SavedPage) -> Expected:
    document = json.loads((EXPECTED / page.host / page.path).with_suffix(".json").read_text(encoding="utf-8"))
    return Expected(
        page=page,
        lang=document["lang"],
        title=document["title"],
        servings=document["servings"],
        refuse=document["refuse"],
        components=tuple(Component(**component) for component in document["components"]),
    )
