"""What needs no understanding of words: commands, links, lists, plain answers and plain sentences."""

import re
from collections.abc import Sequence
from decimal import Decimal

from bot import commands as c
from bot.arrivals import Arrival, ArrivalKind
from bot.understanding.addressed import address_said
from bot.understanding.before import ASKED_BY_DIALOGUE, Before
from bot.understanding.costs import asks_cost, asks_how_soon
from bot.understanding.line_answers import said_of_lists
from bot.understanding.listed import listed_in_line
from bot.understanding.looking import about_results, purpose_named, sized_thing
from bot.understanding.named_jobs import job_named
from bot.understanding.offered import chosen_among
from bot.understanding.openings import plainly_meant
from bot.understanding.options import option_meant
from bot.understanding.plain import plain_meaning
from bot.understanding.second_thoughts import keeps_the_order, number_amended, returns_goods, swapped
from bot.understanding.substitutes import instead_of_what, not_wanted, substitute_verdict
from bot.understanding.words import words_of
from commerce.methods.reading import NotAMethod, read_text
from commerce.orders.models import Handover, PayBy
from commerce.people.addresses import AddressIncomplete, check_address

__all__ = ["LANGUAGE_NAMED", "LINKS_AT_ONCE", "SHORT_ANSWER", "WORK", "directly", "while_away"]

PASTED_LINES = 3
LINKS_AT_ONCE = 3
LONGEST_QUERY = 100
_SAID = words_of("directly")
SHORT_ANSWER = re.compile(
    rf"^\s*(?:{_SAID['for']}\s+|x\s*)?(?P<number>[-−]?\d{{1,12}}(?:[.,]\d{{1,3}})?(?:e\d{{1,2}})?)"
    rf"\s*(?:x|{_SAID['of_them']})?\s*[.!]?\s*$",
    re.IGNORECASE,
)
VISIBLE = re.compile(
    r"[^\s\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0]"
)
WORK = re.compile(rf"^{_SAID['work']}[^\n]{{0,20}}$", re.IGNORECASE)
"""How those who work here ask for what waits for them; the dialogue has no such wish."""
WHOLE_ADDRESS = re.compile(
    r"^[^\W\d_][\w .'’-]{2,40}\s\d{1,4}\s?[a-z]?,?\s+(?:[A-Z]{1,2}-)?\d{5}\s+[^\W\d_][\w .'’-]{1,40}$",
    re.IGNORECASE,
)
"""Street, number, postcode and town, and nothing else."""
LANGUAGE_NAMED = {
    "ger": "de", "deu": "de", "all": "de", "ale": "de", "eng": "en", "ang": "en", "ing": "en",
    "fre": "fr", "fra": "fr",
}  # fmt: skip
"""Languages by how their names begin, in English, German and French."""
SHOWN_AGAIN: dict[str, c.Command] = {
    "list": c.ShowList(), "round": c.ShowProposal(), "proposal": c.ShowProposal(), "checkout": c.Checkout(),
    "order": c.Track(), "job": c.ShowJob(),
}  # fmt: skip
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
PRICED = {"list", "round", "proposal", "checkout"}
"""What has a price: what it comes to can be asked for."""
_LAST = {"address": "address", "window": "window"}
"""What "same as last time" answers, by the question that is open."""


def directly(arrival: Arrival, before: Before) -> tuple[c.Command, ...]:
    """What needs no understanding of words; nothing for the rest."""
    text = arrival.text.strip()
    match arrival.kind:
        case ArrivalKind.LOCATION if before.asks == "address" or not before.conversations:
            return (c.GiveAddress("", arrival.latitude, arrival.longitude),)
        case ArrivalKind.GROUP:
            assert arrival.group is not None
            return (c.InGroup(arrival.group),)
        case ArrivalKind.FILE if before.is_answer or (before.replied_inquiry is not None and text):
            return (c.AnswerInWords(text, before.replied_inquiry),)  # what stands below a seller's price list
        case ArrivalKind.FILE | ArrivalKind.OTHER if not before.conversations and _offers(before):
            return (c.CannotRead(arrival.sent or "other"),)
        case ArrivalKind.FILE if not before.conversations:
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
    return _by_its_form(arrival, text, before) or _by_its_words(text, before)


def _offers(before: Before) -> bool:
    """Whether a seller answers an inquiry with what has no words."""
    return before.replied_inquiry is not None or bool(before.open_inquiries and before.works)


def _by_its_form(arrival: Arrival, text: str, before: Before) -> tuple[c.Command, ...]:
    """Commands, replies, links and addresses are known by how they look."""
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
            return (c.GiveAddress(check_address(address_said(text))),)
        except AddressIncomplete:
            return ()  # the dialogue may know what it is
    return ()


def _by_its_words(text: str, before: Before) -> tuple[c.Command, ...]:
    """Plain answers to what is asked, and sentences that mean one thing only."""
    meaning = plain_meaning(text)
    if before.asks == "seller_question" and meaning not in {"human", "never_mind", "resume"}:
        meaning = None  # "whatever" is an answer to a seller
    leaves_it = before.asks == "query" and meaning in {"skip", "never_mind"}
    answer = None
    if not leaves_it:
        answer = _answer_to_question(text, before.asks) or said_of_lists(text, before.asks, before.pending)
    if answer is not None:
        return (answer,)
    shown = _about_what_is_shown(text, before)
    if shown is not None:
        return (shown,)
    aside = _about_what_is_priced(text) if before.pending in PRICED and not before.works else None
    if aside is not None and before.asks in {None, "substitute"}:
        return (aside,)
    if aside is None and before.asks == "address":
        aside = _looked_for(text)  # "do you have maple syrup?" is no address
    if aside is not None and before.asks in ASKED_BY_DIALOGUE:
        return (aside, c.AskBack(before.asks))
    if before.works and WORK.match(text):
        return (c.ShowWork(),)
    if before.asks is None and not before.works and returns_goods(text):
        return (c.NotYet("return_item"),)
    swap = swapped(text) if before.pending == "list" and before.asks is None else None
    if swap is not None:
        return (c.DropLines((swap[0],), text=text), c.AddLines((swap[1],)))
    if before.pending == "order" and keeps_the_order(text):
        return (c.Track(),)
    if meaning == "pay_at_shop" and before.pending in {"proposal", "checkout"}:
        return (c.SetHandover(Handover.COLLECT), c.Pay(PayBy.AT_SHOP))
    meant = _plainly(meaning, text, before) if meaning else None
    if meant is not None:
        return (meant,)
    number = number_amended(text, answers=before.asks is not None)
    if number is not None and before.pending in {"list", "none", "round"}:
        return (c.AmendNumber(number, text),)
    return _listed(text, before)


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
        case "show_now" if before.pending == "round":
            return c.CloseRound()
        case "show_now" if before.pending == "proposal":
            return c.ShowProposal()
        case "list" if not before.works:
            return c.ShowList()
        case "who":
            return c.Help("who")
        case "take" if before.pending == "search":
            return c.AddFound(0)
        case "take" if before.pending == "proposal":
            return c.Checkout()
        case "take" if before.pending == "checkout":
            return c.PlaceOrder()
        case "delivery" if before.pending != "order" and not before.works:
            return c.Help("delivery")
        case "delivery" if before.pending == "order":
            return c.Track()
    return None


def _about_what_is_shown(text: str, before: Before) -> c.Command | None:
    """A choice among the options or lists that are shown, or what is said about results of a search."""
    if before.pending == "proposal":
        name = instead_of_what(text)
        return c.JudgeSubstitute("other", text, component=name) if name is not None else option_meant(text)
    if before.asks:
        return None
    if before.pending == "search":
        return about_results(text)
    place = chosen_among(text, [name for _, name in before.offered]) if before.offered else None
    if place is None:
        return None
    return c.ChooseMethod(before.offered[place][0]) if place >= 0 else c.ShowJob()


def _about_what_is_priced(text: str) -> c.Command | None:
    """What all of it comes to, or how soon it can be there."""
    if asks_cost(text):
        return c.TellCost()
    return c.Help("delivery") if asks_how_soon(text) else None


def _looked_for(text: str) -> c.Search | None:
    meant = plainly_meant(text, {})
    return c.Search(meant[1]["query"]) if meant is not None and meant[0] == "search_product" else None


def _listed(text: str, before: Before) -> tuple[c.Command, ...]:
    """A text that is a list of components, in lines or in one line, or names a product by size or purpose;
    nothing where it is none for certain."""
    if before.asks == "address" and not any(map(str.isdigit, text)):
        return ()  # a name, a street and a town, each in a line
    if _is_list(text):
        return (c.ReadText(text),)
    if before.asks or before.works:
        return ()
    in_line = () if before.has_list else listed_in_line(text)
    if in_line:
        return (c.AddLines(in_line),)
    looked_for = purpose_named(text) or (None if before.has_list else sized_thing(text))
    return (looked_for,) if looked_for is not None else ()


def _pages(links: Sequence[str]) -> tuple[c.Command, ...]:
    """Several pages of one message go into one basket."""
    taken = tuple(dict.fromkeys(links[:LINKS_AT_ONCE]))
    pages: tuple[c.Command, ...] = (c.ReadPages(taken),) if len(taken) > 1 else tuple(map(c.ReadPage, taken))
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
            return c.GiveAddress(check_address(address_said(text)))
        except AddressIncomplete:
            return None
    if asks == "substitute" and (verdict := substitute_verdict(text)) is not None:
        return c.JudgeSubstitute(verdict, text)
    if asks == "substitute" and (unwanted := not_wanted(text)) is not None:
        return c.DropLines((unwanted,), text=text)
    number = SHORT_ANSWER.match(text)
    if asks == "servings" and number:
        return c.ScaleTo(Decimal(number["number"].replace(",", ".").replace("−", "-")))
    if asks == "query" and not text.endswith("?"):
        return c.Search(text[:LONGEST_QUERY])
    return None


def while_away(stage: str, text: str, before: Before) -> c.Command:
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
