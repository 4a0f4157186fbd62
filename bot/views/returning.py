"""What is shown on the way back: nothing is open, the list of last time, a question that must be answered."""

from bot.commands import SameAsLast, SetHandover, Track
from bot.commands import Settings as ShowSettings
from bot.messages import Button, Message
from bot.turn import Stage
from bot.views.wording import Words
from commerce.catalogue.service import seller_of
from commerce.methods.models import ComponentList
from commerce.orders.models import Handover, Order
from commerce.orders.service import parts_of
from commerce.people.addresses import address_of, open_address
from commerce.people.models import Person

__all__ = ["no_skipping_address", "nothing_open_card", "repeated_card"]


def nothing_open_card(stage: Stage, person: Person) -> Message:
    words = stage.words(person)
    return Message(
        words("resume-nothing"),
        (
            (Button(words.plain("button-same-again"), SameAsLast()),),
            (
                Button(words.plain("button-where"), Track()),
                Button(words.plain("button-settings"), ShowSettings()),
            ),
        ),
    )


def no_skipping_address(stage: Stage, person: Person, order: Order | None) -> Message:
    """Without an address nothing can be delivered; who collects needs none."""
    words = stage.words(person)
    order_id = order.id if order is not None else None
    return Message(
        words("skip-address-not"),
        (
            (Button(words.plain("button-collect"), SetHandover(Handover.COLLECT, order_id)),),
            (Button(words.plain("button-address-as-last"), SameAsLast("address")),),
        ),
    )


def repeated_card(stage: Stage, person: Person, last: Order, source: ComponentList) -> Message:
    """Of which order the list is, from whom and where to it went."""
    words = stage.words(person)
    sellers = ", ".join(
        seller_of(stage.session, part.seller_id).name for part in parts_of(stage.session, last.id)
    )
    text = words(
        "repeat-basket",
        code=last.code,
        day=words.day(stage.settings.shop.day(last.created_at), stage.today),
        sellers=sellers,
        servings=words.number(source.servings * source.factor) if source.servings else "",
        where=_where(stage, words, last),
    )
    return Message(text)


def _where(stage: Stage, words: Words, order: Order) -> str:
    """The address as she typed it; nothing where she collected."""
    if order.handover is Handover.COLLECT or order.address_id is None:
        return ""
    _, plain = open_address(stage.vault, address_of(stage.session, order.address_id))
    return plain.text or words.plain("address-shared-place")
