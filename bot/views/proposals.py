"""The proposal: whom to buy what from, what it costs, why this way and why not another."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from bot.commands import (
    AskSellers,
    ChangeList,
    Checkout,
    Compare,
    Explain,
    MoveLine,
    MoveLineTo,
    Propose,
    ShowProposal,
)
from bot.messages import Button, Message
from bot.turn import Stage
from bot.views.proposed_lines import line_in_proposal
from bot.views.rounds import awaited
from bot.views.substitutes import substitute_rows
from bot.views.wording import Html, Words, shortened
from commerce.catalogue.models import Seller
from commerce.catalogue.service import seller_of
from commerce.methods.models import Component
from commerce.people.models import Person
from commerce.quotes.choosing import Plan, Priority
from commerce.quotes.choosing_reasons import (
    AddsFee,
    BelowMinimum,
    Dearer,
    Excluded,
    Farther,
    Lacks,
    Later,
    NotUsed,
    OtherPlan,
    SamePrice,
    WhyNot,
    WithIt,
)
from commerce.quotes.models import QuoteLine, Round, RoundState, SubstituteState
from commerce.quotes.proposing import Proposal
from commerce.quotes.substitutes import substitutes_in

__all__ = [
    "SHOWN_PRIORITIES", "compare_card", "move_from_card", "move_to_card", "one_choice", "proposal_card",
    "proposal_slot", "why_card",
]  # fmt: skip

SHOWN_PRIORITIES = (
    Priority.CHEAPEST,
    Priority.SOONEST,
    Priority.FEWEST_SELLERS,
    Priority.NEAREST,
    Priority.LEAST_WASTE,
)


NAMES_SHOWN = 4


def proposal_slot(closed: Round) -> str:
    return f"proposal:{closed.id}"


def proposal_card(stage: Stage, person: Person, proposal: Proposal) -> Message:
    """Each seller's share in its packs, fees and total, with the reason in a sentence."""
    words = stage.words(person)
    currency = stage.settings.shop.currency
    if not proposal.shares:
        return _nothing(stage, words, proposal, currency)
    today = stage.today
    lines: list[str] = [words("proposal-title", priority=priority_name(words, proposal.round.priority))]
    for share in proposal.shares:
        day = words.day(share.quote.ready_on, today)
        lines += ["", words("proposal-seller", seller=share.seller.name, day=day)]
        lines += [line_in_proposal(words, line, currency) for line in share.lines]
        if not proposal.round.collects:
            fee = share.fee_minor
            key = "proposal-fee" if fee else "proposal-fee-free"
            lines.append(words(key, fee=words.money(fee, currency)))
    lines += ["", *_left_out(stage, words, proposal, currency)]
    lines.append(
        words(
            "proposal-total",
            total=words.money(proposal.total_minor, currency),
            goods=words.money(proposal.goods_minor, currency),
            fees=words.money(proposal.fees_minor, currency),
        )
    )
    lines += [_because(stage, words, proposal), *_below_minimum(stage, words, proposal)]
    lines += _not_heard(stage, words, proposal)
    if proposal.undecided:
        lines.append(words("substitute-open", count=len(proposal.undecided)))
    return Message("\n".join(lines), _buttons(words, proposal))


def one_choice(plans: Mapping[Priority, Plan]) -> bool:
    """Whether every priority chooses the same."""
    return len({tuple(sorted(plan.sellers.items())) for plan in plans.values()}) == 1


def compare_card(stage: Stage, person: Person, closed: Round, plans: Mapping[Priority, Plan]) -> Message:
    """What each priority would choose, side by side."""
    words = stage.words(person)
    rows: list[str] = [words("compare-title"), ""]
    back = (Button(words.plain("button-back"), ShowProposal(closed.id)),)
    same = one_choice(plans)
    if same:
        plans = {Priority(closed.priority): plans[Priority(closed.priority)]}
    for n, (priority, plan) in enumerate(plans.items(), 1):
        rows.append(
            words(
                "compare-row",
                n=n,
                priority=priority_name(words, priority.value),
                total=words.money(plan.goods_minor + plan.fees_minor, stage.settings.shop.currency),
                sellers=len(plan.used),
                day=words.day(plan.cost.latest, stage.today) if plan.cost.latest else "",
                missing=len(plan.missing),
                now="yes" if priority.value == closed.priority else "no",
            )
        )
    if same:
        return Message("\n".join([*rows, "", words("compare-same")]), (back,))
    buttons = [
        (Button(words.plain("priority-short", priority=p.value.replace("_", "-")), Propose(p, closed.id)),)
        for p in plans
    ]
    return Message("\n".join(rows), (*buttons, back))


def why_card(stage: Stage, person: Person, proposal: Proposal, about: Seller | None) -> Message:
    """Why these sellers; why not each of the others, or why not the one asked about."""
    words = stage.words(person)
    lines: list[str] = [words("why-title"), _because(stage, words, proposal)]
    if about is None:
        shown = {Priority(proposal.round.priority), *SHOWN_PRIORITIES}
        others = [other for other in proposal.why.others if not other.same and other.priority in shown]
        lines += [_other(stage, words, other) for other in others]
    used = {share.seller.id for share in proposal.shares}
    if about is not None and about.id in used:
        lines += ["", words("why-not", seller=about.name), "• " + words("why-not-used")]
    for unused in proposal.why.not_used:
        if about is None or unused.seller == str(about.id):
            lines += ["", *_why_not(stage, words, unused, proposal)]
    return Message(
        "\n".join(lines), ((Button(words.plain("button-back"), ShowProposal(proposal.round.id)),),)
    )


def move_from_card(stage: Stage, person: Person, proposal: Proposal) -> Message:
    words = stage.words(person)
    closed = proposal.round
    rows = [
        (
            Button(
                f"{shortened(line.component.name, 26)} · {share.seller.name}",
                MoveLine(closed.id, line.component.id),
            ),
        )
        for share in proposal.shares
        for line in share.lines
    ]
    left = {component.id: component for held in proposal.held_back for component in held.components}
    rows += [
        (
            Button(
                f"{shortened(component.name, 26)} · {words.plain('move-not-bought')}",
                MoveLine(closed.id, component.id),
            ),
        )
        for component in left.values()
    ]
    rows.append((Button(words.plain("button-back"), ShowProposal(closed.id)),))
    return Message(words("move-which"), tuple(rows))


def move_to_card(
    stage: Stage,
    person: Person,
    closed: Round,
    component: Component,
    offers: Sequence[tuple[Seller, QuoteLine]],
    now_at: UUID | None,
) -> Message:
    """Who offers this component, the cheapest first; `now_at` is the seller chosen so far."""
    words = stage.words(person)
    rows = [
        (
            Button(
                words.plain(
                    "move-offer",
                    seller=seller.name,
                    instead=shortened(line.substitute or "", 24),
                    price=words.money(line.price_minor, seller.currency),
                    now="yes" if seller.id == now_at else "no",
                ),
                MoveLineTo(line.id),
            ),
        )
        for seller, line in offers
    ]
    rows.append((Button(words.plain("button-back"), MoveLine(closed.id)),))
    if len(offers) == 1:
        text = words("move-one", seller=offers[0][0].name, name=component.name)
    else:
        text = words("move-to", name=component.name)
    return Message(text, tuple(rows))


def priority_name(words: Words, priority: str) -> Html:
    return words("priority", priority=priority.replace("_", "-"))


def _because(stage: Stage, words: Words, proposal: Proposal) -> Html:
    """One sentence for the priority, measured on the plan itself."""
    if any(line.by_hand for share in proposal.shares for line in share.lines):
        return words("why-by-hand", more=_dearer_by_hand(stage, words, proposal))
    if len(proposal.shares) == 1 and not proposal.why.not_used:
        return words("why-only", seller=proposal.shares[0].seller.name)
    latest = max(share.quote.ready_on for share in proposal.shares)
    return words(
        f"why-{proposal.round.priority.replace('_', '-')}",
        day=words.day(latest, stage.today),
        sellers=len(proposal.shares),
        collects="yes" if proposal.round.collects else "no",
    )


def _dearer_by_hand(stage: Stage, words: Words, proposal: Proposal) -> str:
    """What the cheapest choice would save; nothing if it covers less, or saves nothing."""
    for other in proposal.why.others:
        if other.priority is Priority.CHEAPEST and len(other.plan.missing) <= len(proposal.plan.missing):
            saved = proposal.total_minor - other.plan.goods_minor - other.plan.fees_minor
            return words.money(saved, stage.settings.shop.currency) if saved > 0 else ""
    return ""


def _nothing(stage: Stage, words: Words, proposal: Proposal, currency: str) -> Message:
    """Nobody offered anything, or nothing that can be ordered as it is; never without a next step."""
    closed = proposal.round
    left = proposal.held_back or proposal.for_pick_up or substitutes_in(stage.session, closed)
    lines = _left_out(stage, words, proposal, currency) if left else []
    if not lines:
        lines = [words("round-nobody-answered")]
    lines += _not_heard(stage, words, proposal)
    if closed.state is not RoundState.CLOSED:
        return Message("\n".join(lines))
    rows = substitute_rows(words, proposal)
    if proposal.held_back:
        rows.append((Button(words.plain("button-move"), MoveLine(closed.id)),))
    rows.append((Button(words.plain("button-ask-again"), AskSellers(closed.list_id)),))
    rows.append((Button(words.plain("button-change-list"), ChangeList(closed.list_id)),))
    return Message("\n".join(lines), tuple(rows))


def _left_out(stage: Stage, words: Words, proposal: Proposal, currency: str) -> list[Html]:
    """What is not bought, and why; what could be taken instead."""
    lines = []
    refused = {
        component.id
        for component, _, quoted in substitutes_in(stage.session, proposal.round)
        if quoted.substitute_state is SubstituteState.REFUSED
    }
    for key, left in (
        ("proposal-missing", [one for one in proposal.missing if one.id not in refused]),
        ("proposal-refused", [one for one in proposal.missing if one.id in refused]),
    ):
        if left:
            lines.append(words(key, names=", ".join(component.name for component in left)))
    lines += [
        words(
            "substitute-stand-in",
            seller=one.seller.name,
            packs=one.quote_line.packs,
            substitute=one.quote_line.substitute or "",
            name=one.component.name,
            price=words.money(one.quote_line.price_minor, currency),
        )
        for one in proposal.stand_ins
    ]
    lines += [
        words(
            "proposal-held-back",
            names=", ".join(component.name for component in held.components),
            count=len(held.components),
            seller=held.seller.name,
            minimum=words.money(held.seller.minimum_minor, currency) if held.seller.minimum_minor else "",
            lacks=words.money(held.lacks_minor, currency) if held.lacks_minor else "",
        )
        for held in proposal.held_back
    ]
    lines += [words("proposal-pick-up", seller=seller.name) for seller in proposal.for_pick_up]
    return lines


def _not_heard(stage: Stage, words: Words, proposal: Proposal) -> list[Html]:
    """Who may still answer, and until when, where she did not wait for all."""
    names, until = awaited(stage, proposal.round), words.time(proposal.round.deadline)
    return [words("proposal-not-heard", sellers=", ".join(names), until=until)] if names else []


def _below_minimum(stage: Stage, words: Words, proposal: Proposal) -> list[str]:
    currency = stage.settings.shop.currency
    return [
        words(
            "proposal-below-minimum",
            seller=seller_of(stage.session, UUID(breach.seller)).name,
            minimum=words.money(breach.minimum_minor, currency),
        )
        for breach in proposal.below_minimum
    ]


def _buttons(words: Words, proposal: Proposal) -> tuple[tuple[Button, ...], ...]:
    closed = proposal.round
    if closed.state is not RoundState.CLOSED:
        return ()
    choices = [
        Button(
            ("● " if closed.priority == p.value else "")
            + words.plain("priority-short", priority=p.value.replace("_", "-")),
            Propose(p, closed.id),
        )
        for p in SHOWN_PRIORITIES
    ]
    return (
        *substitute_rows(words, proposal),
        tuple(choices[:2]),
        tuple(choices[2:4]),
        tuple(choices[4:]),
        (
            Button(words.plain("button-compare"), Compare(closed.id)),
            Button(words.plain("button-why"), Explain(closed.id)),
            Button(words.plain("button-move"), MoveLine(closed.id)),
        ),
        (
            Button(words.plain("button-change-list"), ChangeList(closed.list_id)),
            Button(words.plain("button-order"), Checkout(closed.id)),
        ),
    )


def _other(stage: Stage, words: Words, other: OtherPlan) -> Html:
    plan = other.plan
    return words(
        "why-other",
        priority=priority_name(words, other.priority.value),
        total=words.money(plan.goods_minor + plan.fees_minor, stage.settings.shop.currency),
        sellers=len(plan.used),
        day=words.day(plan.cost.latest, stage.today) if plan.cost.latest else "",
    )


def _why_not(stage: Stage, words: Words, unused: NotUsed, proposal: Proposal) -> list[str]:
    seller = seller_of(stage.session, UUID(unused.seller))
    bought = [line.component for share in proposal.shares for line in share.lines]
    facts = [_fact(stage, words, fact, bought) for fact in unused.facts[:4]]
    told = [fact for fact in facts if fact is not None] or [words("why-not-even")]
    return [words("why-not", seller=seller.name), *(f"• {fact}" for fact in told)]


def _fact(stage: Stage, words: Words, fact: WhyNot, bought: Sequence[Component]) -> Html | None:
    """A fact in words; None for one that says nothing here."""
    currency = stage.settings.shop.currency
    match fact:
        case Excluded():
            return words("why-not-excluded")
        case Lacks(components=components):
            lacking = sorted((c for c in bought if str(c.id) in components), key=lambda c: c.n)
            names = ", ".join(component.name for component in lacking[:NAMES_SHOWN])
            more = max(0, len(lacking) - NAMES_SHOWN)
            return words("why-not-missing", names=names, more=more) if lacking else None
        case BelowMinimum(minimum_minor=minimum):
            return words("why-not-minimum", minimum=words.money(minimum, currency))
        case Dearer(by_minor=by):
            return words("why-not-dearer", amount=words.money(by, currency))
        case SamePrice(less_by_minor=less) if less > 0:
            return words("why-not-cheaper", amount=words.money(less, currency))
        case AddsFee(fee_minor=fee) if fee:
            return words("why-not-fee", amount=words.money(fee, currency))
        case Later(days=days):
            return words("why-not-later", days=days)
        case Farther(by_metres=metres):
            return words("why-not-farther", metres=metres)
        case WithIt(difference=difference) if difference.money_minor > 0:
            return words("why-not-whole", amount=words.money(difference.money_minor, currency))
        case _:
            return None
