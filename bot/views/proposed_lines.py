"""A line of a proposal in words: packs, price, what is left over, and how the amount was reckoned."""

from bot.views.wording import Html, Words
from commerce.matching.packs import PackNote
from commerce.quotes.proposals import ProposedLine
from commerce.units import Amount, Unit, convert

__all__ = ["handy", "line_in_proposal"]

SMALLER = {Unit.KG: Unit.G, Unit.L: Unit.ML, Unit.M: Unit.CM}
WHOLE = {Unit.G, Unit.ML, Unit.CM}


def line_in_proposal(words: Words, line: ProposedLine, currency: str) -> Html:
    """In packs, with what is left over and how it was reckoned; a substitute as such."""
    quoted = line.quote_line
    price = words.money(quoted.price_minor, currency)
    if quoted.substitute:
        return words(
            "proposal-line-substitute",
            packs=quoted.packs,
            substitute=quoted.substitute,
            name=line.component.name,
            price=price,
            open="yes" if quoted.is_open_substitute else "no",
        )
    leftover = words.about(handy(line.leftover)) if line.leftover else ""
    converted = line.converted if not quoted.substitute and quoted.packs == line.inquiry_line.packs else None
    note = line.inquiry_line.note or ""
    if converted and note != PackNote.TRACE:
        note = "converted"
    if line.lacks_packs:
        note = "part"
    return words(
        "proposal-line",
        packs=quoted.packs,
        asked=line.inquiry_line.packs,
        item=line.item.title,
        price=price,
        leftover=leftover,
        note=note.replace("_", "-"),
        used=words.about(handy(converted)) if converted else "",
        need=words.amount(line.component.amount),
        hand="yes" if line.by_hand else "no",
    )


def handy(amount: Amount) -> Amount:
    """In the smaller unit where less than one of it is left: 624 g rather than 0.624 kg."""
    smaller = SMALLER.get(amount.unit)
    if smaller and amount.qty < 1:
        amount = convert(amount, smaller)
    whole = amount.unit in WHOLE and amount.qty >= 10
    return Amount(amount.qty.to_integral_value(), amount.unit) if whole else amount
