"""What an item looks like: the shape and the colour of each family, the colours that titles name."""

from collections.abc import Callable, Mapping

from bot.playground.world import goods_shapes as goods
from bot.playground.world import thing_shapes as things
from bot.playground.world.pen import Colour, Pen
from bot.playground.world.world import Category

__all__ = [
    "BACKGROUNDS",
    "CATEGORY_SHAPES",
    "FAMILY_COLOURS",
    "FAMILY_SHAPES",
    "LEAFY",
    "LEAF_GREEN",
    "PALETTE",
    "TITLE_COLOURS",
    "Shape",
]

Shape = Callable[[Pen], None]

BACKGROUNDS: Mapping[Category, Colour] = {
    Category.FOOD: (240, 232, 212),
    Category.HARDWARE: (222, 228, 234),
    Category.FABRIC: (236, 226, 240),
    Category.FASHION: (244, 226, 224),
    Category.HOUSEHOLD: (224, 236, 228),
    Category.CHEMICAL: (234, 238, 214),
}
CATEGORY_SHAPES: Mapping[Category, Shape] = {
    Category.FOOD: goods.packet,
    Category.HARDWARE: things.box_of_tools,
    Category.FABRIC: goods.cloth,
    Category.FASHION: things.shirt,
    Category.HOUSEHOLD: goods.packet,
    Category.CHEMICAL: goods.bottle,
}
SHAPES_FAMILIES: Mapping[Shape, str] = {
    goods.pouch: "flour sugar starch rice lentil oats coffee polenta semolina penne almond raisin nut"
    " chip walnut hazelnut cocoa porcini remnant chickpea biscuit",
    goods.bottle: "vinegar wine syrup extract juice liquid cleaner spirit thinner detergent passata water",
    goods.jar: "honey jam mustard caper olive pesto stock paprika pepper cinnamon cumin thyme"
    " oregano herb salt nutmeg",
    goods.tin: "tomato lacquer stain",
    goods.carton: "milk cream buttermilk",
    goods.sachet: "yeast powder soda saffron leaf vanilla",
    goods.packet: "tea lasagne candle battery spinach pea",
    goods.tub: "yoghurt ricotta mascarpone mozzarella filler",
    goods.tube: "paste glue sealant caulk",
    goods.wedge: "parmesan pecorino cheese",
    goods.brick: "butter block sponge chalk",
    goods.bar: "chocolate",
    goods.eggs: "egg",
    goods.fruit: "apple lemon lime orange pear avocado pumpkin squash aubergine",
    goods.berries: "blueberry raspberry grape",
    goods.bulb: "onion garlic shallot celeriac beetroot",
    goods.long_vegetable: "carrot leek celery cucumber courgette bean banana",
    goods.root: "potato ginger",
    goods.leaves: "basil parsley chive rosemary mint rocket lettuce",
    goods.floret: "broccoli cauliflower",
    goods.mushroom: "mushroom",
    goods.sticks: "spaghetti rod",
    goods.sack: "soil clay",
    goods.potted: "plant",
    goods.bucket: "paint primer bucket",
    goods.planks: "timber batten board skirting bar",
    goods.panel: "plywood panel sandpaper mat paper sheet",
    goods.cloth: "fabric canvas linen denim jersey felt viscose lining fleece muslin interfacing"
    " batting cloth scarf mask",
    goods.roll: "tape wire film roll liner webbing binding elastic cord measure",
    goods.spool: "thread floss",
    things.screws: "screw nail bolt plug bit",
    things.small_parts: "button snap ring knob washer hook clip kit",
    things.needles: "needle pin",
    things.hammer: "hammer mallet",
    things.saw: "saw",
    things.drill: "drill sander stapler",
    things.brush: "brush",
    things.roller: "roller",
    things.driver: "screwdriver pencil ripper set",
    things.ruler: "ruler level",
    things.square: "square",
    things.ladder: "ladder",
    things.knife: "knife cutter peeler",
    things.spoon: "spoon whisk",
    things.pan: "pan saucepan",
    things.bowl: "bowl dish tray jug pot",
    things.iron: "iron",
    things.scissors: "scissors",
    things.zipper: "zip",
    things.bracket: "bracket hinge clamp",
    things.wheel: "castor",
    things.glasses: "glasses",
    things.glove: "glove",
    things.lamp_sized_box: "scale grater",
    things.shirt: "shirt t-shirt blouse jumper cardigan",
    things.coat: "coat jacket blazer vest",
    things.trousers: "trousers jeans leggings",
    things.dress: "dress apron",
    things.skirt: "skirt",
    things.shoe: "sneaker sandal",
    things.boot: "boot",
    things.sock: "sock",
    things.hat: "hat",
    things.handbag: "bag",
    things.umbrella: "umbrella",
    things.belt: "belt",
}
FAMILY_SHAPES: Mapping[str, Shape] = {
    family: shape for shape, families in SHAPES_FAMILIES.items() for family in families.split()
}

# Colours that a title names come first, then those that a family is known by, then one of the palette.
TITLE_COLOURS: Mapping[str, Colour] = {
    "white": (236, 236, 230), "black": (66, 66, 72), "navy": (44, 62, 110), "grey": (148, 152, 156),
    "sage": (156, 178, 148), "rust": (178, 88, 52), "mustard": (208, 164, 54), "olive": (124, 128, 72),
    "indigo": (58, 72, 122), "cream": (238, 226, 196), "sand": (216, 196, 158), "beige": (212, 190, 150),
    "tan": (186, 134, 84), "brown": (126, 86, 58), "terracotta": (192, 104, 70), "walnut": (110, 76, 52),
    "blue": (100, 138, 190), "green": (112, 156, 96), "red": (196, 66, 54), "yellow": (226, 178, 84),
    "dark": (88, 62, 48), "natural": (222, 204, 168), "stainless": (172, 180, 186),
    "lavender": (140, 112, 190), "rosemary": (104, 136, 98), "brass": (196, 162, 84), "oak": (190, 150, 98),
    "beech": (214, 176, 128), "pine": (226, 190, 130), "birch": (230, 208, 164), "larch": (196, 140, 86),
    "spruce": (226, 194, 140),
}  # fmt: skip
FAMILY_COLOURS: Mapping[str, Colour] = {
    "tomato": (206, 62, 48), "passata": (196, 58, 46), "paste": (186, 48, 40), "apple": (196, 64, 56),
    "lemon": (242, 208, 66), "lime": (140, 184, 70), "orange": (236, 142, 46), "banana": (240, 208, 84),
    "pear": (186, 192, 88), "avocado": (86, 116, 66), "pumpkin": (226, 116, 40), "squash": (228, 180, 110),
    "aubergine": (84, 52, 96), "courgette": (96, 144, 76), "cucumber": (92, 148, 80),
    "carrot": (234, 132, 50), "leek": (166, 196, 128), "celery": (160, 196, 112),
    "celeriac": (220, 202, 164), "beetroot": (142, 42, 78), "potato": (206, 170, 112),
    "ginger": (212, 178, 128), "onion": (214, 156, 84), "shallot": (182, 110, 100),
    "garlic": (236, 228, 222), "mushroom": (196, 160, 124), "blueberry": (76, 84, 152),
    "raspberry": (206, 60, 88), "grape": (180, 198, 112), "egg": (232, 196, 160), "butter": (246, 218, 116),
    "cheese": (244, 200, 88), "parmesan": (240, 208, 120), "pecorino": (238, 222, 170),
    "milk": (86, 140, 196), "cream": (150, 180, 210), "oil": (172, 164, 60), "wine": (140, 156, 80),
    "vinegar": (120, 70, 60), "honey": (222, 156, 44), "jam": (190, 50, 66), "syrup": (150, 84, 36),
    "chocolate": (104, 66, 46), "cocoa": (112, 74, 54), "coffee": (96, 66, 50), "flour": (214, 190, 146),
    "sugar": (150, 186, 208), "salt": (130, 164, 196), "rice": (196, 78, 70), "broccoli": (84, 140, 76),
    "cauliflower": (240, 232, 208), "soil": (120, 92, 68), "clay": (186, 118, 84),
    "spaghetti": (240, 210, 130), "sandpaper": (186, 140, 96), "jeans": (64, 86, 140),
    "denim": (64, 86, 140), "basil": (84, 154, 76), "parsley": (74, 148, 70), "lettuce": (150, 198, 104),
}  # fmt: skip
PALETTE: tuple[Colour, ...] = (
    (198, 92, 74), (222, 158, 70), (130, 160, 92), (82, 146, 140), (92, 128, 180), (148, 112, 172),
    (200, 116, 146), (164, 130, 98), (104, 122, 140),
)  # fmt: skip
LEAFY = frozenset(
    ("rocket", "mint", "chive", "rosemary", "bean", "spinach", "pea", "thyme", "oregano", "herb", "leaf")
)
LEAF_GREEN: Colour = (98, 158, 84)
