"""Refusals in words: each named error of the business becomes a sentence with a next step."""

from bot.commands import ChangeList, MoveLine, NotAButton, ShowProposal
from bot.messages import Button, Message
from bot.turn import NotAllowed, NotYours, Refusal, Stage
from bot.views.selling import unclear_card
from bot.views.substitutes import ask_substitute_card
from bot.views.wording import Words
from commerce.catalogue.service import OutOfStock
from commerce.delivery.service import NoCarrier, NotPackedYet, StopsOpen
from commerce.fulfilment.service import NotAllPicked, PickingOver, WrongHandover
from commerce.methods.models import ListState
from commerce.methods.reading import NotAMethod
from commerce.methods.service import BadScale, ListClosed, TooManyLines
from commerce.orders.checking import AtTheCounterOnly, OfferLapsed, ShareBelowMinimum, SubstituteUndecided
from commerce.orders.models import PartState
from commerce.orders.service import NothingProposed, OrderClosed, OrderIncomplete
from commerce.people.addresses import AddressIncomplete
from commerce.people.models import Person
from commerce.quotes.answering import NotUnderstood, QuoteGone, TooLate
from commerce.quotes.asking import NobodySells, NothingNeeded
from commerce.quotes.proposing import CannotMoveLine, NothingWithout, RoundStillOpen
from commerce.quotes.questions import HoldsContact, QuestionOver, TooManyQuestions
from commerce.quotes.substitutes import SubstituteGone
from commerce.refused import Refused
from commerce.states import CannotMove

__all__ = ["refusal_of"]

NAMES_SHOWN = 8


def refusal_of(stage: Stage, person: Person, error: Refused) -> Message:
    """What to say about `error`."""
    words = stage.words(person)
    match error:
        case Refusal():
            text = words(error.key, **error.facts)
        case NotAllowed():
            text = words("not-allowed", role=error.role.value)
        case NotYours():
            text = words("not-yours")
        case NotAButton():
            text = words("old-button")
        case SubstituteGone():
            text = words("substitute-gone", substitute=error.quote_line.substitute or "")
        case CannotMove() | RoundStillOpen():
            text = words("over")
        case ListClosed():
            closed = error.component_list.state is ListState.ORDERED
            text = words("list-closed" if closed else "round-is-out")
        case TooManyLines():
            text = words("list-too-long")
        case BadScale():
            text = words("list-bad-scale")
        case NotAMethod():
            text = words("text-no-list")
        case NothingNeeded():
            text = words("round-nothing-needed")
        case NobodySells():
            names = ", ".join(component.name for component in error.components[:NAMES_SHOWN])
            text = words("round-nobody-sells", names=names)
        case AddressIncomplete():
            text = words(f"address-no-{error.lacks}")
        case CannotMoveLine():
            text = words("proposal-not-offered", seller=error.seller.name)
        case NothingWithout():
            text = words("proposal-nothing-without", seller=error.seller.name)
        case _:
            return _order_refusal(stage, person, words, error)
    return Message(text)


def _order_refusal(stage: Stage, person: Person, words: Words, error: Refused) -> Message:
    text: str
    match error:
        case NothingProposed():
            text = words("proposal-none")
        case ShareBelowMinimum():
            seller = error.share.seller
            minimum = words.money(seller.minimum_minor, seller.currency)
            text = words("checkout-below-minimum", seller=seller.name, minimum=minimum)
        case AtTheCounterOnly():
            text = words("checkout-counter-only", seller=error.share.seller.name)
        case SubstituteUndecided():
            return ask_substitute_card(stage, person, error.proposal, error.line)
        case OfferLapsed():
            return _lapsed(stage, words, error)
        case OrderIncomplete():
            text = words("checkout-lacks", what=error.lacks.replace("_", "-"))
        case OutOfStock():
            text = words("checkout-out-of-stock", item=error.item.title, left=error.left, wanted=error.wanted)
            return Message(
                text,
                (
                    (
                        Button(words.plain("button-move"), MoveLine()),
                        Button(words.plain("button-show-proposal"), ShowProposal()),
                    ),
                ),
            )
        case NoCarrier():
            text = words("checkout-no-carrier")
        case OrderClosed():
            text = words("order-cannot-cancel", code=error.order.code)
        case _:
            return _seller_refusal(words, error)
    return Message(text)


def _lapsed(stage: Stage, words: Words, error: OfferLapsed) -> Message:
    """The offer held until a day that is over; the way is to ask again."""
    valid = error.share.quote.valid_until
    assert valid is not None
    day = words.day(valid, stage.today)
    again = Button(words.plain("button-change-list"), ChangeList(error.proposal.round.list_id))
    return Message(words("checkout-offer-lapsed", seller=error.share.seller.name, day=day), ((again,),))


def _seller_refusal(words: Words, error: Refused) -> Message:
    text: str
    match error:
        case TooLate():
            text = words("quote-too-late", code=error.inquiry.code)
        case HoldsContact():
            text = words("question-contact")
        case TooManyQuestions():
            text = words("question-too-many", code=error.inquiry.code)
        case QuestionOver():
            text = words("question-over")
        case QuoteGone():
            text = words("quote-gone")
        case NotUnderstood():
            return unclear_card(words, error.reading)
        case NotAllPicked():
            text = words("pick-not-all", open=error.open_lines)
        case PickingOver():
            cancelled = error.part.state is PartState.CANCELLED
            text = words("pick-over", code=error.part.code, cancelled="yes" if cancelled else "no")
        case WrongHandover():
            text = words("pick-wrong-handover")
        case NotPackedYet():
            text = words("delivery-not-packed")
        case StopsOpen():
            text = words("delivery-stops-open", open=error.open_stops)
        case _:
            raise TypeError(f"no sentence for {error!r}")
    return Message(text)
