"""Command -> commerce call: one row per slice of the closed union, each row in the module of its slice."""

from typing import assert_never

from bot import commands as c
from bot.handlers.amounts import AmountCommand, handle_amount
from bot.handlers.baskets import BasketCommand, handle_basket
from bot.handlers.carrying import CarryingCommand, handle_carrying
from bot.handlers.checking import CheckingCommand, handle_checking
from bot.handlers.conversations import ConversationCommand, handle_conversation
from bot.handlers.general import GeneralCommand, handle_general
from bot.handlers.lists import ListCommand, handle_list
from bot.handlers.options import OptionCommand, handle_option
from bot.handlers.orders import OrderCommand, handle_order
from bot.handlers.picking import PickingCommand, handle_picking
from bot.handlers.questions import QuestionCommand, handle_question
from bot.handlers.returning import ReturningCommand, handle_returning
from bot.handlers.rounds import RoundCommand, handle_round
from bot.handlers.selling import SellingCommand, handle_selling
from bot.handlers.sites import SitesCommand, handle_sites
from bot.handlers.substitutes import SubstituteCommand, handle_substitute
from bot.turn import Turn

__all__ = ["handle"]


def handle(turn: Turn, command: c.Command) -> None:
    """Do what was asked. Refusals and the named errors of commerce go through."""
    if isinstance(command, ListCommand):
        handle_list(turn, command)
    elif isinstance(command, AmountCommand):
        handle_amount(turn, command)
    elif isinstance(command, BasketCommand):
        handle_basket(turn, command)
    elif isinstance(command, CheckingCommand):
        handle_checking(turn, command)
    elif isinstance(command, RoundCommand):
        handle_round(turn, command)
    elif isinstance(command, OptionCommand):
        handle_option(turn, command)
    elif isinstance(command, QuestionCommand):
        handle_question(turn, command)
    elif isinstance(command, SubstituteCommand):
        handle_substitute(turn, command)
    elif isinstance(command, OrderCommand):
        handle_order(turn, command)
    elif isinstance(command, SellingCommand):
        handle_selling(turn, command)
    elif isinstance(command, PickingCommand):
        handle_picking(turn, command)
    elif isinstance(command, CarryingCommand):
        handle_carrying(turn, command)
    elif isinstance(command, ConversationCommand):
        handle_conversation(turn, command)
    elif isinstance(command, ReturningCommand):
        handle_returning(turn, command)
    elif isinstance(command, SitesCommand):
        handle_sites(turn, command)
    elif isinstance(command, GeneralCommand):
        handle_general(turn, command)
    else:
        assert_never(command)
