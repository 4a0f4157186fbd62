"""A picture of each item, drawn by code: the shape by family, the colour by title, a plate with the name.

The same item always gives the same bytes. The font comes with Pillow and has no accents, so plates
spell without.
"""

import io
import re
import unicodedata
import zlib
from collections.abc import Mapping
from functools import cache

from PIL import Image, ImageDraw, ImageFont

from bot.playground.world import goods_shapes as goods
from bot.playground.world import thing_shapes as things
from bot.playground.world.looks import (
    BACKGROUNDS,
    CATEGORY_SHAPES,
    FAMILY_COLOURS,
    FAMILY_SHAPES,
    LEAF_GREEN,
    LEAFY,
    PALETTE,
    TITLE_COLOURS,
    Shape,
)
from bot.playground.world.pen import SIDE, Colour, Pen, shaded
from bot.playground.world.world import Category, ItemCard

__all__ = ["picture_of", "shape_of"]

DRAWN_AT = 2  # drawn twice as large, then scaled down for smooth edges
QUALITY = 82
PLATE_TOP = 412
PLATE_LINES = 2
PLATE_LINE_HEIGHT = 38
PLATE_FONT_SIZE = 29
PLATE_TEXT_WIDTH = 452
INK: Colour = (52, 48, 44)
PLATE: Colour = (255, 255, 255)

LIQUID_OIL = "oil"
HOUSEHOLD_SHAPES: Mapping[str, Shape] = {"board": goods.panel, "pin": things.rolling_pin}
NUMBER_AND_UNIT = re.compile(r"(?<=\d) (?=\w{1,2}\b)")


def picture_of(item: ItemCard) -> bytes:
    """The item as a JPEG of 512 x 512 pixels."""
    image = Image.new("RGB", (SIDE * DRAWN_AT, SIDE * DRAWN_AT), BACKGROUNDS[item.category])
    pen = Pen(ImageDraw.Draw(image), colour_of(item), DRAWN_AT)
    _ground(pen, BACKGROUNDS[item.category])
    shape_of(item)(pen)
    small = image.resize((SIDE, SIDE), Image.Resampling.BOX)
    _plate(ImageDraw.Draw(small), item.title)
    file = io.BytesIO()
    small.save(file, "JPEG", quality=QUALITY, optimize=True)
    return file.getvalue()


def shape_of(item: ItemCard) -> Shape:
    """The shape that an item of this family has, or that of its category."""
    if item.family == LIQUID_OIL:
        return goods.bottle if item.category is Category.FOOD else goods.tin
    if _grows(item) and item.family in ("pepper", "tomato"):
        return goods.fruit
    if _grows(item) and item.family in ("thyme", "oregano", "spinach"):
        return goods.leaves
    if item.category is Category.HOUSEHOLD and item.family in HOUSEHOLD_SHAPES:
        return HOUSEHOLD_SHAPES[item.family]
    return FAMILY_SHAPES.get(item.family, CATEGORY_SHAPES[item.category])


def colour_of(item: ItemCard) -> Colour:
    """The colour that the title names, that the family has, or one chosen by the code."""
    words = _spelt(item.title).lower().replace(",", " ").replace("-", " ").split()
    named = next((TITLE_COLOURS[word] for word in words if word in TITLE_COLOURS), None)
    if item.category is Category.FOOD and item.family in FAMILY_COLOURS and "red" not in words:
        return FAMILY_COLOURS[item.family]
    if named is not None:
        return named
    if item.family in LEAFY:
        return LEAF_GREEN
    chosen = PALETTE[zlib.crc32(f"{item.seller} {item.family}".encode()) % len(PALETTE)]
    return FAMILY_COLOURS.get(item.family, chosen)


def _grows(item: ItemCard) -> bool:
    """Whether the item is fresh fruit, vegetable or herb rather than something in a jar or a tin."""
    return item.density_g_per_ml is None and "tinned" not in item.title


def _ground(pen: Pen, background: Colour) -> None:
    box = [part * pen.scale for part in (76, 348, 436, 404)]
    pen.draw.ellipse(box, fill=shaded(background, 0.9))


def _plate(draw: ImageDraw.ImageDraw, title: str) -> None:
    draw.rounded_rectangle((14, PLATE_TOP, SIDE - 14, SIDE - 12), radius=12, fill=PLATE)
    lines = _wrapped(_spelt(title))
    top = PLATE_TOP + (SIDE - 12 - PLATE_TOP - PLATE_LINE_HEIGHT * len(lines)) / 2
    for number, line in enumerate(lines):
        left = (SIDE - _font().getlength(line)) / 2
        draw.text((left, top + number * PLATE_LINE_HEIGHT), line, fill=INK, font=_font())


def _wrapped(text: str) -> list[str]:
    """The text in at most two lines that fit the plate; what does not fit ends in an ellipsis."""
    lines = [""]
    for words in NUMBER_AND_UNIT.sub("\N{NO-BREAK SPACE}", text).split(" "):
        word = words.replace("\N{NO-BREAK SPACE}", " ")
        longer = f"{lines[-1]} {word}".strip()
        if _font().getlength(longer) <= PLATE_TEXT_WIDTH:
            lines[-1] = longer
        elif len(lines) < PLATE_LINES:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1].rstrip(',')} ..."
            break
    return lines


def _spelt(text: str) -> str:
    """The text without accents, as far as letters can be written without."""
    folded = unicodedata.normalize("NFKD", text.replace("ß", "ss"))
    return folded.encode("ascii", "ignore").decode("ascii")


@cache
def _font() -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    return ImageFont.load_default(PLATE_FONT_SIZE)
