"""What the readers reach on their sets, so that nobody loses it unnoticed: those they were made with and
those kept apart (docs/evaluation.md says which are which)."""

from pathlib import Path
from typing import Any

import pytest

from bot.evaluation import lines, match, packs, pages
from bot.evaluation.reports import Request

TESTS = Path(__file__).parents[1] / "commerce"


@pytest.mark.parametrize(
    ("name", "floor"),
    [
        ("dev", 0.99),
        ("kept_apart", 0.97),
        ("kept_apart_2", 0.9),
        ("further_languages", 0.97),
        ("strangers", 0.97),
        ("strangers_2", 0.96),
        ("strangers_3", 0.96),
        ("strangers_4", 0.97),
        ("strangers_5", 0.98),
        ("strangers_6", 0.96),
        ("strangers_7", 0.96),
        ("strangers_8", 0.96),
    ],
)
def test_component_lines_are_read_right(name: str, floor: float) -> None:
    report = lines.measure(Request((TESTS / "methods" / "lines" / f"{name}.jsonl",)))
    rates: Any = report.figures["by_language_and_domain"]
    assert report.right / report.n >= floor, report.errors
    assert all(group["rate"] >= floor - 0.1 for group in rates.values()), rates


@pytest.mark.parametrize("name", ["dev", "kept_apart", "strangers", "strangers_2", "strangers_3"])
def test_packs_cover_what_is_needed(name: str) -> None:
    report = packs.measure(Request((TESTS / "matching" / "packs" / f"{name}.jsonl",)))
    assert report.right / report.n >= 0.98, report.errors


@pytest.mark.parametrize(("name", "floor"), [("strangers", 0.93), ("strangers_2", 0.96)])
def test_things_are_found_in_a_strangers_catalogue(name: str, floor: float) -> None:
    sets = TESTS / "matching" / "sets"
    report = match.measure(Request((sets / f"{name}_catalogue.txt", sets / f"{name}_components.txt")))
    assert report.right / report.n >= floor, report.errors
    assert report.figures["sure_wrong"] == 0, report.errors


def test_a_strangers_pages_are_read() -> None:
    report = pages.measure(Request((TESTS / "methods" / "strangers",)))
    figures: Any = report.figures
    assert figures["f1_90"] >= 0.9, report.errors
    assert figures["refused_right"] == 1.0, report.errors
