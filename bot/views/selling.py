"""What sellers see of rounds: inquiries with a pre-filled offer, read-backs. Never who the consumer is."""

from collections.abc import Sequence

from bot.commands import (
    AnswerAsListed,
    ConfirmQuote,
    DeclineInquiry,
    DiscardQuote,
    PlaceWords,
    ShowWork,
    TalkToHuman,
)
from bot.messages import Button, Message
from bot.turn import Stage
from bot.views.wording import Html, Words, shortened
from commerce.catalogue.service import item_of, seller_of
from commerce.matching.translating import name_in, names_of
from commerce.methods.models import Component
from commerce.methods.service import list_of
from commerce.people.models import Person
from commerce.quotes.answering import binding_quote, quote_lines, takes_answers
from commerce.quotes.asking import inquiry_lines
from commerce.quotes.models import Inquiry, InquiryLine, InquiryState, Quote, Round, RoundState
from commerce.quotes.replies import AskedLine, ReplyReading

__all__ = [
    "asked_lines", "bound_text", "decline_card", "inquiry_card", "inquiry_slot", "read_back_card",
    "read_back_slot", "unclear_card", "which_inquiry_card",
]  # fmt: skip

LONGEST_SAID = 120
LONGEST_LABEL = 40
NAMES_ON_LABEL = 2


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
    quote = binding_quote(stage.session, inquiry.id)
    rows: list[Html] = _asked(stage, words, lines) if quote is None else _offered(stage, words, quote)
    total = words.money(sum(line.list_price_minor for line in lines), seller.currency)
    head = words("inquiry-title", code=inquiry.code, seller=seller.name, until=words.time(asked.deadline))
    state = _inquiry_state(stage, inquiry, asked)
    tail = words("inquiry-state", state=state, total=total, example=_example(stage, words, lines))
    buttons: tuple[tuple[Button, ...], ...] = ()
    if takes_answers(asked, inquiry, stage.now) or asked.state is RoundState.OPEN:
        listed = Button(words.plain("button-as-listed", total=total), AnswerAsListed(inquiry.id))
        no = Button(words.plain("button-decline"), DeclineInquiry(inquiry.id))
        back = Button(words.plain("button-take-back"), DeclineInquiry(inquiry.id))
        buttons = {"answered": ((back,),), "declined": ((listed,),)}.get(state, ((listed,), (no,)))
    return Message("\n".join([head, "", *rows, "", tail]), buttons)


def _asked(stage: Stage, words: Words, lines: Sequence[InquiryLine]) -> list[Html]:
    rows = []
    for line in lines:
        item = item_of(stage.session, line.item_id)
        need = words.amount(stage.session.get_one(Component, line.component_id).amount)
        price = words.money(line.list_price_minor, stage.settings.shop.currency)
        exact = line.leftover_qty is not None and not line.leftover_qty
        needed = "" if exact or need == str(line.packs) else need
        rows.append(
            words("inquiry-line", n=line.n, packs=line.packs, item=item.title, need=needed, price=price)
        )
    return rows


def _offered(stage: Stage, words: Words, quote: Quote) -> list[Html]:
    """What a quote offers for each line asked."""
    offered = {line.id: quote_line for quote_line, line in quote_lines(stage.session, quote.id)}
    rows = []
    for line in inquiry_lines(stage.session, quote.inquiry_id):
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
                price=words.money(quote_line.price_minor, stage.settings.shop.currency),
            )
        )
    return rows


def _example(stage: Stage, words: Words, lines: Sequence[InquiryLine]) -> Html:
    """How an answer in words could look, with the names of this very inquiry, or the numbers of its lines
    where the names are of another language than the seller's."""
    components = [stage.session.get_one(Component, line.component_id) for line in lines]
    foreign = list_of(stage.session, components[0].list_id).language[:2] != words.language
    names = [f"{line.n}:" for line in lines] if foreign else [component.name for component in components]
    a_little_less = max(5, lines[0].list_price_minor * 9 // 10 // 5 * 5)
    price = words.price(a_little_less, stage.settings.shop.currency)
    count = {1: "one", 2: "two"}.get(len(names), "other")
    numbered = "yes" if foreign else "no"
    return words(
        "inquiry-example", lines=count, first=names[0], last=names[-1], price=price, numbered=numbered
    )


def _inquiry_state(stage: Stage, inquiry: Inquiry, asked: Round) -> str:
    takes = asked.state is RoundState.OPEN or takes_answers(asked, inquiry, stage.now)
    if inquiry.state is InquiryState.ANSWERED:
        return "answered" if takes else "answered-closed"
    if inquiry.state is InquiryState.DECLINED:
        return "declined" if takes else "declined-closed"
    if asked.state is RoundState.DROPPED:
        return "withdrawn"
    return "open" if takes else "closed"


def read_back_card(stage: Stage, person: Person, quote: Quote) -> Message:
    """What was understood of the seller's words; it binds only after the tap."""
    words = stage.words(person)
    inquiry = stage.session.get_one(Inquiry, quote.inquiry_id)
    seller = seller_of(stage.session, inquiry.seller_id)
    rows = _offered(stage, words, quote)
    total = sum(quote_line.price_minor for quote_line, _ in quote_lines(stage.session, quote.id))
    today = stage.today
    rows += [
        Html(""),
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
    asked = stage.session.get_one(Round, inquiry.round_id)
    text = words(
        "quote-bound",
        code=inquiry.code,
        total=words.money(total, seller.currency),
        until=words.time(asked.deadline),
        open="yes" if takes_answers(asked, inquiry, stage.now) else "no",
    )
    return Message(text)


def decline_card(stage: Stage, person: Person, inquiry: Inquiry) -> Message:
    """Words that decline are read back, too."""
    words = stage.words(person)
    sure = Button(words.plain("button-decline-sure"), DeclineInquiry(inquiry.id))
    return Message(words("readback-decline", code=inquiry.code), ((sure,),))


def unclear_card(words: Words, reading: ReplyReading) -> Message:
    """The first thing that could not be told from a seller's words, asked back; nothing was sent."""
    if reading.unclear:
        first = reading.unclear[0]
        asked = words(
            "unclear",
            reason=first.why.value.replace("_", "-"),
            words=first.words,
            line=first.lines[0] if first.lines else 0,
        )
        return Message(words("quote-unclear", what=asked, more=len(reading.unclear) - 1))
    return Message(words("quote-not-read"))


def which_inquiry_card(
    stage: Stage, person: Person, inquiries: Sequence[Inquiry], said: str, *, sure: bool
) -> Message:
    """The inquiries that words may be for, each with what it asks for; a tap places the words."""
    words = stage.words(person)
    rows: list[tuple[Button, ...]] = [
        (Button(_label(stage, words.language, inquiry), PlaceWords(inquiry.id)),) for inquiry in inquiries
    ]
    if not sure:
        work = Button(words.plain("button-work"), ShowWork())
        rows.append((work, Button(words.plain("button-human"), TalkToHuman())))
    key = "seller-which-inquiry" if sure else "seller-any-inquiry"
    return Message(words(key, said=shortened(said, LONGEST_SAID), inquiries=len(inquiries)), tuple(rows))


def _label(stage: Stage, language: str, inquiry: Inquiry) -> str:
    """The code, and the first things asked for, in this language where the book has them."""
    lines = inquiry_lines(stage.session, inquiry.id)
    asked = [stage.session.get_one(Component, line.component_id).name for line in lines[:NAMES_ON_LABEL]]
    names = [name_in(language, name) or name for name in asked]
    more = f", +{len(lines) - len(names)}" if len(lines) > len(names) else ""
    return shortened(f"{inquiry.code} · {', '.join(names)}", LONGEST_LABEL) + more


def asked_lines(stage: Stage, person: Person, inquiry: Inquiry) -> list[AskedLine]:
    """The lines as they were shown, for reading the seller's words in their light."""
    words = stage.words(person)
    asked = []
    for line in inquiry_lines(stage.session, inquiry.id):
        item = item_of(stage.session, line.item_id)
        component = stage.session.get_one(Component, line.component_id)
        of_one_word = [
            name for name in names_of(component.name) if " " not in name
        ]  # others tell kinds apart
        asked.append(
            AskedLine(
                n=line.n,
                component=component.name,
                qty=words.amount(component.amount) or str(line.packs),
                packs=line.packs,
                pack=item.pack,
                list_price_minor=line.list_price_minor,
                called=(item.family, *item.other_names, *of_one_word),
                needed=component.amount,
            )
        )
    return asked
