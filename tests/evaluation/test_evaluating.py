"""`errand eval` measures what a set says, shows what went wrong, and refuses what is no set in a sentence."""

import json
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command
from typer.testing import CliRunner

from bot.cli import errand
from bot.cli.evaluating import Measured
from bot.cli.sentences import sentence_of
from bot.evaluation.names import alike
from bot.evaluation.reports import BadSet

GARLIC = {"text": "2-3 cloves garlic, minced", "lang": "en", "domain": "recipe", "qty": 2, "qty_max": 3,
          "unit": "clove", "name": "Garlic", "size": None, "optional": False}  # fmt: skip
PIPES = {"component": "pipe", "need": {"cuts": [{"qty": 1, "length": 3}], "unit": "m"},
         "item": {"title": "Pipe 2.5 m", "pack_qty": 2.5, "pack_unit": "m"}, "expected_packs": None,
         "leftover": None, "note": "", "group": "cuts"}  # fmt: skip


def written(path: Path, *rows: dict[str, Any]) -> Path:
    path.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    return path


def evaluated(*arguments: str | Path) -> str:
    result = CliRunner().invoke(errand, ["eval", *map(str, arguments)], catch_exceptions=False)
    assert result.exit_code == 0
    return result.output


def test_json_holds_the_figures_and_a_wrong_line_is_counted(tmp_path: Path) -> None:
    wrong = {**GARLIC, "unit": "head", "lang": "de"}
    figures = json.loads(evaluated("lines", written(tmp_path / "set", GARLIC, wrong), "--json"))
    assert (figures["n"], figures["right"], figures["rate"]) == (2, 1, 0.5)
    assert figures["by_language"] == {
        "de": {"n": 1, "right": 0, "rate": 0.0},
        "en": {"n": 1, "right": 1, "rate": 1.0},
    }
    assert figures["ms_p50"] > 0


def test_errors_show_what_was_meant_and_what_was_found(tmp_path: Path) -> None:
    output = evaluated("lines", written(tmp_path / "set", {**GARLIC, "name": "leek"}), "--errors")
    error = json.loads(output.splitlines()[-1])
    assert (error["name"], error["found"][0]["name"]) == ("leek", "garlic")
    assert "rate" in output


@pytest.mark.parametrize(
    ("change", "right"),
    [
        ({"qty": 2000, "qty_max": None, "unit": "g", "text": "2 kg garlic"}, True),
        ({"qty": 2, "qty_max": None}, False),
        ({"name": "onion", "name_ok": ["the garlic"]}, True),
        ({"unit": "piece", "unit_ok": ["clove"]}, True),
        ({"qty": 9, "also_ok": [{"qty": 2, "qty_max": 3, "unit": "clove"}]}, True),
        ({"qty": None, "qty_max": None, "unit": None}, False),
    ],
)
def test_a_line_is_judged_by_what_its_row_accepts(
    tmp_path: Path, change: dict[str, Any], right: bool
) -> None:
    figures = json.loads(evaluated("lines", written(tmp_path / "set", {**GARLIC, **change}), "--json"))
    assert figures["right"] == right


def test_what_cannot_be_packed_is_right_when_null_is_expected(tmp_path: Path) -> None:
    possible = {**PIPES, "expected_packs": 2, "packs_ok": [3], "group": "wrong"}
    figures = json.loads(evaluated("packs", written(tmp_path / "set", PIPES, possible), "--json"))
    assert figures["by_group"]["cuts"]["rate"] == 1
    assert figures["by_group"]["wrong"]["rate"] == 0


@pytest.mark.parametrize("content", ["[1", '{"text": "2 eggs"}', "7"])
def test_what_is_no_set_is_refused_with_its_place(tmp_path: Path, content: str) -> None:
    path = tmp_path / "set"
    path.write_text(content)
    with pytest.raises(BadSet, match="line 1"):
        evaluated("lines", path)


def test_a_missing_file_is_told_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(BadSet) as refused:
        evaluated("packs", tmp_path / "nowhere")
    assert sentence_of(refused.value) == f"There is no {tmp_path / 'nowhere'}."


def test_every_set_has_its_measure() -> None:
    import importlib

    for what in Measured:
        assert callable(importlib.import_module(f"bot.evaluation.{what}").measure)
    assert "eval" in get_command(errand).commands  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("language", "first", "second", "same"),
    [
        ("en", "the Eggs", "egg", True),
        ("en", "berries", "berry", True),
        ("en", "peas", "peat", False),
        ("de", "Zwiebeln", "Zwiebel", True),
        ("de", "Äpfel", "Apfel", True),
        ("fr", "oignons", "l'oignon", True),
        ("es", "limones", "limón", True),
        ("es", "tomates", "tomate", True),
        ("it", "uova", "uovo", True),
        ("ja", "にんじん", "人参", False),
        ("en", "olive oil", "oil", False),
    ],
)
def test_names_are_compared_without_case_articles_and_number(
    language: str, first: str, second: str, same: bool
) -> None:
    assert alike(first, second, language) is same


def test_pages_are_counted_as_read_or_refused(tmp_path: Path) -> None:
    (tmp_path / "soup.html").write_text("<h1>Soup</h1><h2>Ingredients</h2><ul><li>1 leek<li>2 eggs</ul>")
    (tmp_path / "soup.json").write_text(
        json.dumps({"lang": "en", "refuse": None, "components": [
            {"text": "1 leek", "name": "leek", "qty": 1, "unit": "piece", "kind": "ingredient"},
            {"text": "3 eggs", "name": "eggs", "qty": 3, "unit": "piece", "kind": "ingredient"},
        ]})
    )  # fmt: skip
    (tmp_path / "news.html").write_text("<h1>News</h1><p>Nothing happened.</p>")
    (tmp_path / "news.json").write_text('{"lang": "en", "refuse": "article", "components": []}')
    figures = json.loads(evaluated("pages", tmp_path, "--json"))
    assert (figures["n"], figures["right"], figures["refused_right"]) == (2, 1, 1)
    assert (figures["exact"], figures["found"], figures["false"]) == (0, 0.5, 0.5)
    assert figures["described_right"] == 0.5


def test_pages_of_recipe_scrapers_are_read_as_those_of_unknown_sites(tmp_path: Path) -> None:
    folder = tmp_path / "kitchen.example"
    folder.mkdir()
    body = (
        "<h2>Ingredients</h2><ul><li>1 leek</li><li>2 eggs</li></ul><h2>Equipment</h2><ul><li>Pan</li></ul>"
    )
    (folder / "soup.testhtml").write_text(body)
    (folder / "soup.json").write_text('{"host": "kitchen.example", "ingredients": ["1 leek", "2 eggs"]}')
    figures = json.loads(evaluated("pages", tmp_path, "--wild", "--json"))
    assert (figures["n"], figures["exact"], figures["f1_90"]) == (1, 1, 1)


def test_what_is_no_folder_of_pages_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadSet, match=r"NAME\.html"):
        evaluated("pages", tmp_path)


def test_matching_counts_what_is_first_and_what_nothing_fits(tmp_path: Path) -> None:
    catalogue, components = tmp_path / "catalogue", tmp_path / "components"
    catalogue.write_text("7|Free-range eggs|10\n8|Egg noodles|250 g\n")
    components.write_text("plain|eggs|7\ntrap|egg noodles|7\nnothing fits|caviar|\n")
    figures = json.loads(evaluated("match", catalogue, components, "--json"))
    assert (figures["n"], figures["right"], figures["top1"], figures["nothing_right"]) == (3, 2, 0.5, 1)
    assert figures["by_group"]["trap"]["right"] == 0


def test_a_component_of_an_unknown_item_is_refused(tmp_path: Path) -> None:
    (tmp_path / "catalogue").write_text("7|Free-range eggs|10\n")
    (tmp_path / "components").write_text("plain|eggs|9\n")
    with pytest.raises(BadSet, match="has no 9"):
        evaluated("match", tmp_path / "catalogue", tmp_path / "components")
