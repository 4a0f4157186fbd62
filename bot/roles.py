"""Which commands each role sees in its menu; the server checks the role again on every use."""

from functools import partial

from sqlmodel import Session
from telegram import Bot, BotCommand, BotCommandScopeAllPrivateChats, BotCommandScopeChat
from telegram.error import BadRequest

from bot.settings import Shop
from bot.views.wording import words_for
from commerce.database import Units
from commerce.due import DueWork
from commerce.people.models import Person, Role
from commerce.people.service import persons_with, roles_of
from scheduler.working import Runner

__all__ = ["SHOW_MENU", "commands_for", "menu_runner", "show_menus"]

SHOW_MENU = "show_menu"
"""The kind of due work that shows a person her menu anew, in the language she chose."""

EVERYONE = ("list", "track", "search", "settings", "language", "privacy", "help", "cancel")
OF_ROLE: dict[Role, tuple[str, ...]] = {
    Role.CONSUMER: (),
    Role.SELLER: ("work",),
    Role.CARRIER: ("work",),
    Role.COORDINATOR: (),
    Role.ADMIN: ("orders", "order", "sites", "talks", "done"),
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
        await _show_menu(bot, shop, account, language, roles)


def menu_runner(bot: Bot, units: Units, shop: Shop) -> Runner:
    """Shows the menu of the person that the due work is about, in her language, with her roles' commands."""

    async def run(work: DueWork) -> None:
        def about(session: Session) -> tuple[int, str, frozenset[Role]]:
            person = session.get_one(Person, work.subject_id)
            return person.account, person.language, roles_of(session, person.id)

        await _show_menu(bot, shop, *await units.run(about))

    return run


async def _show_menu(bot: Bot, shop: Shop, account: int, language: str, roles: frozenset[Role]) -> None:
    words = words_for(shop.language_for(language), shop.locale_place, shop.time_zone)
    menu = [BotCommand(name, words.plain(f"command-{name}")) for name in commands_for(roles)]
    try:
        await bot.set_my_commands(menu, scope=BotCommandScopeChat(account))
    except BadRequest:
        return  # she has not written to the bot yet: the menu comes with her first message
