"""Command -> commerce call: one row per slice of the closed union, each row in the module of its slice."""

from typing import assert_never

from bot import commands as c
from bot.handlers.amounts import handle_amount
from bot.handlers.baskets import handle_basket, pages_dropped
from bot.handlers.carrying import handle_carrying
from bot.handlers.checking import handle_checking
from bot.handlers.conversations import handle_conversation
from bot.handlers.general import handle_general
from bot.handlers.lists import handle_list
from bot.handlers.options import handle_option
from bot.handlers.orders import handle_order
from bot.handlers.picking import handle_picking
from bot.handlers.questions import handle_question
from bot.handlers.returning import handle_returning
from bot.handlers.rounds import handle_round
from bot.handlers.selling import handle_selling
from bot.handlers.sites import handle_sites
from bot.handlers.substitutes import handle_substitute, refuse_named
from bot.turn import Turn

__all__ = ["handle"]


def handle(turn: Turn, command: c.Command) -> None:
    """Do what was asked. Refusals and the named errors of commerce go through."""
    if isinstance(command, c.DropLines) and (refuse_named(turn, command) or pages_dropped(turn, command)):
        return
    if isinstance(command, c.ListCommand):
        handle_list(turn, command)
    elif isinstance(command, c.AmountCommand):
        handle_amount(turn, command)
    elif isinstance(command, c.BasketCommand):
        handle_basket(turn, command)
    elif isinstance(command, c.CheckingCommand):
        handle_checking(turn, command)
    elif isinstance(command, c.RoundCommand):
        handle_round(turn, command)
    elif isinstance(command, c.OptionCommand):
        handle_option(turn, command)
    elif isinstance(command, c.QuestionCommand):
        handle_question(turn, command)
    elif isinstance(command, c.SubstituteCommand):
        handle_substitute(turn, command)
    elif isinstance(command, c.OrderCommand):
        handle_order(turn, command)
    elif isinstance(command, c.SellingCommand):
        handle_selling(turn, command)
    elif isinstance(command, c.PickingCommand):
        handle_picking(turn, command)
    elif isinstance(command, c.CarryingCommand):
        handle_carrying(turn, command)
    elif isinstance(command, c.ConversationCommand):
        handle_conversation(turn, command)
    elif isinstance(command, c.ReturningCommand):
        handle_returning(turn, command)
    elif isinstance(command, c.SitesCommand):
        handle_sites(turn, command)
    elif isinstance(command, c.GeneralCommand):
        handle_general(turn, command)
    else:
        assert_never(command)
