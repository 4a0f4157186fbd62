"""Handling of what belongs to no slice: hello, help, settings, search, admin, and words not understood."""

from bot import commands as c
from bot.handlers.asking_back import ask_again
from bot.handlers.carrying import rounds_waiting, show_rounds
from bot.handlers.files import read_file
from bot.handlers.lists import editable_list, list_before
from bot.handlers.picking import parts_waiting, show_work
from bot.handlers.placing_words import ask_which
from bot.handlers.reading_replies import open_inquiries
from bot.handlers.searching import found_at, look_for, show_found
from bot.messages import Button, Message
from bot.roles import SHOW_MENU
from bot.turn import Refusal, Turn
from bot.views.admin import admin_history, admin_orders
from bot.views.asides import cost_card, delivery_note
from bot.views.general import (
    did_you_mean,
    engine_away,
    help_card,
    languages_card,
    not_yet_card,
    settings_card,
    welcome_card,
)
from commerce.catalogue.models import Item
from commerce.catalogue.service import item_of, sellers_for
from commerce.delivery.service import carriers_for, order_delivered_by
from commerce.due import promise
from commerce.matching.shelf import shelf_of
from commerce.matching.wanted import amount_in
from commerce.methods.aliases import remember_item
from commerce.methods.lines import ComponentLine, Kind
from commerce.methods.models import ListState
from commerce.methods.service import add_component, list_by_hand
from commerce.orders.service import order_by_code
from commerce.people.conversations import close_conversation, conversation_of
from commerce.people.models import ConversationState, FocusKind, Role
from commerce.people.service import focus_of, focus_on, lose, return_from_aside
from commerce.units import Amount

__all__ = ["handle_general"]

LONGEST_NAME_WORDS = 4
MOST_REMINDERS = 3
"""So often a question is asked while other things are spoken of."""


def handle_general(turn: Turn, command: c.GeneralCommand) -> None:
    match command:
        case c.Start() | c.Greet():
            turn.reply(welcome_card(turn.stage, turn.person, turn.roles))
        case c.Help(topic=topic):
            _help(turn, topic)
        case c.Thank():
            turn.say("you-are-welcome")
        case c.NeverMind():
            _never_mind(turn)
        case c.Settings():
            turn.reply(settings_card(turn.stage, turn.person), slot="settings", fresh=True)
        case c.SetPriority(priority=priority):
            _set_priority(turn, priority.value)
        case c.SetLanguage(language=language):
            _set_language(turn, language)
        case c.Privacy():
            turn.say("privacy")
        case c.Search():
            look_for(turn, command)
        case c.ShowFound():
            show_found(turn, command)
        case c.AddFound(place=place):
            _add_item(turn, c.AddItem(found_at(turn, place).id))
        case c.AddItem():
            _add_item(turn, command)
        case c.ShowWork():
            _show_work(turn)
        case c.AdminOrders(page=page):
            turn.must_be(Role.ADMIN)
            typed = turn.message_id is None
            turn.reply(admin_orders(turn.stage, turn.person, page), slot="orders", fresh=typed)
        case c.AdminOrderHistory(order=code):
            _history(turn, code)
        case c.DidYouMean():
            _did_you_mean(turn, command)
        case c.SaidAtWork():
            _said_at_work(turn, command)
        case c.NotYet(intent=intent):
            turn.reply(not_yet_card(turn.stage, turn.person, intent))
        case c.EngineAway(stage=stage):
            turn.reply(engine_away(turn.stage, turn.person, turn.roles, stage))
        case c.AskBack(asks=asks):
            turn.say(f"ask-{asks}" if _ask(turn, asks) else "never-mind-question")
        case c.Welcome():
            turn.reply(welcome_card(turn.stage, turn.person, turn.roles))
        case c.Gone():
            lose(turn.session, turn.person, turn.now)
        case c.InGroup(group=group):
            turn.stage.show_in(
                group, Message(turn.words("group-not-here", shop=turn.stage.settings.shop.name))
            )
        case c.CannotRead(offer=sent):
            turn.say("seller-cannot-read" if sent else "cannot-read", what=sent)
        case c.ReadFile():
            read_file(turn, command)
        case c.TellCost():
            _tell_cost(turn)
        case c.UnknownCommand(name=name):
            turn.say("unknown-command", name=name)


def _set_priority(turn: Turn, priority: str) -> None:
    turn.person.priority = priority
    turn.session.add(turn.person)
    if turn.message_id is not None:
        turn.reply(settings_card(turn.stage, turn.person), slot="settings")
    turn.say("priority-kept", priority=priority.replace("_", "-"))


def _help(turn: Turn, topic: str) -> None:
    """Of delivery in the light of what is before her: a proposal, an order being completed, a list."""
    focus = focus_of(turn.session, turn.person.id)
    note = None
    if topic == "delivery" and focus.kind in {FocusKind.PROPOSAL, FocusKind.CHECKOUT, FocusKind.LIST}:
        note = delivery_note(turn.stage, turn.person, focus)
    turn.reply(help_card(turn.stage, turn.person, turn.roles, topic, note))


def _tell_cost(turn: Turn) -> None:
    """Of what is before her; where that has no price yet, how delivery goes."""
    note = cost_card(turn.stage, turn.person, focus_of(turn.session, turn.person.id))
    turn.reply(note or help_card(turn.stage, turn.person, turn.roles, "delivery", None))


def _never_mind(turn: Turn) -> None:
    """The open question is dropped, else a request for a person that nobody has taken; the rest stays."""
    focus = focus_of(turn.session, turn.person.id)
    asked = focus.asks is not None
    waiting = conversation_of(turn.session, turn.person.id)
    if not asked and waiting is not None and waiting.state is ConversationState.WAITING:
        close_conversation(turn.session, waiting, "person", turn.now)
        return
    focus_on(turn.session, turn.person.id, focus.kind, focus.subject_id)
    text = turn.words("never-mind-question" if asked else "never-mind")
    turn.reply(Message(text, no_keyboard=asked))


def _set_language(turn: Turn, language: str) -> None:
    """Without one, the languages are shown to choose from."""
    wished = language[:2].lower()
    if not wished or wished not in turn.stage.settings.shop.languages:
        turn.reply(languages_card(turn.stage, turn.person, unknown=language))
        return
    turn.person.language = wished
    turn.session.add(turn.person)
    promise(turn.session, SHOW_MENU, turn.person.id, turn.now, key=f"{SHOW_MENU}:{turn.person.id}:{turn.now}")
    turn.say("language-kept")


def _ask(turn: Turn, asks: str) -> bool:
    """A question is open; what is before the person stays, and a search was an aside. False: she said other
    things so often that it is not asked again."""
    return_from_aside(turn.session, turn.person.id)
    focus = focus_of(turn.session, turn.person.id)
    facts = {name: value for name, value in focus.facts.items() if name != "by_button"}
    times = int(facts.get("asked") or 0) + 1 if focus.asks == asks else 1
    if times > MOST_REMINDERS:
        focus_on(turn.session, turn.person.id, focus.kind, focus.subject_id)
        return False
    facts["asked"] = times
    focus_on(turn.session, turn.person.id, focus.kind, focus.subject_id, asks=asks, **facts)
    return True


def _said_at_work(turn: Turn, command: c.SaidAtWork) -> None:
    """Perhaps it is about an inquiry; otherwise what waits is shown, or what was perhaps meant."""
    waiting = open_inquiries(turn.session, turn.person.id, turn.now)
    if ask_again(turn, waiting):
        return
    if waiting:
        ask_which(turn, waiting, command.text, sure=False)
    elif parts_waiting(turn) or rounds_waiting(turn):
        human = Button(turn.words.plain("button-human"), c.TalkToHuman())
        turn.reply(Message(turn.words("not-understood-at-work"), ((human,),)))
        _show_work(turn)
    else:
        _did_you_mean(turn, c.DidYouMean(command.text, command.intents))


def _did_you_mean(turn: Turn, command: c.DidYouMean) -> None:
    """The bare name of something for sale is looked up; otherwise buttons for what was perhaps meant."""
    text = command.text.strip()
    sold = [] if len(text.split()) > LONGEST_NAME_WORDS else shelf_of(turn.session).everything.best(text)
    if sold and sold[0].sure:
        look_for(turn, c.Search(text))
        return
    turn.reply(did_you_mean(turn.stage, turn.person, command.intents))


def _without_pack(item: Item) -> str:
    """ "Spaghetti No. 5, 500 g" without its pack, which stands before it on the list."""
    name, _, pack = item.title.rpartition(", ")
    return name if name and amount_in(pack) == Amount(item.pack_qty, item.pack.unit) else item.title


def _add_item(turn: Turn, command: c.AddItem) -> None:
    """An item found by search joins the list as a component of its own."""
    item = item_of(turn.session, command.item_id)
    found = list_before(turn)
    if found is None or found.state is ListState.READING:
        found = list_by_hand(turn.session, turn.person, turn.now)
    kind = Kind.INGREDIENT if item.category == "food" else Kind.MATERIAL
    name = _without_pack(item)
    line = ComponentLine(
        text=item.title,
        name=name,
        amount=Amount(item.pack_qty, item.pack.unit),
        kind=kind,
        size=None,
        preparation=None,
        optional=False,
        alternatives=(),
        doubt=None,
    )
    searched = focus_of(turn.session, turn.person.id)
    if searched.kind is FocusKind.SEARCH and searched.facts.get("query"):
        query = str(searched.facts["query"])
        remember_item(turn.session, turn.person.id, query, item.id, turn.now)
    confirmed_by = turn.stage.settings.asking.confirmed_by
    open_list = editable_list(turn, found.id)
    add_component(turn.session, open_list, line, turn.now, item_id=item.id, confirmed_by=confirmed_by)


def _show_work(turn: Turn) -> None:
    if sellers_for(turn.session, turn.person.id):
        show_work(turn)
    elif carriers_for(turn.session, turn.person.id):
        show_rounds(turn)
    else:
        raise Refusal("work-none")


def _history(turn: Turn, code: str) -> None:
    if Role.ADMIN not in turn.roles:
        raise Refusal("order-own-track")
    order = order_by_code(turn.session, code) or order_delivered_by(turn.session, code)
    if order is None:
        raise Refusal("order-which-code", code=code)
    turn.reply(admin_history(turn.stage, turn.person, order))
