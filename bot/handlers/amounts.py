"""Handling of amounts: portions of a list or of one page of a basket, and how much of a component."""

from dataclasses import replace
from decimal import Decimal
from typing import Any
from uuid import UUID

from bot import commands as c
from bot.handlers.lists import NAMES_SHOWN, editable_list, own_list, why_closed
from bot.handlers.naming import Named, component_in, named, title_words
from bot.turn import Refusal, Turn
from commerce.events import history
from commerce.matching.baskets import change_line, pages_of, scale_basket_by, scale_basket_to
from commerce.matching.names import NameIndex
from commerce.methods.events import ListChanged
from commerce.methods.lines import ComponentLine, Kind, read_line
from commerce.methods.models import Component, ComponentList, ListState
from commerce.methods.service import add_component, components_of, list_of
from commerce.people.models import FocusKind
from commerce.people.service import focus_of, focus_on
from commerce.units import Amount, Dimension, NotAnAmount, Unit, dimension_of

__all__ = ["handle_amount"]

LARGEST_QTY = Decimal(1_000_000)


def handle_amount(turn: Turn, command: c.AmountCommand) -> None:
    match command:
        case c.AskScale(list_id=list_id):
            _ask_scale(turn, own_list(turn, list_id))
        case c.ScaleTo():
            _scale_to(turn, command)
        case c.ScaleBy():
            _scale_by(turn, command)
        case c.AmendNumber(number=number):
            _amend(turn, number)
        case c.ChangeQuantity():
            _change(turn, command)


def _ask_scale(turn: Turn, component_list: ComponentList) -> None:
    """For how many: a list, or one page of a basket."""
    shown = component_list
    of_page = {}
    if component_list.state is ListState.IN_BASKET and component_list.basket_id is not None:
        shown = list_of(turn.session, component_list.basket_id)
        of_page = {"of": str(component_list.id)}
    if shown.state is not ListState.OPEN:
        raise Refusal(why_closed(shown))
    focus_on(
        turn.session, turn.person.id, FocusKind.LIST, shown.id, asks="servings", by_button=True, **of_page
    )
    turn.say("ask-servings" if component_list.servings is not None else "ask-factor")


def _scale_to(turn: Turn, command: c.ScaleTo) -> None:
    """A list, one page of a basket (by its button, or named), or all its pages."""
    focus = focus_of(turn.session, turn.person.id)
    asked = focus.facts.get("of")
    if command.list_id is not None:
        wanted = own_list(turn, command.list_id)
    elif asked is not None:
        wanted = own_list(turn, UUID(asked))
    else:
        wanted = editable_list(turn)
    if wanted.basket_id is not None and wanted.state is ListState.IN_BASKET:
        editable_list(turn, wanted.basket_id)
    else:
        wanted = editable_list(turn, wanted.id)
        wanted = _page_named(turn, wanted, command.text) or wanted
    if wanted.servings is None and focus.asks != "servings" and not pages_of(turn.session, wanted.id):
        other = 3 if command.servings == 2 else 2
        turn.say("list-scaled-unknown", number=command.servings, other=other)
    scale_basket_to(turn.session, wanted, command.servings, turn.now)


def _page_named(turn: Turn, basket: ComponentList, text: str) -> ComponentList | None:
    """The page of a basket whose title, and no other's, is meant by what was said."""
    pages = pages_of(turn.session, basket.id)
    said = title_words(text)
    if not pages or not said:
        return None
    hits = NameIndex([title_words(page.title) for page in pages]).find(said)
    return pages[hits[0]] if len(hits) == 1 else None


def _scale_by(turn: Turn, command: c.ScaleBy) -> None:
    component_list = editable_list(turn)
    page = _page_named(turn, component_list, command.text)
    meant = component_in(components_of(turn.session, component_list.id), command.text)
    if page is not None:
        servings = (page.servings or Decimal(1)) * page.factor * command.factor
        scale_basket_to(turn.session, page, servings, turn.now)
        return
    if not (meant.found or meant.unclear):
        scale_basket_by(turn.session, component_list, command.factor, turn.now)
        return
    component = _the_one(meant)
    had = component.qty if component.qty is not None else Decimal(1)
    change_line(turn.session, component, _amount(had * command.factor, component.unit), turn.now)


_WITH_A_NUMBER = {"scaled", "changed", "added"}


def _amend(turn: Turn, number: Decimal) -> None:
    """The number goes to what was given one last: the portions, or the amount of one component. What was
    left out since has none: "make it for six and leave out the wine", "no, I meant four"."""
    component_list = editable_list(turn)
    changes = [
        row.facts for row in history(turn.session, [component_list.id]) if row.kind == ListChanged.kind
    ]
    last: dict[str, Any] = next(
        (facts for facts in reversed(changes) if facts.get("what") in _WITH_A_NUMBER), {}
    )
    names = last.get("names") or []
    if last.get("what") == "scaled":
        scale_basket_to(turn.session, component_list, number, turn.now)
    elif len(names) == 1:
        everything = components_of(turn.session, component_list.id)
        component = next(part for part in reversed(everything) if part.name == names[0])
        change_line(turn.session, component, _amount(number, component.unit), turn.now)
    else:
        raise Refusal("list-what-meant")


def _change(turn: Turn, command: c.ChangeQuantity) -> None:
    component_list = editable_list(turn)
    if command.factor is not None and not command.name:
        _scale_by(turn, c.ScaleBy(command.factor, command.text))
        return
    everything = components_of(turn.session, component_list.id)
    meant = named(everything, (command.name,), ()) if command.name else component_in(everything, command.text)
    if not (meant.found or meant.unclear) and command.name and command.qty is not None:
        line = read_line(f"{command.qty} {command.name}", language=turn.person.language)
        amount = _amount(command.qty, _unit(command.unit))
        add_component(
            turn.session,
            component_list,
            replace(line, amount=amount),
            turn.now,
            confirmed_by=turn.stage.settings.asking.confirmed_by,
        )
        return
    component = _the_one(meant)
    change_line(turn.session, component, _new_amount(component, command), turn.now)


def _new_amount(component: Component, command: c.ChangeQuantity) -> Amount:
    unit = _unit_meant(component, _unit(command.unit))
    had = component.qty if component.qty is not None else Decimal(1)
    if command.qty is not None:
        return _amount(command.qty, unit)
    if command.factor is not None:
        return _amount(had * command.factor, unit)
    if command.delta is not None:
        return _amount(had + command.delta, unit)
    raise Refusal("list-how-much", name=component.name)


def _amount(qty: Decimal, unit: Unit | str | None) -> Amount:
    try:
        wanted = Amount(qty, Unit(unit or Unit.PIECE))
    except NotAnAmount as error:
        raise Refusal("list-bad-amount") from error
    if not 0 < wanted.qty < LARGEST_QTY:
        raise Refusal("list-bad-amount")
    return wanted


def _unit_meant(component: Component, said: Unit | None) -> Unit | str | None:
    """ "3 onions" are three pieces of what is there by weight, three nets of what is there by the net."""
    has = component.unit
    counts = has is not None and dimension_of(Unit(has)) is Dimension.COUNT
    return has if said is None or (said is Unit.PIECE and counts) else said


def _unit(word: str | None) -> Unit | None:
    if not word:
        return None
    if word in {unit.value for unit in Unit}:
        return Unit(word)
    line: ComponentLine = read_line(f"1 {word} thing", kind=Kind.INGREDIENT)
    return line.amount.unit if line.amount else None


def _the_one(meant: Named) -> Component:
    if meant.unclear:
        what, components = meant.unclear[0]
        raise Refusal(
            "list-which-of", what=what, names=", ".join(part.name for part in components[:NAMES_SHOWN])
        )
    if not meant.found:
        raise Refusal("list-what-meant")
    return meant.found[0]
