"""FEATURES.md says what the journey tests prove, no more and no less."""

import ast
from pathlib import Path

from bot.cli.proofs import FEATURES, NOT_YET, ROW, Proof, proofs, rows, with_proofs

ROOT = Path(__file__).parents[1]
TEXT = FEATURES.read_text(encoding="utf-8")


def test_every_row_names_the_tests_that_prove_it() -> None:
    assert with_proofs(TEXT, proofs()) == TEXT, "run `errand docs`"


def test_every_marker_in_any_test_names_a_row() -> None:
    named = {
        argument.value
        for path in (ROOT / "tests").rglob("test_*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "pytest.mark.feature"
        for argument in node.args
        if isinstance(argument, ast.Constant)
    }
    assert named - set(rows(TEXT)) == set()


def test_no_row_was_lost() -> None:
    """89 rows: the main job, coordinates, reservations, fulfilment, the boutique, and more."""
    ids = {f"{part}{n}" for part, most in {"M": 17, "C": 7, "R": 14, "F": 14, "B": 13, "X": 24}.items()
           for n in range(1, most + 1)}  # fmt: skip
    assert set(rows(TEXT)) == ids
    assert len(ROW.findall(TEXT)) == len(ids), "a row stands twice"


def test_a_row_without_a_journey_says_so() -> None:
    text = "| M1 | send a link | [old](tests/x.py) |\n| M2 | order | not yet |\n"
    proved = with_proofs(text, {"M2": [Proof("tests/journeys/test_a.py", "test_it_is_ordered")]})
    assert rows(proved) == {"M1": NOT_YET, "M2": "[it is ordered](tests/journeys/test_a.py)"}
