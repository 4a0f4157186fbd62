"""`errand play --headless --scenario`: what it prints, and what its exit code says."""

import asyncio
import json
import os
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli import errand

ROOT = Path(__file__).parents[2]
GREETED = "errand-script: 1\ntitle: Greeted\nsteps:\n  - mia starts\n  - mia sees: Hello Mia\n"
OTHERWISE = """errand-script: 1
steps:
  - mia starts
  - mia sees: Goodbye Mia
    within: 1
  - mia taps: Nothing
    within: 1
  - mia blocks
"""


@dataclass
class Ended:
    code: int | None
    out: str
    err: str


async def play(*arguments: str | Path) -> Ended:
    """The real program, with its temporary folders in a place of their own."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "play", "--headless", *map(str, arguments)),
        cwd=ROOT,
        env=os.environ | {"PYTHONUNBUFFERED": "1"},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    out, err = await asyncio.wait_for(process.communicate(), 120)
    return Ended(process.returncode, out.decode(), err.decode())


def script(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


async def test_all_as_expected_is_0_and_the_data_is_kept_where_asked(tmp_path: Path) -> None:
    home = tmp_path / "home"
    ended = await play("--scenario", script(tmp_path, "a.yml", GREETED), "--home", home)
    assert ended.code == 0, ended.err
    assert ended.out.startswith(
        "Greeted (a.yml)\n ✓ 1 mia starts\n ✓ 2 mia sees: Hello Mia  → Hello Mia, I'm"
    )
    assert "All 2 steps as expected" in ended.out
    assert "Opening the playground" in ended.err
    assert (home / "errand.sqlite").exists()
    again = await play("--scenario", tmp_path / "a.yml", "--home", home)
    assert again.code == 3
    assert "holds what was played before; add --fresh" in again.err


async def test_a_step_that_differs_is_1_and_every_file_is_told_as_a_line_of_json(tmp_path: Path) -> None:
    one, other = script(tmp_path, "a.yml", OTHERWISE), script(tmp_path, "b.yml", GREETED)
    ended = await play("--scenario", one, "--scenario", other, "--json")
    assert ended.code == 1, ended.err
    first, second = map(json.loads, ended.out.splitlines())
    assert [step["state"] for step in first["steps"]] == ["as expected", "differs", "differs", "not played"]
    assert first["steps"][1]["expected"] == "“Goodbye Mia”"
    assert "Hello Mia" in first["steps"][1]["seen"]
    assert first["steps"][1]["line"] == 4
    assert first["as_expected"] is False
    assert (second["title"], second["as_expected"]) == ("Greeted", True)


@pytest.mark.parametrize(
    ("text", "options", "words"),
    [
        ("errand-script: 1\nsteps:\n  - mia sings\n", (), "a.yml, line 3: nobody can 'sings' here"),
        (
            "errand-script: 1\nsteps:\n  - jon starts\n",
            (),
            "a.yml, line 3: there is no 'jon' here; there are mia",
        ),
        (
            "errand-script: 1\nfree-text: yes\nsteps:\n  - mia starts\n",
            ("--no-engine",),
            "has free text in it",
        ),
    ],
)
async def test_a_bad_file_is_2_with_its_line(
    tmp_path: Path, text: str, options: tuple[str, ...], words: str
) -> None:
    ended = await play("--scenario", script(tmp_path, "a.yml", text), *options)
    assert ended.code == 2
    assert words in ended.err
    assert "docs/scenarios.md" in ended.err
    assert "Traceback" not in ended.err
    assert ended.out == ""


def test_a_scenario_wants_headless(tmp_path: Path) -> None:
    told = CliRunner().invoke(errand, ["play", "--scenario", "nobody-answers"])
    assert told.exit_code == 2
    assert "--scenario goes with --headless" in told.output
