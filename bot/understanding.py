"""Arrival -> commands: buttons, links, slash commands and replies directly, free text through Rasa."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from uuid import UUID

from bot import commands as c
from bot.arrivals import Arrival, ArrivalKind
from bot.dialogue.client import Away, Dialogue
from bot.dialogue.reading import Reading
from bot.line_answers import ASIDES, basket_meant, line_answer, portions_meant, sorting_meant
from bot.listed import listed_in_line
from bot.named_jobs import job_named
from bot.offered import chosen_among
from bot.openings import plainly_meant
from bot.option_words import option_meant
from bot.plain import plain_meaning
from bot.substitute_words import substitute_verdict
from bot.wishes import WISHES, corrected_at_checkout
from commerce.methods.reading import NotAMethod, read_text
from commerce.orders.models import Handover, PayBy
from commerce.people.addresses import AddressIncomplete, check_address
from commerce.people.models import Role

__all__ = ["SLASH", "Before", "Understood", "commands_of", "understand"]

PASTED_LINES = 3
LINKS_AT_ONCE = 3
LONGEST_QUERY = 100
LINE = "line"
"""The question about a weak line of a list."""
OF_LISTS = {"none", "list", "round", "proposal", "search"}
ASKED_BY_DIALOGUE = {"servings", "quantity", "address", "window"}
SHORT_ANSWER = re.compile(
    r"^\s*(?:for\s+|für\s+|fuer\s+|pour\s+|x\s*)?(?P<number>[-−]?\d{1,12}(?:[.,]\d{1,3})?(?:e\d{1,2})?)"
    r"\s*(?:x|times|people|persons?|servings?|portions?|pieces?|pax|pcs"
    r"|mal|personen|person|leute|portionen|stück|gäste|fois|personnes?|parts?|pièces?|convives)?\s*[.!]?\s*$",
    re.IGNORECASE,
)
VISIBLE = re.compile(
    r"[^\s\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0]"
)
WORK = re.compile(
    r"^(?:(?:what(?:['’]?s| is| do i have| are)?|anything|is there anything|show(?: me)?|list|my|any)\b"
    r"[^\n]{0,40}\b(?:open|waiting|waits|next|to (?:do|pack|pick|deliver|collect)|work|inquir(?:y|ies)"
    r"|deliver(?:y|ies)|stops?|tasks?|jobs?|pick lists?)\b"
    r"|(?:was|gibt es|gibts|zeig(?:e)?(?: mir)?|liste|meine|welche|wo(?:hin)?)\b"
    r"[^\n]{0,40}(?:\b(?:offen\w*|an|wartet|als nächstes|zu tun|packen|liefern|stopps?|touren?"
    r"|aufträge)\b|anfragen|arbeit\b"
    r"|lieferungen|packlisten?\b|aufgaben)"
    r"|(?:qu['’]est[- ]ce|quoi|montre(?:[- ]moi)?|liste|mes|quel(?:le)?s?|il y a|y a|où)\b"
    r"[^\n]{0,40}\b(?:en attente|attend(?:ent)?|à faire|ensuite|à livrer|à préparer|travail"
    r"|demandes|livraisons|arrêts"
    r"|tournée|tâches|prévu)\b)[^\n]{0,20}$",
    re.IGNORECASE,
)
"""How those who work here ask for what waits for them; the dialogue has no such wish."""
WHOLE_ADDRESS = re.compile(
    r"^[^\W\d_][\w .'’-]{2,40}\s\d{1,4}\s?[a-z]?,?\s+(?:[A-Z]{1,2}-)?\d{5}\s+[^\W\d_][\w .'’-]{1,40}$",
    re.IGNORECASE,
)
"""Street, number, postcode and town, and nothing else."""
NOT_BUT = re.compile(
    r"^\W*(?:(?:no|nein|non)\W+)?(?:not|nicht|non pas|pas)\s+\d+(?:[.,]\d+)?\W+(?:but|sondern|mais)?\s*"
    r"(?P<right>\d+(?:[.,]\d+)?)\W*$",
    re.IGNORECASE,
)
""" "Not 6 but 4": the number said last was wrong."""
LANGUAGE_NAMED = {
    "ger": "de", "deu": "de", "all": "de", "ale": "de", "eng": "en", "ang": "en", "ing": "en",
    "fre": "fr", "fra": "fr",
}  # fmt: skip
"""Languages by how their names begin, in English, German and French."""
SHOWN_AGAIN: dict[str, c.Command] = {
    "list": c.ShowList(), "round": c.ShowProposal(), "proposal": c.ShowProposal(), "checkout": c.Checkout(),
    "order": c.Track(), "job": c.ShowJob(),
}  # fmt: skip
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

SLASH: dict[str, c.Command] = {
    "help": c.Help(),
    "cancel": c.NeverMind(),
    "settings": c.Settings(),
    "privacy": c.Privacy(),
    "language": c.SetLanguage(""),
    "list": c.ShowList(),
    "ask": c.AskSellers(),
    "proposal": c.ShowProposal(),
    "basket": c.Checkout(),
    "track": c.Track(),
    "work": c.ShowWork(),
    "orders": c.AdminOrders(),
    "talks": c.ShowConversations(),
    "done": c.EndConversation(),
}


@dataclass(frozen=True)
class Before:
    """What is before a person when her words arrive.

    `behind`: what was before her when she began to search, an aside. `offered`: lists to choose from, by what
    they may be called; `conversation`: to whose other side her words go; `conversations`: how many that could
    be; `has_list`: whether she has one that can still be changed.
    """

    roles: frozenset[Role]
    pending: str = "none"
    asks: str | None = None
    behind: str = ""
    asked_by_button: bool = False
    replied_inquiry: UUID | None = None
    replied_question: UUID | None = None
    open_inquiries: tuple[UUID, ...] = ()
    is_answer: bool = False
    conversation: UUID | None = None
    conversations: int = 0
    offered: tuple[tuple[UUID, str], ...] = ()
    has_list: bool = False

    @property
    def works(self) -> bool:
        """Whether she sells or carries here, and is not shopping just now."""
        shopping = {"list", "round", "proposal", "checkout", "order", "search", "job"}
        return bool({Role.SELLER, Role.CARRIER} & self.roles) and self.pending not in shopping

    @property
    def role(self) -> str:
        for role in (Role.SELLER, Role.CARRIER, Role.ADMIN, Role.COORDINATOR):
            if role in self.roles and (role is not Role.SELLER or self.open_inquiries):
                return role.value
        return Role.CONSUMER.value


@dataclass(frozen=True)
class Understood:
    """The commands, in order; `settles`: the question that was open is answered or left; `returns`: they are
    meant for what was before the person when she began to search."""

    commands: tuple[c.Command, ...]
    settles: bool = False
    returns: bool = False


async def understand(arrival: Arrival, before: Before, dialogue: Dialogue | None, today: date) -> Understood:
    """What the person wants: one command, or two when a digression leaves a question open."""
    direct = _directly(arrival, before)
    if direct:
        return Understood(direct)
    if before.asks == LINE:
        return await _on_a_line(arrival, before, dialogue, today)
    if dialogue is None:
        return Understood((_while_away("off", arrival.text, before),))
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
        return Understood((_while_away(away.stage.value, arrival.text, before),))
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


def _directly(arrival: Arrival, before: Before) -> tuple[c.Command, ...]:
    """What needs no understanding of words; nothing for the rest."""
    text = arrival.text.strip()
    match arrival.kind:
        case ArrivalKind.LOCATION if before.asks == "address" or not before.conversations:
            return (c.GiveAddress("", arrival.latitude, arrival.longitude),)
        case ArrivalKind.GROUP:
            assert arrival.group is not None
            return (c.InGroup(arrival.group),)
        case ArrivalKind.FILE:
            assert arrival.file is not None
            return (c.ReadFile(**vars(arrival.file)),)
        case ArrivalKind.BLOCKED:
            return (c.Gone(),)
        case ArrivalKind.UNBLOCKED:
            return (c.Welcome(),)
        case ArrivalKind.OTHER if not before.conversations:
            return (c.CannotRead(),)
    if before.conversations:
        return (_between_people(arrival, text, before),)
    if not VISIBLE.search(text):
        return (c.CannotRead(),)
    if arrival.forwarded:
        return _pages(arrival.links) or _listed(text, before) or (c.ReadText(text),)
    if text.startswith("/") and len(text) > 1 and text[1].isalpha():
        return (_slash(text),)
    if before.replied_inquiry is not None:
        return (c.AnswerInWords(text, before.replied_inquiry),)
    if before.replied_question is not None:
        return (c.AnswerQuestionInWords(text, before.replied_question),)
    if before.is_answer:
        return (c.AnswerInWords(text),)
    if arrival.links:
        return _pages(arrival.links)
    if WHOLE_ADDRESS.search(text) and not before.works:
        try:
            return (c.GiveAddress(check_address(text)),)
        except AddressIncomplete:
            pass  # the dialogue may know what it is
    meaning = plain_meaning(text)
    leaves_it = before.asks == "query" and meaning in {"skip", "never_mind"}
    answer = None if leaves_it else _answer_to_question(text, before.asks) or _about_lists(text, before)
    if answer is not None:
        return (answer,)
    option = option_meant(text) if before.pending == "proposal" else None
    if option is not None:
        return (option,)
    if before.offered and not before.asks:
        place = chosen_among(text, [name for _, name in before.offered])
        if place is not None:
            return (c.ChooseMethod(before.offered[place][0]) if place >= 0 else c.ShowJob(),)
    if before.works and WORK.match(text):
        return (c.ShowWork(),)
    if meaning == "pay_at_shop" and before.pending in {"proposal", "checkout"}:
        return (c.SetHandover(Handover.COLLECT), c.Pay(PayBy.AT_SHOP))
    meant = _plainly(meaning, text, before) if meaning else None
    if meant is not None:
        return (meant,)
    amended = NOT_BUT.match(text)
    if amended and before.pending in {"list", "none"}:
        return (c.AmendNumber(Decimal(amended["right"].replace(",", ".")), text),)
    return _listed(text, before)


def _listed(text: str, before: Before) -> tuple[c.Command, ...]:
    """A text that is a list of components, in lines or in one line; nothing where it is none for certain."""
    if _is_list(text):
        return (c.ReadText(text),)
    in_line = () if before.has_list or before.asks or before.works else listed_in_line(text)
    return (c.AddLines(in_line),) if in_line else ()


def _about_lists(text: str, before: Before) -> c.Command | None:
    """What is said plainly of a line that is asked about, of kinds, and of several pages."""
    if before.asks == LINE:
        answer = line_answer(text)
        if answer is not None:
            return answer
    if before.pending not in OF_LISTS:
        return None
    return sorting_meant(text) or basket_meant(text) or portions_meant(text)


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


def _between_people(arrival: Arrival, text: str, before: Before) -> c.Command:
    """While she talks with a person what she writes goes there: but for commands, answers to what the shop
    has just asked, and a seller's replies to an inquiry."""
    if text.startswith("/") and len(text) > 1 and text[1].isalpha():
        command = _slash(text)
        return c.EndConversation(before.conversation) if isinstance(command, c.EndConversation) else command
    if before.replied_inquiry is not None:
        return c.AnswerInWords(text, before.replied_inquiry)
    if before.replied_question is not None:
        return c.AnswerQuestionInWords(text, before.replied_question)
    answer = _answer_to_question(text, before.asks) if before.asks != "query" else None
    if answer is not None:
        return answer
    if plain_meaning(text) == "to_shop":
        return c.EndConversation(before.conversation)
    assert arrival.message_id is not None
    return c.PassOn(arrival.message_id, before.conversation, text if arrival.is_bare else "")


def _plainly(meaning: str, text: str, before: Before) -> c.Command | None:
    """A sentence that means one thing only, whatever the dialogue would make of it."""
    asked = before.asks if before.asks in ASKED_BY_DIALOGUE else None
    match meaning:
        case "again" if asked:
            return c.AskBack(asks=asked)
        case "again" if before.pending in SHOWN_AGAIN:
            return SHOWN_AGAIN[before.pending]
        case "never_mind":
            return c.NeverMind()
        case "human":
            return c.TalkToHuman(text)
        case "resume" | "to_shop":
            return c.Resume()
        case "skip" if not before.works:
            return c.Skip()
        case "same_as_last":
            return c.SameAsLast(_LAST.get(asked or "", "all" if before.pending == "checkout" else "basket"))
        case "last_address":
            return c.SameAsLast("address")
        case "last_window":
            return c.SameAsLast("window")
        case "last_payment":
            return c.SameAsLast("payment")
        case "take" if before.pending == "proposal":
            return c.Checkout()
        case "take" if before.pending == "checkout":
            return c.PlaceOrder()
        case "delivery" if before.pending != "order" and not before.works:
            return c.Help("delivery")
        case "delivery" if before.pending == "order":
            return c.Track()
    return None


_LAST = {"address": "address", "window": "window"}
"""What "same as last time" answers, by the question that is open."""


def _pages(links: Sequence[str]) -> tuple[c.Command, ...]:
    """Several pages of one message go into one basket."""
    taken = tuple(dict.fromkeys(links[:LINKS_AT_ONCE]))
    pages: tuple[c.Command, ...] = (c.ReadPages(taken),) if len(taken) > 1 else (c.ReadPage(taken[0]),)
    if len(links) > LINKS_AT_ONCE:
        return (*pages, c.TooManyLinks(len(links), LINKS_AT_ONCE))
    return pages


def _is_list(text: str) -> bool:
    """Whether a text of several lines reads as a list of components."""
    if _lines_of(text) < PASTED_LINES:
        return False
    try:
        read_text(text)
    except NotAMethod:
        return False
    return True


def _lines_of(text: str) -> int:
    return sum(1 for line in text.splitlines() if line.strip())


def _answer_to_question(text: str, asks: str | None) -> c.Command | None:
    """A plain answer to what was asked works while the dialogue is away, too."""
    if asks == "address" and not text.endswith("?"):
        try:
            return c.GiveAddress(check_address(text))
        except AddressIncomplete:
            return None
    if asks == "substitute" and (verdict := substitute_verdict(text)) is not None:
        return c.JudgeSubstitute(verdict, text)
    number = SHORT_ANSWER.match(text)
    if asks == "servings" and number:
        return c.ScaleTo(Decimal(number["number"].replace(",", ".").replace("−", "-")))
    if asks == "query" and not text.endswith("?"):
        return c.Search(text[:LONGEST_QUERY])
    return None


def _while_away(stage: str, text: str, before: Before) -> c.Command:
    """An address that lacks something and a text that is no list are refused in words, and a job named
    plainly is understood; for the rest the dialogue is needed."""
    if before.asks == "address":
        return c.GiveAddress(text)
    if before.asks == "seller_question":
        return c.AnswerQuestionInWords(text.strip())
    if named := job_named(text):
        return c.NameJob(named.job, named.servings)
    return c.ReadText(text) if _lines_of(text) >= PASTED_LINES else c.EngineAway(stage, text)


def _slash(text: str) -> c.Command:
    name, _, rest = text[1:].partition(" ")
    name, rest = name.partition("@")[0].lower(), rest.strip()
    if name == "start":
        return c.Start(rest)
    if name == "order":
        return c.AdminOrderHistory(rest)
    if name == "track" and rest:
        return c.Track(rest)
    if name == "language" and rest:
        return c.SetLanguage(LANGUAGE_NAMED.get(rest.lower()[:3], rest.lower()))
    if name == "sites":
        return c.Sites(rest)
    if name in {"search", "find"}:
        return c.Search(rest)
    return SLASH.get(name) or c.UnknownCommand(name[:40])


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
    if (before.pending, reading.intent) == (
        "checkout",
        "confirm_order",
    ) and reading.confidence >= SURE_OF_LIST:
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
