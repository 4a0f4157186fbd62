"""Every item has a picture, small and always the same."""

import io

import pytest
from PIL import Image, ImageStat

from bot.playground.world.looks import FAMILY_COLOURS, FAMILY_SHAPES
from bot.playground.world.pictures import picture_of, shape_of
from bot.playground.world.world import ItemCard, items

MOST_BYTES = 40_000
ONE_OF_EACH = {shape_of(item).__name__: item for item in items()}


def test_a_picture_is_a_small_square_jpeg() -> None:
    picture = Image.open(io.BytesIO(picture_of(items()[0])))
    assert (picture.format, picture.size) == ("JPEG", (512, 512))


def test_the_same_item_gives_the_same_bytes() -> None:
    for item in items()[::60]:
        assert picture_of(item) == picture_of(item)


def test_different_items_give_different_pictures() -> None:
    some = items()[::12]
    assert len({picture_of(item) for item in some}) == len(some)


@pytest.mark.parametrize("item", ONE_OF_EACH.values(), ids=list(ONE_OF_EACH))
def test_each_shape_shows_something_above_the_plate(item: ItemCard) -> None:
    data = picture_of(item)
    assert len(data) <= MOST_BYTES
    drawn = Image.open(io.BytesIO(data)).crop((0, 0, 512, 400)).convert("L")
    assert ImageStat.Stat(drawn).stddev[0] > 6


def test_goods_of_all_kinds_look_different() -> None:
    assert len(ONE_OF_EACH) >= 40


def test_no_looks_are_kept_for_families_that_nobody_sells() -> None:
    families = {item.family for item in items()}
    assert set(FAMILY_SHAPES) <= families
    assert set(FAMILY_COLOURS) <= families
