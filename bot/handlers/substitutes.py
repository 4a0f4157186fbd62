"""Handling of substitutes: take one, refuse one, or see what else there is; then go on with the order."""

from uuid import UUID

from bot import commands as c
from bot.handlers.orders import checkout
from bot.handlers.rounds import ASKS_SUBSTITUTE, ask_first, closed_round, offer_options, offers_of
from bot.turn import NotYours, Refusal, Turn
from bot.views.substitutes import other_offers_card, which_substitute_card
from commerce.catalogue.models import Seller
from commerce.matching.names import NameIndex
from commerce.methods.models import Component
from commerce.methods.service import components_of
from commerce.people.models import FocusKind
from commerce.people.service import focus_of, focus_on
from commerce.quotes.models import Inquiry, InquiryLine, QuoteLine, Round, RoundState, SubstituteState
from commerce.quotes.proposing import proposal_of
from commerce.quotes.substitutes import alike, refuse, substitutes_in, take

__all__ = ["handle_substitute", "refuse_named"]


ALL_OF_THEM = {"both", "all", "beide", "alle", "alles", "deux", "tous", "toutes", "tout"}

Found = tuple[Component, Seller, QuoteLine]


def handle_substitute(turn: Turn, command: c.SubstituteCommand) -> None:
    match command:
        case c.DecideSubstitute(quote_line_id=quote_line_id, takes=takes):
            found = _round_behind(turn, quote_line_id)
            quote_line = turn.session.get_one(QuoteLine, quote_line_id)
            _decide(turn, found, [quote_line], takes=bool(takes))
        case c.OtherOffers(round_id=round_id, component_id=component_id):
            found = closed_round(turn, round_id)
            component = turn.session.get(Component, component_id)
            if component is None or component.list_id != found.list_id:
                raise NotYours
            _show_others(turn, found, component)
        case c.JudgeSubstitute():
            _judge(turn, command)


def refuse_named(turn: Turn, command: c.DropLines) -> bool:
    """Whether what is not wanted is a substitute on offer, which is refused then: "I don't want parsley",
    where parsley is offered for the basil."""
    focus = focus_of(turn.session, turn.person.id)
    if focus.kind is not FocusKind.PROPOSAL or len(command.names) != 1 or command.numbers:
        return False
    found = turn.session.get(Round, focus.subject_id)
    if found is None or found.state is not RoundState.CLOSED:
        return False
    on_offer = [one for one in substitutes_in(turn.session, found) if _matters(one[2], "refuse")]
    hits = NameIndex([quoted.substitute or "" for _, _, quoted in on_offer]).find(command.names[0])
    if not hits:
        return False
    _decide(turn, found, [on_offer[hit][2] for hit in hits], takes=False)
    return True


def _decide(turn: Turn, found: Round, quoted: list[QuoteLine], *, takes: bool) -> None:
    focus = focus_of(turn.session, turn.person.id)
    asked = focus.asks == ASKS_SUBSTITUTE and focus.subject_id == found.id
    goes_on = asked and bool(focus.facts.get("orders"))
    focus_on(turn.session, turn.person.id, FocusKind.PROPOSAL, found.id)
    place = turn.stage.place_of(turn.person)
    for quote_line in quoted:
        name = quote_line.substitute or ""
        (take if takes else refuse)(turn.session, found, quote_line, place, turn.now)
        turn.say("substitute-taken" if takes else "substitute-refused", substitute=name)
    proposal = proposal_of(turn.session, found, place)
    if goes_on and not ask_first(turn, proposal) and proposal.shares:
        checkout(turn, found.id)


def _judge(turn: Turn, command: c.JudgeSubstitute) -> None:
    """ "Take the margarine", "not that", "what else is there?": the one named, asked about, or the only."""
    found = closed_round(turn, None)
    focus = focus_of(turn.session, turn.person.id)
    asked = str(focus.facts.get("quote_line")) if focus.asks == ASKS_SUBSTITUTE else None
    on_offer = [one for one in substitutes_in(turn.session, found) if _matters(one[2], command.verdict)]
    if command.verdict == "other" and command.component:
        needed = components_of(turn.session, found.list_id, needed=True)
        hits = NameIndex([component.name for component in needed]).find(command.component)
        if hits:
            _show_others(turn, found, needed[hits[0]])
            return
    meant = _named(on_offer, command) or [one for one in on_offer if str(one[2].id) == asked]
    open_ones = [one for one in on_offer if one[2].is_open_substitute]
    if not meant and ALL_OF_THEM & set(command.text.casefold().split()):
        meant = open_ones
    if not meant and len(open_ones) == 1:
        meant = open_ones
    if not meant:
        if not on_offer:
            raise Refusal("substitute-none")
        turn.reply(which_substitute_card(turn.words, open_ones or on_offer))
        return
    if command.verdict == "other":
        _show_others(turn, found, meant[0][0])
    else:
        _decide(turn, found, [one[2] for one in meant], takes=command.verdict == "take")


def _matters(quote_line: QuoteLine, verdict: str) -> bool:
    return verdict != "refuse" or quote_line.substitute_state is not SubstituteState.REFUSED


def _named(on_offer: list[Found], command: c.JudgeSubstitute) -> list[Found]:
    """By the words for the substitute, else by those for what it stands for."""
    by_substitute = NameIndex([quoted.substitute or "" for _, _, quoted in on_offer])
    by_component = NameIndex([component.name for component, _, _ in on_offer])
    for index, words in ((by_substitute, command.substitute), (by_component, command.component)):
        hits = index.find(words) if words else []
        if hits:
            return [on_offer[hit] for hit in hits]
    hits = by_substitute.find(command.text) or by_component.find(command.text)
    return [on_offer[hit] for hit in hits]


def _show_others(turn: Turn, found: Round, component: Component) -> None:
    """Offers of others first, with what was refused left out."""
    proposal = proposal_of(turn.session, found, turn.stage.place_of(turn.person))
    now = {line.quote_line.id for share in proposal.shares for line in share.lines}
    offers = [
        (seller, quoted)
        for seller, quoted in offers_of(turn.session, found, component)
        if quoted.id not in now and quoted.substitute_state is not SubstituteState.REFUSED
    ]
    near = alike(turn.session, found, component)
    card = other_offers_card(turn.stage, turn.person, found, component, offers, near)
    turn.reply(card, slot=f"others:{found.id}", fresh=True)
    offer_options(turn, found, [f"line:{quoted.id}" for _, quoted in offers])


def _round_behind(turn: Turn, quote_line_id: UUID) -> Round:
    quote_line = turn.session.get(QuoteLine, quote_line_id)
    if quote_line is None:
        raise NotYours
    line = turn.session.get_one(InquiryLine, quote_line.inquiry_line_id)
    return closed_round(turn, turn.session.get_one(Inquiry, line.inquiry_id).round_id)
