"""The training data and the domain hold together. (Rasa's own validation warns at most.)"""

import re
from collections import Counter, defaultdict
from functools import cache
from typing import Any

import pytest
import yaml

from bot.understanding import SITUATIONS
from bot.understanding.before import ASKED_BY_DIALOGUE
from commerce.people.models import FocusKind
from nlu.tests.situations import pending_of
from tests.kit.rasa import ROOT

NLU = ROOT / "nlu"
LEAST_EXAMPLES = 40
LEAST_OF_A_LANGUAGE = 30
PENDINGS = {SITUATIONS.get(kind, kind) for kind in FocusKind} | {f"ask_{asks}" for asks in ASKED_BY_DIALOGUE}
STILL_TO_COME = {
    "combination", "reservation", "news", "privacy", "wardrobe", "which", "doubt", "pick_list", "stops",
}  # fmt: skip
"""What systems that are not built yet will have shown, and what the application reads more widely so far."""


@cache
def blocks() -> list[dict[str, Any]]:
    """All blocks of examples."""
    return [
        block
        for path in sorted((NLU / "data").rglob("*.yml"))
        for block in yaml.safe_load(path.read_text()).get("nlu") or []
    ]


@cache
def domain() -> dict[str, Any]:
    """The domain's files as one."""
    parts = [yaml.safe_load(path.read_text()) for path in sorted((NLU / "domain").glob("*.yml"))]
    return {key: value for part in parts for key, value in part.items()}


def intents() -> list[str]:
    return [name for intent in domain()["intents"] for name in intent]


def plain(line: str) -> str:
    return re.sub(r"\[([^\]]+)\]\(\w+\)", r"\1", line.removeprefix("- ")).strip().lower()


def test_every_intent_has_enough_examples() -> None:
    counts = Counter(dict.fromkeys(intents(), 0))
    for block in blocks():
        counts[block["intent"]] += len(set(block["examples"].splitlines()))
    assert set(counts) == set(intents())
    assert {name: n for name, n in counts.items() if n < LEAST_EXAMPLES} == {}


@pytest.mark.parametrize("language", ["en", "de", "fr"])
def test_every_language_that_is_offered_has_enough_examples_of_every_intent(language: str) -> None:
    counts = Counter(dict.fromkeys(intents(), 0))
    for path in (NLU / "data" / language).glob("*.yml"):
        for block in yaml.safe_load(path.read_text())["nlu"]:
            counts[block["intent"]] += len(set(block["examples"].splitlines()))
    assert {name: n for name, n in counts.items() if n < LEAST_OF_A_LANGUAGE} == {}


def test_no_sentence_means_two_things_in_the_same_situation() -> None:
    meanings = defaultdict(set)
    for block in blocks():
        for line in block["examples"].splitlines():
            for pending in block.get("metadata", {}).get("pending", []):
                role = block["metadata"].get("role", "consumer")
                meanings[plain(line), pending, role].add(block["intent"])
    assert {key: found for key, found in meanings.items() if len(found) > 1} == {}


def test_situations_are_those_that_the_application_names_or_will_name() -> None:
    named = {pending for block in blocks() for pending in block.get("metadata", {}).get("pending", [])}
    assert named <= PENDINGS | STILL_TO_COME


def test_what_the_application_names_is_what_examples_were_given_for() -> None:
    named = {pending for block in blocks() for pending in block.get("metadata", {}).get("pending", [])}
    assert named >= PENDINGS


@pytest.mark.parametrize(
    ("context", "pending"),
    [
        ("greeting answered", "none"),
        ("three sellers have answered", "round"),
        ("inquiry out, 2 of 3 answered", "round"),
        ("proposal: everything from one shop, three sellers answered", "proposal"),
        ("answers from three sellers", "proposal"),
        ("when should it be delivered?", "ask_window"),
        ("order delivered", "order"),
        ("asked how the order should reach you", "checkout"),
        ("Lieferung an Waldweg 91", "checkout"),
        ("commande en route, prévue entre 10 h et 12 h", "order"),
        ("stops of today", "stops"),
        ("vêtements : robe verte, robe noire", "search"),
        ("asked whether to drop the spices", "list"),
    ],
)
def test_a_context_told_in_words_is_the_situation_that_the_application_would_know(
    context: str, pending: str
) -> None:
    assert pending_of(context) == pending


def test_only_things_and_sellers_are_marked() -> None:
    marks = {kind for block in blocks() for kind in re.findall(r"\[[^\]]+\]\((\w+)\)", block["examples"])}
    assert marks == {"thing", "seller"}


def test_every_intent_has_a_rule() -> None:
    rules = yaml.safe_load((NLU / "data" / "rules.yml").read_text())["rules"]
    ruled = {step["intent"] for rule in rules for step in rule["steps"] if "intent" in step}
    assert ruled == set(intents())


@pytest.mark.parametrize("form", ["scale_form", "quantity_form", "address_form", "window_form"])
def test_every_form_asks_a_question_for_its_slot_and_ignores_all_other_wishes(form: str) -> None:
    spec = domain()["forms"][form]
    (slot,) = spec["required_slots"]
    (answer,) = domain()["responses"][f"utter_ask_{slot}"]
    assert answer["custom"]["form"] == form
    assert slot in domain()["slots"]
    assert set(spec["ignored_intents"]) == set(intents()) - {answer["custom"]["wish"], "correction"}


def test_no_slot_and_no_entity_stands_twice() -> None:
    """Rasa reads a file that names a thing twice as if it held nothing."""
    entities, slots = (NLU / "domain" / "slots.yml").read_text().split("\nslots:\n")
    for named in (re.findall(r"^  - (\w+)$", entities, re.M), re.findall(r"^  (\w+):", slots, re.M)):
        assert named
        assert {name: n for name, n in Counter(named).items() if n > 1} == {}
