"""Handling of a choice among the options shown last: "the second one", "the cheaper", "the other shop"."""

from uuid import UUID

from bot import commands as c
from bot.handlers.rounds import closed_round, handle_round, show_comparison
from bot.messages import Button, Message
from bot.turn import Refusal, Turn
from bot.views.proposals import one_choice
from commerce.people.service import focus_of
from commerce.quotes.choosing import Priority
from commerce.quotes.models import Quote, QuoteLine, Round
from commerce.quotes.proposing import avoid, compare, proposal_of

__all__ = ["handle_option"]


PRIORITIES = {"cheapest": Priority.CHEAPEST, "soonest": Priority.SOONEST}


def handle_option(turn: Turn, command: c.OptionCommand) -> None:
    found = closed_round(turn, None)
    focus = focus_of(turn.session, turn.person.id)
    shown = focus.facts.get("options") if focus.subject_id == found.id else None
    options = [str(option) for option in shown or ()]
    match command:
        case c.ChooseNth() if not options:
            _number(turn, found)
        case c.ChooseNth(place=place):
            _take(turn, found, _placed(options, place))
        case c.ChooseBy(which="other"):
            _other(turn, found, options)
        case c.ChooseBy(which=which) if options and all(option.startswith("line:") for option in options):
            _take(turn, found, _best_line(turn, options, which))
        case c.ChooseBy(which=which):
            handle_round(turn, c.Propose(PRIORITIES[which], found.id))


def _number(turn: Turn, found: Round) -> None:
    """Nothing is numbered yet: the ways to choose are shown side by side, with their numbers."""
    plans = compare(turn.session, found, turn.stage.place_of(turn.person))
    if one_choice(plans):
        move = Button(turn.words.plain("button-move"), c.MoveLine(found.id))
        turn.reply(Message(turn.words("option-only-one"), ((move,),)))
        return
    turn.say("option-none")
    show_comparison(turn, found, plans)


def _placed(options: list[str], place: int) -> str:
    if place > len(options):
        raise Refusal("option-no-such", count=len(options))
    return options[place - 1 if place > 0 else place]


def _take(turn: Turn, found: Round, option: str) -> None:
    kind, _, value = option.partition(":")
    if kind == "line":
        handle_round(turn, c.MoveLineTo(UUID(value)))
    else:
        handle_round(turn, c.Propose(Priority(value), found.id))


def _best_line(turn: Turn, options: list[str], which: str) -> str:
    """Of the offers shown for one line."""
    lines = {option: turn.session.get_one(QuoteLine, UUID(option.partition(":")[2])) for option in options}
    if which == "cheapest":
        return min(lines, key=lambda option: lines[option].price_minor)
    quotes = {option: turn.session.get_one(Quote, line.quote_id) for option, line in lines.items()}
    return min(quotes, key=lambda option: (quotes[option].ready_on, lines[option].price_minor))


def _other(turn: Turn, found: Round, options: list[str]) -> None:
    """The one of two that is not chosen now; without options, whoever else sells what the only one does."""
    now = {f"priority:{found.priority}"} | {f"line:{line_id}" for line_id in _chosen(turn, found)}
    others = [option for option in options if option not in now]
    if len(others) == 1:
        _take(turn, found, others[0])
        return
    place = turn.stage.place_of(turn.person)
    shares = proposal_of(turn.session, found, place).shares
    if options or len(shares) != 1:
        raise Refusal("option-which-other")
    avoid(turn.session, found, shares[0].seller, place, turn.now)


def _chosen(turn: Turn, found: Round) -> set[UUID]:
    place = turn.stage.place_of(turn.person)
    shares = proposal_of(turn.session, found, place).shares
    return {line.quote_line.id for share in shares for line in share.lines}
