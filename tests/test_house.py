"""The rules of the house, checked: who may import whom, how long a module may grow, what no line may say."""

import ast
import re
import subprocess
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.cli.drawing import lives

ROOT = Path(__file__).parents[1]
FOLDERS = ("bot", "commerce", "scheduler")
LONGEST_MODULE = 400
LONGEST_FUNCTION = 60

LONG_FOR_A_REASON = {
    "commerce/migrations/versions/0001_first_tables.py": "written by `errand migration`",
}
ONLY_IN = {
    "telegram": ("bot/",),
    "stripe": ("commerce/settlement/stripe_provider.py", "bot/playground/bank/"),
    "apscheduler": ("scheduler/",),
    "alembic": ("commerce/migrating.py", "commerce/migrations/"),
    "aiohttp": ("bot/", "commerce/methods/fetching.py", "commerce/settlement/stripe_provider.py"),
    "highspy": ("commerce/quotes/choosing_programme.py",),
    "rasa": (),
    "nlu": (),
}
"""Which libraries may be imported where; what is outside (the Rasa project) nowhere."""

NETS = {
    "bot/intake.py": "a person's message: an apology and a reference",
    "scheduler/working.py": "due work, that telling it was in vain included: tried again, logged",
}
"""The only places that may catch everything, and what they do with it."""


TOLD_TO_NOBODY = {
    "AddressSaved": "the handler that asked for it answers",
    "CashCollected": "the delivery that it belongs to is told",
    "PaymentCancelled": "the order's cancellation is told",
    "PaymentLapsed": "the order lapses, which is told",
    "PaymentPaid": "the order is confirmed, which is told",
    "PaymentRequested": "the checkout is told once it is open",
    "PersonArrived": "the greeting does",
    "RefundRequested": "the refund is told once it is made",
}
"""Events that are history only, and why nobody is told."""


def modules(*folders: str) -> Iterator[tuple[str, str]]:
    """(path from the root, source) of every module in `folders`."""
    for folder in folders:
        for path in sorted((ROOT / folder).rglob("*.py")):
            if ".venv" not in path.parts:
                yield path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8")


def imports(source: str) -> set[str]:
    """The top-level names of what a module imports."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            found.add(node.module.partition(".")[0])
    return found


def test_imports_follow_the_layers() -> None:
    """bot, then scheduler, then commerce; a slice imports earlier slices only (see pyproject.toml)."""
    program = Path(sys.executable).with_name("lint-imports")
    checked = subprocess.run([program, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stdout


@pytest.mark.parametrize(("library", "places"), ONLY_IN.items(), ids=ONLY_IN)
def test_libraries_stay_where_they_belong(library: str, places: tuple[str, ...]) -> None:
    importing = {path for path, source in modules(*FOLDERS) if library in imports(source)}
    assert {path for path in importing if not path.startswith(places)} == set()


def test_the_dialogue_project_imports_nothing_of_the_application() -> None:
    borrowed = {path: imports(source) & set(FOLDERS) for path, source in modules("nlu")}
    assert {path: names for path, names in borrowed.items() if names} == {}


def test_modules_are_short_enough_to_be_read_in_one_go() -> None:
    lengths = {path: len(source.splitlines()) for path, source in modules(*FOLDERS, "nlu", "tests")}
    too_long = {path for path, length in lengths.items() if length > LONGEST_MODULE}
    assert too_long == set(LONG_FOR_A_REASON)


def test_functions_are_short() -> None:
    too_long = {
        f"{path}:{node.name}": node.end_lineno - node.lineno
        for path, source in modules(*FOLDERS)
        if "/migrations/versions/" not in path
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and node.end_lineno is not None
        and node.end_lineno - node.lineno > LONGEST_FUNCTION
    }
    assert too_long == {}


def test_everything_is_caught_in_the_nets_only() -> None:
    catching = Counter(
        path
        for path, source in modules(*FOLDERS)
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or ast.unparse(node.type) in {"Exception", "BaseException"})
        and ast.unparse(node.body[-1]) != "raise"  # undone, and gone on as it was
    )
    assert set(catching) == set(NETS)
    assert catching["scheduler/working.py"] == 1


def test_a_state_with_a_life_is_set_by_its_move_only() -> None:
    """`thing.state = OrderState.PAID` would jump over the table: it is `move(ORDER_LIFE, …)`."""
    lived = {type(next(iter(life))).__name__ for life in lives().values()}
    assigned = [
        f"{path}:{node.lineno}"
        for path, source in modules("commerce")
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Assign)
        and any(isinstance(target, ast.Attribute) and target.attr == "state" for target in node.targets)
        and isinstance(node.value, ast.Attribute)
        and ast.unparse(node.value.value) in lived
    ]
    assert lived
    assert assigned == []


def test_nothing_is_left_for_later_in_the_code() -> None:
    left = re.compile(r"\b(TODO|FIXME|XXX)\b|raise NotImplementedError|lorem ipsum", re.IGNORECASE)
    found = {path: left.findall(source) for path, source in modules(*FOLDERS, "nlu")}
    assert {path: words for path, words in found.items() if words} == {}


def test_no_file_holds_two_sides_of_a_merge() -> None:
    """Python would not compile; words, documents and settings would be shipped."""
    side = re.compile(rb"^(?:<{7}|>{7}) ", re.MULTILINE)
    kinds = {".md", ".ftl", ".yml", ".toml", ".js", ".css", ".html", ".csv", ".json"}
    folders = [ROOT / name for name in (*FOLDERS, "tests", "docs", "nlu/data", "nlu/domain")]
    paths = [*ROOT.glob("*.*"), *(path for folder in folders for path in folder.rglob("*.*"))]
    texts = [path for path in paths if path.suffix in kinds]
    assert len(texts) > 100
    assert [path for path in texts if side.search(path.read_bytes())] == []


def test_the_clock_is_read_at_the_edges_only() -> None:
    """Commerce is told the time; it never looks at a clock."""
    reading = {
        f"{path}:{node.lineno}"
        for path, source in modules("commerce")
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call)
        and ast.unparse(node.func) in {"datetime.now", "date.today", "time.time"}
    }
    assert reading == set()


def test_a_day_is_that_of_the_shop() -> None:
    """A moment's own `.date()` is a day of UTC: after midnight, "ready today" would be yesterday. Whoever
    needs a day is given it, or asks the settings."""
    cut = {
        f"{path}:{node.lineno}"
        for path, source in modules("bot", "commerce", "scheduler")
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "date"
    }
    assert {place.split(":")[0] for place in cut} == {"bot/settings.py"}


def test_every_event_is_told_or_left_out_knowingly() -> None:
    events = {
        node.name
        for path, source in modules("commerce")
        if path.endswith("/events.py")
        for node in ast.parse(source).body
        if isinstance(node, ast.ClassDef) and any(ast.unparse(base) == "Event" for base in node.bases)
    }
    told = "\n".join(source for path, source in modules("bot") if path.startswith("bot/telling"))
    untold = {event for event in events if not re.search(rf"\b{event}\(", told)}
    assert events
    assert untold == set(TOLD_TO_NOBODY)


def test_every_refusal_has_a_sentence() -> None:
    refusals = {
        node.name
        for _, source in modules(*FOLDERS)
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.ClassDef) and any(ast.unparse(base) == "Refused" for base in node.bases)
    }
    sentences = ast.parse((ROOT / "bot/refusals.py").read_text(encoding="utf-8"))
    told = {ast.unparse(node.cls) for node in ast.walk(sentences) if isinstance(node, ast.MatchClass)}
    assert refusals == told


def test_the_locks_name_no_place_to_download_from() -> None:
    """docs/decisions/0001: hashes say what is installed, the installing machine says from where."""
    for lock in ("requirements.lock", "nlu/requirements.lock"):
        text = (ROOT / lock).read_text(encoding="utf-8")
        assert "://" not in text
        assert "--index" not in text
        pinned = [line for line in text.splitlines() if "==" in line and not line.startswith((" ", "#"))]
        assert len(pinned) > 20
        assert all(line.endswith("\\") for line in pinned), "every pin has its hashes"


def test_no_word_stands_twice_in_a_list_of_words() -> None:
    doubled = {
        f"{path.name}: {name}: {word}"
        for path in (ROOT / "commerce/methods/data").rglob("*.toml")
        for name, words in _lists_of(tomllib.loads(path.read_text(encoding="utf-8")))
        for word, many in Counter(words).items()
        if many > 1
    }
    assert doubled == set()


def _lists_of(table: dict[str, Any]) -> Iterator[tuple[str, list[str]]]:
    for name, value in table.items():
        if isinstance(value, dict):
            yield from _lists_of(value)
        elif isinstance(value, list) and all(isinstance(word, str) for word in value):
            yield name, value
