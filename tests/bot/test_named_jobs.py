"""A job named plainly is read without the dialogue, in English, German and French."""

from decimal import Decimal

import pytest

from bot.understanding.named_jobs import NamedJob, job_named


@pytest.mark.parametrize(
    ("text", "job", "servings"),
    [
        ("what do I need for lasagne for six?", "lasagne", 6),
        ("What do we need to build a wall shelf", "wall shelf", None),
        ("what would I need to make pancakes for 4 people", "pancakes", 4),
        ("ingredients for basil risotto", "basil risotto", None),
        ("recipe for lasagne for 8", "lasagne", 8),
        ("Was brauche ich für Lasagne für sechs?", "Lasagne", 6),
        ("was brauche ich alles, um ein Regal zu bauen?", "Regal", None),
        ("Zutaten für Apfelkuchen", "Apfelkuchen", None),
        ("de quoi ai-je besoin pour une ratatouille pour huit ?", "ratatouille", 8),
        ("qu'est-ce qu'il faut pour faire des crêpes pour 4 personnes ?", "crêpes", 4),
        ("il me faut quoi pour l'étagère", "étagère", None),
        ("recette de ratatouille", "ratatouille", None),
    ],
)
def test_what_is_named(text: str, job: str, servings: int | None) -> None:
    assert job_named(text) == NamedJob(job, Decimal(servings) if servings is not None else None)


@pytest.mark.parametrize(
    "text",
    [
        "what do I need for delivery?", "what do I need to do?", "what do I need to pay", "what do I need?",
        "was brauche ich für die Lieferung?", "was brauche ich noch?", "de quoi as-tu besoin ?",
        "what do I need for this: https://soup.example/1", "I need rice", "what do you have for dinner",
        "qu'est-ce qu'il faut pour commander ?",
        "what do I need for the thing that I told you about some days ago when we met",
    ],
)  # fmt: skip
def test_what_says_something_else(text: str) -> None:
    assert job_named(text) is None
