"""What is bought nowhere because a smallest order is not reached, and what is missing to it."""

from datetime import date

from commerce.quotes.choosing import Offer, Problem, Terms, choose_quickly
from commerce.quotes.shortfalls import Shortfall, shortfalls


def terms(seller: str, minimum_minor: int) -> Terms:
    return Terms(seller, 0, None, minimum_minor, date(2026, 11, 20), 0, favourite=False)


def test_a_component_is_told_with_the_seller_that_lacks_least() -> None:
    offers = (
        Offer("rice", "deli", 1500),
        Offer("kit", "deli", 900),
        Offer("kit", "store", 400),
        Offer("rice", "store", 300),
    )
    problem = Problem(("rice", "kit", "unicorn"), offers, (terms("deli", 5000), terms("store", 1000)))
    plan = choose_quickly(problem)
    assert plan.missing == ("rice", "kit", "unicorn")
    assert shortfalls(problem, plan) == (Shortfall("store", ("rice", "kit"), 1000, 300),)


def test_nothing_is_short_where_everything_is_bought() -> None:
    problem = Problem(("rice",), (Offer("rice", "deli", 1500),), (terms("deli", 1500),))
    assert shortfalls(problem, choose_quickly(problem)) == ()
