"""What goes wrong at the command line is told in a sentence; mistakes of the program are kept in a file."""

import errno
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy.exc import ArgumentError, OperationalError
from telegram.error import InvalidToken, NetworkError

from bot.cli import sentences
from bot.dialogue import CannotInstall
from bot.settings import BadSettings
from commerce.migrating import CannotMigrate

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("error", "says"),
    [
        (BadSettings("config.yml: currency"), "config.yml: currency"),
        (CannotInstall("uv was not found"), "uv was not found"),
        (CannotMigrate("newer Errand"), "newer Errand"),
        (OSError(errno.EADDRINUSE, "in use"), "--port"),
        (OSError(errno.EACCES, "Permission denied", "/data/errand.sqlite"), "/data/errand.sqlite"),
        (ArgumentError("no"), "DATABASE_URL"),
        (OperationalError("SELECT 1", None, Exception("connection refused\nmore")), "connection refused"),
        (InvalidToken("no"), "@BotFather"),
        (NetworkError("no route"), "internet"),
    ],
)
def test_what_its_reader_can_mend_is_told_in_a_sentence(error: Exception, says: str) -> None:
    sentence = sentences.sentence_of(error)
    assert sentence is not None
    assert says in sentence
    assert "\n" not in sentence


def test_a_mistake_of_the_program_is_kept_and_not_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("bot.settings.ROOT", tmp_path)
    try:
        raise KeyError("shelf")
    except KeyError as error:
        sentences.tell(KeyError, error, error.__traceback__)
    shown = capsys.readouterr().err
    (kept,) = (tmp_path / "var").glob("mistake-*.log")
    assert "Traceback" not in shown
    assert str(kept) in shown
    assert "Traceback" in kept.read_text(encoding="utf-8")


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "bot", *arguments]
    given = {name: value for name, value in os.environ.items() if name != "TELEGRAM_BOT_TOKEN"} | environment
    return subprocess.run(
        command, cwd=ROOT, env=given, capture_output=True, text=True, check=False, timeout=120
    )


def test_a_database_that_is_none_is_told_by_the_real_command() -> None:
    done = run("migrate", DATABASE_URL="mongo://shop")
    assert done.returncode != 0
    assert done.stderr.startswith("DATABASE_URL is not an address")
    assert "Traceback" not in done.stderr


def test_migrate_makes_the_database_and_says_how_far_it_is(tmp_path: Path) -> None:
    done = run("migrate", ERRAND_VAR=str(tmp_path))
    assert done.returncode == 0, done.stderr
    newest = max(path.name for path in (ROOT / "commerce" / "migrations" / "versions").glob("0*.py"))
    assert f"at migration {newest[:4]}" in done.stdout
    assert (tmp_path / "errand.sqlite").exists()


def test_run_without_a_token_says_where_to_get_one(tmp_path: Path) -> None:
    done = run("run", "--home", str(tmp_path), "--port", "0")
    assert done.returncode != 0
    assert "@BotFather" in done.stderr
    assert "Traceback" not in done.stderr


def test_play_on_a_taken_port_says_so(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        done = run("play", "--home", str(tmp_path), "--port", port, "--no-engine", "--no-browser")
    assert done.returncode != 0
    assert "--port" in done.stderr
    assert "Traceback" not in done.stderr
