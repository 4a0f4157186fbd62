"""Commands for whoever runs the shop: who has come, and what role each has."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

if TYPE_CHECKING:
    from commerce.database import Session

__all__ = ["grant", "people"]

T = TypeVar("T")


def people() -> None:
    """List everyone who has written to the bot: code, roles, name."""
    from bot.staff import everyone

    lines = _in_shop(everyone)
    typer.echo("\n".join(lines) if lines else "Nobody has written to the bot yet.")


def grant(
    code: Annotated[str, typer.Argument(help="The person's code, as `errand people` shows it.")],
    role: Annotated[str, typer.Argument(help="seller, carrier, coordinator or admin")],
    of: Annotated[str, typer.Option(help="For a seller or carrier: the key of the shop or service.")] = "",
) -> None:
    """Give a person a role. Her rights change at once, her command menu at the next start."""
    from bot.staff import CannotGrant, grant_to
    from commerce.people.models import Role

    if role not in set(Role):
        raise CannotGrant(f"There is no role {role!r}: it is one of {', '.join(Role)}.")
    name = _in_shop(lambda session: grant_to(session, code, Role(role), of))
    typer.echo(f"{name} is {role} now{f' for {of}' if of else ''}.")


def _in_shop(work: "Callable[[Session], T]") -> T:
    from bot.settings import read_settings
    from commerce.database import Units, open_engine
    from commerce.migrating import migrate

    url = read_settings().database_url
    migrate(url)
    units = Units(open_engine(url))
    try:
        return units.run_here(work)
    finally:
        units.close()
