"""What the script of a page does to its text before the eye sees it: units it adds, panes it keeps shut."""

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from commerce.methods.readers.texts import children_of

__all__ = ["as_scripted"]

_MOST_AMOUNTS = 400
_MOST_PANES = 100
_ALIKE_PERCENT = 80
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
_WORD = re.compile(r"[^\W\d_]{3,}")


def as_scripted(tree: LexborHTMLParser) -> None:
    """Change the tree to what is shown once the page's script has run."""
    for node in tree.css("[data-primary-amount][data-primary-unit]")[:_MOST_AMOUNTS]:
        _tell_unit(node)
    for pane in reversed(tree.css('[role="tabpanel"], .tab-pane')[:_MOST_PANES]):  # inner ones first
        _drop_if_shut(pane)


def _tell_unit(node: LexborNode) -> None:
    """ "195" with a unit in grams and the same in cups among its data: "195 g (1.482 cup)"."""
    data = node.attributes
    amount, unit = data.get("data-primary-amount") or "", data.get("data-primary-unit") or ""
    if node.text().strip() != amount or not _NUMBER.fullmatch(amount) or not unit:
        return
    other, its_unit = data.get("data-secondary-amount") or "", data.get("data-secondary-unit") or ""
    also = f" ({other} {its_unit})" if _NUMBER.fullmatch(other) and its_unit else ""
    last = node.last_child
    if last is not None:
        last.insert_after(f"{unit}{also}")


def _drop_if_shut(pane: LexborNode) -> None:
    """A pane that is shut is left out where the open one beside it says the same, as in other units."""
    if _is_open(pane) or pane.parent is None:
        return
    said = set(_WORD.findall(pane.text().lower()))
    for beside in children_of(pane.parent):
        if beside.mem_id != pane.mem_id and beside.tag == pane.tag and _is_open(beside):
            shown = set(_WORD.findall(beside.text().lower()))
            if said and len(said & shown) * 100 >= _ALIKE_PERCENT * len(said):
                pane.decompose()
            return


def _is_open(pane: LexborNode) -> bool:
    return bool({"active", "show"} & set((pane.attributes.get("class") or "").split()))
