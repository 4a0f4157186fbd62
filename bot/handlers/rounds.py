"""Handling of rounds and proposals: ask the sellers, close, choose by priority, compare, move lines."""

from collections.abc import Mapping
from datetime import timedelta
from uuid import UUID

from sqlmodel import Session, col, select

from bot import commands as c
from bot.handlers.checking import leave_doubts, offers_to_check
from bot.handlers.lists import no_list
from bot.messages import Message
from bot.turn import NotYours, Refusal, Turn
from bot.views.lists import list_slot
from bot.views.proposals import (
    compare_card,
    move_from_card,
    move_to_card,
    one_choice,
    proposal_card,
    proposal_slot,
    why_card,
)
from bot.views.rounds import current_card, round_card, round_slot
from bot.views.substitutes import ask_substitute_card
from commerce.catalogue.models import Seller
from commerce.catalogue.service import seller_of, sellers_open
from commerce.matching.names import NameIndex
from commerce.methods.aliases import remember_item
from commerce.methods.models import Component, ComponentList, ListState
from commerce.methods.service import components_of, current_list, list_of
from commerce.people.models import FocusKind
from commerce.people.service import focus_of, focus_on
from commerce.quotes.answering import quote_lines
from commerce.quotes.asking import close_round, inquiries_of, open_round, round_of_list, withdraw_round
from commerce.quotes.choosing import Plan, Priority
from commerce.quotes.models import (
    Inquiry,
    InquiryLine,
    InquiryState,
    Quote,
    QuoteLine,
    QuoteState,
    Round,
    RoundState,
)
from commerce.quotes.proposing import (
    Proposal,
    SellerShare,
    avoid,
    chosen_in,
    compare,
    move_line,
    proposal_of,
    propose,
)
from commerce.quotes.substitutes import take

__all__ = [
    "ASKS_SUBSTITUTE", "ask_first", "closed_round", "current_round", "handle_round",
    "offer_options", "offers_of", "show_comparison",
]  # fmt: skip

ASKS_SUBSTITUTE = "substitute"


def handle_round(turn: Turn, command: c.RoundCommand) -> None:
    match command:
        case c.AskSellers():
            _ask(turn, command)
        case c.ChangeList(list_id=list_id):
            _change_list(turn, list_id)
        case c.CloseRound(round_id=round_id):
            asked = current_round(turn, round_id)
            if asked.state is RoundState.OPEN:
                if not any(
                    one.state is InquiryState.ANSWERED for one in inquiries_of(turn.session, asked.id)
                ):
                    raise Refusal("round-no-offer-yet", until=turn.words.time(asked.deadline))
                close_round(turn.session, asked.id, "asked", turn.now)
            else:
                _show(turn, asked)
        case c.ShowProposal(round_id=round_id):
            _show(turn, current_round(turn, round_id))
        case c.Propose(priority=priority, round_id=round_id):
            _propose(turn, current_round(turn, round_id), priority)
        case c.Compare(round_id=round_id):
            found = closed(turn, current_round(turn, round_id))
            show_comparison(turn, found, compare(turn.session, found, turn.stage.place_of(turn.person)))
        case c.Explain(round_id=round_id, seller=words):
            _explain(turn, closed(turn, current_round(turn, round_id)), words)
        case c.MoveLine():
            _choose_line(turn, command)
        case c.MoveLineTo(quote_line_id=quote_line_id):
            _move(turn, quote_line_id)
        case c.Correct():
            _in_words(turn, command)


def current_round(turn: Turn, round_id: UUID | None) -> Round:
    """The round named by a button, or that of the person's current list."""
    if round_id is not None:
        found = turn.session.get(Round, round_id)
        if found is None:
            raise NotYours
        turn.must_own(found.person_id)
        if found.state is RoundState.ORDERED:
            raise Refusal("proposal-ordered")
        if found.state is RoundState.DROPPED:
            raise Refusal("proposal-gone")
        return found
    mine = current_list(turn.session, turn.person.id)
    if mine is None:
        raise no_list(turn)
    found = round_of_list(turn.session, mine.id)
    if found is None:
        raise Refusal("round-none")
    return found


def _ask(turn: Turn, command: c.AskSellers) -> None:
    if command.list_id is None:
        wanted = current_list(turn.session, turn.person.id)
        if wanted is None:
            raise no_list(turn)
    else:
        wanted = list_of(turn.session, command.list_id)
        turn.must_own(wanted.person_id)
    if wanted.state is ListState.READING:
        raise Refusal("list-still-reading")
    if wanted.state is ListState.ASKING:
        out = _round_out(turn, wanted)
        if out.state is not RoundState.CLOSED or chosen_in(turn.session, out.id):
            _show(turn, out)
            return
        withdraw_round(turn.session, out, turn.now)
    if wanted.state is not ListState.OPEN:
        raise Refusal("list-closed")
    without = _not_asked(turn, command.without) if command.without else ()
    if not (command.sure or without) and offers_to_check(turn, wanted):
        return
    if command.sure or without:
        leave_doubts(turn, wanted)
    deadline = turn.now + timedelta(minutes=turn.stage.settings.asking.round_minutes)
    open_round(
        turn.session,
        wanted,
        turn.person.priority,
        turn.person.collects,
        deadline,
        turn.now,
        without=without,
    )


def _not_asked(turn: Turn, names: str) -> tuple[UUID, ...]:
    """The sellers of these names ("Marini and Bauer"), who are to be left out. Raises Refusal where one is
    not known: else the one that was not to be asked would be asked."""
    sellers = sellers_open(turn.session)
    index = NameIndex([seller.name for seller in sellers])
    meant = index.find(names)
    unknown = index.unknown(names)
    if unknown or not meant:
        raise Refusal("ask-without-whom", what=(unknown or [names])[0])
    return tuple(sellers[hit].id for hit in meant)


def _round_out(turn: Turn, wanted: ComponentList) -> Round:
    found = round_of_list(turn.session, wanted.id)
    if found is None:
        raise Refusal("round-none")
    return found


def _change_list(turn: Turn, list_id: UUID) -> None:
    """The list comes down to where she looks, with its ticks."""
    wanted = turn.session.get(ComponentList, list_id)
    if wanted is None:
        raise NotYours
    turn.must_own(wanted.person_id)
    if wanted.state is ListState.ORDERED:
        raise Refusal("list-closed")
    if wanted.state is ListState.ASKING:
        withdraw_round(turn.session, _round_out(turn, wanted), turn.now)
        turn.say("list-reopened-to-change")
    focus_on(turn.session, turn.person.id, FocusKind.LIST, wanted.id)
    turn.reply(current_card(turn.stage, turn.person, wanted), slot=list_slot(wanted), fresh=True)


def closed(turn: Turn, found: Round) -> Round:
    """The round, whose answers are in. Raises Refusal."""
    if found.state is RoundState.OPEN:
        raise Refusal("round-still-open", until=turn.words.time(found.deadline))
    return found


def _show(turn: Turn, found: Round) -> None:
    if found.state is RoundState.OPEN:
        turn.reply(round_card(turn.stage, turn.person, found), slot=round_slot(found), fresh=True)
        return
    proposal = proposal_of(turn.session, found, turn.stage.place_of(turn.person))
    asks = ASKS_SUBSTITUTE if proposal.undecided else None
    focus_on(turn.session, turn.person.id, FocusKind.PROPOSAL, found.id, asks=asks)
    turn.reply(proposal_card(turn.stage, turn.person, proposal), slot=proposal_slot(found), fresh=True)


def _propose(turn: Turn, found: Round, priority: Priority) -> None:
    if found.state is RoundState.OPEN:
        found.priority = priority.value
        turn.session.add(found)
        turn.say("round-priority-kept", priority=priority.value.replace("_", "-"))
        return
    propose(turn.session, found, priority, turn.stage.place_of(turn.person), turn.now)


def show_comparison(turn: Turn, found: Round, plans: Mapping[Priority, Plan]) -> None:
    turn.reply(compare_card(turn.stage, turn.person, found, plans), slot=f"compare:{found.id}", fresh=True)
    options = [] if one_choice(plans) else [f"priority:{priority.value}" for priority in plans]
    offer_options(turn, found, options)


def _explain(turn: Turn, found: Round, words: str) -> None:
    proposal = proposal_of(turn.session, found, turn.stage.place_of(turn.person))
    seller = _seller_named(turn, found, words) if words else None
    turn.reply(why_card(turn.stage, turn.person, proposal, seller), slot=f"why:{found.id}", fresh=True)


def _choose_line(turn: Turn, command: c.MoveLine) -> None:
    found = closed(turn, current_round(turn, command.round_id))
    proposal = proposal_of(turn.session, found, turn.stage.place_of(turn.person))
    slot = f"move:{found.id}"
    if command.component_id is None:
        turn.reply(move_from_card(turn.stage, turn.person, proposal), slot=slot, fresh=True)
        return
    component = turn.session.get_one(Component, command.component_id)
    if component.list_id != found.list_id:
        raise NotYours
    offers = offers_of(turn.session, found, component)
    if not offers:
        raise Refusal("proposal-not-any-more", name=component.name)
    now_at = next((share.seller.id for share in proposal.shares if _has(share, component)), None)
    turn.reply(move_to_card(turn.stage, turn.person, found, component, offers, now_at), slot=slot)
    offer_options(turn, found, [f"line:{quote_line.id}" for _, quote_line in offers])


def _has(share: SellerShare, component: Component) -> bool:
    return any(line.component.id == component.id for line in share.lines)


def closed_round(turn: Turn, round_id: UUID | None) -> Round:
    """As `current_round`, once there is something to choose from."""
    return closed(turn, current_round(turn, round_id))


def offer_options(turn: Turn, found: Round, options: list[str]) -> None:
    """What is shown just now to choose from, in its order: "the second one" is read against it."""
    focus = focus_of(turn.session, turn.person.id)
    kept = dict(focus.facts) if focus.subject_id == found.id else {}
    asks = focus.asks if focus.subject_id == found.id and focus.asks == ASKS_SUBSTITUTE else None
    kept["options"] = options
    focus_on(turn.session, turn.person.id, FocusKind.PROPOSAL, found.id, asks=asks, **kept)


def ask_first(turn: Turn, proposal: Proposal) -> bool:
    """Before an order: ask about the first substitute that is neither taken nor refused."""
    if not proposal.undecided:
        return False
    line = proposal.undecided[0]
    facts = {"quote_line": str(line.quote_line.id), "orders": True}
    found = proposal.round
    focus_on(turn.session, turn.person.id, FocusKind.PROPOSAL, found.id, asks=ASKS_SUBSTITUTE, **facts)
    turn.reply(ask_substitute_card(turn.stage, turn.person, proposal, line))
    return True


def offers_of(session: Session, found: Round, component: Component) -> list[tuple[Seller, QuoteLine]]:
    """Who offered this component or a substitute for it, cheapest first."""
    offers = []
    for inquiry in inquiries_of(session, found.id):
        quotes = select(Quote).where(Quote.inquiry_id == inquiry.id, Quote.state == QuoteState.BINDING)
        for quote in session.exec(quotes):
            offers += [
                (seller_of(session, inquiry.seller_id), quote_line)
                for quote_line, line in quote_lines(session, quote.id)
                if line.component_id == component.id
            ]
    return sorted(offers, key=lambda offer: offer[1].price_minor)


def _move(turn: Turn, quote_line_id: UUID) -> None:
    query = (
        select(QuoteLine, InquiryLine, Inquiry)
        .join(InquiryLine, col(InquiryLine.id) == col(QuoteLine.inquiry_line_id))
        .join(Inquiry, col(Inquiry.id) == col(InquiryLine.inquiry_id))
        .where(QuoteLine.id == quote_line_id)
    )
    row = turn.session.exec(query).first()
    if row is None:
        raise NotYours
    quote_line, line, inquiry = row
    found = closed(turn, current_round(turn, inquiry.round_id))
    if quote_line.substitute is not None:
        take(turn.session, found, quote_line, turn.stage.place_of(turn.person), turn.now)
        turn.say("substitute-taken", substitute=quote_line.substitute)
        return
    component = turn.session.get_one(Component, line.component_id)
    seller = seller_of(turn.session, inquiry.seller_id)
    remember_item(turn.session, turn.person.id, component.name, line.item_id, turn.now)
    if move_line(turn.session, found, component, seller, turn.stage.place_of(turn.person), turn.now):
        done = turn.words("move-done", name=component.name, seller=seller.name)
        turn.reply(Message(done), slot=f"move:{found.id}")
    else:
        _show(turn, found)


def _in_words(turn: Turn, command: c.Correct) -> None:
    """ "take the rice from Sommer": a line to a seller; a seller alone moves all it offers."""
    found = closed(turn, current_round(turn, None))
    seller = _seller_named(turn, found, command.seller) or _seller_named(turn, found, command.text)
    if seller is None:
        raise Refusal("proposal-which-seller", what=command.seller or command.text)
    place = turn.stage.place_of(turn.person)
    if command.exclude:
        if not avoid(turn.session, found, seller, place, turn.now):
            raise Refusal("proposal-not-used", seller=seller.name)
        return
    components = components_of(turn.session, found.list_id, needed=True)
    index = NameIndex([component.name for component in components])
    rest = command.text.casefold().replace(seller.name.casefold(), " ")
    named = [components[hit] for hit in index.find(command.name or rest)]
    wanted = named or components
    there = [
        component
        for component in wanted
        if seller.id in {offer[0].id for offer in offers_of(turn.session, found, component)}
    ]
    if not there:
        raise Refusal("proposal-not-offered", seller=seller.name)
    moved = [move_line(turn.session, found, component, seller, place, turn.now) for component in there]
    if not any(moved):
        raise Refusal("proposal-there-already", seller=seller.name)


def _seller_named(turn: Turn, found: Round, words: str) -> Seller | None:
    sellers = [seller_of(turn.session, inquiry.seller_id) for inquiry in inquiries_of(turn.session, found.id)]
    hits = NameIndex([seller.name for seller in sellers]).find(words)
    return sellers[hits[0]] if hits else None
