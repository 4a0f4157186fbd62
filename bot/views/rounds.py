"""A list while its sellers are asked: its message shows who answered, until when, and what it comes to."""

from bot.commands import ChangeList, CloseRound, ShowProposal
from bot.messages import Button, Message
from bot.turn import Stage
from bot.views.lists import list_card, listed
from bot.views.shortfalls import too_little_line, too_small_lines
from bot.views.wording import Html, Words
from commerce.catalogue.service import seller_of
from commerce.methods.models import Component, ComponentList, ListState
from commerce.methods.service import components_of, list_of
from commerce.people.models import Person
from commerce.quotes.answering import binding_quote, quote_lines, takes_answers
from commerce.quotes.asking import estimate, inquiries_of, inquiry_lines, round_of_list
from commerce.quotes.models import Inquiry, InquiryState, Round, RoundState
from commerce.quotes.outlook import outlook

__all__ = ["awaited", "current_card", "outlook_lines", "round_card", "round_slot"]

LINES_SHOWN = 40
NAMES_SHOWN = 8
HEARD_FROM = {InquiryState.ANSWERED, InquiryState.DECLINED}


def current_card(stage: Stage, person: Person, component_list: ComponentList, page: int = 0) -> Message:
    """The list's one message: with ticks while it is hers to change, then with the answers of its round."""
    asked = round_of_list(stage.session, component_list.id)
    if component_list.state in {ListState.OPEN, ListState.READING} or asked is None:
        estimated = estimate(stage.session, component_list, stage.today)
        return list_card(stage, person, component_list, estimated, page)
    return round_card(stage, person, asked)


def round_slot(asked: Round) -> str:
    """The message that shows a round is that of its list."""
    return f"list:{asked.list_id}"


def round_card(stage: Stage, person: Person, asked: Round) -> Message:
    """ "2 of 3 sellers answered" below the list, changed in place as answers come."""
    words = stage.words(person)
    component_list = list_of(stage.session, asked.list_id)
    components = components_of(stage.session, component_list.id)
    inquiries = inquiries_of(stage.session, asked.id)
    heard = sum(1 for inquiry in inquiries if inquiry.state in HEARD_FROM)
    lines = listed(stage, words, component_list, components[:LINES_SHOWN])
    if len(components) > LINES_SHOWN:
        lines.append(words("round-more-lines", more=len(components) - LINES_SHOWN))
    lines += [
        "",
        words(
            "round-head",
            state=asked.state.value,
            answered=heard,
            asked=len(inquiries),
            until=words.time(asked.deadline),
            waits=len(awaited(stage, asked)),
        ),
        *(_line(stage, words, inquiry) for inquiry in inquiries),
    ]
    unasked = _unasked(stage, components, inquiries)
    if unasked:
        lines.append(words("list-unfit", names=", ".join(unasked[:NAMES_SHOWN])))
    if asked.state is RoundState.OPEN:
        lines += ["", *outlook_lines(stage, words, asked), words("round-open-note")]
    return Message("\n".join(lines), _buttons(words, asked, component_list, inquiries))


def awaited(stage: Stage, asked: Round) -> list[str]:
    """The sellers that have not answered a round that is closed, and still can."""
    if asked.state is not RoundState.CLOSED:
        return []
    return [
        seller_of(stage.session, inquiry.seller_id).name
        for inquiry in inquiries_of(stage.session, asked.id)
        if inquiry.state is InquiryState.SENT and takes_answers(asked, inquiry, stage.now)
    ]


def _buttons(
    words: Words, asked: Round, component_list: ComponentList, inquiries: list[Inquiry]
) -> tuple[tuple[Button, ...], ...]:
    change = Button(words.plain("button-change-list"), ChangeList(component_list.id))
    if asked.state is RoundState.OPEN:
        now = Button(words.plain("button-close-round"), CloseRound(asked.id))
        offered = any(inquiry.state is InquiryState.ANSWERED for inquiry in inquiries)
        return ((now,), (change,)) if offered else ((change,),)
    if asked.state is RoundState.CLOSED:
        return ((Button(words.plain("button-show-proposal"), ShowProposal(asked.id)),), (change,))
    return ()


def _line(stage: Stage, words: Words, inquiry: Inquiry) -> Html:
    seller = seller_of(stage.session, inquiry.seller_id)
    asked = len(inquiry_lines(stage.session, inquiry.id))
    quote = binding_quote(stage.session, inquiry.id)
    if quote is None:
        of_round = stage.session.get_one(Round, inquiry.round_id)
        over = inquiry.state is InquiryState.SENT and not takes_answers(of_round, inquiry, stage.now)
        state = InquiryState.LAPSED if over else inquiry.state
        return words("round-seller", state=state.value, seller=seller.name, asked=asked)
    lines = quote_lines(stage.session, quote.id)
    total = sum(quote_line.price_minor for quote_line, _ in lines)
    return words(
        "round-seller-quoted",
        seller=seller.name,
        offered=len(lines),
        asked=asked,
        total=words.money(total, seller.currency),
        day=words.day(quote.ready_on, stage.today),
        pickup="yes" if quote.pickup_only else "no",
    )


def _unasked(stage: Stage, components: list[Component], inquiries: list[Inquiry]) -> list[str]:
    """Needed components that no seller was asked for."""
    asked = {line.component_id for inquiry in inquiries for line in inquiry_lines(stage.session, inquiry.id)}
    return [component.name for component in components if component.needed and component.id not in asked]


def outlook_lines(stage: Stage, words: Words, asked: Round) -> list[Html]:
    """The estimate, bettered by every answer."""
    so_far = outlook(stage.session, asked, stage.today)
    if so_far is None:
        return [words("round-outlook-none")]
    if not so_far.plan.sellers and so_far.too_small:
        return [too_little_line(stage, words, so_far.too_small)]
    components = components_of(stage.session, asked.list_id)
    unasked = _unasked(stage, components, inquiries_of(stage.session, asked.id))
    held_back = sum(len(short.components) for short in so_far.too_small)
    told = words(
        "round-outlook",
        total=words.money(so_far.total_minor, stage.settings.shop.currency),
        sellers=len(so_far.plan.used),
        offered=so_far.offered,
        at_list=so_far.at_list,
        missing=len(so_far.plan.missing) - len(unasked) - held_back,
        collects="yes" if asked.collects else "no",
    )
    return [told, *too_small_lines(stage, words, so_far.too_small, components)]
