"""Titles against a job: the head noun decides, other words weigh little, nothing depends on the order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commerce.methods.sites.ranking import Candidate, best_of, score_of, title_from_address

JOBS = ["lasagne", "wall shelf", "pancakes", "Apfelkuchen", "étagère murale", "tote bag"]
TITLES = [
    "Vegetable Lasagne", "A Plain Wall Shelf That Stays Up", "Buttermilk Pancakes with Blueberries",
    "Apfelkuchen vom Blech", "Étagère d'angle", "Sew a Lined Tote Bag", "Contact", "Bread to go with lasagne",
    "Gedeckter Apfelkuchen", "Une étagère murale", "", "10", "Lasagne | The Green Ladle",
]  # fmt: skip
candidates = st.builds(
    Candidate, st.sampled_from([f"https://a.example/{n}" for n in range(30)]), st.sampled_from(TITLES)
)


@pytest.mark.parametrize(
    ("job", "title", "language"),
    [
        ("lasagne", "Vegetable Lasagne", "en"),
        ("lasagna", "Vegetable Lasagne", "en"),
        ("shelf", "Alcove shelves from two boards", "en"),
        ("Regal", "Wandregal bauen", "de"),
        ("Kuchen", "Apfelkuchen", "de"),
        ("Lasagne", "Gemüselasagne", "de"),
        ("crepes", "Crêpes Suzette", "fr"),
        ("étagère murale", "Une étagère murale", "fr"),
        ("PANCAKES", "buttermilk pancakes with blueberries", "en"),
    ],
)
def test_titles_about_the_job(job: str, title: str, language: str) -> None:
    assert score_of(job, title, language=language) >= 60


@pytest.mark.parametrize(
    ("job", "title", "language"),
    [
        ("rice", "Licorice sticks", "en"),
        ("pie", "Pierogi", "en"),
        ("egg noodles", "Scrambled eggs", "en"),
        ("shelf", "Elf hat", "en"),
        ("Apfelkuchen", "Apfelmus", "de"),
        ("lasagne", "Contact", "en"),
        ("lasagne", "", "en"),
        ("", "Lasagne", "en"),
    ],
)
def test_titles_about_something_else(job: str, title: str, language: str) -> None:
    assert score_of(job, title, language=language) == 0


def test_what_the_job_only_goes_with_comes_behind() -> None:
    assert score_of("lasagne", "Bread with lasagne") < score_of("lasagne", "Lasagne with bread")


def test_a_far_worse_title_is_left_out_where_there_is_a_good_one() -> None:
    basil, mushroom = Candidate("b", "Basil risotto"), Candidate("m", "Mushroom risotto")
    assert best_of("basil risotto", [mushroom, basil]) == [basil]
    assert best_of("basil risotto", [mushroom]) == [mushroom]


def test_her_own_language_comes_first() -> None:
    english, german = Candidate("e", "Lasagne", "en"), Candidate("d", "Lasagne", "de")
    assert best_of("Lasagne", [english, german], language="de") == [german, english]


@given(st.sampled_from(JOBS), st.lists(candidates, max_size=20), st.randoms())
def test_the_ranking_is_of_the_titles_alone(job: str, given: list[Candidate], random: object) -> None:
    """Whatever the order: the same scores, each page once, none without the head noun, the best first."""
    ranked = best_of(job, given, at_most=50)
    shuffled = list(given)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    scores = [score_of(job, one.title) for one in ranked]
    assert [score_of(job, one.title) for one in best_of(job, shuffled, at_most=50)] == scores
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score <= 100 for score in scores)
    assert len({one.url for one in ranked}) == len(ranked)


@given(st.sampled_from(JOBS), st.lists(candidates, max_size=20))
def test_the_jobs_own_words_as_title_are_first(job: str, given: list[Candidate]) -> None:
    own = Candidate("https://a.example/own", job)
    best = best_of(job, [*given, own])
    assert score_of(job, best[0].title) == score_of(job, job) == 100


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_words_have_a_score(job: str, title: str) -> None:
    assert 0 <= score_of(job, title) <= 100
    assert score_of(job, title) == score_of(job, f"  {title} ")


@pytest.mark.parametrize(
    ("url", "title"),
    [
        ("https://a.example/recipes/easy-vegetable-lasagne.html", "easy vegetable lasagne"),
        ("https://a.example/apfelkuchen/", "apfelkuchen"),
        ("https://a.example/recette/12345-g%C3%A2teau_au_chocolat", "gâteau au chocolat"),
        ("https://a.example/", ""),
    ],
)
def test_an_address_tells_a_title(url: str, title: str) -> None:
    assert title_from_address(url) == title
