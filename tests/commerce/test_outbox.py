"""The outbox on both databases: one claim for each message, one message of a slot, nothing lost."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Engine
from sqlmodel import Session, col, select

from commerce import outbox
from commerce.outbox import CLAIM_FOR, Claimed, Lane, Outcome, Outgoing, OutgoingState


def texts(claimed: list[Claimed]) -> list[str]:
    return [one.payload["text"] for one in claimed]


def states(session: Session) -> list[str]:
    session.expire_all()
    rows = session.exec(select(Outgoing).order_by(col(Outgoing.seq)))
    return [row.state.value for row in rows]


def posted(session: Session, chat: int, text: str, now: datetime, **details: Any) -> None:
    outbox.post(session, chat, {"text": text}, now, **details)


def sent(claimed: Claimed, message: int = 1, digest: str = "d") -> Outcome:
    return Outcome(claimed, OutgoingState.SENT, message, digest)


def test_one_message_of_each_chat_is_claimed_the_oldest_first(session: Session, now: datetime) -> None:
    for text in ("a1", "a2", "b1"):
        posted(session, 1 if text[0] == "a" else 2, text, now)
    assert texts(outbox.claim(session, now)) == ["a1", "b1"]


def test_replies_go_before_broadcasts_and_the_latter_only_as_many_as_asked_for(
    session: Session, now: datetime
) -> None:
    for chat in range(5):
        posted(session, chat, f"news {chat}", now, lane=Lane.BROADCAST)
    posted(session, 9, "reply", now)
    assert texts(outbox.claim(session, now, broadcasts=2)) == ["reply", "news 0", "news 1"]


def test_a_long_queue_of_one_chat_keeps_no_other_waiting(session: Session, now: datetime) -> None:
    for n in range(50):
        posted(session, 1, f"a{n}", now)
    posted(session, 2, "b", now)
    assert texts(outbox.claim(session, now, 10)) == ["a0", "b"]


def test_chats_that_rest_are_left_out(session: Session, now: datetime) -> None:
    posted(session, 1, "a", now)
    posted(session, 2, "b", now)
    assert texts(outbox.claim(session, now, not_to={1})) == ["b"]


def test_a_claim_that_was_not_settled_comes_again_when_it_lapses(session: Session, now: datetime) -> None:
    posted(session, 1, "a", now)
    [first] = outbox.claim(session, now)
    assert outbox.claim(session, now + CLAIM_FOR / 2) == []
    outbox.renew(session, [first.seq], now + CLAIM_FOR / 2)
    assert outbox.claim(session, now + CLAIM_FOR) == []
    assert outbox.claim(session, now + 2 * CLAIM_FOR) == [first]


def test_what_a_stopped_process_had_claimed_is_free_at_once(session: Session, now: datetime) -> None:
    posted(session, 1, "a", now)
    outbox.claim(session, now)
    outbox.release(session, now)
    assert texts(outbox.claim(session, now)) == ["a"]


def test_what_was_sent_does_not_come_again_and_its_slot_is_known(session: Session, now: datetime) -> None:
    posted(session, 1, "a", now, slot="list:1")
    outbox.settle(session, [sent(outbox.claim(session, now)[0], message=70)])
    assert outbox.claim(session, now + timedelta(days=1)) == []
    posted(session, 1, "b", now, slot="list:1")
    [edit] = outbox.claim(session, now)
    assert edit.shown == (70, "d")
    outbox.settle(session, [sent(edit, message=71, digest="e")])
    shown = outbox.shown_in(session, 1, "list:1")
    assert shown is not None
    assert (shown.message, shown.digest) == (71, "e")


def test_a_waiting_message_of_a_slot_is_replaced_and_being_fresh_is_handed_on(
    session: Session, now: datetime
) -> None:
    posted(session, 1, "a", now, slot="list:1", fresh=True)
    posted(session, 1, "b", now, slot="list:1")
    [claimed] = outbox.claim(session, now)
    assert (claimed.payload["text"], claimed.fresh) == ("b", True)
    assert states(session) == ["replaced", "under_way"]


def test_a_message_under_way_is_not_replaced_but_followed_by_an_edit(session: Session, now: datetime) -> None:
    posted(session, 1, "a", now, slot="list:1", fresh=True)
    [first] = outbox.claim(session, now)
    posted(session, 1, "b", now, slot="list:1")
    outbox.settle(session, [sent(first)])
    [second] = outbox.claim(session, now)
    assert (second.payload["text"], second.fresh) == ("b", False)


def test_a_failed_message_gives_way_to_a_newer_one_of_its_slot(session: Session, now: datetime) -> None:
    posted(session, 1, "a", now, slot="list:1", fresh=True)
    [first] = outbox.claim(session, now)
    posted(session, 1, "b", now, slot="list:1")
    outbox.settle(session, [Outcome(first, OutgoingState.WAITING, not_before=now)])
    [second] = outbox.claim(session, now)
    assert (second.payload["text"], second.fresh) == ("b", True)
    assert states(session) == ["replaced", "under_way"]


def test_a_failed_message_is_tried_again_when_its_time_comes(session: Session, now: datetime) -> None:
    posted(session, 1, "a", now)
    [first] = outbox.claim(session, now)
    later = now + timedelta(seconds=5)
    outbox.settle(session, [Outcome(first, OutgoingState.WAITING, not_before=later, error="away")])
    assert outbox.claim(session, now) == []
    [again] = outbox.claim(session, later)
    assert again.tries == 1


def test_what_waits_for_a_chat_that_is_gone_is_given_up(session: Session, now: datetime) -> None:
    posted(session, 1, "a", now)
    posted(session, 2, "b", now)
    outbox.give_up_on(session, 1, "blocked")
    assert states(session) == ["refused", "waiting"]


def test_two_couriers_never_claim_the_same_message(engine: Engine, now: datetime) -> None:
    if engine.dialect.name == "sqlite":
        pytest.skip("SQLite has one writer")
    with Session(engine) as one, Session(engine) as other:
        for chat in range(6):
            posted(one, chat, f"m{chat}", now)
        one.commit()
        mine = outbox.claim(one, now, 4)
        theirs = outbox.claim(other, now, 4)
        assert len(mine) == 4
        assert len(theirs) == 2
        assert not {claimed.seq for claimed in mine} & {claimed.seq for claimed in theirs}
        one.commit()
        other.commit()
        assert outbox.claim(one, now) == []
