"""What the documents say is so: links, the diagram, file names, commands, a reason for every dependency."""

import re
import tomllib
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli import errand
from bot.cli.benching import Bench
from bot.cli.drawing import ARCHITECTURE, diagram, lives, with_diagrams
from bot.cli.evaluating import Measured

ROOT = Path(__file__).parents[1]
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
LINK = re.compile(r"\]\((?!https?:)([^)#]+)")
COMMAND = re.compile(r"(?:`|^)(?:\.venv/bin/)?errand ([a-z]+)", re.MULTILINE)


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_the_diagram_shows_the_state_tables_as_they_are() -> None:
    text = ARCHITECTURE.read_text(encoding="utf-8")
    assert with_diagrams(text) == text, "run `errand docs`"
    drawn = diagram(lives())
    assert drawn in text
    assert "order_draft --> order_awaiting_payment" in drawn


def test_every_life_of_the_code_is_drawn() -> None:
    tables = {
        life
        for path in (ROOT / "commerce").rglob("*.py")
        for life in re.findall(r"^([A-Z]+)_LIFE\b.*=", path.read_text(encoding="utf-8"), re.MULTILINE)
    }
    assert {life.lower() for life in tables} == set(lives())


@pytest.mark.parametrize("document", DOCUMENTS, ids=name_of)
def test_links_lead_somewhere(document: Path) -> None:
    lost = [
        link for link in LINK.findall(document.read_text("utf-8")) if not (document.parent / link).exists()
    ]
    assert lost == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=name_of)
def test_documents_name_commands_that_exist(document: Path) -> None:
    known = {
        command.name or getattr(command.callback, "__name__", "") for command in errand.registered_commands
    }
    assert set(COMMAND.findall(document.read_text("utf-8"))) <= known


@pytest.mark.parametrize("document", [ROOT / "README.md", ROOT / "docs" / "architecture.md"], ids=name_of)
def test_files_named_in_a_document_exist(document: Path) -> None:
    named = re.findall(
        r"`((?:bot|commerce|docs|nlu|scheduler|tests)/[\w/.-]*[\w/])`", document.read_text("utf-8")
    )
    assert named
    assert [path for path in named if not (ROOT / path).exists()] == []


def test_every_dependency_has_its_reason() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]
    names = {re.split(r"[\[<>=~! ]", wish)[0].lower() for wish in wanted}
    told = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8").lower()
    assert {name for name in names if name not in told} == set()


def test_every_bench_and_every_measurement_is_explained() -> None:
    operations = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")
    evaluation = (ROOT / "docs" / "evaluation.md").read_text(encoding="utf-8")
    assert "`errand bench " + r"\|".join(Bench) + "`" in operations
    assert [bench for bench in Bench if f"\n| `{bench}` |" not in operations] == []
    assert [what for what in Measured if f"\n| `{what}` |" not in evaluation] == []


def test_decisions_are_numbered_without_a_gap() -> None:
    numbers = [int(path.name[:4]) for path in sorted((ROOT / "docs" / "decisions").glob("*.md"))]
    assert numbers == list(range(1, len(numbers) + 1))


def test_every_command_says_what_it_does() -> None:
    shown = CliRunner().invoke(errand, ["--help"]).output
    for command in errand.registered_commands:
        assert command.callback is not None
        assert command.callback.__doc__
        assert (command.name or command.callback.__name__) in shown
