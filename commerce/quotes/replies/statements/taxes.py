"""Tax that comes on top of the prices said: added where its rate is told, asked back otherwise."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from commerce.quotes.replies.shapes import ReadLine, Unclear, Why
from commerce.quotes.replies.statements.notes import Said
from commerce.quotes.replies.tokens.figures import rounded
from commerce.quotes.replies.tokens.paper import Token
from commerce.quotes.replies.words.language import Role

__all__ = ["add_tax", "without_taxes"]

HIGHEST_RATE = 30
"""Per cent; Hungary's 27 is the highest there is in Europe."""


def without_taxes(tokens: Sequence[Token]) -> tuple[list[Token], list[Token]]:
    """The tokens to go on with, and those that say that tax comes on top, or at which rate.

    A percentage alone beside them is the rate: "12 plus VAT, 19%".
    """
    taxes = [token for token in tokens if token.role is Role.NET]
    percents = [token for token in tokens if token.role is Role.PERCENT]
    if (
        taxes
        and len(percents) == 1
        and not any(token.number for token in taxes)
        and _alone(tokens, percents[0])
    ):
        taxes.append(replace(percents[0], role=Role.NET))
    starts = {token.start for token in taxes}
    return [token for token in tokens if token.start not in starts], taxes


def _alone(tokens: Sequence[Token], percent: Token) -> bool:
    return not any(token.role in {Role.OFF, Role.WHEN} for token in tokens) and percent.text[:1] not in "-−"


def add_tax(said: Said, taxes: Sequence[Token]) -> None:
    """Makes every price that was said one with tax, each rounded by itself, a half up."""
    if not taxes:
        return
    rates = {token.number for token in taxes if token.number}
    rate = next(iter(rates)) if len(rates) == 1 and any(token.surely for token in taxes) else None
    if rate is None or not 0 < rate <= HIGHEST_RATE or not (said.offers or said.totals):
        said.unclear.append(Unclear(Why.PLUS_TAX, taxes[0].text.strip()))
        return
    factor = 1 + rate / 100
    net = sum(offers[0].price_minor or 0 for offers in said.offers.values() if offers)
    for n, offers in said.offers.items():
        said.offers[n] = [_taxed(offer, factor) for offer in offers]
    gross = sum(offers[0].price_minor or 0 for offers in said.offers.values() if offers)
    if not said.offers:
        said.totals = [rounded(total * factor) for total in said.totals]
    else:
        open_still = said.accepted or said.listed or said.named or said.all_accepted or said.rest
        if open_still and any(total not in {net, gross} for total in said.totals):
            said.unclear.append(Unclear(Why.PLUS_TAX, taxes[0].text.strip()))
        said.totals = [gross if total == net else total for total in said.totals]


def _taxed(offer: ReadLine, factor: Decimal) -> ReadLine:
    return replace(offer, price_minor=rounded(offer.price_minor * factor)) if offer.price_minor else offer
