"""Rounds of inquiries: opened, closed, withdrawn, and never waiting for who cannot be reached."""

from datetime import datetime, timedelta

import pytest
from sqlmodel import Session, select

from commerce import events
from commerce.due import DueWork
from commerce.methods.models import ListState
from commerce.methods.service import components_of, list_of, need
from commerce.people.service import lose
from commerce.quotes.answering import TooLate, answer_as_listed, decline
from commerce.quotes.asking import (
    CLOSE_ROUND,
    NobodySells,
    NothingNeeded,
    close_round,
    estimate,
    give_up_on,
    inquiries_of,
    inquiry_lines,
    open_round,
    withdraw_round,
)
from commerce.quotes.events import RoundClosed, SellerUnreachable
from commerce.quotes.models import InquiryState, RoundState
from tests.commerce.quotes.market import ROUND, open_market


def test_the_estimate_is_the_cheapest_at_list_prices_with_delivery(session: Session, now: datetime) -> None:
    market = open_market(session, now)
    found = estimate(session, market.wants(), market.today)
    assert found is not None
    # all of the deli, but the basil of the green grocer: 399 + 1290 + 899 + 149, 350 + 290
    # or rice, basil and oil of the general shop (1027) stay below its minimum
    assert found.total_minor == 399 + 1290 + 899 + 149 + 350 + 290
    assert found.sellers == 2


def test_an_inquiry_holds_the_lines_of_its_seller_in_order(session: Session, now: datetime) -> None:
    market = open_market(session, now)
    asked = market.asks()
    lines = inquiry_lines(session, market.inquiry(asked, "deli").id)
    assert [(line.n, line.packs, line.list_price_minor) for line in lines] == [
        (1, 1, 399),
        (2, 1, 1290),
        (3, 1, 899),
    ]
    assert list_of(session, asked.list_id).state is ListState.ASKING


def test_the_deadline_is_promised_and_kept_once(session: Session, now: datetime) -> None:
    market = open_market(session, now)
    asked = market.asks()
    (promise,) = session.exec(select(DueWork).where(DueWork.kind == CLOSE_ROUND)).all()
    assert (promise.subject_id, promise.due_at) == (asked.id, now + ROUND)
    events.fresh(session)
    close_round(session, asked.id, "deadline", now + ROUND)
    close_round(session, asked.id, "asked", now + ROUND)
    assert [event.why for event in events.fresh(session) if isinstance(event, RoundClosed)] == ["deadline"]
    assert {inquiry.state for inquiry in inquiries_of(session, asked.id)} == {InquiryState.LAPSED}


def test_the_last_answer_closes_the_round(session: Session, now: datetime) -> None:
    market = open_market(session, now)
    asked = market.asks()
    answer_as_listed(session, market.inquiry(asked, "general"), market.today, now)
    decline(session, market.inquiry(asked, "green"), now)
    states = [asked.state]
    answer_as_listed(session, market.inquiry(asked, "deli"), market.today, now)
    assert [*states, asked.state] == [RoundState.OPEN, RoundState.CLOSED]


def test_a_withdrawn_round_gives_the_list_back_and_takes_no_answers(session: Session, now: datetime) -> None:
    market = open_market(session, now)
    asked = market.asks()
    wanted = withdraw_round(session, asked, now)
    assert wanted.state is ListState.OPEN
    with pytest.raises(TooLate):
        answer_as_listed(session, market.inquiry(asked, "deli"), market.today, now)
    again = open_round(session, wanted, "cheapest", False, now + ROUND, now)
    assert again.id != asked.id


def test_nothing_needed_and_nobody_sells_are_told_apart(session: Session, now: datetime) -> None:
    market = open_market(session, now)
    wanted = market.wants()
    need(session, wanted, components_of(session, wanted.id), False, now)
    with pytest.raises(NothingNeeded):
        open_round(session, wanted, "cheapest", False, now + ROUND, now)
    odd = market.wants("3 copper caps", "2 anvils", "1 unicorn")
    with pytest.raises(NobodySells) as refused:
        open_round(session, odd, "cheapest", False, now + ROUND, now)
    assert len(refused.value.components) == 3


def test_a_seller_without_anybody_reachable_is_not_waited_for(session: Session, now: datetime) -> None:
    market = open_market(session, now)
    lose(session, market.clerks["deli"], now)
    asked = market.asks()
    assert market.inquiry(asked, "deli").state is InquiryState.UNREACHABLE
    answer_as_listed(session, market.inquiry(asked, "general"), market.today, now)
    answer_as_listed(session, market.inquiry(asked, "green"), market.today, now)
    assert asked.state is RoundState.CLOSED


def test_a_round_closes_when_the_only_one_left_is_lost(session: Session, now: datetime) -> None:
    market = open_market(session, now)
    asked = market.asks()
    answer_as_listed(session, market.inquiry(asked, "general"), market.today, now)
    answer_as_listed(session, market.inquiry(asked, "green"), market.today, now)
    lose(session, market.clerks["deli"], now)
    events.fresh(session)
    give_up_on(session, market.clerks["deli"].id, now)
    give_up_on(session, market.clerks["deli"].id, now)
    assert asked.state is RoundState.CLOSED
    assert sum(isinstance(event, SellerUnreachable) for event in events.fresh(session)) == 1


def test_who_was_lost_may_still_answer_in_time(session: Session, now: datetime) -> None:
    market = open_market(session, now)
    asked = market.asks()
    lose(session, market.clerks["deli"], now)
    give_up_on(session, market.clerks["deli"].id, now)
    answer_as_listed(session, market.inquiry(asked, "deli"), market.today, now + timedelta(minutes=1))
    assert market.inquiry(asked, "deli").state is InquiryState.ANSWERED
