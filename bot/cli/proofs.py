"""FEATURES.md: which journey test proves each row, found by the tests' `feature` markers."""

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.settings import ROOT

__all__ = ["FEATURES", "NOT_YET", "ROW", "Proof", "proofs", "rows", "with_proofs"]

FEATURES = ROOT / "FEATURES.md"
JOURNEYS = ("tests/journeys", "tests/browser")
NOT_YET = "not yet"
ROW = re.compile(r"^\| (?P<id>[A-Z]\d+) \| (?P<words>.+?) \| (?P<state>.+?) \|$", re.MULTILINE)


@dataclass(frozen=True, order=True)
class Proof:
    """A test that plays the row as a person would, over the Bot API wire."""

    path: str
    test: str

    def __str__(self) -> str:
        return f"[{self.test.removeprefix('test_').replace('_', ' ')}]({self.path})"


def proofs(root: Path = ROOT) -> dict[str, list[Proof]]:
    """Feature id -> its journey tests."""
    found: dict[str, list[Proof]] = {}
    for folder in JOURNEYS:
        for path in sorted((root / folder).rglob("test_*.py")):
            relative = path.relative_to(root).as_posix()
            for feature, test in _marked(ast.parse(path.read_text(encoding="utf-8"))):
                found.setdefault(feature, []).append(Proof(relative, test))
    return {feature: sorted(set(tests)) for feature, tests in found.items()}


def rows(text: str) -> dict[str, str]:
    """Feature id -> what its row says of its state."""
    return {row["id"]: row["state"] for row in ROW.finditer(text)}


def with_proofs(text: str, found: dict[str, list[Proof]]) -> str:
    """The document with the state of each row written anew."""

    def state(row: re.Match[str]) -> str:
        proved = "<br>".join(str(proof) for proof in found.get(row["id"], ())) or NOT_YET
        return f"| {row['id']} | {row['words']} | {proved} |"

    return ROW.sub(state, text)


def _marked(module: ast.Module) -> Iterator[tuple[str, str]]:
    """(feature, test) of each marked test; a mark on the module or a class counts for its tests."""
    everywhere = [
        feature
        for node in module.body
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "pytestmark"
        for feature in _features(ast.walk(node.value))
    ]
    for node in module.body:
        of_class = list(_features(node.decorator_list)) if isinstance(node, ast.ClassDef) else []
        for test in node.body if isinstance(node, ast.ClassDef) else [node]:
            if isinstance(test, ast.FunctionDef | ast.AsyncFunctionDef) and test.name.startswith("test_"):
                for feature in [*everywhere, *of_class, *_features(test.decorator_list)]:
                    yield feature, test.name


def _features(nodes: Iterable[ast.AST]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "pytest.mark.feature":
            yield from (str(argument.value) for argument in node.args if isinstance(argument, ast.Constant))
