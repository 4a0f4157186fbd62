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
from bot.listed import listed_in_line
from bot.looking import about_results, sized_thing
from bot.named_jobs import job_named
from bot.offered import chosen_among
from bot.openings import plainly_meant
from bot.wishes import WISHES
from commerce.methods.reading import NotAMethod, read_text
from commerce.people.addresses import AddressIncomplete, check_address
from commerce.people.models import Role

__all__ = ["SLASH", "Before", "Understood", "commands_of", "understand"]

PASTED_LINES = 3
LINKS_AT_ONCE = 3
LONGEST_QUERY = 100
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
LANGUAGE_NAMED = {
    "ger": "de", "deu": "de", "all": "de", "ale": "de", "eng": "en", "ang": "en", "ing": "en",
    "fre": "fr", "fra": "fr",
}  # fmt: skip
"""Languages by how their names begin, in English, German and French."""
AGAIN = re.compile(
    r"^\W*(?:(?:please|bitte|can you|could you|kannst du|tu peux|vous pouvez|sorry|pardon"
    r"|entschuldigung|wie bitte)[\s,]+)*"
    r"(?:(?:say|show|repeat|tell me|ask)(?: me)? (?:that|it|this)(?: (?:once )?(?:again|once more))"
    r"|repeat(?: (?:that|it|the question|please))?|once more|what did you (?:say|ask)|come again"
    r"|pardon(?: me)?"
    r"|(?:sag|zeig|frag)e?(?: mir)? (?:das|es)(?: bitte)? (?:noch ?mal|nochmals|noch einmal)"
    r"|wiederhol\w*(?: (?:das|es|bitte|die frage))*"
    r"|(?:noch ?mal|noch einmal)|was hast du (?:gesagt|gefragt)|was war die frage|wie bitte"
    r"|(?:redi[st]|r[ée]p[èe]te[rz]?|remontre)(?:[- ]?(?:moi|le|la|ça|ca))*|tu as dit quoi"
    r"|tu disais quoi|c['’]était quoi la question"
    r"|encore une fois|comment ?[?])"
    r"(?:[\s,]+(?:please|bitte|svp|stp|s['’]il (?:te|vous) pla[iî]t))*\W*$",
    re.IGNORECASE,
)
"""Somebody who wants to hear again what was said or asked last; the dialogue has no such wish."""
SHOWN_AGAIN: dict[str, c.Command] = {
    "list": c.ShowList(), "round": c.ShowProposal(), "proposal": c.ShowProposal(), "checkout": c.Checkout(),
    "order": c.Track(), "job": c.ShowJob(),
}  # fmt: skip
UNKNOWN_TO_DIALOGUE = {"job": "none"}
"""What may be before a person and is none of the dialogue's situations, as one of them."""
SURE_ENOUGH = 0.35
SURE_TO_CHANGE = 0.5
SURE_OF_LIST = 0.7
BEYOND_THE_LIST = {"round", "proposal", "search", "checkout", "order"}
"""The list lies behind these: what makes no sense to them may be meant for it."""
CHANGES = {
    "keep_components", "drop_components", "change_quantity", "scale_job", "ask_sellers", "confirm_order",
    "cancel_order", "choose_seller", "correction",
}  # fmt: skip
"""Wishes that change something: a doubtful reading of one is asked back."""

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
}


@dataclass(frozen=True)
class Before:
    """What is before a person when her words arrive; `offered` are lists to choose from, by what they may be
    called; `has_list`: whether she has one that can still be changed."""

    roles: frozenset[Role]
    pending: str = "none"
    asks: str | None = None
    asked_by_button: bool = False
    replied_inquiry: UUID | None = None
    open_inquiries: tuple[UUID, ...] = ()
    is_answer: bool = False
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
    """The commands, in order; `settles`: the question that was open is answered or left."""

    commands: tuple[c.Command, ...]
    settles: bool = False


async def understand(arrival: Arrival, before: Before, dialogue: Dialogue | None, today: date) -> Understood:
    """What the person wants: one command, or two when a digression leaves a question open."""
    direct = _directly(arrival, before)
    if direct:
        return Understood(direct)
    if dialogue is None:
        return Understood((_while_away("off", arrival.text, before),))
    asked = before.asks if before.asks in ASKED_BY_DIALOGUE else None
    shown = UNKNOWN_TO_DIALOGUE.get(before.pending, before.pending)
    pending = f"ask_{asked}" if asked else shown
    chat = str(arrival.account)
    try:
        if asked and before.asked_by_button:
            await dialogue.note(chat, asked=pending)
        reading = await dialogue.read(chat, arrival.text, role=before.role, pending=pending, today=today)
        if pending in BEYOND_THE_LIST and reading.confidence < SURE_TO_CHANGE:
            of_list = await dialogue.read(chat, arrival.text, role=before.role, pending="list", today=today)
            reading = of_list if of_list.confidence >= SURE_OF_LIST else reading
        if asked and reading.asks is not None and reading.is_complete:
            # an aside: the open question colours its reading, so it is read once more without the question
            aside = await dialogue.read(
                f"{chat}:aside", arrival.text, role=before.role, pending=shown, today=today
            )
            if aside.confidence >= SURE_OF_LIST and aside.asks is None:
                reading = replace(aside, asks=reading.asks, asks_for=reading.asks_for)
    except Away as away:
        return Understood((_while_away(away.stage.value, arrival.text, before),))
    commands = commands_of(reading, arrival.text, before)
    leaves_it = any(isinstance(command, c.DidYouMean | c.NeverMind) for command in commands)
    return Understood(commands, settles=before.asks is not None and reading.asks is None and not leaves_it)


def commands_of(reading: Reading, text: str, before: Before) -> tuple[c.Command, ...]:
    """A reading as commands; a form's open question is asked (again) after what was answered."""
    corrected = reading.corrected()
    if corrected is not None:
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
        case ArrivalKind.LOCATION:
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
        case ArrivalKind.OTHER:
            return (c.CannotRead(),)
    if not VISIBLE.search(text):
        return (c.CannotRead(),)
    if arrival.forwarded:
        return _pages(arrival.links) or _listed(text, before) or (c.ReadText(text),)
    if text.startswith("/") and len(text) > 1 and text[1].isalpha():
        return (_slash(text),)
    if before.replied_inquiry is not None:
        return (c.AnswerInWords(text, before.replied_inquiry),)
    if before.is_answer:
        return (c.AnswerInWords(text),)
    if arrival.links:
        return _pages(arrival.links)
    answer = _answer_to_question(text, before.asks)
    if answer is not None:
        return (answer,)
    if before.offered and not before.asks:
        place = chosen_among(text, [name for _, name in before.offered])
        if place is not None:
            return (c.ChooseMethod(before.offered[place][0]) if place >= 0 else c.ShowJob(),)
    if before.pending == "search" and not before.asks and (about := about_results(text)) is not None:
        return (about,)
    if before.works and WORK.match(text):
        return (c.ShowWork(),)
    if AGAIN.match(text) and (before.asks in ASKED_BY_DIALOGUE or before.pending in SHOWN_AGAIN):
        asked = before.asks in ASKED_BY_DIALOGUE and before.asks
        return (c.AskBack(asks=asked, asks_for="") if asked else SHOWN_AGAIN[before.pending],)
    return _listed(text, before)


def _listed(text: str, before: Before) -> tuple[c.Command, ...]:
    """A text that is a list of components, in lines or in one line; nothing where it is none for certain."""
    if _is_list(text):
        return (c.ReadText(text),)
    in_line = () if before.has_list or before.asks or before.works else listed_in_line(text)
    return (c.AddLines(in_line),) if in_line else ()


def _pages(links: Sequence[str]) -> tuple[c.Command, ...]:
    """Each page becomes a list of its own."""
    pages: tuple[c.Command, ...] = tuple(c.ReadPage(link) for link in links[:LINKS_AT_ONCE])
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
    number = SHORT_ANSWER.match(text)
    if asks == "servings" and number:
        return c.ScaleTo(Decimal(number["number"].replace(",", ".").replace("−", "-")))
    if asks == "query" and not text.endswith("?"):
        return c.Search(text[:LONGEST_QUERY])
    return None


def _while_away(stage: str, text: str, before: Before) -> c.Command:
    """An address that lacks something and a text that is no list are refused in words, a job named plainly is
    understood; for the rest the dialogue is needed."""
    if before.asks == "address":
        return c.GiveAddress(text)
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
    if reading.confidence < SURE_OF_LIST and not (before.has_list or before.asks or before.works):
        sized = sized_thing(text)
        if sized is not None:
            return sized
    needed = SURE_TO_CHANGE if reading.intent in CHANGES else SURE_ENOUGH
    if reading.intent == "out_of_scope" or reading.confidence < needed:
        if before.asks == "address":
            return c.GiveAddress(text)
        rivals = tuple(name for name, sure in reading.ranking[:4] if name != "out_of_scope" and sure > 0.04)
        return c.DidYouMean(text, rivals[:3])
    if reading.intent in {"accept_substitute", "reject_substitute"} and len(text.split()) < 2:
        return c.DidYouMean(text)  # a bare "yes" or "no" to nothing that was asked
    if before.works and reading.intent in {"track_order", "open_reservations"}:
        return c.ShowWork()
    make = WISHES.get(reading.intent)
    return make(slots, text) if make is not None else c.NotYet(reading.intent)
