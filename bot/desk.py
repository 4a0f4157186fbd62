"""The desk: what is done with an arrival, between the inbox and the outbox."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

from sqlmodel import Session, col, select

from bot import commands as c
from bot.arrivals import Arrival, ArrivalKind
from bot.dialogue.client import Dialogue
from bot.handlers import handle
from bot.handlers.conversations import conversations_before
from bot.handlers.reading_replies import is_answer, open_inquiries
from bot.messages import Message
from bot.refusals import refusal_of
from bot.settings import Settings
from bot.telling import tell
from bot.turn import Stage, Turn
from bot.understanding import Part, Understood, understand
from bot.understanding.before import ASKED_BY_DIALOGUE, Before
from bot.understanding.directly import LINKS_AT_ONCE
from bot.views.sites import label_of
from bot.views.wording import shortened
from commerce import events
from commerce.database import Units
from commerce.delivery.placing import react
from commerce.methods.models import ComponentList
from commerce.methods.service import BadScale, current_list
from commerce.methods.sites.service import found_methods
from commerce.outbox import Shown
from commerce.people.addresses import AddressIncomplete
from commerce.people.models import Focus, FocusKind, Role
from commerce.people.service import arrive, focus_of, focus_on, person_of, return_from_aside, roles_of
from commerce.refused import Refused
from commerce.vault import Vault

__all__ = ["ErrandDesk"]

ROUNDS_OF_TELLING = 12
STAGE = "stage"
LONGEST_SAID = 80
EDITED_WITHIN = timedelta(hours=48)
"""How long Telegram lets people edit what they wrote."""


class ErrandDesk:
    """The shop's desk. `dialogue` may be away; then free text gets an honest answer."""

    def __init__(
        self,
        units: Units,
        settings: Settings,
        vault: Vault,
        clock: Callable[[], datetime],
        dialogue: Dialogue | None,
    ) -> None:
        self.units = units
        self.settings = settings
        self.vault = vault
        self.clock = clock
        self.dialogue = dialogue

    def stage(self, session: Session, arrival: Arrival | None = None) -> Stage:
        """The stage of what is handled now in this unit, and of all that follows from it."""
        stage: Stage | None = session.info.get(STAGE)
        if stage is None:
            by_tap = arrival is not None and arrival.kind == ArrivalKind.BUTTON
            tapped = arrival.message_id if arrival is not None and by_tap else None
            stage = session.info[STAGE] = Stage(session, self.clock(), self.settings, self.vault, tapped)
        return stage

    def announce(self, session: Session) -> None:
        """Before every commit: the business reacts to the unit's events, then everyone is told."""
        for _ in range(ROUNDS_OF_TELLING):
            fresh = events.fresh(session)
            if not fresh:
                return
            react(session, self.vault, fresh, self.clock())
            tell(self.stage(session), fresh)
        raise RuntimeError(f"events without end: {events.fresh(session)}")

    async def understand(self, arrival: Arrival) -> object:
        if arrival.kind == ArrivalKind.BUTTON:
            return Understood((c.decode(arrival.data),))
        if arrival.edited:
            fresh = await self.units.run(lambda session: _not_sent_yet(session, arrival, self.clock()))
            return Understood(tuple(c.ReadPage(link) for link in fresh))
        before = await self.units.run(lambda session: self._before(session, arrival))
        today = self.settings.shop.day(self.clock())
        return await understand(arrival, before, self.dialogue, today)

    def handle(self, session: Session, arrival: Arrival, wish: object) -> str:
        assert isinstance(wish, Understood)
        session.info.pop(STAGE, None)  # several arrivals may share a unit; each has its own tap
        stage = self.stage(session, arrival)
        person = arrive(session, arrival.account, arrival.name, arrival.language, stage.now)
        if wish.returns:
            return_from_aside(session, person.id)
        if wish.settles:
            focus = focus_of(session, person.id)
            facts = {name: value for name, value in focus.facts.items() if name != "by_button"}
            focus_on(session, person.id, focus.kind, focus.subject_id, **facts)
        turn = Turn(stage, person, roles_of(session, person.id), stage.tapped)
        if wish.parts:
            self._do_each(session, turn, wish.parts)
            return ", ".join(type(command).__name__ for command in wish.commands)
        for command in wish.commands:
            handle(turn, command)
        return ", ".join(type(command).__name__ for command in wish.commands)

    def _do_each(self, session: Session, turn: Turn, parts: Sequence[Part]) -> None:
        """Several wishes of one sentence: each by itself, so that one that is refused undoes no other. What
        is left is said below what was done."""
        left: list[Message] = []
        refusal: Refused | None = None
        for part in parts:
            said = shortened(part.said, LONGEST_SAID)
            try:
                with events.undone_on_failure(session):
                    for command in part.commands:
                        handle(turn, command)
            except Refused as refused:
                refusal = refused
                message = refusal_of(turn.stage, turn.person, refused)
                note = turn.words("wish-refused", said=said)
                left.append(replace(message, text=f"{note}\n{message.text}"))
            else:
                if not part.commands:
                    left.append(Message(turn.words("wish-left", said=said)))
        if refusal is not None and len(left) == len(parts):
            raise refusal
        self.announce(session)
        for message in left:
            turn.reply(message)

    def refuse(self, session: Session, arrival: Arrival, error: Exception) -> bool:
        if not isinstance(error, Refused):
            return False
        stage = self.stage(session, arrival)
        person = arrive(session, arrival.account, arrival.name, arrival.language, stage.now)
        stage.show(person, refusal_of(stage, person, error))
        asks = focus_of(session, person.id).asks
        about_the_answer = isinstance(error, AddressIncomplete | BadScale)
        if asks in ASKED_BY_DIALOGUE and arrival.kind == ArrivalKind.TEXT and not about_the_answer:
            stage.show(person, Message(stage.words(person)(f"ask-{asks}")))
        return True

    def apologise(self, session: Session, arrival: Arrival, reference: str) -> None:
        stage = self.stage(session)
        person = arrive(session, arrival.account, arrival.name, arrival.language, stage.now)
        stage.show(person, Message(stage.words(person)("bug", reference=reference)))

    def _before(self, session: Session, arrival: Arrival) -> Before:
        """What is before the person; a stranger has nothing before her."""
        person = person_of(session, arrival.account)
        if person is None:
            return Before(frozenset({Role.CONSUMER}))
        focus = focus_of(session, person.id)
        roles = roles_of(session, person.id)
        slot = _replied_slot(session, arrival)
        answered = _subject(slot, "inquiry", "readback", "answered", "meant")
        replied = answered if Role.SELLER in roles else None
        talk, talks = conversations_before(session, person, roles, _subject(slot, "talk", "said"))
        waiting = open_inquiries(session, person.id, self.clock()) if Role.SELLER in roles else []
        before = Before(
            roles=roles,
            pending=focus.kind.value,
            asks=focus.asks,
            behind=str(focus.facts.get("behind") or ""),
            asked_by_button=bool(focus.facts.get("by_button")),
            replied_inquiry=replied,
            replied_question=_subject(slot, "question"),
            open_inquiries=tuple(inquiry.id for inquiry in waiting),
            conversation=talk,
            conversations=talks,
            offered=_offered(session, focus),
            has_list=current_list(session, person.id) is not None,
        )
        if replied is not None or talks or arrival.links or arrival.forwarded:
            return before
        works = before.works and before.asks is None
        answers = is_answer(self.stage(session), person, waiting, arrival.text, works=works)
        return replace(before, is_answer=answers)


def _replied_slot(session: Session, arrival: Arrival) -> str:
    """What the message shows that this one replies to ("inquiry:…"); nothing for other messages."""
    if arrival.reply_to is None:
        return ""
    query = select(Shown.slot).where(Shown.chat == arrival.account, Shown.message == arrival.reply_to)
    return session.exec(query).first() or ""


def _subject(slot: str, *kinds: str) -> UUID | None:
    """The id that a slot of one of these kinds is about."""
    kind, _, rest = slot.partition(":")
    try:
        return UUID(rest.partition(":")[0]) if kind in kinds else None
    except ValueError:
        return None


def _not_sent_yet(session: Session, arrival: Arrival, now: datetime) -> list[str]:
    """The links that an edited message has gained: those that she has not had read of late."""
    person = person_of(session, arrival.account)
    if person is None:
        return []
    query = select(ComponentList.url).where(
        ComponentList.person_id == person.id,
        col(ComponentList.url).in_(arrival.links),
        col(ComponentList.created_at) >= now - EDITED_WITHIN,
    )
    known = set(session.exec(query))
    return [link for link in arrival.links if link not in known][:LINKS_AT_ONCE]


def _offered(session: Session, focus: Focus) -> tuple[tuple[UUID, str], ...]:
    """The lists that were found for the job before the person."""
    if focus.kind is not FocusKind.JOB or focus.subject_id is None:
        return ()
    return tuple((found.id, label_of(found)) for found in found_methods(session, focus.subject_id))
