"""A round of inquiries as its consumer sees it: who was asked, who answered, until when."""

from bot.commands import CloseRound, ShowProposal
from bot.messages import Button, Message
from bot.turn import Stage
from commerce.catalogue.service import seller_of
from commerce.people.models import Person
from commerce.quotes.answering import binding_quote, quote_lines
from commerce.quotes.asking import inquiries_of, inquiry_lines
from commerce.quotes.models import Inquiry, InquiryState, Round, RoundState

__all__ = ["round_card", "round_slot"]


def round_slot(asked: Round) -> str:
    return f"round:{asked.id}"


def round_card(stage: Stage, person: Person, asked: Round) -> Message:
    """ "2 of 3 answered", changed in place as answers come."""
    words = stage.words(person)
    inquiries = inquiries_of(stage.session, asked.id)
    answered = sum(1 for inquiry in inquiries if inquiry.state is not InquiryState.SENT)
    if asked.state is RoundState.OPEN:
        head = words("round-open", answered=answered, asked=len(inquiries), until=words.time(asked.deadline))
    else:
        given = sum(1 for i in inquiries if i.state in {InquiryState.ANSWERED, InquiryState.DECLINED})
        key = "round-withdrawn" if asked.state is RoundState.DROPPED else "round-closed"
        head = words(key, answered=given, asked=len(inquiries))
    lines = [head, "", *(_line(stage, person, inquiry) for inquiry in inquiries)]
    buttons: tuple[tuple[Button, ...], ...] = ()
    if asked.state is RoundState.OPEN:
        lines += ["", words("round-open-note")]
        if any(inquiry.state is InquiryState.ANSWERED for inquiry in inquiries):
            buttons = ((Button(words.plain("button-close-round"), CloseRound(asked.id)),),)
    elif asked.state is RoundState.CLOSED:
        buttons = ((Button(words.plain("button-show-proposal"), ShowProposal(asked.id)),),)
    return Message("\n".join(lines), buttons)


def _line(stage: Stage, person: Person, inquiry: Inquiry) -> str:
    words = stage.words(person)
    seller = seller_of(stage.session, inquiry.seller_id)
    asked = len(inquiry_lines(stage.session, inquiry.id))
    quote = binding_quote(stage.session, inquiry.id)
    if quote is None:
        return words(f"round-seller-{inquiry.state.value}", seller=seller.name, asked=asked)
    lines = quote_lines(stage.session, quote.id)
    total = sum(quote_line.price_minor for quote_line, _ in lines)
    day = words.day(quote.ready_on, words.today(stage.now))
    return words(
        "round-seller-quoted",
        seller=seller.name,
        offered=len(lines),
        asked=asked,
        total=words.money(total, seller.currency),
        day=day,
    )
