"""Hello, help and settings."""

from collections.abc import Sequence

from babel import Locale

from bot.commands import (
    AdminOrders,
    AskSellers,
    Checkout,
    Command,
    Help,
    NeverMind,
    Privacy,
    Search,
    SetLanguage,
    SetPriority,
    ShowList,
    ShowProposal,
    ShowWork,
    TalkToHuman,
    Track,
)
from bot.commands import Settings as ShowSettings
from bot.messages import Button, Message
from bot.turn import Stage
from bot.views.proposals import SHOWN_PRIORITIES
from bot.views.wording import Html, Words
from commerce.people.models import Person, Role

__all__ = [
    "did_you_mean", "engine_away", "help_card", "languages_card", "not_yet_card", "settings_card",
    "welcome_card",
]  # fmt: skip

HELP_TOPICS = {"payment", "delivery", "returns", "scaling", "privacy", "sellers", "who"}

# What a button can do instead of words, by the intent that was perhaps meant.
INSTEAD: dict[str, Command] = {
    "ask_sellers": AskSellers(),
    "compare_offers": ShowProposal(),
    "choose_strategy": ShowProposal(),
    "explain_choice": ShowProposal(),
    "track_order": Track(),
    "confirm_order": Checkout(),
    "keep_components": ShowList(),
    "drop_components": ShowList(),
    "add_component": ShowList(),
    "scale_job": ShowList(),
    "change_quantity": ShowList(),
    "set_priority": ShowSettings(),
    "help": Help(),
    "talk_to_human": TalkToHuman(),
    "never_mind": NeverMind(),
}


def welcome_card(stage: Stage, person: Person, roles: frozenset[Role]) -> Message:
    """Two sentences and three suggestions; a seller and a carrier hear what concerns them."""
    words = stage.words(person)
    shop, first = stage.settings.shop.name, person.name.split()[0]
    for role in (Role.SELLER, Role.CARRIER, Role.ADMIN, Role.COORDINATOR):
        if role in roles:
            return Message(words(f"welcome-{role.value}", name=first, shop=shop), _rows(words, _menu(role)))
    return Message(words("welcome", name=first, shop=shop), _rows(words, _menu(Role.CONSUMER)))


def help_card(
    stage: Stage, person: Person, roles: frozenset[Role], topic: str, note: Html | None = None
) -> Message:
    """`note`: what is to be said of the topic in the light of what is before her."""
    words = stage.words(person)
    if topic in HELP_TOPICS:
        more: list[tuple[str, Command]] = [("button-help", Help()), ("button-human", TalkToHuman())]
        text = words("help-topic", topic=topic)
        return Message(f"{text}\n\n{note}" if note else text, _rows(words, more))
    parts = [words("help-consumer")]
    parts += [
        words(f"help-{role.value}") for role in (Role.SELLER, Role.CARRIER, Role.ADMIN) if role in roles
    ]
    return Message(
        "\n\n".join(parts), _rows(words, [*_menu(Role.CONSUMER)[1:], ("button-human", TalkToHuman())])
    )


def settings_card(stage: Stage, person: Person) -> Message:
    words = stage.words(person)
    rows = tuple(
        (
            Button(
                ("● " if person.priority == priority.value else "○ ")
                + words.plain("priority-short", priority=priority.value.replace("_", "-")),
                SetPriority(priority),
            ),
        )
        for priority in SHOWN_PRIORITIES
    )
    text = words(
        "settings-title", priority=person.priority.replace("_", "-"), language=words.locale.language_name
    )
    return Message(text, rows)


def languages_card(stage: Stage, person: Person, *, unknown: str = "") -> Message:
    """The languages that the shop speaks, a button for each by its own name."""
    words = stage.words(person)
    names = {code: Locale(code).get_display_name(code) or code for code in stage.settings.shop.languages}
    rows = tuple((Button(name.capitalize(), SetLanguage(code)),) for code, name in names.items())
    return Message(words("language-which", language=words.locale.language_name, unknown=unknown[:20]), rows)


def did_you_mean(stage: Stage, person: Person, intents: Sequence[str]) -> Message:
    """Buttons for what it could have meant; never silence."""
    words = stage.words(person)
    below = {"help", "talk_to_human"}  # they stand below the others anyway
    offers = {INSTEAD[intent]: intent for intent in intents if intent in INSTEAD and intent not in below}
    rows: list[tuple[Button, ...]] = [
        (Button(words.plain("meant", intent=intent.replace("_", "-")), command),)
        for command, intent in list(offers.items())[:3]
    ]
    rows.append(
        (Button(words.plain("button-help"), Help()), Button(words.plain("button-human"), TalkToHuman()))
    )
    return Message(words("not-understood", offers=len(offers)), tuple(rows))


SHOPPING: list[tuple[str, Command]] = [("button-search", Search("")), ("button-list-mine", ShowList())]
ORDERS: list[tuple[str, Command]] = [("button-where", Track()), ("button-search", Search(""))]
PEOPLE: list[tuple[str, Command]] = [("button-human", TalkToHuman()), ("button-where", Track())]
DATA: list[tuple[str, Command]] = [("button-human", TalkToHuman()), ("button-privacy", Privacy())]
PROPOSED: list[tuple[str, Command]] = [
    ("button-show-proposal", ShowProposal()), ("button-settings", ShowSettings()),
]  # fmt: skip
WHAT_THERE_IS: dict[str, list[tuple[str, Command]]] = {
    "like": PROPOSED, "dislike": PROPOSED, "accept_substitute": PROPOSED, "reject_substitute": PROPOSED,
    "confirm_reservation": ORDERS, "lapse_reservation": ORDERS, "open_reservations": ORDERS,
    "show_wardrobe": ORDERS, "return_item": PEOPLE, "export_data": DATA, "delete_data": DATA,
    "news_off": [("button-settings", ShowSettings()), ("button-privacy", Privacy())],
}  # fmt: skip
"""What there is instead of what is still to come, by the intent; for the others, things to buy."""


def not_yet_card(stage: Stage, person: Person, intent: str) -> Message:
    """What was asked for is not there yet: said plainly, with what is."""
    words = stage.words(person)
    text = words("not-yet", what=intent.replace("_", "-"))
    return Message(text, _rows(words, WHAT_THERE_IS.get(intent, SHOPPING)))


def engine_away(stage: Stage, person: Person, roles: frozenset[Role], at: str) -> Message:
    """An honest answer while free text cannot be read; everything else works."""
    words = stage.words(person)
    working = next((role for role in (Role.SELLER, Role.CARRIER, Role.ADMIN) if role in roles), Role.CONSUMER)
    return Message(words("engine-away", stage=at), _rows(words, _menu(working)))


def _menu(role: Role) -> list[tuple[str, Command]]:
    if role in {Role.SELLER, Role.CARRIER}:
        return [("button-work", ShowWork()), ("button-help", Help())]
    if role is Role.ADMIN:
        return [("button-orders", AdminOrders()), ("button-help", Help())]
    return [("button-how", Help()), ("button-where", Track()), ("button-settings", ShowSettings())]


def _rows(words: Words, menu: Sequence[tuple[str, Command]]) -> tuple[tuple[Button, ...], ...]:
    return tuple((Button(words.plain(key), command),) for key, command in menu)
