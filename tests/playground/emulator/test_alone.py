"""The emulator knows nothing of the shop: it can be carried into another project as it is."""

import ast
from pathlib import Path

import bot.playground.emulator

HOME = Path(bot.playground.emulator.__file__).parent
OURS = {"bot", "commerce", "scheduler", "nlu", "tests"}


def borrowed(source: str, depth: int) -> list[str]:
    """What a module, so many folders deep in the emulator, imports of this project from outside it."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names if alias.name.partition(".")[0] in OURS]
        elif isinstance(node, ast.ImportFrom):
            name = node.module or ""
            if node.level > depth or (node.level == 0 and name.partition(".")[0] in OURS):
                found.append("." * node.level + name)
    return found


def test_no_module_of_the_emulator_imports_the_shop() -> None:
    paths = sorted(HOME.rglob("*.py"))
    assert len(paths) > 30
    found = {
        path.name: borrowed(path.read_text(encoding="utf-8"), len(path.relative_to(HOME).parts))
        for path in paths
    }
    assert {name: imports for name, imports in found.items() if imports} == {}


def test_an_import_of_the_shop_would_be_noticed() -> None:
    source = "import commerce\nfrom bot import app\nfrom ...world import town\nfrom ..desk import Desk\n"
    assert borrowed(source, 2) == ["commerce", "bot", "...world"]
