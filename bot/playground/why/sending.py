"""The messages that something caused, the events it recorded, and what it left to be done later."""

import html
import re
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlmodel import Session, col, select

from bot.playground.readings import Readings
from bot.playground.why.naming import Namer, spaced
from commerce.due import DueState, DueWork
from commerce.events import EventRow
from commerce.outbox import Outgoing, Shown
from commerce.people.models import Person
from commerce.settlement.models import Payment, Refund

__all__ = ["events_at", "follow_up", "later_work", "outgoing_at", "plain", "told", "told_messages"]

TAG = re.compile(r"</?[a-z][^>]*>")
ROWS_SHOWN = 60
WORK = {
    "read_page": "read the page",
    "close_round": "close the round",
    "open_checkout": "open the card page",
    "check_payment": "ask the bank whether it is paid",
    "expire_checkout": "close the card page",
    "refund_payment": "look after the refund",
    "settlement_event": "look into news from the bank",
}


def plain(payload: dict[str, Any]) -> str:
    """The text of an outgoing message as it stands in the chat."""
    return html.unescape(TAG.sub("", str(payload.get("text") or payload.get("caption") or ""))).strip()


def outgoing_at(session: Session, moment: datetime) -> list[Outgoing]:
    """What was posted in the unit of work of that moment; of several in one place the last."""
    query = select(Outgoing).where(Outgoing.posted_at == moment).order_by(col(Outgoing.seq))
    rows = list(session.exec(query.limit(ROWS_SHOWN)))
    last = {(row.chat, row.slot or row.seq): row.seq for row in rows}
    return [row for row in rows if last[row.chat, row.slot or row.seq] == row.seq]


def events_at(session: Session, moment: datetime) -> list[EventRow]:
    query = select(EventRow).where(EventRow.at == moment).order_by(col(EventRow.seq))
    return list(session.exec(query))


def told(namer: Namer, rows: Iterable[EventRow]) -> dict[str, Any]:
    """Each event once, however many histories it belongs to."""
    lines: dict[tuple[datetime, str, str], dict[str, Any]] = {}
    for row in rows:
        detail = namer.detail(row.facts)
        line = {"at": namer.at(row.at), "what": spaced(row.kind), "detail": detail}
        lines.setdefault((row.at, row.kind, detail), line)
    return {"kind": "events", "rows": list(lines.values())}


def told_messages(session: Session, namer: Namer, rows: Sequence[Outgoing]) -> dict[str, Any]:
    """For the page: whom it went to, what became of it, and how to find it in the chat."""
    names = {person.account: person.name for person in session.exec(select(Person))}
    shown = {
        (row.chat, row.slot): row.message
        for row in session.exec(select(Shown).where(col(Shown.chat).in_({row.chat for row in rows})))
    }
    return {
        "kind": "messages",
        "rows": [
            {
                "chat": row.chat,
                "to": names.get(row.chat, str(row.chat)),
                "message": shown.get((row.chat, row.slot or "")),
                "what": spaced((row.slot or "words").partition(":")[0]),
                "words": plain(row.payload),
                "at": namer.at(row.posted_at),
                "posted": row.posted_at.timestamp(),
                "state": spaced(row.state.value),
                "tries": row.tries,
                "error": row.error or "",
            }
            for row in rows
        ],
    }


def follow_up(session: Session, readings: Readings, moment: datetime) -> list[Outgoing]:
    """What was posted when the work was done that the moment left to be done at once: a page that was read,
    a card page that was opened."""
    found: list[Outgoing] = []
    for work in session.exec(select(DueWork).where(DueWork.due_at == moment)):
        slots = [
            f"{kind}:{subject}"
            for subject in _behind(session, work)
            for kind in ("list", "checkout", "order")
        ]
        query = select(Outgoing).where(col(Outgoing.slot).in_(slots), Outgoing.posted_at > moment)
        first = session.exec(query.order_by(col(Outgoing.posted_at)).limit(1)).first()
        if first is not None and readings.at(first.posted_at) is None:
            found += outgoing_at(session, first.posted_at)
    return found


def later_work(
    session: Session, namer: Namer, subjects: Iterable[UUID], now: datetime
) -> list[dict[str, Any]]:
    """What waits to be done with any of these, the soonest first."""
    query = select(DueWork).where(
        DueWork.state == DueState.WAITING, col(DueWork.subject_id).in_(list(subjects))
    )
    return [
        {
            "what": WORK.get(work.kind, spaced(work.kind)),
            "with": namer.of(work.subject_id),
            "when": namer.at(work.due_at) + (" (overdue)" if work.due_at < now else ""),
            **({"tried": work.tries, "last error": work.last_error} if work.tries else {}),
        }
        for work in session.exec(query.order_by(col(DueWork.due_at)).limit(ROWS_SHOWN))
    ]


def _behind(session: Session, work: DueWork) -> list[UUID]:
    """The subject of the work, and the order behind a payment or refund."""
    refund = session.get(Refund, work.subject_id)
    payment = session.get(Payment, refund.payment_id if refund else work.subject_id)
    return [work.subject_id, payment.order_id] if payment else [work.subject_id]
