"""Components from a list, table or broken lines under a heading such as "Ingredients" or "Werkzeug"."""

import re
import tomllib
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files

from selectolax.lexbor import LexborNode

from commerce.methods.components import Kind
from commerce.methods.readers.finding import Finding, RawLine, joined, lines_of
from commerce.methods.readers.page import Page

__all__ = ["heading_kind", "is_steps_heading", "read_headings"]

_MOST_NODES = 30_000
_FARTHEST = 250
_LONGEST_HEADING = 70
_RANKED = {f"h{rank}": rank for rank in range(1, 7)}
_HEADING_TAGS = {
    *_RANKED,
    "p",
    "strong",
    "b",
    "dt",
    "legend",
    "caption",
    "summary",
    "th",
    "span",
    "div",
    "button",
    "em",
}
_ASIDE = {
    "nav",
    "footer",
    "script",
    "style",
    "noscript",
    "template",
    "select",
    "form",
    "svg",
    "head",
    "iframe",
}
_MARKS = re.compile(r"[^\w\s'’&]+")
_SERVINGS = re.compile(r"\b(?:for|für|pour|para|per)\b.*$")
_BULLET = re.compile(r"^\s*[•●▪◦‣·*–-]\s+")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)


@lru_cache(maxsize=1)
def _words() -> dict[str, frozenset[str]]:
    text = (files("commerce.methods") / "data" / "headings.toml").read_text(encoding="utf-8")
    return {name: frozenset(words) for name, words in tomllib.loads(text).items()}


def heading_kind(text: str) -> Kind | None:
    """What a list under such a heading holds, or None where it is no heading of components."""
    folded = _folded(text)
    for kind in Kind:
        words = _words()[kind]
        if folded in words or _SERVINGS.sub("", folded).strip() in words:
            return kind
    return None


def is_steps_heading(text: str) -> bool:
    """Whether what follows is what to do, or no longer about components."""
    return _folded(text) in _words()["steps"]


def read_headings(page: Page) -> Finding | None:
    """The lines under every heading of components, or None where no list stands under one."""
    body = page.tree.body
    if body is None:
        return None
    nodes = list(_in_order(body))
    groups: list[list[RawLine]] = []
    taken: set[int] = set()
    for place, node in enumerate(nodes):
        kind = _kind_at(node)
        if kind is not None and node.mem_id not in taken:
            groups.append(_lines_below(nodes, place, kind, taken))
    lines = tuple(dict.fromkeys(line for group in _plausible(groups) for line in group))
    return Finding("headings", lines) if lines else None


def _plausible(groups: list[list[RawLine]]) -> list[list[RawLine]]:
    """Where one list of ingredients tells amounts, others that tell none are menus ("Chicken", "Beef")."""
    counted = [_share_of_amounts(group) for group in groups]
    if max(counted, default=0) < 50:
        return groups
    return [
        group
        for group, share in zip(groups, counted, strict=True)
        if share >= 10 or len(group) < 4 or group[0].kind is not Kind.INGREDIENT
    ]


def _share_of_amounts(group: list[RawLine]) -> int:
    """Of 100 lines, how many have a digit or a vulgar fraction."""
    return 100 * sum(any(sign.isnumeric() for sign in line.text) for line in group) // max(len(group), 1)


def _in_order(body: LexborNode) -> Iterator[LexborNode]:
    """The elements of the page in their order, without navigation and the like, at most `_MOST_NODES`."""
    waiting = [body]
    for _ in range(_MOST_NODES):
        if not waiting:
            return
        node = waiting.pop()
        if node.tag in _ASIDE:
            continue
        yield node
        child, children = node.child, []
        while child is not None:
            if child.tag and child.tag[0].isalpha():
                children.append(child)
            child = child.next
        waiting.extend(reversed(children))


def _kind_at(node: LexborNode) -> Kind | None:
    if node.tag not in _HEADING_TAGS or (node.tag in {"div", "span", "p"} and _has_blocks(node)):
        return None
    text = node.text(separator=" ").strip()
    return heading_kind(text) if 0 < len(text) <= _LONGEST_HEADING else None


def _has_blocks(node: LexborNode) -> bool:
    child, count = node.child, 0
    while child is not None and count < 12:
        if child.tag in {"div", "ul", "ol", "table", "section", "p", "article", *_RANKED}:
            return True
        child, count = child.next, count + 1
    return count >= 12


def _lines_below(nodes: list[LexborNode], place: int, kind: Kind, taken: set[int]) -> list[RawLine]:
    """The lines between a heading and the next one of its rank, or the next that tells of something else."""
    rank = _RANKED.get(nodes[place].tag or "", 7)
    lines: list[RawLine] = []
    inside: set[int] = set()
    for node in nodes[place + 1 : place + _FARTHEST + 20 * len(lines)]:
        if node.mem_id in inside or node.mem_id in taken:
            continue
        if _ends(node, rank, bool(lines)):
            break
        found = _lines_in(node)
        if found:
            lines.extend(lines_of(found, kind))
            inside.update(one.mem_id for one in node.traverse())
            taken.update(inside)
        elif lines and node.tag == "p" and len(node.text()) > 200:
            break
    return lines


def _ends(node: LexborNode, rank: int, has_lines: bool) -> bool:
    if node.tag in _RANKED:
        if _RANKED[node.tag] <= rank and (has_lines or rank < 7):
            return True
        return is_steps_heading(node.text(separator=" ")) or (_kind_at(node) is not None)
    if node.tag not in _HEADING_TAGS or _has_blocks(node):
        return False
    text = node.text(separator=" ").strip()
    return 0 < len(text) <= _LONGEST_HEADING and (is_steps_heading(text) or heading_kind(text) is not None)


def _lines_in(node: LexborNode) -> list[str]:
    if node.tag in {"ul", "ol"}:
        # `css` of a node also gives the node itself: an item with no other inside is a leaf
        return [text for item in node.css("li") if len(item.css("li")) < 2 and (text := _item_text(item))]
    if node.tag == "table":
        rows = [[joined(cell.text(separator=" ")) for cell in row.css("td")] for row in node.css("tr")]
        return [_row_text(row) for row in rows if any(row)]
    if node.tag in {"p", "div", "td", "blockquote"} and not _has_blocks(node):
        parts = [joined(part) for part in _BREAK.split(node.html or "")]
        parts = [part for part in parts if part and heading_kind(part) is None]
        if len(parts) > 1 and sum(map(len, parts)) / len(parts) < 100:
            return parts
        if parts and (_BULLET.match(parts[0]) or (len(parts[0]) < 80 and parts[0][0].isdigit())):
            return [_BULLET.sub("", parts[0])]
    if node.tag == "dd":
        return [joined(node.text(separator=" "))]
    return []


def _row_text(cells: list[str]) -> str:
    """A row of a table as a line, the amount first: "Wall paint" and "7.5 l" is "7.5 l Wall paint"."""
    cells = [cell for cell in cells if cell]
    if len(cells) > 1 and cells[-1][0].isdigit() and not cells[0][0].isdigit() and len(cells[-1]) <= 20:
        cells = [cells[-1], *cells[:-1]]
    return " ".join(cells)


def _item_text(item: LexborNode) -> str:
    text = joined(item.text(separator=" "))
    return text if len(text) <= 200 else ""


def _folded(text: str) -> str:
    return " ".join(_MARKS.sub(" ", text.replace("’", "'")).lower().split()).strip("0123456789 ")
