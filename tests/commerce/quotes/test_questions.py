"""Sellers' questions: what they ask, between what to choose, and what is never passed on."""

from datetime import datetime, timedelta

import pytest
from sqlmodel import Session, select

from commerce.due import DueWork
from commerce.quotes.answering import TooLate, answer_as_listed
from commerce.quotes.asking import CLOSE_ROUND, close_round
from commerce.quotes.models import QuestionState
from commerce.quotes.questions import (
    TIME_TO_OFFER,
    HoldsContact,
    QuestionOver,
    TooManyQuestions,
    answer_question,
    ask_question,
    options_of,
    question_in,
)
from tests.commerce.quotes.market import ROUND, Market, open_market


@pytest.fixture
def market(session: Session, now: datetime) -> Market:
    return open_market(session, now)


@pytest.mark.parametrize(
    ("words", "options"),
    [
        ("salted or unsalted?", ("salted", "unsalted")),
        ("Gesalzene oder ungesalzene Butter?", ("Gesalzene", "ungesalzene")),
        ("beurre doux ou salé ?", ("doux", "salé")),
        ("which brand?", ()),
    ],
)
def test_two_things_to_choose_from_are_told(words: str, options: tuple[str, ...]) -> None:
    assert options_of(words) == options


def test_only_the_question_is_passed_on() -> None:
    assert question_in("Rice 3.20, thanks. Which oil?") == "Which oil?"


def test_an_answer_with_little_time_left_prolongs_the_round(market: Market) -> None:
    asked = market.asks()
    inquiry = market.inquiry(asked, "deli")
    question = ask_question(market.session, inquiry, "which oil?", market.clerks["deli"].id, market.now)
    late = market.now + ROUND - timedelta(minutes=2)
    answer_question(market.session, question, "any", late)
    assert asked.deadline == late + TIME_TO_OFFER
    answer_as_listed(market.session, inquiry, market.today, late + timedelta(minutes=9))
    with pytest.raises(TooLate):
        answer_as_listed(market.session, market.inquiry(asked, "green"), market.today, late + TIME_TO_OFFER)


def test_an_early_answer_leaves_the_deadline(market: Market) -> None:
    asked = market.asks()
    inquiry = market.inquiry(asked, "deli")
    question = ask_question(market.session, inquiry, "which oil?", market.clerks["deli"].id, market.now)
    before = asked.deadline
    answer_question(market.session, question, "any", market.now + timedelta(minutes=1))
    assert asked.deadline == before


def test_a_question_lapses_with_its_round(market: Market) -> None:
    asked = market.asks()
    inquiry = market.inquiry(asked, "deli")
    question = ask_question(market.session, inquiry, "which oil?", market.clerks["deli"].id, market.now)
    close_round(market.session, asked.id, "asked", market.now)
    assert question.state is QuestionState.LAPSED
    with pytest.raises(QuestionOver):
        answer_question(market.session, question, "any", market.now)


@pytest.mark.parametrize("answered", [False, True])
def test_a_question_after_an_early_close_is_answered_until_the_deadline(
    market: Market, answered: bool
) -> None:
    asked = market.asks()
    inquiry = market.inquiry(asked, "deli")
    for key in market.asked_of(asked) if answered else ():
        answer_as_listed(market.session, market.inquiry(asked, key), market.today, market.now)
    close_round(market.session, asked.id, "asked", market.now)
    clerk, late = market.clerks["deli"].id, market.now + ROUND - timedelta(minutes=2)
    question = ask_question(market.session, inquiry, "which oil?", clerk, market.now)
    answer_question(market.session, question, "any", late)
    assert asked.deadline == late + TIME_TO_OFFER
    again = ask_question(market.session, inquiry, "which rice?", clerk, late)
    (promise,) = market.session.exec(select(DueWork).where(DueWork.kind == CLOSE_ROUND)).all()
    close_round(market.session, asked.id, "deadline", promise.due_at)
    assert again.state is QuestionState.LAPSED
    with pytest.raises(QuestionOver):
        answer_question(market.session, again, "any", promise.due_at)


@pytest.mark.parametrize(
    "words", ["call 0171 2345678?", "write to me@shop.example?", "see https://x.example?"]
)
def test_contact_data_is_not_passed_on(market: Market, words: str) -> None:
    inquiry = market.inquiry(market.asks(), "deli")
    with pytest.raises(HoldsContact):
        ask_question(market.session, inquiry, words, market.clerks["deli"].id, market.now)


def test_a_seller_asks_three_times_at_most(market: Market) -> None:
    inquiry = market.inquiry(market.asks(), "deli")
    for n in range(3):
        ask_question(market.session, inquiry, f"which {n}?", market.clerks["deli"].id, market.now)
    with pytest.raises(TooManyQuestions):
        ask_question(market.session, inquiry, "which?", market.clerks["deli"].id, market.now)
