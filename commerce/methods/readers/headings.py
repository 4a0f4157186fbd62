"""Components from what stands under a heading such as "Ingredients" or "Werkzeug": lists and the like."""

import re
from collections.abc import Sequence
from itertools import takewhile

from commerce.methods.components import Kind
from commerce.methods.readers.amounts import (
    begins_with_amount,
    has_amount,
    is_told,
    share_beginning,
    share_with_amounts,
)
from commerce.methods.readers.finding import MOST_LINES, Finding, RawLine, lines_of
from commerce.methods.readers.groups import is_yield, settled, without_repeats
from commerce.methods.readers.inline import (
    also_listed,
    behind_label,
    inline_list,
    labelled_beside,
    listed_inline,
)
from commerce.methods.readers.labels import (
    heads_comments,
    heads_cuts,
    heads_elsewhere,
    is_cut_from,
    is_steps_heading,
    kind_of_label,
    labelled,
)
from commerce.methods.readers.page import Page
from commerce.methods.readers.rows import Row

__all__ = ["is_filter", "of_machines", "read_headings"]

_LONGEST_LINE = 200
_LONGEST_PARAGRAPH = 110
_LONG_TALK = 160
_LONG_ON_AVERAGE = 85
_LONGEST_PART = 70
_LONGEST_TOOL = 45
_FARTHEST = 14
_MOST_GROUPS = 60
_OF_MACHINES = re.compile(
    r"\d\s?(?:[KMGT]i?B|[MG]Hz|Mbit|bits?)\b|\b(?:pixels?|px|RAM|CPU|GPU|Windows|macOS|Linux)\b"
)
_FIRST_STEP = re.compile(
    r"(?:step |schritt |étape |paso |passo |stap |krok )?1\s?[.):]\s+[^\W\d_]", re.IGNORECASE
)
_HOW_MANY = re.compile(r"[^\W\d_]\s?\((\d{1,6})\)$")
_MANY_PAGES = 60
_MOSTLY = 60


def read_headings(page: Page) -> Finding | None:
    """The lines under every heading of components, or None where nothing stands under one."""
    rows = page.rows
    language = page.locale[:2].lower()
    groups: list[list[RawLine]] = []
    surely = False
    cuts: list[tuple[int, list[RawLine]]] = []
    at = 0
    while at < len(rows) and len(groups) < _MOST_GROUPS:
        row = rows[at]
        at += 1
        found = (
            listed_inline(row, language)
            or (also_listed(row, language) if groups else [])
            or labelled_beside(rows, at - 1, language)
        )
        if found:
            groups.append(found)
            surely = True
            continue
        kind = kind_of_label(row.text) if not row.linked else None
        if kind is not None and not (groups and is_steps_heading(row.text)):  # how to cut what is listed
            bought = kind is Kind.TOOL and (bool(groups) or _lists_follow(rows, at))
            taken, lines = _below(rows, at, row, kind, language, linked=bought)
            if lines:
                groups.append(lines)
                surely = surely or not heads_elsewhere(row.text)
                at = taken
        elif row.rank and heads_cuts(row.text):
            taken, lines = _below(rows, at, row, Kind.MATERIAL, language)
            if lines:
                cuts.append((len(groups), lines))
                at = taken
    groups = _with_cuts(groups, cuts)
    groups = [group for group in groups if not of_machines(group) and not is_filter(group)]
    kept = tuple(line for group in _once(_plausible(groups)) for line in group)
    surely = surely or any(has_amount(line.text) for line in kept)
    return Finding("headings", kept) if kept and surely else None


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


def _below(
    rows: Sequence[Row], start: int, heading: Row, kind: Kind, language: str, *, linked: bool = False
) -> tuple[int, list[RawLine]]:
    """The lines between a heading and what tells of something else, and where they end; `linked` whether
    they may all be links, as tools beside the materials are that one can buy."""
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
        if _broken(items, row) and is_told(row.text):
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
    return at, _unlabelled(settled(_without_heads(lines, heading)), kind, language)


def _unlabelled(texts: list[str], kind: Kind, language: str) -> list[RawLine]:
    """The lines of a list, those of "Yarn: 200 g of wool" without their label; of ingredients only where
    several are so labelled: "Yeast: 1 sachet, dried" alone is yeast."""
    labels = [labelled(text) for text in texts]
    named = [label for label in labels if label is not None and label[0] is Kind.INGREDIENT]
    if len(named) == 1:
        labels = [None if label in named else label for label in labels]
    if not any(labels):
        return list(lines_of(texts, kind))
    return [
        line
        for text, label in zip(texts, labels, strict=True)
        for line in (behind_label(*label, language) if label else lines_of([text], kind))
    ]


def _without_heads(lines: Sequence[Row], heading: Row) -> Sequence[Row]:
    """The lines without those that look like the heading, where none of them tells an amount."""
    if not heading.look or any(row.look == heading.look and has_amount(row.text) for row in lines):
        return lines
    return [row for row in lines if row.look != heading.look] if _counted(lines) else lines


def _broken(items: Sequence[Row], row: Row) -> bool:
    """Whether a row goes on in one paragraph with broken lines that tell amounts."""
    return len(items) > 2 and row.tag != "li" and row.box == items[-1].box and _counted(items) >= 60


def _lists_follow(rows: Sequence[Row], start: int) -> bool:
    """Whether what is made is listed soon, so that what stands between is what it is made with."""
    return any(kind_of_label(row.text) is Kind.INGREDIENT for row in rows[start : start + _FARTHEST])


def _told_in_one(rows: Sequence[Row], kind: Kind, language: str) -> list[RawLine]:
    """ "2 eggs, 100 g flour, salt": a paragraph under the heading that is the whole list."""
    for row in rows:
        if row.rank in range(1, 7) or is_steps_heading(row.text) or kind_of_label(row.text) is not None:
            break
        if listed_inline(row, language):
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
        (not row.linked and kind_of_label(row.text) is not None and not _is_listed(row, lines))
        or listed_inline(row, language)
        or also_listed(row, language)
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


def _is_listed(row: Row, lines: Sequence[Row]) -> bool:
    """Whether a word for lists ("hardware") is an item of one."""
    return (
        row.tag == "li"
        and not row.rank
        and bool(lines)
        and lines[-1].box == row.box
        and row.text[-1].isalnum()
    )


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
    """Whether up to the next bold line most lines begin with amounts, or end with them."""
    ahead = list(takewhile(lambda row: not row.rank, rows[start : start + 12]))
    listed = [row.text for row in ahead if row.item and row.box == ahead[0].box]
    ending = max(map(len, listed), default=0) <= _LONGEST_PART and share_with_amounts(listed) >= 75
    return share_beginning([row.text for row in ahead]) >= 50 or ending


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
