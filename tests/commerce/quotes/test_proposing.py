"""Proposals: the choice kept, changed by hand, and what is left out of it."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from sqlmodel import Session

from commerce.quotes.answering import answer_as_listed, answer_in_words, bind, decline
from commerce.quotes.asking import close_round
from commerce.quotes.choosing import Priority
from commerce.quotes.models import Round
from commerce.quotes.outlook import outlook
from commerce.quotes.proposing import (
    CannotMoveLine,
    NothingWithout,
    Place,
    RoundStillOpen,
    avoid,
    chosen_in,
    compare,
    leave_out,
    metres_between,
    move_line,
    proposal_of,
    propose,
)
from commerce.quotes.replies import ReadLine
from tests.commerce.quotes.market import CENTRE, Market, open_market
from tests.commerce.quotes.test_answering import reading


@pytest.fixture
def market(session: Session, now: datetime) -> Market:
    return open_market(session, now)


def closed(market: Market, *keys: str, priority: str = "cheapest", collects: bool = False) -> Round:
    """A round of which these sellers offered as listed, with its proposal."""
    asked = market.asks(priority=priority, collects=collects)
    for key in keys:
        answer_as_listed(market.session, market.inquiry(asked, key), market.today, market.now)
    close_round(market.session, asked.id, "asked", market.now)
    propose(market.session, asked, Priority(priority), CENTRE, market.now)
    return asked


def chosen(market: Market, asked: Round) -> dict[str, str]:
    proposal = proposal_of(market.session, asked, CENTRE)
    return {line.component.name: share.seller.key for share in proposal.shares for line in share.lines}


def test_fees_goods_and_shares_add_up(market: Market) -> None:
    asked = closed(market, "general", "green", "deli")
    proposal = proposal_of(market.session, asked, CENTRE)
    assert proposal.total_minor == sum(share.goods_minor + share.fee_minor for share in proposal.shares)
    assert proposal.goods_minor + proposal.fees_minor == proposal.total_minor
    assert proposal.total_minor == 399 + 1290 + 899 + 149 + 350 + 290


def test_collecting_costs_no_delivery(market: Market) -> None:
    asked = closed(market, "green", "deli", collects=True)
    assert proposal_of(market.session, asked, CENTRE).fees_minor == 0


def test_each_priority_is_kept_on_the_round_and_explained(market: Market, now: datetime) -> None:
    asked = closed(market, "general", "green", "deli")
    for priority in Priority:
        propose(market.session, asked, priority, CENTRE, now)
        assert asked.priority == priority.value
        assert proposal_of(market.session, asked, CENTRE).why is not None


def test_a_line_moved_by_hand_stays_moved_until_a_priority_is_chosen(market: Market, now: datetime) -> None:
    asked = closed(market, "general", "green", "deli")
    oil = market.component(asked, "olive oil")
    assert chosen(market, asked)["olive oil"] == "deli"
    assert move_line(market.session, asked, oil, market.sellers["general"], CENTRE, now)
    assert chosen(market, asked)["olive oil"] == "general"
    assert not move_line(market.session, asked, oil, market.sellers["general"], CENTRE, now)
    (breach,) = proposal_of(market.session, asked, CENTRE).below_minimum
    assert breach.minimum_minor == 1500
    propose(market.session, asked, Priority.CHEAPEST, CENTRE, now)
    assert chosen(market, asked)["olive oil"] == "deli"


def test_a_seller_avoided_loses_its_lines_and_moves_by_hand_stay(market: Market, now: datetime) -> None:
    asked = closed(market, "general", "green", "deli")
    basil = market.component(asked, "basil")
    move_line(market.session, asked, basil, market.sellers["general"], CENTRE, now)
    assert avoid(market.session, asked, market.sellers["deli"], CENTRE, now)
    assert set(chosen(market, asked).values()) <= {"general", "green"}
    assert "dry white wine" not in chosen(market, asked)
    assert not avoid(market.session, asked, market.sellers["deli"], CENTRE, now)


def test_the_only_seller_that_offered_anything_is_not_avoided(market: Market, now: datetime) -> None:
    asked = closed(market, "deli")
    before = chosen(market, asked)
    with pytest.raises(NothingWithout):
        avoid(market.session, asked, market.sellers["deli"], CENTRE, now)
    assert before
    assert chosen(market, asked) == before


def test_a_line_cannot_be_moved_to_who_did_not_offer_it(market: Market, now: datetime) -> None:
    asked = closed(market, "general", "green", "deli")
    with pytest.raises(CannotMoveLine):
        move_line(
            market.session,
            asked,
            market.component(asked, "dry white wine"),
            market.sellers["green"],
            CENTRE,
            now,
        )


def test_an_open_round_has_no_proposal_yet(market: Market, now: datetime) -> None:
    asked = market.asks()
    with pytest.raises(RoundStillOpen):
        propose(market.session, asked, Priority.CHEAPEST, CENTRE, now)


def test_what_only_a_seller_below_its_minimum_offers_is_held_back_not_missing(market: Market) -> None:
    asked = closed(market, "general", "green")
    proposal = proposal_of(market.session, asked, CENTRE)
    assert [component.name for component in proposal.missing] == ["dry white wine"]
    (held,) = proposal.held_back
    assert held.seller.key == "general"
    assert [component.name for component in held.components] == ["risotto rice", "olive oil"]


def test_no_offer_at_all_chooses_nothing(market: Market) -> None:
    asked = closed(market)
    proposal = proposal_of(market.session, asked, CENTRE)
    assert proposal.shares == ()
    assert proposal.total_minor == 0
    assert not chosen_in(market.session, asked.id)


def test_a_pick_up_only_offer_counts_for_who_collects_alone(market: Market, now: datetime) -> None:
    read = replace(reading({1: 100, 2: 100, 3: 100}), delivery="pickup")
    for collects in (False, True):
        asked = market.asks(collects=collects)
        inquiry = market.inquiry(asked, "deli")
        clerk = market.clerks["deli"].id
        quote = answer_in_words(market.session, inquiry, read, "pickup", clerk, market.today, now)
        bind(market.session, quote, now)
        close_round(market.session, asked.id, "asked", now)
        propose(market.session, asked, Priority.CHEAPEST, CENTRE, now)
        proposal = proposal_of(market.session, asked, CENTRE)
        assert bool(proposal.shares) is collects
        assert [seller.key for seller in proposal.for_pick_up] == ([] if collects else ["deli"])


def test_a_component_left_out_is_bought_no_more_and_the_rest_chosen_anew(
    market: Market, now: datetime
) -> None:
    asked = closed(market, "green", "deli")
    leave_out(market.session, asked, [market.component(asked, "basil")], CENTRE, now)
    assert set(chosen(market, asked)) == {"risotto rice", "olive oil", "dry white wine"}
    assert set(chosen(market, asked).values()) == {"deli"}


def test_the_comparison_shows_every_common_priority_and_her_own(market: Market) -> None:
    asked = closed(market, "general", "green", "deli", priority="least_waste")
    plans = compare(market.session, asked, CENTRE)
    assert set(plans) == {
        Priority.CHEAPEST,
        Priority.SOONEST,
        Priority.FEWEST_SELLERS,
        Priority.NEAREST,
        Priority.LEAST_WASTE,
    }
    assert plans[Priority.CHEAPEST].cost.money_minor == min(plan.cost.money_minor for plan in plans.values())


def test_the_outlook_is_bettered_by_offers_and_forgets_who_declines(market: Market, now: datetime) -> None:
    asked = market.asks()
    before = outlook(market.session, asked, market.today)
    inquiry = market.inquiry(asked, "deli")
    read, clerk = reading({1: 300, 2: 1290, 3: 899}), market.clerks["deli"].id
    quote = answer_in_words(market.session, inquiry, read, "…", clerk, market.today, now)
    bind(market.session, quote, now)
    after = outlook(market.session, asked, market.today)
    assert before is not None
    assert after is not None
    assert after.total_minor == before.total_minor - 99
    assert (before.offered, after.offered, after.at_list) == (0, 3, 1)


def test_distances_are_great_circles() -> None:
    berlin, paris = Place(52.5200, 13.4050), Place(48.8566, 2.3522)
    assert 875_000 < metres_between(berlin, paris) < 880_000
    assert metres_between(berlin, berlin) == 0


def test_the_date_of_a_share_is_the_one_promised(market: Market) -> None:
    asked = closed(market, "deli")
    (share,) = proposal_of(market.session, asked, CENTRE).shares
    assert share.quote.ready_on == date(2026, 11, 20)


def half_the_rice(market: Market) -> Round:
    """The general shop offers one pack of the two that are needed, at half the price."""
    asked = market.asks("1 kg risotto rice", "500 ml olive oil")
    read = reading({2: 599}, lines=2)
    part = ReadLine(price_minor=229, qty="500 g", packs=1, substitute=None)
    quote = answer_in_words(
        market.session,
        market.inquiry(asked, "general"),
        replace(read, lines={**read.lines, 1: part}),
        "only 500 g of rice",
        market.clerks["general"].id,
        market.today,
        market.now,
    )
    bind(market.session, quote, market.now)
    return asked


def test_who_offers_fewer_packs_is_not_cheaper_than_who_offers_all(market: Market) -> None:
    market.sellers["general"].minimum_minor = 0
    asked = half_the_rice(market)
    found = outlook(market.session, asked, market.today)
    assert found is not None
    assert found.plan.sellers[str(market.component(asked, "risotto rice").id)] == str(
        market.sellers["deli"].id
    )
    answer_as_listed(market.session, market.inquiry(asked, "deli"), market.today, market.now)
    propose(market.session, asked, Priority.CHEAPEST, CENTRE, market.now)
    assert chosen(market, asked)["risotto rice"] == "deli"


def test_fewer_packs_are_proposed_as_such_where_nobody_offers_all(market: Market) -> None:
    market.sellers["general"].minimum_minor = 0
    asked = half_the_rice(market)
    decline(market.session, market.inquiry(asked, "deli"), market.now)
    propose(market.session, asked, Priority.CHEAPEST, CENTRE, market.now)
    (share,) = proposal_of(market.session, asked, CENTRE).shares
    assert [(line.quote_line.packs, line.lacks_packs) for line in share.lines] == [(1, True), (1, False)]
    assert share.lines[0].leftover is None
