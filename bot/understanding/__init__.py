"""Arrival -> commands: buttons, links, slash commands and replies directly, free text through Rasa."""

from dataclasses import dataclass, replace
from datetime import date

from bot import commands as c
from bot.arrivals import Arrival
from bot.dialogue.client import Away, Dialogue
from bot.dialogue.reading import Reading
from bot.understanding.before import ASKED_BY_DIALOGUE, LINE, Before
from bot.understanding.directly import directly, while_away
from bot.understanding.line_answers import ASIDES
from bot.understanding.named_jobs import job_named
from bot.understanding.openings import plainly_meant
from bot.understanding.wishes import WISHES, corrected_at_checkout

__all__ = ["Understood", "commands_of", "understand"]

UNKNOWN_TO_DIALOGUE = {"job": "none"}
"""What may be before a person and is none of the dialogue's situations, as one of them."""
SURE_ENOUGH = 0.35
SURE_TO_CHANGE = 0.5
SURE_OF_LIST = 0.7
SURE_AFTER_SEARCH = 0.95
"""A search is an aside: behind it lies the list, and most of what is said is said of that."""
BEYOND_THE_LIST = {"round", "proposal", "search", "checkout", "order"}
"""The list lies behind these: what makes no sense to them may be meant for it."""
SAID_ANYWHERE = {
    "ask_combination", "try_on", "show_wardrobe", "news_on", "news_off", "reserve_item",
    "confirm_reservation", "lapse_reservation", "open_reservations", "return_item", "export_data",
    "delete_data", "privacy_info", "talk_to_human", "set_language", "help", "who_made",
}  # fmt: skip
"""Wishes that have nothing to do with what is before her."""
CHANGES = {
    "keep_components", "drop_components", "change_quantity", "scale_job", "ask_sellers", "confirm_order",
    "cancel_order", "choose_seller", "correction",
}  # fmt: skip
"""Wishes that change something: a doubtful reading of one is asked back."""

SURE_TO_LEAVE = 0.8
LEAVES_A_QUESTION = {
    "never_mind", "help", "greeting", "thanks", "track_order", "cancel_order", "confirm_order", "ask_sellers",
    "compare_offers", "explain_choice", "set_language", "privacy_info", "talk_to_human", "keep_components",
    "drop_components", "add_component", "scale_job", "choose_strategy", "search_product",
}  # fmt: skip
"""Wishes that are no answer to what a seller asked."""


@dataclass(frozen=True)
class Understood:
    """The commands, in order; `settles`: the question that was open is answered or left; `returns`: they are
    meant for what was before the person when she began to search."""

    commands: tuple[c.Command, ...]
    settles: bool = False
    returns: bool = False


async def understand(arrival: Arrival, before: Before, dialogue: Dialogue | None, today: date) -> Understood:
    """What the person wants: one command, or two when a digression leaves a question open."""
    direct = directly(arrival, before)
    if direct:
        return Understood(direct)
    if before.asks == LINE:
        return await _on_a_line(arrival, before, dialogue, today)
    if dialogue is None:
        return Understood((while_away("off", arrival.text, before),))
    to_seller = c.AnswerQuestionInWords(arrival.text.strip()) if before.asks == "seller_question" else None
    asked = before.asks if before.asks in ASKED_BY_DIALOGUE else None
    shown = UNKNOWN_TO_DIALOGUE.get(before.pending, before.pending)
    pending = f"ask_{asked}" if asked else shown
    chat = str(arrival.account)
    try:
        if asked and before.asked_by_button:
            await dialogue.note(chat, asked=pending)
        reading = await dialogue.read(chat, arrival.text, role=before.role, pending=pending, today=today)
        returns = False
        for other in _other_lights(pending, reading, before):
            again = await dialogue.read(chat, arrival.text, role=before.role, pending=other, today=today)
            if again.confidence < max(SURE_OF_LIST, reading.confidence):
                continue
            if other != "none":
                reading, returns = again, other == before.behind and again.intent != "search_product"
                before = replace(before, pending=other) if returns else before
                break
            reading = again if again.intent in SAID_ANYWHERE else reading
        if asked and reading.asks is not None and reading.is_complete:
            # an aside: the open question colours its reading, so it is read once more without the question
            aside = await dialogue.read(
                f"{chat}:aside", arrival.text, role=before.role, pending=shown, today=today
            )
            if aside.confidence >= SURE_OF_LIST and aside.asks is None:
                reading = replace(aside, asks=reading.asks, asks_for=reading.asks_for)
    except Away as away:
        return Understood((while_away(away.stage.value, arrival.text, before),))
    if to_seller is not None and _may_answer_a_seller(reading, arrival.text):
        return Understood((to_seller,))
    commands = commands_of(reading, arrival.text, before)
    leaves_it = any(isinstance(command, c.DidYouMean | c.NeverMind) for command in commands)
    settles = before.asks is not None and reading.asks is None and not leaves_it
    return Understood(commands, settles=settles, returns=returns)


def _other_lights(pending: str, reading: Reading, before: Before) -> tuple[str, ...]:
    """In which other situations a doubtful sentence is read: that behind what is before her, and that of
    somebody who has nothing before her."""
    doubtful_below = SURE_AFTER_SEARCH if pending == "search" else SURE_TO_CHANGE
    if reading.confidence >= doubtful_below or pending.startswith("ask_"):
        return ()
    behind = (before.behind or "list",) if pending in BEYOND_THE_LIST else ()
    return (*behind, "none") if pending != "none" else behind


def _may_answer_a_seller(reading: Reading, text: str) -> bool:
    """Words after a seller's question are its answer, unless they are surely a wish of another kind."""
    if text.rstrip().endswith("?") or plainly_meant(text, reading.slots) is not None:
        return False
    return reading.confidence < SURE_TO_LEAVE or reading.intent not in LEAVES_A_QUESTION


def commands_of(reading: Reading, text: str, before: Before) -> tuple[c.Command, ...]:
    """A reading as commands; a form's open question is asked (again) after what was answered."""
    if reading.intent == "correction" and before.pending == "checkout":
        # there the dialogue knows of the last wish in words only, not of what was tapped or read directly
        meant = corrected_at_checkout(reading.slots, text)
        if meant is not None:
            return (meant,)
    corrected = reading.corrected()
    if corrected is not None and (corrected.intent != "search_product" or before.pending == "search"):
        reading = corrected
    wanted: list[c.Command] = []
    if reading.is_complete:
        wanted.append(_wish(reading, text, before))
    if reading.asks is not None:
        wanted.append(c.AskBack(reading.asks, reading.asks_for or ""))
    return tuple(wanted)


async def _on_a_line(arrival: Arrival, before: Before, dialogue: Dialogue | None, today: date) -> Understood:
    """Words while a line is asked about are the answer, unless they surely wish something else."""
    answer = Understood((c.SayLine(arrival.text),))
    if dialogue is None:
        return answer
    try:
        reading = await dialogue.read(
            str(arrival.account), arrival.text, role=before.role, pending="list", today=today
        )
    except Away:
        return answer
    aside = reading.intent in ASIDES and reading.confidence >= SURE_OF_LIST
    if not aside and "?" not in arrival.text:
        return answer
    return Understood(commands_of(reading, arrival.text, before))


def _wish(reading: Reading, text: str, before: Before) -> c.Command:
    slots = reading.slots
    unsure = reading.confidence < SURE_OF_LIST or (reading.intent == "help" and not slots.get("topic"))
    if unsure and not slots.get("job") and (named := job_named(text)) is not None:
        return c.NameJob(named.job, named.servings)
    plain = plainly_meant(text, slots) if reading.confidence < SURE_OF_LIST else None
    if plain is not None and before.asks != "address":
        wish, slots = plain
        return WISHES[wish](slots, text)
    needed = SURE_TO_CHANGE if reading.intent in CHANGES else SURE_ENOUGH
    if reading.intent == "out_of_scope" or reading.confidence < needed:
        if before.asks == "address":
            return c.GiveAddress(text)
        return c.DidYouMean(text, _rivals(reading))
    if reading.intent in {"accept_substitute", "reject_substitute"} and len(text.split()) < 2:
        return c.DidYouMean(text)  # a bare "yes" or "no" to nothing that was asked
    if before.pending == "proposal" and reading.intent == "accept_substitute" and not slots:
        return c.Checkout()  # "I'll take it" is said of the proposal
    surely_confirmed = reading.intent == "confirm_order" and reading.confidence >= SURE_OF_LIST
    if before.pending == "checkout" and surely_confirmed:
        return c.PlaceOrder()
    if before.works and reading.intent in {"track_order", "open_reservations"}:
        return c.ShowWork()
    make = WISHES.get(reading.intent)
    if make is not None:
        return make(slots, text)
    if reading.confidence < SURE_TO_CHANGE:
        return c.DidYouMean(text, _rivals(reading))
    return c.NotYet(reading.intent)


def _rivals(reading: Reading) -> tuple[str, ...]:
    """What it was perhaps, the likeliest first."""
    likely = (name for name, sure in reading.ranking[:4] if name != "out_of_scope" and sure > 0.04)
    return tuple(likely)[:3]
