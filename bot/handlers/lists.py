"""Handling of component lists: pages, texts, ticks, amounts, words."""

from decimal import Decimal

from commerce.matching.names import NameIndex

from bot import commands as c
from bot.turn import NotYours, Refusal, Turn
from bot.views.lists import list_card, list_slot
from commerce.methods.lines import ComponentLine, Kind, read_line
from commerce.methods.models import Component, ComponentList, ListState
from commerce.methods.reading import read_text
from commerce.methods.service import (
    add_component,
    change_amount,
    components_of,
    current_list,
    keep_only,
    list_by_hand,
    list_of,
    need,
    read_lines,
    scale_by,
    scale_to,
    start_reading,
    toggle,
)
from commerce.people.models import FocusKind
from commerce.people.service import focus_of, focus_on
from commerce.quotes.asking import estimate, round_of_list, withdraw_round
from commerce.quotes.models import RoundState
from commerce.quotes.proposing import leave_out
from commerce.units import Amount, Unit

__all__ = ["editable_list", "handle_list", "named_components"]


ListCommand = (
    c.ReadPage | c.TryAgain | c.ReadText | c.ShowList | c.ToggleLine | c.KeepLines | c.DropLines | c.AddLines
    | c.AskScale | c.ScaleTo | c.ScaleBy | c.ChangeQuantity
)  # fmt: skip


def handle_list(turn: Turn, command: ListCommand) -> None:
    match command:
        case c.ReadPage(url=url):
            start_reading(turn.session, turn.person, url, turn.now)
        case c.TryAgain(list_id=list_id):
            again = list_of(turn.session, list_id)
            turn.must_own(again.person_id)
            start_reading(turn.session, turn.person, again.url or "", turn.now)
        case c.ReadText(text=text):
            read_lines(turn.session, turn.person, read_text(text), turn.now)
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
        case c.AskScale(list_id=list_id):
            _ask_scale(turn, _own_list(turn, list_id))
        case c.ScaleTo(servings=servings, list_id=named):
            wanted = editable_list(turn, _own_list(turn, named) if named else None)
            _answered(turn)
            scale_to(turn.session, wanted, servings, turn.now)
        case c.ScaleBy(factor=factor):
            _answered(turn)
            scale_by(turn.session, editable_list(turn), factor, turn.now)
        case c.ChangeQuantity():
            _change(turn, command)


def editable_list(turn: Turn, wanted: ComponentList | None = None) -> ComponentList:
    """The list to change; a round of inquiries that is out for it is withdrawn first."""
    found = wanted or current_list(turn.session, turn.person.id)
    if found is None:
        raise Refusal("list-none")
    if found.state is ListState.READING:
        raise Refusal("list-still-reading")
    if found.state is ListState.ASKING:
        out = round_of_list(turn.session, found.id)
        if out is not None and out.state in {RoundState.OPEN, RoundState.CLOSED}:
            withdraw_round(turn.session, out, turn.now)
            turn.say("list-reopened")
    return found


def _own_list(turn: Turn, list_id: object) -> ComponentList:
    found = turn.session.get(ComponentList, list_id)
    if found is None:
        raise NotYours
    turn.must_own(found.person_id)
    return found


def _show(turn: Turn, command: c.ShowList) -> None:
    if command.list_id is None:
        found = current_list(turn.session, turn.person.id)
        if found is None:
            raise Refusal("list-none")
    else:
        found = _own_list(turn, command.list_id)
    focus_on(turn.session, turn.person.id, FocusKind.LIST, found.id)
    estimated = estimate(turn.session, found, turn.now)
    card = list_card(turn.stage, turn.person, found, estimated, command.page)
    turn.reply(card, slot=list_slot(found), fresh=command.list_id is None)


def _toggle(turn: Turn, command: c.ToggleLine) -> None:
    component = turn.session.get(Component, command.component_id)
    if component is None:
        raise NotYours
    component_list = _own_list(turn, component.list_id)
    if component_list.state is not ListState.OPEN:
        raise Refusal("list-closed" if component_list.state is ListState.ORDERED else "round-is-out")
    focus_on(turn.session, turn.person.id, FocusKind.LIST, component_list.id, page=command.page)
    toggle(turn.session, component.id, turn.now)


def _keep(turn: Turn, command: c.KeepLines) -> None:
    component_list = editable_list(turn)
    everything = components_of(turn.session, component_list.id)
    if command.everything or not (command.names or command.numbers):
        need(turn.session, component_list, everything, True, turn.now)
        return
    named = named_components(everything, command.names, command.numbers)
    if command.only:
        keep_only(turn.session, component_list, named, turn.now)
    else:
        need(turn.session, component_list, named, True, turn.now)


def _drop(turn: Turn, command: c.DropLines) -> None:
    """While sellers are asked, a line can still be left out: the inquiries stay."""
    if not (command.names or command.numbers):
        raise Refusal("list-what-to-drop")
    found = current_list(turn.session, turn.person.id)
    out = round_of_list(turn.session, found.id) if found and found.state is ListState.ASKING else None
    component_list = found if found and out else editable_list(turn)
    everything = components_of(turn.session, component_list.id)
    named = named_components(everything, command.names, command.numbers)
    if out is not None:
        leave_out(turn.session, out, named, turn.stage.place_of(turn.person), turn.now)
    else:
        need(turn.session, component_list, named, False, turn.now)


def _add(turn: Turn, command: c.AddLines) -> None:
    if not command.texts:
        raise Refusal("list-what-to-add")
    found = current_list(turn.session, turn.person.id)
    if found is None or found.state is ListState.READING:
        found = list_by_hand(turn.session, turn.person, turn.now)
    component_list = editable_list(turn, found)
    known = components_of(turn.session, component_list.id)
    for text in command.texts:
        line = read_line(text, language=turn.person.language)
        again = [part for part in known if part.name.casefold() == line.name.casefold()]
        if again and not again[0].needed:
            need(turn.session, component_list, again[:1], True, turn.now)
        else:
            add_component(turn.session, component_list, line, turn.now)


def _ask_scale(turn: Turn, component_list: ComponentList) -> None:
    focus_on(turn.session, turn.person.id, FocusKind.LIST, component_list.id, asks="servings", by_button=True)
    turn.say("ask-servings" if component_list.servings is not None else "ask-factor")


def _answered(turn: Turn) -> None:
    """The open question about servings is settled."""
    focus = focus_of(turn.session, turn.person.id)
    if focus.asks == "servings":
        focus_on(turn.session, turn.person.id, focus.kind, focus.subject_id)


def _change(turn: Turn, command: c.ChangeQuantity) -> None:
    """ "500 g rice", "twice as much flour", "one egg more"; without a name, "twice as much" means all."""
    component_list = editable_list(turn)
    if not command.name and command.factor is not None:
        scale_by(turn.session, component_list, command.factor, turn.now)
        return
    everything = components_of(turn.session, component_list.id)
    if not command.name:
        raise Refusal("list-which-one", what=command.text, names=_some(everything))
    try:
        component = named_components(everything, (command.name,), ())[0]
    except Refusal:
        if command.qty is None or command.factor is not None or command.delta is not None:
            raise
        line = read_line(f"{command.qty} {command.unit or ''} {command.name}", language=turn.person.language)
        add_component(turn.session, component_list, line, turn.now)
        return
    change_amount(turn.session, component, _new_amount(component, command), turn.now)


def _new_amount(component: Component, command: c.ChangeQuantity) -> Amount:
    unit = _unit(command.unit) or (Unit(component.unit) if component.unit else Unit.PIECE)
    had = component.qty if component.qty is not None else Decimal(1)
    if command.qty is not None:
        return Amount(command.qty, unit)
    if command.factor is not None:
        return Amount(had * command.factor, unit)
    if command.delta is not None:
        return Amount(had + command.delta, unit)
    raise Refusal("list-how-much", name=component.name)


def _unit(word: str | None) -> Unit | None:
    if not word:
        return None
    line: ComponentLine = read_line(f"1 {word} thing", kind=Kind.INGREDIENT)
    return line.amount.unit if line.amount else None


def named_components(
    components: list[Component], names: tuple[str, ...], numbers: tuple[int, ...]
) -> list[Component]:
    """The components meant by words and numbers; Refusal says which words were not found or not clear."""
    found = [component for component in components if component.n in numbers]
    index = NameIndex([component.name for component in components])
    for name in names:
        hits = index.find(name)
        if not hits:
            raise Refusal("list-not-found", what=name)
        found += [components[hit] for hit in hits]
    return list({component.id: component for component in found}.values())


def _some(components: list[Component]) -> str:
    return ", ".join(component.name for component in components[:12])
