"""Command -> commerce call: one row per slice of the closed union, each row in the module of its slice."""

from typing import assert_never

from bot import commands as c
from bot.handlers.carrying import CarryingCommand, handle_carrying
from bot.handlers.general import GeneralCommand, handle_general
from bot.handlers.lists import ListCommand, handle_list
from bot.handlers.orders import OrderCommand, handle_order
from bot.handlers.picking import PickingCommand, handle_picking
from bot.handlers.rounds import RoundCommand, handle_round
from bot.handlers.selling import SellingCommand, handle_selling
from bot.handlers.sites import SitesCommand, handle_sites
from bot.turn import Turn

__all__ = ["handle"]


def handle(turn: Turn, command: c.Command) -> None:
    """Do what was asked. Refusals and the named errors of commerce go through."""
    if isinstance(command, ListCommand):
        handle_list(turn, command)
    elif isinstance(command, RoundCommand):
        handle_round(turn, command)
    elif isinstance(command, OrderCommand):
        handle_order(turn, command)
    elif isinstance(command, SellingCommand):
        handle_selling(turn, command)
    elif isinstance(command, PickingCommand):
        handle_picking(turn, command)
    elif isinstance(command, CarryingCommand):
        handle_carrying(turn, command)
    elif isinstance(command, SitesCommand):
        handle_sites(turn, command)
    elif isinstance(command, GeneralCommand):
        handle_general(turn, command)
    else:
        assert_never(command)
