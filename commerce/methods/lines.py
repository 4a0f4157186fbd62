"""Component lines: "2-3 cloves garlic, minced" becomes an amount, a name and what else the line says.

A reader by rules with a lexicon per language, bounded in time by the length of a line, needing no model and
no network. Order: brackets out, amount in front (or at the end), then the name freed of sizes and
preparations.
"""

import re
from dataclasses import replace

from commerce.methods.components import ComponentLine, Doubt, Kind
from commerce.methods.drafts import (
    CONTAINERS,
    DIMENSION,
    EDGES,
    VAGUE_UNITS,
    Draft,
)
from commerce.methods.lexicon import Lexicon, lexicon_of
from commerce.methods.line_amounts import read_front
from commerce.methods.line_brackets import read_brackets, read_size_bracket
from commerce.methods.line_ends import read_end
from commerce.methods.line_japanese import is_japanese, read_japanese
from commerce.methods.line_joints import each_of, joined, with_companions
from commerce.methods.line_names import (
    freed_of_preparation,
    is_only_preparation,
    parts_of_pair,
    read_name,
    stuffs,
)
from commerce.methods.line_sizes import read_dimensions, read_lengths, read_long_piece, read_size_behind
from commerce.methods.line_spelling import in_figures
from commerce.methods.quantities import plain, quantity_at
from commerce.units import Dimension, Unit, dimension_of

__all__ = ["ComponentLine", "Doubt", "Kind", "read_line", "read_lines"]

_LABEL = re.compile(
    r"^(?:optional|optionnel|facultati[fv]|opcional|opzional|facoltativ|wahlweise|nach belieben|au choix)"
    r"[^:,;()]{0,20}:\s*(?=\S)",
    re.IGNORECASE,
)
_OF_ONE = frozenset({Dimension.MASS, Dimension.VOLUME, Dimension.LENGTH})
_VESSELS = frozenset({*CONTAINERS, Unit.BOTTLE, Unit.TUBE, Unit.GLASS, Unit.CUP})
_SPOONS = frozenset({Unit.TSP, Unit.TBSP, Unit.CUP, Unit.GLASS})
_WORD = re.compile(r"[^\W\d_]{2}|[\u3040-\u9fff]")


def read_line(text: str, *, language: str = "en", kind: Kind = Kind.INGREDIENT) -> ComponentLine:
    """Read one line of a list of ingredients, materials or tools. Never raises; doubts are marked."""
    if is_japanese(text, language):
        return read_japanese(text, kind=kind)[0]
    line = plain(text)
    words = lexicon_of(language)
    label = _LABEL.match(line)
    line = line[label.end() if label else 0 :]
    purpose = words.label.match(line)
    line = line[purpose.end() if purpose else 0 :]
    draft = Draft(in_figures(line, words), words, kind, optional=bool(label))
    read_size_bracket(draft)
    read_brackets(draft)
    read_front(draft)
    read_dimensions(draft)
    if draft.amount is None and not draft.vague:
        read_end(draft)
    if kind is not Kind.INGREDIENT:
        read_lengths(draft)
    read_size_behind(draft)
    name = read_name(draft)
    if not name and draft.preparations:  # the thing itself stood in brackets
        name = draft.preparations.pop()
    name = read_long_piece(draft, name)
    if draft.amount and draft.amount.unit is Unit.SHEET and kind is Kind.MATERIAL:
        name = _board_of(line, name, draft.unit_word, words)
    name = _as_thing(draft, line, name)
    if draft.amount and draft.amount.unit is Unit.CLOVE and words.pods & set(name.lower().split()):
        draft.amount = replace(draft.amount, unit=Unit.POD)  # "gousse de vanille"
    if draft.amount and draft.amount.unit is Unit.CUP and _is_sold_in(line, name, words):
        draft.amount = replace(draft.amount, unit=Unit.TUB)  # "1 Becher Schlagsahne" is how it is sold
        draft.sizes.extend(draft.told_again)
    if (
        draft.amount
        and draft.amount.unit is Unit.CAN
        and kind is Kind.MATERIAL
        and words.fastener.search(name)
    ):
        draft.amount = replace(draft.amount, unit=Unit.BOX)  # "1 boîte de vis"
    if draft.amount and draft.amount.unit is Unit.CUBE and kind is Kind.MATERIAL:
        draft.amount = replace(draft.amount, unit=Unit.TUB)  # "1 cubo de pintura" is a bucket
    if draft.amount and draft.amount.unit is Unit.LEAF and kind is Kind.MATERIAL:  # "3 Blatt Schleifpapier"
        draft.amount = replace(draft.amount, unit=Unit.SHEET)
    if kind is Kind.TOOL and draft.amount and dimension_of(draft.amount.unit) in _OF_ONE:
        draft.sizes.insert(0, f"{draft.amount.qty.normalize():f} {draft.amount.unit}")  # "2 l saucepan"
        draft.amount = None
    return ComponentLine(
        text=" ".join(text[:2000].split()),
        name=name or line or "?",
        amount=draft.amount,
        kind=kind,
        size=" ".join(dict.fromkeys(draft.sizes)) or None,
        preparation=", ".join(dict.fromkeys(draft.preparations)) or None,
        optional=draft.optional,
        alternatives=tuple(dict.fromkeys(draft.alternatives)),
        doubt=Doubt.UNSURE_NAME if line.endswith(":") else _doubt(draft, name),
    )


def read_lines(text: str, *, language: str = "en", kind: Kind = Kind.INGREDIENT) -> tuple[ComponentLine, ...]:
    """As `read_line`, and one line each where it names several components: "2 eggs plus 1 yolk", "1 tsp each
    cumin and coriander", and without a real amount what customarily goes together ("salt and pepper")."""
    if is_japanese(text, language):
        return read_japanese(text, kind=kind)
    words = lexicon_of(language)
    line = plain(text)
    parts = joined(line, words, lambda part: is_only_preparation(part, words))
    if len(parts) < 2:
        parts = each_of(line, words)
    if len(parts) > 1:
        lines = (read_line(part, language=language, kind=kind) for part in parts)
        return tuple(replace(part, text=" ".join(text[:2000].split())) for part in lines)
    whole = read_line(text, language=language, kind=kind)
    if kind is Kind.MATERIAL and len(things := with_companions(whole.name)) > 1:
        other = replace(whole, amount=None, size=None, preparation=None, doubt=Doubt.NO_AMOUNT)
        return (replace(whole, name=things[0]), *(replace(other, name=name) for name in things[1:]))
    names = parts_of_pair(whole.name, words)
    counted = whole.amount is not None and whole.amount.unit not in VAGUE_UNITS
    if len(names) < 2 or counted:
        return (whole,)
    return tuple(replace(whole, name=freed_of_preparation(name, words)) for name in names)


def _board_of(line: str, name: str, board: str, words: Lexicon) -> str:
    """What is made of a wood is named with it: "tablero de pino", not "pino"; plywood is a name by itself."""
    if name.casefold() not in words.woods:
        return name
    told = re.search(rf"{re.escape(board)}\s+(?:{words.of.pattern})?{re.escape(name)}", line, re.IGNORECASE)
    return told[0] if told else name


def _as_thing(draft: Draft, line: str, name: str) -> str:
    """The name, with the word that measures elsewhere where it is the thing itself: "2 pots en verre" are
    pots, "una cuchara de madera" among tools is a spoon."""
    if draft.amount is None:
        return name
    unit = draft.amount.unit
    told = None
    if unit in _VESSELS and name.casefold() in stuffs()["of"]:
        vessel = rf"{re.escape(draft.unit_word)}\s+(?:\S+\s)?{re.escape(name)}"
        found = re.search(vessel, line, re.IGNORECASE)
        told = found[0] if found else f"{draft.unit_word} {name}"
    elif unit in _SPOONS and draft.kind is Kind.TOOL:
        counted = quantity_at(line, 0, draft.words)
        told = line[counted.end :].strip(EDGES) if counted else None
    if told is None:
        return name
    draft.amount = replace(draft.amount, unit=Unit.PIECE)
    return told


def _is_sold_in(line: str, name: str, words: Lexicon) -> bool:
    """Whether a word that measures other things is the pack of this one."""
    spoken = line.lower().split()
    return any(word in spoken and name.lower().endswith(names) for word, names in words.tubs.items())


def _doubt(draft: Draft, name: str) -> Doubt | None:
    if not (_WORD.search(name) or DIMENSION.fullmatch(name)) or len(name.split()) > 6:
        return Doubt.UNSURE_NAME
    if draft.unknown_unit:
        return Doubt.UNKNOWN_UNIT
    if draft.amount is None and not draft.vague and draft.kind is not Kind.TOOL:
        return Doubt.NO_AMOUNT
    return None
