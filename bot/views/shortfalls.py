"""What is missing to a seller's smallest order."""

from collections.abc import Sequence
from uuid import UUID

from bot.turn import Stage
from bot.views.wording import Html, Words, shortened
from commerce.catalogue.service import seller_of
from commerce.methods.models import Component
from commerce.quotes.shortfalls import Shortfall

__all__ = ["too_little_line", "too_small_lines"]


def too_little_line(stage: Stage, words: Words, too_small: Sequence[Shortfall]) -> Html:
    """Nothing can be bought: it is less than any seller's smallest order. What is missing to the nearest."""
    nearest = min(too_small, key=lambda short: short.lacks_minor)
    currency = stage.settings.shop.currency
    return words(
        "list-too-little",
        seller=seller_of(stage.session, UUID(nearest.seller)).name,
        minimum=words.money(nearest.minimum_minor, currency),
        lacks=words.money(nearest.lacks_minor, currency),
    )


def too_small_lines(
    stage: Stage, words: Words, too_small: Sequence[Shortfall], components: Sequence[Component]
) -> list[Html]:
    """What no price holds, as a seller's smallest order is not reached, and what is missing to it."""
    named = {str(component.id): shortened(component.name, 40) for component in components}
    currency = stage.settings.shop.currency
    return [
        words(
            "list-too-small",
            names=", ".join(named[one] for one in short.components[:6] if one in named),
            count=len(short.components),
            seller=seller_of(stage.session, UUID(short.seller)).name,
            minimum=words.money(short.minimum_minor, currency),
            lacks=words.money(short.lacks_minor, currency) if short.lacks_minor else "",
        )
        for short in too_small
    ]
