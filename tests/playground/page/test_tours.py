"""The guided tours as data: complete, about people and pages that exist, each step with something to try."""

import json
import re
from typing import Any

import pytest

from bot.playground.assets import PAGE
from bot.playground.server import WORLD_PAGES
from bot.playground.sites import Sites

TOURS = PAGE / "tours"
INDEX: list[dict[str, Any]] = json.loads((TOURS / "index.json").read_text(encoding="utf-8"))
SHARED: dict[str, list[dict[str, Any]]] = json.loads((TOURS / "shared.json").read_text(encoding="utf-8"))
OFFERS = {
    "start", "say", "page", "tap", "jump", "fault", "bank", "card", "act", "meet", "run", "why",
}  # fmt: skip
SEEN_BY_ITSELF = {"start", "act", "meet", "why"}
TRIED_ONCE = {"fault", "bank", "card"}
FIELDS = OFFERS | {"who", "text", "then", "in", "key", "reply", "first", "fresh", "label", "plain"}


def tour(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((TOURS / f"{name}.json").read_text(encoding="utf-8"))
    return loaded


def test_the_list_and_the_files_are_the_same_tours() -> None:
    named = [one["id"] for one in INDEX]
    assert len(set(named)) == len(named)
    assert {path.stem for path in TOURS.glob("*.json")} == {*named, "index", "shared"}
    for one in INDEX:
        assert one["title"] and one["about"] and one["people"] and one["minutes"] > 0
        assert one["steps"] == len(tour(one["id"])["steps"]), one["id"]
        assert len(one["people"]) == len(tour(one["id"])["people"]), one["id"]


@pytest.mark.parametrize("name", [one["id"] for one in INDEX])
def test_every_step_offers_one_thing_and_can_be_seen_to_be_done(name: str) -> None:
    loaded = tour(name)
    for step in loaded["steps"]:
        assert set(step) <= FIELDS, step
        offered = set(step) & OFFERS
        assert len(offered) == 1 or offered == {"say", "page"}, step
        assert "then" in step or offered & (SEEN_BY_ITSELF | TRIED_ONCE), step
        assert {step["who"], step.get("in", step["who"])} <= set(loaded["people"]), step
        re.compile(step.get("then", ""))
        if "run" in step:
            assert step["run"] in SHARED, step
        if "label" in step:
            assert not offered & {"say", "page", "tap"}, step


@pytest.mark.parametrize("name", [one["id"] for one in INDEX])
def test_every_tour_names_people_and_pages_of_the_town(name: str) -> None:
    loaded = tour(name)
    addresses = [site["path"] for site in Sites(WORLD_PAGES).listing()]
    runs = [step for one in loaded["steps"] if "run" in one for step in SHARED[one["run"]]]
    for step in [*loaded["steps"], *runs]:
        pages = step.get("page", [])
        for part in [pages] if isinstance(pages, str) else pages:
            assert any(part in address for address in addresses), part
        assert step.get("who", loaded["steps"][0]["who"]) in loaded["people"], step
    for person in loaded["people"].values():
        assert person["name"]
        assert set(person) <= {"name", "role", "new", "language"}


def test_what_is_done_in_one_go_waits_for_each_answer() -> None:
    for name, steps in SHARED.items():
        for step in steps:
            assert len(set(step) & {"start", "say", "page", "tap"}) == 1, (name, step)
            re.compile(step["then"])
