"""The facts behind a plan: each one can be checked against the offers."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from commerce.quotes.choosing import (
    AddsFee,
    BelowMinimum,
    Dearer,
    Excluded,
    Farther,
    Lacks,
    Later,
    Offer,
    OfferedPinnedElsewhere,
    Priority,
    Problem,
    Reasons,
    SamePrice,
    Terms,
    WhyNot,
    WithIt,
    choose_exactly,
    choose_quickly,
    cost_of,
    reasons,
)

MONDAY = date(2026, 11, 23)
PRICES = {
    "anna": {"basil": 100, "rice": 300, "oil": 700},
    "bea": {"basil": 90, "rice": 280},
    "cleo": {"oil": 650},
    "dora": {"rice": 20},
    "emil": {"basil": 1},
}
FEES = {"anna": 200, "bea": 200, "cleo": 300, "dora": 0, "emil": 0}


@pytest.fixture
def problem() -> Problem:
    plain = {s: Terms(s, FEES[s], None, 0, MONDAY, 1000, favourite=False) for s in PRICES}
    plain["cleo"] = replace(plain["cleo"], ready_on=MONDAY + timedelta(days=2), distance_metres=2500)
    plain["dora"] = replace(plain["dora"], minimum_minor=500)
    return Problem(
        components=("basil", "rice", "oil"),
        offers=tuple(Offer(c, s, price) for s, line in PRICES.items() for c, price in line.items()),
        terms=tuple(plain.values()),
        excluded=frozenset({"emil"}),
    )


def facts_about(seller: str, found: Reasons) -> dict[type, WhyNot]:
    (about,) = [one for one in found.not_used if one.seller == seller]
    return {type(fact): fact for fact in about.facts}


def test_each_seller_left_out_has_its_facts(problem: Problem) -> None:
    plan = choose_exactly(problem)
    assert plan.used == ("anna",)
    found = reasons(problem, plan)
    assert [one.seller for one in found.not_used] == ["bea", "cleo", "dora", "emil"]
    bea = facts_about("bea", found)
    assert bea[AddsFee] == AddsFee(200)
    assert bea[SamePrice] == SamePrice(("basil", "rice"), 30)
    assert bea[Lacks] == Lacks(("oil",))
    with_bea = bea[WithIt]
    assert isinstance(with_bea, WithIt)
    assert with_bea.difference.money_minor == 170
    assert with_bea.difference.sellers == 1
    cleo = facts_about("cleo", found)
    assert cleo[Later] == Later(2, MONDAY + timedelta(days=2))
    assert cleo[Farther] == Farther(1500)
    assert facts_about("dora", found)[BelowMinimum] == BelowMinimum(20, 500)
    assert facts_about("emil", found) == {Excluded: Excluded(), Lacks: Lacks(("rice", "oil"))}


def test_a_dearer_seller_is_said_to_be_dearer_by_the_same_lines(problem: Problem) -> None:
    collected = replace(problem, collect=True)
    plan = choose_exactly(collected)
    assert plan.sellers == {"basil": "bea", "rice": "bea", "oil": "cleo"}
    assert facts_about("anna", reasons(collected, plan))[Dearer] == Dearer(("basil", "rice", "oil"), 80)


def test_the_other_priorities_and_the_single_seller_are_compared(problem: Problem) -> None:
    collected = replace(problem, collect=True)
    plan = choose_exactly(collected)
    found = reasons(collected, plan)
    assert found.single is not None
    assert found.single.plan.used == ("anna",)
    assert found.single.difference.money_minor == 80
    assert {other.priority for other in found.others} == set(Priority) - {Priority.CHEAPEST}
    soonest = next(other for other in found.others if other.priority is Priority.SOONEST)
    assert (soonest.difference.days, soonest.difference.money_minor) == (-2, 50)
    for other in found.others:
        assert other.difference.money_minor == other.plan.cost.money_minor - plan.cost.money_minor
        assert other.same == (other.plan.sellers == plan.sellers)


def test_a_pin_is_the_reason_for_a_seller_without_its_line(problem: Problem) -> None:
    pinned = replace(problem, pinned={"oil": "anna"})
    cleo = facts_about("cleo", reasons(pinned, choose_exactly(pinned)))
    assert cleo[OfferedPinnedElsewhere] == OfferedPinnedElsewhere(("oil",))
    assert WithIt not in cleo


def test_reasons_of_an_empty_plan_and_of_the_quick_one_are_given(problem: Problem) -> None:
    nothing = replace(problem, most_sellers=0)
    found = reasons(nothing, choose_exactly(nothing))
    assert found.single is None
    assert {one.seller for one in found.not_used} == set(PRICES)
    quick = reasons(problem, choose_quickly(problem), choose=choose_quickly)
    assert quick.cost == cost_of(problem, choose_quickly(problem).sellers)


def test_the_plan_with_a_seller_keeps_every_condition(problem: Problem) -> None:
    one_only = replace(problem, most_sellers=1)
    bea = facts_about("bea", reasons(one_only, choose_exactly(one_only)))[WithIt]
    assert isinstance(bea, WithIt)
    assert bea.plan.used == ("bea",)
    assert bea.difference.missing == 1
