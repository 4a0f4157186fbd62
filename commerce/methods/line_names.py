"""The name of a component, freed of sizes, preparations and alternatives."""

import re
import tomllib
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from importlib.resources import files

from commerce.methods.components import Kind
from commerce.methods.drafts import (
    EDGES,
    Draft,
    after,
    blanks,
    split_by,
    take_sizes,
)
from commerce.methods.lexicon import Lexicon, folded
from commerce.methods.quantities import added, measure_at, quantity_at
from commerce.units import Amount, Unit

__all__ = [
    "bare_name",
    "freed_of_preparation",
    "is_only_preparation",
    "note_remark",
    "parts_of_pair",
    "read_name",
    "stuffs",
]


_FOR = frozenset({"for", "für", "pour", "para", "per", "voor", "för"})
_BRAND = re.compile(r"^(?:[^\s®™]+\s){0,2}[^\s®™]+\s?[®™]\s+(?=\S)")
"""A protected name before the thing: "Heinz® ketchup"."""


def read_name(draft: Draft) -> str:
    """What is left is the name, its preparation behind commas and at both ends, and its alternatives."""
    words = draft.words
    text = _without_addition(draft, _BRAND.sub("", draft.rest.strip(EDGES)))
    if (purpose := words.purpose.match(text)) is not None:  # "kızartmak için sıvı yağ"
        note_remark(draft, purpose["word"])
        text = text[purpose.end() :]
    if (implied := words.implied.get(folded(draft.unit_word))) is not None:
        note_remark(draft, text)
        return implied
    beginning = words.alternative.match(f" {text}")
    if beginning:
        text = text[beginning.end() - 1 :].strip(EDGES)
    kept = words.keep.match(text)
    tail = words.tail.search(text, kept.end() if kept else 1)
    while tail and draft.kind is not Kind.INGREDIENT and _tells_kind(text[tail.start() :], words.language):
        tail = words.tail.search(text, tail.end() + 1)
    if tail:
        note_remark(draft, text[tail.start() :])
        text = text[: tail.start()].rstrip(EDGES)
    if len(parts_of_pair(text, words)) > 1:
        return text
    head, remarks = _split_at_commas(text, words)
    for remark in remarks:
        note_remark(draft, remark)
    head, others = _split_alternatives(head, words)
    draft.alternatives.extend(others)
    start = take_sizes(draft, head, 0)
    freed = head[start:] if draft.kind is Kind.TOOL else freed_of_preparation(head[start:], words)
    if freed != head[start:]:
        draft.preparations.insert(0, head[start:].replace(freed, "").strip(EDGES) or head[start:])
    again = take_sizes(draft, freed, 0)
    name = _without_size_behind(draft, freed[after(words.of, freed, again) :].strip(EDGES))
    return _without_trailing_unit(draft, name) or _counted_thing(draft)


def _tells_kind(tail: str, language: str) -> bool:
    """Whether what a thing is for tells which it is: "for metal", in Polish any use ("do drewna")."""
    preposition, _blank, rest = tail.partition(" ")
    stuff = rest.partition(" ")[0].strip(EDGES).casefold()
    if language == "pl":
        return preposition == "do" and stuff not in {"smaku", ""}
    return preposition.casefold() in _FOR and stuff in stuffs()["for"]


@lru_cache(maxsize=1)
def stuffs() -> dict[str, frozenset[str]]:
    """What things are made for, and what vessels are made of."""
    text = (files("commerce.methods") / "data" / "stuffs.toml").read_text(encoding="utf-8")
    return {name: frozenset(words) for name, words in tomllib.loads(text).items()}


def _without_addition(draft: Draft, text: str) -> str:
    """ "olive oil, plus 1 teaspoon for the tin": more of the same thing counts, too. The text before it."""
    for joint in draft.words.joined_amount.finditer(text):
        more = measure_at(text, joint.end(), draft.words)
        behind = text[more.end :].strip(EDGES) if more else ""
        if more is None and draft.amount is not None:  # "3 eggs + 1 for glazing"
            count = quantity_at(text, joint.end(), draft.words)
            behind = text[count.end :].strip(EDGES) if count else ""
            known = draft.amount.unit is Unit.PIECE and draft.amount.qty_max is None
            if count and known and count.high is None and draft.words.tail.match(f" {behind}", 1):
                draft.amount = replace(draft.amount, qty=draft.amount.qty + count.low)
                draft.preparations.append(f"{text[joint.start() : count.end].strip(EDGES)} {behind}")
                return text[: joint.start()]
        if more is None or draft.amount is None or (behind and not draft.words.tail.match(f" {behind}", 1)):
            continue
        if (total := added(draft.amount, more.amount)) is not None:
            draft.amount = total
            draft.preparations.append(f"{text[joint.start() : more.end].strip(EDGES)} {behind}".strip())
            return text[: joint.start()]
    return text


def _without_size_behind(draft: Draft, name: str) -> str:
    """ "patatas medianas": where adjectives follow, the size stands last; an "of" left alone goes, too."""
    for _ in range(3):
        before, _blank, last = name.rpartition(" ")
        earlier, _blank, last_but_one = before.rpartition(" ")
        if earlier and draft.words.size.fullmatch(f"{last_but_one} {last}"):  # "huevos tamaño L"
            before, last = earlier, f"{last_but_one} {last}"
        if not before or draft.words.keep.match(name):
            break
        if draft.words.sizes_behind and draft.words.size.fullmatch(last):
            draft.sizes.append(last)
        elif not draft.words.of.fullmatch(f"{last} "):
            break
        name = before.rstrip(EDGES)
    return name


def parts_of_pair(name: str, words: Lexicon) -> list[str]:
    """The things a name joins, if all are of one customary group; the whole name otherwise."""
    pieces = [piece for part in re.split(r"[,/]", name) for piece in split_by(words.joined_pair, part)]
    parts = [piece.strip(EDGES) for piece in pieces if piece.strip(EDGES)]
    for group in words.pairs:
        if all(
            len(part.split()) <= 4
            and not words.alternative.match(f" {part}")
            and group & set(part.lower().split())
            for part in parts
        ):
            return parts
    return [name]


def _split_at_commas(text: str, words: Lexicon) -> tuple[str, list[str]]:
    """The name and what follows it; mere preparation ("boneless, skinless thighs") goes with it."""
    parts = [part.strip() for part in re.split(r",(?!\d)\s*|;\s*|\s[–—+-]\s|:\s", text) if part.strip(EDGES)]
    if not parts:
        return "", []
    taken = 1
    while taken < len(parts) and is_only_preparation(parts[taken - 1], words):
        taken += 1
    return " ".join(parts[:taken]), parts[taken:]


def is_only_preparation(text: str, words: Lexicon) -> bool:
    if words.adjective.fullmatch(text):
        return True
    return bool(text) and not freed_of_preparation(text, words, leave_one=False).strip(EDGES)


def note_remark(draft: Draft, remark: str) -> None:
    words = draft.words
    remark = remark.strip(EDGES)
    if words.optional.search(remark):
        draft.optional = True
    if words.vague.search(remark) and draft.amount is None:
        draft.vague = True
    other = words.alternative.match(f" {remark} ")
    if other and not words.vague.search(remark):
        bare = bare_name(remark[other.end() - 1 :], words)
        if bare and len(bare.split()) <= 5:
            draft.alternatives.append(bare)
            return
    if remark and not words.optional.fullmatch(remark):
        draft.preparations.append(remark)


def _split_alternatives(text: str, words: Lexicon) -> tuple[str, list[str]]:
    """ "butter or margarine"; "chicken or vegetable stock" is chicken stock or vegetable stock."""
    parts = [part for part in split_by(words.alternative, text) if part.strip(EDGES)]
    kept = words.keep.match(text)
    if len(parts) < 2 or (kept and kept.end() > len(parts[0].rstrip()) + 1):
        return text, []
    first, others = parts[0].strip(), [bare_name(part, words) for part in parts[1:]]
    if first.endswith("-"):  # "Weizen- oder Reismehl"
        heads = [head for head in words.shared_heads if others[-1].lower().endswith(head)]
        return f"{first[:-1]}{max(heads, key=len)}" if heads else first, others
    shared = words.of.search(first) if not first.isupper() else None
    if shared and shared.start() and first[shared.start() - 1] == " ":
        others = [  # "caldo de pollo o de verduras"
            f"{first[: shared.start()]}{part.strip()}" if words.of.match(part.strip()) else other
            for part, other in zip(parts[1:], others, strict=True)
        ]
    last = others[-1].split()
    if len(last) > 1 and first.lower() in words.shared_modifiers and last[-1].lower() in words.shared_heads:
        first = " ".join([first, *(last[1:] if last[0].lower() in words.shared_modifiers else last[-1:])])
        others = [other if len(other.split()) > 1 else f"{other} {last[-1]}" for other in others]
    elif is_only_preparation(first, words):
        return text, []
    return first, [other for other in others if other and not is_only_preparation(other, words)]


def bare_name(text: str, words: Lexicon) -> str:
    """The name in a remark such as "150 ml oil" or "dried thyme, crushed"."""
    text = text.strip(EDGES)
    measure = measure_at(text, 0, words)
    quantity = quantity_at(text, 0, words)
    end = measure.end if measure else quantity.end if quantity else 0
    rest = text[after(words.of, text, blanks(text, end)) :]
    return freed_of_preparation(re.split(r"[,;(]", rest)[0].strip(), words).strip(EDGES)


def freed_of_preparation(text: str, words: Lexicon, *, leave_one: bool = True) -> str:
    """The text without preparations at both ends; `leave_one` never takes the last word away."""
    for _ in range(8):
        if words.keep.match(text):
            return text
        found = words.preparation.match(text) or (words.size.match(text) if not leave_one else None)
        if found is None:
            break
        rest = text[found.end() :].lstrip(" ,-/")
        joint = words.joined.match(rest) or words.alternative.match(f" {rest}")
        begin = joint.end() - (1 if joint and not words.joined.match(rest) else 0) if joint else 0
        if joint and rest[begin:].strip():
            rest = rest[begin:]
        if leave_one and not rest:
            break
        text = rest
    for _ in range(4):
        last = text.rpartition(" ")
        if not last[0] or not (words.preparation.fullmatch(last[2]) or words.joined.fullmatch(f"{last[2]} ")):
            break
        text = last[0].rstrip(EDGES)
    return text


def _without_trailing_unit(draft: Draft, name: str) -> str:
    """ "3 garlic cloves", "2 celery stalks": the unit stands behind the name."""
    words = draft.words
    found = words.trailing_unit.search(name)
    counted = draft.amount is not None and draft.amount.unit is Unit.PIECE
    if found is None or not counted or draft.unit_word or words.keep.match(name):
        return name
    amount = draft.amount or Amount(Decimal(1), Unit.PIECE)
    draft.amount = Amount(amount.qty, words.units[folded(found["word"])], amount.qty_max)
    return name[: found.start()].rstrip(EDGES)


def _counted_thing(draft: Draft) -> str:
    """A unit without a thing is the thing itself: "3 cloves" are three of the spice."""
    if draft.unit_word and draft.amount is not None:
        draft.amount = Amount(draft.amount.qty, Unit.PIECE, draft.amount.qty_max)
    return draft.unit_word
