"""From intent, simple values and marked stretches to named slots. Pure.

`slots_of("drop_components", "no basil pls", [Span("thing", "basil", 3, 8)])` gives components: basil.
"""

import re
from datetime import date
from typing import Callable, Dict, List, Optional, Sequence

from nlu.components import readers_goods as goods
from nlu.components import readers_list as listed
from nlu.components import readers_offers as offers
from nlu.components.message import Reader, Slot, Span
from nlu.components.phrases import clauses
from nlu.components.readers_correction import TIMES, correct
from nlu.components.values import find_values
from nlu.components.vocabulary import patterns, words

TIMELESS = TIMES | {"date", "code"}
TIMED = frozenset(
    {"choose_delivery_window", "collect_at_shop", "give_address", "correction", "reserve_item"}
    | {"track_order", "cancel_order", "return_item", "confirm_order"}
)
CRITERIA = patterns("criteria")
LANGUAGES = patterns("languages")


_INDIFFERENT = re.compile(rf"\b(?:{words('indifferent')})")


def _criterion(m: Reader) -> None:
    _matters(m, "criterion", many=False)


def _priorities(m: Reader) -> None:
    _matters(m, "priorities", many=True)


def _matters(m: Reader, name: str, *, many: bool) -> None:
    """Notes by what is chosen: not by what a clause says not to matter, unless nothing else is said."""
    whole = m.lowered
    for start, end in clauses(whole):
        if _INDIFFERENT.search(whole, start, end):
            m.lowered = m.lowered[:start] + " " * (end - start) + m.lowered[end:]
    m.put_word(name, CRITERIA, many=many)
    m.lowered = whole
    if not m.has(name):
        m.put_word(name, CRITERIA, many=many)


def _language(m: Reader) -> None:
    m.put_word("language", LANGUAGES, last=True)  # "my english is bad, german?"


READERS: Dict[str, Callable[[Reader], None]] = {
    "read_job": listed.read_job, "keep_components": listed.keep, "drop_components": listed.drop,
    "add_component": listed.add, "scale_job": listed.scale, "change_quantity": listed.quantity,
    "choose_strategy": _criterion, "set_priority": _priorities,
    "explain_choice": offers.explain, "choose_seller": offers.seller,
    "accept_substitute": offers.accept, "reject_substitute": offers.reject,
    "collect_at_shop": offers.collect, "choose_delivery_window": offers.when, "give_address": offers.place,
    "track_order": offers.order, "confirm_order": offers.order, "cancel_order": offers.cancel,
    "return_item": goods.send_back, "search_product": goods.search, "ask_combination": goods.combination,
    "dislike": goods.dislike, "more_like_this": goods.more_like, "reserve_item": goods.reserve,
    "try_on": goods.item, "news_on": goods.interest, "set_language": _language, "help": goods.topic,
}  # fmt: skip


def _of_address(intent: str, pending: Optional[str]) -> bool:
    """Whether an address is put right: its numbers are no dates ("le 12")."""
    return intent == "correction" and pending == "ask_address"


def slots_of(
    intent: str,
    text: str,
    spans: Sequence[Span],
    today: Optional[date] = None,
    pending: Optional[str] = None,
) -> List[Slot]:
    """The slots of a message that wants `intent`, said in the situation `pending`."""
    timed = frozenset() if intent in TIMED and not _of_address(intent, pending) else TIMELESS
    reader = Reader(text, spans, find_values(text, today, timed))
    if intent == "correction":
        correct(reader, pending)
    elif intent in READERS:
        READERS[intent](reader)
    return reader.found
