"""The catalogue of words and the code fit: no key is missing, none is idle, no argument is forgotten."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

from bot.views.wording import CATALOGUES, DEFAULT_LANGUAGE, languages, words_for
from commerce.units import Unit

ROOT = Path(__file__).parents[1]
SHOWING = {"words", "plain", "say", "Refusal", "self"}
"""Calls whose first argument is a key: `words("…")`, `words.plain("…")`, `turn.say("…")`, `Refusal("…")`."""


@dataclass(frozen=True)
class Use:
    """A call that shows words: where, which key (a pattern where parts are filled in), with what."""

    place: str
    key: re.Pattern[str]
    exact: bool
    given: frozenset[str]
    open_ended: bool


class Arguments(Visitor):
    """Collects the names of the variables of a message, those of its selectors too."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:
        self.names.add(node.id.name)


def messages(language: str) -> dict[str, frozenset[str]]:
    """Key -> names of its variables, of all catalogues of a language."""
    found: dict[str, frozenset[str]] = {}
    for path in sorted((CATALOGUES / language).glob("*.ftl")):
        for entry in FluentParser().parse(path.read_text(encoding="utf-8")).body:
            assert not isinstance(entry, ftl.Junk), f"{path.name}: {entry.content}"
            if isinstance(entry, ftl.Message):
                assert entry.id.name not in found, f"{entry.id.name} stands twice"
                arguments = Arguments()
                arguments.visit(entry)
                found[entry.id.name] = frozenset(arguments.names)
    return found


class Cases(Visitor):
    """Collects the names of the variants of a message."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_Variant(self, node: ftl.Variant) -> None:
        self.names.add(node.key.name if isinstance(node.key, ftl.Identifier) else node.key.value)
        self.generic_visit(node)


def cases_of(language: str) -> dict[str, set[str]]:
    """Key -> the names of all its variants."""
    found = {}
    for path in sorted((CATALOGUES / language).glob("*.ftl")):
        for entry in FluentParser().parse(path.read_text(encoding="utf-8")).body:
            if isinstance(entry, ftl.Message):
                cases = Cases()
                cases.visit(entry)
                found[entry.id.name] = cases.names
    return found


def code() -> Iterator[tuple[str, ast.Module]]:
    for path in sorted((ROOT / "bot").rglob("*.py")):
        yield path.relative_to(ROOT).as_posix(), ast.parse(path.read_text(encoding="utf-8"))


def pattern_of(node: ast.expr) -> re.Pattern[str] | None:
    """The keys that a first argument can name: one, or those that an f-string allows."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return re.compile(re.escape(node.value))
    if isinstance(node, ast.JoinedStr):
        parts = [
            re.escape(str(part.value)) if isinstance(part, ast.Constant) else "[a-z0-9-]+"
            for part in node.values
        ]
        return re.compile("".join(parts))
    return None


def first_arguments(node: ast.expr) -> list[ast.expr]:
    """`words("a" if x else "b")` names two keys."""
    if isinstance(node, ast.IfExp):
        return [*first_arguments(node.body), *first_arguments(node.orelse)]
    return [node]


def uses() -> list[Use]:
    found = []
    for path, module in code():
        for node in ast.walk(module):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            name = ast.unparse(node.func).rpartition(".")[2]
            if name not in SHOWING and not (
                isinstance(node.func, ast.Call) and "words" in ast.unparse(node.func)
            ):
                continue
            given = frozenset(keyword.arg for keyword in node.keywords if keyword.arg)
            open_ended = any(keyword.arg is None for keyword in node.keywords)
            for argument in first_arguments(node.args[0]):
                pattern = pattern_of(argument)
                if pattern is not None:
                    exact = isinstance(argument, ast.Constant)
                    found.append(Use(f"{path}:{node.lineno}", pattern, exact, given, open_ended))
    return found


ENGLISH = messages(DEFAULT_LANGUAGE)
USES = uses()


def test_every_key_that_the_code_shows_is_in_the_catalogue() -> None:
    missing = [f"{use.place}: {use.key.pattern}" for use in USES if not any(map(use.key.fullmatch, ENGLISH))]
    assert USES
    assert missing == []


def test_every_key_of_the_catalogue_is_shown_somewhere() -> None:
    said = {node.value for _, module in code() for node in ast.walk(module) if isinstance(node, ast.Constant)}
    patterns = [
        pattern_of(node)
        for _, module in code()
        for node in ast.walk(module)
        if isinstance(node, ast.JoinedStr)
    ]
    keyed = [
        pattern for pattern in patterns if pattern is not None and re.match(r"[a-z]+\\?-", pattern.pattern)
    ]
    idle = [
        key for key in ENGLISH if key not in said and not any(pattern.fullmatch(key) for pattern in keyed)
    ]
    assert idle == []


def test_every_argument_of_a_message_is_given() -> None:
    forgotten = [
        f"{use.place}: {key} lacks {', '.join(sorted(ENGLISH[key] - use.given))}"
        for use in USES
        for key in filter(use.key.fullmatch, ENGLISH)
        if use.exact and not use.open_ended and not ENGLISH[key] <= use.given
    ]
    assert forgotten == []


def test_every_unit_has_its_word() -> None:
    text = (CATALOGUES / DEFAULT_LANGUAGE / "units.ftl").read_text(encoding="utf-8")
    worded = set(re.findall(r"^\s*\*?\[([a-z0-9-]+)\]", text, re.MULTILINE))
    bare = {Unit.PIECE}
    assert {unit.value.replace("_", "-") for unit in set(Unit) - bare} - worded == set()


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("filled", ["", "open", "one", 0, 1, 7])
def test_every_message_can_be_written_whatever_its_arguments(language: str, filled: str | int) -> None:
    words = words_for(language, "DE", "Europe/Berlin")
    for key, names in messages(language).items():
        if "priority" in key or "settings" in key:
            names |= {"priority"}
        assert words(key, **dict.fromkeys(names, filled)), key


@pytest.mark.parametrize("language", [name for name in languages() if name != DEFAULT_LANGUAGE])
def test_another_language_has_the_same_keys_and_arguments(language: str) -> None:
    assert messages(language) == ENGLISH


@pytest.mark.parametrize("language", [name for name in languages() if name != DEFAULT_LANGUAGE])
def test_another_language_tells_the_same_cases_apart(language: str) -> None:
    plurals = {"one", "other"}
    english = {key: cases - plurals for key, cases in cases_of(DEFAULT_LANGUAGE).items()}
    assert {key: cases - plurals for key, cases in cases_of(language).items()} == english


@pytest.mark.feature("X21")
@pytest.mark.parametrize(
    ("name", "told"),
    [("oignons", "d’oignons"), ("épinards", "d’épinards"), ("riz", "de riz"), ("Aylin", "de Aylin")],
)
def test_in_french_a_thing_that_begins_with_a_vowel_is_elided(name: str, told: str) -> None:
    assert told in words_for("fr", "DE", "Europe/Berlin")("list-how-much", name=name)
