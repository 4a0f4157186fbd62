"""Every page of the demo world is read and its components find the right kind of item first."""

import csv
import json
from decimal import Decimal
from pathlib import Path
from uuid import UUID

import pytest

from commerce.matching.matching import Candidate, Matcher
from commerce.matching.packs import packs_needed
from commerce.methods.reading import read_page
from commerce.units import Amount, Unit

WORLD = Path(__file__).parents[3] / "bot" / "playground" / "world"
FAMILIES: dict[str, dict[str, str | None]] = json.loads(
    (Path(__file__).parent / "demo_world.json").read_text(encoding="utf-8")
)
with (WORLD / "items.csv").open(encoding="utf-8", newline="") as opened:
    ROWS = list(csv.DictReader(opened))
CANDIDATES = [
    Candidate(
        UUID(int=number),
        row["title"],
        tuple(name for name in row["other_names"].split("|") if name),
        row["category"],
        row["family"],
        Amount(Decimal(row["pack_qty"]), Unit(row["pack_unit"])),
    )
    for number, row in enumerate(ROWS)
]
MATCHER = Matcher(CANDIDATES)


@pytest.mark.parametrize("page", FAMILIES)
def test_components_of_a_demo_page_find_their_item_and_packs(page: str) -> None:
    body = (WORLD / "pages" / page).read_bytes()
    reading = read_page(body, url="http://demo.example/", content_type="text/html; charset=utf-8")
    found: dict[str, str | None] = {}
    for line in reading.lines:
        sure = [one for one in MATCHER.best(line.name, kind=line.kind, size=line.size, at_most=1) if one.sure]
        name = line.text if line.text in FAMILIES[page] else line.name
        found[name] = CANDIDATES[sure[0].item_id.int].family if sure else None
        if sure and line.amount is not None:
            row = ROWS[sure[0].item_id.int]
            plan = packs_needed(
                line.amount,
                CANDIDATES[sure[0].item_id.int].pack,
                density_g_per_ml=Decimal(row["density_g_per_ml"]) if row["density_g_per_ml"] else None,
                piece_grams=Decimal(row["piece_grams"]) if row["piece_grams"] else None,
            )
            assert 1 <= plan.packs <= 12, line.text
    assert found == FAMILIES[page]
