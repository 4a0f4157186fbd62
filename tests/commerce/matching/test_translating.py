"""Names in another language, from the book of names: only what it tells for certain."""

import pytest

from commerce.matching.namebook import book_of_names
from commerce.matching.translating import name_in


@pytest.mark.parametrize(
    ("name", "language", "known"),
    [
        ("fresh basil", "de", "Basilikum"),
        ("Basilikum", "fr", "basilic"),
        ("basilic", "en", "fresh basil"),
        ("wood screws", "de", "Holzschrauben"),
        ("cream cheese", "de", "Frischkäse"),
        ("parsley", "fr", "persil"),
        ("plain flour", "fr", "farine"),
        ("potting compost", "fr", "terreau"),
        ("frankfurters", "fr", "saucisses de Francfort"),
        ("wood glue", "de", "Holzleim"),
        ("orange liqueur", "de", "Orangenlikör"),
        ("croutons", "fr", None),
        ("emmental", "fr", None),
        ("courgette", "fr", None),
        ("grandmother's secret spice", "de", None),
        ("mascarpone", "de", None),
        ("tinned chopped tomatoes", "de", None),
    ],
)
def test_a_name_is_told_where_the_book_has_it(name: str, language: str, known: str | None) -> None:
    assert name_in(language, name) == known


@pytest.mark.parametrize(
    ("name", "spoken", "known"),
    [("raisins", "fr", "Trauben"), ("raisins", "en-GB", "Rosinen"), ("peperoni", "it", "Paprika")],
)
def test_what_a_word_means_is_told_by_its_language(name: str, spoken: str, known: str) -> None:
    assert name_in("de", name, spoken) == known


def test_no_french_name_is_another_language_s() -> None:
    """German nouns and names of places have capitals, French things none."""
    french = [name_in("fr", names[0]) for names in book_of_names()]
    assert len([name for name in french if name]) > 900
    assert [name for name in french if name and not name[0].islower()] == []


def test_only_german_and_french_names_are_marked() -> None:
    assert [name for names in book_of_names() for name in names if ":" in name] == []
