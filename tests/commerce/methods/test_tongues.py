"""The language of a list is told by its script, its letters and its small words."""

import json
from collections import defaultdict
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commerce.methods.lexicon import LANGUAGES, lexicon_of
from commerce.methods.lines import read_lines
from commerce.methods.readers.labels import heading_kind, is_steps_heading
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
    "heading", ["Slik gjør du", "Спосіб приготування", "วิธีทำ", "הוראות הכנה", "만드는 방법", "YAPILIŞI"]
)
def test_steps_are_known_by_their_headings(heading: str) -> None:
    assert is_steps_heading(heading)


@pytest.mark.parametrize(
    ("text", "language", "told"),
    [
        ("İki yumurta", "tr", "2 piece yumurta"),
        ("YARIM SU BARDAĞI UN", "tr", "0.5 glass UN"),
        ("2 ÇAY KAŞIĞI TUZ", "tr", "2 tsp TUZ"),
        ("1 DİLİM EKMEK", "tr", "1 slice EKMEK"),
        ("2 lıtres de lait", "fr", "2 l lait"),
        ("ZWEI EL ÖL", "de", "2 tbsp ÖL"),
    ],
)
def test_amounts_mean_the_same_in_capitals(text: str, language: str, told: str) -> None:
    (line,) = read_lines(text, language=language)
    assert line.amount is not None
    assert f"{line.amount.qty:f} {line.amount.unit} {line.name}" == told


@pytest.mark.parametrize("language", sorted(LANGUAGES - {"ja"}))
def test_every_word_of_an_amount_is_known_however_its_letters_are_written(language: str) -> None:
    words = lexicon_of(language)
    for word in (*words.units, *words.numbers, *words.scaled, *words.implied):
        for told in (word, word.upper(), word.upper().replace("I", "İ"), word.replace("i", "ı")):
            assert read_lines(f"{told} x", language=language)
            assert read_lines(f"2 {told} x", language=language)


@given(st.text(max_size=120), st.sampled_from(sorted(LANGUAGES)))
def test_any_text_is_read_in_any_language(text: str, language: str) -> None:
    for line in read_lines(text, language=language):
        assert line.name
        assert line.amount is None or line.amount.qty > 0
    assert guess_language(text)
