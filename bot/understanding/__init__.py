"""Arrival -> commands: buttons, links, slash commands and replies directly, free text through Rasa."""

from dataclasses import dataclass, replace
from datetime import date

from bot import commands as c
from bot.arrivals import Arrival, ArrivalKind
from bot.dialogue.client import Away, Dialogue
from bot.dialogue.reading import Reading
from bot.understanding.before import ASKED_BY_DIALOGUE, LINE, Before
from bot.understanding.completing import places_plainly, said_at_checkout
from bot.understanding.corrections import corrected_at_checkout
from bot.understanding.directly import directly, while_away
from bot.understanding.line_answers import ASIDES
from bot.understanding.named_jobs import job_named
from bot.understanding.openings import plainly_meant
from bot.understanding.plain import plain_meaning
from bot.understanding.several import counted_thing, wanted_instead, wishes_apart
from bot.understanding.wishes import WISHES, counted

__all__ = ["Part", "Understood", "commands_of", "understand"]

SITUATIONS = {"job": "none"}
"""What may be before a person and is read as if something else were: lists to choose from as nothing."""
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


OF_SHOPPING = (
    c.KeepLines | c.DropLines | c.ChangeQuantity | c.ScaleTo | c.ScaleBy | c.AskSellers | c.ShowProposal
    | c.Propose | c.ChooseBy | c.Explain | c.JudgeSubstitute | c.Checkout | c.PlaceOrder | c.CancelOrder
    | c.Correct | c.Pay | c.SetWindow | c.SetHandover | c.GiveAddress | c.MoveLine | c.ChooseNth
)  # fmt: skip
"""Wishes about what somebody shops for: they make no sense of who works here and has nothing of that."""

NOT_BESIDE = (
    c.PlaceOrder | c.CancelOrder | c.DidYouMean | c.NotYet | c.TalkToHuman | c.NeverMind | c.SaidAtWork
)
"""What is not done along with another wish: it binds, ends something, or was not understood."""


@dataclass(frozen=True)
class Part:
    """One of several wishes, in its own words; without commands it is left, and she is told so."""

    said: str
    commands: tuple[c.Command, ...]


@dataclass(frozen=True)
class Understood:
    """The commands, in order; `settles`: the question that was open is answered or left; `returns`: they are
    meant for what was before the person when she began to search; `parts`: of several wishes each one."""

    commands: tuple[c.Command, ...]
    settles: bool = False
    returns: bool = False
    parts: tuple[Part, ...] = ()


async def understand(arrival: Arrival, before: Before, dialogue: Dialogue | None, today: date) -> Understood:
    """What the person wants: one wish, or several of one sentence."""
    if arrival.kind == ArrivalKind.TEXT and not (
        arrival.links or arrival.forwarded or before.conversations or before.is_answer
    ):
        apart = wishes_apart(arrival.text, before) if plain_meaning(arrival.text) is None else ()
        several = await _each_of(apart, arrival, before, dialogue, today) if apart else None
        if several is not None:
            return several
    return await _whole(arrival, before, dialogue, today)


async def _each_of(
    apart: tuple[str, ...], arrival: Arrival, before: Before, dialogue: Dialogue | None, today: date
) -> Understood | None:
    """The wishes one after the other; None where none of them can be done: the sentence is read whole."""
    parts: list[Part] = []
    settles = returns = False
    for said in apart:
        thing = counted_thing(said) if parts else None
        instead = wanted_instead(said) if parts else None
        if thing is not None:
            read = Understood((counted(thing, arrival.language),))
        elif instead is not None:
            read = Understood((c.AddLines((instead,)),))
        else:
            read = await _whole(replace(arrival, text=said), before, dialogue, today)
        if any(isinstance(command, c.EngineAway) for command in read.commands):
            return None  # a half that nobody can read now is no reason to do the other
        beside = not any(isinstance(command, NOT_BESIDE) for command in read.commands)
        parts.append(Part(said, read.commands if beside else ()))
        settles, returns = settles or read.settles, returns or read.returns
    commands = tuple(command for part in parts for command in part.commands)
    return Understood(commands, settles, returns, tuple(parts)) if commands else None


async def _whole(arrival: Arrival, before: Before, dialogue: Dialogue | None, today: date) -> Understood:
    """One command, or two when a digression leaves a question open."""
    plain = arrival.kind == ArrivalKind.TEXT and not (
        arrival.links or arrival.forwarded or before.conversations
    )
    if plain and before.pending == "checkout" and not (before.works or before.is_answer):
        completing = said_at_checkout(arrival.text, before.asks, today)
        if completing:
            return Understood(completing)
    direct = directly(arrival, before)
    if direct:
        return Understood(direct)
    if before.asks == LINE:
        return await _on_a_line(arrival, before, dialogue, today)
    if dialogue is None:
        return Understood((while_away("off", arrival.text, before),))
    to_seller = c.AnswerQuestionInWords(arrival.text.strip()) if before.asks == "seller_question" else None
    asked = before.asks if before.asks in ASKED_BY_DIALOGUE else None
    shown = SITUATIONS.get(before.pending, before.pending)
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
    leaves_it = any(isinstance(command, c.DidYouMean | c.NeverMind | c.SaidAtWork) for command in commands)
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


def _is_bare_name(text: str, reading: Reading) -> bool:
    said = text.strip(" .!?").casefold()
    names = reading.slots.get("components")
    return isinstance(names, list) and [str(name).casefold() for name in names] == [said]


def _wish(reading: Reading, text: str, before: Before) -> c.Command:
    """What is meant; who sells or carries here and shops for nothing speaks of her work."""
    command = _meant(reading, text, before)
    shops = before.has_list and not before.open_inquiries
    lost = isinstance(command, c.DidYouMean) or (isinstance(command, OF_SHOPPING) and not shops)
    if not (before.works and before.asks is None and lost):
        return command
    return c.SaidAtWork(text, command.intents if isinstance(command, c.DidYouMean) else ())


def _meant(reading: Reading, text: str, before: Before) -> c.Command:
    slots = reading.slots
    if reading.intent in {"keep_components", "drop_components"} and _is_bare_name(text, reading):
        return c.Search(text)  # what is to be done with it is not said
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
    if before.pending == "checkout" and reading.intent == "confirm_order":
        return c.PlaceOrder() if surely_confirmed and places_plainly(text) else c.Checkout()
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
