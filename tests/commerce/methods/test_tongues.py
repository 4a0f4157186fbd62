"""The language of a list is told by its script, its letters and its small words."""

import json
from collections import defaultdict
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commerce.methods.lexicon import LANGUAGES, lexicon_of
from commerce.methods.lines import read_lines
from commerce.methods.readers.headings import heading_kind, is_steps_heading
from commerce.methods.readers.tongues import guess_language

SETS = Path(__file__).parent / "lines"


def _lists() -> dict[str, list[str]]:
    lists: dict[str, list[str]] = defaultdict(list)
    for name in ("dev", "further_languages"):
        for row in map(json.loads, (SETS / f"{name}.jsonl").read_text().splitlines()):
            lists[row["lang"]].append(row["text"])
    return lists


@pytest.mark.parametrize(("language", "lines"), _lists().items())
def test_a_list_tells_its_language(language: str, lines: list[str]) -> None:
    assert guess_language("\n".join(lines[:12])) == language


def test_a_japanese_list_with_hardly_any_kana_is_japanese() -> None:
    assert guess_language("牛肉 150g\n玉葱 1個\n人参 2本\n醤油 大さじ2\n砂糖 適量") == "ja"


def test_norwegian_has_one_lexicon_for_its_two_ways_of_writing() -> None:
    assert lexicon_of("nb-NO") is lexicon_of("no") is lexicon_of("nn")
    assert {"en", "de", "fr", "es", "it", "ja", "nl", "pl", "ar", "zh"} <= LANGUAGES


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Dette trenger du", "ingredient"),
        ("Raaka-aineet", "ingredient"),
        ("Інгредієнти", "ingredient"),
        ("مقادير الوصفة", "ingredient"),
        ("מרכיבים", "ingredient"),
        ("ส่วนผสม", "ingredient"),
        ("İçindekiler", "ingredient"),
        ("Ingrediente pentru 4 porții", "ingredient"),
        ("Materiale necesare", "material"),
        ("What you’ll need to build this planter", "material"),
        ("Was du für das Hochbeet brauchst", "material"),
        ("Ce qu’il vous faut pour réaliser ce projet", "material"),
        ("You'll also need", "material"),
        ("Työvälineet", "tool"),
        ("공구", "tool"),
    ],
)
def test_headings_of_many_languages_and_wordings_tell_what_they_hold(heading: str, kind: str) -> None:
    assert heading_kind(heading) == kind


@pytest.mark.parametrize(
    "heading", ["What you need to know", "Was du wissen musst", "Tools we love", "Parts unknown"]
)
def test_headings_of_something_else_hold_nothing(heading: str) -> None:
    assert heading_kind(heading) is None


@pytest.mark.parametrize(
    "heading", ["Slik gjør du", "Спосіб приготування", "วิธีทำ", "הוראות הכנה", "만드는 방법"]
)
def test_steps_are_known_by_their_headings(heading: str) -> None:
    assert is_steps_heading(heading)


@given(st.text(max_size=120), st.sampled_from(sorted(LANGUAGES)))
def test_any_text_is_read_in_any_language(text: str, language: str) -> None:
    for line in read_lines(text, language=language):
        assert line.name
        assert line.amount is None or line.amount.qty > 0
    assert guess_language(text)
