"""Sellers' answers: versions, read-backs, deadlines, totals, and two taps."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlmodel import Session, select

from commerce import events
from commerce.quotes.answering import (
    NotUnderstood,
    QuoteGone,
    TooLate,
    answer_as_listed,
    answer_in_words,
    bind,
    binding_quote,
    decline,
    discard,
    quote_lines,
    read_back_of,
    reading_of,
)
from commerce.quotes.events import InquiryAnswered
from commerce.quotes.models import Inquiry, InquiryState, Quote, QuoteState, Round, RoundState
from commerce.quotes.replies import ReadLine, ReplyReading
from tests.commerce.quotes.market import ROUND, Market, open_market


def reading(prices: Mapping[int, int | None], *, total: int | None = None, lines: int = 3) -> ReplyReading:
    """Lines that are named are offered, at the price given, or in the total; the others are not."""
    read = {
        n: ReadLine(price_minor=prices[n], qty=None, packs=None, substitute=None) if n in prices else None
        for n in range(1, lines + 1)
    }
    return ReplyReading(
        lines=read,
        total_minor=total,
        delivery=None,
        valid_until=None,
        decline=False,
        question=False,
        unclear=(),
    )


def says(market: Market, inquiry: Inquiry, read: ReplyReading) -> Quote:
    clerk = market.clerks["deli"].id
    return answer_in_words(market.session, inquiry, read, "words", clerk, market.today, market.now)


def prices_of(session: Session, quote: Quote) -> list[int]:
    return [line.price_minor for line, _ in quote_lines(session, quote.id)]


@pytest.fixture
def market(session: Session, now: datetime) -> Market:
    return open_market(session, now)


@pytest.fixture
def inquiry(market: Market) -> Inquiry:
    return market.inquiry(market.asks(), "deli")


def test_a_tap_offers_all_at_list_price_and_usual_date(market: Market, now: datetime) -> None:
    quote = answer_as_listed(market.session, market.inquiry(market.asks(), "general"), market.today, now)
    assert quote.state is QuoteState.BINDING
    assert quote.ready_on == date(2026, 11, 21)
    assert prices_of(market.session, quote) == [229, 199, 599]


def test_the_usual_date_counts_from_the_day_where_the_shop_is(market: Market, now: datetime) -> None:
    """Half an hour after midnight in Berlin, when it is still yesterday by UTC."""
    inquiry, at_night = market.inquiry(market.asks(), "general"), datetime(2026, 11, 20, 23, 30, tzinfo=UTC)
    market.session.get_one(Round, inquiry.round_id).deadline = at_night + ROUND
    quote = answer_as_listed(market.session, inquiry, date(2026, 11, 21), at_night)
    assert quote.ready_on == date(2026, 11, 22)


def test_two_taps_are_one_answer(market: Market, inquiry: Inquiry, now: datetime) -> None:
    events.fresh(market.session)
    first = answer_as_listed(market.session, inquiry, market.today, now)
    second = answer_as_listed(market.session, inquiry, market.today, now)
    assert first.id == second.id
    assert sum(isinstance(event, InquiryAnswered) for event in events.fresh(market.session)) == 1


def test_a_second_tap_is_no_late_answer_where_the_first_closed_the_round(
    market: Market, now: datetime
) -> None:
    asked = market.asks("1 bunch basil", "2 bunches basil", "3 bunches basil")
    for key in market.asked_of(asked):
        answer_as_listed(market.session, market.inquiry(asked, key), market.today, now)
    assert asked.state is RoundState.CLOSED
    answer_as_listed(market.session, market.inquiry(asked, "green"), market.today, now)


def test_words_bind_only_once_confirmed(market: Market, inquiry: Inquiry, now: datetime) -> None:
    quote = says(market, inquiry, reading({1: 320, 3: 899}))
    assert quote.state is QuoteState.READ_BACK
    assert binding_quote(market.session, inquiry.id) is None
    before = inquiry.state
    bind(market.session, quote, now)
    bind(market.session, quote, now)
    assert prices_of(market.session, quote) == [320, 899]
    assert [before, inquiry.state] == [InquiryState.SENT, InquiryState.ANSWERED]


def test_a_newer_read_back_replaces_the_one_that_waits(
    market: Market, inquiry: Inquiry, now: datetime
) -> None:
    older = says(market, inquiry, reading({1: 320}))
    newer = says(market, inquiry, reading({1: 310}))
    assert read_back_of(market.session, inquiry.id) == newer
    with pytest.raises(QuoteGone):
        bind(market.session, older, now)
    with pytest.raises(QuoteGone):
        discard(market.session, older, now)


def test_a_discarded_read_back_binds_nothing(market: Market, inquiry: Inquiry, now: datetime) -> None:
    quote = says(market, inquiry, reading({1: 320}))
    discard(market.session, quote, now)
    discard(market.session, quote, now)
    with pytest.raises(QuoteGone):
        bind(market.session, quote, now)
    assert inquiry.state is InquiryState.SENT


def test_every_version_is_kept_and_one_binds(market: Market, inquiry: Inquiry, now: datetime) -> None:
    answer_as_listed(market.session, inquiry, market.today, now)
    bind(market.session, says(market, inquiry, reading({1: 320})), now)
    bind(market.session, says(market, inquiry, reading({1: 310})), now)
    kept = market.session.exec(select(Quote).where(Quote.inquiry_id == inquiry.id)).all()
    assert sorted((quote.version, quote.state) for quote in kept) == [
        (1, QuoteState.REPLACED),
        (2, QuoteState.REPLACED),
        (3, QuoteState.BINDING),
    ]


def test_an_unconfirmed_revision_leaves_the_offer_standing(
    market: Market, inquiry: Inquiry, now: datetime
) -> None:
    standing = answer_as_listed(market.session, inquiry, market.today, now)
    says(market, inquiry, reading({1: 100}))
    assert binding_quote(market.session, inquiry.id) == standing


@pytest.mark.parametrize("late", [ROUND, ROUND + timedelta(seconds=1)])
def test_the_deadline_counts_by_the_clock_while_the_round_still_stands_open(
    market: Market, inquiry: Inquiry, now: datetime, late: timedelta
) -> None:
    quote = says(market, inquiry, reading({1: 320}))
    with pytest.raises(TooLate):
        answer_as_listed(market.session, inquiry, market.today, now + late)
    with pytest.raises(TooLate):
        bind(market.session, quote, now + late)
    with pytest.raises(TooLate):
        decline(market.session, inquiry, now + late)
    bind(market.session, quote, now + ROUND - timedelta(seconds=1))


def test_a_decline_takes_back_the_offer_and_what_waits(
    market: Market, inquiry: Inquiry, now: datetime
) -> None:
    answer_as_listed(market.session, inquiry, market.today, now)
    says(market, inquiry, reading({1: 320}))
    decline(market.session, inquiry, now)
    decline(market.session, inquiry, now)
    assert inquiry.state is InquiryState.DECLINED
    assert binding_quote(market.session, inquiry.id) is None
    assert read_back_of(market.session, inquiry.id) is None


def test_one_total_is_shared_out_by_list_price_to_the_cent(market: Market, inquiry: Inquiry) -> None:
    quote = says(market, inquiry, reading({1: None, 2: None, 3: None}, total=2000))
    prices = prices_of(market.session, quote)
    assert sum(prices) == 2000
    assert prices[1] > prices[2] > prices[0]


def test_a_total_covers_the_prices_named_and_the_rest(market: Market, inquiry: Inquiry) -> None:
    quote = says(market, inquiry, reading({1: 320, 2: None, 3: None}, total=2000))
    prices = prices_of(market.session, quote)
    assert prices[0] == 320
    assert sum(prices) == 2000


def test_a_fee_in_a_total_is_no_price_of_the_goods(market: Market, inquiry: Inquiry) -> None:
    read = replace(
        reading({1: None, 2: None, 3: None}, total=2000), delivery_fee_minor=490, fee_included=True
    )
    assert sum(prices_of(market.session, says(market, inquiry, read))) == 1510


@pytest.mark.parametrize("total", [320, 319, 1, 0, -5, 321])
def test_a_total_that_leaves_nothing_for_a_line_is_not_understood(
    market: Market, inquiry: Inquiry, total: int
) -> None:
    with pytest.raises(NotUnderstood):
        says(market, inquiry, reading({1: 320, 2: None, 3: None}, total=total))
    assert read_back_of(market.session, inquiry.id) is None


def test_words_that_offer_nothing_keep_nothing(market: Market, inquiry: Inquiry) -> None:
    with pytest.raises(NotUnderstood):
        says(market, inquiry, reading({}))


def test_a_kept_offer_reads_back_as_it_was_said(market: Market, inquiry: Inquiry) -> None:
    read = replace(reading({1: 320, 3: 899}), delivery=date(2026, 11, 23), valid_until=date(2026, 11, 30))
    again = reading_of(market.session, says(market, inquiry, read))
    assert again.delivery == read.delivery
    assert again.valid_until == read.valid_until
    assert again.lines[2] is None
    assert again.lines[1] is not None
    assert again.lines[1].price_minor == 320


def test_the_part_of_a_line_has_its_part_in_a_total(market: Market, now: datetime) -> None:
    asked = market.asks("2 bunches basil", "500 ml olive oil")
    inquiry = market.inquiry(asked, "general")
    read = reading({1: None, 2: None}, total=700, lines=2)
    part = ReadLine(price_minor=None, qty="1 bunch", packs=1, substitute=None)
    half = answer_in_words(
        market.session, inquiry, replace(read, lines={**read.lines, 1: part}), "words",
        market.clerks["general"].id, market.today, now,
    )  # fmt: skip
    assert prices_of(market.session, half) == [175, 525]
