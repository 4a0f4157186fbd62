"""Lists told in one line: "You will need: a • b", "Yarn: 200 g of wool", "You will also need a saw"."""

import re
from collections.abc import Sequence

from commerce.methods.components import Kind
from commerce.methods.lexicon import LANGUAGES, lexicon_of
from commerce.methods.readers.amounts import begins_with_amount, has_amount, share_with_amounts
from commerce.methods.readers.finding import RawLine, lines_of
from commerce.methods.readers.labels import also_needed, heading_kind, heads_part, labelled
from commerce.methods.readers.rows import Row
from commerce.methods.readers.sharing import is_one_tool

__all__ = ["also_listed", "behind_label", "inline_list", "labelled_beside", "listed_inline"]

_LONGEST_PART = 70
_INLINE = re.compile(r"^\W{0,3}([^:：]{2,45}?)\s*[:：]\s*(\S.*)$", re.DOTALL)
_APART = re.compile(r"\s*[;•·|●▪◦‣、，；]\s*|\s*\n\s*|,\s+(?![^()]*\))|\s+[–—*-]\s+(?=[^\W_])")
_LEAD = re.compile(
    r"^(?:(?:for this(?: \w+)?,? |also,? )?(?:you(?:['’]ll| will| only| just)?(?: also| only| just)? need"
    r"|i used|we used|get|gather|have ready)|(?:dafür )?(?:du brauchst|sie brauchen|ihr braucht|man braucht"
    r"|wir brauchen|du benötigst|sie benötigen|benötigt werden)"
    r"|il (?:vous |te )?faut|(?:vous aurez|tu auras|vous avez|tu as|on a) besoin (?:de |d['’])|prévoyez"
    r"|(?:vas a )?necesita(?:s|rás|mos|r)|se necesitan?|hacen falta|(?:ti |vi )?serv(?:e|ono)|occorrono"
    r"|ci vogliono|nodig zijn|du behöver|man behöver)[:\s]\s*",
    re.IGNORECASE,
)
""" "You will need a drill and a saw": what is needed stands behind."""
_AND = re.compile(r"\s(?:and|und|et|y|e|en|och|og|i)\s(?=[^,]*$)")
_ABBREVIATED = re.compile(r"\b[^\W\d_]\.[^\W\d_]\.$")
""" "q.b.", "n.B.": the point belongs to the word."""
_ONLY_AMOUNT = re.compile(
    r"(?:(?:about|approx\.?|around|ca\.?|circa|etwa|environ|unos|unas)\s)?[\d.,/½¼¾]+\s?[^\W\d_]{0,12}\.?(?:\s(?:each|total|je))?",
    re.IGNORECASE,
)
""" "about 100 yards": says how much of what stands before."""
_MEASURE = re.compile(
    r"[\d.,/½¼¾]+\s?(?:mm|cm|m|in|inch(?:es)?|ft|g|kg|ml|cl|dl|l|oz|lbs?)\.?", re.IGNORECASE
)
_BESIDE = 3


def inline_list(text: str, kind: Kind, language: str = "") -> tuple[RawLine, ...]:
    """ "flour, sugar and 2 eggs" as three lines."""
    text = _LEAD.sub("", text.strip())
    text = text if _ABBREVIATED.search(text) else text.rstrip(".")
    parts = _with_their_amounts([part for part in _APART.split(text) if part.strip()])
    whole = text.count(";") * 2 >= len(parts)  # what is joined between semicolons is one line
    if parts and (len(parts) > 1 or kind is Kind.TOOL) and not whole and not is_one_tool(parts[-1]):
        last = _parted(parts[-1], language)
        before, _, after = parts[-1].partition(" and ")
        counted = begins_with_amount(before) and has_amount(after)
        alone = kind is not Kind.TOOL and counted and len(before.split()) <= 2  # "1 cup and 1 tbsp"
        if len(last) == 2 and len(parts[-1]) <= 60 and not alone:
            parts[-1:] = last
    return lines_of([re.sub(r"^(?:and|und|et|y|e)\s", "", part) for part in parts], kind)


def _with_their_amounts(parts: list[str]) -> list[str]:
    """ "flour", "200 g" as "flour, 200 g": a measure alone belongs to what stands before."""
    told = parts[:1]
    for part in parts[1:]:
        if _MEASURE.fullmatch(part.strip()):
            told[-1] = f"{told[-1]}, {part}"
        else:
            told.append(part)
    return told


def listed_inline(row: Row, language: str) -> list[RawLine]:
    """ "You will need: a • b", where the heading and its list are one row."""
    told = _INLINE.match(row.text)
    if told is None or len(row.text) > 800:
        return []
    kind = heading_kind(told[1])
    of_part = kind is None and heads_part(told[1])
    if kind is None and not of_part:
        return []
    lines = list(inline_list(told[2], kind or Kind.INGREDIENT, language))
    if of_part and (len(lines) < 2 or share_with_amounts([line.text for line in lines]) < 40):
        return []
    if len(lines) < 2 and not (lines and begins_with_amount(lines[0].text) and kind is not Kind.INGREDIENT):
        return [] if kind is Kind.INGREDIENT or len(lines) != 1 or len(lines[0].text) > 60 else lines
    return lines if all(len(line.text) <= 90 for line in lines) else []


def also_listed(row: Row, language: str) -> list[RawLine]:
    """ "You will also need a saw, glue and a drill." behind a list."""
    told = also_needed(row.text)
    lines = list(inline_list(told, Kind.MATERIAL, language)) if told else []
    return lines if all(len(line.text) <= _LONGEST_PART for line in lines) else []


def labelled_beside(rows: Sequence[Row], at: int, language: str) -> list[RawLine]:
    """ "Yarn: 200 g of wool" where another line so labelled stands beside, under no heading."""
    told = labelled(rows[at].text)
    if told is None:
        return []
    near = (*rows[max(0, at - _BESIDE) : at], *rows[at + 1 : at + 1 + _BESIDE])
    beside = [label[1] for row in near if (label := labelled(row.text))]
    if not beside and not any(listed_inline(row, language) for row in near):
        return []
    if not any(begins_with_amount(part) for text in (told[1], *beside) for part in _APART.split(text)):
        return []  # what a thing on offer is made of
    return list(behind_label(*told, language))


def behind_label(kind: Kind | None, told: str, language: str) -> tuple[RawLine, ...]:
    """The things behind a label, one by one; those of a kind only where each has its amount, as "1 skein of
    wool, about 100 yards" is one thing."""
    if kind is None or kind is Kind.TOOL:
        return inline_list(told, kind or Kind.MATERIAL, language)
    parts = _APART.split(told)
    counted = all(begins_with_amount(part) and not _ONLY_AMOUNT.fullmatch(part) for part in parts)
    return lines_of(parts if counted else [told], kind)


def _parted(text: str, language: str) -> list[str]:
    """ "salt and pepper" in two; of an unknown language by the word that joins in any."""
    if language not in LANGUAGES:
        return _AND.split(text)
    return lexicon_of(language).joined_pair.sub("\n", text).split("\n")
