"""The measures in a line that tell one thing from another, not how much of it: "38x89", "8 ft long"."""

import re
from decimal import Decimal

from commerce.methods.drafts import (
    DIMENSION,
    EDGES,
    MEASURED,
    Draft,
    count_of,
)
from commerce.methods.quantities import measure_at
from commerce.units import Dimension, dimension_of

__all__ = ["read_dimensions", "read_lengths", "read_size_behind"]


_LENGTHS = re.compile(
    r"(?<![\w.,])(?P<count>\d{1,3})\s?[x×]\s?(?P<length>\d[\d.,]*\s?(?:m|ft|feet|'))(?!\w)"
    r"\s*(?P<lengths>lengths?|längen|longueurs|largos|lunghezze|stück|pieces)?$",
    re.IGNORECASE,
)
_CROSS_SECTION = re.compile(
    r"(?<![\w.,×])(?<![x×] )(?:\d[xXgG×])?\d+(?:[.,]\d+)?\s?(?:mm²|mm2|sq\.? ?mm|qmm)(?!\w)", re.IGNORECASE
)


def read_dimensions(draft: Draft) -> None:
    """ "38x89 timber", "screws 4x40 mm": measures across tell the size; "four 2x4s" are named by theirs."""
    _read_lengths_counted(draft)
    for _ in range(3):
        found = DIMENSION.search(draft.rest)
        if found is None:
            break
        left = f"{draft.rest[: found.start()].rstrip()} {draft.rest[found.end() :].lstrip()}".strip(
            EDGES + "@"
        )
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
        name = text[: place.start()].rstrip()
        if behind and not words.each.fullmatch(f"{behind} ") and not words.tail.match(f" {behind}", 1):
            continue
        for _ in range(3):
            before, _blank, last = name.replace("d'", "d' ").rstrip().rpartition(" ")
            joint = f"{last} "
            if not before or not (
                words.of.fullmatch(joint) or words.each.fullmatch(joint) or words.about.match(joint)
            ):
                break
            name = before.rstrip()
        if any(character.isalpha() for character in name):
            draft.sizes.append(text[place.end() : measure.end].strip())
            draft.rest = name
        return


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
    across = _CROSS_SECTION.search(draft.rest)
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
        left = f"{before} {draft.rest[end:].lstrip(EDGES)}".strip(EDGES)
        if any(character.isalpha() for character in left):
            draft.sizes.append(draft.rest[place.start() : end].strip())
            draft.rest = left
        return
