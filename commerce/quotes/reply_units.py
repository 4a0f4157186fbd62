"""Words of units and small numbers in sellers' answers, in English, German and French, folded."""

from commerce.units import Unit

__all__ = ["NUMBERS", "UNITS", "unit_of"]

_UNIT_WORDS = {
    Unit.G: "g gr gram grams gramme grammes gramm grs",
    Unit.KG: "kg kgs kilo kilos kilogram kilograms kilogramm",
    Unit.LB: "lb lbs pound pounds pfund livre livres",
    Unit.OZ: "oz ounce ounces",
    Unit.ML: "ml millilitre millilitres milliliter",
    Unit.CL: "cl",
    Unit.DL: "dl",
    Unit.L: "l ltr litre litres liter liters",
    Unit.PINT: "pint pints",
    Unit.CAN: "can cans tin tins dose dosen boite boites conserve",
    Unit.JAR: "jar jars glas glaser bocal bocaux pot pots",
    Unit.PACKET: "packet packets pack packs pkt pkts package packages packung packungen packchen paquet "
    "paquets",
    Unit.BOX: "box boxes carton cartons case cases karton kartons schachtel schachteln kiste",
    Unit.BAG: "bag bags sack sacks beutel tute sac sacs sachet sachets",
    Unit.BOTTLE: "bottle bottles flasche flaschen bouteille bouteilles",
    Unit.TUBE: "tube tubes",
    Unit.TUB: "tub tubs becher bucket buckets eimer seau seaux",
    Unit.ROLL: "roll rolls rolle rollen rouleau rouleaux",
    Unit.BUNCH: "bunch bunches bund bunde botte bottes bouquet",
    Unit.HEAD: "head heads bulb bulbs knolle knollen tete tetes kopf",
    Unit.CLOVE: "clove cloves zehe zehen gousse gousses",
    Unit.STALK: "stalk stalks stange stangen",
    Unit.SLICE: "slice slices scheibe scheiben tranche tranches",
    Unit.SHEET: "sheet sheets platte platten bogen feuille feuilles panneau",
    Unit.PAIR: "pair pairs paar paire paires",
    Unit.BALL: "ball balls kugel kugeln boule boules",
    Unit.SPRIG: "sprig sprigs zweig zweige brin brins",
    Unit.LEAF: "leaf leaves blatt blatter",
    Unit.CUP: "cup cups tasse tassen tasses",
    Unit.CUBE: "cube cubes wurfel",
    Unit.BLOCK: "block blocks",
    Unit.STICK: "stick sticks",
    Unit.PIECE: "piece pieces pc pcs pce stuck stk st item items unit units unite unites pieza",
    Unit.MM: "mm millimetre millimetres millimeter",
    Unit.CM: "cm centimetre centimetres zentimeter",
    Unit.M: "m metre metres meter meters lfm mtr",
    Unit.INCH: "inch inches",
    Unit.FOOT: "foot feet ft",
    Unit.YARD: "yard yards yd",
    Unit.M2: "m2 sqm qm m²",
}
UNITS: dict[str, Unit] = {word: unit for unit, words in _UNIT_WORDS.items() for word in words.split()}

NUMBERS = {
    word: number
    for number, words in {
        1: "one ein eine einen un une eins",
        2: "two zwei deux both",
        3: "three drei trois",
        4: "four vier quatre",
        5: "five funf cinq",
        6: "six sechs",
        7: "seven sieben",
        8: "eight acht huit",
        9: "nine neun neuf",
        10: "ten zehn dix",
        11: "eleven elf onze",
        12: "twelve zwolf douze dozen",
        13: "thirteen dreizehn treize",
        14: "fourteen vierzehn quatorze",
        15: "fifteen funfzehn quinze",
        16: "sixteen sechzehn seize",
        17: "seventeen siebzehn",
        18: "eighteen achtzehn",
        19: "nineteen neunzehn",
        20: "twenty zwanzig vingt",
        25: "twenty-five",
        30: "thirty dreissig dreisig trente",
        50: "fifty funfzig cinquante",
    }.items()
    for word in words.split()
}


def unit_of(word: str) -> Unit | None:
    """The unit that a folded word names, or None."""
    return UNITS.get(word)
