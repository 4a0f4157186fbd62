"""A turn: one command of one person, handled in one unit of work."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlmodel import Session

from bot.messages import Message, to_payload
from bot.settings import Settings
from bot.views.wording import Words, words_for
from commerce import outbox
from commerce.outbox import Lane
from commerce.people.addresses import latest_address, open_address
from commerce.people.models import Person, Role
from commerce.quotes.proposing import Place
from commerce.refused import Refused
from commerce.vault import Vault

__all__ = ["NotAllowed", "NotYours", "Refusal", "Stage", "Turn"]


class Refusal(Refused):
    """What was asked cannot be done: `key` of the catalogue says why and what next."""

    def __init__(self, key: str, **facts: object) -> None:
        super().__init__(key)
        self.key = key
        self.facts = facts


class NotAllowed(Refused):
    """The command belongs to a role that the person does not have."""

    def __init__(self, role: Role) -> None:
        super().__init__(role)
        self.role = role


class NotYours(Refused):
    """The thing named by a button belongs to somebody else, or is no more."""


@dataclass(frozen=True)
class Stage:
    """What views and handlers need of the surroundings: the open unit, the time, settings, the vault.

    `tapped` is the message whose button was tapped, where this unit answers a tap.
    """

    session: Session
    now: datetime
    settings: Settings
    vault: Vault
    tapped: int | None = None

    @property
    def today(self) -> date:
        return self.settings.shop.day(self.now)

    def words(self, person: Person) -> Words:
        shop = self.settings.shop
        return words_for(shop.language_for(person.language), shop.locale_place, shop.time_zone)

    def place_of(self, person: Person) -> Place:
        """Where the person is, as far as known: her latest address, else the town's centre."""
        address = latest_address(self.session, person.id)
        if address is not None:
            _, plain = open_address(self.vault, address)
            if plain.latitude is not None and plain.longitude is not None:
                return Place(plain.latitude, plain.longitude)
        return Place(self.settings.shop.latitude, self.settings.shop.longitude)

    def show(
        self,
        person: Person,
        message: Message,
        *,
        slot: str | None = None,
        fresh: bool = False,
        lane: Lane = Lane.REPLY,
    ) -> None:
        """Have a message delivered; nobody writes to someone who blocked the bot."""
        if person.reachable:
            outbox.post(
                self.session, person.account, to_payload(message), self.now, slot=slot, fresh=fresh, lane=lane
            )

    def show_in(self, group: int, message: Message) -> None:
        """Have a message delivered in a group."""
        outbox.post(self.session, group, to_payload(message), self.now)


@dataclass(frozen=True)
class Turn:
    """The stage, and who asks. `message_id` is the message tapped, if a button was."""

    stage: Stage
    person: Person
    roles: frozenset[Role]
    message_id: int | None = None

    @property
    def session(self) -> Session:
        return self.stage.session

    @property
    def now(self) -> datetime:
        return self.stage.now

    @property
    def words(self) -> Words:
        return self.stage.words(self.person)

    def reply(self, message: Message, *, slot: str | None = None, fresh: bool = False) -> None:
        self.stage.show(self.person, message, slot=slot, fresh=fresh)

    def say(self, key: str, **facts: object) -> None:
        """A plain sentence of the catalogue."""
        self.reply(Message(self.words(key, **facts)))

    def must_be(self, role: Role) -> None:
        if role not in self.roles:
            raise NotAllowed(role)

    def must_own(self, person_id: UUID) -> None:
        if person_id != self.person.id:
            raise NotYours
