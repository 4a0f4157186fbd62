"""Handling of single lines: weak ones asked about one at a time, sorted by kind, an item chosen for one."""

from collections.abc import Sequence
from uuid import UUID

from bot import commands as c
from bot.handlers.lists import NAMES_SHOWN, editable_list, list_before, own_list
from bot.handlers.naming import named
from bot.messages import Message
from bot.telling.lists import show_list
from bot.turn import NotYours, Refusal, Turn
from bot.understanding.before import LINE
from bot.views.checking import (
    check_first_card,
    check_slot,
    choose_line_card,
    edit_slot,
    line_card,
    question_card,
)
from commerce.catalogue.models import Item
from commerce.catalogue.service import item_of
from commerce.matching.baskets import parts_of, share_out
from commerce.matching.namebook import thing_named
from commerce.matching.shelf import shelf_of
from commerce.matching.wording import words_of
from commerce.methods.aliases import remember_item
from commerce.methods.checking import (
    Answer,
    answer_line,
    answer_read,
    is_weak,
    leave_out_line,
    others_in,
    to_check,
)
from commerce.methods.lines import Doubt
from commerce.methods.models import Component, ComponentList, ListState
from commerce.methods.service import choose_item, components_of, list_of, sort_as
from commerce.outbox import shown_in
from commerce.people.models import FocusKind
from commerce.people.service import focus_of, focus_on

__all__ = ["handle_checking", "leave_doubts", "offers_to_check"]

ITEMS_SHOWN = 3
OTHERS_SHOWN = 3


def handle_checking(turn: Turn, command: c.CheckingCommand) -> None:
    match command:
        case c.CheckLines():
            _check(turn, command)
        case c.AnswerLine():
            _answer(turn, command)
        case c.SayLine():
            _say(turn, command)
        case c.EditLine():
            _edit(turn, command)
        case c.SortLine(component_id=component_id, kind=kind):
            component, component_list = _own(turn, component_id)
            editable_list(turn, component_list.id)
            sort_as(turn.session, component_list, [component], kind, turn.now)
            _show_line(turn, component, component_list, 0)
        case c.SortLines():
            _sort(turn, command)
        case c.ChooseItem():
            _choose(turn, command)


def offers_to_check(turn: Turn, component_list: ComponentList) -> bool:
    """Before sellers are asked: whether there are lines read with little confidence, and she was offered to
    look at them first."""
    components = components_of(turn.session, component_list.id)
    weak = [line for line in components if is_weak(line)]
    if weak:
        card = check_first_card(turn.words, component_list, weak, len(to_check(components)))
        turn.reply(card, slot=check_slot(component_list), fresh=True)
    return bool(weak)


def leave_doubts(turn: Turn, component_list: ComponentList) -> None:
    """The sellers are asked with the doubts that are left: the message that offered to check says so."""
    left = len(to_check(components_of(turn.session, component_list.id)))
    if shown_in(turn.session, turn.person.account, check_slot(component_list)) is not None:
        turn.reply(Message(turn.words("list-checked", left=left)), slot=check_slot(component_list))


def _check(turn: Turn, command: c.CheckLines) -> None:
    own_list(turn, command.list_id)
    component_list = editable_list(turn, command.list_id)
    if command.component_id is not None:
        component, _ = _own(turn, command.component_id)
        _ask(turn, component_list, component, skipped=(), n=1, total=1)
        return
    lines = to_check(components_of(turn.session, component_list.id))
    if not lines:
        raise Refusal("list-nothing-to-check")
    _ask(turn, component_list, lines[0], skipped=(), n=1, total=len(lines))


def _answer(turn: Turn, command: c.AnswerLine) -> None:
    component, component_list = _own(turn, command.component_id)
    if component_list.state is not ListState.OPEN:
        component_list = editable_list(turn, component_list.id)
    _take(turn, component, component_list, command.how, command.n)


def _say(turn: Turn, command: c.SayLine) -> None:
    focus = focus_of(turn.session, turn.person.id)
    asked = focus.facts.get(LINE)
    component = next(
        (
            line
            for line in (components_of(turn.session, focus.subject_id) if focus.subject_id else [])
            if str(line.id) == asked
        ),
        None,
    )
    if component is None:
        raise Refusal("list-what-meant")
    component_list = list_of(turn.session, component.list_id)
    if command.how:
        _take(turn, component, component_list, command.how, 0)
        return
    answer = answer_read(command.text, component, turn.person.language)
    if answer is None and turn.person.language != component_list.language:
        answer = answer_read(command.text, component, component_list.language)
    if answer is None:
        raise Refusal("line-not-understood", name=component.name)
    of_line = answer.name != component.name and _is_known_thing(component)
    answer_line(turn.session, component, answer, turn.now, of_line=of_line)
    share_out(turn.session, component)
    _go_on(turn, component_list, component, answered=True)


def _is_known_thing(component: Component) -> bool:
    """Whether the name was never in doubt: who wants margarine where the page says butter does not call
    butter so."""
    return component.doubt is Doubt.NO_AMOUNT and thing_named(words_of(component.name)) is not None


def _take(turn: Turn, component: Component, component_list: ComponentList, how: str, n: int) -> None:
    """A tap, or a word that is as good as one. A line that was answered already is not answered again."""
    if how == "stop":
        _finish(turn, component_list, answered=False)
        return
    if how == "again":
        facts = focus_of(turn.session, turn.person.id).facts
        skipped, n, total = facts.get("skipped", ()), int(facts.get("n") or 1), int(facts.get("total") or 1)
        _ask(turn, component_list, component, skipped=skipped, n=n, total=total)
        return
    open_still = component.doubt is not None or _is_asked(turn, component_list, component)
    answered = open_still and how != "skip"
    if answered and how == "out":
        leave_out_line(turn.session, component, turn.now)
    elif answered:
        answer, of_line = Answer(component.name, component.amount), False
        if how == "other":
            others = _others(turn, component, component_list)
            if not 0 <= n < len(others):
                raise NotYours
            answer = Answer(others[n], component.amount)
            of_line = others[n] in others_in(component, component_list.language)
        amount_before = component.amount
        answer_line(turn.session, component, answer, turn.now, of_line=of_line)
        if component.amount != amount_before:
            share_out(turn.session, component)
    _go_on(turn, component_list, component, answered=answered)


def _go_on(turn: Turn, component_list: ComponentList, last: Component, *, answered: bool) -> None:
    """The next weak line that was not skipped, or the list again."""
    facts = focus_of(turn.session, turn.person.id).facts if _is_asked(turn, component_list) else {}
    skipped = (*facts.get("skipped", ()), str(last.id))
    total, n = int(facts.get("total") or 1), int(facts.get("n") or 1)
    if answered and last.needed and last.doubt is not None:  # what it is was said, but not how much
        _ask(turn, component_list, last, skipped=facts.get("skipped", ()), n=n, total=total)
        return
    lines = [
        line
        for line in to_check(components_of(turn.session, component_list.id))
        if str(line.id) not in skipped
    ]
    if lines and n < total:
        _ask(turn, component_list, lines[0], skipped=skipped, n=n + 1, total=total)
    else:
        _finish(turn, component_list, answered=answered)


def _finish(turn: Turn, component_list: ComponentList, *, answered: bool) -> None:
    """The question is closed and the list shown again; after an answer, that is told from the event."""
    focus_on(turn.session, turn.person.id, FocusKind.LIST, component_list.id)
    turn.reply(Message(turn.words("list-check-over")), slot=check_slot(component_list))
    if not answered:
        left = len(to_check(components_of(turn.session, component_list.id)))
        note = turn.words("list-checked", left=left)
        show_list(turn.stage, turn.person, component_list, note=note, fresh=True)


def _ask(
    turn: Turn,
    component_list: ComponentList,
    component: Component,
    *,
    skipped: Sequence[str],
    n: int,
    total: int,
) -> None:
    focus_on(
        turn.session,
        turn.person.id,
        FocusKind.LIST,
        component_list.id,
        asks=LINE,
        line=str(component.id),
        skipped=list(skipped),
        n=n,
        total=total,
    )
    slot = check_slot(component_list)
    others = _others(turn, component, component_list)
    card = question_card(turn.words, component, others, n=n, total=total)
    shown = shown_in(turn.session, turn.person.account, slot)
    in_place = turn.message_id is not None and shown is not None and shown.message == turn.message_id
    turn.reply(card, slot=slot, fresh=not in_place)


def _is_asked(turn: Turn, component_list: ComponentList, component: Component | None = None) -> bool:
    """Whether a line of this list, or this line, is asked about just now."""
    focus = focus_of(turn.session, turn.person.id)
    of_list = focus.asks == LINE and focus.subject_id == component_list.id
    return of_list and (component is None or focus.facts.get(LINE) == str(component.id))


def _others(turn: Turn, component: Component, component_list: ComponentList) -> list[str]:
    """What the line may mean instead: what it offers itself; where the name is weak, what is sold under the
    like of it."""
    found = list(others_in(component, component_list.language))
    if component.doubt in {Doubt.UNSURE_NAME, Doubt.FROM_PROSE}:
        shelf = shelf_of(turn.session)
        matches = shelf.everything.best(component.name, kind=component.kind, at_most=OTHERS_SHOWN)
        found += [_plain_title(shelf.items[match.item_id].title) for match in matches if match.score >= 60]
    unlike = [one for one in dict.fromkeys(found) if one.casefold() != component.name.casefold()]
    return unlike[:OTHERS_SHOWN]


def _plain_title(title: str) -> str:
    return title.partition(",")[0]


def _edit(turn: Turn, command: c.EditLine) -> None:
    component_list = own_list(turn, command.list_id)
    if command.component_id is not None:
        component, component_list = _own(turn, command.component_id)
        _show_line(turn, component, component_list, command.page)
        return
    components = components_of(turn.session, component_list.id)
    if not components:
        raise Refusal("list-what-to-add")
    editable_list(turn, component_list.id)
    card = choose_line_card(turn.words, component_list, components, command.page)
    _show_edit(turn, component_list, card)


def _show_line(turn: Turn, component: Component, component_list: ComponentList, page: int) -> None:
    parts = [
        (part, list_of(turn.session, part.list_id))
        for part in parts_of(turn.session, [component]).get(component.id, [])
    ]
    card = line_card(turn.stage, turn.person, component, parts, _items_for(turn, component), page)
    _show_edit(turn, component_list, card)


def _show_edit(turn: Turn, component_list: ComponentList, card: Message) -> None:
    shown = shown_in(turn.session, turn.person.account, edit_slot(component_list))
    in_place = turn.message_id is not None and shown is not None and shown.message == turn.message_id
    turn.reply(card, slot=edit_slot(component_list), fresh=not in_place)


def _items_for(turn: Turn, component: Component) -> list[Item]:
    """The items that fit best, the one that was chosen among them."""
    shelf = shelf_of(turn.session)
    unit = component.amount.unit if component.amount is not None else None
    matches = shelf.everything.best(
        component.name, kind=component.kind, size=component.size, at_most=ITEMS_SHOWN, unit=unit
    )
    ids = [match.item_id for match in matches]
    chosen = component.item_id or component.prefers_id
    if chosen is not None and chosen in shelf.items and chosen not in ids:
        ids = [chosen, *ids[: ITEMS_SHOWN - 1]]
    return [shelf.items[item_id] for item_id in ids]


def _sort(turn: Turn, command: c.SortLines) -> None:
    component_list = list_before(turn)
    if component_list is None:
        raise Refusal("list-none")
    component_list = editable_list(turn, component_list.id)
    components = components_of(turn.session, component_list.id)
    meant = named(components, command.names, ())
    if meant.unclear:
        what, several = meant.unclear[0]
        names = ", ".join(part.name for part in several[:NAMES_SHOWN])
        raise Refusal("list-which-of", what=what, names=names)
    if not meant.found:
        names = ", ".join(component.name for component in components[:NAMES_SHOWN])
        raise Refusal("list-not-found", what=", ".join(command.names)[:100], names=names)
    sort_as(turn.session, component_list, meant.found, command.kind, turn.now)
    if meant.unknown:
        turn.say("list-not-found-some", names=", ".join(meant.unknown)[:200])


def _choose(turn: Turn, command: c.ChooseItem) -> None:
    component, component_list = _own(turn, command.component_id)
    editable_list(turn, component_list.id)
    if command.item_id is None:
        component.item_id = component.prefers_id = None
        turn.session.add(component)
        turn.reply(Message(turn.words("line-any-item", name=component.name)))
        show_list(turn.stage, turn.person, component_list)
    else:
        item = item_of(turn.session, command.item_id)
        choose_item(turn.session, component, item.id, turn.now)
        remember_item(turn.session, turn.person.id, component.name, item.id, turn.now)
    _show_line(turn, component, component_list, 0)


def _own(turn: Turn, component_id: UUID) -> tuple[Component, ComponentList]:
    component = turn.session.get(Component, component_id)
    if component is None:
        raise NotYours
    return component, own_list(turn, component.list_id)
