"""What sellers see of rounds: inquiries with a pre-filled offer, read-backs. Never who the consumer is."""

from bot.commands import AnswerAsListed, ConfirmQuote, DeclineInquiry, DiscardQuote
from bot.messages import Button, Message
from bot.turn import Stage
from commerce.catalogue.service import item_of, seller_of
from commerce.methods.models import Component
from commerce.people.models import Person
from commerce.quotes.answering import binding_quote, quote_lines
from commerce.quotes.asking import inquiry_lines
from commerce.quotes.models import Inquiry, InquiryState, Quote, Round, RoundState
from commerce.quotes.replies import AskedLine

__all__ = [
    "asked_lines", "bound_text", "inquiry_card", "inquiry_slot", "read_back_card", "read_back_slot",
]  # fmt: skip


def inquiry_slot(inquiry: Inquiry) -> str:
    return f"inquiry:{inquiry.id}"


def read_back_slot(inquiry: Inquiry) -> str:
    return f"readback:{inquiry.id}"


def inquiry_card(stage: Stage, person: Person, inquiry: Inquiry) -> Message:
    """The lines this seller can sell, in its packs, with an offer to confirm in one tap."""
    words = stage.words(person)
    seller = seller_of(stage.session, inquiry.seller_id)
    asked = stage.session.get_one(Round, inquiry.round_id)
    lines = inquiry_lines(stage.session, inquiry.id)
    rows = [
        words(
            "inquiry-line",
            n=line.n,
            packs=line.packs,
            item=item_of(stage.session, line.item_id).title,
            need=words.amount(stage.session.get_one(Component, line.component_id).amount),
            price=words.money(line.list_price_minor, seller.currency),
        )
        for line in lines
    ]
    total = words.money(sum(line.list_price_minor for line in lines), seller.currency)
    head = words("inquiry-title", code=inquiry.code, seller=seller.name, until=words.time(asked.deadline))
    state = _inquiry_state(stage, inquiry, asked)
    tail = words("inquiry-state", state=state, total=total)
    buttons: tuple[tuple[Button, ...], ...] = ()
    if asked.state is RoundState.OPEN:
        listed = Button(words.plain("button-as-listed", total=total), AnswerAsListed(inquiry.id))
        no = Button(words.plain("button-decline"), DeclineInquiry(inquiry.id))
        buttons = ((listed,), (no,)) if state in {"open", "declined"} else ((no,),)
    return Message("\n".join([head, "", *rows, "", tail]), buttons)


def _inquiry_state(stage: Stage, inquiry: Inquiry, asked: Round) -> str:
    if inquiry.state is InquiryState.ANSWERED:
        return "answered" if asked.state is RoundState.OPEN else "answered-closed"
    if inquiry.state is InquiryState.DECLINED:
        return "declined" if asked.state is RoundState.OPEN else "declined-closed"
    if asked.state is RoundState.DROPPED:
        return "withdrawn"
    return "open" if asked.state is RoundState.OPEN else "closed"


def read_back_card(stage: Stage, person: Person, quote: Quote) -> Message:
    """What was understood of the seller's words; it binds only after the tap."""
    words = stage.words(person)
    inquiry = stage.session.get_one(Inquiry, quote.inquiry_id)
    seller = seller_of(stage.session, inquiry.seller_id)
    offered = {line.id: quote_line for quote_line, line in quote_lines(stage.session, quote.id)}
    rows: list[str] = []
    for line in inquiry_lines(stage.session, inquiry.id):
        quote_line = offered.get(line.id)
        item = item_of(stage.session, line.item_id)
        if quote_line is None:
            rows.append(words("readback-line-no", n=line.n, item=item.title))
            continue
        rows.append(
            words(
                "readback-line",
                n=line.n,
                packs=quote_line.packs,
                item=quote_line.substitute or item.title,
                instead="yes" if quote_line.substitute else "no",
                name=item.title,
                price=words.money(quote_line.price_minor, seller.currency),
            )
        )
    total = sum(quote_line.price_minor for quote_line in offered.values())
    today = words.today(stage.now)
    rows += [
        "",
        words(
            "readback-when",
            pickup="yes" if quote.pickup_only else "no",
            day=words.day(quote.ready_on, today),
            valid=words.day(quote.valid_until, today) if quote.valid_until else "",
        ),
        words("readback-total", total=words.money(total, seller.currency)),
    ]
    buttons = (
        (
            Button(words.plain("button-quote-right"), ConfirmQuote(quote.id)),
            Button(words.plain("button-quote-wrong"), DiscardQuote(quote.id)),
        ),
    )
    return Message("\n".join([words("readback-title", code=inquiry.code), "", *rows]), buttons)


def bound_text(stage: Stage, person: Person, inquiry: Inquiry) -> Message | None:
    """The confirmation once a quote binds."""
    quote = binding_quote(stage.session, inquiry.id)
    if quote is None:
        return None
    words = stage.words(person)
    total = sum(quote_line.price_minor for quote_line, _ in quote_lines(stage.session, quote.id))
    seller = seller_of(stage.session, inquiry.seller_id)
    return Message(words("quote-bound", code=inquiry.code, total=words.money(total, seller.currency)))


def asked_lines(stage: Stage, person: Person, inquiry: Inquiry) -> list[AskedLine]:
    """The lines as they were shown, for reading the seller's words in their light."""
    words = stage.words(person)
    asked = []
    for line in inquiry_lines(stage.session, inquiry.id):
        item = item_of(stage.session, line.item_id)
        component = stage.session.get_one(Component, line.component_id)
        asked.append(
            AskedLine(
                n=line.n,
                component=component.name,
                qty=words.amount(component.amount) or str(line.packs),
                packs=line.packs,
                pack=item.pack,
                list_price_minor=line.list_price_minor,
            )
        )
    return asked
