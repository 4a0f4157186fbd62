"""From the rows of a list to its lines: labels out, and what is shown twice (for print, in other units) once."""

import re
from collections import Counter
from collections.abc import Sequence

from commerce.methods.readers.amounts import has_amount, share_with_amounts
from commerce.methods.readers.rows import Row

__all__ = ["settled", "without_repeats"]

_WORD = re.compile(r"[^\W\d_]{3,}")
_METRIC = re.compile(r"\d\s*(?:g|kg|ml|cl|dl|l)\b", re.IGNORECASE)
_IMPERIAL = re.compile(r"\d\s*(?:oz|ounces?|lbs?|pounds?|fl\.?\s*oz|cups?|pints?|quarts?)\b", re.IGNORECASE)
_ABOUT = re.compile(
    r"(?:servings?|serves|yields?|makes|prep(?:aration)?(?: time)?|cook(?:ing)?(?: time)?|(?:total|active|rest) time|ready in"
    r"|portions?|portionen|personen|personnes|porcje|raciones|porciones|porzioni|porties|porsjoner|porcí|difficulty|level"
    r"|vorbereitungszeit|kochzeit|backzeit|arbeitszeit|gesamtzeit|zubereitungszeit|schwierigkeit|temps de (?:préparation|cuisson)"
    r"|préparation|cuisson|kcal|calories|energi[ea]?|brennwert)\b[\s:.]*[\d~–-]*(?:[.,]\d+)?\s*[^\W\d_]{0,12}\.?$"
    r"|\d+(?:[.,]\d+)?\s*(?:g|kcal|kj|%|mg)\s*(?:fett?|fat|protein|eiweiß|kohlenhydrate|carbs?|carbohydrates?|karbohydrat"
    r"|lipides|glucides|protéines|fibres?|fiber|kcal|kalorien|calories|sugars?|sodium|cholesterol)\.?$"
    r"|(?:\d+\s*[xX×]\s*)*[½¼]?\d?[xX×]$|(?:us|metric|imperial)$",
    re.IGNORECASE,
)
_CODE = re.compile(r"\{|\}|\bwindow\.|function\(|=>|https?://")
_LONGEST_LABEL = 45
_ALIKE_PERCENT = 80


def settled(rows: Sequence[Row]) -> list[str]:
    """The texts of the lines: without rows of another make that tell no amount ("Dough"), each list once."""
    rows = [row for row in rows if not _ABOUT.match(row.text) and not _CODE.search(row.text)]
    counted = Counter(row.tag for row in rows if has_amount(row.text))
    if counted:
        tag, most = counted.most_common(1)[0]
        if most * 2 >= len(rows):
            rows = [
                row
                for row in rows
                if row.tag == tag or has_amount(row.text) or len(row.text) > _LONGEST_LABEL
            ]
    boxes: dict[int, list[str]] = {}
    for row in rows:
        boxes.setdefault(row.box, []).append(row.text)
    return [text for box in without_repeats(list(boxes.values())) for text in box]


def without_repeats(groups: Sequence[list[str]]) -> list[list[str]]:
    """The groups without those that say again what others have said; of two systems of units the metric one."""
    kept: list[list[str]] = []
    for group in groups:
        again = next((at for at, before in enumerate(kept) if _repeats(group, before)), None)
        if again is None:
            kept.append(group)
        elif _share(_METRIC, group) > _share(_METRIC, kept[again]):
            kept[again] = group
    whole = len(kept) // 2
    if len(kept) % 2 == 0 and whole and kept[:whole] == kept[whole:]:
        return kept[:whole]
    return kept


def _repeats(group: Sequence[str], before: Sequence[str]) -> bool:
    """Whether a list names the same things in the same order: word for word, or in other units."""
    if len(group) != len(before):
        return False
    if list(group) == list(before):
        return len(group) > 1 or share_with_amounts(list(group)) == 0
    same = sum(_same(_words(one), _words(other)) for one, other in zip(group, before, strict=True))
    if len(group) < 2 or same * 100 < _ALIKE_PERCENT * len(group):
        return False
    return any(
        one != other
        and bool(_METRIC.search(one)) is not bool(_METRIC.search(other))
        and bool(_IMPERIAL.search(one)) is not bool(_IMPERIAL.search(other))
        for one, other in zip(group, before, strict=True)
    )


def _share(sign: re.Pattern[str], group: Sequence[str]) -> int:
    return sum(bool(sign.search(text)) for text in group)


def _same(words: frozenset[str], other: frozenset[str]) -> bool:
    if not words or not other:
        return words == other
    return len(words & other) * 3 >= 2 * min(len(words), len(other))


def _words(text: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in _WORD.findall(text))
