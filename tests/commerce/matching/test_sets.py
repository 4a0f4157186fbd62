"""The right item comes first on whole catalogues, and what no catalogue has is offered by none."""

from pathlib import Path

import pytest

from bot.evaluation.match import measure
from bot.evaluation.reports import Request

SETS = Path(__file__).parent / "sets"


@pytest.mark.parametrize(
    ("catalogue", "components"),
    [("catalogue.txt", "components.txt"), ("town_catalogue.txt", "town_components.txt")],
)
def test_the_right_item_is_first_of_a_catalogue_of_titles(catalogue: str, components: str) -> None:
    figures = measure(Request((SETS / catalogue, SETS / components))).as_json()
    assert figures["top1"] >= 0.97
    assert figures["top3"] >= 0.99
    assert figures["nothing_right"] == 1
    assert figures["sure_wrong"] <= 0.01


@pytest.mark.parametrize("components", ["3", "4", "5"])
def test_nothing_wrong_is_sure_in_a_catalogue_of_several_languages(components: str) -> None:
    catalogue = SETS / f"strangers_{5 if components == '5' else 3}_catalogue.txt"
    figures = measure(Request((catalogue, SETS / f"strangers_{components}_components.txt"))).as_json()
    assert figures["top1"] >= 0.95
    assert figures["sure_wrong"] == 0


def test_the_opposite_and_another_size_are_never_sure() -> None:
    report = measure(Request((SETS / "opposites_catalogue.txt", SETS / "opposites_components.txt")))
    assert report.right == report.n, report.errors
    assert report.as_json()["sure_wrong"] == 0


def test_what_was_learned_comes_before_the_book(tmp_path: Path) -> None:
    (tmp_path / "catalogue").write_text("1|Whole milk|1 l\n2|Coconut milk|400 ml\n")
    (tmp_path / "components").write_text("learned|milk|2\n")
    (tmp_path / "aliases").write_text("milk=coconut milk\n")
    paths = (tmp_path / "catalogue", tmp_path / "components")
    assert measure(Request(paths)).right == 0
    assert measure(Request(paths, aliases=tmp_path / "aliases")).right == 1
