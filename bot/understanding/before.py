"""What is before a person when her words arrive, and the questions that may be open."""

from dataclasses import dataclass
from uuid import UUID

from commerce.people.models import Role

__all__ = ["ASKED_BY_DIALOGUE", "LINE", "Before"]

LINE = "line"
"""The question about a weak line of a list."""
ASKED_BY_DIALOGUE = {"servings", "quantity", "address", "window"}


@dataclass(frozen=True)
class Before:
    """What is before a person when her words arrive.

    `behind`: what was before her when she began to search, an aside. `offered`: lists to choose from, by what
    they may be called; `conversation`: to whose other side her words go; `conversations`: how many that could
    be; `has_list`: whether she has one that can still be changed.
    """

    roles: frozenset[Role]
    pending: str = "none"
    asks: str | None = None
    behind: str = ""
    asked_by_button: bool = False
    replied_inquiry: UUID | None = None
    replied_question: UUID | None = None
    open_inquiries: tuple[UUID, ...] = ()
    is_answer: bool = False
    conversation: UUID | None = None
    conversations: int = 0
    offered: tuple[tuple[UUID, str], ...] = ()
    has_list: bool = False

    @property
    def works(self) -> bool:
        """Whether she sells or carries here, and is not shopping just now."""
        shopping = {"list", "round", "proposal", "checkout", "order", "search", "job"}
        return bool({Role.SELLER, Role.CARRIER} & self.roles) and self.pending not in shopping

    @property
    def role(self) -> str:
        for role in (Role.SELLER, Role.CARRIER, Role.ADMIN, Role.COORDINATOR):
            if role in self.roles and (role is not Role.SELLER or self.open_inquiries):
                return role.value
        return Role.CONSUMER.value
