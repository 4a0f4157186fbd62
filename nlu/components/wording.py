"""How people type, made even: short forms spelled out, values replaced by the names of their kinds. Pure."""

import re
from dataclasses import replace
from functools import lru_cache
from typing import Dict, List, Tuple

from nlu.components.values import Value, find_values
from nlu.components.vocabulary import by_spelling, folded

SLANG: Dict[str, str] = {folded(short): meant for short, meant in by_spelling("slang").items()}
MASKS = {
    "url": "_link", "email": "_mail", "code": "_code", "money": "_money", "amount": "_amount", "date": "_day",
    "times": "_window", "time": "_time", "part_of_day": "_part", "factor": "_factor", "delta": "_delta",
    "ordinal": "_ordinal", "number": "_number",
}  # fmt: skip
DIGITS_OF_A_CODE = 5
"""A number so long is an order's, or a place's postal code, and counts nothing."""
OPEN_QUESTION = 1.75
"""What a question that waits for its answer says of a message, beside what else was shown."""
_WORD = re.compile(r"\b(?:qu|jusqu|[cdjlmnst])'(?=\w)|[\w'/&]+|[^\w\s]")
_UMLAUT = re.compile(r"([aou])e")  # "fuer" is typed for "für"; what else it meets, it meets in all examples
_LONG = re.compile(r"([a-z])\1{2,}")


def normalised(text: str) -> str:
    """Lower case without accents, stretched letters shortened, slang spelled out, values masked."""
    text = _LONG.sub(r"\1", folded(masked(text)))
    words = [SLANG.get(word, word) for word in _WORD.findall(text)]
    return _UMLAUT.sub(r"\1", " ".join(words)).replace("ß", "ss")


def masked(text: str) -> str:
    """The text with each simple value replaced by the name of its kind."""
    pieces: List[str] = []
    end = 0
    for value in _values(text):
        pieces += [text[end : value.start], f" {MASKS[value.kind]} "]
        end = value.end
    pieces.append(text[end:])
    return "".join(pieces)


@lru_cache(maxsize=16)
def _values(text: str) -> Tuple[Value, ...]:
    return tuple(
        replace(value, kind="code")
        if value.kind == "number" and len(value.value) >= DIGITS_OF_A_CODE
        else value
        for value in find_values(text)
    )


def shape(text: str) -> Dict[str, float]:
    """What is in the message, and how long it is, as named features for the classifier."""
    kinds, length, bare = _outline(text)
    features = {f"has {kind}": 1.0 for kind in kinds}
    features[f"words {length}"] = 1.0
    if bare:
        features[f"bare {bare}"] = 1.0
    features["lines"] = min(text.count("\n"), 5) / 2.0
    features["asks"] = float("?" in text)
    return features


def situation(text: str, context: Dict[str, str]) -> Dict[str, float]:
    """In what situation the message was said, alone and with its outline, as named features."""
    kinds, length, bare = _outline(text)
    pending, role = context.get("pending") or "none", context.get("role") or "consumer"
    weight = OPEN_QUESTION if pending.startswith("ask_") else 1.0
    features = {
        f"pending {pending}": weight,
        f"role {role}": 1.0,
        f"pending {pending} words {length}": weight,
    }
    if bare:
        features[f"pending {pending} bare"] = weight
    for kind in kinds:
        features[f"pending {pending} has {kind}"] = weight
    return features


@lru_cache(maxsize=16)
def _outline(text: str) -> Tuple[Tuple[str, ...], str, str]:
    """The kinds of values in a text, its length in words, and its kinds again where it holds little else."""
    kinds = tuple(sorted({value.kind for value in _values(text.lower())}))
    words = _WORD.findall(text.lower())
    rest = [word for word in _WORD.findall(masked(text.lower())) if word not in set(MASKS.values())]
    length = next(name for name, most in (("1", 1), ("2", 2), ("4", 4), ("8", 8), ("16", 16), ("more", 10**9))
                  if len(words) <= most)  # fmt: skip
    return kinds, length, "+".join(kinds) if len([word for word in rest if word.isalnum()]) <= 1 else ""
