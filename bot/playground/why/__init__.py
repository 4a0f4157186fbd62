"""What happened to a message, and why: the facts that the page shows beside it.

A section is plain (text, a list of rows, name -> value) or says by `kind` how it is drawn: `reading`,
`command`, `life`, `ledger`, `events`, `messages`, `taps`, `sealed` (bot/playground/page/why.js).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlmodel import Session, col, select

from bot.inbox import InboxRow
from bot.playground.readings import Note, Readings
from bot.playground.why.arriving import became, find_arrival, label_of, taps_on, was_read, what_arrived
from bot.playground.why.asking import about_inquiry, about_list, about_round
from bot.playground.why.naming import Namer, spaced
from bot.playground.why.ordering import about_order, order_behind
from bot.playground.why.sending import (
    events_at,
    follow_up,
    later_work,
    outgoing_at,
    plain,
    told,
    told_messages,
)
from bot.turn import Stage
from bot.views.wording import words_for
from commerce.events import history
from commerce.methods.models import ComponentList
from commerce.orders.models import Order
from commerce.outbox import Outgoing, Shown
from commerce.people.models import Focus, Person
from commerce.quotes.models import Inquiry, Round

__all__ = ["Said", "why"]

Facts = dict[str, Any]
ROWS_SHOWN = 60
ALIKE = 40
"""So many characters are compared to find a message that shows nothing which has a place of its own."""


@dataclass(frozen=True)
class Said:
    """A message of the bot as it stands in the chat."""

    text: str
    at: datetime


def why(
    stage: Stage,
    readings: Readings,
    chat: int,
    message: int,
    *,
    update: int | None = None,
    said: Said | None = None,
) -> Facts:
    """Section title -> facts about a message of this chat; empty if nothing is known of it.

    `update`: about this tap on the message instead. `said`: what the message says, if the bot wrote it.
    """
    shop = stage.settings.shop
    namer = Namer(stage.session, words_for("en", shop.locale_place, shop.time_zone))
    session = stage.session
    if update is not None:
        tap = session.get(InboxRow, update)
        return _about_arrival(stage, namer, readings, tap) if tap is not None and tap.lane == chat else {}
    arrived = find_arrival(session, chat, message)
    if arrived is not None:
        return _about_arrival(stage, namer, readings, arrived)
    taps = [
        {
            "update": row.update_id,
            "label": label_of(row),
            "at": namer.at(row.received_at),
            "became": spaced(row.command or "not handled yet"),
        }
        for row in taps_on(session, chat, message)
    ]
    facts: Facts = {"Taps on it": {"kind": "taps", "rows": taps}} if taps else {}
    shown = session.exec(select(Shown).where(Shown.chat == chat, Shown.message == message)).first()
    if shown is not None:
        return facts | _about_shown(stage, namer, readings, shown)
    return facts | (_about_said(stage, namer, readings, chat, said) if said is not None else {})


def _about_arrival(stage: Stage, namer: Namer, readings: Readings, row: InboxRow) -> Facts:
    note = readings.of(row.update_id)
    facts: Facts = {"What arrived": what_arrived(row, note, namer)}
    facts |= was_read(row, note) | became(row, note, namer)
    if note is not None and note.handled_at is not None:
        facts |= _caused(stage, namer, readings, note, note.handled_at)
    return facts


def _caused(stage: Stage, namer: Namer, readings: Readings, note: Note, moment: datetime) -> Facts:
    """Everything that the unit of work of this moment wrote."""
    session = stage.session
    recorded = events_at(session, moment)
    sent = outgoing_at(session, moment)
    facts: Facts = {"Sent because of it": told_messages(session, namer, sent) if sent else []}
    after = follow_up(session, readings, moment)
    if after:
        facts["And a moment later"] = told_messages(session, namer, after)
    if recorded:
        facts["Recorded"] = told(namer, recorded)
    subjects = {row.subject_id for row in recorded} | _ids(note.commands)
    waiting = later_work(session, namer, _with_payments(recorded, subjects), stage.now)
    if waiting:
        facts["Still to come"] = waiting
    person = session.exec(select(Person).where(Person.account == note.chat)).first()
    focus = session.get(Focus, person.id) if person is not None else None
    if focus is not None:
        facts["Before the person now"] = {
            "what": spaced(focus.kind.value),
            "open question": focus.asks or "none",
        }
    return facts | _order_of(stage, namer, subjects)


def _with_payments(recorded: Iterable[Any], subjects: set[UUID]) -> set[UUID]:
    named = {
        value for row in recorded for name, value in row.facts.items() if name in {"payment_id", "refund_id"}
    }
    return subjects | {UUID(value) for value in named}


def _ids(commands: Iterable[Facts]) -> set[UUID]:
    """The ids that commands name."""
    found = set()
    for command in commands:
        for name, value in command["fields"].items():
            if name.endswith("_id"):
                found.add(UUID(str(value)))
    return found


def _about_shown(stage: Stage, namer: Namer, readings: Readings, shown: Shown) -> Facts:
    """A message that has a place of its own, and is edited there as what it shows changes."""
    session = stage.session
    kind, _, subject = shown.slot.partition(":")
    posted = list(
        session.exec(
            select(Outgoing)
            .where(Outgoing.chat == shown.chat, Outgoing.slot == shown.slot)
            .order_by(col(Outgoing.seq))
        )
    )
    facts: Facts = {"It shows": _SHOWS.get(kind, spaced(kind))}
    facts["Sent or changed"] = {
        "kind": "events",
        "rows": [
            {
                "at": namer.at(row.posted_at),
                "what": _cause(session, namer, readings, row.posted_at),
                "detail": ", ".join(
                    part for part in (spaced(row.state.value), _tries(row), row.error or "") if part
                ),
            }
            for row in posted[-ROWS_SHOWN:]
        ],
    }
    try:
        number = UUID(subject)
    except ValueError:
        return facts
    return facts | _about_subject(stage, namer, kind, number)


_SHOWS = {
    "list": "a list of what is needed", "round": "who of the sellers answered",
    "proposal": "whom to buy what from",
    "inquiry": "what a seller is asked for", "readback": "a seller's words as they were understood",
    "checkout": "an order being completed", "order": "an order on its way", "pick": "what a shop has to pick",
    "delivery": "the stops of a delivery", "why": "why the proposal is as it is", "compare": "the other ways",
    "move": "a line being moved to another seller", "orders": "all orders", "settings": "the settings",
}  # fmt: skip


def _tries(row: Outgoing) -> str:
    return f"{row.tries} tries failed before" if row.tries else ""


def _about_subject(stage: Stage, namer: Namer, kind: str, number: UUID) -> Facts:
    session = stage.session
    order = order_behind(session, number)
    if order is not None:
        return about_order(stage, namer, order)
    facts: Facts = {}
    subjects = [number]
    if (found := session.get(ComponentList, number)) is not None:
        facts |= about_list(stage, namer, found)
        asked = session.exec(
            select(Round).where(Round.list_id == number).order_by(col(Round.opened_at).desc())
        ).first()
        if asked is not None:
            facts |= about_round(stage, namer, asked)
            subjects.append(asked.id)
    elif (closed := session.get(Round, number)) is not None:
        facts |= about_round(stage, namer, closed)
        subjects.append(closed.list_id)
    elif (inquiry := session.get(Inquiry, number)) is not None:
        facts |= about_inquiry(stage, namer, inquiry)
        subjects.append(inquiry.round_id)
    waiting = later_work(session, namer, subjects, stage.now)
    if waiting:
        facts["Still to come"] = waiting
    made = session.exec(
        select(Order)
        .join(Round, col(Round.id) == col(Order.round_id))
        .where((col(Round.id) == number) | (col(Round.list_id) == number))
        .order_by(col(Order.created_at).desc())
    ).first()
    if made is not None and kind != "inquiry":
        facts |= about_order(stage, namer, made)
    return facts | {"What happened": told(namer, history(session, subjects)[-ROWS_SHOWN:])}


def _about_said(stage: Stage, namer: Namer, readings: Readings, chat: int, said: Said) -> Facts:
    """A message without a place of its own: found by its words, and told by what caused it."""
    session = stage.session
    query = select(Outgoing).where(Outgoing.chat == chat).order_by(col(Outgoing.seq).desc())
    for row in session.exec(query.limit(400)):
        late = (said.at - row.posted_at).total_seconds()
        if plain(row.payload)[:ALIKE] == said.text.strip()[:ALIKE] and late > -2:
            return {
                "It was sent": {
                    "because of": _cause(session, namer, readings, row.posted_at),
                    "posted": namer.at(row.posted_at),
                    "state": spaced(row.state.value),
                    **({"tries": _tries(row)} if row.tries else {}),
                    **({"error": row.error} if row.error else {}),
                },
                "Sent together with it": told_messages(session, namer, outgoing_at(session, row.posted_at)),
                **_recorded(stage, namer, row.posted_at),
            }
    return {}


def _recorded(stage: Stage, namer: Namer, moment: datetime) -> Facts:
    """What happened at that moment, and the order that it happened to."""
    rows = events_at(stage.session, moment)
    facts: Facts = {"Recorded": told(namer, rows)} if rows else {}
    return facts | _order_of(stage, namer, {row.subject_id for row in rows})


def _order_of(stage: Stage, namer: Namer, subjects: Iterable[UUID]) -> Facts:
    order = next((found for one in subjects if (found := order_behind(stage.session, one)) is not None), None)
    return about_order(stage, namer, order) if order is not None else {}


def _cause(session: Session, namer: Namer, readings: Readings, moment: datetime) -> str:
    """Whose update it was, or the shop by itself."""
    note = readings.at(moment)
    if note is None:
        return "by itself, when something was due"
    person = session.exec(select(Person).where(Person.account == note.chat)).first()
    row = session.get(InboxRow, note.update_id)
    name = person.name if person is not None else str(note.chat)
    if row is None:
        return name
    if "callback_query" in row.payload:
        return f"{name} tapped “{label_of(row)}”"
    message = row.payload.get("message") or {}
    words = str(message.get("text") or message.get("caption") or "something without words")
    return f"{name}: “{words[:60]}{'…' if len(words) > 60 else ''}”"
