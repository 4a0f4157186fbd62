"""Lines that name several components: "2 eggs plus 1 yolk", "1 tsp each cumin and coriander"."""

import re
from collections.abc import Callable

from commerce.methods.drafts import CROSS_SECTION, EDGES, after, blanks
from commerce.methods.lexicon import Lexicon
from commerce.methods.quantities import measure_at, quantity_at, unit_at
from commerce.units import Dimension, Unit, dimension_of

__all__ = ["each_of", "joined", "with_companions"]

_COMMA = re.compile(r"\s*[,;]\s+(?=\d)|\s*\+\s*(?=\d)")
_MOST = 6
_WITH = re.compile(r"(?:\s+|,\s*)(?:with|c/w|mit|samt|inkl\.|con)\s+", re.IGNORECASE)
_AND = re.compile(r"\s*(?:,|&|\+|\b(?:and|und|y|e)\b)\s*", re.IGNORECASE)
_COMPANION = re.compile(
    r"(?:(?:matching|passenden?|lock|wing|hex|nyloc|flat|penny|spring)\s)?"
    r"(?:nuts?|washers?|(?:flügel|sechskant|stopp|hut)?muttern?|(?:unterleg|feder)?scheiben?"
    r"|tuercas?|arandelas?|dad[oi]|rondell[ae])",
    re.IGNORECASE,
)


def joined(text: str, words: Lexicon, is_preparation: Callable[[str], bool]) -> list[str]:
    """The parts of a line that each have an amount and a thing; the line itself where it is one component."""
    parts = [text]
    for _ in range(_MOST):
        split = _first_split(parts[-1], words, is_preparation)
        if split is None:
            break
        parts[-1:] = split
    return parts


def each_of(text: str, words: Lexicon) -> list[str]:
    """ "1 tsp each cumin and coriander" as one line each; the line itself where "each" joins nothing."""
    start = words.each_of.match(text)
    begin = start.end() if start else 0
    measure = measure_at(text, begin, words)
    quantity = quantity_at(text, begin, words)
    alone = unit_at(text, 0, words) if not start else None  # "pinch each of cloves and nutmeg"
    end = measure.end if measure else quantity.end if quantity else alone[1] if alone else 0
    behind = words.each_of.match(text, blanks(text, end)) if end and not start else None
    if not end or not (start or behind):
        return [text]
    rest = text[after(words.of, text, blanks(text, behind.end() if behind else end, " :")) :]
    if "(" in rest:
        return [text]
    pieces = [piece.strip(EDGES) for piece in re.split(r",\s+", words.joined_pair.sub(", ", rest))]
    amount = text[begin:end].strip()
    if len(pieces) < 2 or not all(piece and piece[0].isalpha() for piece in pieces):
        return [text]
    return [f"{amount} {piece}" for piece in pieces]


def with_companions(name: str) -> list[str]:
    """The names of bolts and of what holds them, where a line tells both: "bolts with washers and nuts";
    the name alone otherwise: "hinges with screws" are sold so, and French "avec écrous" is a remark."""
    joint = _WITH.search(name)
    if joint is None:
        return [name]
    companions = [part for part in _AND.split(name[joint.end() :]) if part]
    if not companions or not all(_COMPANION.fullmatch(part) for part in companions):
        return [name]
    return [name[: joint.start()].rstrip(EDGES), *companions]


def _first_split(text: str, words: Lexicon, is_preparation: Callable[[str], bool]) -> list[str] | None:
    if not quantity_at(text, after(words.front, text, 0), words):
        return None
    places = [*words.joined_amount.finditer(text), *_COMMA.finditer(text)]
    for joint in sorted(places, key=lambda place: place.start()):
        left, right = text[: joint.start()], text[joint.end() :]
        if left.count("(") != left.count(")") or left.count("[") != left.count("]"):
            continue
        if all(_names_a_thing(part, words, is_preparation) for part in (left, right)):
            return [left.strip(EDGES), right]
    return None


def _names_a_thing(text: str, words: Lexicon, is_preparation: Callable[[str], bool]) -> bool:
    """Whether a part has an amount, a thing of its own, and not only what is done with the part before."""
    start = after(words.front, text, 0)
    measure = measure_at(text, start, words)
    quantity = quantity_at(text, start, words)
    if quantity is None or text[quantity.end : quantity.end + 1] in {"x", "×"}:
        return False
    if CROSS_SECTION.match(text, start):  # "cable, 2.5 mm²"
        return False
    if words.grade.match(text, quantity.end):  # "sandpaper, 120 grit"
        return False
    if (
        measure
        and dimension_of(measure.amount.unit) is Dimension.LENGTH
        and measure.amount.unit is not Unit.M
    ):
        return False
    unit = unit_at(text, quantity.end, words)
    end = measure.end if measure else unit[1] if unit else quantity.end
    rest = text[after(words.of, text, blanks(text, end)) :]
    rest = re.sub(r"\([^()]*\)", "", re.split(r",", rest)[0]).strip(EDGES)
    if len(rest) < 2 or not rest[0].isalpha() or words.tail.match(f" {rest}", 1):
        return False
    size = words.size.match(rest)
    rest = rest[size.end() :].lstrip() if size else rest
    first = (rest or "-").split()[0]
    known = words.measured.fullmatch(rest) or words.vague.match(rest) or words.each_of.match(rest)
    return not (known or is_preparation(rest) or is_preparation(first) or words.times.match(rest))
