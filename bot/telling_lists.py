"""What happens to a list of components, told to its owner."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.commands import ShowList
from bot.messages import Button, Message
from bot.turn import Stage
from bot.views.lists import list_slot, page_of, reading_card, refusal_card
from bot.views.rounds import current_card
from bot.views.wording import Html, Words
from commerce.events import Event
from commerce.methods.events import ListChanged, PageRead, PageTurnedDown, ReadingStarted
from commerce.methods.models import Component, ComponentList, ListState
from commerce.methods.service import components_of, list_of
from commerce.outbox import shown_in
from commerce.people.models import FocusKind, Person
from commerce.people.service import focus_of, focus_on

__all__ = ["ListEvent", "changes_last_told_by", "show_list", "tell_list"]

ListEvent = ReadingStarted | PageRead | PageTurnedDown | ListChanged
NAMES_TOLD = 12


def changes_last_told_by(event: ListChanged, fresh: Iterable[Event]) -> list[ListChanged]:
    """All changes of the unit to the list of `event`, if this is the last of them; else none: a list that
    was changed in several ways is shown once."""
    own = [other for other in fresh if isinstance(other, ListChanged) and other.list_id == event.list_id]
    return own if own[-1] is event else []


def tell_list(stage: Stage, event: ListEvent, fresh: Sequence[Event]) -> None:
    person = stage.session.get_one(Person, event.person_id)
    component_list = list_of(stage.session, event.list_id)
    words = stage.words(person)
    match event:
        case ReadingStarted():
            stage.show(person, reading_card(words, component_list), slot=list_slot(component_list))
        case PageTurnedDown():
            stage.show(person, refusal_card(words, component_list), slot=list_slot(component_list))
        case PageRead(left_out=left_out):
            _come_before(stage, person, component_list)
            note = words("list-cut", left_out=left_out) if left_out else None
            show_list(stage, person, component_list, note=note)
        case ListChanged():
            changes = changes_last_told_by(event, fresh)
            if changes:
                _tell_changes(stage, person, component_list, changes)


def show_list(
    stage: Stage,
    person: Person,
    component_list: ComponentList,
    *,
    note: Html | None = None,
    page: int | None = None,
    fresh: bool = False,
) -> None:
    """The list's message, with `note` above the list; at the page that it stands at, if none is named."""
    if page is None:
        focus = focus_of(stage.session, person.id)
        page = int(focus.facts.get("page") or 0) if focus.subject_id == component_list.id else 0
    card = current_card(stage, person, component_list, page)
    if note is not None:
        card = replace(card, text=f"{note}\n\n{card.text}")
    stage.show(person, card, slot=list_slot(component_list), fresh=fresh)


def _tell_changes(
    stage: Stage, person: Person, component_list: ComponentList, changes: Sequence[ListChanged]
) -> None:
    """A tap on the list changes it in place. Words bring the list, with what was done, below the words.
    What was changed from elsewhere (a search result, while sellers are asked) is said in a line."""
    shown = shown_in(stage.session, person.account, list_slot(component_list))
    if stage.tapped is not None and shown is not None and shown.message == stage.tapped:
        show_list(stage, person, component_list)
        return
    components = components_of(stage.session, component_list.id)
    note = _noted(stage.words(person), component_list, components, changes)
    if stage.tapped is None and component_list.state is ListState.OPEN:
        page = _page_of_last(stage, component_list, changes)
        show_list(stage, person, component_list, note=note, page=page, fresh=True)
        return
    if note is not None:
        show = Button(stage.words(person).plain("button-list"), ShowList())
        is_open = component_list.state is ListState.OPEN
        stage.show(person, Message(note, ((show,),) if is_open else ()))
    show_list(stage, person, component_list)


def _noted(
    words: Words,
    component_list: ComponentList,
    components: Sequence[Component],
    changes: Sequence[ListChanged],
) -> Html | None:
    """What was done, a line for each kind of change."""
    amounts = {component.name: words.amount(component.amount) for component in components}
    names: dict[str, list[str]] = {}
    for change in changes:
        names.setdefault(change.what, []).extend(change.names)
    lines = []
    for what, changed in names.items():
        if what == "scaled":
            lines.append(_scaled(words, component_list))
        elif what == "needed" and len(changed) == len(components) > 1:
            lines.append(words("list-all-needed"))
        elif changed:
            with_amounts = amounts if what == "changed" else {}
            told = ", ".join(
                f"{with_amounts.get(name, '')} {name[:60]}".strip() for name in changed[:NAMES_TOLD]
            )
            more = len(changed) - NAMES_TOLD
            lines.append(words(f"list-{what}", names=told, more=max(more, 0)))
    return Html("\n".join(lines)) if lines else None


def _scaled(words: Words, component_list: ComponentList) -> Html:
    if component_list.servings is None:
        return words("list-scaled-by", factor=words.number(component_list.factor))
    wanted = component_list.servings * component_list.factor
    return words("list-scaled", servings=words.number(wanted))


def _page_of_last(stage: Stage, component_list: ComponentList, changes: Sequence[ListChanged]) -> int | None:
    """The page of buttons that holds what was changed last."""
    names = [name for change in changes for name in change.names]
    if not names:
        return None
    components = components_of(stage.session, component_list.id)
    places = [place for place, component in enumerate(components) if component.name == names[-1]]
    return page_of(places[-1], len(components)) if places else None


def _come_before(stage: Stage, person: Person, component_list: ComponentList) -> None:
    """A list that was read is before the person now; a question that is open stays open."""
    focus = focus_of(stage.session, person.id)
    asked = {"by_button": True} if focus.asks and focus.facts.get("by_button") else {}
    focus_on(stage.session, person.id, FocusKind.LIST, component_list.id, asks=focus.asks, **asked)
