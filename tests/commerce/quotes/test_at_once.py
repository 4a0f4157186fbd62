"""Rounds that several people act on at once: they close once, and what is chosen is on offer."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

import pytest
from sqlalchemy import Engine
from sqlmodel import Session, select

from commerce import events
from commerce.quotes.answering import TooLate, answer_as_listed, binding_quote, decline
from commerce.quotes.asking import close_round, inquiries_of, withdraw_round
from commerce.quotes.choosing import Priority
from commerce.quotes.events import RoundClosed
from commerce.quotes.models import Choice, Inquiry, Quote, QuoteLine, QuoteState, Round, RoundState
from commerce.quotes.proposing import RoundStillOpen, propose
from commerce.states import CannotMove
from tests.commerce.at_once import ON_POSTGRES, Act, at_once
from tests.commerce.quotes.market import CENTRE, Market, open_market

pytestmark = ON_POSTGRES


@pytest.fixture
def market(session: Session, now: datetime) -> Market:
    return open_market(session, now)


@pytest.fixture
def asked(market: Market) -> Round:
    """Committed; of the three sellers "general" and "deli" are left to answer."""
    asked = market.asks()
    answer_as_listed(market.session, market.inquiry(asked, "green"), market.today, market.now)
    market.session.commit()
    return asked


def on_round(round_id: UUID, do: Callable[[Session, Round], object]) -> Act:
    """The round, its inquiries and their offers are read before."""

    def act(session: Session) -> Callable[[], None]:
        asked = session.get_one(Round, round_id)
        inquiries = inquiries_of(session, round_id)
        read = [*inquiries, *(binding_quote(session, inquiry.id) for inquiry in inquiries)]

        def then() -> None:
            do(session, asked)
            assert read

        return then

    return act


def on_inquiry(inquiry: Inquiry, do: Callable[[Session, Inquiry], object]) -> Act:
    return on_round(inquiry.round_id, lambda own, _: do(own, own.get_one(Inquiry, inquiry.id)))


def answers(inquiry: Inquiry, now: datetime) -> Act:
    return on_inquiry(inquiry, lambda own, it: answer_as_listed(own, it, now.date(), now))


def closes(asked: Round, now: datetime, proposals: list[UUID]) -> Act:
    """As the bot does: whoever closes it proposes. Each proposal is noted."""

    def do(session: Session, own: Round) -> None:
        events.fresh(session)
        close_round(session, own.id, "asked", now)
        if any(isinstance(event, RoundClosed) for event in events.fresh(session)):
            propose(session, own, Priority.CHEAPEST, CENTRE, now)
            proposals.append(own.id)

    return on_round(asked.id, do)


def state(session: Session, asked: Round) -> RoundState:
    session.expire_all()
    return session.get_one(Round, asked.id).state


def test_the_two_last_answers_at_once_close_the_round(
    engine: Engine, market: Market, asked: Round, now: datetime
) -> None:
    last = [answers(market.inquiry(asked, key), now) for key in ("general", "deli")]
    assert at_once(engine, *last) == [None, None]
    assert state(market.session, asked) is RoundState.CLOSED
    kept = market.session.exec(select(Quote)).all()
    assert [quote.state for quote in kept] == [QuoteState.BINDING] * 3


def test_two_taps_of_one_shop_at_once_are_one_offer(
    engine: Engine, market: Market, asked: Round, now: datetime
) -> None:
    tap = answers(market.inquiry(asked, "deli"), now)
    assert at_once(engine, tap, tap) == [None, None]
    deli = market.inquiry(asked, "deli")
    assert len(market.session.exec(select(Quote).where(Quote.inquiry_id == deli.id)).all()) == 1


def test_a_round_closed_twice_at_once_is_proposed_once(
    engine: Engine, market: Market, asked: Round, now: datetime
) -> None:
    proposals: list[UUID] = []
    close = closes(asked, now, proposals)
    assert at_once(engine, close, close) == [None, None]
    assert proposals == [asked.id]
    assert state(market.session, asked) is RoundState.CLOSED
    assert len(market.session.exec(select(Choice)).all()) == 1


def test_what_is_chosen_while_a_shop_takes_back_its_offer_is_still_on_offer(
    engine: Engine, market: Market, asked: Round, now: datetime
) -> None:
    answer_as_listed(market.session, market.inquiry(asked, "deli"), market.today, now)
    market.session.commit()
    declines = on_inquiry(market.inquiry(asked, "deli"), lambda own, it: decline(own, it, now))
    closing, declining = at_once(engine, closes(asked, now, []), declines)
    assert closing is None
    assert declining is None or isinstance(declining, TooLate)
    chosen = (
        select(Quote.state)
        .join(QuoteLine, QuoteLine.quote_id == Quote.id)  # type: ignore[arg-type]
        .join(Choice, Choice.quote_line_id == QuoteLine.id)  # type: ignore[arg-type]
    )
    assert set(market.session.exec(chosen).all()) == {QuoteState.BINDING}


def test_a_round_closed_while_it_is_withdrawn_is_not_proposed(
    engine: Engine, market: Market, asked: Round, now: datetime
) -> None:
    withdraws = on_round(asked.id, lambda own, it: withdraw_round(own, it, now))
    closing, withdrawing = at_once(engine, closes(asked, now, []), withdraws)
    assert withdrawing is None
    assert closing is None or isinstance(closing, RoundStillOpen | CannotMove)
    assert state(market.session, asked) is RoundState.DROPPED
