"""Components from plain text that a person pasted: under headings, or lines that look like components."""

import re
from itertools import takewhile

from commerce.methods.components import Kind
from commerce.methods.lexicon import lexicon_of
from commerce.methods.quantities import plain, quantity_at, unit_at
from commerce.methods.readers.finding import Finding, RawLine, lines_of
from commerce.methods.readers.headings import heading_kind, inline_list, is_steps_heading

__all__ = ["read_pasted", "yields_in"]

_MOST_LINES = 400
_LONGEST_LINE = 120
_STEP = re.compile(r"^(?:step|schritt|étape)?\s*\d{1,2}\s*[.):]\s+(?=[^\W\d_])", re.IGNORECASE)
_BULLET = re.compile(r"^\s*(?:[•●▪□☐☑✅✓✔◦‣·*»–—-]\ufe0f?|\[\s?[xX ]?\])\s*")
_QUOTED = re.compile(r"^(?:\s*>)+\s?")
_SAID = re.compile(r"^\[?\d{1,2}[.:/]\d{2}[^\]:]{0,24}\]?\s*[–-]?\s*[^:\d]{1,30}:\s+")
_FORWARDED = re.compile(r"^(?:(?:fwd?|re|aw|wg|tr|rv|i)\s*:\s*)+", re.IGNORECASE)
_LABEL = re.compile(r"(?<=[.!?;])\s+([^.:!?;\d]{3,40}?)\s*:")
_NUMBER = re.compile(r"(?<![\w.,/])[\d½¼¾⅓⅔]")
_LONG_LEAD = 12
_FEWEST_NAMES = 3
_NAME = re.compile(r"[^\W\d_]{2}[^\W\d_'’-]*(?:[ '’-][^\W\d_'’-]+){0,3}")
_SENTENCE = re.compile(
    r"\b(?:hi|hello|hey|thanks?|thank|please|cheers|bye|enjoy|yes|no|ok|okay|best|regards|can|could|will|would|do|does"
    r"|have|has|is|are|am|was|i|you|we|it|he|she|they|me|my|your|this|that|what|how|where|when|why|need|want|get"
    r"|hallo|danke|bitte|gruß|grüße|lg|ja|nein|tschüss|moin|servus|ich|du|wir|ihr|es|mir|mein|dein|das|ist|sind|hast"
    r"|habe|kannst|wie|wo|wann|brauche|will"
    r"|bonjour|salut|merci|svp|stp|oui|non|bisous?|cordialement|je|tu|il|elle|nous|vous|moi|mon|ma|ça|est|sont|quoi"
    r"|où|comment|peux|veux|faut)\b",
    re.IGNORECASE,
)
"""Words of sentences and greetings; names of things have none."""
_MOST_CHARACTERS = 40_000
_INLINE_HEADING = re.compile(r"^([^:：]{3,40})[:：]\s*(.*)$")
_APART = re.compile(
    r"\s*[;•·|]\s*|\s+(?:and|und|et|y|e)\s+(?=\d)"
    r"|\s*,\s+(?=(?:\d|½|¼|¾|⅓|⅔|an?\s|ein|une?\s|one\s|two\s|some\s|etwas\s))",
    re.IGNORECASE,
)
_PERSONS = (
    r"servings?|portions?|portionen|people|persons?|personen|personnes|pers\.|persone|porzioni|personas|raciones|porciones"
    r"|pessoas|porções|porties|portioner|personer|porcj[ei]|osób|porcí|osob|порций|персон|kişilik|adag"
)
_YIELDS = re.compile(
    r"(?:serves|servings?|portions?|portionen|ergibt|makes|yields?|rendement|personen|personnes|people)\s*:?\s*"
    r"(\d{1,3}(?:\s?[-–]\s?\d{1,3})?)"
    rf"|(\d{{1,3}})\s*(?:{_PERSONS})(?!\w)"
    rf"|(?:für|for|pour|para|per|voor|för|dla|pro|на)\s+(\d{{1,3}})\s+(?:{_PERSONS})(?!\w)"
    r"|[（(]?(\d{1,2})\s*(?:人分|人份|인분)",
    re.IGNORECASE,
)


def read_pasted(text: str) -> Finding | None:
    """The components of a text, with its first line as the title where that is none; None where none is."""
    rows = _rows(text)
    if not rows:
        return None
    lines = _under_headings(rows) or _alike(rows) or _names_alone(rows)
    if not lines:
        return None
    return Finding("pasted", tuple(lines), title=_title(rows, lines), yields=yields_in(text))


def yields_in(text: str) -> str:
    """How much comes out, where the text says so: "serves 4", "für 4 Personen"."""
    found = _YIELDS.search(text[:30_000])
    return next((group for group in found.groups() if group), "") if found else ""


def _rows(text: str) -> list[str]:
    """The lines of a text without marks of forwarding and links; a heading within a line begins one."""
    rows: list[str] = []
    for row in text[:_MOST_CHARACTERS].splitlines():
        row = _SAID.sub("", _QUOTED.sub("", row.replace("\ufe0f", ""))).strip()
        if row.startswith(("http://", "https://")) and " " not in row:
            continue
        start = 0
        for label in _LABEL.finditer(row):
            if is_steps_heading(label[1]) or heading_kind(label[1]) is not None:
                rows.append(row[start : label.start()].strip())
                start = label.start(1)
        rows.append(row[start:].strip())
    return [row for row in rows if row][:_MOST_LINES]


def _under_headings(rows: list[str]) -> list[RawLine]:
    lines: list[RawLine] = []
    kind: Kind | None = None
    for row in rows:
        bare = _BULLET.sub("", _BULLET.sub("", row)).strip("*_# ")
        inline = _INLINE_HEADING.match(bare)
        label = inline[1] if inline else bare
        if is_steps_heading(label):
            kind = None
            continue
        named = heading_kind(label)
        if named is not None:
            kind = named
            lines.extend(inline_list(inline[2] if inline else "", named))
        elif kind is not None and len(bare) <= _LONGEST_LINE and not _STEP.match(row):
            lines.extend(lines_of([bare], kind))
        elif kind is not None and (_STEP.match(row) or len(bare) > _LONGEST_LINE):
            kind = None
    return lines


def _alike(rows: list[str]) -> list[RawLine]:
    """Lines that begin with an amount, if there are two of them; or one line with several amounts."""
    counted = [row for row in rows if len(row) <= _LONGEST_LINE and not _STEP.match(row) and _has_amount(row)]
    if len(rows) <= 3:
        parts = [part for row in rows for part in _APART.split(row.rstrip(".")) if part.strip()]
        parts = [part for part in parts if _NUMBER.search(part) or not _SENTENCE.search(part)]
        if len(parts) > len(counted) and sum(map(_has_amount, parts)) >= 2:
            return list(lines_of([_from_amount(part) for part in parts], Kind.INGREDIENT))
    if len(counted) < 2:
        return []
    first, last = rows.index(counted[0]), len(rows) - 1 - rows[::-1].index(counted[-1])
    between = [row for row in rows[first : last + 1] if len(row) <= _LONGEST_LINE and not _STEP.match(row)]
    dense = len(counted) * 2 >= len(between)
    if dense:
        between += takewhile(_is_name, rows[last + 1 : last + 1 + len(counted)])
    return list(lines_of([_BULLET.sub("", row) for row in (between if dense else counted)], Kind.INGREDIENT))


def _names_alone(rows: list[str]) -> list[RawLine]:
    """ "Flour", "butter", "olive oil", each in a line and nothing else: a list without amounts."""
    if len(rows) < _FEWEST_NAMES or not all(map(_is_name, rows)):
        return []
    return list(lines_of([_BULLET.sub("", row) for row in rows], Kind.INGREDIENT))


def _is_name(row: str) -> bool:
    """Whether a line is a name of something and no sentence, greeting or heading of steps."""
    bare = _BULLET.sub("", row)
    return bool(_NAME.fullmatch(bare)) and not _SENTENCE.search(bare) and not is_steps_heading(bare)


def _from_amount(part: str) -> str:
    """ "For the cake you need 250 g flour" from its amount on."""
    number = _NUMBER.search(part)
    return part[number.start() :] if number and number.start() > _LONG_LEAD else part


def _has_amount(row: str) -> bool:
    """Whether a line begins (after a bullet) with a number and goes on with a thing."""
    line = plain(row)
    for language in ("en", "de", "fr"):
        words = lexicon_of(language)
        quantity = quantity_at(line, 0, words)
        if quantity is not None and line[0].isdigit():
            unit = unit_at(line, quantity.end, words)
            rest = line[unit[1] if unit else quantity.end :].strip(" .,")
            return bool(re.match(r"[^\W\d_]{2}|\(|\d", rest)) and not line[quantity.end :].startswith(
                (":", ")", ".")
            )
    return False


def _title(rows: list[str], lines: list[RawLine]) -> str:
    first = _FORWARDED.sub("", rows[0].strip("*_# "))
    texts = {line.text for line in lines}
    if (
        len(first) > 80
        or heading_kind(first.rstrip(":"))
        or _BULLET.sub("", first) in texts
        or _has_amount(first)
    ):
        return ""
    return "" if first.startswith(("http://", "https://")) or any(text in first for text in texts) else first
