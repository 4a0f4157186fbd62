"""Handling of component lists: pages, texts, ticks, words."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from uuid import UUID

from bot import commands as c
from bot.handlers.naming import Named, named
from bot.messages import Button
from bot.turn import NotYours, Refusal, Turn
from bot.views.lists import list_slot, which_card
from bot.views.rounds import current_card
from commerce.matching.baskets import change_line
from commerce.matching.merging import Part, are_same
from commerce.methods.lines import ComponentLine, Kind, read_line
from commerce.methods.models import Component, ComponentList, ListState
from commerce.methods.reading import read_text
from commerce.methods.service import (
    add_component,
    components_of,
    current_list,
    keep_only,
    list_by_hand,
    list_of,
    list_of_page,
    need,
    read_lines,
    start_reading,
)
from commerce.methods.sites.service import found_methods
from commerce.orders.models import Order
from commerce.people.models import FocusKind
from commerce.people.service import focus_of, focus_on
from commerce.quotes.asking import round_of_list, withdraw_round
from commerce.quotes.models import RoundState
from commerce.quotes.proposing import leave_out
from commerce.units import Amount

__all__ = [
    "NAMES_SHOWN", "SAME_PAGE_WITHIN", "editable_list", "handle_list", "list_before",
    "no_list",
    "own_list", "why_closed",
]  # fmt: skip

SAME_PAGE_WITHIN = timedelta(hours=12)
NAMES_SHOWN = 12
LARGEST_QTY = Decimal(1_000_000)


def handle_list(turn: Turn, command: c.ListCommand) -> None:
    match command:
        case c.ReadPage(url=url):
            _read_page(turn, url)
        case c.TooManyLinks(count=count, taken=taken):
            turn.say("list-many-links", count=count, taken=taken)
        case c.TryAgain(list_id=list_id):
            _try_again(turn, list_id)
        case c.ReadText(text=text):
            confirmed_by = turn.stage.settings.asking.confirmed_by
            read_lines(turn.session, turn.person, read_text(text), turn.now, confirmed_by=confirmed_by)
        case c.ShowList():
            _show(turn, command)
        case c.ToggleLine():
            _toggle(turn, command)
        case c.KeepLines():
            _keep(turn, command)
        case c.DropLines():
            _drop(turn, command)
        case c.AddLines():
            _add(turn, command)


def list_before(turn: Turn) -> ComponentList | None:
    """The list that the person looks at, else her newest; one that is being read is waited for."""
    newest = current_list(turn.session, turn.person.id)
    focus = focus_of(turn.session, turn.person.id)
    if newest is None or newest.state is ListState.READING or focus.kind is not FocusKind.LIST:
        return newest
    looked_at = turn.session.get(ComponentList, focus.subject_id)
    if looked_at is not None and looked_at.state in {ListState.OPEN, ListState.ASKING}:
        return looked_at
    return newest


def no_list(turn: Turn) -> Refusal:
    """There is no list to change: whoever looks at her order hears that it is placed, whoever has lists to
    choose from that one is to be chosen."""
    focus = focus_of(turn.session, turn.person.id)
    job = focus.subject_id if focus.kind is FocusKind.JOB else None
    if job is not None and found_methods(turn.session, job):
        return Refusal("list-choose-first")
    order = turn.session.get(Order, focus.subject_id) if focus.kind is FocusKind.ORDER else None
    return Refusal("order-placed", code=order.code) if order is not None else Refusal("list-none")


def editable_list(turn: Turn, list_id: UUID | None = None) -> ComponentList:
    """The list to change, now before the person; a round of inquiries that is out for it is withdrawn."""
    found = own_list(turn, list_id) if list_id is not None else list_before(turn)
    if found is None:
        raise no_list(turn)
    if found.state is ListState.READING:
        raise Refusal("list-still-reading")
    if found.state is ListState.ASKING:
        out = round_of_list(turn.session, found.id)
        if out is not None and out.state in {RoundState.OPEN, RoundState.CLOSED}:
            withdraw_round(turn.session, out, turn.now)
            turn.say("list-reopened")
    _look_at(turn, found)
    return found


def own_list(turn: Turn, list_id: UUID) -> ComponentList:
    found = turn.session.get(ComponentList, list_id)
    if found is None:
        raise NotYours
    turn.must_own(found.person_id)
    return found


def _look_at(turn: Turn, component_list: ComponentList, page: int | None = None) -> None:
    """The list is before the person, at a page of its buttons; no question is open."""
    focus = focus_of(turn.session, turn.person.id)
    if page is None:
        page = int(focus.facts.get("page") or 0) if focus.subject_id == component_list.id else 0
    focus_on(turn.session, turn.person.id, FocusKind.LIST, component_list.id, page=page)


def _read_page(turn: Turn, url: str) -> None:
    """A page that was sent already is shown as its list stands: nothing on it is lost."""
    known = list_of_page(turn.session, turn.person.id, url, turn.now - SAME_PAGE_WITHIN)
    if known is None:
        start_reading(turn.session, turn.person, url, turn.now)
    elif known.state is ListState.READING:
        turn.say("list-already-reading")
    elif known.state is ListState.IN_BASKET:
        _show_basket_of(turn, known)
    else:
        _look_at(turn, known)
        card = current_card(turn.stage, turn.person, known)
        anew = Button(turn.words.plain("button-read-anew"), c.TryAgain(known.id))
        text = f"{turn.words('list-known')}\n\n{card.text}"
        turn.reply(
            replace(card, text=text, buttons=(*card.buttons, (anew,))), slot=list_slot(known), fresh=True
        )


def _show_basket_of(turn: Turn, page: ComponentList) -> None:
    """The basket that the page is in; a page whose basket is ordered or dropped is read anew."""
    assert page.basket_id is not None
    assert page.url is not None
    basket = list_of(turn.session, page.basket_id)
    if basket.state not in {ListState.OPEN, ListState.ASKING}:
        start_reading(turn.session, turn.person, page.url, turn.now)
        return
    _look_at(turn, basket)
    card = current_card(turn.stage, turn.person, basket)
    text = f"{turn.words('basket-has-page')}\n\n{card.text}"
    turn.reply(replace(card, text=text), slot=list_slot(basket), fresh=True)


def _try_again(turn: Turn, list_id: UUID) -> None:
    url = own_list(turn, list_id).url
    if url is None:
        raise NotYours
    known = list_of_page(turn.session, turn.person.id, url, turn.now - SAME_PAGE_WITHIN)
    if known is not None and known.state is ListState.READING:
        raise Refusal("list-already-reading")
    start_reading(turn.session, turn.person, url, turn.now)


def _show(turn: Turn, command: c.ShowList) -> None:
    found = own_list(turn, command.list_id) if command.list_id is not None else list_before(turn)
    if found is None:
        raise Refusal("list-none")
    if found.state is ListState.READING:
        raise Refusal("list-already-reading")
    _look_at(turn, found, command.page)
    card = current_card(turn.stage, turn.person, found, command.page)
    turn.reply(card, slot=list_slot(found), fresh=command.list_id is None)


def _toggle(turn: Turn, command: c.ToggleLine) -> None:
    component = turn.session.get(Component, command.component_id)
    if component is None:
        raise NotYours
    component_list = own_list(turn, component.list_id)
    if component_list.state is not ListState.OPEN:
        raise Refusal(why_closed(component_list))
    _look_at(turn, component_list, command.page)
    wished = not component.needed if command.needed is None else bool(command.needed)
    need(turn.session, component_list, [component], wished, turn.now)


def _keep(turn: Turn, command: c.KeepLines) -> None:
    component_list = editable_list(turn)
    everything = components_of(turn.session, component_list.id)
    if not (command.names or command.numbers):
        need(turn.session, component_list, everything, True, turn.now)
        return
    meant = _some_of(everything, command.names, command.numbers)
    if meant.found and command.only:
        keep_only(turn.session, component_list, meant.found, turn.now)
    elif meant.found:
        need(turn.session, component_list, meant.found, True, turn.now)
    _ask_which(turn, meant, wished=True)


def _drop(turn: Turn, command: c.DropLines) -> None:
    """While sellers are asked, a line can still be left out: the inquiries stay."""
    if not (command.names or command.numbers or command.everything):
        raise Refusal("list-what-to-drop")
    found = list_before(turn)
    out = round_of_list(turn.session, found.id) if found and found.state is ListState.ASKING else None
    component_list = found if found and out else editable_list(turn)
    everything = components_of(turn.session, component_list.id)
    if not (command.names or command.numbers):
        need(turn.session, editable_list(turn), everything, False, turn.now)
        return
    meant = _some_of(everything, command.names, command.numbers)
    if meant.found and out is not None:
        leave_out(turn.session, out, meant.found, turn.stage.place_of(turn.person), turn.now)
    elif meant.found:
        need(turn.session, component_list, meant.found, False, turn.now)
    _ask_which(turn, meant, wished=False)


def _add(turn: Turn, command: c.AddLines) -> None:
    """What is on the list already is needed again, or more of it."""
    if not command.texts:
        raise Refusal("list-what-to-add")
    found = list_before(turn)
    if found is None or found.state is ListState.READING:
        found = list_by_hand(turn.session, turn.person, turn.now)
    component_list = editable_list(turn, found.id)
    known = components_of(turn.session, component_list.id)
    confirmed_by = turn.stage.settings.asking.confirmed_by
    for text in command.texts:
        line = read_line(text, language=turn.person.language)
        again = next((part for part in known if _is_same(part, line)), None)
        if again is None and line.amount is None:
            again = _left_out(known, line.name)
        if again is None:
            add_component(turn.session, component_list, line, turn.now, confirmed_by=confirmed_by)
        elif not again.needed:
            need(turn.session, component_list, [again], True, turn.now)
        elif line.amount is None:
            turn.say("list-has-already", name=again.name, amount=turn.words.amount(again.amount))
        elif again.amount is not None and again.amount.unit == line.amount.unit:
            both = Amount(again.amount.qty + line.amount.qty, line.amount.unit)
            change_line(turn.session, again, both, turn.now)
        else:
            add_component(turn.session, component_list, line, turn.now, confirmed_by=confirmed_by)


def _is_same(component: Component, line: ComponentLine) -> bool:
    """Whether the line asks for what stands there: "leek" beside "2 leeks", but no other size of it."""
    there = Part(component.name, component.size, component.kind, None)
    return are_same(there, replace(there, name=line.name, size=line.size or component.size))


def _left_out(known: list[Component], name: str) -> Component | None:
    """The one unticked tool that the name means: "the drill" is the cordless drill on the list."""
    tools = [component for component in known if component.kind is Kind.TOOL and not component.needed]
    meant = named(tools, (name,), ()).found
    return meant[0] if len(meant) == 1 else None


def why_closed(component_list: ComponentList) -> str:
    if component_list.state is ListState.IN_BASKET:
        return "list-in-basket"
    return "list-closed" if component_list.state is ListState.ORDERED else "round-is-out"


def _some_of(components: list[Component], names: tuple[str, ...], numbers: tuple[int, ...]) -> Named:
    """What was named; a Refusal if it names nothing at all."""
    meant = named(components, names, numbers)
    if not (meant.found or meant.unclear):
        shown = [component.name for component in components[:NAMES_SHOWN]]
        raise Refusal("list-not-found", what=", ".join(meant.unknown)[:100], names=", ".join(shown))
    return meant


def _ask_which(turn: Turn, meant: Named, *, wished: bool) -> None:
    """What was not on the list is said; what fits several is asked back with a button for each."""
    if meant.unknown:
        turn.say("list-not-found-some", names=", ".join(meant.unknown)[:200])
    for what, components in meant.unclear[:3]:
        turn.reply(which_card(turn.words, what, components, wished=wished))
