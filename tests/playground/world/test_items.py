"""The goods of the demo world are such as a shop could really have."""

from collections import Counter
from collections.abc import Callable
from decimal import Decimal

from bot.playground.world.world import Category, ItemCard, Packaging, items, sellers
from commerce.units import Dimension, Unit, convert, dimension_of

STEEL_G_PER_CM3 = Decimal("7.9")
LIGHTEST_G_PER_CM3 = Decimal("0.01")
MADE_UP = "stock"  # sold by what it makes, not by what it holds

# cents per kilogram or litre, from plain to delicatessen
PRICE_RANGES = {
    "flour": (60, 300), "sugar": (80, 700), "rice": (150, 1200), "milk": (80, 200), "butter": (700, 1600),
    "cream": (400, 1300), "potato": (80, 400), "onion": (100, 300), "carrot": (80, 250), "apple": (180, 300),
    "banana": (130, 250), "tomato": (150, 900), "passata": (150, 400), "parmesan": (2000, 3800),
    "ricotta": (500, 1700), "mozzarella": (600, 3000), "wine": (500, 2200), "vinegar": (200, 4000),
    "honey": (700, 1500), "lentil": (250, 1000), "spaghetti": (150, 700), "penne": (150, 400),
    "lasagne": (250, 900), "coffee": (1000, 3000), "chocolate": (1000, 5000), "almond": (1200, 3500),
    "salt": (50, 3500), "paint": (350, 1300), "lacquer": (1300, 2500), "soil": (15, 30), "nail": (400, 1800),
    "glue": (1500, 9000), "syrup": (1800, 3500), "spinach": (300, 1300), "blueberry": (800, 2200),
}  # fmt: skip
PIECE_WEIGHTS = {
    "egg": (50, 70), "onion": (15, 150), "apple": (130, 200), "lemon": (90, 150), "potato": (80, 280),
    "carrot": (60, 100), "garlic": (35, 60), "courgette": (200, 300), "aubergine": (250, 350),
    "banana": (110, 150),
}  # fmt: skip


def codes(odd: Callable[[ItemCard], bool]) -> list[str]:
    """The codes of the items that are odd."""
    return [item.code for item in items() if odd(item)]


def in_base_unit(item: ItemCard) -> Decimal | None:
    """Kilograms or litres in a pack, None where it is counted or measured otherwise."""
    match dimension_of(item.pack.unit):
        case Dimension.MASS:
            return convert(item.pack, Unit.KG).qty
        case Dimension.VOLUME:
            return convert(item.pack, Unit.L).qty
        case _:
            return None


def test_some_four_hundred_items_are_spread_over_all_sellers() -> None:
    counts = Counter(item.seller for item in items())
    assert 400 <= len(items()) <= 500
    assert set(counts) == {seller.key for seller in sellers()}
    assert min(counts.values()) >= 30


def test_codes_are_given_once() -> None:
    assert len({item.code for item in items()}) == len(items())


def test_titles_are_given_once_in_a_shop_and_fit_a_button() -> None:
    assert len({(item.seller, item.title) for item in items()}) == len(items())
    assert max(len(item.title) for item in items()) <= 64


def test_no_two_items_stand_in_the_same_place() -> None:
    assert len({(item.seller, item.aisle, item.bay, item.level) for item in items()}) == len(items())


def test_a_seller_has_items_of_just_the_categories_it_states() -> None:
    for seller in sellers():
        assert {item.category for item in items() if item.seller == seller.key} == set(seller.categories)


def test_a_few_items_are_the_last_one_and_a_few_are_out_of_stock() -> None:
    stocks = Counter(item.stock for item in items())
    assert 5 <= stocks[1] <= 20
    assert 5 <= stocks[0] <= 20


def test_every_seller_but_the_fabric_and_fashion_shops_meets_another_with_the_same_goods() -> None:
    by_family: dict[tuple[Category, str], set[str]] = {}
    for item in items():
        by_family.setdefault((item.category, item.family), set()).add(item.seller)
    shared = [sold_by for sold_by in by_family.values() if len(sold_by) > 1]
    assert len(shared) >= 80
    assert set.union(*shared) == {seller.key for seller in sellers()}


def test_the_same_goods_cost_differently_from_shop_to_shop() -> None:
    parmesan = {item.seller: item.price_minor for item in items() if item.family == "parmesan"}
    assert len(set(parmesan.values())) > 1


def net_grams(item: ItemCard) -> Decimal | None:
    """What the contents must weigh, None where the pack does not say."""
    match dimension_of(item.pack.unit):
        case Dimension.MASS:
            return convert(item.pack, Unit.G).qty
        case Dimension.VOLUME if item.density_g_per_ml is not None and item.family != MADE_UP:
            return convert(item.pack, Unit.ML).qty * item.density_g_per_ml
        case Dimension.COUNT if item.piece_grams is not None and item.pack.unit is Unit.PIECE:
            return item.pack.qty * item.piece_grams * Decimal("0.9")
        case _:
            return None


def test_shelf_levels_are_within_reach() -> None:
    assert codes(lambda item: not (item.aisle >= 1 and item.bay >= 1 and 1 <= item.level <= 4)) == []


def test_heavy_and_long_goods_stand_on_the_floor() -> None:
    assert codes(lambda item: (item.weight_grams >= 6000 or item.length_mm >= 1000) and item.level > 1) == []


def test_prices_are_never_nothing_and_end_at_two_hundred_euros() -> None:
    assert codes(lambda item: not 10 <= item.price_minor <= 20_000) == []


def test_prices_per_kilogram_or_litre_are_usual_for_the_family() -> None:
    def unusual(item: ItemCard) -> bool:
        base = in_base_unit(item)
        if base is None or item.family not in PRICE_RANGES:
            return False
        lowest, highest = PRICE_RANGES[item.family]
        return not lowest <= item.price_minor / base <= highest

    assert codes(unusual) == []


def test_a_pack_weighs_its_contents_and_a_plausible_wrapping() -> None:
    def off(item: ItemCard) -> bool:
        contents = net_grams(item)
        return contents is not None and not contents <= item.weight_grams <= contents * Decimal("1.35") + 450

    assert codes(off) == []


def test_a_pack_is_neither_lighter_than_foam_nor_heavier_than_steel() -> None:
    def impossible(item: ItemCard) -> bool:
        volume_cm3 = Decimal(item.length_mm * item.width_mm * item.height_mm) / 1000
        return not LIGHTEST_G_PER_CM3 <= item.weight_grams / volume_cm3 <= STEEL_G_PER_CM3

    assert codes(impossible) == []


def test_a_pack_lies_on_its_largest_side_unless_it_must_stand() -> None:
    def tilted(item: ItemCard) -> bool:
        lies = item.length_mm >= item.width_mm >= item.height_mm > 0
        return not lies and Packaging.UPRIGHT not in item.packaging

    assert codes(tilted) == []


def test_densities_and_pieces_are_those_of_the_stuff() -> None:
    def strange(item: ItemCard) -> bool:
        lowest, highest = PIECE_WEIGHTS.get(item.family, (0, 100_000))
        return not (
            Decimal("0.15") <= (item.density_g_per_ml or 1) <= Decimal("1.7")
            and lowest <= (item.piece_grams or lowest) <= highest
        )

    assert codes(strange) == []


def test_names_are_written_as_names_are() -> None:
    def untidy(item: ItemCard) -> bool:
        names = [item.title, item.family, *item.other_names]
        return not all(name and name == " ".join(name.split()) for name in names)

    assert codes(untidy) == []


def test_every_item_has_another_name_and_none_twice() -> None:
    assert (
        codes(lambda item: len({name.casefold() for name in item.other_names}) != len(item.other_names)) == []
    )
    assert codes(lambda item: not item.other_names) == []


def test_goods_that_spoil_or_burn_say_so() -> None:
    chilled = {"milk", "ricotta", "mozzarella", "buttermilk", "yoghurt", "butter"}
    assert codes(lambda item: item.family in chilled and Packaging.COLD not in item.packaging) == []
    assert codes(lambda i: i.title.startswith("Frozen") != (Packaging.FROZEN in i.packaging)) == []
    burning = {"spirit", "thinner"}
    assert codes(lambda item: item.family in burning and Packaging.HAZARDOUS not in item.packaging) == []
