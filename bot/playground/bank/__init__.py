"""A stand-in for Stripe: the part of its API that the shop uses, its card page, its signed webhooks."""

from bot.playground.bank.app import make_bank
from bot.playground.bank.desk import BANK, Bank
from bot.playground.bank.faults import Faults, Webhooks

__all__ = ["BANK", "Bank", "Faults", "Webhooks", "make_bank"]
