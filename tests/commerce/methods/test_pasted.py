"""Texts that people forward and join are lists where they tell of things, and talk where they do not."""

import pytest

from commerce.methods.components import Kind
from commerce.methods.reading import NotAMethod, read_text

FORWARDED = """Fwd: Sunday dinner
> From: Mum
>
> Here are two:

*Tomato soup*
Ingredients:
• 1 kg tomatoes
• 1 onion
Method:
1. Chop 2 things.

*Garlic bread*
You will need:
- [ ] 1 baguette
- [ ] 100 g butter
Steps
1. Mix and bake for 10 minutes."""


@pytest.mark.parametrize(
    ("text", "names", "kind"),
    [
        (FORWARDED, ["tomatoes", "onion", "baguette", "butter"], Kind.INGREDIENT),
        (
            "Ingredients: 200 g flour, 2 eggs. Method: whisk for 2 minutes.",
            ["flour", "eggs"],
            Kind.INGREDIENT,
        ),
        (
            "https://kitchen.example/soup\nIngredients\n2 carrots\nhttps://kitchen.example/bread\n"
            "Ingredients\n500 g flour",
            ["carrots", "flour"],
            Kind.INGREDIENT,
        ),
        ("✅ 500 g Mehl\n☑️ 6 Eier\n✔ 1 l Milch", ["Mehl", "Eier", "Milch"], Kind.INGREDIENT),
        (
            "[12:03, 20.11.2026] Oma: Zum Kuchen brauchst du 250 g Mehl, 4 Eier und 1 Päckchen Backpulver",
            ["Mehl", "Eier", "Backpulver"],
            Kind.INGREDIENT,
        ),
        ("1 kg flour\n250 g butter\nolive oil", ["flour", "butter", "olive oil"], Kind.INGREDIENT),
        ("Mehl\nButter\nOlivenöl\nSalz", ["Mehl", "Butter", "Olivenöl", "Salz"], Kind.INGREDIENT),
        ("1 kg flour\n250 g butter\n2 eggs\nThanks!", ["flour", "butter", "eggs"], Kind.INGREDIENT),
        (
            "500 g penne\n1 onion\nsalt and pepper\na pinch each of oregano and thyme\nbasil, a bunch\n"
            "2 x 250 g mozzarella",
            ["penne", "onion", "salt", "pepper", "oregano", "thyme", "basil", "mozzarella"],
            Kind.INGREDIENT,
        ),
        (
            "Salz\nPfeffer\n500 g Mehl\n3 Eier\netwas Butter, weich\neine Prise Zimt\nbitte bis morgen",
            ["Salz", "Pfeffer", "Mehl", "Eier", "Butter", "Zimt"],
            Kind.INGREDIENT,
        ),
        (
            "hi, can you get me\neggs 6\nmilk 2 litres\nbread, sliced\nthanks!",
            ["eggs", "milk", "bread"],
            Kind.INGREDIENT,
        ),
        (
            "Milch 2 Liter\nEier 10 Stück\nBrot, geschnitten\nKäse am Stück",
            ["Milch", "Eier", "Brot", "Käse"],
            Kind.INGREDIENT,
        ),
        ("tomates 6\nlait 1 l\ncomté, un morceau", ["tomates", "lait", "comté"], Kind.INGREDIENT),
        (
            "2 planks 2 m\n40 wood screws 4 x 40 mm\nsandpaper, 120 grit\nwood glue (small)\nsome clamps\n"
            "see you saturday",
            ["planks", "wood screws", "sandpaper", "wood glue", "clamps"],
            Kind.INGREDIENT,
        ),
        ("What you need\n5 l wall paint\n1 roll masking tape", ["wall paint", "masking tape"], Kind.MATERIAL),
    ],
)
def test_forwarded_and_joined_texts_are_read(text: str, names: list[str], kind: Kind) -> None:
    lines = read_text(text).lines
    assert [line.name for line in lines] == names
    assert {line.kind for line in lines} == {kind}


@pytest.mark.parametrize(
    "text",
    [
        "hello\nhow are you\nthanks",
        "can you do this\nfor me\nquickly",
        "ja\nbitte\nmach das",
        "see you at 8\nbring 2 bottles of wine\nthanks",
        "order 123\ninvoice 55\nroom 7",
        "Anna Meier\nHauptstr. 5\n04177 Leipzig",
    ],
)
def test_short_lines_of_talk_are_no_list(text: str) -> None:
    with pytest.raises(NotAMethod):
        read_text(text)


def test_the_first_thing_of_a_list_is_no_title() -> None:
    assert read_text("eggs 6\nmilk 2 litres\nbutter").title == ""
