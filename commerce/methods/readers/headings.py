"""Components from what stands under a heading such as "Ingredients" or "Werkzeug": lists and the like."""

import re
from collections.abc import Sequence
from itertools import takewhile

from commerce.methods.components import Kind
from commerce.methods.lexicon import LANGUAGES, lexicon_of
from commerce.methods.readers.amounts import (
    begins_with_amount,
    has_amount,
    share_beginning,
    share_with_amounts,
)
from commerce.methods.readers.finding import MOST_LINES, Finding, RawLine, lines_of
from commerce.methods.readers.groups import is_yield, settled, without_repeats
from commerce.methods.readers.labels import (
    also_needed,
    heading_kind,
    heads_comments,
    heads_cuts,
    is_cut_from,
    is_steps_heading,
    kind_of_label,
    labelled,
)
from commerce.methods.readers.page import Page
from commerce.methods.readers.rows import Row
from commerce.methods.readers.sharing import is_one_tool

__all__ = ["inline_list", "is_filter", "of_machines", "read_headings"]

_LONGEST_LINE = 200
_LONGEST_PARAGRAPH = 110
_LONG_TALK = 160
_LONG_ON_AVERAGE = 85
_LONGEST_PART = 70
_LONGEST_TOOL = 45
_FARTHEST = 14
_MOST_GROUPS = 60
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
_OF_MACHINES = re.compile(
    r"\d\s?(?:[KMGT]i?B|[MG]Hz|Mbit|bits?)\b|\b(?:pixels?|px|RAM|CPU|GPU|Windows|macOS|Linux)\b"
)
_FIRST_STEP = re.compile(
    r"(?:step |schritt |étape |paso |passo |stap |krok )?1\s?[.):]\s+[^\W\d_]", re.IGNORECASE
)
_HOW_MANY = re.compile(r"[^\W\d_]\s?\((\d{1,6})\)$")
_MANY_PAGES = 60
_MOSTLY = 60
_ONLY_AMOUNT = re.compile(
    r"(?:(?:about|approx\.?|around|ca\.?|circa|etwa|environ|unos|unas)\s)?[\d.,/½¼¾]+\s?[^\W\d_]{0,12}\.?(?:\s(?:each|total|je))?",
    re.IGNORECASE,
)
""" "about 100 yards": says how much of what stands before."""
_BESIDE = 3
_AND = re.compile(r"\s(?:and|und|et|y|e|en|och|og|i)\s(?=[^,]*$)")


def read_headings(page: Page) -> Finding | None:
    """The lines under every heading of components, or None where nothing stands under one."""
    rows = page.rows
    language = page.locale[:2].lower()
    groups: list[list[RawLine]] = []
    cuts: list[tuple[int, list[RawLine]]] = []
    at = 0
    while at < len(rows) and len(groups) < _MOST_GROUPS:
        row = rows[at]
        at += 1
        found = (
            _inline(row, language)
            or (_also(row, language) if groups else [])
            or _labelled(rows, at - 1, language)
        )
        if found:
            groups.append(found)
            continue
        kind = kind_of_label(row.text) if not row.linked else None
        if kind is not None and not (groups and is_steps_heading(row.text)):  # how to cut what is listed
            taken, lines = _below(rows, at, row, kind, language, linked=bool(groups) and kind is Kind.TOOL)
            if lines:
                groups.append(lines)
                at = taken
        elif row.rank and heads_cuts(row.text):
            taken, lines = _below(rows, at, row, Kind.MATERIAL, language)
            if lines:
                cuts.append((len(groups), lines))
                at = taken
    groups = _with_cuts(groups, cuts)
    groups = [group for group in groups if not of_machines(group) and not is_filter(group)]
    kept = tuple(line for group in _once(_plausible(groups)) for line in group)
    return Finding("headings", kept) if kept else None


def _with_cuts(groups: list[list[RawLine]], cuts: Sequence[tuple[int, list[RawLine]]]) -> list[list[RawLine]]:
    """The groups with the pieces to cut in their places, where what they are cut from is not listed."""
    materials = [line.text for group in groups for line in group if line.kind is not Kind.TOOL]
    if not groups or any(map(is_cut_from, materials)):
        return groups
    whole = list(groups)
    for place, lines in reversed(cuts):
        if share_with_amounts([line.text for line in lines]) >= _MOSTLY:
            whole.insert(place, lines)
    return whole


def inline_list(text: str, kind: Kind, language: str = "") -> tuple[RawLine, ...]:
    """ "flour, sugar and 2 eggs" as three lines."""
    parts = [part for part in _APART.split(_LEAD.sub("", text.strip()).rstrip(".")) if part.strip()]
    if parts and (len(parts) > 1 or kind is Kind.TOOL) and not is_one_tool(parts[-1]):
        last = _parted(parts[-1], language)
        before, _, after = parts[-1].partition(" and ")
        counted = begins_with_amount(before) and has_amount(after)
        alone = kind is not Kind.TOOL and counted and len(before.split()) <= 2  # "1 cup and 1 tbsp"
        if len(last) == 2 and len(parts[-1]) <= 60 and not alone:
            parts[-1:] = last
    return lines_of([re.sub(r"^(?:and|und|et|y|e)\s", "", part) for part in parts], kind)


def _parted(text: str, language: str) -> list[str]:
    """ "salt and pepper" in two; of an unknown language by the word that joins in any."""
    if language not in LANGUAGES:
        return _AND.split(text)
    return lexicon_of(language).joined_pair.sub("\n", text).split("\n")


def _inline(row: Row, language: str) -> list[RawLine]:
    """ "You will need: a • b", where the heading and its list are one row."""
    told = _INLINE.match(row.text)
    if told is None or len(row.text) > 800:
        return []
    kind = heading_kind(told[1])
    if kind is None:
        return []
    lines = list(inline_list(told[2], kind, language))
    if len(lines) < 2 and not (lines and begins_with_amount(lines[0].text) and kind is not Kind.INGREDIENT):
        return [] if kind is Kind.INGREDIENT or len(lines) != 1 or len(lines[0].text) > 60 else lines
    return lines if all(len(line.text) <= 90 for line in lines) else []


def _also(row: Row, language: str) -> list[RawLine]:
    """ "You will also need a saw, glue and a drill." behind a list."""
    told = also_needed(row.text)
    lines = list(inline_list(told, Kind.MATERIAL, language)) if told else []
    return lines if all(len(line.text) <= _LONGEST_PART for line in lines) else []


def _labelled(rows: Sequence[Row], at: int, language: str) -> list[RawLine]:
    """ "Yarn: 200 g of wool" where another line so labelled stands beside, under no heading."""
    told = labelled(rows[at].text)
    if told is None:
        return []
    near = (*rows[max(0, at - _BESIDE) : at], *rows[at + 1 : at + 1 + _BESIDE])
    beside = [label[1] for row in near if (label := labelled(row.text))]
    if not beside and not any(_inline(row, language) for row in near):
        return []
    if not any(begins_with_amount(part) for text in (told[1], *beside) for part in _APART.split(text)):
        return []  # what a thing on offer is made of
    return list(_of_label(*told, language))


def _of_label(kind: Kind | None, told: str, language: str) -> tuple[RawLine, ...]:
    """The things behind a label, one by one; those of a kind only where each has its amount, as "1 skein of
    wool, about 100 yards" is one thing."""
    if kind is None or kind is Kind.TOOL:
        return inline_list(told, kind or Kind.MATERIAL, language)
    parts = _APART.split(told)
    counted = all(begins_with_amount(part) and not _ONLY_AMOUNT.fullmatch(part) for part in parts)
    return lines_of(parts if counted else [told], kind)


def _below(
    rows: Sequence[Row], start: int, heading: Row, kind: Kind, language: str, *, linked: bool = False
) -> tuple[int, list[RawLine]]:
    """The lines between a heading and what tells of something else, and where they end; `linked` whether
    they may all be links, as tools behind the materials are that one can buy."""
    items: list[Row] = []
    loose: list[Row] = []
    far = 0
    at = start
    tabs = _behind_tabs(rows, start, heading)
    at = tabs or start
    while at < len(rows) and far <= _FARTHEST and len(items) + len(loose) < 2 * MOST_LINES:
        row = rows[at]
        if tabs and items and row.box != items[-1].box and not has_amount(row.text):
            break
        if _ends(rows, at, heading, items or loose, kind, language) or (
            items and _tells_steps(rows, at, items)
        ):
            break
        if items and _is_first_step(row) and not _is_first_step(items[0]):
            break
        if is_yield(row.text):
            at += 1
            continue
        if _is_line(row):
            if len(loose) > 1 and not has_amount(row.text) and not items and _counted(loose) >= 60:
                break
            beside = items and row.linked and row.box != items[0].box and not has_amount(row.text)
            if not beside:
                items.append(row)
                far = 0
        elif (_is_loose(row, bool(loose)) or (kind is Kind.TOOL and _names_a_tool(row))) and (
            not items or row.tag == items[-1].tag
        ):
            loose.append(row)
            far = 0
        elif (items or loose) and len(row.text) > _LONG_TALK:
            break
        far += 1
        at += 1
    if not items and len(loose) < 2:
        told = _told_in_one(rows[start : start + 4], kind, language)
        if told:
            return start + 1, told
    few = len(items) < len(loose) and _counted(items) < 50
    enough = _counted(loose) >= 40 or kind is Kind.TOOL
    lines = loose if len(loose) >= 2 and enough and few else items
    if lines and all(row.linked for row in lines) and not _counted(lines) and not linked:
        return at, []  # where to go, not what to take
    if lines and _counted(lines) < 15 and sum(len(row.text) for row in lines) > _LONG_ON_AVERAGE * len(lines):
        return at, []
    texts = settled(lines)
    labels = [labelled(text) for text in texts]
    if not any(labels):
        return at, list(lines_of(texts, kind))
    return at, [
        line
        for text, label in zip(texts, labels, strict=True)
        for line in (_of_label(*label, language) if label else lines_of([text], kind))
    ]


def _told_in_one(rows: Sequence[Row], kind: Kind, language: str) -> list[RawLine]:
    """ "2 eggs, 100 g flour, salt": a paragraph under the heading that is the whole list."""
    for row in rows:
        if row.rank in range(1, 7) or is_steps_heading(row.text) or kind_of_label(row.text) is not None:
            break
        if _inline(row, language):
            break
        lines = list(inline_list(row.text, kind, language)) if len(row.text) <= 800 and not row.linked else []
        texts = [line.text for line in lines]
        fewest = 2 if kind is Kind.TOOL else 3
        if len(lines) < fewest or max(map(len, texts)) > _LONGEST_PART:
            continue
        if share_with_amounts(texts) >= 40 or (
            kind is not Kind.INGREDIENT and max(map(_words_in, texts)) <= 5
        ):
            return lines
    return []


def _words_in(text: str) -> int:
    return len(text.split())


def _behind_tabs(rows: Sequence[Row], start: int, heading: Row) -> int | None:
    """Where tabs end whose first is the heading: what it names follows behind the last."""
    at = start
    while at < len(rows) and rows[at].tag == heading.tag == "button" and rows[at].box == heading.box:
        at += 1
    named_again = any(kind_of_label(row.text) is not None for row in rows[at : at + 15])
    return at if at > start and not named_again else None


def _tells_steps(rows: Sequence[Row], start: int, items: Sequence[Row]) -> bool:
    """Whether behind lines with amounts another list begins, of long sentences that tell none."""
    row = rows[start]
    if not row.item or row.box == items[-1].box or len(row.text) < _LONG_ON_AVERAGE // 2:
        return False
    box = [one for one in rows[start : start + 12] if one.box == row.box]
    sentences = sum(one.text.endswith((".", "!", "。")) for one in box)
    return (
        len(box) > 1
        and sum(len(one.text) for one in box) > _LONG_ON_AVERAGE * len(box)
        and sentences * 3 >= 2 * len(box)
        and _counted(box) < 15 <= 50 <= _counted(items)
    )


def _is_first_step(row: Row) -> bool:
    """ "1. Cut the legs to 33\"": a numbered sentence, as behind a list that is not numbered."""
    return bool(_FIRST_STEP.match(row.text)) and row.text.endswith((".", "!", "。"))


def _counted(rows: Sequence[Row]) -> int:
    return share_with_amounts([row.text for row in rows])


def _is_loose(row: Row, others: bool) -> bool:
    """A short paragraph that can be a line."""
    if row.rank in range(1, 7) or row.linked:
        return False
    if begins_with_amount(row.text):
        return len(row.text) <= _LONGEST_LINE
    return others and not row.rank and len(row.text) <= _LONGEST_PARAGRAPH


def _names_a_tool(row: Row) -> bool:
    """A paragraph of a few words and no sentence, which under a heading of tools is one."""
    return not row.rank and not row.linked and len(row.text) <= _LONGEST_TOOL and row.text[-1].isalnum()


def _is_line(row: Row) -> bool:
    return row.item and not row.rank and len(row.text) <= _LONGEST_LINE


def _ends(
    rows: Sequence[Row], at: int, heading: Row, lines: Sequence[Row], kind: Kind, language: str
) -> bool:
    row = rows[at]
    if row.item and not row.rank and begins_with_amount(row.text):
        return False
    if is_steps_heading(row.text) or (row.rank and heads_comments(row.text)):
        return True
    if (
        (not row.linked and kind_of_label(row.text) is not None)
        or _inline(row, language)
        or _also(row, language)
        or (lines and not row.item and labelled(row.text))
    ):
        return True
    if row.rank == 7 and heading.rank == 7 and row.box == heading.box and lines:
        return not _amounts_follow(rows, at + 1)
    if not row.rank or row.rank == 7:
        return False
    if row.rank <= heading.rank or (lines and heading.rank in {0, 7}):
        of_tools = kind is Kind.TOOL and not _counted(lines)
        return of_tools or not (lines and _goes_on(rows, at + 1, lines[-1].box))
    return False


def _goes_on(rows: Sequence[Row], start: int, box: int) -> bool:
    """Whether under the next heading stands a list with amounts, or the same list: "For the glaze"."""
    ahead: list[Row] = []
    for row in rows[start : start + 12]:
        if row.rank in range(1, 7):
            break
        if _is_line(row):
            ahead.append(row)
    return bool(ahead) and (ahead[0].box == box or share_beginning([row.text for row in ahead]) >= 50)


def _amounts_follow(rows: Sequence[Row], start: int) -> bool:
    """Whether up to the next bold line most lines begin with amounts."""
    ahead = list(takewhile(lambda row: not row.rank, rows[start : start + 12]))
    return share_beginning([row.text for row in ahead]) >= 50


def _once(groups: list[list[RawLine]]) -> list[list[RawLine]]:
    """Each list once, though the page may show it again."""
    kept = without_repeats([[line.text for line in group] for group in groups])
    once: list[list[RawLine]] = []
    for group in groups:
        texts = [line.text for line in group]
        if texts in kept:
            kept.remove(texts)
            once.append(group)
    return once


def of_machines(group: Sequence[RawLine]) -> bool:
    """Whether a list tells what a program needs: "8 GB of memory"."""
    return 3 * sum(bool(_OF_MACHINES.search(line.text)) for line in group) >= 2 * len(group)


def is_filter(group: Sequence[RawLine]) -> bool:
    """Whether a list tells how many pages there are of each: "Apples (212)", "Butter (640)"."""
    counts = [int(found[1]) for line in group if (found := _HOW_MANY.search(line.text))]
    return 3 * len(counts) >= 2 * len(group) and 2 * sum(counts) > _MANY_PAGES * len(counts)


def _plausible(groups: list[list[RawLine]]) -> list[list[RawLine]]:
    """Where one list of ingredients tells amounts, others that tell none are menus ("Chicken", "Beef")."""
    counted = [share_with_amounts([line.text for line in group]) for group in groups]
    if max(counted, default=0) < 50:
        return groups
    return [
        group
        for group, share in zip(groups, counted, strict=True)
        if share >= 10 or len(group) < 4 or group[0].kind is not Kind.INGREDIENT
    ]
