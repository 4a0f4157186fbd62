"""Which commands each role sees in its menu; the server checks the role again on every use."""

from functools import partial

from telegram import Bot, BotCommand, BotCommandScopeAllPrivateChats, BotCommandScopeChat
from telegram.error import BadRequest

from bot.settings import Shop
from bot.views.wording import words_for
from commerce.database import Units
from commerce.people.models import Role
from commerce.people.service import persons_with

__all__ = ["commands_for", "show_menus"]

EVERYONE = ("list", "track", "search", "settings", "language", "privacy", "help", "cancel")
OF_ROLE: dict[Role, tuple[str, ...]] = {
    Role.CONSUMER: (),
    Role.SELLER: ("work",),
    Role.CARRIER: ("work",),
    Role.COORDINATOR: (),
    Role.ADMIN: ("orders", "order"),
}


def commands_for(roles: frozenset[Role]) -> tuple[str, ...]:
    """The names of the slash commands of somebody with these roles, her own work first."""
    own = [name for role in Role if role in roles for name in OF_ROLE[role]]
    return tuple(dict.fromkeys([*own, *EVERYONE]))


async def show_menus(bot: Bot, units: Units, shop: Shop) -> None:
    """Set the command menus: everyone's by language, and that of each seller, carrier and admin."""
    for language in shop.languages:
        words = words_for(language, shop.locale_place, shop.time_zone)
        menu = [BotCommand(name, words.plain(f"command-{name}")) for name in EVERYONE]
        code = None if language == shop.languages[0] else language
        await bot.set_my_commands(menu, scope=BotCommandScopeAllPrivateChats(), language_code=code)
    special: dict[int, tuple[str, frozenset[Role]]] = {}
    for role in (Role.SELLER, Role.CARRIER, Role.ADMIN):
        for person in await units.run(partial(persons_with, role=role)):
            _, roles = special.get(person.account, ("", frozenset()))
            special[person.account] = (person.language, roles | {role})
    for account, (language, roles) in special.items():
        words = words_for(shop.language_for(language), shop.locale_place, shop.time_zone)
        menu = [BotCommand(name, words.plain(f"command-{name}")) for name in commands_for(roles)]
        try:
            await bot.set_my_commands(menu, scope=BotCommandScopeChat(account))
        except BadRequest:
            continue  # she has not written to the bot yet: the menu comes with her first message
