"""Substitutes before the consumer: each one to take or to refuse, and what else there is."""

from collections.abc import Sequence

from bot.commands import AddItem, DecideSubstitute, MoveLineTo, OtherOffers, ShowProposal
from bot.messages import Button, Message
from bot.turn import Stage
from bot.views.wording import Words, shortened
from commerce.catalogue.models import Seller
from commerce.methods.models import Component
from commerce.people.models import Person
from commerce.quotes.models import QuoteLine, Round
from commerce.quotes.proposing import Proposal, ProposedLine
from commerce.quotes.substitutes import Alike

__all__ = ["ask_substitute_card", "other_offers_card", "substitute_rows", "which_substitute_card"]

LONGEST_LABEL = 30
STAND_INS_SHOWN = 3


def substitute_rows(words: Words, proposal: Proposal) -> list[tuple[Button, ...]]:
    """A row for each substitute in the proposal to take or refuse, and one for each that could be taken."""
    rows = [_choice(words, line.quote_line) for line in proposal.undecided]
    rows += [
        (_take(words, stand_in.quote_line, "button-substitute-take-instead"),)
        for stand_in in proposal.stand_ins[:STAND_INS_SHOWN]
    ]
    return rows


def ask_substitute_card(stage: Stage, person: Person, proposal: Proposal, line: ProposedLine) -> Message:
    """Asked before an order: one substitute to take, to refuse, or to look for another."""
    words = stage.words(person)
    seller = next(share.seller for share in proposal.shares if line in share.lines)
    quoted = line.quote_line
    text = words(
        "substitute-ask",
        name=line.component.name,
        seller=seller.name,
        packs=quoted.packs,
        substitute=quoted.substitute or "",
        price=words.money(quoted.price_minor, seller.currency),
    )
    other = Button(words.plain("button-substitute-other"), OtherOffers(proposal.round.id, line.component.id))
    return Message(text, (_choice(words, quoted), (other,)))


def which_substitute_card(words: Words, found: Sequence[tuple[Component, Seller, QuoteLine]]) -> Message:
    """Several could be meant: each with its buttons."""
    rows = [
        words(
            "substitute-line",
            packs=quoted.packs,
            substitute=quoted.substitute or "",
            name=component.name,
            seller=seller.name,
            price=words.money(quoted.price_minor, seller.currency),
        )
        for component, seller, quoted in found
    ]
    buttons = tuple(_choice(words, quoted) for _, _, quoted in found)
    return Message("\n".join([words("substitute-which"), *rows]), buttons)


def other_offers_card(
    stage: Stage,
    person: Person,
    closed: Round,
    component: Component,
    offers: Sequence[tuple[Seller, QuoteLine]],
    near: Sequence[Alike],
) -> Message:
    """What sellers offered for this component besides, then what the catalogue has that comes near."""
    words = stage.words(person)
    lines: list[str] = [words("substitute-others", name=component.name)]
    rows: list[tuple[Button, ...]] = []
    for seller, quoted in offers:
        what = f"{quoted.packs} × {quoted.substitute or component.name}"
        price = words.money(quoted.price_minor, seller.currency)
        lines.append(words("substitute-other-offer", what=what, seller=seller.name, price=price))
        label = f"{shortened(quoted.substitute or component.name, LONGEST_LABEL)} · {seller.name} · {price}"
        rows.append((Button(label, MoveLineTo(quoted.id)),))
    if near:
        lines += ["", words("substitute-near")]
    for found in near:
        price = words.money(found.item.price_minor, found.seller.currency)
        lines.append(
            words("substitute-other-offer", what=found.item.title, seller=found.seller.name, price=price)
        )
        label = words.plain("button-add", title=shortened(found.item.title, LONGEST_LABEL))
        rows.append((Button(label, AddItem(found.item.id)),))
    if not offers and not near:
        lines = [words("substitute-nothing-else", name=component.name)]
    rows.append((Button(words.plain("button-back"), ShowProposal(closed.id)),))
    return Message("\n".join(lines), tuple(rows))


def _choice(words: Words, quoted: QuoteLine) -> tuple[Button, ...]:
    return (
        _take(words, quoted, "button-substitute-take"),
        Button(words.plain("button-substitute-refuse"), DecideSubstitute(quoted.id, 0)),
    )


def _take(words: Words, quoted: QuoteLine, key: str) -> Button:
    label = words.plain(key, substitute=shortened(quoted.substitute or "", LONGEST_LABEL))
    return Button(label, DecideSubstitute(quoted.id, 1))
