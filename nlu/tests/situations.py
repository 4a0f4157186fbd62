"""What the product would know at a point that a held-out set describes in a few free words. Pure."""

import re
from typing import List, Optional, Tuple

_SITUATIONS: List[Tuple[str, str]] = [
    (
        r"ask\w*.*(serving|portion|people|how many)|how many (people|persons|servings|portions)",
        "ask_servings",
    ),
    (r"ask\w*.*address|where (to deliver|should)", "ask_address"),
    (r"ask\w*.*(window|when|time|slot|date)|delivery windows?\b.*(shown|offered)", "ask_window"),
    (r"ask\w*.*(quantity|how much|amount)", "ask_quantity"),
    (r"read.?back", "read_back"),
    (r"pick.?list", "pick_list"),
    (r"\bstops?\b|round of", "stops"),
    (
        r"propos|substitut|instead of|another brand|offers? (shown|listed)|compar|quotes? (shown|in)",
        "proposal",
    ),
    (r"inquir|answered|waiting for (offers|answers|sellers)|round\b", "round"),
    (r"checkout|pay|deliver\w* (or|chosen|windows?)|summary|basket|how to get", "checkout"),
    (
        r"coordinate|outfit|look\b|suggestion|search|results?|products? |garment|photo|item shown|combin",
        "search",
    ),
    (r"order|delivered|on the way|packed|under way|reservation", "order"),
    (r"list|component|recipe|ingredients|scaled|added|page", "list"),
]


def pending_of(context: Optional[str]) -> str:
    """The `pending` value for a context such as "list of 8 components"; "none" where that is unknown."""
    for pattern, pending in _SITUATIONS:
        if context and re.search(pattern, context.lower()):
            return pending
    return "none"
