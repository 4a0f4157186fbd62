"""What the product would know at a point that a held-out set describes in a few free words. Pure."""

import re
from typing import List, Optional, Tuple

_READ_BACK = r"(?:read|repeat\w*|said) ?-?back|repeated|to confirm"
_ASKED = r"(?:ask\w*|question|wants to know|prompt\w*)"
_SITUATIONS: List[Tuple[str, str]] = [
    (rf"address.*(?:{_READ_BACK})|(?:{_READ_BACK}).*address", "ask_address"),
    (rf"(?:window|date|time|slot|order|basket|summary|list).*(?:{_READ_BACK})", "checkout"),
    (r"read.?back", "read_back"),
    (
        rf"{_ASKED}.*(?:serving|portion|people|persons|guests|eaters|how many)"
        r"|how many (?:people|persons|servings|portions)",
        "ask_servings",
    ),
    (rf"{_ASKED}.*(?:address|where)|where (?:to deliver|should)", "ask_address"),
    (
        rf"{_ASKED}.*(?:window|when|what time|which time|slot|date|day)"
        r"|delivery windows?\b.*(?:shown|offered)",
        "ask_window",
    ),
    (rf"{_ASKED}.*(?:quantity|how much|amount)", "ask_quantity"),
    (r"pick.?list", "pick_list"),
    (r"\bstops?\b|round of|\btour\b|\broute\b", "stops"),
    (r"inquir|answered|answering|waiting for|being asked|asked (?:the )?(?:sellers|shops)|round\b", "round"),
    (
        r"reserv|order (?:placed|just|under|confirmed|on|packed|delivered|list|paid|shipped)|orders\b"
        r"|delivered|on (?:the|its) way|packed|under way|shipped|paid\b",
        "order",
    ),
    (
        r"checkout|\bpay|payment|delivery \w*(?:day|tomorrow)"
        r"|deliver\w* (?:or|chosen|options?|windows?)|pick-?up|summary|how to get",
        "checkout",
    ),
    (
        r"coordinate|outfit|\blook\b|suggestion|search|results?|products?\b|garment|photo|picture|combin"
        r"|(?:new |an |a )items?|item shown|wardrobe|boutique|catalogue",
        "search",
    ),
    (r"propos|substitut|instead of|another brand|\boffer|compar|quotes?\b|strateg|sellers?\b", "proposal"),
    (r"order", "order"),
    (r"list|component|recipe|ingredients|scaled|added|page|basket|cart|materials", "list"),
]


def pending_of(context: Optional[str]) -> str:
    """The `pending` value for a context such as "list of 8 components"; "none" where that is unknown."""
    for pattern, pending in _SITUATIONS:
        if context and re.search(pattern, context.lower()):
            return pending
    return "none"
