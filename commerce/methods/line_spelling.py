"""Amounts that are spelled in words, put into figures before a line is read: "2 dozen", "1 litro y medio"."""

import re
from decimal import Decimal
from functools import lru_cache

from commerce.methods.drafts import after, blanks
from commerce.methods.lexicon import Lexicon, folded, lexicon_of
from commerce.methods.quantities import measure_at, quantity_at, unit_at
from commerce.units import Dimension, dimension_of

__all__ = ["in_figures"]

_WIRE = re.compile(r"^(\d+(?:[.,]\d+)?\s?m)\s?[x×]\s?(?=\d[\d.,]*\s?mm[²2])")
"""So many metres by a cross section: "10 m x 2.5 mm²"."""
_GRAMS = re.compile(r"^(\d{2,}(?:[.,]\d+)?)\s?gr\.\s+", re.IGNORECASE)
"""In German "2 gr. Zwiebeln" are large ones, "100 gr. Zucker" are grams."""
_HALF = Decimal("0.5")
_SPOON_IN_BRACKETS = re.compile(r"(?<=\w)\s*\((?:de )?(chá|sopa|café|sobremesa|postre)\)", re.IGNORECASE)
"""Portuguese tells the kind of spoon in brackets: "2 colheres (sopa) de azeite"."""
_TIMES_IN_FRONT = re.compile(r"^[x×]\s?(\d{1,3})\s+(?=[^\W\d_])", re.IGNORECASE)
_PACK_OF_MANY = re.compile(
    r"(?<!\S)(?:(?P<packs>\d{1,3})\s?[x×]?\s)?(?P<many>\d{1,4})"
    r"(?:er[ -]?(?P<er>pack(?:s|ung|ungen)?|päckchen|schachteln?|kartons?|beutel)|-(?P<pack>packs?))(?!\w)"
    r"\s*(?:of\s+)?(?P<thing>[^\W\d_])?",
    re.IGNORECASE,
)
""" "2 10er-Packungen Eier", "6-pack of beer"."""
_SO_MANY = re.compile(r"^(\d{1,4})\s?no\.?\s+(?=[^\W\d_])", re.IGNORECASE)
"""Builders count "6no. hex bolts"; "2 no. 8 screws" tells their gauge."""
_HYPHENED = re.compile(r"(?<![\w-])(\d+(?:[.,]\d+)?)-(g|kg|ml|cl|l|m)-(?=[^\W\d_]{3})", re.IGNORECASE)
"""A German pack: "400-g-Dose"."""
_WRITTEN_TOGETHER = frozenset({"zh", "ko"})


def in_figures(text: str, words: Lexicon) -> str:
    """The line with a dozen as 12, an etto as 100 g, and the half that follows its unit within the number."""
    text = _GRAMS.sub(r"\1 g ", _WIRE.sub(r"\1 ", text))
    text = _TIMES_IN_FRONT.sub(r"\1 ", text)
    text = _SPOON_IN_BRACKETS.sub(r" de \1", text)
    text = _HYPHENED.sub(r"\1 \2 ", text)
    text = _SO_MANY.sub(r"\1 ", text)
    text = _PACK_OF_MANY.sub(lambda pack: _pack_first(pack, words), text)
    if words.language in _WRITTEN_TOGETHER:
        text = _set_apart(text, words)
    start = after(words.front, text, 0)
    quantity = quantity_at(text, start, words)
    if quantity is None:
        unit = unit_at(text, start, words)
        alone = words.half.match(text, unit[1]) if unit else None
        return f"{text[:start]}1.5 {text[start : unit[1]]}{text[alone.end() :]}" if unit and alone else text
    half = words.half.match(text, quantity.end)
    if half and quantity.high is None:  # "two and a half cups"
        return f"{text[:start]}{_figures(quantity.low + _HALF)}{text[half.end() :]}"
    parted = words.parted.match(text, quantity.end) if quantity.low < 1 else None
    if parted:  # "1/2 a red onion"
        return f"{text[: quantity.end]} {text[parted.end() :]}"
    scale = words.scale.match(text, quantity.end)
    if scale is None:
        return _with_half(text, start, words)
    factor, named = words.scaled[folded(scale["word"])]
    half = words.half.match(text, scale.end())
    low = (quantity.low + (_HALF if half else 0)) * factor
    high = f"-{_figures(quantity.high * factor)}" if quantity.high is not None else ""
    behind = text[after(words.of, text, blanks(text, half.end() if half else scale.end())) :]
    return f"{text[:start]}{_figures(low)}{high} {'' if named == 'piece' else named} {behind}".replace(
        "  ", " "
    )


def _pack_first(found: re.Match[str], words: Lexicon) -> str:
    """ "10er-Pack Eier" as "1 Pack 10 Eier", behind its thing as "1 Pack à 10", and before what each thing
    holds as so many of them: "6er-Pack 1,5 l Wasser" is "6 x 1,5 l Wasser"."""
    if found.string[found.end() :][:1].isdigit():
        each = measure_at(found.string, found.end(), words)
        holds = each is not None and dimension_of(each.amount.unit) in {Dimension.MASS, Dimension.VOLUME}
        return f"{int(found['packs'] or 1) * int(found['many'])} x " if holds else found[0]
    joint = "of" if found["pack"] else "" if found["thing"] else "à"
    told = f"{found['packs'] or 1} {found['er'] or found['pack']} {joint} {found['many']}"
    return f"{' '.join(told.split())} {found['thing'] or ''}".rstrip()


def _set_apart(text: str, words: Lexicon) -> str:
    """Chinese and Korean with blanks between name, amount and remark: "豆腐400克" is "豆腐 400克"."""
    before, behind, remark = _seams(words.language)
    return remark.sub(" ", behind.sub(r"\1 ", before.sub(" ", text))).strip()


@lru_cache(maxsize=4)
def _seams(language: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    words = lexicon_of(language)
    letter = r"[\u3400-\u9fff\uac00-\ud7af]"
    units = "|".join(re.escape(unit) for unit in sorted(words.units, key=lambda unit: (-len(unit), unit)))
    numbers = "|".join(map(re.escape, words.numbers))
    return (
        re.compile(rf"(?<={letter})(?=\d)"),
        re.compile(rf"(?<![^\s\d/.½])((?:[\d/.½-]+|{numbers})\s?(?>{units}))(?={letter})", re.IGNORECASE),
        re.compile(rf"(?<={letter})(?={words.vague.pattern}$)"),
    )


def _with_half(text: str, start: int, words: Lexicon) -> str:
    """ "1 litro y medio de agua" is 1.5 litres; without a unit there is no half behind it."""
    quantity = quantity_at(text, start, words)
    unit = unit_at(text, quantity.end, words) if quantity else None
    half = words.half.match(text, unit[1]) if unit else None
    if quantity is None or unit is None or half is None or quantity.high is not None:
        return text
    figures = _figures(quantity.low + _HALF)
    return f"{text[:start]}{figures}{text[quantity.end : unit[1]]} {text[half.end() :].lstrip()}"


def _figures(number: Decimal) -> str:
    return f"{number.quantize(Decimal('0.001')):f}".rstrip("0").rstrip(".")
