"""Commands about jobs named without a page, and the sites that are asked for them."""

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar
from uuid import UUID

__all__ = [
    "AskJobAgain", "ChooseMethod", "NameJob", "RemoveSite", "ShowJob", "Sites", "SitesCommand",
    "SwitchSite",
]  # fmt: skip


@dataclass(frozen=True)
class NameJob:
    """A job without a page: the method sites are asked for their lists."""

    job: str
    servings: Decimal | None = None


@dataclass(frozen=True)
class AskJobAgain:
    code: ClassVar[str] = "aj"
    search_id: UUID


@dataclass(frozen=True)
class ChooseMethod:
    """One of the lists that were found for a job."""

    code: ClassVar[str] = "jc"
    found_id: UUID


@dataclass(frozen=True)
class ShowJob:
    """The lists found last, once more."""


@dataclass(frozen=True)
class Sites:
    """The method sites, for admins; `text` is what to do: "add https://…", "off 2", "remove NAME"."""

    code: ClassVar[str] = "ms"
    text: str = ""


@dataclass(frozen=True)
class SwitchSite:
    code: ClassVar[str] = "mw"
    site_id: UUID
    on: int


@dataclass(frozen=True)
class RemoveSite:
    """`sure` 0 asks back first."""

    code: ClassVar[str] = "mr"
    site_id: UUID
    sure: int = 0


SitesCommand = NameJob | AskJobAgain | ChooseMethod | ShowJob | Sites | SwitchSite | RemoveSite
