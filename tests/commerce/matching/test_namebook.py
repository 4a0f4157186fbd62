"""Names in five languages mean the same thing, and what only looks alike does not."""

import pytest

from commerce.matching.namebook import respelled, thing_named
from commerce.matching.things import head_of, thing_of
from commerce.matching.wording import words_of


def number_of(name: str) -> int | None:
    words = words_of(name)
    thing = thing_of(name, words, head_of(name, words))
    return thing.number if thing else None


@pytest.mark.parametrize(
    "names",
    [
        ("aubergine", "eggplants", "Melanzani", "berenjena", "melanzane"),
        ("spring onions", "scallion", "Frühlingszwiebeln", "cebolletas"),
        ("wood screws", "Holzschrauben", "vis à bois", "tornillos para madera", "viti per legno"),
        ("red wine vinegar", "wine vinegar, red", "vinaigre de vin rouge"),
        ("eggs", "œufs", "oeufs", "Eier", "uova", "huevos"),
        ("red pepper", "Paprika, rot", "poivron rouge"),
        ("ground ginger", "ginger, ground", "gingembre moulu"),
        ("masking tape", "maskingtape", "masking-tape"),
        ("plain flour", "farine tout usage", "all-purpose flour", "harina de trigo"),
        ("Vanillepuddingpulver", "Puddingpulver Vanille", "custard powder"),
        ("chard", "Mangold", "blettes", "acelgas", "bietole"),
        ("cutting discs", "Trennscheiben", "disques à tronçonner", "discos de corte"),
        ("seam ripper", "Nahttrenner", "découd-vite", "abrecosturas", "scucitore"),
        ("bark mulch", "Rindenmulch", "écorces de pin", "corteza de pino"),
    ],
)
def test_names_of_one_thing_mean_one_thing(names: tuple[str, ...]) -> None:
    numbers = {number_of(name) for name in names}
    assert len(numbers) == 1
    assert None not in numbers


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("eggs", "egg noodles"),
        ("butter", "butter beans"),
        ("milk", "coconut milk"),
        ("nails", "nail polish"),
        ("paint", "paint brush"),
        ("pepper", "red pepper"),
        ("coriander seeds", "fresh coriander"),
        ("oil", "exterior wood oil"),
        ("coconut milk", "coconut cream"),
        ("cornflour", "maize flour"),
        ("onion", "Steckzwiebeln"),
        ("potato", "Saatkartoffeln"),
        ("sunflower oil", "castor oil"),
        ("nuts", "wing nuts"),
        ("sewing machine", "sewing machine needles"),
    ],
)
def test_what_only_sounds_alike_means_another_thing(name: str, other: str) -> None:
    assert number_of(name) != number_of(other)


@pytest.mark.parametrize(
    ("typed", "meant"), [("brocolli", "broccoli"), ("onoin", "onion"), ("sissors", "scissors")]
)
def test_a_misspelt_word_is_the_word_it_misspells(typed: str, meant: str) -> None:
    assert thing_named((respelled(typed),)) == thing_named((meant,))
