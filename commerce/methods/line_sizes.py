"""The measures in a line that tell one thing from another, not how much of it: "38x89", "8 ft long"."""

import re
from decimal import Decimal

from commerce.methods.drafts import (
    CROSS_SECTION,
    DIMENSION,
    EDGES,
    MEASURED,
    Draft,
    count_of,
)
from commerce.methods.lexicon import Lexicon
from commerce.methods.quantities import measure_at, unit_at
from commerce.units import Dimension, dimension_of

__all__ = ["read_dimensions", "read_lengths", "read_long_piece", "read_size_behind"]


_LENGTHS = re.compile(
    r"(?<![\w.,])(?P<count>\d{1,3})\s?[x×]\s?(?P<length>\d[\d.,]*\s?(?:m|ft|feet|'))(?!\w)"
    r"\s*(?P<lengths>lengths?|längen|longueurs|largos|lunghezze|stück|pieces)?$",
    re.IGNORECASE,
)
_HEAD_FIRST = {"fr", "es", "it"}
_TOLD = re.compile(r"\s+(?:in|for|with|to|für|mit|aus|zum)\b")
_LENGTH_LAST = re.compile(
    r"\s+(?:(?:de|von|à|en|di|da)\s+)?(?P<length>\d+(?:[.,]\d+)?\s?(?:mm|cm|m|inch(?:es)?|in))$",
    re.IGNORECASE,
)


def read_dimensions(draft: Draft) -> None:
    """ "38x89 timber", "screws 4x40 mm": measures across tell the size; "four 2x4s" are named by theirs."""
    _read_lengths_counted(draft)
    for _ in range(3):
        found = DIMENSION.search(draft.rest)
        if found is None or _is_of_contents(draft.rest, found, draft.words):
            break
        before, behind = draft.rest[: found.start()].rstrip(), draft.rest[found.end() :].lstrip()
        if not behind:  # "2 Rollen Vlies je 1 x 10 m"
            before = _without_joint(before, draft.words)
        left = f"{before} {behind}".strip(EDGES + "@")
        named = re.sub(r"(?i)\b(?:at|long|each|pieces?)\b", "", left)
        length = measure_at(named.strip(EDGES), 0, draft.words)
        if not any(character.isalpha() for character in named) or (
            length and length.end >= len(named.strip(EDGES))
        ):
            if length:
                draft.sizes.append(left)
            draft.rest = found[0].rstrip("sS")
            break
        draft.sizes.append(_without_count(draft, found[0].strip(), left))
        draft.rest = left


def _is_of_contents(text: str, dimension: re.Match[str], words: Lexicon) -> bool:
    """ "tomatoes, 2 x 400 g" tells packs, no measures across."""
    unit = unit_at(text, dimension.end(), words)
    return unit is not None and dimension_of(unit[0]) in {Dimension.MASS, Dimension.VOLUME}


def _read_lengths_counted(draft: Draft) -> None:
    """ "CLS timber 50 x 75 mm - 3 x 2.4 m": a count of lengths at the end of a line that has no amount."""
    found = _LENGTHS.search(draft.rest) if draft.amount is None else None
    if found is None or not any(character.isalpha() for character in draft.rest[: found.start()]):
        return
    if DIMENSION.search(draft.rest[: found.start()]) or found["lengths"]:
        draft.amount = count_of(Decimal(found["count"]), None)
        draft.sizes.append(found["length"])
        draft.rest = draft.rest[: found.start()].rstrip(EDGES)


def read_size_behind(draft: Draft) -> None:
    """ "1 boîte de pois chiches de 400 g", "4 steaks de 125 g": a measure last tells the size of each."""
    if draft.amount is None or dimension_of(draft.amount.unit) is not Dimension.COUNT:
        return
    words, text = draft.words, draft.rest
    for place in list(re.finditer(r"\s(?=\d)|(?<=['’])(?=\d)", text))[-3:]:
        measure = measure_at(text, place.end(), words)
        if measure is None or dimension_of(measure.amount.unit) not in MEASURED:
            continue
        behind = text[measure.end :].strip(EDGES)
        if behind and not words.each.fullmatch(f"{behind} ") and not words.tail.match(f" {behind}", 1):
            continue
        name = _without_joint(text[: place.start()].rstrip(), words)
        if any(character.isalpha() for character in name):
            draft.sizes.append(text[place.end() : measure.end].strip())
            draft.rest = name
        return


def _without_joint(name: str, words: Lexicon) -> str:
    """A name without what ties its measure to it: "boîte de", "słoiczki po", "planks of about"."""
    for _ in range(3):
        before, _blank, last = name.replace("d'", "d' ").rstrip().rpartition(" ")
        joint = f"{last} "
        if not before or not (
            words.of.fullmatch(joint) or words.each.fullmatch(joint) or words.about.match(joint)
        ):
            break
        name = before.rstrip()
    return name


def read_long_piece(draft: Draft, name: str) -> str:
    """ "40 cm zip", "fermeture éclair de 40 cm": the length of what is sold by the piece is its size; the
    thing in the singular is one. The name without it."""
    words, amount = draft.words, draft.amount
    told = _LENGTH_LAST.search(name) if amount is None and not draft.sizes else None
    thing = name[: told.start()].rstrip(EDGES) if told else name
    last = thing.casefold().split(",")[0]
    several = _ends(words.long_pieces, last, words.language)
    single = _ends(words.long_piece, last, words.language)
    if not (several or single):
        return name
    if amount is None and len(draft.sizes) == 1 and _LENGTH_LAST.fullmatch(f" {draft.sizes[0]}"):
        draft.amount = None if several else count_of(Decimal(1), None)
        return name
    beside = next((part for part in draft.preparations if _LENGTH_LAST.fullmatch(f" {part}")), None)
    if told is not None:
        draft.sizes.append(told["length"])
    elif beside is not None and not draft.sizes:  # "zip, 40 cm"
        draft.preparations.remove(beside)
        draft.sizes.append(beside)
        if amount is not None:
            return thing
    elif amount is not None and dimension_of(amount.unit) is Dimension.LENGTH and amount.qty_max is None:
        draft.sizes.append(f"{amount.qty.normalize():f} {amount.unit}")
    else:
        return name
    draft.amount = count_of(Decimal(1), None) if not several else None
    return thing


def _ends(things: re.Pattern[str], name: str, language: str) -> bool:
    """Whether one of these things is what the name is about: the last words, in French, Spanish and Italian
    the first ("zip tape" is none)."""
    if language in _HEAD_FIRST:
        return things.match(name) is not None
    return any(found.end() == len(name) or _TOLD.match(name, found.end()) for found in things.finditer(name))


def _without_count(draft: Draft, dimension: str, name: str) -> str:
    """ "20 x 5 x 60 mm screws" are twenty: fasteners have two measures only."""
    counted = re.match(r"(\d{1,4})\s?[x×]\s?(?=\d.*[x×])", dimension)
    if counted is None or draft.amount is not None or not draft.words.fastener.search(name):
        return dimension
    draft.amount = count_of(Decimal(counted[1]), None)
    return dimension[counted.end() :]


def read_lengths(draft: Draft) -> None:
    """ "boards, 8 ft long", "plywood 18 mm": a measure behind the name of a counted thing is its size."""
    words = draft.words
    across = CROSS_SECTION.search(draft.rest)
    left = f"{draft.rest[: across.start()].rstrip()} {draft.rest[across.end() :].lstrip()}" if across else ""
    if across and any(character.isalpha() for character in left):
        draft.sizes.append(across[0].strip())
        draft.rest = left.strip(EDGES)
    if DIMENSION.fullmatch(draft.rest):
        return
    for place in list(re.finditer(r"(?<![\w.,/#-])\d", draft.rest))[:4]:
        measure = measure_at(draft.rest, place.start(), words)
        if measure is None or dimension_of(measure.amount.unit) not in MEASURED:
            continue
        end = measure.end
        told = words.measured.match(draft.rest, end)
        end = told.end() if told else end
        before = draft.rest[: place.start()].rstrip(EDGES + "@")
        named = words.measured.search(before)
        before = before[: named.start()].rstrip(EDGES) if named and named.end() == len(before) else before
        behind = draft.rest[end:].lstrip(EDGES)
        left = f"{before if behind else _without_joint(before, words)} {behind}".strip(EDGES)
        if any(character.isalpha() for character in left):
            draft.sizes.append(draft.rest[place.start() : end].strip())
            draft.rest = left
            read_lengths(draft)  # "dowel 20 mm thick, 1 m long"
        return
