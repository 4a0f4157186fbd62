"""What happens to a list of components, told to its owner."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.commands import ShowList, TryAgain
from bot.messages import Button, Message
from bot.turn import Stage
from bot.understanding.before import LINE
from bot.views.checking import edit_slot
from bot.views.lists import joined_card, list_slot, page_line, page_of, title_of
from bot.views.pages import reading_card, refusal_card
from bot.views.rounds import current_card
from bot.views.wording import Html, Words
from commerce.events import Event
from commerce.matching.baskets import pages_of
from commerce.methods.checking import to_check
from commerce.methods.events import (
    LineAnswered,
    ListChanged,
    PageJoined,
    PageLeft,
    PageRead,
    PagesParted,
    PageTurnedDown,
    ReadingStarted,
)
from commerce.methods.models import Component, ComponentList, ListState
from commerce.methods.service import components_of, list_of
from commerce.outbox import shown_in
from commerce.people.models import FocusKind, Person
from commerce.people.service import focus_of, focus_on

__all__ = ["ListEvent", "changes_last_told_by", "show_list", "tell_list"]

ListEvent = (
    ReadingStarted | PageRead | PageTurnedDown | ListChanged | LineAnswered | PageJoined | PageLeft
    | PagesParted
)  # fmt: skip
NAMES_TOLD = 12


def changes_last_told_by(event: ListChanged, fresh: Iterable[Event]) -> list[ListChanged]:
    """All changes of the unit to the list of `event`, if this is the last of them; else none: a list that
    was changed in several ways is shown once."""
    own = [other for other in fresh if isinstance(other, ListChanged) and other.list_id == event.list_id]
    return own if own[-1] is event else []


def tell_list(stage: Stage, event: ListEvent, fresh: Sequence[Event]) -> None:
    person = stage.session.get_one(Person, event.person_id)
    words = stage.words(person)
    if isinstance(event, PagesParted):
        _tell_parted(stage, person, event, fresh)
        return
    component_list = list_of(stage.session, event.list_id)
    match event:
        case ReadingStarted():
            stage.show(person, reading_card(words, component_list), slot=list_slot(component_list))
        case PageTurnedDown():
            stage.show(person, refusal_card(words, component_list), slot=list_slot(component_list))
        case PageRead() if component_list.state is ListState.IN_BASKET:
            pass  # it is told with the basket
        case PageJoined(basket_id=basket_id):
            stage.show(person, joined_card(words, component_list), slot=list_slot(component_list))
            joined = [other for other in fresh if isinstance(other, PageJoined)]
            if event is joined[-1]:
                _tell_joined(stage, person, list_of(stage.session, basket_id), fresh)
        case PageLeft(basket_id=basket_id):
            _tell_left(stage, person, component_list, list_of(stage.session, basket_id))
        case LineAnswered():
            _tell_answered(stage, person, component_list)
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


def _tell_joined(stage: Stage, person: Person, basket: ComponentList, fresh: Sequence[Event]) -> None:
    """The basket comes down to where she looks, with what was cut off a page that was read just now."""
    words = stage.words(person)
    _come_before(stage, person, basket)
    titles = ", ".join(title_of(words, page)[:60] for page in pages_of(stage.session, basket.id))
    note = words("basket-joined", titles=titles)
    left_out = sum(event.left_out for event in fresh if isinstance(event, PageRead))
    if left_out:
        note = Html(f"{note}\n{words('list-cut', left_out=left_out)}")
    show_list(stage, person, basket, note=note, page=0, fresh=True)


def _tell_left(stage: Stage, person: Person, page: ComponentList, basket: ComponentList) -> None:
    """What is left of the page's own message offers to read it anew; the basket comes without it."""
    words = stage.words(person)
    note = words("basket-page-left", title=title_of(words, page))
    again = ((Button(words.plain("button-read-anew"), TryAgain(page.id)),),) if page.url else ()
    stage.show(person, Message(note, again), slot=list_slot(page))
    if basket.state is ListState.OPEN:
        show_list(stage, person, basket, note=note, page=0, fresh=True)


def _tell_parted(stage: Stage, person: Person, event: PagesParted, fresh: Sequence[Event]) -> None:
    """Each page is a list of its own again; the newest stands last and is before her."""
    words = stage.words(person)
    left = [other for other in fresh if isinstance(other, PageLeft) and other.basket_id == event.basket_id]
    if left:
        gone = title_of(words, list_of(stage.session, left[-1].list_id))
        told = words("basket-page-left", title=gone)
    else:
        told = words("basket-parted")
    stage.show(person, Message(told), slot=list_slot(list_of(stage.session, event.basket_id)))
    for list_id in event.list_ids:
        page = list_of(stage.session, list_id)
        _come_before(stage, person, page)
        show_list(stage, person, page, page=0, fresh=True)


def _tell_answered(stage: Stage, person: Person, component_list: ComponentList) -> None:
    """While the next line is asked about, the list above is kept up to date; at the end it comes down."""
    if focus_of(stage.session, person.id).asks == LINE:
        show_list(stage, person, component_list)
        return
    left = len(to_check(components_of(stage.session, component_list.id)))
    show_list(stage, person, component_list, note=stage.words(person)("list-checked", left=left), fresh=True)


def _tell_changes(
    stage: Stage, person: Person, component_list: ComponentList, changes: Sequence[ListChanged]
) -> None:
    """A tap on the list changes it in place. Words bring the list, with what was done, below the words.
    What was changed from elsewhere (a search result, while sellers are asked) is said in a line."""
    shown = shown_in(stage.session, person.account, list_slot(component_list))
    edited = shown_in(stage.session, person.account, edit_slot(component_list))
    on_them = {one.message for one in (shown, edited) if one is not None}
    if stage.tapped is not None and stage.tapped in on_them:
        show_list(stage, person, component_list)
        return
    components = components_of(stage.session, component_list.id)
    note = _noted(stage, stage.words(person), component_list, components, changes)
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
    stage: Stage,
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
            lines += _scaled(stage, words, component_list, changed)
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


def _scaled(stage: Stage, words: Words, component_list: ComponentList, titles: Sequence[str]) -> list[Html]:
    """For how many it is now; of a basket, the pages of these titles, or all."""
    pages = pages_of(stage.session, component_list.id)
    if pages:
        shown = [page_line(words, page) for page in pages if not titles or page.title in titles]
        return [Html(f"⚖️ {line.removeprefix('• ')}") for line in shown]
    if component_list.servings is None:
        return [words("list-scaled-by", factor=words.number(component_list.factor))]
    wanted = component_list.servings * component_list.factor
    return [words("list-scaled", servings=words.number(wanted))]


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
    asks = focus.asks if focus.asks != LINE else None  # a line that was asked about is of another list
    asked = {"by_button": True} if asks and focus.facts.get("by_button") else {}
    focus_on(stage.session, person.id, FocusKind.LIST, component_list.id, asks=asks, **asked)
