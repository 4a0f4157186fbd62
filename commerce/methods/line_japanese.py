"""Component lines in Japanese: "玉ねぎ(大) 1/2個" has no blanks between words and its amount at the end."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

from commerce.methods.components import ComponentLine, Doubt, Kind
from commerce.methods.line_japanese_words import JapaneseWords, japanese_words
from commerce.methods.quantities import plain
from commerce.units import Amount, Dimension, NotAnAmount, NotConvertible, Unit, convert, dimension_of

__all__ = ["is_japanese", "read_japanese"]

_KANA = re.compile(r"[\u3040-\u309f\u30a1-\u30fa]")
_KANJI = re.compile(r"[\u3400-\u9fff]")
_BRACKET = re.compile(r"[(（\[【「『〔]([^()（）\[\]【】「」『』〔〕]*)[)）\]】」』〕]")
_APART = re.compile(r"\s*[・、,&と/]\s*")
_EDGES = " \t:：…‥.。、,・=-―—~〜*+/|"
_DIMENSION = re.compile(r"M?\d+(?:\.\d+)?(?:mm|cm|m)?(?:\s?[×xX]\s?\d+(?:\.\d+)?(?:mm|cm|m)?){1,2}(?=\D|$)")
_HALVED = re.compile(r"[\s:・…]+(?:半分|半個)$")
_LENGTHS = {Unit.MM, Unit.CM, Unit.M, Unit.INCH, Unit.FOOT}
_SIZE = re.compile(r"(?:特大|大|中|小|大きめ|小さめ|[LMS])(?:サイズ)?")
_CONTENTS = {Unit.G, Unit.KG, Unit.ML, Unit.L}
_CODE = re.compile(r"(?<!\w)(?:#\d+|M\d{1,2}(?!\w)|\d+番(?!目))")


_SHORT_SPOON = re.compile(r"(?<=[\s.…:・各])([大小])\s?(\d[\d./と]*)$")
""" "みりん 大2" are two spoons; with a unit behind, 大 tells the size of the thing."""


def is_japanese(text: str, language: str) -> bool:
    """Whether the text holds kana, which no other language writes, or Chinese characters in Japanese."""
    return bool(_KANA.search(text) or (language.lower().startswith("ja") and _KANJI.search(text)))


@dataclass
class _Reading:
    """What has been found of one line so far."""

    kind: Kind
    rest: str
    amount: Amount | None = None
    vague: bool = False
    each: bool = False
    optional: bool = False
    sizes: list[str] = field(default_factory=list)
    preparations: list[str] = field(default_factory=list)
    alternatives: list[str] = field(default_factory=list)


def read_japanese(text: str, *, kind: Kind = Kind.INGREDIENT) -> tuple[ComponentLine, ...]:
    """Read one line; several components where it joins what customarily goes together (塩・こしょう)."""
    words = japanese_words()
    line = " ".join(unicodedata.normalize("NFKC", plain(text).replace("㎝", "cm")).replace("⁄", "/").split())
    line = _SHORT_SPOON.sub(lambda found: f"{words.short.get(found[1], found[1])}{found[2]}", line)
    draft = _Reading(kind, words.mark.sub("", line), each="各" in line)
    _read_brackets(draft, words)
    _read_dimensions(draft)
    _read_amount(draft, words)
    _read_vague(draft, words)
    names = _names(draft, words)
    doubt = None
    if draft.amount is None and not draft.vague and kind is not Kind.TOOL:
        doubt = Doubt.NO_AMOUNT
    return tuple(
        ComponentLine(
            text=" ".join(text[:2000].split()),
            name=name,
            amount=draft.amount,
            kind=kind,
            size=" ".join(dict.fromkeys(draft.sizes)) or None,
            preparation="、".join(dict.fromkeys(draft.preparations)) or None,
            optional=draft.optional,
            alternatives=tuple(dict.fromkeys(draft.alternatives)),
            doubt=doubt if re.search(r"[^\W\d_]", name) else Doubt.UNSURE_NAME,
        )
        for name in names or [line or "?"]
    )


def _read_brackets(draft: _Reading, words: JapaneseWords) -> None:
    """Remarks in brackets: what is optional, an amount where there is none outside, else a preparation."""
    remarks: list[str] = []
    for _ in range(6):
        bracket = _BRACKET.search(draft.rest)
        if bracket is None:
            break
        before, after = draft.rest[: bracket.start()], draft.rest[bracket.end() :]
        inside = bracket[1].strip()
        if re.fullmatch(r"\d+[~〜-]", inside):  # 小さじ(1〜)2
            draft.rest = f"{before}{inside}{after}"
            continue
        draft.rest = f"{before} {after}".strip() if before.strip(_EDGES) else after.strip()
        remarks.append(inside)
    for remark in remarks:
        if words.optional.search(remark):
            draft.optional = True
        elif re.match(r"(?:または|又は|もしくは|or\b)", remark):
            draft.alternatives.append(words.alternative.sub("", remark).strip(_EDGES))
        elif _is_amount(remark, words) and not _amounts(draft.rest, words):
            draft.rest = f"{draft.rest} {remark}"
        elif _SIZE.fullmatch(remark) or _tells_size(remark, draft.rest, words):
            draft.sizes.append(remark)
        elif remark:
            draft.preparations.append(remark)


def _tells_size(remark: str, rest: str, words: JapaneseWords) -> bool:
    """Whether a remark is a measure, and the line counts things that it can be the measure of: 1丁(300g)."""
    counted, found = _amounts(rest, words), words.amount.search(remark)
    measure = _amount_of(found, "", words) if found and _is_amount(remark, words) else None
    amount = _amount_of(counted[-1], "", words) if counted else None
    if measure is None or amount is None or measure.unit not in _LENGTHS | _CONTENTS:
        return False
    return dimension_of(amount.unit) is Dimension.COUNT


def _read_dimensions(draft: _Reading) -> None:
    """ "38×89mm", "#120", "M6": measures that tell one thing from another."""
    for pattern in (_DIMENSION, _CODE):
        for found in list(pattern.finditer(draft.rest))[:2]:
            left = draft.rest.replace(found[0], " ", 1)
            if found.end() < len(draft.rest) and draft.rest[found.end()] == "材":
                continue  # 2×4材 is a thing's name
            if re.search(r"[^\W\d_]", re.sub(r"\d+\S{0,3}", "", left)):
                draft.sizes.append(found[0].strip())
                draft.rest = left.strip()


def _read_amount(draft: _Reading, words: JapaneseWords) -> None:
    """The last amount of the line; lengths before it, or told as thick or wide, are sizes."""
    text = draft.rest
    text = _HALVED.sub(" 1/2個", text)
    for match in reversed(_amounts(text, words)):
        told = words.length.match(text, match.end())
        if told:
            draft.sizes.insert(0, text[match.start() : told.end()].strip())
            text = f"{text[: match.start()]} {text[told.end() :]}"
    found = _amounts(text, words)
    if found:
        text = _take(draft, text, found, words)
    draft.rest = " ".join(text.split())


def _take(draft: _Reading, text: str, found: Sequence[re.Match[str]], words: JapaneseWords) -> str:
    """The text without its amounts: the last one counts, with what is added to it by a plus."""
    chosen = found[-1]
    name = (text[: chosen.start()] + text[chosen.end() :]).strip(_EDGES)
    draft.amount = _amount_of(chosen, name, words)
    if draft.amount is None:
        return text
    draft.sizes.extend([chosen["size"]] if chosen["size"] else [])
    text = f"{text[: chosen.start()]} {text[chosen.end() :].removeprefix('の')}"
    for match in reversed(found[:-1]):
        extra = _amount_of(match, name, words)
        if extra is None:
            continue
        behind = text[match.end() :].lstrip()
        if behind.startswith("+"):
            draft.amount = _sum(draft.amount, extra)
            behind = behind[1:]
        elif extra.unit in _LENGTHS | _CONTENTS and dimension_of(draft.amount.unit) is Dimension.COUNT:
            draft.sizes.insert(0, match[0].strip())
        else:
            draft.preparations.append(match[0].strip())
        text = f"{text[: match.start()]} {behind}"
    return text


def _sum(first: Amount, second: Amount) -> Amount:
    try:
        more = convert(second, first.unit)
    except NotConvertible:
        return first
    return Amount(first.qty + more.qty, first.unit)


def _read_vague(draft: _Reading, words: JapaneseWords) -> None:
    found = words.vague.search(draft.rest)
    if found is None:
        return
    if draft.amount is None:
        draft.vague = True
    if words.optional.search(found[0]):
        draft.optional = True
    draft.rest = " ".join(f"{draft.rest[: found.start()]} {draft.rest[found.end() :]}".split())
    draft.rest = re.sub(r"(?:を|は|に)$", "", draft.rest)


def _names(draft: _Reading, words: JapaneseWords) -> list[str]:
    """The name, or the names of a customary pair, without marks and joints at their ends."""
    text = draft.rest.strip(_EDGES)
    each = draft.each
    text = re.sub(r"\s(?:各|約|合計)$|^(?:各(?!種|自)|約)\s?", "", text).strip(_EDGES)
    parts = [part for part in _APART.split(text) if part]
    if len(parts) > 1 and (each or all(part in words.pairs for part in parts)):
        return parts
    text, *others = [part.strip(_EDGES) for part in words.alternative.split(text) if part.strip(_EDGES)] or [
        ""
    ]
    draft.alternatives.extend(others)
    name, _, behind = text.partition("、")
    if behind:
        draft.preparations.append(behind)
    name = _LEFT_OVER.sub("", name.strip(_EDGES).rstrip("の")) if len(name) > 2 else name
    if not name and draft.preparations:
        name = draft.preparations.pop()
    return [name] if name else []


_LEFT_OVER = re.compile(r"^の(?=[^\u3041-\u309f])")
"""What a bracket in front has left of "(A)の砂糖"; "のこぎり" and "のり" begin with it themselves."""


def _amounts(text: str, words: JapaneseWords) -> list[re.Match[str]]:
    return [match for match in words.amount.finditer(text) if match[0].strip()]


def _is_amount(text: str, words: JapaneseWords) -> bool:
    """Whether the text is an amount and nothing else to speak of."""
    found = words.amount.search(text)
    return found is not None and len(found[0].strip()) >= len(text) - 1


def _amount_of(match: re.Match[str], name: str, words: JapaneseWords) -> Amount | None:
    spelled = match["before"] or match["unit"]
    low = _number(match["n1"] or match["m1"], words)
    high_text = match["n2"] or match["m2"]
    high = _number(high_text, words) if high_text else None
    factor = Decimal(1)
    if spelled in words.scaled:
        factor, unit = words.scaled[spelled]
    else:
        unit = _counted(spelled, name, words)
    try:
        top = high * factor if high is not None and low is not None and high > low else None
        return Amount(low * factor, unit, top) if low else None
    except NotAnAmount:
        return None


def _counted(spelled: str, name: str, words: JapaneseWords) -> Unit:
    """The unit of a counter, which may depend on what is counted (枚, 片, 玉)."""
    if spelled == "枚":
        for unit, things in words.sheets:
            if any(thing in name for thing in things):
                return unit
        return Unit.PIECE
    if spelled == "玉" and any(thing in name for thing in words.heads):
        return Unit.HEAD
    unit = words.units[spelled]
    if unit is Unit.CLOVE and any(thing in name for thing in words.not_cloves):
        return Unit.PIECE
    return unit


def _number(text: str, words: JapaneseWords) -> Decimal | None:
    """ "1と1/2", "1 1/2", "1/2", "2.5", "半", "二"."""
    total = Fraction(0)
    for part in re.split(r"(?<=\d)\s*と\s*|\s+", text.strip()):
        if part in words.numbers:
            total += words.numbers[part]
        elif "/" in part:
            above, below = part.split("/")
            total += Fraction(int(above), int(below)) if int(below) else 0
        elif part:
            total += Fraction(part)
    return Decimal(total.numerator) / Decimal(total.denominator) if total else None
