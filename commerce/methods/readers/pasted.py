"""Components from plain text that a person pasted: under headings, or lines that look like components."""

import re
from itertools import takewhile

from commerce.methods.components import Kind
from commerce.methods.lexicon import lexicon_of
from commerce.methods.line_names import is_only_preparation
from commerce.methods.lines import read_line
from commerce.methods.quantities import plain, quantity_at, unit_at
from commerce.methods.readers.finding import Finding, RawLine, lines_of
from commerce.methods.readers.hardware import is_hardware
from commerce.methods.readers.inline import inline_list
from commerce.methods.readers.labels import heading_kind, is_steps_heading
from commerce.methods.readers.prose import is_food
from commerce.methods.readers.tongues import guess_language
from commerce.methods.readers.yields import yields_in

__all__ = ["read_pasted"]

_MOST_LINES = 400
_LONGEST_LINE = 120
_LONGEST_NAME = 60
_STEP = re.compile(r"^(?:step|schritt|étape)?\s*\d{1,2}\s*[.):]\s+(?=[^\W\d_])", re.IGNORECASE)
_BULLET = re.compile(r"^\s*(?:[•●▪□☐☑✅✓✔◦‣·*»–—-]\ufe0f?|\[\s?[xX ]?\])\s*")
_QUOTED = re.compile(r"^(?:\s*>)+\s?")
_SAID = re.compile(r"^\[?\d{1,2}[.:/]\d{1,2}(?:[^\]:]|:\d{2}){0,24}\]?\s*[–-]?\s*[^:\d]{1,30}:\s+")
""" "[20.11.26, 14:03] Oma: ", as messengers copy it."""
_FORWARDED = re.compile(r"^(?:(?:fwd?|re|aw|wg|tr|rv|i)\s*:\s*)+", re.IGNORECASE)
_LABEL = re.compile(r"(?<=[.!?;])\s+([^.:!?;\d]{3,40}?)\s*:")
_NUMBER = re.compile(r"(?<![\w.,/])[\d½¼¾⅓⅔]")
_COUNTED = re.compile(r"[^\W\d_]\s[x×]\s?\d{1,2}$")
_REMARK = re.compile(
    r"[^\W\d_]{2}(?:\s\([^()]{2,40}\)|,?\s\d+(?:[.,]\d+)?\s?(?!pm$|am$|uhr$|h$)[^\W\d_]{1,7})$", re.IGNORECASE
)
""" "wood glue (small)", "roller 25 cm", "sandpaper, 120 grit"."""
_COUNT_LAST = re.compile(r"([^\W\d_]{3,})\s(\d{1,2})$")
_LONG_LEAD = 12
_FEWEST_NAMES = 3
_NAME = re.compile(r"[^\W\d_]{2}[^\W\d_'’-]*(?:[ '’-][^\W\d_'’-]+){0,3}")
_SENTENCE = re.compile(
    r"\b(?:hi|hello|hey|thanks?|thank|please|cheers|bye|enjoy|yes|no|ok|okay|best|regards|can|could|will|would|do|does"
    r"|have|has|is|are|was|i|you|we|it|he|she|they|me|my|your|this|that|what|how|where|when|why|need|want|get"
    r"|hallo|danke|bitte|gruß|grüße|lg|ja|nein|tschüss|moin|servus|ich|du|wir|ihr|es|mir|mein|dein|das|ist|sind|hast"
    r"|habe|kannst|wie|wo|wann|brauche|will"
    r"|bonjour|salut|merci|svp|stp|oui|non|bisous?|cordialement|je|tu|il|elle|nous|vous|moi|mon|ma|ça|est|sont|quoi"
    r"|où|comment|peux|veux|faut)\b",
    re.IGNORECASE,
)
"""Words of sentences and greetings; names of things have none."""
_NAMED = re.compile(r"[^\W\d_][^.:!?;,]{2,58}")
_AROUND = re.compile(r"^[\W_]+|[^\w)!?.:'\"”“»]+$")
_LONGEST_TITLE = 80
_FARTHEST_TITLE = 6
_MOST_CHARACTERS = 40_000
_INLINE_HEADING = re.compile(r"^([^:：]{3,40})[:：]\s*(.*)$")
_APART = re.compile(
    r"\s*[;•·|]\s*|\s+(?:and|und|et|y|e)\s+(?=\d)"
    r"|\s*,\s+(?=(?:\d|½|¼|¾|⅓|⅔|an?\s|ein|une?\s|one\s|two\s|some\s|etwas\s))",
    re.IGNORECASE,
)


def read_pasted(text: str) -> Finding | None:
    """The components of a text, with its first line as the title where that is none; None where none is."""
    rows = _rows(text)
    if not rows:
        return None
    lines = _under_headings(rows) or _alike(rows) or _things_alone(rows)
    if not lines:
        return None
    return Finding("pasted", tuple(lines), title=_title(rows, lines), yields=yields_in(text))


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
    whole = False
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
            told = inline_list(inline[2] if inline else "", named)
            whole = len(told) > 1
            lines.extend(told)
        elif whole and not (_BULLET.match(row) or _has_amount(bare)):  # the list was in the heading's line
            kind, whole = None, False
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
        parts = [piece for part in parts for piece in _with_bare_names_apart(part)]
        parts = [part for part in parts if _NUMBER.search(part) or not _SENTENCE.search(part)]
        if len(parts) > len(counted) and sum(map(_has_amount, parts)) >= 2:
            return list(lines_of([_from_amount(part) for part in parts], Kind.INGREDIENT))
    if len(counted) < 2:
        return []
    first, last = rows.index(counted[0]), len(rows) - 1 - rows[::-1].index(counted[-1])
    between = [row for row in rows[first : last + 1] if len(row) <= _LONGEST_LINE and not _STEP.match(row)]
    dense = len(counted) * 2 >= len(between)
    if dense:
        bulleted = all(map(_BULLET.match, counted))
        language = guess_language("\n".join(rows))
        between += takewhile(
            lambda row: _is_name(row) or (bulleted and _is_item(row)) or _is_told(row, language),
            rows[last + 1 : last + 1 + 2 * len(counted)],
        )
        before = list(takewhile(lambda row: _is_bare_food(row, language), rows[:first][::-1]))
        if len(before) > 1:  # a single one is the title
            between[:0] = before[::-1]
    return list(lines_of([_BULLET.sub("", row) for row in (between if dense else counted)], Kind.INGREDIENT))


def _with_bare_names_apart(part: str) -> list[str]:
    """ "300 ml water, tomatoes, mozzarella x2" are three; "2 onions, chopped" is one."""
    if not _has_amount(_from_amount(part)):
        return [part]
    language = guess_language(part)
    words = lexicon_of(language)
    first, *others = part.split(", ")
    pieces, bare = [first], False
    for piece in others:
        names = is_food(piece, language) or _COUNTED.search(piece) is not None
        bare = bare or names
        if names or (bare and _is_name(piece) and not is_only_preparation(piece, words)):
            pieces.append(piece)
        else:
            pieces[-1] = f"{pieces[-1]}, {piece}"
    return pieces


def _things_alone(rows: list[str]) -> list[RawLine]:
    """ "Flour", "eggs 6", "olive oil, the good one", each in a line: a list whose lines begin with no amount.
    Around it may be talk where most lines tell of known things or amounts."""
    language = guess_language("\n".join(rows))
    begin = next((at for at, row in enumerate(rows) if not _SENTENCE.search(row)), len(rows))
    end = next((at for at in range(len(rows), begin, -1) if not _SENTENCE.search(rows[at - 1])), begin)
    things = rows[begin:end]
    told = [_is_told(row, language) for row in things]
    if len(things) < _FEWEST_NAMES or not all(
        known or _is_name(row) for known, row in zip(told, things, strict=True)
    ):
        return []
    if len(things) < len(rows) and sum(told) * 2 < len(things):
        return []
    return list(lines_of([_count_first(_BULLET.sub("", row), language) for row in things], Kind.INGREDIENT))


def _count_first(row: str, language: str) -> str:
    """ "Eggs 6" are 6 eggs."""
    told = _COUNT_LAST.fullmatch(row)
    return f"{told[2]} {told[1]}" if told and is_food(told[1], language) else row


def _is_item(row: str) -> bool:
    """Whether a line is a further item of a list with bullets: "- du pain"."""
    return bool(_BULLET.match(row)) and len(row) <= _LONGEST_NAME and not row.endswith((".", "!", "?", ":"))


def _is_told(row: str, language: str) -> bool:
    """Whether a short line tells of a thing in more words than a name: "basil, a bunch", "eggs 6", "a pinch
    each of oregano and thyme"."""
    bare = _BULLET.sub("", row)
    if (
        len(bare) > _LONGEST_NAME
        or bare.endswith((".", "!", "?", ":"))
        or _STEP.match(bare)
        or _SENTENCE.search(bare)
    ):
        return False
    if is_food(bare, language) or is_hardware(bare, language):
        return True
    line = read_line(bare, language=language)
    return line.amount is not None or bool(line.size) or _REMARK.search(bare) is not None


def _is_bare_food(row: str, language: str) -> bool:
    return is_food(row, language) and _NUMBER.search(row) is None and _is_told(row, language)


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
            return bool(re.match(r"[^\W\d_]{2}|\(|\d|[x×]\s?\d", rest)) and not line[
                quantity.end :
            ].startswith((":", ")", "."))
    return False


def _title(rows: list[str], lines: list[RawLine]) -> str:
    """What stands over the list: the last line before it that is a name and no talk, else the first line."""
    texts = {line.text for line in lines}
    over = list(takewhile(lambda row: not _is_of_list(row, texts), rows))[:_FARTHEST_TITLE]
    named = [
        bare for row in over if _NAMED.fullmatch(bare := _bare_title(row)) and not _SENTENCE.search(bare)
    ]
    first = _bare_title(rows[0])
    if named and (_SENTENCE.search(first) or not _NAMED.fullmatch(first)):
        return named[-1]
    return first if over and len(first) <= _LONGEST_TITLE else ""


def _bare_title(row: str) -> str:
    return _AROUND.sub("", _FORWARDED.sub("", row))


def _is_of_list(row: str, texts: set[str]) -> bool:
    """Whether a row is a line of the list, its heading or a link."""
    bare = _bare_title(row)
    return (
        heading_kind(bare.rstrip(":")) is not None
        or _BULLET.sub("", bare) in texts
        or _COUNT_LAST.fullmatch(bare) is not None
        or any(text in bare for text in texts)
        or _has_amount(bare)
        or bare.startswith(("http://", "https://"))
    )
